import {connect} from 'node:net';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {memoryReturnsTo, memoryUse} from '../support/metrics.ts';
import {eventually, TestServer} from '../support/server.ts';
import {message, Q, startup} from '../wire/transcripts/messages.ts';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
});

afterAll(async () => {
  await server.dispose();
});

test('two hundred tables, sources, views on views and sinks, created, fed and dropped, return all memory', async () => {
  const client = await server.connect();
  const before = await memoryUse(server);
  for (let i = 0; i < 200; i++) {
    await client.query(`CREATE TABLE t${i} (a int, b text)`);
    await client.query(`CREATE SOURCE s${i} FROM LOAD GENERATOR COUNTER (RATE 100000)`);
    await client.query(
      `CREATE MATERIALIZED VIEW counts${i} AS SELECT b, count(*) AS n, max(a) AS m FROM t${i} GROUP BY b`,
    );
    await client.query(`CREATE MATERIALIZED VIEW joined${i} AS SELECT a, n FROM t${i} LEFT JOIN counts${i} USING (b)`);
    await client.query(`CREATE MATERIALIZED VIEW sourced${i} AS SELECT * FROM s${i}`);
    await client.query(`CREATE SINK k${i} FROM joined${i} WITH (connector = 'blackhole')`);
    await client.query(`INSERT INTO t${i} SELECT i, 'group ' || i % 10 FROM generate_series(1, 500) AS g(i)`);
    await client.query(`DELETE FROM t${i} WHERE a % 3 = 0`);
    if (i === 0) {
      expect((await client.query(`SELECT count(*)::int AS n FROM joined${i}`)).rows).toEqual([{n: 334}]);
      await eventually(
        async () => ((await client.query(`SELECT 1 FROM sourced${i} LIMIT 1`)).rows.length === 1 ? true : null),
        5000,
        'the source gave nothing',
      );
    }
    await client.query(`DROP SOURCE s${i} CASCADE`);
    await client.query(`DROP TABLE t${i} CASCADE`);
  }
  await memoryReturnsTo(server, before);
});

test('clients that leave in the middle of a COPY with a wrong row leave nothing', async () => {
  const client = await server.connect();
  await client.query('CREATE TABLE left_behind (id int PRIMARY KEY, name text)');
  await client.query("INSERT INTO left_behind VALUES (2000, 'there')");
  const before = await memoryUse(server);
  const rows = Array.from({length: 2001}, (_, i) => `${i}\tname ${i}\n`).join('');
  for (let delay = 0; delay < 40; delay++) {
    const socket = connect(server.port, '127.0.0.1');
    const gone = new Promise(resolve => socket.on('close', resolve));
    const isCopying = new Promise<void>(resolve => socket.on('data', data => data.includes('G\0') && resolve()));
    socket.write(Buffer.concat([startup({user: 'millrace', database: 'millrace'}), Q('COPY left_behind FROM STDIN')]));
    await isCopying;
    // Which of the rows it is, is being looked for while the client goes.
    socket.write(Buffer.concat([message('d', Buffer.from(rows)), message('c')]));
    for (let turn = 0; turn < delay; turn++) await new Promise(resolve => setImmediate(resolve));
    socket.destroy();
    await gone;
  }
  await memoryReturnsTo(server, before);
  await client.query('DROP TABLE left_behind');
});
