import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {tried} from '../support/attempts.ts';
import {TestServer} from '../support/server.ts';

/**
 * Ways to read what a mask hides, each tried on every kind of relation that can have one. The columns are `id` (1 and 2), `name`
 * and `n`, both masked; secrets are as in security.test.ts. Whether a condition on a masked column holds would tell as much as its
 * value, so no attempt may give back the mark that it asks for (`FOUND`) either.
 */
const SECRET = /SECRET|47114711|8150815|FOUND/;

const RELATIONS = ['masked', 'masked_view', 'masked_live', 'masked_source', 'over_table', 'over_live', 'behind_lookup'];

/** R stands for the relation. */
const READS: readonly (readonly [sql: string, code: string | null])[] = [
  ['SELECT * FROM R', null],
  ['TABLE R', null],
  ['SELECT name, n FROM R WHERE id = 1', null],
  ['SELECT R FROM R', null],
  ['SELECT (R).name, (R).n FROM R', null],
  ['SELECT (x).name FROM (SELECT r AS x FROM R r) s', null],
  ['SELECT R.*::text FROM R', null],
  ['SELECT to_jsonb(r), row_to_json(r), json_agg(r) OVER () FROM R r', null],
  ['SELECT array_agg(r), array_agg(name), string_agg(name, $$,$$), jsonb_object_agg(id, n) FROM R r', null],
  [
    'SELECT max(name), min(n), sum(n), count(DISTINCT name), bool_or(n > 1), mode() WITHIN GROUP (ORDER BY n) FROM R',
    null,
  ],
  ['SELECT first_value(name) OVER (ORDER BY n), lag(n) OVER (ORDER BY id), nth_value(name, 2) OVER () FROM R', null],
  ['SELECT concat(name, n), format($$%s %s$$, name, n), name || n, encode(name::bytea, $$escape$$) FROM R', null],
  ['SELECT reverse(name), upper(name), substr(name, 1, 3), left(name, 6), translate(name, $$*$$, $$.$$) FROM R', null],
  ['SELECT CASE WHEN true THEN name END, coalesce(name), nullif(name, $$x$$), greatest(name, $$$$) FROM R', null],
  ['SELECT (SELECT name), ARRAY(SELECT n), EXISTS (SELECT name) FROM R', null],
  ['SELECT l.* FROM R, LATERAL (SELECT R.name, R.n) l', null],
  ['SELECT * FROM R, LATERAL unnest(ARRAY[R.name]) u', null],
  ['SELECT generate_series(n, n), regexp_split_to_table(name, $$$$) FROM R', null],
  ['WITH q AS MATERIALIZED (SELECT * FROM R) SELECT * FROM q', null],
  ['WITH RECURSIVE q AS (SELECT id, name, n FROM R UNION SELECT id, name, n FROM q) SELECT * FROM q', null],
  ['SELECT * FROM R UNION ALL SELECT * FROM R', null],
  ['SELECT DISTINCT name, n FROM R', null],
  ['SELECT DISTINCT ON (n) name FROM R', null],
  ['SELECT name, n FROM R GROUP BY GROUPING SETS ((name), (n))', null],
  ['SELECT a.name FROM R a JOIN R b USING (name, n) JOIN R c ON c.n = b.n', null],
  ['SELECT * FROM R a NATURAL JOIN R b', null],
  ['SELECT * FROM R a FULL JOIN R b ON a.n < b.n', null],
  ['VALUES ((SELECT name FROM R LIMIT 1))', null],
  ['SELECT $$FOUND$$ FROM R WHERE name = $$SECRET$$', null],
  ['SELECT $$FOUND$$ FROM R WHERE n = 47114711', null],
  ['SELECT $$FOUND$$ FROM R WHERE n BETWEEN 47000000 AND 48000000', null],
  ['SELECT $$FOUND$$ FROM R WHERE name LIKE $$S%$$ OR name ~ $$^S$$ OR name SIMILAR TO $$S%$$', null],
  ['SELECT $$FOUND$$ FROM R WHERE id = 1 AND n IN (SELECT 47114711)', null],
  ['SELECT $$FOUND$$ FROM R WHERE (id, n) = (1, 47114711)', null],
  ['SELECT $$FOUND$$ FROM R r WHERE r = ROW (1, $$SECRET$$::text, 47114711)', null],
  ['SELECT $$FOUND$$ FROM R GROUP BY id HAVING max(n) = 47114711', null],
  ['SELECT $$FOUND$$ WHERE 47114711 = ANY (SELECT n FROM R)', null],
  ['SELECT $$FOUND$$ FROM R JOIN (VALUES (47114711)) v (n) USING (n)', null],
  ['SELECT CASE WHEN n > 1000 THEN $$FOUND$$ END FROM R', null],
  ['SELECT $$FOUND$$ FROM R WHERE hash_record(R) = hash_record(ROW (1, $$SECRET$$::text, 47114711))', null],
  [
    'SELECT count(*) FILTER (WHERE n = 47114711) || $$FOUND$$ FROM R HAVING count(*) FILTER (WHERE n = 47114711) > 0',
    null,
  ],
  ['SELECT $$FOUND$$ FROM R WHERE n = 47114711 ORDER BY name LIMIT 1', null],
  [
    'SELECT $$FOUND$$ FROM (SELECT id FROM R ORDER BY n DESC LIMIT 1) s WHERE id = 1 AND (SELECT min(n) <> max(n) FROM R)',
    null,
  ],
  ['SELECT $$FOUND$$ FROM R WHERE 1 / (n - 47114711) = 1', null],
  ['SELECT name::int FROM R', '22P02'],
  ['SELECT name::date FROM R', '22007'],
  ['SELECT name::uuid FROM R', '22P02'],
  ['SELECT name::jsonb FROM R', '22P02'],
  ['SELECT regexp_replace($$x$$, name, $$y$$) FROM R', '2201B'],
  ['SELECT (n || name)::int FROM R', '22P02'],
  ['SELECT n::smallint, sqrt(n) FROM R', '2201F'],
  ['SELECT mallory.leak(name) FROM R', '38000'],
  ['SELECT mallory.asked(name) FROM R', null],
  ['SELECT $$FOUND$$ FROM R WHERE mallory.is_it(name, n)', null],
  ['SELECT mallory.of_row(R.name) FROM R', null],
  ['SELECT mallory.all_of($$R$$)', null],
  ['EXPLAIN (ANALYZE) SELECT * FROM R WHERE n = 1', null],
  ['EXPLAIN (ANALYZE, VERBOSE, FORMAT JSON) SELECT name FROM R ORDER BY n', null],
  ['EXPLAIN (TYPE PHYSICAL) SELECT DISTINCT n FROM R', null],
  ['PREPARE p AS SELECT * FROM R WHERE id = $1; EXECUTE p (1)', null],
  [
    'DECLARE c SCROLL CURSOR FOR SELECT * FROM R; FETCH ALL FROM c; FETCH FIRST FROM c; MOVE LAST FROM c; FETCH RELATIVE 0 FROM c',
    null,
  ],
  ['DECLARE c CURSOR WITH HOLD FOR SELECT * FROM R ORDER BY n; FETCH 1 FROM c', null],
  ['CREATE TABLE mallory.copy AS SELECT * FROM R; SELECT * FROM mallory.copy', null],
  ['SELECT * INTO mallory.copy FROM R; SELECT * FROM mallory.copy', null],
  ['CREATE TEMP TABLE copy AS TABLE R; SELECT * FROM copy', null],
  ['CREATE VIEW mallory.v AS SELECT * FROM R; SELECT * FROM mallory.v', null],
  [
    'CREATE VIEW mallory.v WITH (security_invoker) AS SELECT * FROM R; CREATE VIEW mallory.w AS TABLE mallory.v; TABLE mallory.w',
    null,
  ],
  ['CREATE MATERIALIZED VIEW mallory.v AS SELECT * FROM R; SELECT * FROM mallory.v', null],
  ['CREATE MATERIALIZED VIEW mallory.v AS SELECT name, max(n) FROM R GROUP BY name; SELECT * FROM mallory.v', null],
  ['CREATE TABLE mallory.t (id int, name text, n int); INSERT INTO mallory.t SELECT * FROM R RETURNING *', null],
  [
    'CREATE TABLE mallory.t (name text); INSERT INTO mallory.t VALUES (NULL); UPDATE mallory.t SET name = R.name FROM R RETURNING *',
    null,
  ],
  [
    'CREATE TABLE mallory.t (n int); INSERT INTO mallory.t VALUES (-1); DELETE FROM mallory.t USING R WHERE t.n = R.n RETURNING *',
    null,
  ],
  [
    'CREATE TABLE mallory.t (id int, name text); MERGE INTO mallory.t t USING R ON t.id = R.id WHEN NOT MATCHED THEN INSERT VALUES (R.id, R.name); TABLE mallory.t',
    null,
  ],
  [
    'CREATE TABLE mallory.t (id int PRIMARY KEY, name text); INSERT INTO mallory.t SELECT id, $$$$ FROM R; INSERT INTO mallory.t SELECT id, name FROM R ON CONFLICT (id) DO UPDATE SET name = excluded.name RETURNING *',
    null,
  ],
  ['CREATE TABLE mallory.t (name text CHECK (name = $$x$$)); INSERT INTO mallory.t SELECT name FROM R', '23514'],
  ['CREATE TABLE mallory.t (n int UNIQUE); INSERT INTO mallory.t SELECT n FROM R', '23505'],
  ['CREATE TABLE mallory.t (n text NOT NULL, c text); INSERT INTO mallory.t (c) SELECT name FROM R', '23502'],
  ['CREATE DOMAIN mallory.d AS text CHECK (VALUE::int > 0); SELECT name::mallory.d FROM R', '22P02'],
  ['COPY (SELECT * FROM R) TO STDOUT', null],
  ['COPY (SELECT * FROM R) TO STDOUT (FORMAT CSV)', null],
];

/** On what can be written to: the rows are there, and what is hidden neither comes back nor decides. */
const WRITES: readonly (readonly [sql: string, code: string | null])[] = [
  ['UPDATE R SET id = id RETURNING *', null],
  ['UPDATE R SET id = id RETURNING R, R.*::text, to_jsonb(R)', null],
  ['UPDATE R SET id = id WHERE name = $$SECRET$$ RETURNING $$FOUND$$', null],
  ['UPDATE R SET id = id WHERE n > 1000 RETURNING $$FOUND$$', null],
  ['UPDATE R SET name = name, n = n; SELECT * FROM R', null],
  ['UPDATE R SET name = name || $$x$$ WHERE id = 1 RETURNING name', null],
  ['UPDATE R SET id = n RETURNING id', '23505'],
  ['UPDATE R SET (name, n) = (SELECT r.name, r.n FROM R r WHERE r.id = R.id) RETURNING *', null],
  ['UPDATE R SET id = R.id FROM R o WHERE o.id = R.id RETURNING o.*, R.*', null],
  ['UPDATE R SET id = R.id FROM hidden_ids h WHERE h.id = R.n RETURNING $$FOUND$$', null],
  ['UPDATE R SET name = name::int', '22P02'],
  ['UPDATE R SET id = 1 / (n + 1)', '22012'],
  ['UPDATE R SET id = NULL', '23502'],
  ['UPDATE R SET n = 0 WHERE id = 1', '23514'],
  ['DELETE FROM R RETURNING *', null],
  ['DELETE FROM R WHERE name = $$SECRET$$ RETURNING $$FOUND$$', null],
  ['DELETE FROM R USING R o WHERE o.n = R.n AND o.n > 0 RETURNING $$FOUND$$', null],
  ['WITH gone AS (DELETE FROM R RETURNING *) SELECT * FROM gone', null],
  ['COPY (DELETE FROM R RETURNING *) TO STDOUT', null],
  ['INSERT INTO R SELECT id + 10, name, n + 2 FROM R; SELECT * FROM R', null],
  ['INSERT INTO R VALUES (3, $$x$$, 8150815) RETURNING *', null],
  ['INSERT INTO R VALUES (3, $$x$$, -8)', '23514'],
  ['INSERT INTO R (id, n) VALUES (1, 3)', '23505'],
  ['INSERT INTO R VALUES (1, $$x$$, 3) ON CONFLICT (id) DO UPDATE SET id = R.id RETURNING *', null],
  [
    'INSERT INTO R VALUES (1, $$x$$, 3) ON CONFLICT (id) DO UPDATE SET id = R.id WHERE R.n > 1000 RETURNING $$FOUND$$',
    null,
  ],
  ['INSERT INTO R VALUES (1, $$x$$, 3) ON CONFLICT (id) DO UPDATE SET name = R.name RETURNING name', null],
  [
    'INSERT INTO R VALUES (1, $$x$$, 3) ON CONFLICT (id) DO UPDATE SET name = (SELECT max(name) FROM R) RETURNING name',
    null,
  ],
  ['INSERT INTO R VALUES (1, $$x$$, 3) ON CONFLICT (id) DO NOTHING RETURNING *', null],
  ['MERGE INTO R USING hidden_ids h ON R.n = h.id WHEN MATCHED THEN DELETE; SELECT * FROM R', null],
  [
    'MERGE INTO R USING hidden_ids h ON R.id = h.id WHEN MATCHED AND R.n > 1000 THEN DELETE; SELECT $$FOUND$$ WHERE (SELECT count(*) FROM R) < 2',
    null,
  ],
  ['SELECT * FROM R FOR UPDATE', null],
  ['SELECT $$FOUND$$ FROM R WHERE n > 1000 FOR UPDATE', null],
  ['SELECT * FROM R JOIN R o USING (n) FOR SHARE OF o', null],
  [
    'DECLARE c CURSOR FOR SELECT id FROM R FOR UPDATE; FETCH 1 FROM c; UPDATE R SET id = id WHERE CURRENT OF c RETURNING *',
    null,
  ],
  ['SELECT * FROM R TABLESAMPLE BERNOULLI (100)', null],
  ['SELECT * FROM R TABLESAMPLE BERNOULLI (100) REPEATABLE (1) FOR UPDATE', null],
  ['SELECT ctid, xmin FROM R', '0A000'],
  ['DELETE FROM R WHERE ctid IS NOT NULL RETURNING *', '0A000'],
  ['ALTER TABLE R ALTER COLUMN name UNSET MASKING POLICY', '42501'],
  ['ALTER TABLE R ALTER COLUMN name DROP NOT NULL', '42501'],
  ['ALTER TABLE R RENAME COLUMN name TO id2', '42501'],
  ['ALTER TABLE R ADD COLUMN c text GENERATED ALWAYS AS (name) STORED', '42501'],
  ['ALTER TABLE R ADD CHECK (n < 1000)', '42501'],
  ['CREATE INDEX ON R ((name::int))', '42501'],
  ['CREATE POLICY p ON R USING (n > 1000)', '42501'],
  ['ALTER TABLE R OWNER TO mallory', '42501'],
  ['CREATE TABLE mallory.l (LIKE R INCLUDING ALL); SELECT * FROM mallory.l', null],
  ['TRUNCATE R; SELECT * FROM R', null],
];

const SET_UP = `
  CREATE ROLE mallory LOGIN;
  CREATE SCHEMA mallory AUTHORIZATION mallory;
  CREATE MASKING POLICY hide AS (val text) RETURNS text -> CASE WHEN current_user = 'millrace' THEN val ELSE '***' END;
  CREATE MASKING POLICY hide_n AS (val int) RETURNS int -> CASE WHEN is_role_in_session('millrace') THEN val ELSE -1 END;
  CREATE TABLE hidden (id int PRIMARY KEY, name text, n int);
  INSERT INTO hidden VALUES (1, 'SECRET', 47114711), (2, 'SECRET too', 8150815);
  CREATE TABLE entitled (who text);
  INSERT INTO entitled VALUES ('somebody');
  CREATE MASKING POLICY ask AS (val text) RETURNS text ->
    CASE WHEN EXISTS (SELECT 1 FROM entitled WHERE who = current_user) THEN val ELSE '***' END;
  CREATE MASKING POLICY ask_n AS (val int, key int) RETURNS int ->
    coalesce((SELECT val FROM entitled WHERE who = current_user AND key > 0), -1);
  CREATE TABLE masked (id int PRIMARY KEY, name text, n int CHECK (n <> 0 AND n <> -8));
  CREATE TABLE behind_lookup (LIKE masked INCLUDING ALL);
  INSERT INTO masked TABLE hidden;
  INSERT INTO behind_lookup TABLE hidden;
  CREATE TABLE hidden_ids AS SELECT id FROM hidden UNION SELECT n FROM hidden;
  GRANT SELECT ON hidden_ids TO mallory;
  CREATE VIEW masked_view AS TABLE hidden;
  CREATE MATERIALIZED VIEW masked_live AS TABLE hidden;
  ALTER TABLE masked ALTER COLUMN name SET MASKING POLICY hide;
  ALTER TABLE masked ALTER COLUMN n SET MASKING POLICY hide_n;
  ALTER TABLE behind_lookup ALTER COLUMN name SET MASKING POLICY ask;
  ALTER TABLE behind_lookup ALTER COLUMN n SET MASKING POLICY ask_n USING (n, id);
  ALTER VIEW masked_view ALTER COLUMN name SET MASKING POLICY hide;
  ALTER VIEW masked_view ALTER COLUMN n SET MASKING POLICY hide_n;
  ALTER MATERIALIZED VIEW masked_live ALTER COLUMN name SET MASKING POLICY hide;
  ALTER MATERIALIZED VIEW masked_live ALTER COLUMN n SET MASKING POLICY hide_n;
  ALTER SOURCE masked_source ALTER COLUMN name SET MASKING POLICY hide;
  ALTER SOURCE masked_source ALTER COLUMN n SET MASKING POLICY hide_n;
  CREATE VIEW over_table AS SELECT id, name, n FROM masked;
  CREATE VIEW over_live AS SELECT id, name, n FROM masked_live;
  GRANT ALL ON masked, behind_lookup, masked_view, masked_live, masked_source, over_table, over_live TO mallory;
`;

const TOOLS = `
  CREATE FUNCTION mallory.leak(v text) RETURNS boolean LANGUAGE javascript IMMUTABLE COST 0.0001 AS 'throw new Error(v)';
  CREATE FUNCTION mallory.asked(v text) RETURNS text LANGUAGE sql SECURITY DEFINER AS 'SELECT v';
  CREATE FUNCTION mallory.is_it(v text, k int) RETURNS boolean LANGUAGE sql IMMUTABLE COST 0.0001
    AS $$SELECT v LIKE 'SECRET%' OR k > 1000$$;
  CREATE FUNCTION mallory.of_row(v text) RETURNS text LANGUAGE sql AS 'SELECT v';
  CREATE FUNCTION mallory.current_user() RETURNS text LANGUAGE sql AS $$SELECT 'millrace'$$;
  CREATE FUNCTION mallory.is_role_in_session(name text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
  CREATE TEMP TABLE entitled AS SELECT 'mallory' AS who;
  SET LOCAL search_path = mallory, pg_catalog, public;`;

describe('ways to read what a mask hides', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    const admin = await server.connect();
    const path = join(server.dataDirectory, 'rows.json');
    writeFileSync(path, '{"id":1,"name":"SECRET","n":47114711}\n{"id":2,"name":"SECRET too","n":8150815}\n');
    await admin.query(`CREATE SOURCE masked_source (id int, name text, n int) FROM FILE (PATH '${path}') FORMAT JSON`);
    await admin.query(SET_UP);
    // What the owner sees: the attempts would find it, were it not masked.
    for (const relation of RELATIONS.filter(name => name !== 'behind_lookup')) {
      const {rows} = await admin.query(`SELECT name FROM ${relation} WHERE n = 47114711`);
      expect(rows).toEqual([{name: 'SECRET'}]);
    }
  });
  afterAll(() => server.dispose());

  describe.each(RELATIONS)('of %s', relation => {
    test.each(READS)('%s', async (text, code) => {
      const all_of = `CREATE FUNCTION mallory.all_of(text) RETURNS SETOF text LANGUAGE sql SECURITY DEFINER AS 'SELECT name FROM public.${relation}'`;
      const statements = text.replaceAll(/\bR\b/g, relation).split('; ');
      const result = await tried(server, 'mallory', statements, `${TOOLS}; ${all_of}`);
      expect(result.seen).not.toMatch(SECRET);
      expect(result.code).toBe(code);
    });
  });

  describe.each(['masked', 'behind_lookup'])('of %s, by writing', relation => {
    test.each(WRITES)('%s', async (text, code) => {
      const statements = text.replaceAll(/\bR\b/g, relation).split('; ');
      const result = await tried(server, 'mallory', statements, TOOLS);
      expect(result.seen).not.toMatch(SECRET);
      expect(result.code).toBe(code);
    });
  });

  describe.each(['masked_view', 'over_table'])('of %s, by writing through it', relation => {
    test.each(WRITES.filter(([sql]) => /^(UPDATE|DELETE|INSERT|MERGE|WITH|COPY|SELECT|DECLARE)/.test(sql)))(
      '%s',
      async text => {
        const statements = text.replaceAll(/\bR\b/g, relation).split('; ');
        const result = await tried(server, 'mallory', statements, TOOLS);
        expect(result.seen).not.toMatch(SECRET);
      },
    );
  });
});
