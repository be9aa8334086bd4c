import type pg from 'pg';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestPostgres} from '../support/postgres.ts';
import {TestServer} from '../support/server.ts';

// What the catalogs say of what PostgreSQL brings too is what PostgreSQL 15 says: row for row, column for column.

type Comparison = {
  /** Of the columns of the catalog. */
  readonly key: readonly string[];
  readonly where: string;
  /** Columns, compared or not, that PostgreSQL has as trees of its own, or that name files. */
  readonly except?: readonly string[];
  /** Rows that only PostgreSQL has, by key: how many, of what does not exist here. */
  readonly missing?: number;
  /** Rows that only Millrace has. */
  readonly own?: number;
};

const builtIn = 'oid < 12000';

const comparisons: Readonly<Record<string, Comparison>> = {
  // Text search, XML and administration that there is not (README, limits).
  pg_proc: {key: ['oid'], where: builtIn, except: ['proargdefaults', 'prosqlbody', 'probin', 'proacl'], missing: 460},
  // Types that are not here, pg_node_tree and anyarray, are text; there are no indexes and no TOAST tables of catalogs.
  pg_attribute: {
    key: ['attrelid', 'attnum'],
    where: `attrelid IN (SELECT oid FROM pg_class WHERE relkind = 'r') AND attrelid < 12000 AND attnum > 0
      AND attname NOT IN ('attmissingval', 'stxdexpr') AND attname NOT LIKE 'stavalues%'`,
    except: ['atttypid', 'attacl'],
  },
  pg_class: {
    key: ['oid'],
    where: "oid < 12000 AND relkind = 'r'",
    except: [
      'reltype',
      'relpages',
      'reltuples',
      'relallvisible',
      'reltoastrelid',
      'relhasindex',
      'relfrozenxid',
      'relminmxid',
      'relacl',
    ],
  },
  pg_operator: {key: ['oid'], where: builtIn, missing: 38},
  pg_type: {key: ['oid'], where: "oid < 10000 AND typtype <> 'c'", missing: 33},
  pg_cast: {key: ['castsource', 'casttarget'], where: 'oid < 16384', missing: 7},
  pg_aggregate: {key: ['aggfnoid::oid'], where: 'aggfnoid::oid < 16384', missing: 1, own: 2},
  pg_am: {key: ['oid'], where: 'oid < 16384'},
  pg_opclass: {key: ['oid'], where: 'oid < 16384'},
  pg_opfamily: {key: ['oid'], where: 'oid < 16384'},
  pg_amop: {key: ['oid'], where: 'oid < 16384'},
  pg_amproc: {key: ['oid'], where: 'oid < 16384'},
  pg_language: {key: ['oid'], where: 'oid IN (12, 14)'},
  pg_collation: {
    key: ['collname', 'collnamespace', 'collencoding'],
    where: 'oid IN (100, 950, 951) OR collname = $$ucs_basic$$',
  },
  pg_range: {key: ['rngtypid'], where: 'rngtypid < 16384'},
  pg_conversion: {key: ['oid'], where: 'oid < 16384'},
  pg_ts_config: {key: ['oid'], where: 'oid < 16384'},
  pg_ts_config_map: {key: ['mapcfg', 'maptokentype', 'mapseqno'], where: 'mapcfg < 16384'},
  pg_ts_dict: {key: ['oid'], where: 'oid < 16384'},
  pg_ts_parser: {key: ['oid'], where: 'oid < 16384'},
  pg_ts_template: {key: ['oid'], where: 'oid < 12000'},
  'information_schema.sql_features': {key: ['feature_id', 'sub_feature_id'], where: 'true'},
  'information_schema.sql_parts': {key: ['feature_id'], where: 'true'},
  pg_description: {
    key: ['objoid', 'classoid', 'objsubid'],
    where: `objoid < 12000 AND classoid IN ('pg_am'::regclass, 'pg_conversion'::regclass, 'pg_operator'::regclass,
      'pg_proc'::regclass, 'pg_ts_config'::regclass, 'pg_type'::regclass)`,
    missing: 540,
  },
};

let postgres: TestPostgres;
let server: TestServer;
let clients: {readonly theirs: pg.Client; readonly ours: pg.Client};

beforeAll(async () => {
  postgres = await TestPostgres.start();
  server = await TestServer.start();
  clients = {theirs: await postgres.connect(), ours: await server.connect()};
}, 120_000);

afterAll(async () => {
  await clients.theirs.end();
  await clients.ours.end();
  await server.dispose();
  await postgres.dispose();
});

test.each(Object.entries(comparisons))('%s', async (name, {key, where, except = [], missing = 0, own = 0}) => {
  const columns = await columnsOf(name);
  const listed = columns.filter(column => !except.includes(column)).map(column => `${name}.${column}::text`);
  const sql = `SELECT concat_ws(' ', ${key.map(column => `${column}`).join(', ')}), ${listed.join(', ')} FROM ${name} WHERE ${where}`;
  const theirs = await rowsOf(clients.theirs, sql);
  const ours = await rowsOf(clients.ours, sql);
  const differing = [...ours].filter(([at]) => theirs.has(at)).filter(([at, row]) => theirs.get(at) !== row);
  expect(differing.slice(0, 5).map(([at, row]) => ({ours: row, theirs: theirs.get(at)}))).toEqual([]);
  const absent = [...theirs.keys()].filter(at => !ours.has(at));
  expect(absent.length, `of PostgreSQL's are missing: ${absent.slice(0, 20).join(', ')}`).toBeLessThanOrEqual(missing);
  const added = [...ours.keys()].filter(at => !theirs.has(at));
  expect(added.length, `only here: ${added.slice(0, 20).join(', ')}`).toBe(own);
});

async function columnsOf(name: string): Promise<string[]> {
  const {rows} = await clients.theirs.query<{attname: string}>(
    'SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 ORDER BY attnum',
    [name],
  );
  return rows.map(({attname}) => attname);
}

/** By key. */
async function rowsOf(client: pg.Client, text: string): Promise<ReadonlyMap<string, string>> {
  const {rows} = await client.query<string[]>({text, rowMode: 'array'});
  return new Map(rows.map(([at, ...row]) => [at, JSON.stringify(row)]));
}
