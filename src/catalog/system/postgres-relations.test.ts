import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {typeName} from '../../types/type-names.ts';
import {allSystemRelations, systemRelationByName} from './index.ts';

type Recorded = {readonly schema: string; readonly name: string; readonly kind: string; readonly columns: string[]};

const lines = readFileSync(new URL('./fixtures/postgres-relations.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const recorded: readonly Recorded[] = lines
  .filter(line => !line.startsWith('#'))
  .map(line => {
    const [schema, name, kind, columns] = line.split('|');
    return {schema, name, kind, columns: columns.split(',')};
  });

/** What stands for types that there are not. */
const nearest: Readonly<Record<string, string>> = {
  'information_schema.sql_identifier': 'name',
  'information_schema.character_data': 'character varying',
  'information_schema.yes_or_no': 'character varying',
  'information_schema.cardinal_number': 'integer',
  'information_schema.time_stamp': 'timestamp with time zone',
  int2vector: 'smallint[]',
  oidvector: 'oid[]',
  pg_node_tree: 'text',
  anyarray: 'text',
  pg_ndistinct: 'text',
  pg_dependencies: 'text',
  pg_mcv_list: 'text',
  'pg_statistic[]': 'text[]',
};

test.each(recorded.map(each => [`${each.schema}.${each.name}`, each] as const))(
  '%s has the columns that PostgreSQL gives it',
  (_, {schema, name, kind, columns}) => {
    const relation = systemRelationByName(schema, name);
    expect(relation, 'exists').not.toBeNull();
    expect(relation!.relkind).toBe(kind);
    const own = relation!.columns.map(column => `${column.name} ${typeName(column.type)}`);
    const wanted = columns.map(column => {
      const [, named, type] = /^(\S+) (.*)$/.exec(column)!;
      const has = own.includes(column);
      return has ? column : `${named} ${nearest[type] ?? type}`;
    });
    expect(own).toEqual(wanted);
  },
);

test('PostgreSQL has no others in these schemas', () => {
  const names = new Set(recorded.map(({schema, name}) => `${schema}.${name}`));
  const others = allSystemRelations()
    .filter(({schema}) => schema === 'pg_catalog' || schema === 'information_schema')
    .map(({schema, name}) => `${schema}.${name}`);
  expect(others.filter(name => !names.has(name))).toEqual([]);
});
