import {describe, expect, test} from 'vitest';
import {INTEGER, TEXT, numericOf} from '../types/sql-type.ts';
import {SqlError} from '../types/sql-error.ts';
import {Catalog} from './catalog.ts';
import {DependencyIndex} from './dependency-index.ts';
import {existsNotice} from './name-errors.ts';
import {planDrop} from './drop.ts';
import type {DropRequest} from './drop.ts';
import type {CatalogColumn, CatalogObject, TableObject, ViewObject} from './object.ts';
import {decodeObject, encodeObject} from './record.ts';
import {rowTypeOid} from '../types/user-types.ts';
import {columnsOfType} from './user-types.ts';

const path = ['public'];

function columnsOf(...names: string[]): CatalogColumn[] {
  return names.map(name => ({name, type: INTEGER, nullable: true, default: null}));
}

function common(catalog: Catalog, name: string, schema = 'public') {
  return {
    oid: catalog.allocateOid(),
    name,
    schema,
    owner: 'me',
    definition: '',
    dependsOn: [] as number[],
    comment: null,
  };
}

function table(catalog: Catalog, name: string, schema?: string): TableObject {
  const object = {
    ...common(catalog, name, schema),
    kind: 'table',
    columns: columnsOf('a'),
    indexes: [],
    checks: [],
    foreignKeys: [],
    generation: 0,
  } as const;
  catalog.add(object);
  return object;
}

function view(catalog: Catalog, name: string, on: CatalogObject[], kind: 'view' | 'materialized view' = 'view') {
  const object = {
    ...common(catalog, name),
    dependsOn: on.map(({oid}) => oid),
    kind,
    names: {relations: {}, columns: {}},
    query: 'select 1',
    searchPath: path,
    columns: columnsOf('a'),
    options: {},
  } as ViewObject;
  catalog.add(object);
  return object;
}

function schema(catalog: Catalog, name: string): void {
  catalog.add({...common(catalog, name, ''), kind: 'schema'});
}

function thrown(action: () => unknown) {
  try {
    action();
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    const {code, message, fields} = error;
    return JSON.parse(JSON.stringify({code, message, ...fields}));
  }
  throw new Error('nothing was thrown');
}

function drop(catalog: Catalog, kind: DropRequest['kind'], names: string[], options: Partial<DropRequest> = {}) {
  return planDrop(
    catalog,
    {kind, names: names.map(name => name.split('.')), ifExists: false, cascade: false, ...options},
    path,
  );
}

describe('names', () => {
  test('are found along the search path, pg_catalog first', () => {
    const catalog = Catalog.create('db', 'me');
    schema(catalog, 's');
    const [inPublic, inS] = [table(catalog, 't'), table(catalog, 't', 's')];
    expect(catalog.resolve(['t'], ['public', 's']).oid).toBe(inPublic.oid);
    expect(catalog.resolve(['t'], ['s', 'public']).oid).toBe(inS.oid);
    expect(catalog.resolve(['s', 't'], path).oid).toBe(inS.oid);
    expect(catalog.resolve(['db', 's', 't'], path).oid).toBe(inS.oid);
    table(catalog, 'pg_class');
    expect(catalog.resolve(['pg_class'], path).kind).toBe('system');
    expect(catalog.resolve(['pg_class'], ['public', 'pg_catalog']).kind).toBe('table');
  });

  test('that are not there', () => {
    const catalog = Catalog.create('db', 'me');
    expect(thrown(() => catalog.resolve(['x'], path))).toEqual({code: '42P01', message: 'relation "x" does not exist'});
    expect(thrown(() => catalog.resolve(['s', 'x'], path)).message).toBe('relation "s.x" does not exist');
    expect(thrown(() => catalog.resolve(['other', 's', 'x'], path))).toEqual({
      code: '0A000',
      message: 'cross-database references are not implemented: "other.s.x"',
    });
    expect(thrown(() => catalog.creationTarget(['s', 'x'], path))).toEqual({
      code: '3F000',
      message: 'schema "s" does not exist',
    });
    expect(thrown(() => catalog.creationTarget(['pg_catalog', 'x'], path)).code).toBe('42501');
  });

  test('are given once', () => {
    const catalog = Catalog.create('db', 'me');
    const first = table(catalog, 't');
    expect(thrown(() => view(catalog, 't', []))).toEqual({code: '42P07', message: 'relation "t" already exists'});
    expect(thrown(() => schema(catalog, 'public'))).toEqual({code: '42P06', message: 'schema "public" already exists'});
    expect(existsNotice(first)).toEqual({
      severity: 'NOTICE',
      code: '42P07',
      message: 'relation "t" already exists, skipping',
    });
  });
});

describe('DROP', () => {
  test('refuses what others depend on, naming them depth first', () => {
    const catalog = Catalog.create('db', 'me');
    const a = table(catalog, 'a');
    const av = view(catalog, 'av', [a]);
    view(catalog, 'av2', [av]);
    view(catalog, 'm', [a], 'materialized view');
    expect(thrown(() => drop(catalog, 'table', ['a']))).toEqual({
      code: '2BP01',
      message: 'cannot drop table a because other objects depend on it',
      detail: 'view av depends on table a\nview av2 depends on view av\nmaterialized view m depends on table a',
      hint: 'Use DROP ... CASCADE to drop the dependent objects too.',
    });
    expect(thrown(() => drop(catalog, 'view', ['av', 'av2']) && drop(catalog, 'table', ['a'])).code).toBe('2BP01');
  });

  test('of several objects that depend on each other alone', () => {
    const catalog = Catalog.create('db', 'me');
    const a = table(catalog, 'a');
    const av = view(catalog, 'av', [a]);
    const av2 = view(catalog, 'av2', [av]);
    expect(drop(catalog, 'view', ['av', 'av2']).objects.map(({oid}) => oid)).toEqual([av.oid, av2.oid]);
    table(catalog, 'b');
    expect(thrown(() => drop(catalog, 'table', ['a', 'b'])).message).toBe(
      'cannot drop desired object(s) because other objects depend on them',
    );
  });

  test('CASCADE takes the dependents and says so', () => {
    const catalog = Catalog.create('db', 'me');
    const a = table(catalog, 'a');
    const av = view(catalog, 'av', [a]);
    expect(drop(catalog, 'table', ['a'], {cascade: true}).notices).toEqual([
      {severity: 'NOTICE', code: '00000', message: 'drop cascades to view av'},
    ]);
    view(catalog, 'av2', [av]);
    const plan = drop(catalog, 'table', ['a'], {cascade: true});
    expect(plan.notices).toEqual([
      {
        severity: 'NOTICE',
        code: '00000',
        message: 'drop cascades to 2 other objects',
        detail: 'drop cascades to view av\ndrop cascades to view av2',
      },
    ]);
    expect(plan.objects.map(({name}) => name)).toEqual(['av2', 'av', 'a']);
    catalog.remove(plan.objects.map(({oid}) => oid));
    expect(catalog.find(['av'], path)).toBeNull();
  });

  test('of a schema', () => {
    const catalog = Catalog.create('db', 'me');
    schema(catalog, 's');
    table(catalog, 't', 's');
    expect(thrown(() => drop(catalog, 'schema', ['s'])).detail).toBe('table s.t depends on schema s');
    expect(thrown(() => drop(catalog, 'schema', ['pg_catalog'])).message).toBe(
      'cannot drop schema pg_catalog because it is required by the database system',
    );
  });

  test('of what is not there, or another thing', () => {
    const catalog = Catalog.create('db', 'me');
    const t = table(catalog, 't');
    view(catalog, 'v', [t]);
    view(catalog, 'm', [t], 'materialized view');
    expect(thrown(() => drop(catalog, 'table', ['x']))).toEqual({code: '42P01', message: 'table "x" does not exist'});
    expect(thrown(() => drop(catalog, 'view', ['s.x']))).toEqual({code: '3F000', message: 'schema "s" does not exist'});
    expect(drop(catalog, 'table', ['x', 'y'], {ifExists: true}).notices.map(({message}) => message)).toEqual([
      'table "x" does not exist, skipping',
      'table "y" does not exist, skipping',
    ]);
    expect(thrown(() => drop(catalog, 'table', ['v']))).toEqual({
      code: '42809',
      message: '"v" is not a table',
      hint: 'Use DROP VIEW to remove a view.',
    });
    expect(thrown(() => drop(catalog, 'view', ['m'])).hint).toBe(
      'Use DROP MATERIALIZED VIEW to remove a materialized view.',
    );
    expect(thrown(() => drop(catalog, 'table', ['pg_class']))).toEqual({
      code: '42501',
      message: 'permission denied: "pg_class" is a system catalog',
    });
  });
});

describe('changes', () => {
  test('of a fork are seen once it is committed', () => {
    const catalog = Catalog.create('db', 'me');
    const before = table(catalog, 'before');
    const fork = catalog.fork();
    const added = table(fork, 'added');
    fork.remove([before.oid]);
    expect(catalog.find(['added'], path)).toBeNull();
    const changes = fork.changesSince(catalog);
    expect(changes.put).toEqual([added]);
    expect(changes.removed).toEqual([before.oid]);
    catalog.commit(fork);
    expect(catalog.find(['added'], path)).toEqual(added);
    expect(catalog.version).toBe(changes.header.version);
  });

  test('of two forks do not both go in', () => {
    const catalog = Catalog.create('db', 'me');
    const [one, two] = [catalog.fork(), catalog.fork()];
    table(one, 'a');
    table(two, 'b');
    catalog.commit(one);
    expect(thrown(() => catalog.commit(two)).code).toBe('40001');
  });

  test('never give an OID twice, across restarts too', () => {
    const catalog = Catalog.create('db', 'me');
    const t = table(catalog, 't');
    expect(t.oid).toBe(16385);
    catalog.remove([t.oid]);
    const restored = Catalog.restore(catalog.header, [...catalog.all()].map(encodeObject).map(decodeObject));
    expect(table(restored, 't').oid).toBe(16386);
    expect(restored.schema('public')).toEqual(catalog.schema('public'));
  });
});

test('records survive their text form, whatever a default holds', () => {
  const column = (value: CatalogColumn['default'], type = TEXT): CatalogColumn => ({
    name: 'c',
    type,
    nullable: true,
    default: value,
  });
  const literal = (value: never) => ({expr: {op: 'literal', value, type: TEXT} as const, text: 'x'});
  const values = [12n, 1.5, -0, Infinity, NaN, new Uint8Array([0, 255]), {coefficient: 5n, scale: 1}, [1n, null], 'x'];
  const catalog = Catalog.create('db', 'me');
  const object: TableObject = {
    ...common(catalog, 't'),
    kind: 'table',
    indexes: [],
    checks: [],
    foreignKeys: [],
    generation: 0,
    columns: [...values.map(value => column(literal(value as never))), column(null, numericOf(10, 2))],
  };
  expect(decodeObject(encodeObject(object))).toEqual(object);
});

test('of many that depend on what goes the first hundred are told', () => {
  const catalog = Catalog.create('db', 'me');
  schema(catalog, 's');
  for (let i = 0; i < 102; i++) table(catalog, `t${i}`, 's');
  const request: DropRequest = {kind: 'schema', names: [['s']], ifExists: false, cascade: true};
  const [{message, detail}] = planDrop(catalog, request, path).notices;
  expect(message).toBe('drop cascades to 102 other objects');
  const lines = detail!.split('\n');
  expect(lines).toHaveLength(101);
  expect(lines.slice(-2)).toEqual(['drop cascades to table s.t99', 'and 2 other objects (see server log for list)']);
  const refused = thrown(() => planDrop(catalog, {...request, cascade: false}, path)) as {detail: string};
  expect(refused.detail.split('\n').at(-1)).toBe('and 2 other objects (see server log for list)');
});

test('a dependency index tells what looking through the catalog tells', () => {
  const catalog = Catalog.create('db', 'me');
  schema(catalog, 's');
  const [a, b] = [table(catalog, 'a'), table(catalog, 'b', 's')];
  const v = view(catalog, 'v', [a, b, a]);
  view(catalog, 'w', [v]);
  const rowsOf = (relation: CatalogObject) => ({kind: 'struct', oid: rowTypeOid(relation.oid), fields: []}) as const;
  const holder = table(catalog, 'holder', 's');
  const columns = [
    {...columnsOf('x')[0], type: rowsOf(a)},
    {...columnsOf('y')[0], type: {kind: 'array', element: rowsOf(b)} as const},
  ];
  catalog.replace({...holder, columns});
  const index = new DependencyIndex(catalog);
  for (const {oid} of catalog.all()) {
    expect(index.dependents(oid)).toEqual(catalog.dependents(oid));
    expect(index.columnsOfType(rowTypeOid(oid))).toEqual(columnsOfType(catalog, rowTypeOid(oid)));
  }
  expect(index.columnsOfType(rowTypeOid(b.oid))).toHaveLength(1);
});
