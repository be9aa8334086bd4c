import type pg from 'pg';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

let server: TestServer;
beforeAll(async () => void (server = await TestServer.start()));
afterAll(() => server.dispose());

const metric = async (name: string): Promise<number> => {
  const text = await (await fetch(`${server.httpUrl}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)![1]);
};
const peeks = (): Promise<number> => metric('millrace_peeks_total');

/** How many of the lookups that `work` makes were answered without the engine thread. */
async function peeksOf(work: () => Promise<unknown>): Promise<number> {
  const before = await peeks();
  await work();
  return (await peeks()) - before;
}

async function times(count: number, work: (i: number) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < count; i++) await work(i);
}

test('lookups are answered by the main thread, of tables and views, prepared and not, and no others are', async () => {
  const client = await server.connect();
  await client.query('CREATE TABLE items (id int PRIMARY KEY, name text, part int, v numeric(8,2), at timestamp)');
  await client.query(
    "INSERT INTO items SELECT i, 'n' || i, i % 50, i * 1.5, timestamp '2024-01-01' FROM generate_series(1, 1000) g(i)",
  );
  await client.query('CREATE MATERIALIZED VIEW parts AS SELECT part, count(*) AS n FROM items GROUP BY part');
  await client.query("CREATE MATERIALIZED VIEW names AS SELECT name || '!' AS name, sum(v) AS v FROM items GROUP BY 1");

  const lookups: readonly (readonly [string, unknown[], unknown[]])[] = [
    ['SELECT name FROM items WHERE id = $1', [7], [{name: 'n7'}]],
    ['SELECT v, id FROM items WHERE id = $1::bigint AND $1 > 5', [7], [{v: '10.50', id: 7}]],
    ['SELECT id FROM items WHERE id = $1', [1001], []],
    ['SELECT id FROM items WHERE id = 3 LIMIT 1', [], [{id: 3}]],
    ['SELECT id FROM items WHERE id = 3 ORDER BY name LIMIT $1 OFFSET 0', [4], [{id: 3}]],
    ['SELECT id FROM items WHERE id = 3 OFFSET 1', [], []],
    ['SELECT id + $2::int AS x, upper(name) AS u FROM items WHERE id = $1 AND part < 40', [8, 2], [{x: 10, u: 'N8'}]],
    ['SELECT id FROM items WHERE id = $1 AND part > 40', [8], []],
    ['SELECT n FROM parts WHERE part = $1', [11], [{n: '20'}]],
    ['SELECT v FROM names WHERE name = $1', ['n9!'], [{v: '13.50'}]],
  ];
  for (const [text, values, rows] of lookups) {
    // The first two go to the engine, and the index is made.
    await times(3, () => client.query(text, values));
    await new Promise(resolve => setTimeout(resolve, 50));
    const answered = await peeksOf(async () => {
      for (const name of [undefined, `named ${text}`.slice(0, 60)]) {
        expect((await client.query({text, values, name})).rows, text).toEqual(rows);
      }
      if (values.length === 0) expect((await client.query(text)).rows).toEqual(rows);
    });
    expect(answered, text).toBe(values.length === 0 ? 3 : 2);
  }
  const others: readonly string[] = [
    'SELECT id FROM items WHERE name = $1::text AND part = 1',
    'SELECT id, random() AS r FROM items WHERE id = $1::int',
    'SELECT id, now() - at FROM items WHERE id = $1::int',
    'SELECT count(*) FROM items WHERE id = $1::int',
    'SELECT id FROM items WHERE id = NULLIF($1::int, 1)',
  ];
  for (const text of others) {
    expect(await peeksOf(() => times(4, () => client.query(text, ['1']))), text).toBe(0);
  }
  await expect(client.query('SELECT 1 / (part - 7) FROM items WHERE id = 7')).rejects.toMatchObject({code: '22012'});
});

test('lookups stand in their place among other messages, whatever their formats, and fail as others do', async () => {
  const client = await server.connect();
  await client.query(
    'CREATE TABLE quick (id bigint PRIMARY KEY, t text, d date, b bytea, a int[], z timestamptz, e bool)',
  );
  await client.query(
    `INSERT INTO quick SELECT i, CASE WHEN i % 2 = 0 THEN 'täxt' END, date '2024-02-29', '\\x0102', ARRAY[i, -i],
     timestamptz '2024-01-01 00:00+00', i % 3 = 0 FROM generate_series(1, 50) g(i)`,
  );
  const text = 'SELECT * FROM quick WHERE id = $1';
  const slow = 'SELECT * FROM quick WHERE id + 0 = $1';
  for (let id = 1; id < 60; id++) {
    for (const binary of [false, true]) {
      const ask = (sql: string): Promise<pg.QueryResult> =>
        client.query({text: sql, values: [id], name: sql, binary} as pg.QueryConfig);
      const [quick, other] = [await ask(text), await ask(slow)];
      expect(quick.rows).toEqual(other.rows);
      expect(quick.fields).toEqual(other.fields);
      expect(quick.command).toBe('SELECT');
    }
  }
  expect(await peeksOf(() => client.query({text, values: [5], name: text}))).toBe(1);
  await expect(client.query({text, values: ['x'], name: text})).rejects.toMatchObject({code: '22P02'});
  await client.query("SET TimeZone = 'Asia/Tokyo'");
  const printed = (await client.query({text, values: [5], name: text, types: {getTypeParser: () => String}})).rows[0];
  expect(printed.z).toBe('2024-01-01 09:00:00+09');
  // All sent before the first answer is there.
  const answers = await Promise.all(
    Array.from({length: 198}, (_, i) =>
      i % 7 === 3
        ? client.query('SELECT $1::int AS id', [i]).then(({rows}) => rows[0].id)
        : client.query({text, values: [1 + (i % 50)], name: text}).then(({rows}) => Number(rows[0].id)),
    ),
  );
  expect(answers).toEqual(Array.from({length: 198}, (_, i) => (i % 7 === 3 ? i : 1 + (i % 50))));
  const activity = await (
    await server.connect()
  ).query("SELECT query, state FROM pg_stat_activity WHERE query LIKE 'SELECT * FROM quick%'");
  expect(activity.rows).toContainEqual({query: text, state: 'idle'});
});

test('a transaction with rows of its own, or with a snapshot, does not peek; one that only reads does', async () => {
  const client = await server.connect();
  const other = await server.connect();
  await client.query('CREATE TABLE own (id int PRIMARY KEY, v int)');
  await client.query('INSERT INTO own SELECT i, i FROM generate_series(1, 10) g(i)');
  const lookup = (of: pg.Client, id = 1): Promise<number[]> =>
    of.query({name: 'own', text: 'SELECT v FROM own WHERE id = $1', values: [id]}).then(({rows}) => rows.map(r => r.v));
  await times(3, () => lookup(client));
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(await peeksOf(() => times(5, () => lookup(client)))).toBe(5);

  await client.query('BEGIN');
  expect(await peeksOf(() => lookup(client))).toBe(1);
  await client.query('UPDATE own SET v = 100 WHERE id = 1');
  expect(await lookup(client)).toEqual([100]);
  expect(await lookup(other)).toEqual([1]);
  await client.query('DELETE FROM own WHERE id = 2');
  expect(await lookup(client, 2)).toEqual([]);
  await client.query('COMMIT');
  expect(await lookup(other)).toEqual([100]);
  expect(await lookup(other, 2)).toEqual([]);

  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  expect(await lookup(client)).toEqual([100]);
  await other.query('UPDATE own SET v = 200 WHERE id = 1');
  expect(await lookup(client)).toEqual([100]);
  await client.query('COMMIT');
  expect(await lookup(client)).toEqual([200]);
});

test('error rows of a view, and tables that change or go, are noticed', async () => {
  const client = await server.connect();
  await client.query('CREATE TABLE base (id int PRIMARY KEY, d int)');
  await client.query('INSERT INTO base SELECT i, i FROM generate_series(1, 10) g(i)');
  await client.query('CREATE MATERIALIZED VIEW shares AS SELECT id, sum(100 / d) AS share FROM base GROUP BY id');
  const share = async (): Promise<unknown> =>
    (await client.query({name: 'share', text: 'SELECT share FROM shares WHERE id = $1', values: [5]})).rows;
  await times(3, share);
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(await peeksOf(() => times(3, share))).toBe(3);
  await client.query('INSERT INTO base VALUES (11, 0)');
  await expect(share()).rejects.toMatchObject({code: '22012'});
  await client.query('DELETE FROM base WHERE id = 11');
  expect(await peeksOf(share)).toBe(1);
  expect(await share()).toEqual([{share: '20'}]);

  const row = async (): Promise<unknown> => (await client.query('SELECT * FROM base WHERE id = 5')).rows;
  await times(3, row);
  await client.query('ALTER TABLE base ADD COLUMN e int DEFAULT 9');
  expect(await row()).toEqual([{id: 5, d: 5, e: 9}]);
  await client.query('UPDATE base SET e = 10 WHERE id = 5');
  await times(3, async () => expect(await row()).toEqual([{id: 5, d: 5, e: 10}]));
  await client.query('DROP TABLE base CASCADE');
  await expect(row()).rejects.toMatchObject({code: '42P01'});
  await expect(share()).rejects.toMatchObject({code: '42P01'});
  await client.query('CREATE TABLE base (d int, id int PRIMARY KEY)');
  await client.query('INSERT INTO base VALUES (1, 5)');
  await times(4, async () => expect(await row()).toEqual([{d: 1, id: 5}]));
});

test('while a writer inserts, changes and deletes, no answer is torn, old or of two ticks', async () => {
  const admin = await server.connect();
  await admin.query('CREATE TABLE pairs (id int PRIMARY KEY, a bigint, b text, c text[])');
  await admin.query(
    "INSERT INTO pairs SELECT i, 0, 'v0', ARRAY['v0', repeat('x', i % 90)] FROM generate_series(0, 1999) g(i)",
  );
  await admin.query(
    'CREATE MATERIALIZED VIEW sums AS SELECT id % 100 AS k, count(*) n, sum(a) a FROM pairs GROUP BY 1',
  );
  const before = await metric('millrace_live_buffers');
  const answeredBefore = await peeks();

  let stopped = false;
  // What has been confirmed of each row; null: it is gone.
  const confirmed: (number | null)[] = Array.from({length: 2000}, () => 0);
  const writer = async (): Promise<void> => {
    const client = await server.connect();
    const end = Date.now() + 6000;
    // On a busy machine it goes on until enough has been read meanwhile.
    for (let round = 1; Date.now() < end || (await peeks()) - answeredBefore <= 500; round++) {
      const from = (round * 137) % 2000;
      const to = Math.min(from + (round % 5 === 0 ? 1900 : 5), 2000);
      const range = `id >= ${from} AND id < ${to}`;
      if (round % 7 === 3) {
        await client.query(`DELETE FROM pairs WHERE ${range}`);
        confirmed.fill(null, from, to);
      } else if (round % 7 === 5) {
        await client.query(
          `INSERT INTO pairs SELECT i, ${round}, 'v${round}', ARRAY['v${round}', repeat('y', i % 300)]
           FROM generate_series(0, 1999) g(i) WHERE i NOT IN (SELECT id FROM pairs)`,
        );
        for (let i = 0; i < 2000; i++) confirmed[i] ??= round;
      } else {
        await client.query(
          `UPDATE pairs SET a = ${round}, b = 'v${round}', c = ARRAY['v${round}', 'z'] WHERE ${range}`,
        );
        for (let i = from; i < to; i++) if (confirmed[i] !== null) confirmed[i] = round;
      }
      // The index of another table grows, and so does the memory.
      if (round % 10 === 0) await client.query(`CREATE TABLE grow${round} AS SELECT * FROM generate_series(1, 200000)`);
    }
    stopped = true;
  };
  const reader = async (seed: number): Promise<void> => {
    const client = await server.connect();
    for (let i = seed; !stopped; i += 7919) {
      const id = i % 2000;
      const known = confirmed[id];
      const {rows} = await client.query({name: 'pair', text: 'SELECT * FROM pairs WHERE id = $1', values: [id]});
      if (rows.length === 0) continue;
      const [{id: found, a, b, c}] = rows;
      expect(found).toBe(id);
      expect(b).toBe(`v${a}`);
      expect(c[0]).toBe(b);
      if (known !== null) expect(Number(a)).toBeGreaterThanOrEqual(known);
      const {rows: sums} = await client.query({
        name: 'sum',
        text: 'SELECT * FROM sums WHERE k = $1',
        values: [id % 100],
      });
      for (const {k, n} of sums) {
        expect(k).toBe(id % 100);
        expect(Number(n)).toBeLessThanOrEqual(20);
      }
    }
  };
  await Promise.all([writer(), ...[1, 2, 3, 4].map(reader)]);
  for (let id = 0; id < 2000; id += 13) {
    const {rows} = await admin.query({name: 'pair', text: 'SELECT a FROM pairs WHERE id = $1', values: [id]});
    expect(rows.map(({a}) => Number(a))).toEqual(confirmed[id] === null ? [] : [confirmed[id]]);
  }
  // What remains is the writer's tables and an index or two, not a buffer for each answer.
  expect((await metric('millrace_live_buffers')) - before).toBeLessThan(3000);
}, 60_000);
