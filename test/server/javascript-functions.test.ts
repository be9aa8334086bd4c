import type pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

let server: TestServer;
let client: pg.Client;
beforeAll(async () => {
  server = await TestServer.start();
  client = await server.connect();
});
afterAll(async () => {
  await server.dispose();
});

async function value(sql: string): Promise<unknown> {
  const {rows} = await client.query<[unknown]>({text: sql, rowMode: 'array'} as unknown as string);
  return (rows[0] as unknown as unknown[])[0];
}

async function failure(sql: string): Promise<{code?: string; message: string}> {
  return client.query(sql).then(
    () => ({message: 'no error'}),
    (error: pg.DatabaseError) => ({code: error.code, message: error.message}),
  );
}

async function define(signature: string, body: string, options = 'IMMUTABLE'): Promise<void> {
  await client.query(`CREATE OR REPLACE FUNCTION ${signature} LANGUAGE javascript ${options} AS $js$ ${body} $js$`);
}

describe('values go in and out', () => {
  const cases: readonly [string, string, string, unknown][] = [
    ['boolean', 'return !x', 'true', false],
    ['int', 'return x + 1', '41', 42],
    ['bigint', 'return x * 2n', '4611686018427387903', '9223372036854775806'],
    ['double precision', 'return x / 4', '1', 0.25],
    ['double precision', 'return Number.isNaN(x) ? Infinity : x', "'NaN'", Infinity],
    ['numeric', 'return typeof x + x', "'1'", 'error'],
    ['numeric', "return x + '5'", '1.50', '1.505'],
    ['text', 'return x.toUpperCase() + "\\u00e9\\u{1f600}"', "'a''b'", "A'Bé😀"],
    ['bytea', 'return x.map(b => 255 - b)', "'\\x00ff10'", Buffer.from('ff00ef', 'hex')],
    ['date', 'return x.slice(0, 4) + "-01-01"', "'2024-07-08'", 'date'],
    ['jsonb', 'return {sum: x.a + x.b, list: [x]}', `'{"a": 1, "b": 2}'`, {sum: 3, list: [{a: 1, b: 2}]}],
    ['int[]', 'return x.map(i => i === null ? 0 : i * 2)', 'ARRAY[1, NULL, 3]', [2, 0, 6]],
    ['text[]', 'return [...x, null]', "ARRAY['a,b']", ['a,b', null]],
    [
      'uuid',
      'return x.replace(/^./, "b")',
      "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
      'b0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
    ],
  ];
  for (const [type, body, argument, expected] of cases) {
    test(`${type}: ${body}`, async () => {
      await define(`f(x ${type}) RETURNS ${type}`, body).catch(async () => {
        await client.query(`DROP FUNCTION f(${type})`);
        await define(`f(x ${type}) RETURNS ${type}`, body);
      });
      const call = `SELECT f(${argument}::${type})`;
      if (expected === 'error') expect((await failure(call)).code).toBe('22P02');
      else if (expected === 'date') expect(await value(`${call}::text`)).toBe('2024-01-01');
      else expect(await value(call)).toEqual(expected);
    });
  }

  test('NULL is null, and STRICT does not ask', async () => {
    await define('n(x int) RETURNS text', 'return x === null ? "null" : String(x)');
    expect(await value('SELECT n(NULL)')).toBe('null');
    await define('s(x int, y int) RETURNS int', 'throw new Error("called")', 'IMMUTABLE STRICT');
    expect(await value('SELECT s(1, NULL)')).toBe(null);
    await define('u() RETURNS int', '');
    expect(await value('SELECT u()')).toBe(null);
  });
});

describe('bad functions', () => {
  test('what does not parse is refused when it is made', async () => {
    expect(await failure('CREATE FUNCTION b(x int) RETURNS int LANGUAGE javascript AS $$ return ( $$')).toMatchObject({
      code: '42601',
    });
    expect(await failure('CREATE FUNCTION b(x int) RETURNS int LANGUAGE plpgsql AS $$ begin end $$')).toMatchObject({
      code: '0A000',
    });
  });

  test('what throws is an error of the statement', async () => {
    await define('t(x int) RETURNS int', 'if (x > 1) throw new RangeError("too big"); return x');
    expect(await value('SELECT t(1)')).toBe(1);
    expect(await failure('SELECT t(g) FROM generate_series(1, 3) g')).toEqual({
      code: '38000',
      message: 'error in function t: RangeError: too big',
    });
    await define('r(x int) RETURNS int', 'return "abc"');
    expect((await failure('SELECT r(1)')).code).toBe('22P02');
  });

  test('what does not end, eats memory or recurses is stopped, and works again', async () => {
    await define('loop(x int) RETURNS int', 'while (x > 0); return x');
    expect((await failure('SELECT loop(1)')).code).toBe('54000');
    expect(await value('SELECT loop(0)')).toBe(0);
    await define(
      'eat(x int) RETURNS int',
      'const all = []; while (x > 0) all.push(new Array(1e6).fill(x)); return all.length',
    );
    expect((await failure('SELECT eat(1)')).code).toBe('53200');
    expect(await value('SELECT eat(0)')).toBe(0);
    await define('deep(x int) RETURNS int', 'const f = n => n === 0 ? 0 : 1 + f(n - 1); return f(x)');
    expect((await failure('SELECT deep(100000000)')).code).toBe('38000');
    expect(await value('SELECT deep(10)')).toBe(10);
  }, 120_000);

  test('nothing of the machine is there, and nothing stays from call to call', async () => {
    await define(
      'see() RETURNS text',
      'return [typeof process, typeof require, typeof fetch, typeof std, typeof os].join()',
    );
    expect(await value('SELECT see()')).toBe('undefined,undefined,undefined,undefined,undefined');
    await define(
      'keep() RETURNS int',
      'try { globalThis.n = (globalThis.n ?? 0) + 1 } catch {} return globalThis.n ?? 0',
    );
    expect(await value('SELECT keep() + keep()')).toBe(0);
    const keepers = [
      'Object.prototype',
      'Array.prototype',
      'Math',
      'JSON',
      'arguments.callee',
      '(function* () {}).constructor.prototype',
      '[][Symbol.iterator]().__proto__',
      'Uint8Array.prototype.__proto__',
      'Error.prototype',
      'Map',
      'decode',
      'call',
      'body',
    ];
    for (const [i, keeper] of keepers.entries()) {
      const body = `try { ${keeper}.n = (${keeper}.n ?? 0) + 1 } catch {} return ${keeper}.n ?? 0`;
      await define(`keeps${i}() RETURNS int`, body);
      expect([keeper, await value(`SELECT keeps${i}() + keeps${i}()`)]).toEqual([keeper, 0]);
    }
    await define('evals() RETURNS text', 'return typeof eval');
    expect(await value('SELECT evals()')).toBe('undefined');
    await define(
      'spoil() RETURNS int',
      'try { Array.prototype.map = () => 1; JSON.stringify = null } catch {} return 1',
    );
    expect(await value('SELECT spoil() + spoil()')).toBe(2);
    await define('escape() RETURNS text', 'return (function () {}).constructor("return typeof process")()');
    expect(await value('SELECT escape()')).toBe('undefined');
  });
});

describe('what harms others', () => {
  const bombs: readonly (readonly [string, string, string | RegExp])[] = [
    ['a regular expression that goes back for ever', 'return Number(/^(a+)+$/.test("a".repeat(40) + "b"))', '54000'],
    ['a text that doubles', 'let s = "x"; while (true) s += s', /38000|53200|54000/],
    ['a long text at once', 'return "x".repeat(2 ** 28).length', '53200'],
    ['a buffer', 'return new ArrayBuffer(1e9).byteLength', '53200'],
    ['a sparse array, filled', 'const a = []; a.length = 4294967295; a.fill(0); return 1', /53200|54000/],
    ['what catches its end', 'for (;;) { try { for (;;); } catch {} finally { for (;;); } }', '54000'],
    ['an error that is read for ever', 'throw {get message() { for (;;); }}', '54000'],
    ['JSON of many levels', 'return JSON.parse("[".repeat(500000))', '38000'],
    ['a number of many digits', 'return Number(10n ** 100000000n)', /38000|53200|54000/],
    [
      'an array that is none',
      'return new Proxy([], {get: (_, key) => (key === "length" ? 2 ** 32 - 1 : 1)})',
      /22P02|53200|54000/,
    ],
  ];
  test.each(bombs)('%s', async (what, body, code) => {
    const name = `bomb_${what.replace(/[^a-z]+/gi, '_')}`;
    await define(`${name}() RETURNS int`, body);
    expect((await failure(`SELECT ${name}()`)).code).toMatch(code);
    expect(await value('SELECT 1')).toBe(1);
  });

  test('a generator without an end', async () => {
    await define('endless() RETURNS SETOF int', 'for (let i = 0; ; i++) yield i');
    expect((await failure('SELECT count(*) FROM endless()')).code).toMatch(/53200|54000/);
    expect(await value('SELECT 1')).toBe(1);
  });

  test('properties that objects have of their own can still be set', async () => {
    const body = `
      class Mine extends Error { constructor(m) { super(m); this.name = 'Mine'; } toString() { return 'm:' + this.message } }
      const o = {}; o.toString = () => 'own'; o.constructor = 1;
      return String(o) + new Mine('x') + o.constructor + new Mine('y').name`;
    await define('own() RETURNS text', body);
    expect(await value('SELECT own()')).toBe('ownm:x1Mine');
  });
});

describe('in views', () => {
  test('IMMUTABLE ones are kept up to date; an error of one row is that row’s', async () => {
    await define(
      'slug(x text) RETURNS text',
      'if (x === "bad") throw new Error("no"); return x.toLowerCase().replace(/[^a-z]+/g, "-")',
    );
    await client.query('CREATE TABLE pages (id int PRIMARY KEY, title text)');
    await client.query(
      'CREATE MATERIALIZED VIEW slugs AS SELECT slug(title) AS s, count(*)::int AS n FROM pages GROUP BY 1',
    );
    await client.query("INSERT INTO pages VALUES (1, 'Hello World'), (2, 'hello, world'), (3, 'Other')");
    const rows = async () => (await client.query('SELECT s, n FROM slugs ORDER BY s')).rows;
    expect(await rows()).toEqual([
      {s: 'hello-world', n: 2},
      {s: 'other', n: 1},
    ]);
    await client.query("INSERT INTO pages VALUES (4, 'bad')");
    expect((await failure('SELECT * FROM slugs')).code).toBe('38000');
    await client.query("UPDATE pages SET title = 'Other' WHERE id = 4");
    expect(await rows()).toEqual([
      {s: 'hello-world', n: 2},
      {s: 'other', n: 2},
    ]);
    await client.query('DELETE FROM pages WHERE id = 1');
    expect(await rows()).toEqual([
      {s: 'hello-world', n: 1},
      {s: 'other', n: 2},
    ]);
    expect((await failure('DROP FUNCTION slug')).code).toBe('2BP01');
  });

  test('which are computed anew when one is replaced', async () => {
    await client.query('CREATE MATERIALIZED VIEW upper_slugs AS SELECT upper(s) AS s FROM slugs');
    await client.query('BEGIN');
    await define('slug(x text) RETURNS text', 'return x.length + "!"');
    expect(await value("SELECT slug('abc')")).toBe('3!');
    await client.query('ROLLBACK');
    const {rows: before} = await client.query('SELECT s FROM slugs ORDER BY s');
    expect(before).toContainEqual({s: 'hello-world'});
    const body = String(await value("SELECT prosrc FROM pg_proc WHERE proname = 'slug'"));
    await define('slug(x text) RETURNS text', 'return "<" + x + ">"');
    expect(await value("SELECT count(*)::int FROM slugs WHERE s NOT LIKE '<%>'")).toBe(0);
    expect(await value("SELECT count(*)::int FROM upper_slugs WHERE s NOT LIKE '<%>'")).toBe(0);
    await define('slug(x text) RETURNS text', body);
    expect((await client.query('SELECT s FROM slugs ORDER BY s')).rows).toEqual(before);
  });

  test('others are refused', async () => {
    await define('dice() RETURNS double precision', 'return Math.random()', 'VOLATILE');
    expect((await failure('CREATE MATERIALIZED VIEW rolled AS SELECT dice() AS d FROM pages')).code).toBe('0A000');
    await client.query('CREATE TABLE rolls (d double precision DEFAULT dice())');
  });

  test('a restart finds them', async () => {
    await server.end('SIGKILL');
    await server.start();
    client = await server.connect();
    await client.query("INSERT INTO pages VALUES (9, 'Ninth')");
    expect((await client.query("SELECT n FROM slugs WHERE s = 'ninth'")).rows).toEqual([{n: 1}]);
    expect(await value("SELECT slug('A B')")).toBe('a-b');
  });
});

describe('functions that return rows', () => {
  async function rows(sql: string): Promise<unknown[]> {
    return (await client.query<unknown[]>({text: sql, rowMode: 'array'})).rows;
  }

  test('return something iterable', async () => {
    await define('tens(n int) RETURNS SETOF int', 'return Array.from({length: n}, (_, i) => i * 10)');
    expect(await rows('SELECT * FROM tens(3)')).toEqual([[0], [10], [20]]);
    expect(await rows('SELECT tens(2), 7')).toEqual([
      [0, 7],
      [10, 7],
    ]);
    await define('names() RETURNS SETOF text', "return new Set(['b', 'a', null])");
    expect(await rows('SELECT * FROM names() WITH ORDINALITY')).toEqual([
      ['b', '1'],
      ['a', '2'],
      [null, '3'],
    ]);
    await define('nothing() RETURNS SETOF int', 'return null');
    expect(await rows('SELECT * FROM nothing()')).toEqual([]);
    await define('five() RETURNS SETOF int', 'return 5');
    expect((await failure('SELECT * FROM five()')).code).toBe('38000');
  });

  test('or yield them', async () => {
    await define('pairs(n int) RETURNS TABLE (x int, y text)', "for (let i = 0; i < n; i++) yield {x: i, y: 'v' + i}");
    expect(await rows('SELECT * FROM pairs(2)')).toEqual([
      [0, 'v0'],
      [1, 'v1'],
    ]);
    expect(await rows('SELECT (pairs(2)).y')).toEqual([['v0'], ['v1']]);
    expect(await rows('SELECT * FROM ROWS FROM (pairs(1), tens(2))')).toEqual([
      [0, 'v0', 0],
      [null, null, 10],
    ]);
    await define('strictly(x int) RETURNS SETOF int', 'yield x; yield* [x, null]', 'IMMUTABLE STRICT');
    expect(await rows('SELECT * FROM strictly(NULL)')).toEqual([]);
    expect(await rows('SELECT * FROM strictly(4)')).toEqual([[4], [4], [null]]);
    await define('endless() RETURNS SETOF int', 'while (true) yield 1');
    // Its rows are gathered: a fast machine reaches the limit of memory before that of time.
    expect(['53200', '54000']).toContain((await failure('SELECT * FROM endless()')).code);
    const broken = 'CREATE FUNCTION broken() RETURNS SETOF int LANGUAGE javascript AS $$ yield 1 2 $$';
    expect((await failure(broken)).code).toBe('42601');
  });

  test('in views', async () => {
    await client.query('CREATE TABLE counts (a int)');
    await client.query('INSERT INTO counts VALUES (1), (2)');
    await client.query('CREATE MATERIALIZED VIEW spread AS SELECT a, x FROM counts, pairs(a)');
    await client.query('CREATE MATERIALIZED VIEW listed AS SELECT tens(a) AS v FROM counts');
    await client.query('INSERT INTO counts VALUES (3)');
    await client.query('DELETE FROM counts WHERE a = 1');
    expect(await rows('SELECT a, x FROM spread ORDER BY 1, 2')).toEqual([
      [2, 0],
      [2, 1],
      [3, 0],
      [3, 1],
      [3, 2],
    ]);
    expect(await rows('SELECT v FROM listed ORDER BY 1')).toEqual([[0], [0], [10], [10], [20]]);
  });
});
