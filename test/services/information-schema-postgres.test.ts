import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type pg from 'pg';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestPostgres} from '../support/postgres.ts';
import {TestServer} from '../support/server.ts';

// The information schema of one database, made by the same statements here and in PostgreSQL 15, as three roles see it.

const roles = ['millrace', 'shop_reader', 'shop_owner'] as const;

/** Schemas that only one of the two has, and what is in them. */
const apart = new Set([
  'pg_catalog',
  'pg_toast',
  'information_schema',
  'millrace',
  'mz_catalog',
  'mz_internal',
  'rw_catalog',
]);

let postgres: TestPostgres;
let server: TestServer;
let clients: {readonly theirs: pg.Client; readonly ours: pg.Client};
let views: string[];

beforeAll(async () => {
  postgres = await TestPostgres.start('millrace');
  server = await TestServer.start();
  clients = {theirs: await postgres.connect(), ours: await server.connect()};
  const schema = readFileSync(join(import.meta.dirname, 'information-schema.sql'), 'utf8');
  for (const client of Object.values(clients)) await client.query(schema);
  const {rows} = await clients.theirs.query<{relname: string}>(
    `SELECT relname FROM pg_class WHERE relnamespace = 'information_schema'::regnamespace AND relkind = 'v' ORDER BY 1`,
  );
  views = rows.map(({relname}) => relname);
}, 120_000);

afterAll(async () => {
  await clients.theirs.end();
  await clients.ours.end();
  await server.dispose();
  await postgres.dispose();
});

test.each(roles)(
  'as %s',
  async role => {
    const different: Record<string, unknown> = {};
    for (const view of views) {
      const theirs = await rowsOf(clients.theirs, role, view);
      const ours = await rowsOf(clients.ours, role, view);
      const missing = theirs.filter(row => !ours.includes(row));
      const added = ours.filter(row => !theirs.includes(row));
      if (missing.length + added.length > 0 || theirs.length !== ours.length) different[view] = {missing, added};
    }
    expect(different).toEqual({});
  },
  120_000,
);

/** What users have made, with OIDs in names left out: they are others. */
async function rowsOf(client: pg.Client, role: string, view: string): Promise<string[]> {
  await client.query(`SET ROLE ${role}`);
  try {
    const {rows, fields} = await client.query<(string | null)[]>({
      text: `SELECT * FROM information_schema.${view}`,
      rowMode: 'array',
    });
    const catalogs = fields.map(({name}) => /_catalog$|^catalog_name$/.test(name));
    const used = /usage$|^columns|^parameters|^routines|^domains|^element_types/.test(view)
      ? /^(udt|collation)_/
      : /^collation_/;
    const schemas = fields.map(({name}) => /_schema$|^schema_name$/.test(name) && !used.test(name));
    const kept = rows.filter(row => !row.some((value, i) => schemas[i] && apart.has(value ?? '')));
    return (
      kept
        // What calls a function of one's own is printed as it was written.
        .filter(row => !(view === 'views' && row.includes('v5')))
        .filter(
          row =>
            !row.includes('pg_read_audit_log') &&
            !(/collation|^(role_)?usage_pr/.test(view) && row.includes('pg_catalog')),
        )
        .map(row => JSON.stringify(row.map((value, i) => (catalogs[i] && value !== null ? 'here' : value))))
        .map(row => row.replace(/"\d+_\d+_(\d+_not_null)"/g, '"$1"').replace(/_\d{5,}"/g, '"'))
        .sort()
    );
  } catch (error) {
    return [(error as Error).message];
  } finally {
    await client.query('RESET ROLE');
  }
}
