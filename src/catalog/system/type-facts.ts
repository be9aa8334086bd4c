import {catalogTypeOfKind} from '../../types/catalog-oids.ts';
import {baseOf} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {vectorOf} from '../../types/vector-types.ts';
import {kindName} from '../../types/type-names.ts';

export type TypeFacts = {
  readonly data_type: string;
  readonly udt_name: string | null;
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

/** What the standard's columns say of a type, and where they are silent. */
export function typeFacts(declared: SqlType): TypeFacts {
  const type = baseOf(declared);
  const {kind} = type;
  const vector = vectorOf(type);
  if (vector) return {data_type: 'ARRAY', udt_name: vector.name};
  if (type.oid !== undefined) return {data_type: 'USER-DEFINED', udt_name: kindName(type)};
  if (kind === 'array') {
    const element = catalogTypeOfKind(type.element!.kind)?.name;
    return {data_type: 'ARRAY', udt_name: element ? `_${element}` : '_record'};
  }
  const facts = {data_type: kindName(type), udt_name: catalogTypeOfKind(kind)?.name ?? 'record'};
  if (kind in integerBits) {
    return {...facts, numeric_precision: integerBits[kind], numeric_precision_radix: 2, numeric_scale: 0};
  }
  if (kind in floatBits) return {...facts, numeric_precision: floatBits[kind], numeric_precision_radix: 2};
  if (kind === 'numeric') {
    return {
      ...facts,
      numeric_precision: type.precision ?? null,
      numeric_precision_radix: 10,
      numeric_scale: type.precision === undefined ? null : (type.scale ?? 0),
    };
  }
  if (kind === 'varchar' || kind === 'bpchar' || kind === 'text') {
    const octets = type.length === undefined ? MAX_FIELD_BYTES : type.length * MAX_BYTES_A_CHARACTER;
    return {...facts, character_maximum_length: type.length ?? null, character_octet_length: octets};
  }
  if (kind === 'date') return {...facts, datetime_precision: 0};
  if (kind === 'interval' && type.span !== undefined) {
    // Postgres counts the digits of seconds among the fields.
    const digits = type.precision === undefined ? '' : `(${type.precision})`;
    return {...facts, datetime_precision: type.precision ?? 6, interval_type: type.span.toUpperCase() + digits};
  }
  if (kind === 'time' || kind === 'timestamp' || kind === 'timestamptz' || kind === 'interval') {
    return {...facts, datetime_precision: type.precision ?? 6};
  }
  return facts;
}
