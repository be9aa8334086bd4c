import type pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type Tried, tried} from '../support/attempts.ts';
import {TestServer} from '../support/server.ts';

/**
 * Ways around rights, policies and masks. `mallory` may log in, has a schema of her own, and of the tables that hold secrets
 * what `setUp` grants; each attempt is made as she, and nothing that she gets back (rows, notices, errors with their details)
 * may hold a secret. Secrets all have SECRET in them, or are the numbers 47114711 and 8150815.
 */
const SECRET = /SECRET|47114711|8150815/;

const SET_UP = `
  CREATE ROLE mallory LOGIN;
  CREATE SCHEMA mallory AUTHORIZATION mallory;
  CREATE TABLE denied (id int PRIMARY KEY, name text UNIQUE, n int CHECK (n > 0));
  INSERT INTO denied VALUES (1, 'SECRET', 47114711);
  CREATE TABLE partly (id int PRIMARY KEY, open text, name text UNIQUE, n int CHECK (n < 100000000));
  INSERT INTO partly VALUES (1, 'a', 'SECRET', 47114711);
  GRANT SELECT (id, open), INSERT, UPDATE (open, n), DELETE ON partly TO mallory;
  CREATE TABLE child (r text REFERENCES partly (name));
  INSERT INTO child VALUES ('SECRET');
  GRANT INSERT ON child TO mallory;
  CREATE TABLE rows (id int PRIMARY KEY, owner text, name text UNIQUE, n int);
  INSERT INTO rows VALUES (1, 'mallory', 'open', 1), (2, 'victim', 'SECRET', 47114711), (3, 'victim', '8150815', 0);
  ALTER TABLE rows ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own ON rows USING (owner = current_user);
  GRANT ALL ON rows TO mallory;
  CREATE TABLE allowed (id int);
  CREATE TABLE by_list (id int, name text, n int);
  INSERT INTO by_list VALUES (1, 'open', 1), (2, 'SECRET', 0);
  INSERT INTO allowed VALUES (1);
  GRANT SELECT ON allowed, by_list TO mallory;
  ALTER TABLE by_list ENABLE ROW LEVEL SECURITY;
  CREATE POLICY listed ON by_list USING (EXISTS (SELECT 1 FROM allowed WHERE allowed.id = by_list.id));
  CREATE TABLE masked (id int PRIMARY KEY, name text UNIQUE, n int CHECK (n > 0));
  INSERT INTO masked VALUES (1, 'SECRET', 47114711);
  CREATE MASKING POLICY hide AS (val text) RETURNS text -> CASE WHEN current_role() = 'millrace' THEN val ELSE '***' END;
  CREATE MASKING POLICY hide_n AS (val int) RETURNS int -> CASE WHEN is_role_in_session('millrace') THEN val ELSE -1 END;
  ALTER TABLE masked ALTER COLUMN name SET MASKING POLICY hide;
  ALTER TABLE masked ALTER COLUMN n SET MASKING POLICY hide_n;
  GRANT ALL ON masked TO mallory;
  CREATE VIEW over_masked AS SELECT id, name AS other, n * 1 AS m FROM masked;
  CREATE VIEW over_view AS SELECT * FROM over_masked;
  GRANT SELECT ON over_masked, over_view TO mallory;
  CREATE VIEW barrier WITH (security_barrier) AS SELECT name, n FROM denied WHERE n < 0;
  CREATE VIEW invoker WITH (security_invoker) AS SELECT * FROM denied;
  GRANT SELECT ON barrier, invoker TO mallory;
  CREATE FUNCTION reads() RETURNS SETOF text LANGUAGE sql AS 'SELECT name FROM denied';
  CREATE FUNCTION private() RETURNS text LANGUAGE sql AS $$SELECT 'SECRET'::text$$;
  REVOKE EXECUTE ON FUNCTION private() FROM PUBLIC;
  CREATE MATERIALIZED VIEW failing AS SELECT id, name::int AS x FROM denied;
  GRANT SELECT ON failing TO mallory;
  CREATE SEQUENCE counter START 47114711;
  CREATE ROLE other LOGIN PASSWORD 'SECRET';
  CREATE TABLE mallorys (id int, name text);
  INSERT INTO mallorys VALUES (1, 'SECRET');
  ALTER TABLE mallorys ALTER COLUMN name SET MASKING POLICY hide;
  ALTER TABLE mallorys OWNER TO mallory;
`;

/** What is tried, and the SQLSTATE that refuses it; null: it runs, and shows nothing. */
const ATTEMPTS: readonly (readonly [sql: string, code: string | null])[] = [
  // A table without any right
  ['SELECT * FROM denied', '42501'],
  ['SELECT count(*) FROM denied', '42501'],
  ['TABLE denied', '42501'],
  ['COPY denied TO STDOUT', '42501'],
  ['COPY (SELECT * FROM denied) TO STDOUT', '42501'],
  ['EXPLAIN ANALYZE SELECT * FROM denied', '42501'],
  ['EXPLAIN (TYPE LOGICAL) SELECT * FROM denied', '42501'],
  ['SELECT (SELECT name FROM denied)', '42501'],
  ['SELECT 1 WHERE EXISTS (SELECT 1 FROM denied)', '42501'],
  ['WITH q AS (SELECT * FROM denied) SELECT * FROM q', '42501'],
  ['SELECT * FROM allowed a, LATERAL (SELECT name FROM denied) d', '42501'],
  ['SELECT row_number() OVER (ORDER BY name) FROM denied', '42501'],
  ['BEGIN; DECLARE c CURSOR FOR SELECT * FROM denied', '42501'],
  ['CREATE TABLE mallory.copy AS SELECT * FROM denied', '42501'],
  ['SELECT * INTO mallory.copy FROM denied', '42501'],
  ['CREATE MATERIALIZED VIEW mallory.copy AS SELECT * FROM denied', '42501'],
  ['CREATE VIEW mallory.v AS SELECT * FROM denied; SELECT * FROM mallory.v', '42501'],
  ['SELECT * FROM invoker', '42501'],
  ['SELECT * FROM reads()', '42501'],
  ['SELECT private()', '42501'],
  [
    `CREATE FUNCTION mallory.f() RETURNS SETOF text LANGUAGE sql AS 'SELECT name FROM denied'; SELECT mallory.f()`,
    '42501',
  ],
  ['INSERT INTO denied VALUES (1)', '42501'],
  ['UPDATE denied SET n = 1 RETURNING *', '42501'],
  ['DELETE FROM denied RETURNING *', '42501'],
  ['MERGE INTO denied USING (SELECT 1 AS k) s ON id = k WHEN MATCHED THEN DELETE', '42501'],
  ['TRUNCATE denied', '42501'],
  ['LOCK TABLE denied', '42501'],
  ['ALTER TABLE denied OWNER TO mallory', '42501'],
  ['GRANT SELECT ON denied TO mallory', '42501'],
  ['DROP TABLE denied', '42501'],
  ['COMMENT ON TABLE denied IS NULL', '42501'],
  ["SELECT nextval('counter')", '42501'],
  ["SELECT setval('counter', 1)", '42501'],
  ['SELECT * FROM counter', '42501'],
  // Some columns of one
  ['SELECT * FROM partly', '42501'],
  ['SELECT name FROM partly', '42501'],
  ['SELECT partly FROM partly', '42501'],
  ['SELECT id FROM partly WHERE n = 47114711', '42501'],
  ['SELECT id FROM partly ORDER BY name', '42501'],
  ['SELECT a.id FROM partly a JOIN partly b USING (name)', '42501'],
  ['SELECT id FROM partly GROUP BY id HAVING max(n) > 0', '42501'],
  ['SELECT a.id FROM partly a NATURAL JOIN partly b', '42501'],
  ['UPDATE partly SET open = name', '42501'],
  ['UPDATE partly SET n = n + 1', '42501'],
  ["UPDATE partly SET open = 'x' RETURNING name", '42501'],
  ['DELETE FROM partly RETURNING *', '42501'],
  ["DELETE FROM partly WHERE name = 'SECRET'", '42501'],
  ["INSERT INTO partly VALUES (9, 'a', 'SECRE', 1) ON CONFLICT (name) DO NOTHING", '42501'],
  ["INSERT INTO partly VALUES (1, 'a', 'x', 1) ON CONFLICT (id) DO UPDATE SET open = partly.name", '42501'],
  ["INSERT INTO partly VALUES (9, 'a', NULL, 100000001)", '23514'],
  ['UPDATE partly SET n = 100000001', '23514'],
  ["INSERT INTO partly VALUES (NULL, 'a', 'b', 1)", '23502'],
  ['DELETE FROM partly', '23503'],
  ["INSERT INTO child VALUES ('nobody')", '23503'],
  // Rows behind a policy
  ['SELECT * FROM rows', null],
  ['SELECT * FROM rows WHERE 1 / n > 0', null],
  ['SELECT * FROM rows WHERE name::int > 0', '22P02'],
  ['SELECT * FROM rows WHERE id = 2', null],
  ['SELECT max(name), max(n) FROM rows', null],
  ['COPY rows TO STDOUT', null],
  ['EXPLAIN ANALYZE SELECT * FROM rows', null],
  ['UPDATE rows SET n = n WHERE id = 2 RETURNING *', null],
  ['DELETE FROM rows WHERE id > 1 RETURNING *', null],
  ["INSERT INTO rows VALUES (2, 'mallory', 'x', 1)", '23505'],
  ["INSERT INTO rows VALUES (4, 'victim', 'x', 1)", '42501'],
  ["INSERT INTO rows VALUES (2, 'mallory', 'x', 1) ON CONFLICT (id) DO UPDATE SET n = 0 RETURNING *", '42501'],
  ["UPDATE rows SET owner = 'victim'", '42501'],
  ['SET row_security = off; SELECT * FROM rows', '42501'],
  ['ALTER TABLE rows DISABLE ROW LEVEL SECURITY', '42501'],
  ['DROP POLICY own ON rows', '42501'],
  ['CREATE POLICY mine ON rows USING (true)', '42501'],
  ['SET ROLE victim', '22023'],
  ['CREATE MATERIALIZED VIEW mallory.r AS SELECT * FROM rows; SELECT * FROM mallory.r', null],
  ['SELECT * FROM by_list WHERE 1 / n > 0', null],
  ['SELECT * FROM by_list WHERE name::int > 0', '22P02'],
  ['SELECT * FROM by_list a JOIN by_list b ON 1 / a.n > 0', null],
  ['SELECT * FROM barrier WHERE name::int > 0', null],
  ['SELECT * FROM barrier WHERE 1 / (n - 47114711) > 0', null],
  // Columns behind a mask
  ['SELECT * FROM masked', null],
  ['SELECT masked FROM masked', null],
  ['SELECT row_to_json(masked) FROM masked', null],
  ["SELECT id FROM masked WHERE name = 'SECRET' AND false", null],
  ['SELECT name::int FROM masked', '22P02'],
  ['SELECT 1 / (n - 47114711) FROM masked', null],
  ['SELECT max(name), string_agg(name, $$,$$) FROM masked GROUP BY n', null],
  ['SELECT first_value(name) OVER (ORDER BY n) FROM masked', null],
  ['SELECT a.name FROM masked a JOIN masked b USING (name)', null],
  ['SELECT * FROM over_masked', null],
  ['SELECT * FROM over_view ORDER BY m', null],
  ['UPDATE masked SET n = 5 RETURNING *', null],
  ['INSERT INTO masked VALUES (7, $$x$$, 8150815) RETURNING *', null],
  ['INSERT INTO masked VALUES (1, $$x$$, 1) ON CONFLICT (id) DO UPDATE SET n = 1 RETURNING *', null],
  ['DELETE FROM masked RETURNING *', null],
  ['UPDATE masked SET n = -1', '23514'],
  ['SELECT * FROM masked FOR UPDATE', null],
  ['COPY masked TO STDOUT', null],
  ['COPY (SELECT name FROM masked) TO STDOUT', null],
  ['CREATE TABLE mallory.m AS SELECT * FROM masked; SELECT * FROM mallory.m', null],
  ['CREATE MATERIALIZED VIEW mallory.mv AS SELECT * FROM masked; SELECT * FROM mallory.mv', null],
  ['BEGIN; DECLARE c CURSOR FOR SELECT * FROM masked; FETCH ALL FROM c', null],
  ['PREPARE p AS SELECT * FROM masked; EXECUTE p', null],
  ['ALTER TABLE masked ALTER COLUMN name UNSET MASKING POLICY', '42501'],
  ['DROP MASKING POLICY hide', '42501'],
  ['CREATE OR REPLACE MASKING POLICY public.hide AS (val text) RETURNS text -> val', '42501'],
  // A table of her own, with a mask of another's
  ['SELECT * FROM mallorys', null],
  ['ALTER TABLE mallorys ALTER COLUMN name UNSET MASKING POLICY', '42501'],
  ['ALTER TABLE mallorys ADD COLUMN c text GENERATED ALWAYS AS (name) STORED', '42501'],
  ['ALTER TABLE mallorys ALTER COLUMN name TYPE int USING name::int', '42501'],
  ["ALTER TABLE mallorys ADD CHECK (name <> 'SECRET')", '42501'],
  ['CREATE INDEX ON mallorys ((name::int))', '42501'],
  ["CREATE POLICY p ON mallorys USING (name = 'SECRET')", '42501'],
  // What the catalogs and the server know
  ['SELECT rolpassword FROM pg_authid', '42501'],
  ['SELECT passwd FROM pg_shadow', '42501'],
  ['SELECT rolpassword FROM pg_roles', null],
  ['SELECT * FROM millrace.audit_log', '42501'],
  ['DELETE FROM millrace.audit_log', '42501'],
  ["SET audit_log = 'none'", '42501'],
  ["ALTER ROLE mallory SET audit_log = 'none'", '42501'],
  ['SELECT * FROM failing', '22P02'],
  ['SELECT * FROM millrace.view_errors', null],
  ['SELECT query FROM pg_stat_activity', null],
  ['SELECT * FROM pg_stats', null],
  ['ALTER ROLE mallory SUPERUSER', '42501'],
  ['CREATE ROLE another SUPERUSER', '42501'],
  ['GRANT millrace TO mallory', '42501'],
  ['SET ROLE millrace', '42501'],
  ['SET SESSION AUTHORIZATION millrace', '42501'],
];

describe('ways around rights', () => {
  let server: TestServer;
  let admin: pg.Client;
  beforeAll(async () => {
    server = await TestServer.start();
    admin = await server.connect();
    await admin.query(SET_UP);
  });
  afterAll(async () => {
    await server.dispose();
  });

  const triedByMallory = (sql: string): Promise<Tried> =>
    tried(server, 'mallory', sql.replace(/^BEGIN; /, '').split('; '));

  test.each(ATTEMPTS)('%s', async (sql, code) => {
    const result = await triedByMallory(sql);
    expect(result.seen).not.toMatch(SECRET);
    expect(result.code).toBe(code);
  });

  test('a prepared statement obeys a REVOKE that comes later', async () => {
    await admin.query('CREATE TABLE later (a int); INSERT INTO later VALUES (1); GRANT SELECT ON later TO mallory');
    const client = await server.connect('mallory');
    const query = {name: 'later', text: 'SELECT a FROM later WHERE a = $1', values: [1]};
    expect((await client.query(query)).rows).toEqual([{a: 1}]);
    await admin.query('REVOKE SELECT ON later FROM mallory');
    await expect(client.query(query)).rejects.toMatchObject({code: '42501'});
    await admin.query('GRANT SELECT ON later TO mallory; ALTER TABLE later ENABLE ROW LEVEL SECURITY');
    expect((await client.query(query)).rows).toEqual([]);
    await client.end();
  });

  test('rights, policies, masks and the audit trail outlive the server', async () => {
    await server.end('SIGKILL');
    await server.start();
    admin = await server.connect();
    expect((await triedByMallory('SELECT * FROM denied')).code).toBe('42501');
    expect((await triedByMallory('SELECT * FROM rows')).seen).not.toMatch(SECRET);
    expect((await triedByMallory('SELECT * FROM masked')).seen).not.toMatch(SECRET);
    const {rows} = await admin.query("SELECT count(*)::int AS n FROM millrace.audit_log WHERE sqlstate = '42501'");
    expect(rows[0].n).toBeGreaterThan(20);
    const passwords = await admin.query(
      "SELECT 1 FROM millrace.audit_log WHERE statement LIKE 'CREATE ROLE other%SECRET%'",
    );
    expect(passwords.rows).toEqual([]);
  });
});
