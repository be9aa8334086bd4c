import type pg from 'pg';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';
import {F, Q} from '../wire/transcripts/messages.ts';
import {play, send} from '../wire/transcripts/transcript.ts';

// FunctionCall of functions that users have made; of built-in ones test/wire/transcripts tells.

let server: TestServer;
let admin: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  admin = await server.connect();
  await admin.query(`
    CREATE SCHEMA called;
    CREATE ROLE caller LOGIN;
    CREATE TABLE called.accounts (id int, owner text);
    INSERT INTO called.accounts VALUES (1, 'ada');
    CREATE FUNCTION called."Owner of"(id int) RETURNS text LANGUAGE sql STABLE
      AS 'SELECT owner FROM called.accounts a WHERE a.id = $1';
    CREATE FUNCTION called.longest(VARIADIC words text[]) RETURNS int LANGUAGE sql IMMUTABLE
      AS 'SELECT max(length(word)) FROM unnest($1) AS word';
    CREATE FUNCTION called.several() RETURNS SETOF int LANGUAGE sql IMMUTABLE AS 'SELECT 1';`);
});

afterAll(() => server.dispose());

async function oidOf(name: string): Promise<number> {
  const {rows} = await admin.query('SELECT oid::int FROM pg_proc WHERE proname = $1', [name]);
  return rows[0].oid;
}

async function called(name: string, values: readonly (string | null)[], user = 'millrace'): Promise<string> {
  const scenario = {name, steps: [send(F(await oidOf(name), values))]};
  const [answer, ready] = await play(scenario, server.port, {user, database: 'millrace'});
  expect(ready).toBe('ReadyForQuery I');
  return answer;
}

test('functions of users are called', async () => {
  expect(await called('Owner of', ['1'])).toBe('FunctionCallResponse "ada"');
  expect(await called('Owner of', ['2'])).toBe('FunctionCallResponse NULL');
  expect(await called('longest', ['{a,bcd,"e f g"}'])).toBe('FunctionCallResponse "5"');
  expect(await called('several', [])).toBe(
    'ErrorResponse ERROR 0A000 cannot call function "several" via fastpath interface',
  );
});

test('the caller must have the rights to the schema, the function, and what it reads', async () => {
  const denied = (what: string): string => `ErrorResponse ERROR 42501 permission denied for ${what}`;
  expect(await called('Owner of', ['1'], 'caller')).toBe(denied('schema called'));
  await admin.query(
    'GRANT USAGE ON SCHEMA called TO caller; REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA called FROM PUBLIC',
  );
  expect(await called('Owner of', ['1'], 'caller')).toBe(denied('function Owner of'));
  await admin.query('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA called TO caller');
  expect(await called('Owner of', ['1'], 'caller')).toContain('permission denied for table accounts');
  await admin.query('GRANT SELECT ON called.accounts TO caller');
  expect(await called('Owner of', ['1'], 'caller')).toBe('FunctionCallResponse "ada"');
});

test('a call is part of the transaction block, and of none where there is no block', async () => {
  const lines = await play(
    {name: 'settings', steps: [send(Q('BEGIN')), send(F(2078, ['work_mem', '1MB', 't'])), send(Q('SHOW work_mem'))]},
    server.port,
    {user: 'millrace', database: 'millrace'},
  );
  expect(lines).toContain('FunctionCallResponse "1MB"');
  expect(lines.filter(line => line.startsWith('DataRow'))).toEqual(['DataRow "1MB"']);
});
