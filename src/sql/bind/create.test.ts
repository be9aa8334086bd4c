import {describe, expect, test} from 'vitest';
import type {SourceObject} from '../../catalog/object.ts';
import {SqlError} from '../../types/sql-error.ts';
import {typeName} from '../../types/type-names.ts';
import type {CreateMaterializedView, CreateSink, CreateSource, CreateTable} from '../ast/index.ts';
import {parseStatements} from '../parse/index.ts';
import {bindCreateMaterializedView, bindCreateSink, bindCreateSource, bindCreateTable} from './index.ts';
import {catalogOf, optionsFor, recordOf} from './testing.ts';

const catalog = catalogOf('create table t (a int, b int); create view v as select a from t');

function thrown(action: () => unknown) {
  try {
    action();
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    return `${error.code} ${error.message}${error.fields.position ? ` @${error.fields.position}` : ''}`;
  }
  throw new Error('nothing was thrown');
}

describe('CREATE TABLE', () => {
  const create = (sql: string) =>
    bindCreateTable(parseStatements(sql)[0] as CreateTable, optionsFor(catalog, sql)).table;

  test('keeps types, defaults and the key', () => {
    const sql = `create table x (id bigint primary key, n numeric(10,2) default 1.239, s varchar(5) not null default 'a',
      at timestamptz default now(), c struct<p int, q text[]>, h int[], d text default null)`;
    const table = create(sql);
    expect(table.definition).toBe(sql);
    expect(
      table.columns.map(({name, type, nullable}) => `${name} ${typeName(type)}${nullable ? '' : ' not null'}`),
    ).toEqual([
      'id bigint not null',
      'n numeric(10,2)',
      's character varying(5) not null',
      'at timestamp with time zone',
      'c STRUCT<p integer, q text[]>',
      'h integer[]',
      'd text',
    ]);
    expect(table.columns.map(column => column.default?.text ?? null)).toEqual([
      null,
      '1.239',
      "'a'",
      'now()',
      null,
      null,
      null,
    ]);
    expect(table.columns[1].default?.expr).toMatchObject({op: 'literal', value: {coefficient: 124n, scale: 2}});
    expect(table.indexes).toMatchObject([{name: 'x_pkey', columns: [0], constraint: 'primary'}]);
    expect(table.indexes[0].oid).not.toBe(table.oid);
  });

  test('refuses what it cannot mean', () => {
    expect(thrown(() => create('create table x (a int, a text)'))).toBe('42701 column "a" specified more than once');
    expect(thrown(() => create('create table x (a nope)'))).toBe('42704 type "nope" does not exist @19');
    expect(thrown(() => create('create table x (a int primary key, primary key (a))'))).toBe(
      '42P16 multiple primary keys for table "x" are not allowed @36',
    );
    expect(thrown(() => create('create table x (a int, primary key (b))'))).toBe(
      '42703 column "b" named in key does not exist @24',
    );
    expect(thrown(() => create('create table x (a int default true)'))).toBe(
      '42804 column "a" is of type integer but default expression is of type boolean',
    );
    expect(thrown(() => create('create table x (a int, b int default a)'))).toBe(
      '0A000 cannot use column reference in DEFAULT expression @38',
    );
    expect(thrown(() => create('create table x (a int default (select 1))'))).toContain(
      '0A000 cannot use subquery in DEFAULT expression',
    );
    expect(thrown(() => create('create table x (a int default count(*))'))).toBe(
      '42803 aggregate functions are not allowed in DEFAULT expressions @31',
    );
    expect(thrown(() => create('create table x (a int null not null)'))).toBe(
      '42601 conflicting NULL/NOT NULL declarations for column "a" of table "x" @28',
    );
    expect(thrown(() => create('create table nope.x (a int)'))).toBe('3F000 schema "nope" does not exist @14');
    expect(thrown(() => create('create table x () inherits (t)'))).toMatch(/^0A000 .* not supported yet/);
  });
});

describe('CREATE SOURCE', () => {
  const create = (sql: string, options = {}) =>
    bindCreateSource(parseStatements(sql)[0] as CreateSource, {...optionsFor(catalog, sql), ...options});

  test('is one record in both syntaxes', () => {
    const facts = ({columns, connector, generator, options, format}: SourceObject) => ({
      columns,
      connector,
      generator,
      options,
      format,
    });
    const ours = create(`create source s (a bigint, b struct<c text>) from kafka
      (brokers 'h:9092', topic 'bids', start earliest) format json`);
    const theirs = create(`create source s (a bigint, b struct<c text>) with (connector = 'kafka', topic = 'bids',
      properties.bootstrap.server = 'h:9092', scan.startup.mode = 'earliest') format plain encode json`);
    expect(facts(ours)).toEqual(facts(theirs));
    expect(ours).toMatchObject({
      connector: 'kafka',
      options: {brokers: 'h:9092', topic: 'bids', start: 'earliest'},
      format: {format: 'plain', encode: 'json', options: {}},
      watermark: null,
    });
  });

  test('of a generator has the columns that its connector says', () => {
    const columns = [{name: 'n', type: {kind: 'bigint'}, nullable: false}];
    const source = create('create source c from load generator counter (rate 10, seed 42)', {
      defaultSchema: (connector: string, options: Record<string, string>) =>
        connector === 'load generator' && options.generator === 'counter' ? columns : null,
    });
    expect(source).toMatchObject({
      connector: 'load generator',
      generator: 'counter',
      options: {rate: '10', seed: '42'},
      format: null,
      columns: [{name: 'n'}],
    });
  });

  test('watermarks are over its columns', () => {
    const source = create(`create source s (ts timestamp, watermark for ts as ts - interval '5' second)
      from file (path '/x') format json`);
    expect(source.watermark).toMatchObject({column: 0, text: "ts - interval '5' second", expr: {op: 'call'}});
  });

  test('refuses', () => {
    expect(thrown(() => create("create source s from file (path 'x') format json"))).toBe(
      '42601 a source of connector "file" needs a column list @15',
    );
    expect(thrown(() => create("create source s (a int) with (topic = 'x')"))).toContain('42601 missing connector');
    expect(thrown(() => create("create source s (a int) from file (path 'x', path 'y') format json"))).toBe(
      '42601 option "path" provided more than once @46',
    );
    expect(
      thrown(() => create("create source s (a int) with (connector = 'kafka') format debezium encode json")),
    ).toContain('0A000 FORMAT DEBEZIUM is not supported yet');
    expect(
      thrown(() => create("create source s (a int, watermark for a as a) from file (path 'x') format json")),
    ).toContain('42804 a watermark needs a timestamp column, not one of type integer');
  });
});

describe('views and sinks', () => {
  const create = (sql: string) => recordOf(parseStatements(sql)[0], optionsFor(catalog, sql));
  const materialize = (sql: string) =>
    bindCreateMaterializedView(parseStatements(sql)[0] as CreateMaterializedView, optionsFor(catalog, sql));
  const sink = (sql: string) => bindCreateSink(parseStatements(sql)[0] as CreateSink, optionsFor(catalog, sql));

  test('know their query and what they depend on', () => {
    const view = create('create view x (p) as select a, b + 1 as q from t -- end');
    expect(view).toMatchObject({query: 'select a, b + 1 as q from t', columns: [{name: 'p'}, {name: 'q'}]});
    expect(view.dependsOn).toEqual([catalog.find(['t'], ['public'])!.oid]);
    // A view on a view depends on that, and not on what is beneath.
    expect(create('create view x as select * from v').dependsOn).toEqual([catalog.find(['v'], ['public'])!.oid]);
    expect(sink("create sink s from v with (connector = 'blackhole')").object).toMatchObject({
      connector: 'blackhole',
      from: catalog.find(['v'], ['public'])!.oid,
      query: null,
    });
    expect(sink("create sink s as select 1 as one with (connector = 'blackhole')").object).toMatchObject({
      from: null,
      query: 'select 1 as one',
      columns: [{name: 'one'}],
    });
  });

  test('take no parameters, and no name twice', () => {
    expect(thrown(() => create('create view x as select $1::int'))).toBe('42P02 there is no parameter $1');
    expect(thrown(() => create('create view x as select a, a from t'))).toBe(
      '42701 column "a" specified more than once',
    );
    expect(thrown(() => create('create view x (p, q) as select 1'))).toBe(
      '42601 CREATE VIEW specifies more column names than columns',
    );
  });

  test('materialized, change only when rows do', () => {
    expect(thrown(() => materialize('create materialized view x as select now()'))).toContain(
      '0A000 now() in a materialized view is not supported yet @',
    );
    expect(thrown(() => materialize('create materialized view x as select current_user'))).toContain(
      '0A000 current_user()',
    );
    expect(thrown(() => materialize('create materialized view x as select a from t where random() > 0.5'))).toContain(
      '0A000 random()',
    );
    expect(thrown(() => materialize('create materialized view x as select relname from pg_class'))).toContain(
      '0A000 system relation "pg_class" in a materialized view is not supported yet',
    );
    expect(() => create('create view x as select now()')).not.toThrow();
  });

  test('options', () => {
    expect(materialize("create materialized view x with (on_error = 'quarantine') as select 1").object.options).toEqual(
      {
        on_error: 'quarantine',
      },
    );
    expect(thrown(() => materialize("create materialized view x with (on_error = 'x') as select 1"))).toContain(
      '22023 invalid value for parameter "on_error": "x"',
    );
    expect(thrown(() => materialize('create materialized view x with (nope = 1) as select 1'))).toContain(
      '22023 unrecognized parameter "nope"',
    );
  });
});
