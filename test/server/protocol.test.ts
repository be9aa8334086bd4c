import pg from 'pg';
import {serialize} from 'pg-protocol';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';
import {type Message, WireClient} from '../wire/wire-client.ts';

let server: TestServer;
let admin: pg.Client;
const raw: WireClient[] = [];

beforeAll(async () => {
  server = await TestServer.start();
  admin = await server.connect();
});

afterEach(() => {
  for (const client of raw.splice(0)) client.close();
});

afterAll(async () => {
  await server.dispose();
});

async function connected(parameters: Record<string, string> = {}): Promise<WireClient> {
  const client = await WireClient.open(server.port);
  raw.push(client);
  client.send(serialize.startup({user: 'millrace', database: 'millrace', ...parameters}));
  await client.ready();
  return client;
}

/** What came, one word a message: its name, or what there is to say of it. */
function told(messages: readonly Message[]): string[] {
  return messages.map(message => {
    switch (message.name) {
      case 'error':
        return `error ${String(message.code)}`;
      case 'commandComplete':
        return String(message.text);
      case 'readyForQuery':
        return `ready ${String(message.status)}`;
      case 'dataRow':
        return (message.fields as (string | null)[]).join(',');
      default:
        return message.name;
    }
  });
}

function run(sql: string, values: (string | null)[] = [], rows = 0): Buffer {
  return Buffer.concat([
    serialize.parse({text: sql}),
    serialize.bind({values}),
    serialize.describe({type: 'P'}),
    serialize.execute({rows}),
  ]);
}

describe('a pipeline', () => {
  test('runs up to its Sync as one transaction', async () => {
    await admin.query('CREATE TABLE pipe (v int)');
    const client = await connected();
    client.send(
      run('INSERT INTO pipe VALUES ($1)', ['1']),
      run('INSERT INTO pipe VALUES (2)'),
      run('SELECT count(*) FROM pipe'),
      serialize.sync(),
    );
    const insert = ['parseComplete', 'bindComplete', 'noData', 'INSERT 0 1'];
    expect(told(await client.ready())).toEqual([
      ...insert,
      ...insert,
      ...['parseComplete', 'bindComplete', 'rowDescription', '2', 'SELECT 1', 'ready I'],
    ]);
    expect((await admin.query('SELECT v FROM pipe ORDER BY v')).rows).toEqual([{v: 1}, {v: 2}]);
  });

  test('an error skips to its Sync and takes back what came before', async () => {
    await admin.query('DELETE FROM pipe');
    const client = await connected();
    client.send(
      run('INSERT INTO pipe VALUES (1)'),
      run('SELECT 1 / 0'),
      run('INSERT INTO pipe VALUES (2)'),
      serialize.sync(),
      run('INSERT INTO pipe VALUES (3)'),
      serialize.sync(),
    );
    expect(told(await client.ready()).slice(-2)).toEqual(['error 22012', 'ready I']);
    expect(told(await client.ready()).slice(-2)).toEqual(['INSERT 0 1', 'ready I']);
    expect((await admin.query('SELECT v FROM pipe')).rows).toEqual([{v: 3}]);
  });

  test('an error takes back what came before, cursors and all, before the Sync that follows at once', async () => {
    const client = await connected();
    await admin.query('CREATE TABLE taken_back (id int)');
    client.send(
      Buffer.concat([
        run('INSERT INTO taken_back VALUES (1)'),
        run('DECLARE c CURSOR WITH HOLD FOR SELECT * FROM generate_series(1, 100000)'),
        serialize.bind({statement: 'unknown'}),
        serialize.sync(),
      ]),
    );
    const answers = told(await client.ready());
    expect(answers.slice(-2)).toEqual(['error 26000', 'ready I']);
    expect((await admin.query('SELECT * FROM taken_back')).rows).toEqual([]);
    await admin.query('DROP TABLE taken_back');
  });

  test('an error that only the commit can find comes with the Sync', async () => {
    await admin.query('CREATE TABLE once (k int PRIMARY KEY)');
    await admin.query('CREATE TABLE refers (k int REFERENCES once DEFERRABLE INITIALLY DEFERRED)');
    const client = await connected();
    client.send(run('INSERT INTO refers VALUES (1)'), run('SELECT 1'), serialize.sync());
    expect(told(await client.ready()).slice(-3)).toEqual(['SELECT 1', 'error 23503', 'ready I']);
    client.send(serialize.query('SELECT count(*) FROM refers'));
    expect(told(await client.ready())).toContain('0');
  });

  test('a key that another transaction writes is waited for', async () => {
    const [first, second] = [await connected(), await connected()];
    first.send(run('INSERT INTO once VALUES (1)'), serialize.flush());
    await first.until(() => first.names().includes('commandComplete'));
    second.send(run('INSERT INTO once VALUES (1)'), serialize.sync());
    first.send(serialize.sync());
    expect(told(await first.ready()).at(-1)).toBe('ready I');
    expect(told(await second.ready()).slice(-2)).toEqual(['error 23505', 'ready I']);
  });

  test('a duplicate key of a single statement comes with the statement', async () => {
    const client = await connected();
    client.send(run('INSERT INTO once VALUES (1)'), serialize.sync());
    expect(told(await client.ready())).toEqual(['parseComplete', 'bindComplete', 'noData', 'error 23505', 'ready I']);
  });
});

describe('a portal', () => {
  test('gives its rows in portions, and others run in between', async () => {
    const client = await connected();
    const sql = 'SELECT i FROM generate_series(1, 20000) AS g(i)';
    client.send(
      serialize.query('BEGIN'),
      serialize.parse({text: sql}),
      serialize.bind({portal: 'p'}),
      serialize.execute({portal: 'p', rows: 9000}),
      serialize.sync(),
    );
    await client.ready();
    const first = told(await client.ready());
    expect(first.slice(-2)).toEqual(['portalSuspended', 'ready T']);
    client.send(run('SELECT 7'), serialize.execute({portal: 'p', rows: 9000}), serialize.sync());
    const second = told(await client.ready());
    expect(second).toContain('7');
    expect(second.slice(-2)).toEqual(['portalSuspended', 'ready T']);
    client.send(serialize.execute({portal: 'p', rows: 9000}), serialize.sync(), serialize.query('COMMIT'));
    const third = told(await client.ready());
    expect(third.slice(-2)).toEqual(['SELECT 2000', 'ready T']);
    const numbers = [...first, ...second, ...third].filter(text => /^\d+$/.test(text) && text !== '7').map(Number);
    expect(numbers.sort((x, y) => x - y)).toEqual(Array.from({length: 20000}, (_, i) => i + 1).filter(n => n !== 7));
    expect(told(await client.ready())).toEqual(['COMMIT', 'ready I']);
    client.send(serialize.execute({portal: 'p', rows: 1}), serialize.sync());
    expect(told(await client.ready())).toEqual(['error 34000', 'ready I']);
  });

  test('goes with its transaction where there is no block', async () => {
    const client = await connected();
    client.send(run('SELECT i FROM generate_series(1, 10) AS g(i)', [], 3), serialize.sync());
    expect(told(await client.ready()).slice(-2)).toEqual(['portalSuspended', 'ready I']);
    client.send(serialize.execute({rows: 3}), serialize.sync());
    expect(told(await client.ready())).toEqual(['error 34000', 'ready I']);
  });

  test('keeps to what it was bound to when the table goes', async () => {
    await admin.query('CREATE TABLE gone (v int)');
    await admin.query('INSERT INTO gone SELECT * FROM generate_series(1, 5)');
    const client = await connected();
    client.send(run('SELECT v FROM gone', [], 2), serialize.flush());
    await client.until(() => client.names().includes('portalSuspended'));
    await admin.query('DROP TABLE gone');
    client.send(serialize.execute({rows: 0}), serialize.sync());
    expect(told(await client.ready()).slice(-2)).toEqual(['SELECT 3', 'ready I']);
  });
});

describe('a client that closes nothing', () => {
  const names = Array.from({length: 10_001}, (_, i) => `n${i}`);

  test('has ten thousand prepared statements, and no more', async () => {
    const client = await connected();
    client.send(...names.map(name => serialize.parse({name, text: 'SELECT 1'})), serialize.sync());
    expect(told(await client.ready()).slice(-2)).toEqual(['error 54000', 'ready I']);
    client.send(serialize.query('DEALLOCATE ALL'));
    await client.ready();
    client.send(serialize.parse({name: 'again', text: 'SELECT 1'}), serialize.sync());
    expect(told(await client.ready())).toEqual(['parseComplete', 'ready I']);
  });

  test('has ten thousand portals, and no more', async () => {
    const client = await connected();
    const binds = names.map(portal => serialize.bind({portal}));
    client.send(serialize.parse({text: 'SELECT 1'}), ...binds, serialize.sync());
    expect(told(await client.ready()).slice(-2)).toEqual(['error 54000', 'ready I']);
    client.send(serialize.bind({portal: 'n1'}), serialize.execute({portal: 'n1', rows: 0}), serialize.sync());
    expect(told(await client.ready())).toEqual(['bindComplete', '1', 'SELECT 1', 'ready I']);
  });

  test('may hold as many values as fit in a message', async () => {
    const client = await connected();
    const value = Buffer.alloc(100 * 2 ** 20, 'x');
    client.send(serialize.parse({text: 'SELECT length($1::text)'}));
    for (const portal of ['a', 'b', 'c']) client.send(serialize.bind({portal, values: [value]}));
    client.send(serialize.sync());
    expect(told(await client.ready())).toEqual([
      ...['parseComplete', 'bindComplete', 'bindComplete', 'error 53200', 'ready I'],
    ]);
  });
});

describe('a prepared statement', () => {
  test('sees the catalog change', async () => {
    const client = await server.connect();
    await admin.query('CREATE TABLE changing (a int)');
    const query = {name: 'q', text: 'SELECT * FROM changing'};
    await client.query(query);
    await admin.query('INSERT INTO changing VALUES (1)');
    await admin.query('CREATE TABLE other (a int)');
    expect((await client.query(query)).rows).toEqual([{a: 1}]);
    await admin.query('DROP TABLE changing');
    await expect(client.query(query)).rejects.toMatchObject({code: '42P01'});
    await admin.query('CREATE TABLE changing (a int, b text)');
    await expect(client.query(query)).rejects.toMatchObject({
      code: '0A000',
      message: 'cached plan must not change result type',
    });
    await admin.query('DROP TABLE changing');
    await admin.query('CREATE TABLE changing (a int)');
    expect((await client.query(query)).rows).toEqual([]);
    await client.end();
  });

  test('of PREPARE takes EXECUTE, describes itself, and goes with DEALLOCATE', async () => {
    const client = await server.connect();
    await client.query('PREPARE add (int, int) AS SELECT $1 + $2 AS sum');
    expect((await client.query('EXECUTE add (1, 2)')).rows).toEqual([{sum: 3}]);
    await expect(client.query('EXECUTE add (1)')).rejects.toMatchObject({code: '42601'});
    await expect(client.query('PREPARE add AS SELECT 1')).rejects.toMatchObject({code: '42P05'});
    await client.query('DEALLOCATE add');
    await expect(client.query('EXECUTE add (1, 2)')).rejects.toMatchObject({code: '26000'});
    await client.end();
  });

  test('wants as many values as it has parameters, of their types', async () => {
    const client = await connected();
    client.send(serialize.parse({name: 's', text: 'SELECT $1::int + $2::int'}), serialize.sync());
    await client.ready();
    client.send(serialize.bind({statement: 's', values: ['1']}), serialize.sync());
    expect(told(await client.ready())).toEqual(['error 08P01', 'ready I']);
    client.send(serialize.bind({statement: 's', values: ['1', 'x']}), serialize.sync());
    expect(told(await client.ready())).toEqual(['error 22P02', 'ready I']);
    client.send(serialize.bind({statement: 's', values: ['1', null]}), serialize.execute(), serialize.sync());
    expect(told(await client.ready())).toEqual(['bindComplete', '', 'SELECT 1', 'ready I']);
    client.send(serialize.parse({name: 's', text: 'SELECT 1'}), serialize.sync());
    expect(told(await client.ready())).toEqual(['error 42P05', 'ready I']);
    client.send(serialize.close({type: 'S', name: 's'}), serialize.bind({statement: 's'}), serialize.sync());
    expect(told(await client.ready())).toEqual(['closeComplete', 'error 26000', 'ready I']);
  });

  test('several statements in one Parse are refused', async () => {
    const client = await connected();
    client.send(run('SELECT 1; SELECT 2'), serialize.sync());
    expect(told(await client.ready())).toEqual(['error 42601', 'ready I']);
  });
});

describe('settings', () => {
  test('of the startup packet hold, and RESET goes back to them', async () => {
    const client = new pg.Client({
      connectionString: server.url,
      application_name: 'tests',
      options: '-c TimeZone=Asia/Tokyo --statement_timeout=90s',
    });
    await client.connect();
    const show = async (name: string): Promise<unknown> =>
      Object.values((await client.query<Record<string, string>>(`SHOW ${name}`)).rows[0])[0];
    expect(await show('application_name')).toBe('tests');
    expect(await show('TimeZone')).toBe('Asia/Tokyo');
    expect(await show('statement_timeout')).toBe('90s');
    await client.query("SET TimeZone = 'America/New_York'");
    expect((await client.query("SELECT '2024-07-01 12:00+00'::timestamptz::text AS t")).rows).toEqual([
      {t: '2024-07-01 08:00:00-04'},
    ]);
    await client.query('RESET TimeZone');
    expect(await show('TimeZone')).toBe('Asia/Tokyo');
    await client.query('BEGIN');
    await client.query('SET LOCAL TimeZone = UTC');
    expect(await show('TimeZone')).toBe('UTC');
    await client.query('COMMIT');
    expect(await show('TimeZone')).toBe('Asia/Tokyo');
    await client.end();
  });

  test('that a client must know of are told when they change', async () => {
    const client = await connected();
    client.send(serialize.query("SET TimeZone = 'Europe/Berlin'; SET application_name = 'x'; SET search_path = a"));
    const changes = (await client.ready()).filter(message => message.name === 'parameterStatus');
    expect(changes.map(({parameterName, parameterValue}) => [parameterName, parameterValue])).toEqual([
      ['application_name', 'x'],
      ['TimeZone', 'Europe/Berlin'],
    ]);
  });

  test('are taken back, and told, as soon as the transaction that set them has failed', async () => {
    const client = await connected();
    const told = async (sql: string): Promise<string[]> => {
      client.send(serialize.query(sql));
      const statuses = (await client.ready()).filter(message => message.name === 'parameterStatus');
      return statuses.map(({parameterName, parameterValue}) => `${parameterName} ${parameterValue}`);
    };
    await told("SET application_name = 'before'");
    expect(await told("BEGIN; SET application_name = 'within'")).toEqual(['application_name within']);
    expect(await told("SAVEPOINT s; SET application_name = 'deeper'")).toEqual(['application_name deeper']);
    expect(await told('SELECT 1 / 0')).toEqual(['application_name within']);
    expect(await told('ROLLBACK TO s')).toEqual([]);
    expect(await told('RELEASE s')).toEqual([]);
    expect(await told('SELECT 1 / 0')).toEqual(['application_name before']);
    expect(await told('COMMIT')).toEqual([]);
  });

  test.each([
    ['SET nonsense = 1', '42704'],
    ['SHOW nonsense', '42704'],
    ["SET TimeZone = 'Nowhere/Land'", '22023'],
    ["SET DateStyle = 'roman'", '22023'],
    ['SET server_version = 1', '55P02'],
    ["SET client_encoding = 'klingon'", '22023'],
  ])('%s fails with %s', async (sql, code) => {
    await expect(admin.query(sql)).rejects.toMatchObject({code});
  });

  test('decide how values look', async () => {
    const client = await server.connect();
    await client.query(
      "SET DateStyle = 'German'; SET IntervalStyle = 'iso_8601'; SET bytea_output = 'escape'; SET TimeZone = '-3.5'",
    );
    const {rows} = await client.query({
      text: "SELECT date '2024-02-29', interval '1 day 2 hours', '\\x6100'::bytea, '2024-01-01 00:00+00'::timestamptz",
      rowMode: 'array',
      types: {getTypeParser: () => (text: string) => text},
    });
    expect(rows).toEqual([['29.02.2024', 'P1DT2H', 'a\\000', '31.12.2023 20:30:00 -03:30']]);
    await client.end();
  });

  test('a bad one in the startup packet ends the connection', async () => {
    const client = new pg.Client({connectionString: server.url, options: '-c nonsense=1'});
    await expect(client.connect()).rejects.toMatchObject({code: '42704', severity: 'FATAL'});
  });
});

describe('names of objects', () => {
  test('are what reg* values are written and read as', async () => {
    await admin.query('CREATE SCHEMA app');
    await admin.query('CREATE TABLE app."Named One" (a int)');
    await admin.query('CREATE TABLE named (a int)');
    const {rows} = await admin.query({
      text: `SELECT 'named'::regclass, 'app."Named One"'::regclass, 'int4'::regtype, 'app'::regnamespace,
        ARRAY['named'::regclass], ROW('named'::regclass, 1), 4294967295::regclass, 0::regclass, $1::regclass`,
      values: ['named'],
      rowMode: 'array',
      types: {getTypeParser: () => (text: string) => text},
    });
    expect(rows).toEqual([
      ['named', 'app."Named One"', 'integer', 'app', '{named}', '(named,1)', '4294967295', '-', 'named'],
    ]);
    await expect(admin.query('SELECT $1::regclass', ['nowhere'])).rejects.toMatchObject({code: '42P01'});
  });
});

describe('who is connected', () => {
  test('stands in pg_stat_activity', async () => {
    const idle = new pg.Client({connectionString: server.url, application_name: 'idler'});
    await idle.connect();
    await idle.query('BEGIN');
    await idle.query('SELECT 42');
    const {rows} = await admin.query(
      "SELECT usename, state, query FROM pg_stat_activity WHERE application_name = 'idler'",
    );
    expect(rows).toEqual([{usename: 'millrace', state: 'idle in transaction', query: 'SELECT 42'}]);
    const own = await admin.query('SELECT state FROM pg_stat_activity WHERE pid = pg_backend_pid()');
    expect(own.rows).toEqual([{state: 'active'}]);
    await idle.end();
  });

  test('is refused where role or database is none', async () => {
    const client = (user: string, database: string): pg.Client =>
      new pg.Client({host: '127.0.0.1', port: server.port, user, database});
    await expect(client('nobody', 'millrace').connect()).rejects.toMatchObject({code: '28000'});
    await expect(client('millrace', 'nothing').connect()).rejects.toMatchObject({code: '3D000'});
  });
});
