import type pg from 'pg';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';
import {F, int32, Q} from '../wire/transcripts/messages.ts';
import {play, send} from '../wire/transcripts/transcript.ts';

// What test/sqllogic/large-objects.slt cannot show: several sessions, FunctionCall, restarts, many pages.

let server: TestServer;
let admin: pg.Client;

const INV_WRITE = 0x20000;
const INV_READ = 0x40000;

beforeAll(async () => {
  server = await TestServer.start();
  admin = await server.connect();
});

afterAll(() => server.dispose());

async function valueOf(sql: string, values: readonly unknown[] = [], client = admin): Promise<unknown> {
  const {rows} = await client.query({text: sql, values: [...values], rowMode: 'array'});
  return rows[0]?.[0];
}

const failsWith = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing',
    (error: {code: string}) => error.code,
  );

test('an object is there for others once its transaction has committed, and is gone with one that is rolled back', async () => {
  const other = await server.connect();
  await admin.query('BEGIN');
  const oid = await valueOf("SELECT lo_from_bytea(0, '\\x0102')");
  expect(await failsWith(valueOf('SELECT lo_get($1::oid)', [oid], other))).toBe('42704');
  await admin.query('COMMIT');
  expect(await valueOf('SELECT lo_get($1::oid)', [oid], other)).toEqual(Buffer.from([1, 2]));
  await admin.query('BEGIN');
  await admin.query("SELECT lo_put($1::oid, 1, '\\xffff')", [oid]);
  await admin.query('SAVEPOINT s');
  await admin.query('SELECT lo_unlink($1::oid)', [oid]);
  expect(await valueOf('SELECT lo_get($1::oid)', [oid], other)).toEqual(Buffer.from([1, 2]));
  await admin.query('ROLLBACK TO s');
  expect(await valueOf('SELECT lo_get($1::oid)', [oid])).toEqual(Buffer.from([1, 255, 255]));
  await admin.query('ROLLBACK');
  expect(await valueOf('SELECT lo_get($1::oid)', [oid])).toEqual(Buffer.from([1, 2]));
  await admin.query('SELECT lo_unlink($1::oid)', [oid]);
  await other.end();
});

test('pages that were written in any order are read as one row of bytes', async () => {
  const size = 300_000;
  const expected = Buffer.alloc(size);
  const oid = await valueOf('SELECT lo_create(0)');
  await admin.query('BEGIN');
  for (const [at, length, byte] of [
    [200_000, 100_000, 1],
    [0, 10, 2],
    [2047, 2, 3],
    [4096, 2048, 4],
    [199_999, 3, 5],
    [1, 5000, 6],
  ]) {
    const bytes = Buffer.alloc(length, byte);
    bytes.copy(expected, at);
    await admin.query('SELECT lo_put($1::oid, $2, $3)', [oid, at, bytes]);
  }
  await admin.query('COMMIT');
  expect(expected.equals((await valueOf('SELECT lo_get($1::oid)', [oid])) as Buffer)).toBe(true);
  for (const [at, length] of [
    [0, 1],
    [2046, 4],
    [150_000, 60_000],
    [299_990, 100],
  ]) {
    const part = (await valueOf('SELECT lo_get($1::oid, $2, $3)', [oid, at, length])) as Buffer;
    expect(part.equals(expected.subarray(at, at + length)), `${at}`).toBe(true);
  }
  await admin.query('SELECT lo_unlink($1::oid)', [oid]);
  expect(await valueOf('SELECT count(*)::int FROM pg_largeobject WHERE loid = $1::oid', [oid])).toBe(0);
});

test('a read-only transaction writes none', async () => {
  const oid = await valueOf("SELECT lo_from_bytea(0, 'x')");
  for (const call of [
    'lo_create(0)',
    'lo_creat(-1)',
    "lo_from_bytea(0, 'x')",
    `lo_put(${oid}, 0, 'y')`,
    `lo_unlink(${oid})`,
    `lo_open(${oid}, ${INV_WRITE})`,
  ]) {
    await admin.query('BEGIN READ ONLY');
    expect(await failsWith(valueOf(`SELECT ${call}`)), call).toBe('25006');
    await admin.query('ROLLBACK');
  }
  await admin.query('BEGIN READ ONLY');
  const number = await valueOf(`SELECT lo_open(${oid}, ${INV_READ})`);
  expect(await valueOf(`SELECT loread(${number}, 10)`)).toEqual(Buffer.from('x'));
  await admin.query('COMMIT');
  expect(await failsWith(valueOf(`SELECT loread(${number}, 10)`))).toBe('42704');
});

test('clients of libpq call them by FunctionCall', async () => {
  const {rows} = await admin.query(
    "SELECT proname, oid::int FROM pg_proc WHERE proname IN ('lo_creat', 'lo_open', 'lowrite', 'lo_lseek', 'loread', 'lo_close', 'lo_unlink')",
  );
  const oids = new Map(rows.map(({proname, oid}) => [proname as string, oid as number]));
  const call = (name: string, values: readonly Buffer[]): ReturnType<typeof send> =>
    send(F(oids.get(name)!, values, {formats: [1], result: 1}));
  const oid = Number(await valueOf('SELECT lo_create(0)'));
  const lines = await play(
    {
      name: 'large objects',
      steps: [
        send(Q('BEGIN')),
        call('lo_open', [int32(oid), int32(INV_READ | INV_WRITE)]),
        call('lowrite', [int32(0), Buffer.from('some bytes')]),
        call('lo_lseek', [int32(0), int32(5), int32(0)]),
        call('loread', [int32(0), int32(100)]),
        call('lo_close', [int32(0)]),
        call('lo_close', [int32(0)]),
        send(Q('ROLLBACK')),
        call('lo_unlink', [int32(oid)]),
      ],
    },
    server.port,
    {user: 'millrace', database: 'millrace'},
  );
  expect(lines.filter(line => /^(FunctionCallResponse|ErrorResponse)/.test(line))).toEqual([
    'FunctionCallResponse x00000000',
    'FunctionCallResponse x0000000a',
    'FunctionCallResponse x00000005',
    'FunctionCallResponse "bytes"',
    'FunctionCallResponse x00000000',
    'ErrorResponse ERROR 42704 invalid large-object descriptor: 0',
    'FunctionCallResponse x00000001',
  ]);
});

test('objects, rights and comments outlive the server', async () => {
  await admin.query('CREATE ROLE lo_reader');
  const oid = await valueOf("SELECT lo_from_bytea(0, decode(repeat('abcd', 5000), 'hex'))");
  await admin.query(`GRANT SELECT ON LARGE OBJECT ${oid} TO lo_reader; COMMENT ON LARGE OBJECT ${oid} IS 'kept'`);
  await admin.end();
  await server.end('SIGKILL');
  await server.start();
  admin = await server.connect();
  expect(await valueOf('SELECT md5(lo_get($1::oid)) = md5(decode(repeat($2, 5000), $3))', [oid, 'abcd', 'hex'])).toBe(
    true,
  );
  expect(await valueOf("SELECT obj_description($1::oid, 'pg_largeobject')", [oid])).toBe('kept');
  await admin.query('ALTER ROLE lo_reader RENAME TO lo_renamed');
  await admin.query('SET ROLE lo_renamed');
  expect(await valueOf('SELECT length(lo_get($1::oid))', [oid])).toBe(10_000);
  expect(await failsWith(valueOf("SELECT lo_put($1::oid, 0, 'x')", [oid]))).toBe('42501');
  await admin.query('RESET ROLE');
  expect(await failsWith(admin.query('DROP ROLE lo_renamed'))).toBe('2BP01');
  await admin.query('DROP OWNED BY lo_renamed; DROP ROLE lo_renamed');
  // The next one has a number of its own.
  expect(await valueOf('SELECT lo_create(0)')).not.toBe(oid);
});
