// pg-cursor, pg-query-stream, pg-copy-streams and node-postgres's pool: portals read in pieces, COPY as streams, several
// cursors at once, cancelling, listening, errors' fields.
import {pipeline} from 'node:stream/promises';
import {Readable, Writable} from 'node:stream';
import pg from 'pg';
import copy from 'pg-copy-streams';
import Cursor from 'pg-cursor';
import QueryStream from 'pg-query-stream';

let passed = 0;
let failed = 0;
function check(what, actual, expected) {
  const [a, e] = [actual, expected].map(value => JSON.stringify(value));
  if (a === e) return void passed++;
  failed++;
  console.log(`FAILED ${what}: ${a} and not ${e}`);
}
async function section(name, run) {
  const client = new pg.Client({connectionString: process.env.PGURL});
  await client.connect();
  try {
    await run(client);
  } catch (error) {
    failed++;
    console.log(`FAILED ${name}: ${error.stack}`);
  }
  await client.end();
}

await section('cursors', async client => {
  await client.query('CREATE TABLE n AS SELECT i, i % 7 AS m FROM generate_series(1, 5000) i');
  const cursor = client.query(new Cursor('SELECT i FROM n WHERE i > $1 ORDER BY i', [10], {rowMode: 'array'}));
  check('first', await cursor.read(3), [[11], [12], [13]]);
  check('more', (await cursor.read(1000)).length, 1000);
  check('rest', (await cursor.read(10000)).length, 3987);
  check('end', await cursor.read(5), []);
  await cursor.close();
  const left = client.query(new Cursor('SELECT i FROM n'));
  await left.read(10);
  await left.close();
  check('after one that was left', (await client.query('SELECT 1 AS one')).rows, [{one: 1}]);
  const wrong = client.query(new Cursor('SELECT 1 / (i - 3) FROM n ORDER BY i'));
  try {
    await wrong.read(10);
    check('error', 'none', '22012');
  } catch (error) {
    check('error', error.code, '22012');
  }
  check('after an error', (await client.query('SELECT 2 AS two')).rows, [{two: 2}]);
});

await section('streams', async client => {
  let rows = 0;
  for await (const row of client.query(new QueryStream('SELECT i FROM n ORDER BY i', [], {batchSize: 33}))) {
    if (row.i !== ++rows) throw new Error(`row ${rows} is ${row.i}`);
  }
  check('streamed', rows, 5000);
  rows = 0;
  for await (const row of client.query(new QueryStream('SELECT i FROM n'))) if (row && ++rows === 20) break;
  check('broken off', [rows, (await client.query('SELECT 3 AS three')).rows], [20, [{three: 3}]]);
});

await section('copy', async client => {
  await client.query('CREATE TABLE copied (i int, s text)');
  const lines = Array.from({length: 20000}, (_, i) => `${i}\t${i % 5 ? `line ${i}` : '\\N'}\n`);
  const into = client.query(copy.from('COPY copied FROM STDIN'));
  await pipeline(Readable.from(lines), into);
  check('rows in', into.rowCount, 20000);
  let text = '';
  const sink = new Writable({write: (chunk, _encoding, done) => ((text += chunk), done())});
  await pipeline(
    client.query(copy.to('COPY (SELECT * FROM copied ORDER BY i LIMIT 6) TO STDOUT (FORMAT csv, HEADER)')),
    sink,
  );
  check('rows out', text, 'i,s\n0,\n1,line 1\n2,line 2\n3,line 3\n4,line 4\n5,\n');
  try {
    await pipeline(Readable.from(['1\ta\n', 'x\tb\n']), client.query(copy.from('COPY copied FROM STDIN')));
    check('wrong row', 'accepted', 'refused');
  } catch (error) {
    check('wrong row', [error.code, error.where], ['22P02', 'COPY copied, line 2, column i: "x"']);
  }
  check('nothing of it', (await client.query('SELECT count(*)::int AS n FROM copied')).rows, [{n: 20000}]);
});

await section('everything else', async client => {
  const named = {name: 'by-i', text: 'SELECT m FROM n WHERE i = $1'};
  const answers = await Promise.all([1, 2, 3].map(i => client.query({...named, values: [i]})));
  check(
    'prepared',
    answers.map(answer => answer.rows[0].m),
    [1, 2, 3],
  );
  const several = await client.query("SELECT 1 AS a; SET application_name = 'x'; SELECT 2 AS b, 3 AS c");
  check(
    'several',
    several.map(result => [result.command, result.rows]),
    [
      ['SELECT', [{a: 1}]],
      ['SET', []],
      ['SELECT', [{b: 2, c: 3}]],
    ],
  );
  const fields = (await client.query('SELECT n.i, m::numeric(7,2) AS d, s::varchar(9) FROM n, copied LIMIT 0')).fields;
  check(
    'fields',
    fields.map(f => [f.name, f.dataTypeID, f.dataTypeSize, f.dataTypeModifier, f.columnID]),
    [
      ['i', 23, 4, -1, 1],
      ['d', 1700, -1, 458758, 0],
      ['s', 1043, -1, 13, 0],
    ],
  );
  check('table of a field', fields[0].tableID > 0, true);
  await client.query('CREATE TABLE strict (a int PRIMARY KEY, b int CONSTRAINT b_small CHECK (b < 10))');
  for (const [text, expected] of [
    ['INSERT INTO strict VALUES (1, 10)', ['23514', 'strict', 'b_small', 'Failing row contains (1, 10).']],
    ['INSERT INTO strict VALUES (1, 1), (1, 2)', ['23505', 'strict', 'strict_pkey', 'Key (a)=(1) already exists.']],
    ['SELECT * FROM strct', ['42P01', undefined, undefined, undefined]],
  ]) {
    const error = await client.query(text).then(
      () => ({}),
      failure => failure,
    );
    check(text, [error.code, error.table, error.constraint, error.detail], expected);
  }
  const heard = [];
  client.on('notification', message => heard.push([message.channel, message.payload]));
  await client.query('LISTEN news');
  await client.query("SELECT pg_notify('news', 'x')");
  await client.query('SELECT 1');
  check('heard', heard, [['news', 'x']]);
  const notices = [];
  client.on('notice', notice => notices.push(notice.message));
  await client.query('DROP TABLE IF EXISTS nix');
  check('notices', notices, ['table "nix" does not exist, skipping']);
  const pool = new pg.Pool({connectionString: process.env.PGURL, max: 5, statement_timeout: 300});
  const many = await Promise.all(Array.from({length: 60}, (_, i) => pool.query('SELECT $1::int + 1 AS n', [i])));
  check('pool', many.at(-1).rows, [{n: 60}]);
  const slow = await pool.query('SELECT pg_sleep(5)').catch(error => error);
  check('statement_timeout', slow.code, '57014');
  await pool.end();
});

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
