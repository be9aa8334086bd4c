import {serialize} from 'pg-protocol';
import {describe, expect, it} from 'vitest';
import type {Database, Session} from '../session/api.ts';
import {INTEGER} from '../types/sql-type.ts';
import {DEFAULT_FORMAT} from '../types/io/format-settings.ts';
import {LOOPBACK_RULES} from './auth/hba.ts';
import {LoginThrottle} from './auth/throttle.ts';
import {Connection} from './connection.ts';
import type {Transport} from './transport.ts';

/** A client that reads only when it is told to. */
class StalledTransport implements Transport {
  readonly remoteAddress = '127.0.0.1:1';
  readonly remoteIp = '127.0.0.1';
  readonly encryption = null;
  readonly highWaterMark = 16 * 1024;
  closed = false;
  written = 0;
  unread = 0;
  paused = false;
  private waiting: (() => void)[] = [];

  write(bytes: Buffer): boolean {
    this.written += bytes.length;
    this.unread += bytes.length;
    return this.unread < this.highWaterMark;
  }
  get unsentBytes(): number {
    return this.unread;
  }
  encrypt(): Promise<void> {
    return Promise.reject(new Error('no TLS here'));
  }
  drained(): Promise<void> {
    if (this.closed || this.unread < this.highWaterMark) return Promise.resolve();
    return new Promise(resolve => this.waiting.push(resolve));
  }
  readAll(): void {
    this.unread = 0;
    for (const wake of this.waiting.splice(0)) wake();
  }
  pause(): void {
    this.paused = true;
  }
  resume(): void {
    this.paused = false;
  }
  end(): void {
    this.closed = true;
  }
  destroy(): void {
    this.closed = true;
  }
}

const ROWS_A_CHUNK = 1000;

/** A database whose every query is `chunks` chunks of integers; counts those that were asked for. */
class Numbers implements Database {
  pulled = 0;
  closed = 0;
  private readonly chunks: number;

  constructor(chunks: number) {
    this.chunks = chunks;
  }

  passwordOf(): null {
    return null;
  }
  isMember(): boolean {
    return false;
  }
  cancel(): void {}

  async connect(): Promise<Session> {
    const execution = {
      columns: [{name: 'n', type: INTEGER, tableOid: 0, attributeNumber: 0}],
      tag: 'SELECT',
      next: async () => {
        if (this.pulled === this.chunks) return null;
        this.pulled++;
        return {kind: 'rows' as const, rows: Array.from({length: ROWS_A_CHUNK}, (_, i) => [i])};
      },
      close: async () => {},
    };
    const session: Partial<Session> = {
      processId: 1,
      secretKey: Buffer.alloc(4),
      transactionStatus: 'I',
      formatting: DEFAULT_FORMAT,
      listen() {},
      async *simpleQuery() {
        yield execution;
      },
      lookUpText: () => null,
      async fail() {},
      close: async () => {
        this.closed++;
      },
    };
    return session as Session;
  }
}

const log = {warn(): void {}, info(): void {}, debug(): void {}};

async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise(resolve => setImmediate(resolve));
}

async function connect(database: Database, transport: Transport): Promise<Connection> {
  const connection = new Connection(
    transport,
    () => ({database, throttle: new LoginThrottle(), tls: null, rules: LOOPBACK_RULES}),
    log,
  );
  connection.received(serialize.startup({user: 'u'}));
  await settle();
  return connection;
}

describe('a slow reader', () => {
  it('holds up the query: no chunk is made before the last was taken', async () => {
    const database = new Numbers(200);
    const transport = new StalledTransport();
    const connection = await connect(database, transport);
    transport.readAll();
    connection.received(serialize.query('numbers'));
    await settle();
    // A chunk is about 14 kB, a piece handed to the socket 64 kB.
    expect(database.pulled).toBeLessThan(8);
    expect(transport.unread).toBeLessThan(100_000);

    const before = database.pulled;
    await settle();
    expect(database.pulled).toBe(before);
    transport.readAll();
    await settle();
    expect(database.pulled).toBeGreaterThan(before);
    expect(transport.unread).toBeLessThan(100_000);

    while (database.pulled < 200) {
      transport.readAll();
      await settle();
    }
    expect(transport.written).toBeGreaterThan(200 * ROWS_A_CHUNK * 12);
  });

  it('that goes away ends the query', async () => {
    const database = new Numbers(200);
    const transport = new StalledTransport();
    const connection = await connect(database, transport);
    transport.readAll();
    connection.received(serialize.query('numbers'));
    await settle();
    const before = database.pulled;
    transport.closed = true;
    await connection.disconnected();
    transport.readAll();
    await settle();
    expect(database.closed).toBe(1);
    expect(database.pulled).toBeLessThanOrEqual(before + 1);
  });
});

describe('a fast writer', () => {
  it('is not read any further while its messages wait', async () => {
    const database = new Numbers(200);
    const transport = new StalledTransport();
    const connection = await connect(database, transport);
    connection.received(serialize.query('numbers'));
    await settle();
    connection.received(serialize.query('x'.repeat(1_100_000)));
    expect(transport.paused).toBe(true);
    while (database.pulled < 200) {
      transport.readAll();
      await settle();
    }
    // The last answer too must be taken.
    transport.readAll();
    await settle();
    expect(transport.paused).toBe(false);
  });
});
