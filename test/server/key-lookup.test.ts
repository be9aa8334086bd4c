import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

let server: TestServer;
beforeAll(async () => void (server = await TestServer.start()));
afterAll(() => server.dispose());

const ROWS = 3000;

test('rows looked up by a unique key are those that a scan finds, in tables and views, while both change', async () => {
  const client = await server.connect();
  const other = await server.connect();
  await client.query('CREATE TABLE items (id bigint PRIMARY KEY, name text, part int, v int)');
  await client.query(`INSERT INTO items SELECT i, 'n' || i, i % 1500, i FROM generate_series(0, ${ROWS - 1}) AS g(i)`);
  await client.query(
    'CREATE MATERIALIZED VIEW parts AS SELECT part, count(*) AS n, sum(v) AS v FROM items GROUP BY part',
  );
  await client.query('CREATE MATERIALIZED VIEW names AS SELECT name, max(v) AS v FROM items GROUP BY name');
  // `+ 0` and `|| ''` keep a lookup from being one.
  const pairs: readonly (readonly [string, string])[] = [
    ['SELECT * FROM items WHERE id = $1', 'SELECT * FROM items WHERE id + 0 = $1'],
    ['SELECT * FROM items WHERE $1::int = id AND v > 10', 'SELECT * FROM items WHERE id + 0 = $1::int AND v > 10'],
    ["SELECT * FROM names WHERE name = 'n' || $1::text", "SELECT * FROM names WHERE name || '' = 'n' || $1::text"],
    ['SELECT * FROM parts WHERE part = $1', 'SELECT * FROM parts WHERE part + 0 = $1'],
    ['SELECT n FROM parts WHERE part = $1::bigint', 'SELECT n FROM parts WHERE part + 0 = $1::bigint'],
    ['SELECT count(*) FROM items WHERE id = $1', 'SELECT count(*) FROM items WHERE id + 0 = $1'],
    [
      'SELECT * FROM items WHERE id IN ($1, 7, $1, NULL, 99999999) ORDER BY id',
      'SELECT * FROM items WHERE id + 0 IN ($1, 7, $1, NULL, 99999999) ORDER BY id',
    ],
    [
      "SELECT * FROM names WHERE name = ANY(ARRAY['n7', 'n' || $1::text, NULL]) AND v > 9 ORDER BY 1",
      "SELECT * FROM names WHERE name || '' = ANY(ARRAY['n7', 'n' || $1::text, NULL]) AND v > 9 ORDER BY 1",
    ],
    [
      "SELECT * FROM parts WHERE part = ANY(('{1,2,' || $1::text || '}')::bigint[]) ORDER BY 1",
      "SELECT * FROM parts WHERE part + 0 = ANY(('{1,2,' || $1::text || '}')::bigint[]) ORDER BY 1",
    ],
    [
      'SELECT i.v, p.n FROM items i JOIN parts p ON p.part = i.part WHERE i.id = $1',
      'SELECT i.v, p.n FROM items i JOIN parts p ON p.part = i.part WHERE i.id + 0 = $1',
    ],
  ];
  const compare = async (key: number): Promise<void> => {
    for (const [lookup, scan] of pairs) {
      const found = await client.query(lookup, [key]);
      expect(found.rows, `${lookup}, ${key}`).toEqual((await client.query(scan, [key])).rows);
    }
  };
  for (let round = 0; round < 12; round++) {
    const key = (round * 257) % ROWS;
    for (const each of [key, key + 1, ROWS + round, -1]) await compare(each);
    await other.query('UPDATE items SET v = v + 1 WHERE id = $1', [key]);
    await other.query('DELETE FROM items WHERE id = $1', [key + 1]);
    await other.query("INSERT INTO items VALUES ($1, 'n' || $1::text, 7, 11)", [ROWS + round]);
  }
  // A transaction sees its own rows, and nobody else does.
  await client.query('BEGIN');
  await client.query('UPDATE items SET v = -5 WHERE id = 500');
  await client.query("DELETE FROM items WHERE name = 'n501'");
  await client.query("INSERT INTO items VALUES (99999, 'new', 1, 1)");
  for (const key of [500, 501, 99999]) await compare(key);
  expect((await client.query('SELECT v FROM items WHERE id = 500')).rows).toEqual([{v: -5}]);
  expect((await other.query('SELECT v FROM items WHERE id = 500')).rows).toEqual([{v: 500}]);
  expect((await other.query('SELECT v FROM items WHERE id = 99999')).rows).toEqual([]);
  await client.query('ROLLBACK');
  for (const key of [500, 501, 99999]) await compare(key);
  // Most rows go, which compacts the table.
  await other.query('DELETE FROM items WHERE id % 4 > 0');
  for (const key of [500, 501, 1024]) await compare(key);
  // An out-of-range constant, and NULL.
  expect((await client.query('SELECT * FROM parts WHERE part = 99999999999')).rows).toEqual([]);
  expect((await client.query('SELECT * FROM items WHERE id = NULL')).rows).toEqual([]);
});
