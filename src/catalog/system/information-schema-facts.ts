import type {Catalog} from '../catalog.ts';
import {type Collation, collations} from './collations.ts';
import {recordedRelation} from './recorded-relation.ts';
import type {SystemRelation} from './system-relation.ts';

/** What the standard wants to know of the database as a whole. */
export const standardFacts: readonly SystemRelation[] = [
  recordedRelation('information_schema.information_schema_catalog_name', function* ({catalog}) {
    yield {catalog_name: catalog.database};
  }),
  recordedRelation('information_schema.character_sets', function* ({catalog}) {
    yield {
      character_set_name: 'UTF8',
      character_repertoire: 'UCS',
      form_of_use: 'UTF8',
      default_collate_catalog: catalog.database,
    };
  }),
  recordedRelation('information_schema.collations', function* ({catalog}) {
    for (const {schema, name} of allCollations(catalog)) {
      yield {...collationNamed(catalog.database, schema, name), pad_attribute: 'NO PAD'};
    }
  }),
  recordedRelation('information_schema.collation_character_set_applicability', function* ({catalog}) {
    for (const {schema, name} of allCollations(catalog)) {
      yield {...collationNamed(catalog.database, schema, name), character_set_name: 'UTF8'};
    }
  }),
  recordedRelation('information_schema.sql_implementation_info', function* () {
    yield* implementation.map(([id, name, integer, text]) => ({
      implementation_info_id: id,
      implementation_info_name: name,
      integer_value: integer,
      character_value: text,
    }));
  }),
  recordedRelation('information_schema.sql_sizing', function* () {
    yield* sizes.map(([id, name, value]) => ({sizing_id: id, sizing_name: name, supported_value: value}));
  }),
];

function allCollations(catalog: Catalog): readonly Collation[] {
  return [...collations, ...catalog.ofKind('collation')];
}

function collationNamed(database: string, schema: string, name: string) {
  return {collation_catalog: database, collation_schema: schema, collation_name: name};
}

const implementation: readonly (readonly [string, string, number | null, string | null])[] = [
  ['10003', 'CATALOG NAME', null, 'Y'],
  ['10004', 'COLLATING SEQUENCE', null, null],
  ['13', 'SERVER NAME', null, ''],
  ['17', 'DBMS NAME', null, 'PostgreSQL'],
  ['18', 'DBMS VERSION', null, '15.0'],
  ['2', 'DATA SOURCE NAME', null, ''],
  ['23', 'CURSOR COMMIT BEHAVIOR', 1, null],
  ['26', 'DEFAULT TRANSACTION ISOLATION', 2, null],
  ['28', 'IDENTIFIER CASE', 3, null],
  ['46', 'TRANSACTION CAPABLE', 2, null],
  ['85', 'NULL COLLATION', 0, null],
  ['94', 'SPECIAL CHARACTERS', null, ''],
];

const sizes: readonly (readonly [number, string, number | null])[] = [
  [0, 'MAXIMUM DRIVER CONNECTIONS', null],
  [1, 'MAXIMUM CONCURRENT ACTIVITIES', 0],
  [30, 'MAXIMUM COLUMN NAME LENGTH', 63],
  [31, 'MAXIMUM CURSOR NAME LENGTH', 63],
  [32, 'MAXIMUM SCHEMA NAME LENGTH', 63],
  [34, 'MAXIMUM CATALOG NAME LENGTH', 63],
  [35, 'MAXIMUM TABLE NAME LENGTH', 63],
  [97, 'MAXIMUM COLUMNS IN GROUP BY', 0],
  [99, 'MAXIMUM COLUMNS IN ORDER BY', 0],
  [100, 'MAXIMUM COLUMNS IN SELECT', 1664],
  [101, 'MAXIMUM COLUMNS IN TABLE', 1600],
  [106, 'MAXIMUM TABLES IN SELECT', 0],
  [107, 'MAXIMUM USER NAME LENGTH', 63],
  [10005, 'MAXIMUM IDENTIFIER LENGTH', 63],
  [20000, 'MAXIMUM STATEMENT OCTETS', 0],
  [20001, 'MAXIMUM STATEMENT OCTETS DATA', 0],
  [20002, 'MAXIMUM STATEMENT OCTETS SCHEMA', 0],
  [25000, 'MAXIMUM CURRENT DEFAULT TRANSFORM GROUP LENGTH', null],
  [25001, 'MAXIMUM CURRENT TRANSFORM GROUP LENGTH', null],
  [25002, 'MAXIMUM CURRENT PATH LENGTH', 0],
  [25003, 'MAXIMUM CURRENT ROLE LENGTH', null],
  [25004, 'MAXIMUM SESSION USER LENGTH', 63],
  [25005, 'MAXIMUM SYSTEM USER LENGTH', 63],
];
