import {readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';
import {noLiveBuffers} from './live-buffers.ts';
import {errorText, formatRow, readRecords, type SqlRecord} from './records.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const files = readdirSync(folder).filter(name => name.endsWith('.slt'));

type QueryRecord = Extract<SqlRecord, {kind: 'query'}>;
type LiveView = {readonly name: string; readonly record: QueryRecord};

/**
 * Every query runs once over the tables, and as a materialized view, which must say the same: at once, and after the
 * rows of all tables have been taken out and put back in pieces (of those tables that let that be done).
 */
describe('sqllogic', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(async () => {
    await server.dispose();
  });

  test.each(files)('%s', {timeout: 120_000}, async file => {
    const schema = file.replace(/\W/g, '_');
    // The tables of large objects stay once there are some.
    const home = file === 'large-objects.slt' ? await TestServer.start() : server;
    const connect = async (): Promise<pg.Client> => {
      const made = new pg.Client({connectionString: home.url, types: {getTypeParser: () => (value: string) => value}});
      await made.connect();
      await made.query(`SET search_path = ${schema}`);
      await made.query("SET timezone = 'UTC'");
      return made;
    };
    const own = await connect();
    await own.query(`CREATE SCHEMA ${schema}`);
    const clients = new Map([['', own]]);
    const differences: string[] = [];
    const views: LiveView[] = [];
    let queries = 0;
    for (const record of readRecords(join(folder, file))) {
      const place = `${file}:${record.line}`;
      if (!clients.has(record.connection)) clients.set(record.connection, await connect());
      const client = clients.get(record.connection)!;
      if (record.kind === 'statement' || (record.once && writes(record.sql))) {
        await settle(own, views, file, differences);
      }
      if (record.kind === 'statement') {
        const error = await outcome(client, record.sql);
        if ((error?.code ?? null) !== record.error) {
          const got = error ? `${error.code} ${error.text.join(' ')}` : 'ok';
          differences.push(`${place}: ${record.sql}\n  expected ${record.error ?? 'ok'}, got ${got}`);
        } else if (record.text) compare(differences, place, record.sql, record.text, error?.text ?? []);
        continue;
      }
      queries++;
      const rows = await awaitRows(client, record.sql, record);
      compare(differences, place, record.sql, record.rows, rows);
      if (!record.once && !rows[0]?.startsWith('ERROR ')) await makeView(client, views, record, place, differences);
    }
    await settle(own, views, file, differences);
    for (const [name, client] of clients) if (name !== '') await client.end();
    await own.query(`DROP SCHEMA ${schema} CASCADE`);
    await own.end();
    if (home !== server) await home.dispose();
    expect(differences.join('\n\n')).toBe('');
    expect(queries).toBeGreaterThan(0);
  });

  test('all memory has been returned', () => noLiveBuffers(server.httpUrl));
});

async function outcome(client: pg.Client, sql: string): Promise<{code: string; text: string[]} | null> {
  try {
    await client.query(sql);
    return null;
  } catch (error) {
    return {code: (error as {code?: string}).code ?? String(error), text: errorText(error as Error)};
  }
}

/** Changes rows though it is a query: INSERT … RETURNING, say. */
function writes(sql: string): boolean {
  return /^\s*(insert|update|delete|with\b.*\b(insert|update|delete)\b)/is.test(sql);
}

async function rowsOf(client: pg.Client, sql: string, sorted: boolean): Promise<string[]> {
  try {
    const {rows} = await client.query<(string | null)[]>({text: sql, rowMode: 'array'});
    const lines = rows.map(formatRow);
    return sorted ? lines.sort() : lines;
  } catch (error) {
    return [`ERROR ${(error as {code?: string}).code}: ${(error as Error).message}`];
  }
}

/** The rows; of a record that may wait those that it wants, or what there is after ten seconds. */
async function awaitRows(client: pg.Client, sql: string, {rowsort, wait, rows}: QueryRecord): Promise<string[]> {
  const wanted = rows.join('\n');
  for (const end = Date.now() + 10_000; ; ) {
    const found = await rowsOf(client, sql, rowsort);
    if (!wait || found.join('\n') === wanted || Date.now() > end) return found;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

function compare(
  differences: string[],
  place: string,
  sql: string,
  expected: readonly string[],
  got: readonly string[],
): void {
  if (expected.join('\n') === got.join('\n')) return;
  differences.push(`${place}: ${sql}\n  expected ${JSON.stringify(expected)}\n  got      ${JSON.stringify(got)}`);
}

async function makeView(
  client: pg.Client,
  views: LiveView[],
  record: QueryRecord,
  place: string,
  differences: string[],
): Promise<void> {
  const name = `view_${record.line}`;
  // Columns of a view must differ in their names; those of a query need not.
  const {fields} = await client.query({text: record.sql, rowMode: 'array'});
  const columns = fields.map((_, i) => `c${i}`).join(', ');
  try {
    await client.query(`CREATE MATERIALIZED VIEW ${name} (${columns}) AS ${record.sql}`);
  } catch (error) {
    differences.push(`${place}: as a view: ${(error as {code?: string}).code}: ${(error as Error).message}\n  ${record.sql}`);
    return;
  }
  views.push({name, record});
  await checkView(client, {name, record}, `${place}: as a view`, differences);
}

async function checkView(client: pg.Client, view: LiveView, place: string, differences: string[]): Promise<void> {
  const record = {...view.record, rowsort: true, rows: [...view.record.rows].sort()};
  const rows = await awaitRows(client, `SELECT * FROM ${view.name}`, record);
  compare(differences, place, record.sql, record.rows, rows);
}

/** Before the tables change: churns their rows, checks the views, and drops them. */
async function settle(client: pg.Client, views: LiveView[], file: string, differences: string[]): Promise<void> {
  if (views.length === 0) return;
  const {rows: tables} = await client.query<{name: string}>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname = current_schema() AND c.relname NOT LIKE '%\\_dead\\_letters'
        AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.contype = 'f' AND c.oid IN (k.conrelid, k.confrelid))
        AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND (a.attgenerated <> '' OR a.attidentity <> ''))`,
  );
  for (const {name} of tables) await churn(client, name);
  for (const view of views) {
    await checkView(client, view, `${file}:${view.record.line}: as a view, after its rows went and came back`, differences);
  }
  for (const {name} of views.splice(0)) await client.query(`DROP MATERIALIZED VIEW ${name}`);
}

async function churn(client: pg.Client, table: string): Promise<void> {
  const {rows, fields} = await client.query<(string | null)[]>({text: `SELECT * FROM ${table}`, rowMode: 'array'});
  if (rows.length === 0 || fields.length === 0) return;
  const insert = (part: (string | null)[][]): Promise<unknown> => {
    const values = part.map(
      (row, r) => `(${row.map((_, c) => `$${r * fields.length + c + 1}`).join(', ')})`,
    );
    return client.query(`INSERT INTO ${table} VALUES ${values.join(', ')}`, part.flat());
  };
  await client.query(`DELETE FROM ${table}`);
  const half = Math.ceil(rows.length / 2);
  await insert(rows.slice(0, half));
  if (rows.length > half) await insert(rows.slice(half));
}
