import pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

/**
 * A row that fails in a materialized view is told to the view's owner, with columns that the view does not show and before they are
 * masked: so only to who may see all of what the view is made from.
 */
const SECRET = /SECRET|47114711/;

const SET_UP = `
  CREATE ROLE mallory LOGIN;
  CREATE SCHEMA mallory AUTHORIZATION mallory;
  CREATE TABLE parts (id int, name text, n int);
  INSERT INTO parts VALUES (1, 'SECRET', 47114711);
  GRANT SELECT (id) ON parts TO mallory;
  CREATE MASKING POLICY hide AS (val text) RETURNS text -> CASE WHEN current_user = 'millrace' THEN val ELSE '***' END;
  CREATE MASKING POLICY hide_n AS (val int) RETURNS int -> -1;
  CREATE TABLE masked AS TABLE parts;
  ALTER TABLE masked ALTER COLUMN name SET MASKING POLICY hide;
  ALTER TABLE masked ALTER COLUMN n SET MASKING POLICY hide_n;
  GRANT SELECT ON masked TO mallory;
  CREATE MATERIALIZED VIEW live AS TABLE parts;
  GRANT SELECT (id) ON live TO mallory;
  CREATE VIEW through AS SELECT id FROM parts;
  GRANT SELECT ON through TO mallory;
  CREATE TABLE rows AS TABLE parts;
  ALTER TABLE rows ENABLE ROW LEVEL SECURITY;
  CREATE POLICY failing ON rows USING (1 / (id - 1) > 0);
  GRANT SELECT ON rows TO mallory;
  CREATE FUNCTION ids() RETURNS SETOF int LANGUAGE sql STABLE SECURITY DEFINER AS 'SELECT id FROM parts';
  CREATE MATERIALIZED VIEW given AS SELECT id, 1 / (id - 1) AS q FROM parts;
  GRANT SELECT ON given TO mallory;
  CREATE TABLE open AS TABLE parts;
  GRANT SELECT ON open TO mallory;
`;

/** Each fails for the row with the secret. */
const QUERIES = [
  'SELECT id, 1 / (id - 1) AS q FROM parts',
  'SELECT id, 1 / (id - 1) AS q FROM masked',
  'SELECT name, 1 / (id - 1) AS q FROM masked',
  'SELECT id FROM masked WHERE 1 / (id - 1) > 0',
  'SELECT sum(1 / (id - 1)) AS s FROM masked',
  'SELECT 1 / (m.id - 1) AS q FROM masked m JOIN parts p ON p.id = m.id',
  'SELECT id, 1 / (id - 1) AS q FROM live',
  'SELECT id, 1 / (id - 1) AS q FROM through',
  'SELECT id FROM rows',
  'SELECT i, 1 / (i - 1) AS q FROM ids() i',
];

describe('rows that fail in materialized views', () => {
  let server: TestServer;
  let mallory: pg.Client;
  beforeAll(async () => {
    server = await TestServer.start();
    const admin = await server.connect();
    await admin.query(SET_UP);
    mallory = await server.connect('mallory');
  });
  afterAll(async () => {
    await mallory.end();
    await server.dispose();
  });

  test.each(QUERIES)('%s', async query => {
    await mallory.query(`CREATE MATERIALIZED VIEW mallory.v AS ${query}`);
    const {message, detail, hint} = await failureOf(mallory.query('TABLE mallory.v'));
    const {rows} = await mallory.query('SELECT * FROM millrace.view_errors');
    await mallory.query('DROP MATERIALIZED VIEW mallory.v');
    expect(message).toBe('division by zero');
    expect(rows).toMatchObject([{view: 'v', code: '22012', row: null}]);
    expect(JSON.stringify([detail, hint, rows])).not.toMatch(SECRET);
  });

  test("a view of somebody else's", async () => {
    const error = await failureOf(mallory.query('TABLE given'));
    const {rows} = await mallory.query('SELECT * FROM millrace.view_errors');
    expect(JSON.stringify([error.message, error.detail, error.hint, rows])).not.toMatch(SECRET);
  });

  test('who may see everything is told', async () => {
    await mallory.query('CREATE MATERIALIZED VIEW mallory.v AS SELECT 1 / (id - 1) AS q FROM open');
    const {detail} = await failureOf(mallory.query('TABLE mallory.v'));
    const {rows} = await mallory.query('SELECT * FROM millrace.view_errors');
    expect(detail).toBe('Materialized view "v" has this error for row (1,SECRET,47114711).');
    expect(rows).toMatchObject([{row: '(1,SECRET,47114711)'}]);
  });
});

async function failureOf(query: Promise<unknown>): Promise<pg.DatabaseError> {
  const error = await query.then(
    () => null,
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(pg.DatabaseError);
  return error as pg.DatabaseError;
}
