import {afterAll, beforeAll, expect, test} from 'vitest';
import {rowsOf, TestServer} from '../support/server.ts';

let server: TestServer;
beforeAll(async () => void (server = await TestServer.start()));
afterAll(() => server.dispose());

test('rows looked up by an index are those that a scan finds, in tables and views, while both change', async () => {
  const client = await server.connect();
  const rows = (sql: string, values?: unknown[]): Promise<unknown[][]> => rowsOf(client, sql, values);
  await rows('CREATE TABLE t (a int, b int, c text, d boolean)');
  await rows(`INSERT INTO t SELECT g % 700, g % 11, 'c' || g % 900, g % 2 = 0 FROM generate_series(1, 7000) g`);
  await rows('CREATE MATERIALIZED VIEW v AS SELECT a, b, count(*)::int AS n FROM t GROUP BY a, b');
  await rows('CREATE INDEX ON t (a, b) INCLUDE (c)');
  await rows('CREATE INDEX ON t (c DESC)');
  await rows('CREATE INDEX ON t (d)');
  await rows('CREATE INDEX ON v (a)');
  const plan = async (sql: string): Promise<string> => (await rows(`EXPLAIN ${sql}`)).join('\n');
  expect(await plan('SELECT * FROM t WHERE a = 5')).toContain('input t by (a)');
  expect(await plan('SELECT * FROM t WHERE b = 4 AND a = 5 AND d')).toContain('input t by (a, b)');
  expect(await plan(`SELECT count(*) FROM t WHERE c = 'c5'`)).toContain('input t by (c)');
  expect(await plan('SELECT * FROM v WHERE a = 5')).toContain('input v by (a)');
  for (const scan of ['b = 5', 'a > 5', 'a + 0 = 5', 'a = 5 OR b = 5']) {
    expect(await plan(`SELECT * FROM t WHERE ${scan}`)).not.toContain(' by (');
  }
  const pairs: readonly (readonly [string, string])[] = [
    ['SELECT * FROM t WHERE a = $1', 'SELECT * FROM t WHERE a + 0 = $1'],
    ['SELECT b, c FROM t WHERE a = $1 AND b = 3', 'SELECT b, c FROM t WHERE a + 0 = $1 AND b = 3'],
    [`SELECT a FROM t WHERE c = 'c' || $1::text`, `SELECT a FROM t WHERE c || '' = 'c' || $1::text`],
    ['SELECT * FROM v WHERE a = $1', 'SELECT * FROM v WHERE a + 0 = $1'],
    ['SELECT count(*) FROM t WHERE d = true AND a <> $1', 'SELECT count(*) FROM t WHERE (d AND true) AND a <> $1'],
    [
      'SELECT v.n FROM t JOIN v USING (a, b) WHERE t.a = $1',
      'SELECT v.n FROM t JOIN v USING (a, b) WHERE t.a + 0 = $1',
    ],
  ];
  const compare = async (key: number): Promise<void> => {
    for (const [lookup, scan] of pairs) {
      const [found, all] = [await rows(lookup, [key]), await rows(scan, [key])];
      const sorted = (list: unknown[]): string[] => list.map(row => JSON.stringify(row)).sort();
      expect(sorted(found), `${lookup}, ${key}`).toEqual(sorted(all));
    }
  };
  for (let round = 0; round < 6; round++) {
    for (const key of [round, round * 101, 700 + round]) await compare(key);
    await rows('UPDATE t SET a = a + 1 WHERE a = $1', [round * 101]);
    await rows('DELETE FROM t WHERE a = $1 AND b < 5', [round]);
    await rows(`INSERT INTO t SELECT 700 + $1::int, g, 'c' || g, true FROM generate_series(1, 30) g`, [round]);
  }
  await rows('BEGIN');
  await rows('INSERT INTO t VALUES (3, 3, $1, true)', ['c3']);
  await rows('DELETE FROM t WHERE a = 4');
  for (const key of [3, 4]) await compare(key);
  await rows('ROLLBACK');
  await rows('DELETE FROM t WHERE b > 2');
  for (const key of [3, 4, 705]) await compare(key);
  await rows('DROP INDEX t_a_b_c_idx');
  expect(await plan('SELECT * FROM t WHERE a = 5')).not.toContain(' by (');
  await compare(3);
});

test('rows to be changed are looked up too, those of the own transaction among them', async () => {
  const client = await server.connect();
  const rows = (sql: string, values?: unknown[]): Promise<unknown[][]> => rowsOf(client, sql, values);
  await rows('CREATE TABLE k (id int PRIMARY KEY, n int, g int)');
  await rows('CREATE TABLE parent (id int PRIMARY KEY)');
  await rows('CREATE TABLE child (id int PRIMARY KEY, p int REFERENCES parent ON DELETE CASCADE)');
  await rows('INSERT INTO k SELECT g, 0, g % 10 FROM generate_series(1, 1000) g');
  await rows('INSERT INTO parent VALUES (1), (2)');
  await rows('INSERT INTO child VALUES (1, 1), (2, 2), (3, 1)');
  await rows('CREATE INDEX ON k (g)');
  const plan = async (sql: string): Promise<string> => (await rows(`EXPLAIN ${sql}`)).join('\n');
  expect(await plan('UPDATE k SET n = 1 WHERE id = 5')).toContain('input k by (id)');
  expect(await plan('DELETE FROM k WHERE g = 5 AND n = 0')).toContain('input k by (g)');
  expect(await plan('UPDATE k SET n = 1 WHERE id > 5')).not.toContain(' by (');
  expect(await rows('UPDATE k SET n = n + 1 WHERE id = $1 RETURNING id, n', [5])).toEqual([[5, 1]]);
  await rows('BEGIN');
  await rows('INSERT INTO k VALUES (2000, 7, 77)');
  expect(await rows('UPDATE k SET id = 2001 WHERE id = 2000 RETURNING n')).toEqual([[7]]);
  expect(await rows('UPDATE k SET n = 8 WHERE id = 2000 RETURNING n')).toEqual([]);
  expect(await rows('UPDATE k SET n = n + (SELECT count(*) FROM k) WHERE id = 2001 RETURNING n')).toEqual([[1008]]);
  expect(await rows('DELETE FROM k WHERE g = 77 RETURNING id')).toEqual([[2001]]);
  await rows('COMMIT');
  expect(await rows('UPDATE k SET n = k.n + o.n FROM k o WHERE k.id = 6 AND o.id = 5 RETURNING k.n')).toEqual([[1]]);
  expect(
    await rows('INSERT INTO k VALUES (5, 9, 9) ON CONFLICT (id) DO UPDATE SET n = excluded.n RETURNING n'),
  ).toEqual([[9]]);
  expect(
    await rows('WITH d AS (DELETE FROM k WHERE id = 7 RETURNING id) SELECT d.id, (SELECT count(*)::int FROM k) FROM d'),
  ).toEqual([[7, 1000]]);
  await rows('DELETE FROM parent WHERE id = 1');
  expect(await rows('SELECT id FROM child')).toEqual([[2]]);
});
