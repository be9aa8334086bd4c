import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {eventually, TestServer} from '../support/server.ts';

// mz_catalog, mz_internal, rw_catalog: the questions that users of Materialize and RisingWave, and their dbt adapters, ask.

let server: TestServer;
let client: pg.Client;
let directory: string;

async function ask(sql: string, by = client): Promise<unknown[][]> {
  return (await by.query<unknown[]>({text: sql, rowMode: 'array'})).rows;
}

/** Asks until the answer is this one. */
async function becomes(sql: string, wanted: unknown[][]): Promise<void> {
  let last: unknown[][] = [];
  const same = async (): Promise<true | null> =>
    JSON.stringify((last = await ask(sql))) === JSON.stringify(wanted) ? true : null;
  await eventually(same, 30_000, sql).catch(() => expect(last).toEqual(wanted));
}

beforeAll(async () => {
  server = await TestServer.start();
  client = await server.connect();
  directory = mkdtempSync(join(tmpdir(), 'millrace-compatibility-'));
  const path = join(directory, 'events.json');
  writeFileSync(path, '{"n": 1}\n{"n": 2}\nnot json\n{"n": 3}\n');
  await client.query(`
    CREATE SCHEMA shop;
    CREATE TABLE shop.orders (id int PRIMARY KEY, region text NOT NULL DEFAULT 'eu', amount numeric(10,2));
    CREATE INDEX by_region ON shop.orders (region, (amount * 2)) INCLUDE (id);
    CREATE VIEW shop.large AS SELECT id FROM shop.orders WHERE amount > 3;
    COMMENT ON TABLE shop.orders IS 'what was ordered';
    COMMENT ON COLUMN shop.orders.amount IS 'in euro';
    COMMENT ON INDEX shop.by_region IS 'by region';
    CREATE FUNCTION shop.twice(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x * 2';
    CREATE TYPE shop.mood AS ENUM ('good', 'bad');
    CREATE ROLE reader LOGIN;
    GRANT USAGE ON SCHEMA shop TO reader;
    GRANT SELECT ON shop.orders TO reader;
    ALTER ROLE reader SET extra_float_digits = 2;
    INSERT INTO shop.orders VALUES (1, 'eu', 5), (2, 'us', 1);
  `);
  await client.query(
    'CREATE MATERIALIZED VIEW shop.totals AS SELECT region, sum(amount) s FROM shop.orders GROUP BY 1',
  );
  await client.query(
    `CREATE SOURCE shop.events (n bigint) WITH (connector = 'file', path = '${path}', follow = 'true') FORMAT PLAIN ENCODE JSON`,
  );
  await client.query('CREATE MATERIALIZED VIEW shop.seen AS SELECT sum(n) FROM shop.events');
  await client.query(`CREATE SINK shop.out FROM shop.totals WITH (connector = 'blackhole')`);
}, 60_000);

afterAll(async () => {
  await client.end();
  await server.dispose();
  rmSync(directory, {recursive: true, force: true});
});

describe('as Materialize answers', () => {
  test('which relations a schema has, as its dbt adapter asks', async () => {
    const rows = await ask(`
      SELECT d.name, s.name, o.name, CASE WHEN o.type = 'materialized-view' THEN 'materialized_view' ELSE o.type END
      FROM mz_objects o LEFT JOIN mz_sources so ON o.id = so.id
      JOIN mz_schemas s ON o.schema_id = s.id AND s.name = 'shop'
      JOIN mz_databases d ON s.database_id = d.id AND d.name = current_database()
      WHERE o.type IN ('table', 'source', 'view', 'materialized-view', 'index', 'sink')
        AND coalesce(so.type, '') NOT IN ('subsource', 'progress')
      ORDER BY o.name`);
    expect(
      rows.map(
        ([database, schema, name, type]) => `${String(database)}.${String(schema)}.${String(name)} ${String(type)}`,
      ),
    ).toEqual([
      'millrace.shop.by_region index',
      'millrace.shop.events source',
      'millrace.shop.events_dead_letters table',
      'millrace.shop.large view',
      'millrace.shop.orders table',
      'millrace.shop.orders_pkey index',
      'millrace.shop.out sink',
      'millrace.shop.seen materialized_view',
      'millrace.shop.totals materialized_view',
    ]);
  });

  test('the catalog of its documentation, with comments', async () => {
    const rows = await ask(`
      SELECT o.name, obj_desc.comment, c.name, c.position, c.type, col_desc.comment, r.name
      FROM mz_objects o JOIN mz_schemas s ON o.schema_id = s.id
      JOIN mz_databases d ON s.database_id = d.id
      JOIN mz_columns c ON c.id = o.id JOIN mz_roles r ON o.owner_id = r.id
      LEFT OUTER JOIN mz_internal.mz_comments obj_desc ON (o.id = obj_desc.id AND obj_desc.object_sub_id IS NULL)
      LEFT OUTER JOIN mz_internal.mz_comments col_desc ON (o.id = col_desc.id AND col_desc.object_sub_id = c.position)
      WHERE s.name = 'shop' AND o.name IN ('orders', 'seen') ORDER BY 1, 4`);
    expect(rows).toEqual([
      ['orders', 'what was ordered', 'id', '1', 'integer', null, 'millrace'],
      ['orders', 'what was ordered', 'region', '2', 'text', null, 'millrace'],
      ['orders', 'what was ordered', 'amount', '3', 'numeric', 'in euro', 'millrace'],
      ['seen', null, 'sum', '1', 'numeric', null, 'millrace'],
    ]);
    expect(await ask("SELECT object_type, comment FROM mz_internal.mz_comments WHERE object_type = 'index'")).toEqual([
      ['index', 'by region'],
    ]);
  });

  test("users' objects have ids that begin with u", async () => {
    const rows = await ask(`
      SELECT type, name FROM mz_objects WHERE id LIKE 'u%' ORDER BY type, name COLLATE "C"`);
    expect(rows.map(row => row.join(' '))).toEqual([
      'function twice',
      'index by_region',
      'index orders_pkey',
      'materialized-view seen',
      'materialized-view totals',
      'sink out',
      'source events',
      'table events_dead_letters',
      'table orders',
      'type mood',
      'view large',
    ]);
    expect(await ask("SELECT count(*) > 100 FROM mz_relations WHERE id LIKE 's%'")).toEqual([[true]]);
  });

  test('definitions, indexes and their columns', async () => {
    expect(await ask("SELECT name, definition FROM mz_views WHERE id LIKE 'u%'")).toEqual([
      ['large', 'SELECT id FROM shop.orders WHERE amount > 3'],
    ]);
    expect(await ask("SELECT name, create_sql FROM mz_materialized_views WHERE name = 'seen'")).toEqual([
      ['seen', 'CREATE MATERIALIZED VIEW shop.seen AS SELECT sum(n) FROM shop.events'],
    ]);
    const indexed = await ask(`
      SELECT i.name, r.name, ic.index_position, ic.on_position, ic.on_expression IS NOT NULL
      FROM mz_indexes i JOIN mz_relations r ON i.on_id = r.id JOIN mz_index_columns ic ON ic.index_id = i.id
      ORDER BY 1, 3`);
    expect(indexed).toEqual([
      ['by_region', 'orders', '1', '2', false],
      ['by_region', 'orders', '2', null, true],
      ['orders_pkey', 'orders', '1', '1', false],
    ]);
  });

  test('sources, sinks and how they do', async () => {
    expect(await ask('SELECT name, type, envelope_type, value_format FROM mz_sources')).toEqual([
      ['events', 'file', 'none', 'json'],
    ]);
    expect(await ask('SELECT t.name, s.name FROM mz_tables t JOIN mz_sources s ON t.source_id = s.id')).toEqual([
      ['events_dead_letters', 'events'],
    ]);
    await becomes('SELECT name, type, status, error FROM mz_internal.mz_source_statuses', [
      ['events', 'file', 'running', null],
    ]);
    await becomes(
      `SELECT o.name, s.messages_received, s.updates_committed, s.snapshot_committed, s.offset_known = s.offset_committed
       FROM mz_internal.mz_source_statistics s JOIN mz_objects o ON s.id = o.id`,
      [['events', '4', '3', true, true]],
    );
    await becomes('SELECT name, type, status FROM mz_internal.mz_sink_statuses', [['out', 'blackhole', 'running']]);
    await becomes('SELECT messages_committed FROM mz_internal.mz_sink_statistics', [['2']]);
  });

  test('whether views are filled and fresh, as its dbt adapter asks of a cluster', async () => {
    await becomes(
      `SELECT c.name, count(*) FILTER (WHERE h.hydrated), count(*), max(extract(epoch FROM l.lag))::int
       FROM mz_clusters c JOIN mz_cluster_replicas r ON c.id = r.cluster_id
       JOIN mz_internal.mz_hydration_statuses h ON h.replica_id = r.id
       JOIN mz_internal.mz_wallclock_global_lag l ON l.object_id = h.object_id
       WHERE c.name = 'quickstart' GROUP BY c.name`,
      [['quickstart', '6', '6', 0]],
    );
    expect(
      await ask('SELECT count(*) FROM mz_internal.mz_cluster_replica_status_history WHERE occurred_at > mz_now()'),
    ).toEqual([['0']]);
    expect(await ask('SELECT memory_bytes > 0 FROM mz_internal.mz_cluster_replica_metrics')).toEqual([[true]]);
  });

  test('what depends on what', async () => {
    const rows = await ask(`
      SELECT a.name, b.name FROM mz_internal.mz_object_transitive_dependencies d
      JOIN mz_objects a ON a.id = d.object_id JOIN mz_objects b ON b.id = d.referenced_object_id
      WHERE a.type = 'sink' ORDER BY 2`);
    expect(rows).toEqual([
      ['out', 'orders'],
      ['out', 'totals'],
    ]);
    expect(await ask('SELECT count(*) FROM mz_internal.mz_object_dependencies')).toEqual([['7']]);
  });

  test('roles, rights and sessions', async () => {
    expect(await ask("SELECT rolcanlogin, rolsuper FROM mz_roles WHERE name = 'reader'")).toEqual([[true, false]]);
    expect(await ask('SELECT parameter_name, parameter_value FROM mz_role_parameters')).toEqual([
      ['extra_float_digits', '2'],
    ]);
    expect(
      await ask(`SELECT grantee::regrole::text, privilege_type FROM mz_tables t, aclexplode(t.privileges)
        WHERE t.name = 'orders' AND grantee::regrole::text = 'reader'`),
    ).toEqual([['reader', 'SELECT']]);
    expect(
      await ask(`SELECT r.name, host(s.client_ip) FROM mz_internal.mz_sessions s JOIN mz_roles r ON s.role_id = r.id
        WHERE s.connection_id = pg_backend_pid()`),
    ).toEqual([['millrace', '127.0.0.1']]);
    expect(await ask('SELECT mz_is_superuser(), mz_now() = now(), mz_version()')).toEqual([
      [true, true, 'v0.1.0 (Millrace)'],
    ]);
    expect(await ask(`SELECT count(*) FROM mz_types WHERE category = 'enum'`)).toEqual([['1']]);
    const argument = `SELECT t.name FROM mz_functions f JOIN mz_types t ON t.id = f.argument_type_ids[1] WHERE f.name = 'twice'`;
    expect(await ask(argument)).toEqual([['int4']]);
  });

  test('connections and secrets there are none', async () => {
    for (const name of ['mz_connections', 'mz_secrets', 'mz_kafka_connections', 'mz_cluster_replica_sizes']) {
      expect(await ask(`SELECT * FROM ${name}`)).toEqual([]);
    }
  });
});

describe('as RisingWave answers', () => {
  test('which relations and functions a schema has, as its dbt adapter asks', async () => {
    const rows = await ask(`
      WITH relations AS (
        SELECT rw_relations.name AS name, rw_schemas.name AS schema,
          CASE WHEN relation_type = 'materialized view' THEN 'materialized_view' ELSE relation_type END AS type
        FROM rw_relations JOIN rw_schemas ON schema_id = rw_schemas.id
        WHERE rw_schemas.name NOT IN ('rw_catalog', 'information_schema', 'pg_catalog')
          AND relation_type IN ('table', 'view', 'source', 'sink', 'subscription', 'materialized view', 'index')
          AND rw_schemas.name = 'shop'
      ), functions AS (
        SELECT rw_functions.name AS name, rw_schemas.name AS schema, 'function' AS type
        FROM rw_functions JOIN rw_schemas ON rw_functions.schema_id = rw_schemas.id WHERE rw_schemas.name = 'shop'
        GROUP BY 1, 2 HAVING count(*) = 1
      ) SELECT name, type FROM relations UNION ALL SELECT name, type FROM functions ORDER BY 1`);
    expect(rows.map(row => row.join(' '))).toEqual([
      'by_region index',
      'events source',
      'events_dead_letters table',
      'large view',
      'orders table',
      'orders_pkey index',
      'out sink',
      'seen materialized_view',
      'totals materialized_view',
      'twice function',
    ]);
  });

  test('grants, dependents and columns', async () => {
    const grants = await ask(`
      WITH relation_acl AS (
        SELECT unnest(rw_relations.acl) AS acl_entry FROM rw_catalog.rw_relations
        JOIN rw_catalog.rw_schemas ON rw_relations.schema_id = rw_schemas.id
        WHERE rw_schemas.name = 'shop' AND rw_relations.name = 'orders')
      SELECT split_part(acl_entry, '=', 1), split_part(split_part(acl_entry, '=', 2), '/', 1) FROM relation_acl`);
    expect(grants).toEqual([
      ['millrace', 'arwdDxt'],
      ['reader', 'r'],
    ]);
    const dependents = await ask(`
      SELECT d.name FROM rw_catalog.rw_depend JOIN rw_catalog.rw_relations r ON rw_depend.refobjid = r.id
      JOIN rw_catalog.rw_relations d ON rw_depend.objid = d.id WHERE r.name = 'orders' ORDER BY 1`);
    expect(dependents.flat()).toEqual(['by_region', 'large', 'orders_pkey', 'totals']);
    const columns = await ask(`
      SELECT c.name, is_primary_key, is_nullable, data_type FROM rw_columns c JOIN rw_tables t ON c.relation_id = t.id
      WHERE t.name = 'orders' ORDER BY position`);
    expect(columns).toEqual([
      ['id', true, false, 'integer'],
      ['region', false, false, 'text'],
      ['amount', false, true, 'numeric'],
    ]);
    expect(await ask("SELECT include_columns, indkey FROM rw_indexes WHERE name = 'by_region'")).toEqual([
      [['id'], [2, 0]],
    ]);
  });

  test('what runs', async () => {
    await becomes('SELECT * FROM rw_ddl_progress', []);
    const fragments = await ask(
      "SELECT name, relation_type, parallelism, flags FROM rw_fragment_parallelism WHERE name IN ('totals', 'events') ORDER BY 1",
    );
    expect(fragments).toEqual([
      ['events', 'source', 1, ['SOURCE']],
      ['totals', 'materialized view', 1, ['MVIEW']],
    ]);
    expect(await ask('SELECT count(*) FROM rw_actors WHERE state = $$RUNNING$$')).toEqual([['8']]);
    expect(await ask('SELECT state, is_streaming FROM rw_worker_nodes')).toEqual([['RUNNING', true]]);
    expect(await ask(`SELECT relationtype FROM rw_relation_info WHERE relationname = 'totals'`)).toEqual([
      ['MATERIALIZED VIEW'],
    ]);
    await becomes("SELECT total_key_count FROM rw_table_stats s JOIN rw_tables t USING (id) WHERE name = 'orders'", [
      ['2'],
    ]);
    expect(await ask(`SELECT name, connector, format, row_encode, columns FROM rw_sources`)).toEqual([
      ['events', 'FILE', 'PLAIN', 'JSON', ['n']],
    ]);
    expect(await ask('SELECT description FROM rw_description WHERE objsubid = 3')).toEqual([['in euro']]);
  });
});

test('what could not be decoded is told of', async () => {
  await becomes('SELECT * FROM millrace.dead_letters', [['shop.events', 'shop.events_dead_letters', '1']]);
  expect(await ask('SELECT * FROM millrace.watermarks')).toEqual([]);
});

test("of others' sources and sinks nobody sees the options, which may hold passwords", async () => {
  const reader = await server.connect('reader');
  expect(await ask('SELECT definition, options FROM millrace.sources', reader)).toEqual([[null, null]]);
  expect(await ask('SELECT definition, options FROM millrace.sinks', reader)).toEqual([[null, null]]);
  expect(await ask('SELECT create_sql FROM mz_sources UNION ALL SELECT create_sql FROM mz_sinks', reader)).toEqual([
    [null],
    [null],
  ]);
  expect(await ask('SELECT definition, connector_props FROM rw_sources', reader)).toEqual([[null, null]]);
  expect(await ask("SELECT definition FROM rw_relations WHERE name IN ('events', 'out')", reader)).toEqual([
    [null],
    [null],
  ]);
  expect(await ask("SELECT definition FROM rw_relation_info WHERE relationname IN ('events', 'out')", reader)).toEqual([
    [null],
    [null],
  ]);
  expect(await ask('SELECT mz_is_superuser()', reader)).toEqual([[false]]);
  expect(await ask('SELECT definition IS NOT NULL FROM millrace.sources')).toEqual([[true]]);
  await reader.end();
});

test('their names without a schema give way to what the search path leads to', async () => {
  await client.query('CREATE TABLE public.mz_tables (own int)');
  expect(await ask('SELECT * FROM mz_tables')).toEqual([]);
  await client.query('DROP TABLE public.mz_tables');
  expect(await ask('SELECT count(*) > 0 FROM mz_tables')).toEqual([[true]]);
  await expect(client.query('SELECT * FROM mz_sessions')).rejects.toMatchObject({code: '42P01'});
  // They are not what \d lists.
  expect(await ask("SELECT count(*) FROM pg_class WHERE relname = 'mz_tables' AND pg_table_is_visible(oid)")).toEqual([
    ['0'],
  ]);
});
