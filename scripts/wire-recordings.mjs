// Writes down what real clients send: node scripts/wire-recordings.mjs postgres://millrace@127.0.0.1:6877/millrace
// psql, node-postgres and psycopg 3 (its python in PYTHON) talk to a running server through a listener that keeps their
// bytes; test/wire/fuzz mutates them.
import {execFile} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {connect, createServer} from 'node:net';
import {promisify} from 'node:util';
import pg from 'pg';

const target = new URL(process.argv[2]);
const run = promisify(execFile);
const recordings = {};
let name = '';

const proxy = createServer(client => {
  const server = connect(Number(target.port), target.hostname);
  const kept = [];
  const key = name;
  client.on('data', chunk => {
    kept.push(chunk);
    server.write(chunk);
  });
  server.on('data', chunk => client.write(chunk));
  client.on('close', () => {
    server.end();
    (recordings[key] ??= []).push(Buffer.concat(kept).toString('base64'));
  });
  server.on('close', () => client.end());
  client.on('error', () => {});
  server.on('error', () => {});
});
await new Promise(resolve => proxy.listen(0, '127.0.0.1', resolve));
const url = `postgres://millrace@127.0.0.1:${proxy.address().port}/millrace?sslmode=disable`;

const TABLE =
  'CREATE TABLE IF NOT EXISTS recorded (id int PRIMARY KEY, name text, at timestamptz, price numeric(10,2), tags text[])';

async function psql() {
  name = 'psql';
  const script = [
    TABLE,
    "INSERT INTO recorded VALUES (1, 'one', now(), 1.5, '{a,b}') ON CONFLICT DO NOTHING;",
    '\\d',
    '\\d recorded',
    '\\dt+',
    '\\du',
    '\\dn',
    '\\df upper',
    'BEGIN;',
    'UPDATE recorded SET price = price * 2;',
    'SAVEPOINT a;',
    'SELECT 1/0;',
    'ROLLBACK TO a;',
    'COMMIT;',
    '\\copy recorded (id, name) FROM stdin',
    '2\ttwo',
    '3\tthree',
    '\\.',
    '\\copy recorded TO /dev/null',
    "SELECT * FROM recorded WHERE name LIKE 't%' ORDER BY id \\gdesc",
    'SELECT generate_series(1, 100) \\g /dev/null',
    'BEGIN; DECLARE c CURSOR FOR SELECT * FROM recorded; FETCH 2 FROM c; COMMIT;',
    "LISTEN news; NOTIFY news, 'hello';",
    'DELETE FROM recorded WHERE id > 1; DROP TABLE recorded;',
  ];
  const child = execFile('psql', ['-X', '-q', url, '-f', '-']);
  child.stdin.end(
    script.map(line => (/^(\\|\d)|;$/.test(line) || line.includes('\\g') ? line : `${line};`)).join('\n'),
  );
  await new Promise(resolve => child.on('close', resolve));
}

async function nodePostgres() {
  name = 'node-postgres';
  const client = new pg.Client(url.replace('?sslmode=disable', ''));
  await client.connect();
  await client.query(TABLE);
  await client.query('INSERT INTO recorded VALUES ($1, $2, $3, $4, $5)', [10, 'ten', new Date(0), '9.99', ['x', null]]);
  await client.query({text: 'SELECT * FROM recorded WHERE id = $1', values: [10], name: 'by-id'});
  await client.query({text: 'SELECT * FROM recorded WHERE id = $1', values: [11], name: 'by-id'});
  await client.query({
    text: 'SELECT $1::int, $2::jsonb, $3::bytea',
    values: [1, {a: 1}, Buffer.from([0, 255])],
    binary: true,
  });
  await client.query({text: 'SELECT generate_series(1, 50)', rowMode: 'array', rows: 20}).catch(() => {});
  await client.query('SELECT nonsense').catch(() => {});
  await new Promise(resolve => {
    client.query({
      submit: connection => connection.query('COPY recorded (id, name) FROM STDIN'),
      handleCopyInResponse(connection) {
        connection.sendCopyFromChunk(Buffer.from('11\televen\n'));
        connection.sendCopyFromChunk(Buffer.from('12\ttwelve\n'));
        connection.endCopyFrom();
      },
      handleCommandComplete: () => {},
      handleReadyForQuery: resolve,
      handleError: resolve,
    });
  });
  await client.query('DELETE FROM recorded');
  await client.end();
}

const PYTHON = `
import psycopg, sys
with psycopg.connect(sys.argv[1]) as c:
    c.execute("""${TABLE}""")
    for i in range(8):
        c.execute("INSERT INTO recorded VALUES (%s, %s, now(), %s, %s)", (20 + i, "n", 1.25, ["p", "q"]))
    c.commit()
    cur = c.cursor(binary=True)
    cur.execute("SELECT *, %b::int8, %b::float8, %b::text FROM recorded", (2**40, 1.5, "x"))
    cur.fetchall()
    with c.cursor("named") as s:
        s.execute("SELECT generate_series(1, 1000)")
        s.fetchmany(10)
    with c.pipeline():
        c.execute("SELECT %s", (1,)); c.execute("SELECT %s", (2,))
    with c.cursor().copy("COPY recorded (id, name) FROM STDIN (FORMAT binary)") as k:
        k.set_types(["int4", "text"])
        k.write_row((40, "forty")); k.write_row((41, None))
    with c.cursor().copy("COPY recorded TO STDOUT") as k:
        for _ in k: pass
    try: c.execute("SELECT 1/0")
    except Exception: c.rollback()
    c.execute("DELETE FROM recorded")
`;

async function psycopg() {
  name = 'psycopg';
  await run(process.env['PYTHON'] ?? 'python3', ['-c', PYTHON, url]);
}

async function cancel() {
  name = 'cancel';
  const client = new pg.Client(url.replace('?sslmode=disable', ''));
  await client.connect();
  const waiting = client.query('SELECT pg_sleep(5)').catch(() => {});
  await run('sleep', ['0.2']);
  const other = new pg.Client({host: '127.0.0.1', port: proxy.address().port});
  other.connection.on('connect', () => other.connection.cancel(client.processID, client.secretKey));
  other.connection.connect(proxy.address().port, '127.0.0.1');
  await waiting;
  await client.end();
}

for (const record of [psql, nodePostgres, psycopg, cancel]) {
  await record();
  await new Promise(resolve => setTimeout(resolve, 300));
}
proxy.close();
writeFileSync(
  new URL('../test/wire/fuzz/recordings.json', import.meta.url),
  `${JSON.stringify(recordings, null, 1)}\n`,
);
