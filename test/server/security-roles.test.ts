import pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {tried} from '../support/attempts.ts';
import {TestServer} from '../support/server.ts';

/** Ways to more rights than one has: roles, owners, what is made in advance, functions' rights, the trail, and sessions. */
const SECRET = /SECRET|47114711|8150815/;

const SET_UP = `
  CREATE ROLE mallory LOGIN;
  CREATE ROLE creator LOGIN CREATEROLE;
  CREATE ROLE boss;
  CREATE ROLE clerk LOGIN IN ROLE boss;
  CREATE ROLE outsider LOGIN NOINHERIT IN ROLE boss;
  CREATE ROLE chief SUPERUSER;
  CREATE ROLE copier REPLICATION;
  CREATE ROLE seer BYPASSRLS;
  CREATE ROLE victim LOGIN;
  CREATE SCHEMA mallory AUTHORIZATION mallory;
  CREATE TABLE denied (id int PRIMARY KEY, name text);
  INSERT INTO denied VALUES (1, 'SECRET');
  CREATE TABLE bosses (a text);
  INSERT INTO bosses VALUES ('SECRET');
  ALTER TABLE bosses OWNER TO boss;
  CREATE TABLE shown (a text);
  INSERT INTO shown VALUES ('open');
  GRANT SELECT ON shown TO mallory;
  CREATE VIEW seen AS SELECT a FROM shown;
  GRANT SELECT ON seen TO mallory;
  CREATE TABLE changed (id int PRIMARY KEY, owner text);
  INSERT INTO changed VALUES (1, 'mallory'), (2, 'SECRET');
  ALTER TABLE changed ENABLE ROW LEVEL SECURITY;
  CREATE POLICY shown ON changed FOR SELECT USING (owner = 'mallory');
  CREATE POLICY updated ON changed FOR UPDATE USING (false);
  GRANT SELECT, UPDATE, DELETE ON changed TO mallory;
  CREATE FUNCTION private() RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'SECRET'::text$$;
  CREATE PROCEDURE purge() LANGUAGE sql SECURITY DEFINER AS 'DELETE FROM denied';
  REVOKE EXECUTE ON FUNCTION private() FROM PUBLIC;
  REVOKE EXECUTE ON PROCEDURE purge() FROM PUBLIC;
  CREATE TYPE kind AS ENUM ('a');
  CREATE DOMAIN amount AS int;
  REVOKE USAGE ON TYPE kind FROM PUBLIC;
  REVOKE USAGE ON DOMAIN amount FROM PUBLIC;
  CREATE SEQUENCE counter START 47114711;
  ALTER ROLE mallory SET audit_log = 'all';
  CREATE MASKING POLICY hide AS (val text) RETURNS text -> '***';
`;

/** Who tries what, and the SQLSTATE that refuses it; null: it runs, and shows nothing. */
const ATTEMPTS: readonly (readonly [user: string, sql: string, code: string | null])[] = [
  // Who may make roles makes none that can do more than she
  ['creator', 'CREATE ROLE x SUPERUSER', '42501'],
  ['creator', 'CREATE ROLE x REPLICATION', '42501'],
  ['creator', 'CREATE ROLE x BYPASSRLS', '42501'],
  ['creator', 'CREATE ROLE x IN ROLE chief', '42501'],
  ['creator', 'CREATE ROLE x ROLE chief', null],
  ['creator', 'CREATE ROLE pg_x', '42939'],
  ['creator', 'CREATE ROLE "none"', '42939'],
  ['creator', 'ALTER ROLE creator SUPERUSER', '42501'],
  ['creator', 'ALTER ROLE creator BYPASSRLS', '42501'],
  ['creator', "ALTER ROLE chief PASSWORD 'x'", '42501'],
  ['creator', 'ALTER ROLE chief LOGIN', '42501'],
  ['creator', 'ALTER ROLE chief RENAME TO x', '42501'],
  ['creator', "ALTER ROLE chief SET search_path = 'mallory'", '42501'],
  ['creator', "ALTER ROLE chief VALID UNTIL '2000-01-01'", '42501'],
  ['creator', "ALTER ROLE copier PASSWORD 'x'", '42501'],
  ['creator', 'ALTER ROLE seer NOBYPASSRLS', '42501'],
  ['creator', 'ALTER ROLE pg_read_all_data LOGIN', '42939'],
  ['creator', 'DROP ROLE chief', '42501'],
  ['creator', 'DROP ROLE creator', '55006'],
  ['creator', 'DROP ROLE pg_read_all_data', '2BP01'],
  ['creator', 'GRANT chief TO creator', '42501'],
  ['creator', 'GRANT pg_database_owner TO creator', '0A000'],
  ['creator', "COMMENT ON ROLE chief IS 'x'", '42501'],
  ['creator', "ALTER ROLE ALL SET search_path = 'mallory'", '42501'],
  ['creator', "ALTER ROLE victim SET audit_log = 'none'", '42501'],
  ['creator', "ALTER ROLE creator SET audit_log = 'none'", '42501'],
  ['creator', "ALTER ROLE victim SET role = 'chief'", '42501'],
  ['creator', "ALTER ROLE victim SET session_authorization = 'chief'", '42501'],
  ['creator', "ALTER ROLE victim SET session_replication_role = 'replica'", '42501'],
  ['creator', 'SET SESSION AUTHORIZATION victim', '42501'],
  ['creator', 'SET ROLE victim', '42501'],
  ['creator', 'SELECT rolpassword FROM pg_authid', '42501'],
  // Members
  ['clerk', 'GRANT boss TO mallory', '42501'],
  ['clerk', 'REVOKE boss FROM outsider', '42501'],
  ['clerk', 'ALTER ROLE boss LOGIN', '42501'],
  ['clerk', 'DROP ROLE boss', '42501'],
  ['clerk', 'SET ROLE boss; GRANT clerk TO boss', '42501'],
  ['outsider', 'SELECT * FROM bosses', '42501'],
  ['outsider', 'DROP TABLE bosses', '42501'],
  ['outsider', 'SET ROLE boss; SET ROLE chief', '42501'],
  ['outsider', 'SET ROLE boss; SET SESSION AUTHORIZATION chief', '42501'],
  ['mallory', 'SET ROLE boss', '42501'],
  ['mallory', 'SET LOCAL ROLE boss', '42501'],
  ['mallory', 'GRANT mallory TO mallory', '42501'],
  ['mallory', 'CREATE ROLE x', '42501'],
  ['mallory', 'ALTER ROLE mallory CREATEDB', '42501'],
  ['mallory', 'ALTER ROLE mallory CONNECTION LIMIT 5', '42501'],
  ['mallory', "ALTER ROLE mallory VALID UNTIL 'infinity'", '42501'],
  ['mallory', "SELECT set_config('session_authorization', 'victim', true)", '42501'],
  ['mallory', 'CREATE FUNCTION mallory.f() RETURNS int LANGUAGE sql SET role = chief AS $$SELECT 1$$', '0A000'],
  // Owners
  ['mallory', 'ALTER TABLE denied OWNER TO mallory', '42501'],
  ['mallory', 'ALTER SCHEMA public OWNER TO mallory', '42501'],
  ['mallory', 'ALTER SCHEMA mallory OWNER TO chief', '42501'],
  ['mallory', 'ALTER SEQUENCE counter OWNER TO mallory', '42501'],
  ['mallory', 'ALTER TYPE kind OWNER TO mallory', '42501'],
  ['mallory', 'ALTER DOMAIN amount OWNER TO mallory', '42501'],
  ['mallory', 'CREATE VIEW mallory.v AS TABLE denied; ALTER VIEW mallory.v OWNER TO chief', '42501'],
  ['mallory', 'CREATE SCHEMA AUTHORIZATION chief', '42501'],
  ['mallory', 'CREATE SCHEMA other CREATE TABLE t (LIKE denied)', '42501'],
  ['clerk', 'CREATE TABLE public.t (a int)', '42501'],
  ['clerk', 'ALTER TABLE bosses OWNER TO chief', '42501'],
  ['clerk', 'ALTER TABLE bosses SET SCHEMA mallory', '42501'],
  // Rights that are granted
  ['mallory', 'GRANT SELECT ON denied TO mallory', '42501'],
  ['mallory', 'GRANT SELECT ON shown TO victim', null],
  ['mallory', 'GRANT ALL ON ALL TABLES IN SCHEMA public TO mallory', '42501'],
  ['mallory', 'REVOKE SELECT ON shown FROM victim', null],
  ['mallory', 'GRANT CREATE ON SCHEMA public TO mallory; CREATE TABLE public.t (a int)', '42501'],
  ['mallory', 'GRANT CREATE ON DATABASE millrace TO mallory; CREATE SCHEMA s', '42501'],
  ['mallory', 'ALTER DEFAULT PRIVILEGES FOR ROLE chief GRANT ALL ON TABLES TO mallory', '42501'],
  ['mallory', 'ALTER DEFAULT PRIVILEGES FOR ROLE boss GRANT EXECUTE ON ROUTINES TO PUBLIC', '42501'],
  // EXECUTE, wherever a call can stand
  ['mallory', 'SELECT private()', '42501'],
  ['mallory', 'SELECT * FROM private()', '42501'],
  ['mallory', 'CALL purge()', '42501'],
  ['mallory', 'PREPARE p AS SELECT private(); EXECUTE p', '42501'],
  ['mallory', 'PREPARE p (text) AS SELECT $1; EXECUTE p (private())', '42501'],
  ['mallory', 'CREATE TABLE mallory.t (a text DEFAULT private())', '42501'],
  ['mallory', 'CREATE TABLE mallory.t (a text, b text GENERATED ALWAYS AS (private()) STORED)', '42501'],
  ['mallory', 'CREATE TABLE mallory.t (a text CHECK (a <> private()))', '42501'],
  ['mallory', 'CREATE TABLE mallory.t (a text); ALTER TABLE mallory.t ALTER a SET DEFAULT private()', '42501'],
  ['mallory', 'CREATE TABLE mallory.t (a text); ALTER TABLE mallory.t ADD b text DEFAULT private()', '42501'],
  ['mallory', 'CREATE TABLE mallory.t (a text); ALTER TABLE mallory.t ADD CHECK (a <> private())', '42501'],
  ['mallory', 'CREATE TABLE mallory.t (a text); ALTER TABLE mallory.t ALTER a TYPE text USING private()', '42501'],
  ['mallory', 'CREATE TABLE mallory.t (a text); CREATE INDEX ON mallory.t ((a || private()))', '42501'],
  ['mallory', 'CREATE TABLE mallory.t (a text); CREATE INDEX ON mallory.t (a) WHERE a < private()', '42501'],
  ['mallory', 'CREATE DOMAIN mallory.d AS text CHECK (VALUE <> private())', '42501'],
  ['mallory', 'CREATE DOMAIN mallory.d AS text DEFAULT private()', '42501'],
  ['mallory', 'CREATE DOMAIN mallory.d AS text; ALTER DOMAIN mallory.d SET DEFAULT private()', '42501'],
  ['mallory', 'CREATE DOMAIN mallory.d AS text; ALTER DOMAIN mallory.d ADD CHECK (VALUE <> private())', '42501'],
  ['mallory', 'CREATE MASKING POLICY mallory.m AS (v text) RETURNS text -> private()', '42501'],
  ['mallory', 'CREATE MASKING POLICY mallory.m AS (v text) RETURNS text -> (SELECT name FROM denied)', '42501'],
  [
    'mallory',
    'CREATE MASKING POLICY mallory.m AS (v text) RETURNS text -> v; ALTER MASKING POLICY mallory.m SET BODY -> private()',
    '42501',
  ],
  ['mallory', 'CREATE FUNCTION mallory.f(a text DEFAULT private()) RETURNS text LANGUAGE sql AS $$SELECT a$$', '42501'],
  [
    'mallory',
    'CREATE FUNCTION mallory.f() RETURNS text LANGUAGE sql AS $$SELECT private()$$; SELECT mallory.f()',
    '42501',
  ],
  [
    'mallory',
    'CREATE FUNCTION mallory.f() RETURNS text LANGUAGE sql SECURITY DEFINER AS $$SELECT private()$$; SELECT mallory.f()',
    '42501',
  ],
  ['mallory', 'CREATE PROCEDURE mallory.p() LANGUAGE sql AS $$CALL purge()$$; CALL mallory.p()', '42501'],
  ['mallory', 'CREATE VIEW mallory.v AS SELECT private(); TABLE mallory.v', '42501'],
  ['mallory', 'CREATE MATERIALIZED VIEW mallory.v AS SELECT private()', '42501'],
  ['mallory', 'CREATE TABLE mallory.t AS SELECT private()', '42501'],
  [
    'mallory',
    'CREATE TABLE mallory.t (a int); CREATE POLICY p ON mallory.t USING (private() IS NULL); ALTER TABLE mallory.t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; TABLE mallory.t',
    '42501',
  ],
  ['mallory', 'COPY (SELECT private()) TO STDOUT', '42501'],
  ['mallory', 'EXPLAIN SELECT private()', '42501'],
  ['mallory', 'SELECT 1 LIMIT length(private())', '42501'],
  ['mallory', 'VALUES (private())', '42501'],
  ['mallory', 'DECLARE c CURSOR FOR SELECT private()', '42501'],
  // Types and sequences
  ['mallory', 'CREATE TABLE mallory.t (a kind)', '42501'],
  ['mallory', 'CREATE TABLE mallory.t (a amount[])', '42501'],
  ['mallory', 'CREATE TABLE mallory.t AS SELECT $$a$$::kind AS a', '42501'],
  ['mallory', 'CREATE VIEW mallory.v AS SELECT 1::amount AS a', '42501'],
  ['mallory', 'CREATE DOMAIN mallory.d AS amount', '42501'],
  ['mallory', 'CREATE TYPE mallory.c AS (a kind)', '42501'],
  ['mallory', 'CREATE FUNCTION mallory.f(a kind) RETURNS int LANGUAGE sql AS $$SELECT 1$$', '42501'],
  ['mallory', "SELECT nextval('counter')", '42501'],
  ['mallory', "SELECT pg_sequence_last_value('counter'::regclass)", '42501'],
  ['mallory', 'SELECT * FROM counter', '42501'],
  ['mallory', 'SELECT last_value FROM pg_sequences', null],
  [
    'mallory',
    "CREATE TABLE mallory.t (a int DEFAULT nextval('counter')); INSERT INTO mallory.t DEFAULT VALUES RETURNING *",
    '42501',
  ],
  ['mallory', 'ALTER SEQUENCE counter RESTART', '42501'],
  // Locks take the right to UPDATE, and its policies
  ['mallory', 'SELECT * FROM shown FOR UPDATE', '42501'],
  ['mallory', 'SELECT * FROM shown FOR KEY SHARE', '42501'],
  ['mallory', 'SELECT * FROM seen FOR SHARE', '42501'],
  ['mallory', 'SELECT * FROM (SELECT * FROM shown) s FOR UPDATE', '42501'],
  ['mallory', 'SELECT * FROM (SELECT * FROM shown FOR UPDATE) s', '42501'],
  ['mallory', 'SELECT * FROM changed FOR UPDATE', null],
  ['mallory', 'LOCK TABLE shown IN EXCLUSIVE MODE', '42501'],
  // The audit trail
  ['mallory', 'SELECT * FROM millrace.audit_log', '42501'],
  ['mallory', 'UPDATE millrace.audit_log SET statement = $$$$', '42501'],
  ['mallory', 'INSERT INTO millrace.audit_log DEFAULT VALUES', '42501'],
  ['mallory', 'TRUNCATE millrace.audit_log', '42501'],
  ['mallory', 'DROP VIEW millrace.audit_log', '42501'],
  ['mallory', 'ALTER TABLE millrace.audit_log RENAME TO x', '42501'],
  ['mallory', 'ALTER SCHEMA millrace RENAME TO x', '42501'],
  ['mallory', 'CREATE VIEW mallory.v AS TABLE millrace.audit_log; TABLE mallory.v', '42501'],
  ['mallory', 'CREATE TABLE millrace.x (a int)', '42501'],
  ['mallory', "SET LOCAL audit_log = 'none'", '42501'],
  ['mallory', "SELECT set_config('audit_log_max_bytes', '1', true)", '42501'],
  ['mallory', "ALTER ROLE ALL SET audit_log = 'none'", '42501'],
  ['mallory', "ALTER DATABASE millrace SET audit_log = 'none'", '42501'],
  ['mallory', 'RESET audit_log', '42501'],
  ['mallory', 'ALTER ROLE mallory RESET audit_log', '42501'],
  ['mallory', 'ALTER ROLE mallory RESET ALL', '42501'],
  ['chief', 'SELECT 1', '28000'],
  ['millrace', 'DELETE FROM millrace.audit_log', '42501'],
  ['millrace', 'TRUNCATE millrace.audit_log', '42501'],
  ['millrace', 'ALTER TABLE millrace.audit_log OWNER TO millrace', '42501'],
  ['millrace', 'COPY millrace.audit_log FROM STDIN', '42501'],
  ['millrace', 'CREATE POLICY p ON millrace.audit_log USING (false)', '42501'],
  ['millrace', 'ALTER TABLE millrace.audit_log ALTER COLUMN statement SET MASKING POLICY hide', '42501'],
  // The server's files and settings, other sessions
  ['mallory', 'SHOW hba_file', '42501'],
  ['mallory', 'SELECT * FROM pg_hba_file_rules', '42501'],
  ['mallory', 'SELECT * FROM pg_shadow', '42501'],
  ['mallory', 'SELECT * FROM pg_user_mapping', '42501'],
  ['mallory', 'SELECT * FROM pg_largeobject', '42501'],
  ['mallory', "SELECT pg_read_binary_file('/etc/passwd')", '0A000'],
  ['mallory', "SELECT lo_import('/etc/passwd')", '42501'],
  ['mallory', 'SELECT pg_reload_conf()', '0A000'],
  ['mallory', "COPY shown TO '/tmp/x'", '0A000'],
  ['mallory', 'ALTER SYSTEM SET work_mem = 1', '0A000'],
  ['mallory', "SET session_replication_role = 'replica'", '42501'],
  ['mallory', "SET log_min_messages = 'panic'", '42501'],
  ['mallory', 'CREATE EVENT TRIGGER t ON ddl_command_start EXECUTE FUNCTION f()', '0A000'],
  ['mallory', 'CREATE SUBSCRIPTION s CONNECTION $$x$$ PUBLICATION p', '0A000'],
  ['mallory', 'CREATE SERVER s FOREIGN DATA WRAPPER w', '0A000'],
  ['mallory', 'CREATE LANGUAGE c', '0A000'],
  ['mallory', "SET sql_dialect = 'mysql'; SELECT `name` FROM `denied`", '42501'],
  ['mallory', "SET sql_dialect = 'snowflake'; SELECT name FROM denied QUALIFY true", '42501'],
];

describe('ways to more rights', () => {
  let server: TestServer;
  let admin: pg.Client;
  beforeAll(async () => {
    server = await TestServer.start();
    admin = await server.connect();
    await admin.query(SET_UP);
  });
  afterAll(() => server.dispose());

  test.each(ATTEMPTS)('%s: %s', async (user, sql, code) => {
    if (code === '28000') {
      await expect(server.connect(user)).rejects.toMatchObject({code});
      return;
    }
    const result = await tried(server, user, sql.split('; '));
    expect(result.seen).not.toMatch(SECRET);
    expect(result.code).toBe(code);
  });

  test.each([
    ['-c role=chief', '42501'],
    ['-c session_authorization=chief', '42501'],
    ['-c audit_log=none', '42501'],
    ['-c audit_log_max_bytes=1', '42501'],
    ['-c is_superuser=on', '55P02'],
    ['-c session_replication_role=replica', '42501'],
    ['-c max_connections=1', '55P02'],
  ])('options=%s when connecting', async (options, code) => {
    const connectionString = server.url.replace(/\/\/[^@]*@/, '//mallory@');
    const client = new pg.Client({connectionString, options});
    client.on('error', () => {});
    await expect(client.connect()).rejects.toMatchObject({code});
  });

  test.each([
    [{database: 'other'}, '3D000'],
    [{user: 'nobody'}, '28000'],
    [{user: 'boss'}, '28000'],
    [{user: 'MALLORY'}, '28000'],
    [{user: 'pg_read_all_data'}, '28000'],
    [{replication: 'database'}, '0A000'],
  ])('connecting with %s', async (how, code) => {
    const {hostname: host, port} = new URL(server.url);
    const options = {host, port: Number(port), user: 'mallory', database: 'millrace', ...how};
    const client = new pg.Client(options as pg.ClientConfig);
    client.on('error', () => {});
    await expect(client.connect()).rejects.toMatchObject({code});
  });

  test('a membership that ends takes rights, plans and roles with it', async () => {
    await admin.query('CREATE ROLE temp LOGIN IN ROLE boss');
    const client = await server.connect('temp');
    const query = {name: 'q', text: 'SELECT a FROM bosses WHERE a = $1', values: ['SECRET']};
    expect((await client.query(query)).rows).toHaveLength(1);
    await client.query('PREPARE p AS TABLE bosses; CREATE VIEW pg_temp.v AS TABLE bosses');
    await admin.query('REVOKE boss FROM temp');
    for (const refused of [query, 'EXECUTE p', 'TABLE pg_temp.v', 'SET ROLE boss', 'COPY bosses TO STDOUT']) {
      await expect(client.query(refused as string)).rejects.toMatchObject({code: '42501'});
    }
    await client.end();
  });

  test('a policy, a mask and a role that come later hold for what is prepared', async () => {
    await admin.query("CREATE TABLE later (id int PRIMARY KEY, a text); INSERT INTO later VALUES (1, 'SECRET')");
    await admin.query('GRANT SELECT ON later TO mallory, boss');
    const client = await server.connect('mallory');
    const byKey = {name: 'k', text: 'SELECT a FROM later WHERE id = $1', values: [1]};
    const seen = async () => [(await client.query(byKey)).rows, (await client.query('EXECUTE all_of')).rows];
    await client.query('PREPARE all_of AS SELECT a FROM later');
    expect(await seen()).toEqual([[{a: 'SECRET'}], [{a: 'SECRET'}]]);
    await admin.query('ALTER TABLE later ALTER COLUMN a SET MASKING POLICY hide');
    expect(await seen()).toEqual([[{a: '***'}], [{a: '***'}]]);
    await admin.query(
      'ALTER TABLE later ALTER COLUMN a UNSET MASKING POLICY; ALTER TABLE later ENABLE ROW LEVEL SECURITY',
    );
    expect(await seen()).toEqual([[], []]);
    await admin.query("CREATE POLICY p ON later USING (current_user = 'mallory')");
    expect(await seen()).toEqual([[{a: 'SECRET'}], [{a: 'SECRET'}]]);
    await admin.query('GRANT boss TO mallory');
    await client.query('SET ROLE boss');
    expect(await seen()).toEqual([[], []]);
    await client.query('RESET ROLE');
    await admin.query('REVOKE boss FROM mallory');
    await client.end();
  });

  test('nobody listens to what another says of her statements', async () => {
    const client = await server.connect('mallory');
    await admin.query("SET application_name = 'SECRET'");
    await admin.query("PREPARE hidden AS SELECT 'SECRET'");
    const rows = [
      ...(await client.query('SELECT * FROM pg_stat_activity')).rows,
      ...(await client.query('SELECT * FROM pg_prepared_statements')).rows,
      ...(await client.query('SELECT * FROM pg_locks')).rows,
    ];
    expect(JSON.stringify(rows.map(row => ({...(row as object), application_name: null})))).not.toMatch(SECRET);
    await admin.query('RESET application_name; DEALLOCATE hidden');
    await client.end();
  });

  test('what is done in disguise is in the audit trail', async () => {
    await admin.query(
      "CREATE ROLE watched LOGIN; ALTER ROLE watched SET audit_log = 'write, role'; GRANT ALL ON shown TO watched; GRANT boss TO watched",
    );
    const client = await server.connect('watched');
    const disguised = [
      'WITH gone AS (DELETE FROM shown WHERE false RETURNING *) SELECT * FROM gone',
      'EXPLAIN ANALYZE UPDATE shown SET a = a WHERE false',
      'COPY (DELETE FROM shown WHERE false RETURNING *) TO STDOUT',
      'EXECUTE d',
      "SELECT set_config('role', 'boss', false)",
      'RESET ROLE',
    ];
    await client.query('PREPARE d AS DELETE FROM shown WHERE false');
    for (const statement of disguised) await client.query(statement);
    await client.end();
    const {rows} = await admin.query<{statement: string}>(
      "SELECT statement FROM millrace.audit_log WHERE audit_log.session_user = 'watched' ORDER BY id",
    );
    expect(rows.map(({statement}) => statement.split('\n')[0])).toEqual(disguised);
  });

  test('no password is in the trail, the log or what others see', async () => {
    await admin.query("CREATE ROLE p1 PASSWORD 'SECRET'; ALTER USER p1 WITH ENCRYPTED PASSWORD 'SECRET'");
    await expect(admin.query("ALTER ROLE p1 PASSWORD 'SECRET' NOSUCH")).rejects.toMatchObject({code: '42601'});
    await admin.query(`CREATE SOURCE p2 (a int) WITH (connector = 'kafka', topic = 'x', properties.bootstrap.server = '127.0.0.1:1',
      properties.security.protocol = 'SASL_PLAINTEXT', properties.sasl.mechanism = 'PLAIN', properties.sasl.username = 'u',
      properties.sasl.password = 'SECRET') FORMAT PLAIN ENCODE JSON; DROP SOURCE p2`);
    const {rows} = await admin.query(
      "SELECT statement FROM millrace.audit_log WHERE statement ~ 'PASSWORD.*SECRET' OR statement ~ 'CREATE SOURCE p2'",
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(SECRET);
    expect(JSON.stringify(rows)).toMatch(/sasl.password = '\*{8}'\) FORMAT/);
    const stored = await admin.query("SELECT rolpassword FROM pg_authid WHERE rolname = 'p1'");
    expect((stored.rows[0] as {rolpassword: string}).rolpassword).toMatch(/^SCRAM-SHA-256\$/);
    expect(server.stderr).not.toMatch(SECRET);
  });
});

test('a superuser finds room when there is none left', async () => {
  const server = await TestServer.start('--max-connections', '10');
  const admin = await server.connect();
  await admin.query('CREATE ROLE a LOGIN; CREATE ROLE b LOGIN CONNECTION LIMIT 1');
  const one = await server.connect('b');
  for (let i = 0; i < 5; i++) await server.connect('a');
  await expect(server.connect('b')).rejects.toMatchObject({code: '53300'});
  await expect(server.connect('a')).rejects.toMatchObject({code: '53300'});
  await (await server.connect()).query('SELECT 1');
  await one.end();
  await server.dispose();
});
