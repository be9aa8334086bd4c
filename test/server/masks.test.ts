import type pg from 'pg';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

// Masks that ask a table who may see what, on every path on which values are read; and row locks behind masks and policies.

let server: TestServer;
let admin: pg.Client;
let ann: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  admin = await server.connect();
  await admin.query(`
    CREATE ROLE ann LOGIN;
    CREATE SCHEMA ann AUTHORIZATION ann;
    CREATE TABLE entitled (who text, kind text);
    INSERT INTO entitled VALUES ('ann', 'a');
    CREATE TABLE customers (id int PRIMARY KEY, kind text, mail text, pay int);
    CREATE MASKING POLICY mail AS (val text, k text) RETURNS text ->
      CASE WHEN EXISTS (SELECT 1 FROM entitled e WHERE e.who = current_user AND e.kind = k) THEN val ELSE '***' END;
    CREATE MASKING POLICY pay AS (val int, k text) RETURNS int ->
      (SELECT val FROM entitled e WHERE e.who = current_user AND e.kind = k);
    ALTER TABLE customers ALTER COLUMN mail SET MASKING POLICY mail USING (mail, kind);
    ALTER TABLE customers ALTER COLUMN pay SET MASKING POLICY pay USING (pay, kind);
    INSERT INTO customers VALUES (1, 'a', 'one', 10), (2, 'b', 'two', 20);
    GRANT ALL ON customers TO ann;
    CREATE VIEW seen AS SELECT * FROM customers;
    GRANT SELECT ON seen TO ann;
    CREATE TABLE owned (id int PRIMARY KEY, owner text);
    INSERT INTO owned VALUES (1, 'ann'), (2, 'bob');
    ALTER TABLE owned ENABLE ROW LEVEL SECURITY;
    CREATE POLICY shown ON owned FOR SELECT USING (true);
    CREATE POLICY changed ON owned FOR UPDATE USING (owner = current_user);
    GRANT SELECT, UPDATE ON owned TO ann;
  `);
  ann = await server.connect('ann');
});
afterAll(() => server.dispose());

/** In a transaction that is rolled back. */
async function rowsOf(sql: string): Promise<unknown[][]> {
  await ann.query('BEGIN');
  try {
    const {rows} = await ann.query<unknown[]>({text: sql, rowMode: 'array'});
    return rows.sort();
  } finally {
    await ann.query('ROLLBACK');
  }
}

const MASKED = [
  [1, 'a', 'one', 10],
  [2, 'b', '***', null],
];

test('a mask asks another table, with the rights of its owner', async () => {
  expect(await rowsOf('SELECT * FROM customers')).toEqual(MASKED);
  expect(await rowsOf('SELECT * FROM seen')).toEqual(MASKED);
  await expect(rowsOf('SELECT * FROM entitled')).rejects.toMatchObject({code: '42501'});
});

test.each([
  ["SELECT id FROM customers WHERE mail <> '***'", [[1]]],
  [
    'SELECT count(*)::int, max(mail) FROM customers GROUP BY pay',
    [
      [1, '***'],
      [1, 'one'],
    ],
  ],
  ['SELECT a.id, b.id FROM customers a JOIN customers b USING (mail, pay)', [[1, 1]]],
  [
    'UPDATE customers SET id = id + 10 RETURNING *',
    [
      [11, 'a', 'one', 10],
      [12, 'b', '***', null],
    ],
  ],
  ["UPDATE customers SET id = 9 WHERE mail = 'two' RETURNING *", []],
  [
    'UPDATE customers SET pay = o.pay FROM customers o WHERE o.id = 2 AND customers.id = 1 RETURNING customers.pay',
    [[null]],
  ],
  ['DELETE FROM customers WHERE pay = 20 RETURNING *', []],
  ['DELETE FROM customers RETURNING *', MASKED],
  [
    "INSERT INTO customers VALUES (3, 'a', 'x', 1), (4, 'b', 'y', 2) RETURNING *",
    [
      [3, 'a', 'x', 1],
      [4, 'b', '***', null],
    ],
  ],
  [
    "INSERT INTO customers VALUES (1, 'a', 'x', 1), (2, 'b', 'y', 2) ON CONFLICT (id) DO UPDATE SET kind = customers.mail WHERE customers.pay IS NULL RETURNING id, kind",
    [[2, '***']],
  ],
])('%s', async (sql, rows) => {
  expect(await rowsOf(sql)).toEqual(rows);
});

test('MERGE reads what it may see', async () => {
  await ann.query('BEGIN');
  await ann.query(`
    MERGE INTO customers c USING (VALUES (1), (2), (3)) v (i) ON c.id = v.i
    WHEN MATCHED AND c.pay = 20 THEN DELETE
    WHEN MATCHED THEN UPDATE SET kind = c.mail
    WHEN NOT MATCHED THEN INSERT VALUES (v.i, 'a', 'new', 1)`);
  const {rows} = await ann.query('SELECT id, kind FROM customers ORDER BY id');
  await ann.query('ROLLBACK');
  expect(rows).toEqual([
    {id: 1, kind: 'one'},
    {id: 2, kind: '***'},
    {id: 3, kind: 'a'},
  ]);
});

test('a materialized view follows the table that the mask asks', async () => {
  await ann.query('CREATE MATERIALIZED VIEW ann.live AS SELECT * FROM customers');
  expect(await rowsOf('SELECT * FROM ann.live')).toEqual(MASKED);
  await admin.query("INSERT INTO entitled VALUES ('ann', 'b')");
  expect(await rowsOf('SELECT * FROM ann.live')).toEqual([MASKED[0], [2, 'b', 'two', 20]]);
  await admin.query("DELETE FROM entitled WHERE kind = 'b'");
  expect(await rowsOf('SELECT * FROM ann.live')).toEqual(MASKED);
});

test('a new name of the table that it asks changes nothing, nor does a table of that name', async () => {
  await admin.query('ALTER TABLE entitled RENAME TO moved');
  await ann.query("CREATE TEMP TABLE entitled AS SELECT 'ann' AS who, 'b' AS kind");
  await ann.query('GRANT ALL ON entitled TO PUBLIC');
  expect(await rowsOf('SELECT * FROM customers')).toEqual(MASKED);
  await ann.query('DROP TABLE entitled');
  await admin.query('ALTER TABLE moved RENAME TO entitled');
});

test('a view that is written through hides what it masks, and takes what is proposed', async () => {
  await admin.query(`
    CREATE TABLE base (id int PRIMARY KEY, name text);
    INSERT INTO base VALUES (1, 'one');
    CREATE VIEW through AS TABLE base;
    CREATE MASKING POLICY stars AS (val text) RETURNS text -> CASE WHEN current_user = 'millrace' THEN val ELSE '***' END;
    ALTER VIEW through ALTER COLUMN name SET MASKING POLICY stars;
    GRANT ALL ON through TO ann`);
  expect(await rowsOf("UPDATE through SET id = 2 WHERE name <> 'one' RETURNING *")).toEqual([[2, '***']]);
  await ann.query("INSERT INTO through VALUES (1, 'new') ON CONFLICT (id) DO UPDATE SET name = excluded.name");
  expect((await admin.query('SELECT name FROM base')).rows).toEqual([{name: 'new'}]);
  await ann.query("UPDATE through SET name = name || '!'");
  expect((await admin.query('SELECT name FROM base')).rows).toEqual([{name: '***!'}]);
});

test('a mask does not go with its owner or its schema while it hides something', async () => {
  await admin.query(`
    CREATE ROLE keeper;
    CREATE SCHEMA masks;
    CREATE MASKING POLICY masks.kept AS (val text) RETURNS text -> '***';
    CREATE TABLE keeps (a text);
    INSERT INTO keeps VALUES ('x');
    GRANT CREATE ON SCHEMA masks TO keeper;
    SET ROLE keeper;
    CREATE MASKING POLICY masks.own AS (val text) RETURNS text -> '***';
    RESET ROLE;
    ALTER TABLE keeps ALTER COLUMN a SET MASKING POLICY masks.own`);
  for (const sql of ['DROP ROLE keeper', 'DROP OWNED BY keeper', 'DROP SCHEMA masks', 'DROP SCHEMA masks CASCADE']) {
    await expect(admin.query(sql)).rejects.toMatchObject({code: '2BP01'});
  }
  expect((await admin.query('TABLE keeps')).rows).toEqual([{a: '***'}]);
  await admin.query('REASSIGN OWNED BY keeper TO millrace; DROP OWNED BY keeper; DROP ROLE keeper');
  expect((await admin.query('TABLE keeps')).rows).toEqual([{a: '***'}]);
  await admin.query('DROP TABLE keeps; DROP SCHEMA masks CASCADE');
  const {rows} = await admin.query("SELECT name FROM millrace.masking_policies WHERE schema = 'masks'");
  expect(rows).toEqual([]);
});

test('a mask that reads what it masks is an error', async () => {
  await admin.query(`
    CREATE TABLE round (a text);
    CREATE MASKING POLICY round_mask AS (val text) RETURNS text -> (SELECT max(a) FROM round);
    ALTER TABLE round ALTER COLUMN a SET MASKING POLICY round_mask`);
  await expect(admin.query('SELECT * FROM round')).rejects.toMatchObject({
    code: '42P17',
    message: 'infinite recursion detected in masking policy "round_mask"',
  });
});

test('rows of a masked table are locked, and are what a cursor stands on', async () => {
  const bob = await server.connect();
  await ann.query('BEGIN');
  const locked = await ann.query({text: 'SELECT * FROM customers WHERE id = 2 FOR UPDATE', rowMode: 'array'});
  expect(locked.rows).toEqual([MASKED[1]]);
  await expect(bob.query('SELECT id FROM customers WHERE id = 2 FOR UPDATE NOWAIT')).rejects.toMatchObject({
    code: '55P03',
  });
  await ann.query('DECLARE c CURSOR FOR SELECT * FROM customers ORDER BY id DESC; FETCH 1 FROM c');
  const changed = await ann.query("UPDATE customers SET kind = 'c' WHERE CURRENT OF c RETURNING *");
  expect(changed.rows).toEqual([{id: 2, kind: 'c', mail: '***', pay: null}]);
  await ann.query('ROLLBACK');
  await bob.end();
});

test('FOR UPDATE shows and locks the rows that may be updated', async () => {
  expect(await rowsOf('SELECT id FROM owned')).toEqual([[1], [2]]);
  expect(await rowsOf('SELECT id FROM owned FOR UPDATE')).toEqual([[1]]);
  expect(await rowsOf('SELECT id FROM owned FOR KEY SHARE')).toEqual([[1]]);
  expect(await rowsOf('SELECT o.id, s.id FROM owned o, (SELECT * FROM owned) s FOR UPDATE OF s')).toEqual([
    [1, 1],
    [2, 1],
  ]);
  await expect(rowsOf('SELECT * FROM seen FOR UPDATE')).rejects.toMatchObject({code: '42501'});
});

test('what is written through a view is seen through the masks, and stands unmasked', async () => {
  await admin.query(`
    CREATE VIEW short AS SELECT id AS i, mail AS m, pay, kind FROM customers WHERE id < 10;
    CREATE VIEW own WITH (security_invoker) AS SELECT * FROM customers WHERE pay IS NULL WITH CHECK OPTION;
    GRANT ALL ON short, own TO ann;`);
  expect(await rowsOf('UPDATE short SET pay = i RETURNING i, m, pay')).toEqual([
    [1, 'one', 1],
    [2, '***', null],
  ]);
  expect(await rowsOf("DELETE FROM short WHERE m = '***' RETURNING i")).toEqual([[2]]);
  expect(await rowsOf("INSERT INTO short VALUES (3, 'three', 30, 'b'), (4, 'four', 40, 'a') RETURNING *")).toEqual([
    [3, '***', null, 'b'],
    [4, 'four', 40, 'a'],
  ]);
  const upsert =
    "INSERT INTO short VALUES (2, 'new') ON CONFLICT (i) DO UPDATE SET m = short.m || excluded.m RETURNING m";
  expect(await rowsOf(upsert)).toEqual([['***']]);
  await ann.query(upsert);
  expect((await admin.query('SELECT * FROM customers WHERE id = 2')).rows).toEqual([
    {id: 2, kind: 'b', mail: '***', pay: null},
  ]);
  // The condition of a check option looks at what is stored, and tells nothing of it.
  await expect(ann.query("INSERT INTO own VALUES (5, 'b', 'five', 50)")).rejects.toMatchObject({
    code: '44000',
    detail: undefined,
  });
  await ann.query("INSERT INTO own VALUES (6, 'b', 'six', NULL)");
});
