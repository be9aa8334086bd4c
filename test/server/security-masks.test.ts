import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {tried} from '../support/attempts.ts';
import {READS, WRITES} from '../support/hidden-values.ts';
import {TestServer} from '../support/server.ts';

/**
 * Ways to read what a mask hides, each tried on every kind of relation that can have one. The columns are `id` (1 and 2), `name`
 * and `n`, both masked; secrets are as in security.test.ts. Whether a condition on a masked column holds would tell as much as its
 * value, so no attempt may give back the mark that it asks for (`FOUND`) either.
 */
const SECRET = /SECRET|47114711|8150815|FOUND/;

const RELATIONS = ['masked', 'masked_view', 'masked_live', 'masked_source', 'over_table', 'over_live', 'behind_lookup'];

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
