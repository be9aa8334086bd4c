import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {tried} from '../support/attempts.ts';
import {READS, WRITES} from '../support/hidden-values.ts';
import {TestServer} from '../support/server.ts';

/**
 * Ways to read rows and columns that somebody has no right to, by all that could be done with them: the same attempts as on masks
 * (security-masks.test.ts). Where rows are hidden the attempts run over those that are not; where columns or the relation are
 * denied, whatever reads them is refused.
 */
const SECRET = /SECRET|47114711|8150815|FOUND/;

const BY_ROWS = ['guarded', 'by_list', 'invoker', 'barrier'];
const DENIED = ['denied', 'partly', 'denied_view', 'denied_live', 'denied_invoker'];

const SET_UP = `
  CREATE ROLE mallory LOGIN;
  CREATE SCHEMA mallory AUTHORIZATION mallory;
  CREATE TABLE denied (id int PRIMARY KEY, name text, n int CHECK (n <> 0 AND n <> -8));
  INSERT INTO denied VALUES (1, 'SECRET', 47114711), (2, 'SECRET too', 8150815),
    (3, 'open', -5), (4, 'open too', -6);
  CREATE TABLE guarded (LIKE denied INCLUDING ALL);
  CREATE TABLE by_list (LIKE denied INCLUDING ALL);
  CREATE TABLE partly (LIKE denied INCLUDING ALL);
  INSERT INTO guarded TABLE denied;
  INSERT INTO by_list TABLE denied;
  INSERT INTO partly TABLE denied;
  CREATE TABLE listed (id int);
  INSERT INTO listed VALUES (3), (4);
  ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
  CREATE POLICY few ON guarded USING (n < 1000 OR current_user = 'millrace');
  ALTER TABLE by_list ENABLE ROW LEVEL SECURITY;
  CREATE POLICY few ON by_list USING (id IN (SELECT id FROM listed));
  CREATE VIEW invoker WITH (security_invoker) AS SELECT id, name, n FROM guarded;
  CREATE VIEW barrier WITH (security_barrier) AS SELECT id, name, n FROM denied WHERE n < 1000;
  CREATE VIEW denied_view AS TABLE denied;
  CREATE MATERIALIZED VIEW denied_live AS TABLE denied;
  CREATE VIEW denied_invoker WITH (security_invoker) AS TABLE denied;
  CREATE TABLE hidden_ids AS SELECT id FROM denied UNION SELECT n FROM denied WHERE n > 0;
  GRANT SELECT ON hidden_ids, listed TO mallory;
  GRANT ALL ON guarded, by_list, invoker, barrier, denied_invoker TO mallory;
  GRANT SELECT (id), UPDATE, INSERT, DELETE ON partly TO mallory;
`;

const TOOLS = `
  CREATE FUNCTION mallory.leak(v text) RETURNS boolean LANGUAGE javascript IMMUTABLE COST 0.0001 AS 'throw new Error(v)';
  CREATE FUNCTION mallory.asked(v text) RETURNS text LANGUAGE sql SECURITY DEFINER AS 'SELECT v';
  CREATE FUNCTION mallory.is_it(v text, k int) RETURNS boolean LANGUAGE sql IMMUTABLE COST 0.0001
    AS $$SELECT v LIKE 'SECRET%' OR k > 1000$$;
  CREATE FUNCTION mallory.of_row(v text) RETURNS text LANGUAGE sql AS 'SELECT v';
  CREATE TEMP TABLE listed AS SELECT id FROM generate_series(1, 4) AS id;
  SET LOCAL search_path = mallory, pg_catalog, public;`;

describe('ways to read what one has no right to', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await (await server.connect()).query(SET_UP);
  });
  afterAll(() => server.dispose());

  const attempts = [...READS, ...WRITES].map(([sql]) => sql);

  async function seenOf(relation: string, text: string) {
    const all_of = `CREATE FUNCTION mallory.all_of(text) RETURNS SETOF text LANGUAGE sql SECURITY DEFINER AS 'SELECT name FROM public.${relation}'`;
    return tried(server, 'mallory', text.replaceAll(/\bR\b/g, relation).split('; '), `${TOOLS}; ${all_of}`);
  }

  // As in Postgres, who may INSERT and UPDATE through a view reaches rows that it does not show.
  const known = (relation: string, text: string): boolean => relation === 'barrier' && text.includes('DO UPDATE');

  describe.each(BY_ROWS)('rows of %s', relation => {
    // What one has written oneself is no secret.
    test.each(attempts.filter(text => !known(relation, text) && !text.includes('8150815')))('%s', async text => {
      expect((await seenOf(relation, text)).seen).not.toMatch(SECRET);
    });
  });

  // What says nothing of the columns that are denied may be done.
  const harmless = /LIKE R|RETURNING \*$/;

  describe.each(DENIED)('%s', relation => {
    test.each(attempts)('%s', async text => {
      const {seen, code} = await seenOf(relation, text);
      expect(seen).not.toMatch(SECRET);
      if (relation !== 'partly' && !harmless.test(text)) expect(code).not.toBeNull();
    });
  });
});
