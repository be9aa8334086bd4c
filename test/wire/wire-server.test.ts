import {spawnSync} from 'node:child_process';
import fc from 'fast-check';
import pg from 'pg';
import {serialize} from 'pg-protocol';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {SqlError} from '../../src/types/sql-error.ts';
import {BIGINT, INTEGER, NUMERIC, TEXT, TIMESTAMPTZ, numericOf} from '../../src/types/sql-type.ts';
import {type WireServer, startWireServer} from '../../src/wire/server.ts';
import {FakeDatabase, rowsOf} from './fake-database.ts';
import {type Message, WireClient} from './wire-client.ts';

let database: FakeDatabase;
let server: WireServer;
const clients: {close?(): void; end?(): Promise<void>}[] = [];

beforeEach(async () => {
  database = new FakeDatabase();
  server = await startWireServer({
    host: '127.0.0.1',
    port: 0,
    database,
    log: {warn() {}, info() {}, debug() {}},
  });
  database
    .define('one', {columns: [['n', INTEGER]], chunks: rowsOf([1])})
    .define('begin', {tag: 'BEGIN'})
    .define('commit', {tag: 'COMMIT'})
    .define('insert', {tag: 'INSERT 0 3'})
    .define('bad', {columns: [['n', INTEGER]], chunks: rowsOf([1], [2]), error: detailedError})
    .define('crash', {error: new TypeError('boom')})
    .define('five', {columns: [['n', INTEGER]], chunks: rowsOf([1], [2], [3], [4], [5])})
    .define('notice', {
      tag: 'DROP TABLE',
      chunks: (_values, session) => {
        session.notice('table "x" does not exist, skipping');
        return [];
      },
    })
    .define('echo', {
      parameterTypes: [BIGINT, TEXT, NUMERIC],
      columns: [
        ['a', BIGINT],
        ['b', TEXT],
        ['c', NUMERIC],
      ],
      chunks: values => [{kind: 'rows', rows: [values]}],
    })
    .define('endless', {
      columns: [['n', INTEGER]],
      async *chunks() {
        for (let n = 0; ; n++) {
          await new Promise(resolve => setTimeout(resolve, 1));
          yield {kind: 'rows', rows: [[n]]};
        }
      },
    });
});

const detailedError = new SqlError('23505', 'duplicate key', {
  detail: 'Key (a)=(1) already exists.',
  hint: 'Try another.',
  position: 7,
  where: 'somewhere',
  schema: 'public',
  table: 't',
  column: 'a',
  constraint: 't_pkey',
});

afterEach(async () => {
  for (const client of clients.splice(0)) {
    client.close?.();
    await client.end?.().catch(() => {});
  }
  await server.close();
});

async function pgClient(options: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({host: '127.0.0.1', port: server.port, user: 'u', database: 'd', ...options});
  client.on('error', () => {});
  await client.connect();
  clients.push(client);
  return client;
}

async function rawClient(): Promise<WireClient> {
  const client = await WireClient.open(server.port);
  clients.push(client);
  return client;
}

async function connectedClient(): Promise<WireClient> {
  const client = await rawClient();
  client.send(serialize.startup({user: 'u'}));
  await client.ready();
  return client;
}

const names = (messages: readonly Message[]): string[] => messages.map(message => message.name);
const errorOf = (messages: readonly Message[]): Message => messages.find(message => message.name === 'error')!;

describe('startup', () => {
  it('answers with authentication, settings, key and readiness', async () => {
    const client = await rawClient();
    client.send(serialize.startup({user: 'u', database: 'd', application_name: 'test'}));
    const messages = await client.ready();
    expect(names(messages)).toEqual([
      'authenticationOk',
      'parameterStatus',
      'parameterStatus',
      'backendKeyData',
      'readyForQuery',
    ]);
    expect(messages[3]).toMatchObject({processID: 1001, secretKey: 77});
    const {options} = database.sessions[0];
    expect(options).toMatchObject({user: 'u', database: 'd'});
    expect(options.parameters.get('application_name')).toBe('test');
  });

  it('refuses encryption, and goes on', async () => {
    const client = await rawClient();
    expect(await client.refusalOf(Buffer.from('0000000804d21630', 'hex'))).toBe('N');
    expect(await client.refusalOf(serialize.requestSsl())).toBe('N');
    client.send(serialize.startup({user: 'u'}));
    expect(names(await client.ready())).toContain('authenticationOk');
    expect(database.sessions[0].options.database).toBe('u');
  });

  it.each([
    ['protocol 2', Buffer.from('0000000800020000', 'hex'), '0A000'],
    ['no user', Buffer.from('000000090003000000', 'hex'), '28000'],
    ['garbage', Buffer.from('GET / HTTP/1.1\r\n\r\n'), '08P01'],
    ['unknown database', serialize.startup({user: 'u', database: 'absent'}), '3D000'],
    ['replication', serialize.startup({user: 'u', replication: 'database'}), '0A000'],
  ])('ends with a fatal error: %s', async (_what, bytes, code) => {
    const client = await rawClient();
    client.send(bytes);
    await client.closed();
    expect(errorOf(client.messages)).toMatchObject({severity: 'FATAL', code});
  });
});

describe('simple query', () => {
  it('answers each statement in turn', async () => {
    const client = await connectedClient();
    client.send(serialize.query('one; insert; one'));
    expect(names(await client.ready())).toEqual([
      'rowDescription',
      'dataRow',
      'commandComplete',
      'commandComplete',
      'rowDescription',
      'dataRow',
      'commandComplete',
      'readyForQuery',
    ]);
  });

  it('answers an empty query', async () => {
    const client = await connectedClient();
    client.send(serialize.query(''));
    expect(names(await client.ready())).toEqual(['emptyQuery', 'readyForQuery']);
  });

  it('tells tags and the status of the transaction', async () => {
    const client = await connectedClient();
    client.send(serialize.query('begin'));
    const begun = await client.ready();
    expect(begun[0]).toMatchObject({text: 'BEGIN'});
    expect(begun[1]).toMatchObject({status: 'T'});
    client.send(serialize.query('insert; commit'));
    const committed = await client.ready();
    expect(committed.map(m => m['text'] ?? m['status'])).toEqual(['INSERT 0 3', 'COMMIT', 'I']);
  });

  it('describes columns', async () => {
    database.define('typed', {
      columns: [
        ['n', numericOf(10, 2)],
        ['v', {kind: 'varchar', length: 5}],
        ['t', TIMESTAMPTZ],
        ['a', {kind: 'array', element: BIGINT}],
        ['s', {kind: 'struct', fields: [{name: 'x', type: TEXT}]}],
      ],
    });
    const client = await connectedClient();
    client.send(serialize.query('typed'));
    const [description] = await client.ready();
    const fields = description['fields'] as Record<string, unknown>[];
    expect(fields.map(f => [f['name'], f['dataTypeID'], f['dataTypeSize'], f['dataTypeModifier']])).toEqual([
      ['n', 1700, -1, 655366],
      ['v', 1043, -1, 9],
      ['t', 1184, 8, -1],
      ['a', 1016, -1, -1],
      ['s', 2249, -1, -1],
    ]);
    expect(fields[1]).toMatchObject({tableID: 16384, columnID: 2, format: 'text'});
  });

  it('sends every field of an error, and goes on', async () => {
    const client = await connectedClient();
    client.send(serialize.query('bad'));
    const messages = await client.ready();
    expect(names(messages)).toEqual(['rowDescription', 'dataRow', 'dataRow', 'error', 'readyForQuery']);
    expect(messages[3]).toMatchObject({
      severity: 'ERROR',
      code: '23505',
      message: 'duplicate key',
      detail: 'Key (a)=(1) already exists.',
      hint: 'Try another.',
      position: '7',
      where: 'somewhere',
      schema: 'public',
      table: 't',
      column: 'a',
      constraint: 't_pkey',
    });
    client.send(serialize.query('one'));
    expect(names(await client.ready())).toContain('dataRow');
  });

  it('turns what is no SQL error into XX000, and goes on', async () => {
    const client = await connectedClient();
    client.send(serialize.query('crash'));
    expect(errorOf(await client.ready())).toMatchObject({code: 'XX000', message: 'internal error: boom'});
    client.send(serialize.query('one'));
    expect(names(await client.ready())).toContain('dataRow');
  });

  it('passes notices on', async () => {
    const client = await connectedClient();
    client.send(serialize.query('notice'));
    const messages = await client.ready();
    expect(names(messages)).toEqual(['notice', 'commandComplete', 'readyForQuery']);
    expect(messages[0]).toMatchObject({severity: 'NOTICE', message: 'table "x" does not exist, skipping'});
  });

  it('takes text that is not UTF-8 as an error of the statement', async () => {
    const client = await connectedClient();
    client.send(Buffer.from('5100000006ff00', 'hex'));
    expect(errorOf(await client.ready())).toMatchObject({severity: 'ERROR', code: '22021'});
    client.send(serialize.query('one'));
    expect(names(await client.ready())).toContain('dataRow');
  });
});

describe('extended query', () => {
  it('runs parameters in text and binary, results in either', async () => {
    const client = await connectedClient();
    const eight = Buffer.from('0000000000000007', 'hex');
    client.send(
      serialize.parse({text: 'echo', types: [20, 0, 1700]}),
      serialize.describe({type: 'S'}),
      serialize.bind({values: [eight, 'é', '1.50']}),
      serialize.describe({type: 'P'}),
      serialize.execute(),
      serialize.sync(),
    );
    const messages = await client.ready();
    expect(names(messages)).toEqual([
      'parseComplete',
      'parameterDescription',
      'rowDescription',
      'bindComplete',
      'rowDescription',
      'dataRow',
      'commandComplete',
      'readyForQuery',
    ]);
    expect(messages[1]['dataTypeIDs']).toEqual([20, 25, 1700]);
    expect(messages[5]['fields']).toEqual(['7', 'é', '1.50']);

    client.send(serialize.bind({values: ['258', null, null], binary: true}), serialize.execute(), serialize.sync());
    const binary = await client.ready();
    expect(binary[1]['fields']).toEqual(['\0\0\0\0\0\0\x01\x02', null, null]);
  });

  it('suspends a portal at its row limit', async () => {
    const client = await connectedClient();
    client.send(
      serialize.parse({text: 'five'}),
      serialize.bind({portal: 'p'}),
      serialize.execute({portal: 'p', rows: 2}),
      serialize.execute({portal: 'p', rows: 2}),
      serialize.execute({portal: 'p', rows: 2}),
      serialize.close({type: 'P', name: 'p'}),
      serialize.sync(),
    );
    const messages = await client.ready();
    expect(names(messages).slice(2)).toEqual([
      'dataRow',
      'dataRow',
      'portalSuspended',
      'dataRow',
      'dataRow',
      'portalSuspended',
      'dataRow',
      'commandComplete',
      'closeComplete',
      'readyForQuery',
    ]);
  });

  it('ignores everything after an error up to Sync, and fails the transaction', async () => {
    const client = await connectedClient();
    const good = [serialize.parse({text: 'one'}), serialize.bind(), serialize.execute()];
    client.send(
      ...good,
      serialize.parse({text: 'nonsense'}),
      ...good,
      serialize.query('one'),
      serialize.sync(),
      ...good,
      serialize.sync(),
    );
    expect(names(await client.ready())).toEqual([
      'parseComplete',
      'bindComplete',
      'dataRow',
      'commandComplete',
      'error',
      'readyForQuery',
    ]);
    expect(names(await client.ready())).toEqual([
      'parseComplete',
      'bindComplete',
      'dataRow',
      'commandComplete',
      'readyForQuery',
    ]);
    expect(database.sessions[0].failures.map(error => error.code)).toEqual(['42601']);
  });

  it('answers NoData and an empty statement', async () => {
    const client = await connectedClient();
    client.send(
      serialize.parse({text: ''}),
      serialize.describe({type: 'S'}),
      serialize.bind(),
      serialize.execute(),
      serialize.sync(),
    );
    expect(names(await client.ready()).slice(1)).toEqual([
      'parameterDescription',
      'noData',
      'bindComplete',
      'emptyQuery',
      'readyForQuery',
    ]);
  });

  it('sends what there is on Flush', async () => {
    const client = await connectedClient();
    client.send(serialize.parse({text: 'one'}), serialize.flush());
    await client.until(() => client.names().includes('parseComplete'));
    client.send(serialize.sync());
    await client.ready();
  });

  it.each([
    ['too few parameters', serialize.bind({values: ['1']}), '08P01'],
    ['a bad number', serialize.bind({values: ['x', 'a', '1']}), '22P02'],
    ['a number out of range', serialize.bind({values: ['99999999999999999999', 'a', '1']}), '22003'],
    ['a short binary value', serialize.bind({values: [Buffer.from([1]), 'a', '1']}), '08P01'],
    ['a long binary value', serialize.bind({values: [Buffer.alloc(9), 'a', '1']}), '22P03'],
    ['text that is not UTF-8', serialize.bind({values: ['1', Buffer.from([0xff]), '1']}), '22021'],
    ['an unknown statement', serialize.bind({statement: 'nope', values: []}), '26000'],
    ['an unknown portal', serialize.execute({portal: 'nope'}), '34000'],
    ['a function call that is cut short', Buffer.from('4600000004', 'hex'), '08P01'],
  ])('refuses %s without losing the connection', async (what, bytes, code) => {
    const client = await connectedClient();
    client.send(serialize.parse({text: 'echo'}), bytes, serialize.sync());
    const messages = await client.ready();
    expect(errorOf(messages)).toMatchObject({severity: 'ERROR', code});
    // A function call is answered at once, and the Sync behind it once more.
    if (what.startsWith('a function call')) await client.ready();
    client.send(serialize.query('one'));
    expect(names(await client.ready())).toContain('dataRow');
  });
});

describe('a connection', () => {
  it('is cancelled by its key, on another connection', async () => {
    const client = await connectedClient();
    client.send(serialize.query('endless'));
    await client.until(() => client.names().includes('dataRow'));
    const other = await rawClient();
    other.send(serialize.cancel(1001, 999));
    await other.closed();
    expect(client.names()).not.toContain('error');
    const another = await rawClient();
    another.send(serialize.cancel(1001, 77));
    await another.closed();
    expect(errorOf(await client.ready())).toMatchObject({code: '57014'});
  });

  it('that goes away in the middle of a result closes its session', async () => {
    const client = await connectedClient();
    client.send(serialize.query('endless'));
    await client.until(() => client.names().includes('dataRow'));
    client.close();
    while (!database.sessions[0].closed) await new Promise(resolve => setTimeout(resolve, 5));
    const pulled = database.sessions[0].chunksPulled;
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(database.sessions[0].chunksPulled).toBeLessThanOrEqual(pulled + 2);
  });

  it('is told when the server stops', async () => {
    const idle = await connectedClient();
    const busy = await connectedClient();
    busy.send(serialize.query('endless'));
    await busy.until(() => busy.names().includes('dataRow'));
    await server.close();
    for (const client of [idle, busy]) {
      await client.closed();
      expect(errorOf(client.messages)).toMatchObject({severity: 'FATAL', code: '57P01'});
    }
    await expect(WireClient.open(server.port)).rejects.toThrow('ECONNREFUSED');
  });

  it('ends at a message that cannot be, and no other does', async () => {
    const other = await connectedClient();
    for (const hex of ['2100000004', '51ffffffff', '517fffffff', '700000000500']) {
      const client = await connectedClient();
      client.send(Buffer.from(hex, 'hex'), serialize.sync());
      await client.closed();
      expect(errorOf(client.messages), hex).toMatchObject({severity: 'FATAL', code: '08P01'});
    }
    for (const hex of ['5300000005ff', '510000000561']) {
      other.send(Buffer.from(hex, 'hex'));
      expect(errorOf(await other.ready()), hex).toMatchObject({severity: 'ERROR', code: '08P01'});
    }
    other.send(serialize.query('one'));
    expect(names(await other.ready())).toContain('dataRow');
  });

  it('survives any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(fc.uint8Array({maxLength: 40}), {maxLength: 5}),
        async (start, chunks) => {
          const client = await WireClient.open(server.port);
          if (start) client.send(serialize.startup({user: 'u'}));
          for (const chunk of chunks) client.send(chunk);
          client.socket.end();
          client.close();
        },
      ),
      {numRuns: 100},
    );
    const client = await connectedClient();
    client.send(serialize.query('one'));
    expect(names(await client.ready())).toContain('dataRow');
  });

  it('that reads slowly holds its query up, and gets everything in the end', async () => {
    const chunk = {kind: 'rows' as const, rows: [['x'.repeat(100_000)]]};
    database.define('huge', {columns: [['t', TEXT]], chunks: () => Array.from({length: 600}, () => chunk)});
    const client = await connectedClient();
    client.socket.pause();
    client.send(serialize.query('huge'));
    const [session] = database.sessions;
    let pulled = -1;
    while (pulled < session.chunksPulled || pulled < 1) {
      pulled = session.chunksPulled;
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    // What the kernel buffers for both sockets is a few megabytes.
    expect(pulled).toBeLessThan(150);
    client.socket.resume();
    const rows = (await client.ready()).filter(message => message.name === 'dataRow');
    expect(rows).toHaveLength(600);
  });

  it('sends a large result whole', async () => {
    const rows = Array.from({length: 1000}, (_, i) => [i, 'x'.repeat(i)]);
    database.define('large', {
      columns: [
        ['n', INTEGER],
        ['t', TEXT],
      ],
      chunks: () => Array.from({length: 20}, () => ({kind: 'rows' as const, rows})),
    });
    const client = await pgClient();
    const result = await client.query('large');
    expect(result.rows).toHaveLength(20_000);
    expect(result.rows.at(-1)).toEqual({n: 999, t: 'x'.repeat(999)});
  });
});

describe('clients', () => {
  it('pg: queries, parameters, prepared statements, errors', async () => {
    const client = await pgClient();
    expect((await client.query('one')).rows).toEqual([{n: 1}]);
    for (let i = 0; i < 3; i++) {
      const result = await client.query({name: 'e', text: 'echo', values: [i, 'a"b', '1.5']});
      expect(result.rows).toEqual([{a: String(i), b: 'a"b', c: '1.5'}]);
    }
    await expect(client.query('bad')).rejects.toMatchObject({code: '23505', table: 't'});
    await expect(client.query('echo', ['x', '', '1'])).rejects.toMatchObject({code: '22P02'});
    expect((await client.query('insert')).rowCount).toBe(3);
  });

  const hasPsql = spawnSync('psql', ['--version']).status === 0;
  it.skipIf(!hasPsql)('psql: queries, errors and notices', async () => {
    const {spawn} = await import('node:child_process');
    const url = `postgres://u@127.0.0.1:${server.port}/d`;
    const run = spawn('psql', ['-X', '-v', 'VERBOSITY=verbose', url], {stdio: ['pipe', 'pipe', 'pipe']});
    let output = '';
    run.stdout.on('data', data => (output += data));
    run.stderr.on('data', data => (output += data));
    run.stdin.end('\\t on\none\\;one\n;\nbad;\nnotice;\n\\bind 1 2 3 \\g\none;\n');
    await new Promise(resolve => run.on('close', resolve));
    expect(output).toContain('23505');
    expect(output).toContain('Key (a)=(1) already exists.');
    expect(output).toContain('NOTICE:');
    expect(output.match(/^ +1$/gm)).toHaveLength(3);
  });
});
