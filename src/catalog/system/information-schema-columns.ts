import {catalogTypeOfKind} from '../../types/catalog-oids.ts';
import {INTEGER, NAME, TEXT, baseOf} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {Catalog} from '../catalog.ts';
import {type CatalogColumn, liveColumns} from '../object.ts';
import {listedRelations} from './relation-rows.ts';
import {systemRelation} from './system-relation.ts';

type TypeFacts = {
  readonly data_type: string;
  readonly udt_name: string | null;
  readonly character_maximum_length?: number | null;
  readonly character_octet_length?: number;
  readonly numeric_precision?: number | null;
  readonly numeric_precision_radix?: number;
  readonly numeric_scale?: number | null;
  readonly datetime_precision?: number;
};

const integerBits: Partial<Record<SqlType['kind'], number>> = {smallint: 16, integer: 32, bigint: 64};
const floatBits: Partial<Record<SqlType['kind'], number>> = {real: 24, 'double precision': 53};
const MAX_BYTES_A_CHARACTER = 4;
const MAX_FIELD_BYTES = 1_073_741_824;

/** What the standard's columns say of a type, and where they are silent. */
function typeFacts(declared: SqlType): TypeFacts {
  const type = baseOf(declared);
  const {kind} = type;
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
  if (kind === 'time' || kind === 'timestamp' || kind === 'timestamptz' || kind === 'interval') {
    return {...facts, datetime_precision: type.precision ?? 6};
  }
  return facts;
}

function identityFacts(catalog: Catalog, table: number, index: number, {identity}: CatalogColumn) {
  if (!identity) return {is_identity: 'NO', identity_cycle: 'NO'};
  const owned = catalog
    .ofKind('sequence')
    .find(({ownedBy}) => ownedBy !== null && ownedBy.table === table && ownedBy.column === index);
  return {
    is_identity: 'YES',
    identity_generation: identity.toUpperCase(),
    identity_start: String(owned?.start),
    identity_increment: String(owned?.increment),
    identity_maximum: String(owned?.max),
    identity_minimum: String(owned?.min),
    identity_cycle: owned?.cycle ? 'YES' : 'NO',
  };
}

export const informationSchemaColumns = systemRelation({
  oid: 13295,
  schema: 'information_schema',
  name: 'columns',
  relkind: 'v',
  columns: {
    table_catalog: NAME,
    table_schema: NAME,
    table_name: NAME,
    column_name: NAME,
    ordinal_position: INTEGER,
    column_default: TEXT,
    is_nullable: TEXT,
    data_type: TEXT,
    character_maximum_length: INTEGER,
    character_octet_length: INTEGER,
    numeric_precision: INTEGER,
    numeric_precision_radix: INTEGER,
    numeric_scale: INTEGER,
    datetime_precision: INTEGER,
    interval_type: TEXT,
    interval_precision: INTEGER,
    character_set_catalog: NAME,
    character_set_schema: NAME,
    character_set_name: NAME,
    collation_catalog: NAME,
    collation_schema: NAME,
    collation_name: NAME,
    domain_catalog: NAME,
    domain_schema: NAME,
    domain_name: NAME,
    udt_catalog: NAME,
    udt_schema: NAME,
    udt_name: NAME,
    scope_catalog: NAME,
    scope_schema: NAME,
    scope_name: NAME,
    maximum_cardinality: INTEGER,
    dtd_identifier: NAME,
    is_self_referencing: TEXT,
    is_identity: TEXT,
    identity_generation: TEXT,
    identity_start: TEXT,
    identity_increment: TEXT,
    identity_maximum: TEXT,
    identity_minimum: TEXT,
    identity_cycle: TEXT,
    is_generated: TEXT,
    generation_expression: TEXT,
    is_updatable: TEXT,
  },
  *rows(snapshot) {
    const {catalog} = snapshot;
    for (const {relation, relkind, columns} of listedRelations(snapshot)) {
      if (relkind === 'm' || relkind === 'S') continue;
      for (const {column, index, number} of liveColumns({columns})) {
        yield {
          ...typeFacts(column.type),
          table_catalog: catalog.database,
          table_schema: relation.schema,
          table_name: relation.name,
          column_name: column.name,
          ordinal_position: number,
          column_default: column.identity ? null : (column.default?.text ?? null),
          is_nullable: column.nullable || relkind === 'v' ? 'YES' : 'NO',
          udt_catalog: catalog.database,
          udt_schema: 'pg_catalog',
          dtd_identifier: String(number),
          is_self_referencing: 'NO',
          ...identityFacts(catalog, relation.oid, index, column),
          is_generated: column.generated ? 'ALWAYS' : 'NEVER',
          generation_expression: column.generated?.text ?? null,
          is_updatable: relation.kind === 'table' ? 'YES' : 'NO',
        };
      }
    }
  },
});
