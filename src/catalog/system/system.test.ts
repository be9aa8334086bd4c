import {expect, test} from 'vitest';
import {INTEGER, TEXT} from '../../types/sql-type.ts';
import {asVector} from '../../types/vector-types.ts';
import {Catalog} from '../catalog.ts';
import {keyIndex} from '../constraints.ts';
import type {TableObject} from '../object.ts';
import {callSystemFunction} from '../system-functions.ts';
import {allSystemRelations, systemRelationByName} from './index.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {noStatus} from './status.ts';

function snapshotWithTable(): {snapshot: SystemSnapshot; table: TableObject} {
  const catalog = Catalog.create('db', 'me');
  const table: TableObject = {
    kind: 'table',
    oid: catalog.allocateOid(),
    name: 'T x',
    schema: 'public',
    owner: 'me',
    definition: '',
    dependsOn: [],
    comment: 'what it is',
    columns: [
      {name: 'id', type: INTEGER, nullable: false, default: null},
      {
        name: 'note',
        type: TEXT,
        nullable: true,
        default: {expr: {op: 'literal', value: 'x', type: TEXT}, text: "'x'"},
      },
    ],
    indexes: [
      keyIndex({oid: catalog.allocateOid(), name: 'T x_pkey', columns: [0], elements: ['id'], constraint: 'primary'}),
    ],
    checks: [],
    foreignKeys: [],
    generation: 0,
  };
  catalog.add(table);
  const session = {
    user: 'me',
    role: 10,
    sessionUser: 'me',
    database: 'db',
    searchPath: ['public'],
    settings: [],
    settingOf: () => undefined,
    processId: 7,
  };
  return {snapshot: {catalog, status: noStatus, session}, table};
}

function rowsOf(snapshot: SystemSnapshot, schema: string, name: string): Record<string, unknown>[] {
  const relation = systemRelationByName(schema, name)!;
  return relation
    .rows(snapshot)
    .map(row => Object.fromEntries(relation.columns.map((column, i) => [column.name, row[i]])));
}

test('every relation gives rows of its own width, and no OID or name is there twice', () => {
  const {snapshot} = snapshotWithTable();
  const relations = allSystemRelations();
  for (const relation of relations) {
    const widths = new Set(relation.rows(snapshot).map(row => row.length));
    expect(
      [...widths].filter(width => width !== relation.columns.length),
      relation.name,
    ).toEqual([]);
    expect(relation.oid).toBeLessThan(16384);
  }
  expect(new Set(relations.map(({oid}) => oid)).size).toBe(relations.length);
  expect(new Set(relations.map(({schema, name}) => `${schema}.${name}`)).size).toBe(relations.length);
});

test('a table with its key, columns and default', () => {
  const {snapshot, table} = snapshotWithTable();
  const oid = BigInt(table.oid);
  const key = BigInt(table.indexes[0].oid);
  const classes = rowsOf(snapshot, 'pg_catalog', 'pg_class').filter(row => row.relnamespace === 2200n);
  expect(classes).toMatchObject([
    {oid, relname: 'T x', relkind: 'r', relnatts: 2, relhasindex: true, relowner: 10n},
    {oid: key, relname: 'T x_pkey', relkind: 'i', relnatts: 1},
  ]);
  const attributes = rowsOf(snapshot, 'pg_catalog', 'pg_attribute').filter(
    row => row.attrelid === oid && (row.attnum as number) > 0,
  );
  expect(attributes).toMatchObject([
    {attname: 'id', attnum: 1, atttypid: 23n, attnotnull: true, atthasdef: false},
    {attname: 'note', attnum: 2, atttypid: 25n, attnotnull: false, atthasdef: true},
  ]);
  expect(rowsOf(snapshot, 'pg_catalog', 'pg_attrdef')).toMatchObject([{adrelid: oid, adnum: 2, adbin: "'x'"}]);
  expect(rowsOf(snapshot, 'pg_catalog', 'pg_index')).toMatchObject([
    {indexrelid: key, indrelid: oid, indkey: asVector([1])},
  ]);
  const [constraint] = rowsOf(snapshot, 'pg_catalog', 'pg_constraint');
  expect(constraint).toMatchObject({conname: 'T x_pkey', contype: 'p', conkey: [1], conindid: key});
  const ask = (name: string, ...args: (bigint | string | number | boolean | null)[]) =>
    callSystemFunction(snapshot, name, args);
  expect(ask('pg_get_indexdef', key, 0, true)).toBe('CREATE UNIQUE INDEX "T x_pkey" ON "T x" USING btree (id)');
  expect(ask('pg_get_constraintdef', constraint.oid as bigint, true)).toBe('PRIMARY KEY (id)');
  expect(ask('regclass_name', oid)).toBe('"T x"');
  expect(ask('to_regclass', '"T x"')).toBe(oid);
  expect(ask('to_regclass', 'nope')).toBe(null);
  expect(ask('pg_table_is_visible', oid)).toBe(true);
  expect(ask('obj_description', oid, 'pg_class')).toBe('what it is');
  expect(ask('format_type', 1043n, 14)).toBe('character varying(10)');
  expect(ask('pg_get_userbyid', 10n)).toBe('me');
  expect(ask('pg_get_userbyid', 11n)).toBe('unknown (OID=11)');
});

test('casts know their target', () => {
  const {snapshot} = snapshotWithTable();
  const casts = rowsOf(snapshot, 'pg_catalog', 'pg_cast');
  expect(casts.filter(row => row.castsource === 20n && row.casttarget === 1700n)).toHaveLength(1);
});
