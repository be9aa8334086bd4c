import type pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {tried} from '../support/attempts.ts';
import {TestServer} from '../support/server.ts';

/**
 * Ways around rights, policies and masks that need some work: functions of the attacker's own in the places where the server
 * calls some, names of hers that hide others, roles that change under prepared statements and cursors, and the side doors.
 * As in security.test.ts: nothing that `mallory` gets back may hold a secret.
 */
const SECRET = /SECRET|47114711|8150815/;

const SET_UP = `
  CREATE ROLE mallory LOGIN;
  CREATE ROLE victim;
  CREATE SCHEMA mallory AUTHORIZATION mallory;
  CREATE TABLE denied (id int PRIMARY KEY, name text, n int);
  INSERT INTO denied VALUES (1, 'SECRET', 47114711);
  CREATE TABLE rows (id int PRIMARY KEY, owner text, name text UNIQUE, n int);
  INSERT INTO rows VALUES (1, 'mallory', 'open', 1), (2, 'victim', 'SECRET', 47114711), (3, 'victim', '8150815', 0);
  CREATE FUNCTION is_mine(owner text) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT owner = current_user';
  ALTER TABLE rows ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own ON rows USING (is_mine(owner));
  GRANT ALL ON rows TO mallory;
  CREATE TABLE masked (id int PRIMARY KEY, name text);
  INSERT INTO masked VALUES (1, 'SECRET');
  CREATE MASKING POLICY hide AS (val text) RETURNS text -> CASE WHEN is_role_in_session('millrace') THEN val ELSE '***' END;
  ALTER TABLE masked ALTER COLUMN name SET MASKING POLICY hide;
  GRANT SELECT ON masked TO mallory;
  CREATE TABLE config (key text, value text);
  INSERT INTO config VALUES ('shown', 'open'), ('hidden', 'SECRET');
  CREATE TABLE choices (k text);
  INSERT INTO choices VALUES ('shown');
  CREATE FUNCTION shown() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
    AS 'SELECT value FROM config WHERE key = (SELECT min(k) FROM choices)';
  CREATE VIEW shown_by_view AS SELECT value FROM config WHERE key IN (SELECT k FROM choices);
  GRANT SELECT ON shown_by_view TO mallory;
  CREATE FUNCTION private() RETURNS text LANGUAGE sql SECURITY DEFINER AS 'SELECT name FROM denied';
  REVOKE EXECUTE ON FUNCTION private() FROM PUBLIC;
  CREATE SEQUENCE counter START 47114711;
  SELECT nextval('counter');
  CREATE DOMAIN mallory.word AS text;
  ALTER DOMAIN mallory.word OWNER TO mallory;
  CREATE TABLE mallory.hers (id int, word mallory.word);
  ALTER TABLE mallory.hers OWNER TO mallory;
  INSERT INTO mallory.hers VALUES (1, 'SECRET'), (2, 'SECRET');
  CREATE MASKING POLICY hide_word AS (val mallory.word) RETURNS mallory.word -> '***';
  ALTER TABLE mallory.hers ALTER COLUMN word SET MASKING POLICY hide_word;
  CREATE TYPE secret_kind AS ENUM ('a');
`;

/** In a transaction of hers, before each attempt. */
const TOOLS = `
  CREATE FUNCTION mallory.leak(v text) RETURNS boolean LANGUAGE javascript IMMUTABLE COST 0.0001 AS 'throw new Error(v)';
  CREATE FUNCTION mallory.leak_cast(v text) RETURNS int LANGUAGE sql IMMUTABLE COST 0.0001 AS 'SELECT v::int';
  CREATE DOMAIN mallory.leak_domain AS text CHECK (VALUE::int > 0);
  CREATE FUNCTION mallory.is_mine(owner text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
  CREATE FUNCTION mallory.is_role_in_session(name text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
  CREATE FUNCTION mallory.min(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'hidden'$$`;

/** What is tried, and the SQLSTATE that refuses it; null: it runs, and shows nothing. */
const ATTEMPTS: readonly (readonly [sql: string, code: string | null])[] = [
  // Functions of her own, where hidden rows might come by
  ['SELECT * FROM rows WHERE mallory.leak(name) AND false', null],
  ["SELECT * FROM rows WHERE owner <> 'mallory' AND mallory.leak(name)", null],
  ['SELECT * FROM rows WHERE mallory.leak_cast(name) > 0', '22P02'],
  ['SELECT * FROM rows WHERE id = 2 AND mallory.leak(name)', null],
  ['SELECT * FROM rows WHERE id = 2 AND 1 / (n - 47114711) > 0', null],
  ['SELECT * FROM rows WHERE id IN (2, 3) ORDER BY name::int', null],
  ["SELECT name::mallory.leak_domain FROM rows WHERE owner <> 'mallory'", null],
  ["SELECT * FROM rows a JOIN rows b ON mallory.leak(a.name) AND a.owner = 'victim'", null],
  ["SELECT CASE WHEN owner = 'victim' THEN mallory.leak(name) END FROM rows", null],
  ["SELECT count(*) FILTER (WHERE mallory.leak(name)) FROM rows WHERE owner = 'victim'", null],
  ["SELECT * FROM rows, LATERAL (SELECT mallory.leak(name) LIMIT 1) l WHERE owner = 'victim'", null],
  ["UPDATE rows SET n = 0 WHERE owner = 'victim' AND mallory.leak(name)", null],
  ["DELETE FROM rows WHERE owner = 'victim' AND mallory.leak(name)", null],
  ['SELECT mallory.leak_cast(name) FROM masked', '22P02'],
  ['CREATE FUNCTION mallory.f(v text) RETURNS boolean LANGUAGE sql LEAKPROOF AS $$SELECT v::int > 0$$', '42501'],
  ['ALTER FUNCTION mallory.leak_cast(text) LEAKPROOF', '42501'],
  ['CREATE INDEX ON rows (mallory.leak(name))', '42501'],
  ['CREATE INDEX ON rows (id) WHERE mallory.leak(name)', '42501'],
  // Names of her own, where the server's should be meant
  ['SET search_path = mallory, public; SELECT * FROM rows', null],
  ['SET search_path = mallory, pg_catalog, public; SELECT * FROM masked', null],
  ['SET search_path = mallory, pg_catalog, public; SELECT shown()', null],
  ['SET search_path = mallory, public; SELECT * FROM shown_by_view', null],
  ["CREATE TEMP TABLE choices AS SELECT 'hidden' AS k; SELECT shown()", null],
  ["CREATE TEMP TABLE choices AS SELECT 'hidden' AS k; SELECT * FROM shown_by_view", null],
  ["CREATE TEMP TABLE choices AS SELECT 'hidden' AS k; GRANT ALL ON choices TO PUBLIC; SELECT shown()", null],
  ['CREATE SCHEMA public2; SET search_path = public2', '42501'],
  ['CREATE FUNCTION public.is_mine(owner varchar) RETURNS boolean LANGUAGE sql AS $$SELECT true$$', '42501'],
  ['CREATE OR REPLACE FUNCTION public.is_mine(owner text) RETURNS boolean LANGUAGE sql AS $$SELECT true$$', '42501'],
  ['CREATE OR REPLACE VIEW public.shown_by_view AS SELECT value FROM config', '42501'],
  ['CREATE FUNCTION pg_catalog.mine() RETURNS int LANGUAGE sql AS $$SELECT 1$$', '42501'],
  ['CREATE TABLE pg_catalog.t (a int)', '42501'],
  // Rights that functions have
  ['SELECT private()', '42501'],
  ['GRANT EXECUTE ON FUNCTION private() TO mallory', '42501'],
  ['ALTER FUNCTION private() OWNER TO mallory', '42501'],
  ['ALTER FUNCTION private() SECURITY INVOKER', '42501'],
  ['CREATE OR REPLACE FUNCTION public.private() RETURNS text LANGUAGE sql AS $$SELECT name FROM denied$$', '42501'],
  [
    'CREATE FUNCTION mallory.f() RETURNS text LANGUAGE sql SECURITY DEFINER AS $$SELECT name FROM denied$$; SELECT mallory.f()',
    '42501',
  ],
  [
    'CREATE FUNCTION mallory.f() RETURNS text LANGUAGE sql SECURITY DEFINER AS $$SELECT 1::text$$; ALTER FUNCTION mallory.f() OWNER TO millrace',
    '42501',
  ],
  ['CREATE VIEW mallory.v AS SELECT private(); SELECT * FROM mallory.v', '42501'],
  ['CREATE VIEW mallory.v AS SELECT name FROM denied; ALTER VIEW mallory.v OWNER TO millrace', '42501'],
  ['CREATE POLICY p ON rows USING (mallory.leak(name))', '42501'],
  // Roles
  ["SELECT set_config('role', 'millrace', false)", '42501'],
  ["SELECT set_config('session_authorization', 'millrace', false)", '42501'],
  ["SELECT set_config('is_superuser', 'on', false)", '55P02'],
  ["SELECT set_config('audit_log', 'none', false)", '42501'],
  ["SET row_security = off; SELECT * FROM rows WHERE owner = 'mallory'", '42501'],
  ["ALTER ROLE mallory SET role = 'millrace'", '42501'],
  ['ALTER ROLE mallory BYPASSRLS', '42501'],
  ['ALTER ROLE mallory CREATEROLE', '42501'],
  ["ALTER ROLE victim PASSWORD 'x'", '42501'],
  ['GRANT victim TO mallory', '42501'],
  ['GRANT pg_read_all_data TO mallory', '42501'],
  ['REASSIGN OWNED BY millrace TO mallory', '42501'],
  ['DROP OWNED BY victim', '42501'],
  ['DROP ROLE victim', '42501'],
  ['ALTER DEFAULT PRIVILEGES FOR ROLE millrace GRANT SELECT ON TABLES TO mallory', '42501'],
  ['ALTER TABLE mallory.probe OWNER TO mallory', '42P01'],
  // Writing that reads
  ['UPDATE rows SET name = d.name FROM denied d RETURNING *', '42501'],
  ['DELETE FROM rows USING denied d RETURNING d.*', '42501'],
  ['INSERT INTO rows SELECT 9, $$mallory$$, name, n FROM denied RETURNING *', '42501'],
  ['INSERT INTO rows VALUES (9, $$mallory$$, (SELECT name FROM denied), 1) RETURNING *', '42501'],
  ['INSERT INTO rows VALUES (9, $$mallory$$, $$x$$, 1) RETURNING (SELECT name FROM denied)', '42501'],
  [
    "INSERT INTO rows VALUES (9, 'mallory', 'SECRE', 1) ON CONFLICT (name) DO UPDATE SET n = 1 WHERE rows.name <> '' RETURNING *",
    null,
  ],
  [
    "INSERT INTO rows VALUES (9, 'mallory', 'x', 1) ON CONFLICT (id) DO UPDATE SET name = (SELECT name FROM denied)",
    '42501',
  ],
  ["UPDATE rows SET owner = 'victim' WHERE id = 1 RETURNING *", '42501'],
  ["UPDATE rows SET id = 2 WHERE owner = 'mallory'", '23505'],
  ['SELECT * FROM rows FOR UPDATE', null],
  ['SELECT * FROM rows WHERE id = 2 FOR UPDATE NOWAIT', null],
  ['SELECT * FROM denied FOR SHARE', '42501'],
  ['COPY rows FROM STDIN', '0A000'],
  ['COPY denied FROM STDIN', '42501'],
  ['COPY (DELETE FROM rows RETURNING *) TO STDOUT', null],
  ['WITH gone AS (DELETE FROM rows RETURNING *) SELECT * FROM gone', null],
  // Probing by constraints and objects of her own
  ['CREATE TABLE mallory.probe (r int REFERENCES denied (id))', '42501'],
  ['CREATE TABLE mallory.probe (LIKE denied INCLUDING ALL)', '42501'],
  [
    'CREATE TABLE mallory.probe (a int DEFAULT nextval($$counter$$)); INSERT INTO mallory.probe DEFAULT VALUES',
    '42501',
  ],
  ["SELECT currval('counter')", '42501'],
  ['CREATE TRIGGER t AFTER INSERT ON rows EXECUTE FUNCTION mallory.leak()', '0A000'],
  ['CREATE RULE r AS ON SELECT TO rows DO INSTEAD SELECT * FROM denied', '0A000'],
  ['CREATE CAST (text AS boolean) WITH FUNCTION mallory.leak(text) AS IMPLICIT', '0A000'],
  ['CREATE OPERATOR mallory.= (LEFTARG = text, RIGHTARG = text, FUNCTION = mallory.leak)', '0A000'],
  ["ALTER TYPE secret_kind ADD VALUE 'b'", '42501'],
  ['COMMENT ON FUNCTION private() IS NULL', '42501'],
  ["SELECT last_value FROM pg_sequences WHERE sequencename = 'counter' AND last_value IS NOT NULL", null],
  ["SELECT pg_sequence_parameters('counter'::regclass)", '42501'],
  ["SELECT pg_sequence_last_value('counter'::regclass)", '42501'],
  ['ALTER DOMAIN mallory.word ADD CHECK (VALUE::int > 0)', '42501'],
  ["ALTER DOMAIN mallory.word ADD CHECK (VALUE <> 'SECRET')", '42501'],
  [
    "ALTER DOMAIN mallory.word ADD CHECK (VALUE <> 'SECRET') NOT VALID; ALTER DOMAIN mallory.word SET NOT NULL",
    '42501',
  ],
  [
    'ALTER DOMAIN mallory.word ADD CONSTRAINT c CHECK (mallory.leak(VALUE)) NOT VALID; ALTER DOMAIN mallory.word VALIDATE CONSTRAINT c',
    '42501',
  ],
  ['ALTER TABLE mallory.hers ADD UNIQUE (word)', '23505'],
  ['ALTER TABLE mallory.hers ADD PRIMARY KEY (word)', '23505'],
  ['CREATE UNIQUE INDEX ON mallory.hers (word)', '42501'],
  // What EXPLAIN and the catalogs tell
  ['EXPLAIN SELECT * FROM denied', '42501'],
  ["EXPLAIN (ANALYZE, FORMAT JSON) SELECT * FROM rows WHERE name = 'x'", null],
  ["EXPLAIN (ANALYZE) UPDATE rows SET n = 2 WHERE owner = 'victim'", null],
  ['EXPLAIN (ANALYZE, VERBOSE) SELECT shown()', null],
  ['SELECT query FROM pg_stat_activity WHERE usename <> $$mallory$$', null],
  ['SELECT * FROM pg_statistic', '42501'],
  ['SELECT * FROM pg_prepared_statements', null],
  ['SELECT * FROM pg_cursors', null],
  ['SELECT setconfig FROM pg_db_role_setting', null],
  ["SELECT pg_read_file('/etc/hostname')", '0A000'],
  ["SELECT pg_ls_dir('/')", '0A000'],
  ["COPY mallory.x FROM '/etc/passwd'", '0A000'],
  ["COPY rows TO PROGRAM 'cat'", '0A000'],
  ['SELECT pg_terminate_backend(1)', '42501'],
  ['SELECT pg_cancel_backend(1)', '42501'],
  ["CREATE SOURCE mallory.file (line text) FROM FILE (PATH '/etc/passwd') FORMAT CSV", '42501'],
];

describe('ways around rights that need some work', () => {
  let server: TestServer;
  let admin: pg.Client;
  beforeAll(async () => {
    server = await TestServer.start();
    admin = await server.connect();
    await admin.query(SET_UP);
  });
  afterAll(() => server.dispose());

  test.each(ATTEMPTS)('%s', async (sql, code) => {
    const {code: found, seen} = await tried(server, 'mallory', sql.split('; '), TOOLS);
    expect(seen).not.toMatch(SECRET);
    expect(found).toBe(code);
  });
});
