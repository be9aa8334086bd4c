// postgres.js: its tagged templates, type inference by Describe, arrays by OID, transactions, cursors, COPY, LISTEN.
import {pipeline} from 'node:stream/promises';
import {Readable} from 'node:stream';
import postgres from 'postgres';

let passed = 0;
let failed = 0;
function check(what, actual, expected) {
  const [a, e] = [actual, expected].map(value => JSON.stringify(value));
  if (a === e) return void passed++;
  failed++;
  console.log(`FAILED ${what}: ${a} and not ${e}`);
}
const notices = [];
const sql = postgres(process.env.PGURL, {max: 4, onnotice: notice => notices.push(notice.message)});
async function section(name, run) {
  try {
    await run();
  } catch (error) {
    failed++;
    console.log(`FAILED ${name}: ${error.stack}`);
  }
}

await section('types', async () => {
  const at = new Date('2024-02-29T12:00:00Z');
  const row = {
    i: 7,
    b: '9007199254740993',
    n: '1.50',
    t: 'ü',
    f: 0.1,
    o: true,
    at,
    j: {x: [1]},
    y: Buffer.from([0, 255]),
    a: [1, 2],
    s: ['a', 'b c'],
  };
  await sql`CREATE TABLE kinds (i int, b bigint, n numeric, t text, f float8, o bool, at timestamptz, j jsonb, y bytea, a int[], s text[])`;
  await sql`INSERT INTO kinds ${sql({...row, j: sql.json(row.j)})}`;
  const [back] = await sql`SELECT * FROM kinds`;
  check('row', {...back, y: [...back.y]}, {...row, y: [...row.y]});
  check('any', (await sql`SELECT i FROM kinds WHERE i = ANY(${[1, 7]})`).length, 1);
  check('in', (await sql`SELECT i FROM kinds WHERE i IN ${sql([1, 7])}`).length, 1);
  check(
    'columns',
    (await sql`SELECT ${1}::int AS a, ${'x'} AS b`).columns.map(c => [c.name, c.type]),
    [
      ['a', 23],
      ['b', 25],
    ],
  );
  check(
    'two dimensions',
    (
      await sql`SELECT ${[
        [1, 2],
        [3, 4],
      ]}::int[][] AS m`
    )[0].m,
    [
      [1, 2],
      [3, 4],
    ],
  );
  const described = await sql`SELECT i, t FROM kinds WHERE at < ${at} AND n > ${1}`.describe();
  check(
    'described',
    [described.types, described.columns.map(c => c.name)],
    [
      [1184, 1700],
      ['i', 't'],
    ],
  );
  await sql`CREATE TYPE mood AS ENUM ('glad', 'sad')`;
  check('array of an enum', (await sql`SELECT ARRAY['sad','glad']::mood[]::text[] AS m`)[0].m, ['sad', 'glad']);
});

await section('statements', async () => {
  await sql`CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE)`;
  const made = await sql`INSERT INTO t ${sql([{name: 'a'}, {name: 'b'}])} RETURNING id`;
  check('made', [made.map(r => r.id), made.command, made.count], [[1, 2], 'INSERT', 2]);
  const update = await sql`UPDATE t SET name = d.n FROM (VALUES ${sql([
    [1, 'x'],
    [2, 'y'],
  ])}) AS d (i, n) WHERE t.id = d.i::int`;
  check('values', update.count, 2);
  check(
    'upsert',
    (await sql`INSERT INTO t (name) VALUES ('x') ON CONFLICT (name) DO UPDATE SET name = 'z' RETURNING *`)[0],
    {id: 1, name: 'z'},
  );
  const error = await sql`INSERT INTO t (name) VALUES ('y')`.catch(e => e);
  check(
    'error',
    [error.code, error.constraint_name, error.detail],
    ['23505', 't_name_key', 'Key (name)=(y) already exists.'],
  );
  const done = await sql.begin('isolation level repeatable read', async tx => {
    await tx`INSERT INTO t (name) VALUES ('in')`;
    await tx
      .savepoint(async inner => {
        await inner`INSERT INTO t (name) VALUES ('gone')`;
        throw new Error('back');
      })
      .catch(() => {});
    return tx`SELECT name FROM t ORDER BY 1`;
  });
  check(
    'transaction',
    done.map(r => r.name),
    ['in', 'y', 'z'],
  );
  check(
    'simple',
    (await sql.unsafe('SELECT 1 AS a; SELECT 2 AS b')).map(r => r[0]),
    [{a: 1}, {b: 2}],
  );
  check('raw', (await sql`SELECT 'ü' AS u`.raw())[0].map(String), ['ü']);
  check(
    'pipelined',
    await Promise.all(Array.from({length: 300}, (_, i) => sql`SELECT ${i}::int AS i`.then(r => r[0].i))),
    [...Array(300).keys()],
  );
  const batches = [];
  for await (const rows of sql`SELECT generate_series(1, 1000) AS i`.cursor(300)) batches.push(rows.length);
  check('cursor', batches, [300, 300, 300, 100]);
  const rows = [];
  await sql`SELECT * FROM t ORDER BY id`.forEach(row => rows.push(row.id));
  check('forEach', rows.length, 3);
  const slow = sql`SELECT pg_sleep(10)`;
  setTimeout(() => slow.cancel(), 200);
  check('cancelled', (await slow.catch(e => e)).code, '57014');
  await sql`DROP TABLE IF EXISTS nix`;
  check('notice', notices, ['table "nix" does not exist, skipping']);
  check('parameters', sql.parameters.server_version.split('.')[0], '15');
});

await section('copy and listen', async () => {
  await sql`CREATE TABLE c (i int, s text)`;
  await pipeline(Readable.from(['1\ta\n', '2\t\\N\n']), await sql`COPY c FROM STDIN`.writable());
  let out = '';
  for await (const chunk of await sql`COPY c TO STDOUT (FORMAT csv)`.readable()) out += chunk;
  check('copied', out, '1,a\n2,\n');
  const heard = new Promise(resolve => void sql.listen('news', resolve, () => sql.notify('news', 'hello')));
  check('heard', await heard, 'hello');
});

await sql.end();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
