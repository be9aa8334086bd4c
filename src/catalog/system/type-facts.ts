import {oidOf} from '../../types/catalog-oids.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {baseOf} from '../../types/sql-type.ts';
import {arrayTypeName} from '../array-names.ts';
import type {Catalog} from '../catalog.ts';
import {typeText} from '../built-in-function-text.ts';
import {elementTypeOid} from '../../types/user-types.ts';
import {collationOidOf} from '../../types/collatable.ts';
import {findCollationByOid} from '../collation.ts';
import {DEFAULT_COLLATION} from './collations.ts';
import {typeOwner} from '../type-text.ts';
import {builtInTypes} from './built-in-types.ts';

type LengthFacts = {
  readonly character_maximum_length?: number | null;
  readonly character_octet_length?: number;
  readonly numeric_precision?: number | null;
  readonly numeric_precision_radix?: number;
  readonly numeric_scale?: number | null;
  readonly datetime_precision?: number;
  readonly interval_type?: string;
};

const integerBits: Partial<Record<SqlType['kind'], number>> = {smallint: 16, integer: 32, bigint: 64};
const floatBits: Partial<Record<SqlType['kind'], number>> = {real: 24, 'double precision': 53};
const MAX_BYTES_A_CHARACTER = 4;
const MAX_FIELD_BYTES = 1_073_741_824;

/** What the standard's columns say of the sizes of a type's values, and where they are silent; a domain is what it is over. */
export function lengthFacts(declared: SqlType): LengthFacts {
  const type = baseOf(declared);
  const {kind} = type;
  if (kind in integerBits) {
    return {numeric_precision: integerBits[kind], numeric_precision_radix: 2, numeric_scale: 0};
  }
  if (kind in floatBits) return {numeric_precision: floatBits[kind], numeric_precision_radix: 2};
  if (kind === 'numeric') {
    return {
      numeric_precision: type.precision ?? null,
      numeric_precision_radix: 10,
      numeric_scale: type.precision === undefined ? null : (type.scale ?? 0),
    };
  }
  if (kind === 'bit' || kind === 'varbit') return {character_maximum_length: type.length ?? null};
  if (kind === 'varchar' || kind === 'bpchar' || kind === 'text') {
    const octets = type.length === undefined ? MAX_FIELD_BYTES : type.length * MAX_BYTES_A_CHARACTER;
    return {character_maximum_length: type.length ?? null, character_octet_length: octets};
  }
  if (kind === 'date') return {datetime_precision: 0};
  if (kind === 'interval' && type.span !== undefined) {
    // Postgres counts the digits of seconds among the fields.
    const digits = type.precision === undefined ? '' : `(${type.precision})`;
    return {datetime_precision: type.precision ?? 6, interval_type: type.span.toUpperCase() + digits};
  }
  if (kind === 'time' || kind === 'timetz' || kind === 'timestamp' || kind === 'timestamptz' || kind === 'interval') {
    return {datetime_precision: type.precision ?? 6};
  }
  return {};
}

/** A row of pg_type, as the standard's columns speak of it. */
type NamedType = {
  readonly schema: string;
  readonly name: string;
  /** What it is an array of; 0: it is none. */
  readonly element: number;
};

/** By pg_type.oid. */
export function typeOfNumber(catalog: Catalog, oid: number): NamedType {
  const own = typeOwner(catalog, oid);
  if (own) {
    const {object, array} = own;
    const {schema, name} = object;
    return array
      ? {schema, name: arrayTypeName(catalog, object), element: elementTypeOid(oid)}
      : {schema, name, element: 0};
  }
  const row = builtInTypes().get(BigInt(oid));
  const element = row?.typlen === -1 ? Number(row.typelem) : 0;
  return {schema: 'pg_catalog', name: (row?.typname as string | undefined) ?? 'record', element};
}

/** The standard's word for a type that pg_type has by this number. */
export function dataTypeOf(catalog: Catalog, oid: number): string {
  const {schema, element} = typeOfNumber(catalog, oid);
  if (element !== 0) return 'ARRAY';
  return schema === 'pg_catalog' ? typeText(BigInt(oid)) : 'USER-DEFINED';
}

/** udt_catalog and its kin, of a type as it is. */
export function udtNamed(catalog: Catalog, type: SqlType) {
  return udtOfNumber(catalog, oidOf(type));
}

export function udtOfNumber(catalog: Catalog, oid: number) {
  const {schema, name} = typeOfNumber(catalog, oid);
  return {udt_catalog: catalog.database, udt_schema: schema, udt_name: name};
}

/** Of a column of a table: a domain's base, and the domain beside it. */
export function columnTypeFacts(catalog: Catalog, type: SqlType) {
  const domain = type.domain === undefined ? null : catalog.byOid(type.domain);
  const base = domain?.kind === 'domain' ? domain.base : type;
  return {
    ...lengthFacts(type),
    data_type: dataTypeOf(catalog, oidOf(base)),
    ...udtNamed(catalog, base),
    ...(domain ? {domain_catalog: catalog.database, domain_schema: domain.schema, domain_name: domain.name} : {}),
  };
}

/** Only a collation that is not the database's own is named. */
export function collationFacts(catalog: Catalog, type: SqlType): Readonly<Record<string, string>> {
  const oid = collationOidOf(type);
  const collation = oid === 0 || oid === DEFAULT_COLLATION ? undefined : findCollationByOid(catalog, oid);
  if (!collation) return {};
  return {
    collation_catalog: catalog.database,
    collation_schema: collation.schema,
    collation_name: collation.name,
  };
}
