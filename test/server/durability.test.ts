import {appendFileSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {eventually, TestServer} from '../support/server.ts';

describe('after kill -9', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await TestServer.start();
  });
  afterEach(async () => {
    await server.dispose();
  });

  test('every confirmed commit is there, tables, views and views on views', async () => {
    await server.run(
      'CREATE TABLE t (k int, v numeric(10,2), s text)',
      'CREATE MATERIALIZED VIEW sums AS SELECT k, sum(v) AS total, count(*) AS n, max(s) AS top FROM t GROUP BY k',
      'CREATE MATERIALIZED VIEW big AS SELECT k FROM sums WHERE total > 10',
      "INSERT INTO t SELECT i % 5, i, 'row ' || i FROM generate_series(1, 100) AS g(i)",
      'UPDATE t SET v = v + 0.5 WHERE k = 1',
      'DELETE FROM t WHERE k = 2',
    );
    const before = [
      await server.rows('SELECT * FROM sums ORDER BY k'),
      await server.rows('SELECT * FROM big ORDER BY k'),
    ];
    await server.end('SIGKILL');
    await server.start();
    expect([
      await server.rows('SELECT * FROM sums ORDER BY k'),
      await server.rows('SELECT * FROM big ORDER BY k'),
    ]).toEqual(before);

    // And it goes on: state that came from the log takes further changes.
    await server.run('DELETE FROM t WHERE k = 1', "INSERT INTO t VALUES (7, 100, 'seven')");
    expect(await server.rows('SELECT * FROM big ORDER BY k')).toEqual([[0], [3], [4], [7]]);
    expect(await server.end('SIGTERM')).toBe(0);
    await server.start();
    expect(await server.rows('SELECT * FROM big ORDER BY k')).toEqual([[0], [3], [4], [7]]);
    await server.run('DELETE FROM t');
    expect(await server.rows('SELECT count(*)::int FROM sums')).toEqual([[0]]);
  });

  test('an open transaction is gone, a committed one is whole', async () => {
    await server.run('CREATE TABLE t (a int)');
    const client = await server.connect();
    await client.query('BEGIN');
    await client.query('INSERT INTO t VALUES (1)');
    await client.query('INSERT INTO t VALUES (2)');
    await client.query('COMMIT');
    await client.query('BEGIN');
    await client.query('INSERT INTO t VALUES (3)');
    await server.end('SIGKILL');
    await server.start();
    expect(await server.rows('SELECT a FROM t ORDER BY a')).toEqual([[1], [2]]);
  });

  test('changes of the catalog that were made side by side are all there, in whatever order they were committed', async () => {
    const [a, b, c] = await Promise.all([server.connect(), server.connect(), server.connect()]);
    for (const client of [a, b, c]) await client.query('BEGIN');
    await a.query('CREATE TABLE ta (x int)');
    await b.query('CREATE ROLE side_by_side');
    await c.query('CREATE TABLE tc (x int)');
    await c.query('INSERT INTO tc VALUES (3)');
    await a.query('CREATE MATERIALIZED VIEW va AS SELECT sum(x) AS s FROM ta');
    await b.query('CREATE SCHEMA sb');
    await a.query('INSERT INTO ta VALUES (1), (4)');
    await b.query('COMMIT');
    await a.query('COMMIT');
    await b.query('BEGIN');
    await b.query('DROP TABLE ta CASCADE');
    await c.query('COMMIT');
    await server.end('SIGKILL');
    await server.start();
    expect(await server.rows('SELECT va.s::int, tc.x FROM va, tc')).toEqual([[5, 3]]);
    expect(await server.rows("SELECT count(*)::int FROM pg_roles WHERE rolname = 'side_by_side'")).toEqual([[1]]);
    await server.run('CREATE TABLE sb.later (x int)', 'GRANT SELECT ON ta TO side_by_side');
    const oids = await server.rows('SELECT count(*)::int, count(DISTINCT oid)::int FROM pg_class');
    expect((oids[0] as number[])[0]).toBe((oids[0] as number[])[1]);
  });

  test('what was dropped stays dropped, names can be used again', async () => {
    await server.run(
      'CREATE TABLE a (x int)',
      'CREATE MATERIALIZED VIEW v AS SELECT count(*) AS n FROM a',
      'INSERT INTO a VALUES (1)',
      'DROP TABLE a CASCADE',
      'CREATE TABLE a (y text)',
      "INSERT INTO a VALUES ('new')",
    );
    await server.end('SIGKILL');
    await server.start();
    expect(await server.rows('SELECT * FROM a')).toEqual([['new']]);
    await expect(server.rows('SELECT * FROM v')).rejects.toThrow('relation "v" does not exist');
  });

  test('a followed file is neither read twice nor cut short', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'millrace-file-'));
    try {
      const path = join(folder, 'events.jsonl');
      const lines = (from: number, to: number): string =>
        Array.from({length: to - from}, (_, i) => `${JSON.stringify({n: from + i, k: (from + i) % 7})}\n`).join('');
      writeFileSync(path, lines(0, 20_000));
      await server.run(
        `CREATE SOURCE events (n int, k int) FROM FILE (PATH '${path}', FOLLOW true) FORMAT JSON`,
        'CREATE MATERIALIZED VIEW v AS SELECT k, count(*) AS c, sum(n) AS s FROM events GROUP BY k',
      );
      appendFileSync(path, '{"n": "broken"\n');
      for (let round = 1; round <= 3; round++) {
        appendFileSync(path, lines(round * 20_000, (round + 1) * 20_000));
        if (round === 2) await new Promise(resolve => setTimeout(resolve, 100));
        await server.end('SIGKILL');
        await server.start();
      }
      const wanted = 80_000;
      await eventually(
        async () => (Number(((await server.rows('SELECT sum(c) FROM v'))[0] as string[])[0]) >= wanted ? true : null),
        20_000,
        'the view never had all rows',
      );
      const expected = Array.from({length: 7}, (_, k) => {
        const of = Array.from({length: wanted}, (_, n) => n).filter(n => n % 7 === k);
        return [k, String(of.length), String(of.reduce((a, b) => a + b, 0))];
      });
      expect(await server.rows('SELECT k, c, s FROM v ORDER BY k')).toEqual(expected);
      const letters = await server.rows('SELECT partition, bytes, reason FROM events_dead_letters');
      expect(letters).toHaveLength(1);
      expect((letters[0] as [string, Buffer, string])[1].toString()).toBe('{"n": "broken"');
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  });
});
