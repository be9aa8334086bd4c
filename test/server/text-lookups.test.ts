// Lookups with the key in their text share a plan with parameters: they answer as if each were planned by itself.
import fc from 'fast-check';
import type pg from 'pg';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

let server: TestServer;
let client: pg.Client;
beforeAll(async () => {
  server = await TestServer.start();
  client = await server.connect();
  await client.query(
    `CREATE TYPE mood AS ENUM ('sad', 'ok');
     CREATE DOMAIN code AS varchar(4);
     CREATE TABLE texts (id int PRIMARY KEY, big bigint UNIQUE, small smallint, name text UNIQUE, short varchar(4),
       padded char(4), day date UNIQUE, at timestamptz UNIQUE, n numeric(8,2) UNIQUE, m mood, c code, f float8);
     INSERT INTO texts SELECT i, i * 1000000007::bigint, i, 'n' || i, 'v' || i, 'c' || i, date '2024-01-01' + i,
       timestamptz '2024-01-01 00:00+00' + i * interval '1 hour', i * 1.5,
       CASE WHEN i % 2 = 0 THEN 'ok' ELSE 'sad' END::mood, 'k' || i, i / 2.0 FROM generate_series(0, 40) g(i);
     CREATE MATERIALIZED VIEW text_sums AS SELECT name, sum(n) AS s, max(id) AS most FROM texts GROUP BY name`,
  );
});
afterAll(() => server.dispose());

/** Its rows and columns, or its error; `remark` makes a text that no other shares its plan with. */
async function answer(sql: string, remark = ''): Promise<unknown> {
  try {
    const {rows, fields, command, rowCount} = await client.query(sql + remark);
    return {
      rows,
      fields: fields.map(({name, dataTypeID, dataTypeModifier}) => [name, dataTypeID, dataTypeModifier]),
      command,
      rowCount,
    };
  } catch (error) {
    const {code, message, detail, hint, position} = error as pg.DatabaseError;
    return {code, message, detail, hint, position};
  }
}

const integer = fc.oneof(
  {weight: 8, arbitrary: fc.integer({min: 0, max: 45}).map(String)},
  fc.constantFrom('-1', '32768', '2147483647', '2147483648', '7000000049', '9223372036854775808', '07', '1.0', 'NULL'),
);
const text = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc.integer({min: 0, max: 45}).chain(i => fc.constantFrom(`n${i}`, `v${i}`, `c${i}`, `k${i}`, `${i}`)),
    },
    fc.constantFrom(
      '',
      'c1  ',
      "it''s",
      'ok',
      'glad',
      '2024-01-05',
      '2024-13-05',
      '2024-01-01 03:00+00',
      '1e1',
      ' 7 ',
      'x',
      'today',
      '9223372036854775808',
    ),
  )
  .map(value => `'${value}'`);
const columns = ['id', 'big', 'small', 'name', 'short', 'padded', 'day', 'at', 'n', 'm', 'c', 'f', 'nowhere'];
const comparison = (column: string, literal: string, turned: boolean): string =>
  turned ? `${literal} = ${column}` : `${column} = ${literal}`;

/** Texts that differ in their literals alone. */
const texts = fc
  .record({
    targets: fc.constantFrom(
      '*',
      'id, name',
      'id, $',
      '$ AS a, id + $ AS b',
      'id + 1 AS x, upper(name) AS u',
      "'a' AS a, 7 AS b, id",
      'id / (small - 7) AS q',
    ),
    first: fc.constantFrom('id', 'id', 'id', ...columns),
    second: fc.option(fc.constantFrom(...columns), {nil: null, freq: 1}),
    turned: fc.boolean(),
    tail: fc.constantFrom('', ' LIMIT 1', ' LIMIT 0', ' ORDER BY 1', ' OFFSET 1'),
    literals: fc
      .constantFrom([integer, integer], [integer, integer], [integer, text], [text, text])
      .chain(([one, other]) => fc.array(fc.tuple(one, other), {minLength: 4, maxLength: 7})),
  })
  .map(({targets, first, second, turned, tail, literals}) =>
    literals.map(
      ([one, other]) =>
        `SELECT ${targets.replaceAll('$', other)} FROM texts WHERE ${comparison(first, one, turned)}` +
        `${second ? ` AND ${comparison(second, other, turned)}` : ''}${tail}`,
    ),
  );

test('a text answers as it does by itself: rows, types, errors and their positions', async () => {
  let remarks = 0;
  await fc.assert(
    fc.asyncProperty(texts, async asked => {
      for (const sql of asked) expect(await answer(sql), sql).toEqual(await answer(sql, ` --${remarks++}`));
    }),
    {numRuns: 60},
  );
});

test('of one shape, each text finds its own row, also when table, settings or role have changed', async () => {
  const shown = async (id: number): Promise<unknown> =>
    (await client.query(`SELECT id, name, at::text FROM texts WHERE id = ${id} AND name = 'n${id}'`)).rows;
  const at = (id: number, zone: string): string => `2024-01-01 ${String(id).padStart(2, '0')}:00:00${zone}`;
  await client.query("SET TimeZone = 'UTC'");
  for (let id = 0; id < 20; id++) expect(await shown(id)).toEqual([{id, name: `n${id}`, at: at(id, '+00')}]);
  await client.query("SET TimeZone = 'Etc/GMT+0'");
  await client.query('ALTER TABLE texts ADD COLUMN more int DEFAULT 3');
  for (let id = 0; id < 20; id++) expect(await shown(id)).toEqual([{id, name: `n${id}`, at: at(id, '+00')}]);
  for (let i = 0; i < 6; i++) {
    const {rows} = await client.query(`SELECT s, most FROM text_sums WHERE name = 'n${i}'`);
    expect(rows).toEqual([{s: (i * 1.5).toFixed(2), most: i}]);
  }
  await client.query('CREATE ROLE text_reader; GRANT SELECT (id, name) ON texts TO text_reader');
  for (let i = 0; i < 4; i++) expect((await client.query(`SELECT n FROM texts WHERE id = ${i}`)).rows).toHaveLength(1);
  await client.query('SET ROLE text_reader');
  for (let i = 0; i < 4; i++) {
    await expect(client.query(`SELECT n FROM texts WHERE id = ${i}`)).rejects.toMatchObject({code: '42501'});
    expect((await client.query(`SELECT name FROM texts WHERE id = ${i}`)).rows).toEqual([{name: `n${i}`}]);
  }
  await client.query('RESET ROLE');
  await client.query('BEGIN');
  await client.query("UPDATE texts SET name = 'other' WHERE id = 3");
  expect((await client.query('SELECT name FROM texts WHERE id = 3')).rows).toEqual([{name: 'other'}]);
  await client.query('ROLLBACK');
  expect((await client.query('SELECT name FROM texts WHERE id = 3')).rows).toEqual([{name: 'n3'}]);
});

test('a simple lookup takes the place of the unnamed statement and is the query that others see', async () => {
  const own = await server.connect();
  for (let i = 0; i < 6; i++) await own.query(`SELECT name FROM texts WHERE id = ${i}`);
  const {rows} = await client.query("SELECT query, state FROM pg_stat_activity WHERE query LIKE '%WHERE id = 5'");
  expect(rows).toEqual([{query: 'SELECT name FROM texts WHERE id = 5', state: 'idle'}]);
  await own.end();
});
