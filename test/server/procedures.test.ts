import type pg from 'pg';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

// What test/sqllogic/procedures.slt cannot ask: parameters, JavaScript, rights, restarts, other sessions.

let server: TestServer;
let client: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  client = await server.connect();
  await client.query(`CREATE TABLE log (a int PRIMARY KEY, b text);
    CREATE PROCEDURE put(x int, y text) LANGUAGE sql AS 'INSERT INTO log VALUES (x, y)';
    CREATE FUNCTION take(x int) RETURNS text LANGUAGE sql AS 'DELETE FROM log WHERE a = x RETURNING b'`);
});

afterAll(async () => {
  await server.dispose();
});

async function rows(sql: string, values?: unknown[], from = client): Promise<unknown[]> {
  return (await from.query<unknown[]>({text: sql, values, rowMode: 'array'})).rows;
}

async function failure(sql: string, from = client): Promise<string> {
  return from.query(sql).then(
    () => 'ok',
    (error: pg.DatabaseError) => `${error.code} ${error.message}`,
  );
}

test('parameters of the client, in CALL and in functions that write', async () => {
  const called = await client.query('CALL put($1, $2)', [1, 'one']);
  expect([called.command, called.rowCount]).toEqual(['CALL', null]);
  await rows('CALL put($1 + 1, upper($2))', [1, 'two']);
  expect(await rows('SELECT take($1) AS t', [2])).toEqual([['TWO']]);
  expect(await rows('SELECT * FROM take($1)', [1])).toEqual([['one']]);
  expect(await rows('SELECT take(1)')).toEqual([[null]]);
});

test('what a call has written is there for its session at once, for others when it commits', async () => {
  const other = await server.connect();
  await rows('CREATE MATERIALIZED VIEW logged AS SELECT count(*)::int AS n FROM log');
  await rows("BEGIN; CALL put(10, 'ten')");
  expect(await rows('SELECT b FROM log')).toEqual([['ten']]);
  expect(await rows('SELECT n FROM logged', [], other)).toEqual([[0]]);
  await rows('COMMIT');
  expect(await rows('SELECT n FROM logged', [], other)).toEqual([[1]]);
  expect(await failure("CALL put(10, 'again')")).toMatch(/^23505 /);
  expect(await rows('SELECT n FROM logged', [], other)).toEqual([[1]]);
});

test('they are refused where they would have to be run while rows are computed', async () => {
  for (const sql of [
    'CREATE MATERIALIZED VIEW v AS SELECT take(1) AS t',
    'CREATE VIEW v AS SELECT take(1) AS t',
    'SELECT 1 FROM log l LEFT JOIN log m ON take(m.a) IS NULL',
  ]) {
    expect(await failure(sql)).toMatch(/^0A000 function take\(\) in this place/);
  }
  expect(await failure('SELECT * FROM take(1) AS t, log')).toBe(
    '0A000 reading table "log" beside a call that writes it is not supported yet',
  );
  expect(await rows('SELECT b FROM log')).toEqual([['ten']]);
});

test('they are run within expressions of a select list, and what they give is sorted and inserted', async () => {
  await rows("INSERT INTO log VALUES (20, 'twenty'), (21, 'more')");
  expect(await rows("SELECT take(21) || '!' AS t")).toEqual([['more!']]);
  expect(await rows('SELECT DISTINCT take(a + 10) AS t FROM log ORDER BY t')).toEqual([['twenty'], [null]]);
  await rows('INSERT INTO log SELECT 30, take(10)');
  expect(await rows('SELECT a, b FROM log')).toEqual([[30, 'ten']]);
  await rows('UPDATE log SET a = 10');
});

test('one that calls itself ends', async () => {
  await rows("CREATE PROCEDURE again(x int) LANGUAGE sql AS ''");
  await rows("CREATE OR REPLACE PROCEDURE again(x int) LANGUAGE sql AS 'CALL again(x + 1)'");
  expect(await failure('CALL again(1)')).toBe('54001 stack depth limit exceeded');
});

test('in JavaScript', async () => {
  await rows(
    `CREATE PROCEDURE js(a int, INOUT b int, OUT c text) LANGUAGE javascript AS $$ return {b: a + b, c: 'c' + a} $$`,
  );
  expect(await rows('CALL js(2, $1, NULL)', [3])).toEqual([[5, 'c2']]);
  await rows(`CREATE PROCEDURE one(INOUT x numeric) LANGUAGE javascript AS 'return x + "5"'`);
  expect(await rows('CALL one(4)')).toEqual([['45']]);
  await rows(`CREATE FUNCTION nothing(x int) RETURNS void LANGUAGE javascript AS 'if (x > 1) throw new Error("no")'`);
  expect(await rows('SELECT nothing(1)')).toEqual([[null]]);
  expect(await failure('SELECT nothing(2)')).toMatch(/^38000 /);
  await rows(`CREATE PROCEDURE quiet() LANGUAGE javascript AS 'return 7'`);
  expect((await client.query('CALL quiet()')).command).toBe('CALL');
});

test('rights: to the routine, and of whoever calls to what it touches', async () => {
  await rows(
    "CREATE ROLE pu LOGIN; CREATE PROCEDURE secret() LANGUAGE sql AS ''; REVOKE ALL ON PROCEDURE secret() FROM PUBLIC",
  );
  const other = await server.connect('pu');
  expect(await failure('CALL secret()', other)).toBe('42501 permission denied for procedure secret');
  expect(await failure("CALL put(20, 'no')", other)).toBe('42501 permission denied for table log');
  expect(await failure('SELECT take(10)', other)).toBe('42501 permission denied for table log');
  await rows('GRANT EXECUTE ON PROCEDURE secret() TO pu; GRANT INSERT ON log TO pu');
  expect(await failure('CALL secret()', other)).toBe('ok');
  expect(await failure("CALL put(20, 'yes')", other)).toBe('ok');
  await other.end();
});

test('they are there after a restart', async () => {
  await server.end('SIGKILL');
  await server.start();
  client = await server.connect();
  await rows("CALL put(30, 'thirty')");
  expect(await rows('SELECT take(30)')).toEqual([['thirty']]);
});
