import pg from 'pg';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {memoryReturnsTo, memoryUse} from '../support/metrics.ts';
import {TestServer} from '../support/server.ts';

let server: TestServer;
let client: pg.Client;

beforeAll(async () => {
  server = await TestServer.start();
  client = await server.connect();
  await client.query('CREATE TABLE t (a int, b text)');
  await client.query('CREATE MATERIALIZED VIEW n AS SELECT count(*) AS n, sum(a) AS s FROM t');
});

afterAll(async () => {
  await server.dispose();
});

beforeEach(async () => {
  await client.query('ROLLBACK');
  await client.query('DELETE FROM t');
});

type Answer = {readonly tag: string; readonly data: Buffer; readonly pieces: number};

type CopyOptions = {
  readonly data?: readonly Buffer[];
  readonly fail?: string;
  /** By Parse, Bind and Execute. */
  readonly extended?: boolean;
  /** The client says neither that it has sent all nor that it gives up. */
  readonly unended?: boolean;
};

/** Sends a COPY and its data, and gathers what comes back. */
function copy(sql: string, {data = [], fail, extended = false, unended = false}: CopyOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const query = new pg.Query({text: sql, queryMode: extended ? 'extended' : 'simple'} as never) as never as Record<
      string,
      unknown
    >;
    const pieces: Buffer[] = [];
    query['handleCopyInResponse'] = (connection: pg.Connection & Record<string, (value?: unknown) => void>) => {
      for (const piece of data) connection['sendCopyFromChunk'](piece);
      if (unended) return;
      if (fail === undefined) connection['endCopyFrom']();
      else connection['sendCopyFail'](fail);
      if (extended) connection['sync']();
    };
    query['handleCopyData'] = ({chunk}: {chunk: Buffer}) => pieces.push(Buffer.from(chunk));
    query['callback'] = (error: Error | null, result: {command: string; rowCount: number}) => {
      if (error) reject(error);
      else resolve({tag: `${result.command} ${result.rowCount}`, data: Buffer.concat(pieces), pieces: pieces.length});
    };
    client.query(query as never);
  });
}

async function rows(sql: string): Promise<unknown[]> {
  return (await client.query<unknown[]>({text: sql, rowMode: 'array'})).rows;
}

const text = (content: string): readonly Buffer[] => [Buffer.from(content)];

describe('COPY', () => {
  for (const extended of [false, true]) {
    test(`takes and gives data by the ${extended ? 'extended' : 'simple'} protocol`, async () => {
      expect(await copy('COPY t FROM STDIN', {data: text('1\tx\n2\t\\N\n'), extended})).toMatchObject({tag: 'COPY 2'});
      expect(await rows('SELECT n, s FROM n')).toEqual([['2', '3']]);
      const out = await copy('COPY t TO STDOUT (FORMAT csv, HEADER)', {extended});
      expect(out).toMatchObject({tag: 'COPY 2', pieces: 3});
      expect(out.data.toString().split('\n').sort()).toEqual(['', '1,x', '2,', 'a,b']);
    });

    test(`goes on after an error in the ${extended ? 'extended' : 'simple'} protocol`, async () => {
      await expect(copy('COPY t FROM STDIN', {data: text('1\tx\ny\tz\n'), extended})).rejects.toMatchObject({
        code: '22P02',
        where: 'COPY t, line 2, column a: "y"',
      });
      await expect(copy('COPY t FROM STDIN', {data: text('1\tx\n'), fail: 'enough', extended})).rejects.toMatchObject({
        code: '57014',
        message: 'COPY from stdin failed: enough',
      });
      expect(await rows('SELECT n FROM n')).toEqual([['0']]);
    });
  }

  test('binary data are what was written, however they are cut', async () => {
    await copy('COPY t FROM STDIN', {data: text('1\tx\n2\t\\N\n3\té\n')});
    const {data} = await copy('COPY t TO STDOUT (FORMAT binary)');
    const bytes = [...data].map(byte => Buffer.from([byte]));
    expect(await copy('COPY t FROM STDIN (FORMAT binary)', {data: bytes})).toMatchObject({tag: 'COPY 3'});
    expect(await rows('SELECT a, b, count(*)::int FROM t GROUP BY a, b ORDER BY a')).toEqual([
      [1, 'x', 2],
      [2, null, 2],
      [3, 'é', 2],
    ]);
    await expect(copy('COPY t FROM STDIN (FORMAT binary)', {data: text('PGNOPY\n')})).rejects.toMatchObject({
      code: '22P04',
      message: 'COPY file signature not recognized',
    });
    await expect(
      copy('COPY t FROM STDIN (FORMAT binary)', {data: [data.subarray(0, data.length - 5)]}),
    ).rejects.toMatchObject({message: 'unexpected EOF in COPY data'});
  });

  test('text may be cut anywhere', async () => {
    const whole = Buffer.from('1\té\\\nü\n2\t\\\\\\t\n3\tz');
    for (let at = 1; at < whole.length; at++) {
      const data = [whole.subarray(0, at), whole.subarray(at)];
      expect(await copy('COPY t FROM STDIN', {data})).toMatchObject({tag: 'COPY 3'});
    }
    expect(await rows('SELECT a, b, count(*)::int FROM t GROUP BY a, b ORDER BY a')).toEqual([
      [1, 'é\nü', whole.length - 1],
      [2, '\\\t', whole.length - 1],
      [3, 'z', whole.length - 1],
    ]);
  });

  test('many rows are one commit, and nothing stays behind in memory', async () => {
    await client.query('CREATE TABLE big (a int, b text, c bigint)');
    const before = await memoryUse(server);
    const lines = Array.from({length: 200_000}, (_, i) => `${i}\tvalue ${i}\t${i * 3}\n`);
    const data = Array.from({length: 20}, (_, i) => Buffer.from(lines.slice(i * 10_000, (i + 1) * 10_000).join('')));
    await expect(copy('COPY big FROM STDIN', {data: [...data, ...text('x\n')]})).rejects.toMatchObject({
      where: 'COPY big, line 200001, column a: "x"',
    });
    await memoryReturnsTo(server, before);
    expect(await copy('COPY big FROM STDIN WHERE a % 2 = 0', {data})).toMatchObject({tag: 'COPY 100000'});
    expect(await rows('SELECT count(*), sum(c) FROM big')).toEqual([['100000', '29999700000']]);
    const out = await copy('COPY (SELECT a, b, c FROM big ORDER BY a) TO STDOUT');
    expect(out.data.toString()).toBe(lines.filter((_, i) => i % 2 === 0).join(''));
  });

  test('what it copies in belongs to the transaction', async () => {
    await client.query('BEGIN');
    await copy('COPY t FROM STDIN', {data: text('1\tx\n')});
    expect(await rows('SELECT count(*)::int FROM t')).toEqual([[1]]);
    await client.query('ROLLBACK');
    expect(await rows('SELECT count(*)::int FROM t')).toEqual([[0]]);
    await client.query('BEGIN');
    await expect(copy('COPY t FROM STDIN', {data: text('x\tx\n')})).rejects.toMatchObject({code: '22P02'});
    await expect(client.query('SELECT 1')).rejects.toMatchObject({code: '25P02'});
  });

  // What PostgreSQL 15 answers to the same data.
  test.each<[string, string, string, object]>([
    [
      'k (id, a, b, d)',
      '2\t1\t1\t1\n3\t\\N\t1\t1\n',
      '23502',
      {detail: 'Failing row contains (3, null, 1, 1, 5).', where: 'COPY k, line 2: "3\t\\N\t1\t1"', column: 'a'},
    ],
    [
      'k (id, a, b, d)',
      '2\t1\t1\t1\n3\t1\t200\t1\nzz\n',
      '23514',
      {
        detail: 'Failing row contains (3, 1, 200, 1, 5).',
        where: 'COPY k, line 2: "3\t1\t200\t1"',
        constraint: 'k_b_check',
      },
    ],
    [
      'k (id, a, b, d)',
      '2\t1\t1\t-1\n',
      '23514',
      {where: 'COPY k, line 1, column d: "-1"', constraint: 'positive_check'},
    ],
    [
      'k (id)',
      '2\n',
      '23502',
      {detail: 'Failing row contains (2, null, null, null, 5).', where: 'COPY k, line 1: "2"'},
    ],
    ['k (id, a)', 'x\t1\n', '22P02', {where: 'COPY k, line 1, column id: "x"'}],
  ])('a client that has not ended is told what is wrong with a row of %s', async (target, data, code, fields) => {
    await client.query('DROP TABLE IF EXISTS k');
    await client.query('DROP DOMAIN IF EXISTS positive');
    await client.query('CREATE DOMAIN positive AS int CHECK (value > 0)');
    await client.query(
      'CREATE TABLE k (id int, a int NOT NULL, b int CHECK (b < 100), d positive, e int DEFAULT 5 NOT NULL)',
    );
    const sent = copy(`COPY k ${target.slice(2)} FROM STDIN`, {data: [Buffer.from(data)], unended: true});
    await expect(sent).rejects.toMatchObject({code, ...fields});
    expect(await rows('SELECT count(*)::int FROM k')).toEqual([[0]]);
  });

  test('in a transaction block too, beside rows that it has written itself', async () => {
    await client.query('BEGIN');
    await client.query('CREATE TABLE own (a int NOT NULL UNIQUE)');
    await client.query('INSERT INTO own VALUES (1)');
    await copy('COPY own FROM STDIN', {data: [Buffer.from('2\n')]});
    const sent = copy('COPY own FROM STDIN', {data: [Buffer.from('3\n\\N\n')], unended: true});
    await expect(sent).rejects.toMatchObject({code: '23502', where: 'COPY own, line 2: "\\N"'});
    await client.query('ROLLBACK');
  });

  test('rows that WHERE leaves out may break what the table asks', async () => {
    await client.query('CREATE TABLE chosen (a int NOT NULL, b int CHECK (b > 0))');
    const data = [Buffer.from('1\t1\n\\N\t2\n3\t-1\n')];
    expect(await copy('COPY chosen FROM STDIN WHERE a = 1', {data})).toMatchObject({tag: 'COPY 1'});
  });
});
