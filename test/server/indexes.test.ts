import type pg from 'pg';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

let server: TestServer;
let client: pg.Client;

beforeEach(async () => {
  server = await TestServer.start();
  client = await server.connect();
});

afterEach(async () => {
  await server.dispose();
});

async function rows(sql: string, values: unknown[] = []): Promise<unknown[]> {
  return (await client.query<unknown[]>({text: sql, values, rowMode: 'array'})).rows;
}

describe('unique indexes over expressions and some rows', () => {
  test('hold after a kill and after a stop, with all that they are defined by', async () => {
    await rows('CREATE TABLE t (id int, name text, gone boolean)');
    await rows(`INSERT INTO t SELECT g, 'Name' || g, g % 2 = 0 FROM generate_series(1, 5000) g`);
    await rows('CREATE MATERIALIZED VIEW v AS SELECT gone, count(*)::int AS n FROM t GROUP BY gone');
    await rows('CREATE UNIQUE INDEX by_name ON t (lower(name)) WHERE NOT gone');
    await rows('CREATE UNIQUE INDEX by_id ON t ((id * 2))');
    await rows('CREATE INDEX plain ON t (name DESC) INCLUDE (id)');
    await rows('CREATE UNIQUE INDEX of_view ON v (gone)');
    const definitions = await rows('SELECT indexdef FROM pg_indexes ORDER BY indexname');
    expect(definitions).toHaveLength(4);
    for (const how of ['SIGKILL', 'SIGTERM'] as const) {
      await server.end(how);
      await server.start();
      client = await server.connect();
      expect(await rows('SELECT indexdef FROM pg_indexes ORDER BY indexname')).toEqual(definitions);
      const insert = (id: number, name: string, gone: boolean) =>
        rows('INSERT INTO t VALUES ($1, $2, $3)', [id, name, gone]);
      await expect(insert(6000, 'NAME7', false)).rejects.toMatchObject({
        code: '23505',
        constraint: 'by_name',
        detail: 'Key (lower(name))=(name7) already exists.',
      });
      await expect(insert(7, 'other', true)).rejects.toMatchObject({code: '23505', constraint: 'by_id'});
      await rows(`UPDATE t SET name = 'name7', gone = true WHERE id = 8`);
      await expect(rows('UPDATE t SET gone = false WHERE id = 8')).rejects.toMatchObject({constraint: 'by_name'});
      await rows(
        `INSERT INTO t VALUES (9000, 'NAME7', false) ON CONFLICT (lower(name)) WHERE NOT gone DO UPDATE SET id = t.id`,
      );
      expect(await rows('SELECT count(*)::int FROM t')).toEqual([[5000]]);
      expect(await rows('SELECT sum(n)::int FROM v')).toEqual([[5000]]);
    }
    await rows('DROP INDEX by_name');
    await rows('ALTER TABLE t ADD COLUMN more int DEFAULT 1');
    await server.end('SIGKILL');
    await server.start();
    client = await server.connect();
    await rows(`INSERT INTO t VALUES (6000, 'NAME7', false)`);
    expect(await rows('SELECT * FROM t WHERE id = 6000')).toEqual([[6000, 'NAME7', false, 1]]);
  });

  test('refuse and take what a model of them does', async () => {
    await rows('CREATE TABLE m (a int, b int)');
    await rows('CREATE UNIQUE INDEX ON m ((a + b)) WHERE b > 2');
    const value = fc.oneof(fc.integer({min: 0, max: 6}), fc.constant(null));
    const step = fc.record({kind: fc.constantFrom('insert', 'delete', 'update'), a: value, b: value, to: value});
    await fc.assert(
      fc.asyncProperty(fc.array(step, {maxLength: 25}), async steps => {
        await rows('TRUNCATE m');
        let model: [number | null, number | null][] = [];
        const fits = (all: typeof model): boolean => {
          const keys = all.flatMap(([a, b]) => (b !== null && b > 2 && a !== null ? [a + b] : []));
          return new Set(keys).size === keys.length;
        };
        for (const {kind, a, b, to} of steps) {
          const next: typeof model =
            kind === 'insert'
              ? [...model, [a, b]]
              : kind === 'delete'
                ? model.filter(([x]) => x !== a)
                : model.map(([x, y]) => (x === a && a !== null ? [x, to] : [x, y]));
          const sql = {
            insert: 'INSERT INTO m VALUES ($1, $2)',
            delete: 'DELETE FROM m WHERE a IS NOT DISTINCT FROM $1',
            update: 'UPDATE m SET b = $2 WHERE a = $1',
          }[kind];
          const values = kind === 'insert' ? [a, b] : kind === 'delete' ? [a] : [a, to];
          if (fits(next)) {
            await rows(sql!, values);
            model = next;
          } else await expect(rows(sql!, values)).rejects.toMatchObject({code: '23505'});
        }
        const shown = (all: unknown[]) => all.map(row => JSON.stringify(row)).sort();
        expect(shown(await rows('SELECT a, b FROM m'))).toEqual(shown(model));
      }),
      {numRuns: 15},
    );
  });
});
