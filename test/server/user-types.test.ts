import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';

describe('types of users', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await TestServer.start();
  });
  afterEach(async () => {
    await server.dispose();
  });

  test('an enum grows under a view, and both outlive a kill', async () => {
    await server.run(
      "CREATE TYPE mood AS ENUM ('sad', 'happy')",
      'CREATE TABLE person (id int, m mood)',
      "CREATE MATERIALIZED VIEW moods AS SELECT m, count(*)::int AS n, m > 'sad' AS good FROM person GROUP BY m",
      "CREATE VIEW sad AS SELECT id FROM person WHERE m = 'sad'",
      "INSERT INTO person VALUES (1, 'sad'), (2, 'happy'), (3, 'happy')",
      "ALTER TYPE mood ADD VALUE 'ok' AFTER 'sad'",
      "ALTER TYPE mood ADD VALUE 'awful' BEFORE 'sad'",
      "INSERT INTO person VALUES (4, 'ok'), (5, 'awful')",
    );
    const expected = [
      ['awful', 1, false],
      ['sad', 1, false],
      ['ok', 1, true],
      ['happy', 2, true],
    ];
    expect(await server.rows('SELECT * FROM moods ORDER BY m')).toEqual(expected);
    await server.end('SIGKILL');
    await server.start();
    expect(await server.rows('SELECT * FROM moods ORDER BY m')).toEqual(expected);
    await server.run(
      "DELETE FROM person WHERE m < 'ok'",
      "ALTER TYPE mood ADD VALUE 'glad'",
      "INSERT INTO person VALUES (6, 'glad')",
    );
    expect(await server.rows('SELECT * FROM moods ORDER BY m')).toEqual([
      ['ok', 1, true],
      ['happy', 2, true],
      ['glad', 1, true],
    ]);
    expect(await server.rows('SELECT * FROM sad')).toEqual([]);
  });

  test('what a running view has computed keeps its types from changing', async () => {
    await server.run(
      "CREATE TYPE mood AS ENUM ('sad', 'happy')",
      'CREATE DOMAIN positive AS int CHECK (VALUE > 0)',
      'CREATE TABLE t (s text, n int)',
      'CREATE MATERIALIZED VIEW v AS SELECT s::mood AS m, n::positive AS p FROM t',
    );
    for (const sql of [
      "ALTER TYPE mood ADD VALUE 'ok'",
      "ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'",
      'ALTER TYPE mood RENAME TO feeling',
      'ALTER DOMAIN positive ADD CHECK (VALUE < 10)',
      'ALTER DOMAIN positive DROP CONSTRAINT positive_check',
    ]) {
      await expect(server.run(sql), sql).rejects.toMatchObject({code: '0A000'});
    }
    await server.run(
      'DROP MATERIALIZED VIEW v',
      "ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'",
      'ALTER TYPE mood RENAME TO feeling',
    );
    expect(await server.rows("SELECT 'blue'::feeling")).toEqual([['blue']]);
  });

  test('a domain and its checks outlive a kill', async () => {
    await server.run(
      'CREATE DOMAIN even AS int DEFAULT 2 CHECK (VALUE % 2 = 0)',
      'CREATE TABLE t (e even, es even[])',
      "INSERT INTO t (es) VALUES ('{4,6}')",
    );
    await server.end('SIGKILL');
    await server.start();
    await expect(server.run('INSERT INTO t VALUES (3)')).rejects.toMatchObject({
      code: '23514',
      schema: 'public',
      dataType: 'even',
      constraint: 'even_check',
    });
    await expect(server.run("INSERT INTO t VALUES (2, '{5}')")).rejects.toMatchObject({code: '23514'});
    await server.run('INSERT INTO t VALUES (8, NULL)');
    expect(await server.rows('SELECT * FROM t ORDER BY e')).toEqual([
      [2, '{4,6}'],
      [8, null],
    ]);
  });

  test('clients see the OIDs of pg_type, domains as what they are over, and labels in binary', async () => {
    await server.run(
      "CREATE TYPE mood AS ENUM ('sad', 'happy')",
      'CREATE DOMAIN small AS smallint',
      'CREATE TYPE pair AS (a int, m mood)',
      'CREATE TABLE t (m mood, s small, p pair, ms mood[])',
      "INSERT INTO t VALUES ('happy', 3, (1, 'sad'), '{sad}')",
    );
    const client = await server.connect();
    const oids = await client.query<{oid: string}>(
      "SELECT oid FROM pg_type WHERE typname IN ('mood', 'pair', '_mood') ORDER BY typname DESC",
    );
    const {fields} = await client.query('SELECT m, s, p, ms, t FROM t');
    const [pair, mood, moods] = oids.rows.map(({oid}) => Number(oid));
    expect(fields.slice(0, 4).map(({dataTypeID}) => dataTypeID)).toEqual([mood, 21, pair, moods]);
    const [{typname}] = (
      await client.query<{typname: string}>('SELECT typname FROM pg_type WHERE oid = $1', [fields[4].dataTypeID])
    ).rows;
    expect(typname).toBe('t');
    // node-postgres knows `binary`, its types do not.
    const inBinary = {text: 'SELECT m FROM t WHERE m = $1', values: ['happy'], binary: true};
    const binary = await client.query<{m: Buffer}>(inBinary);
    expect(binary.rows.map(({m}) => m.toString())).toEqual(['happy']);
    await client.end();
  });

  test('a source declares no range of them', async () => {
    await server.run('CREATE TYPE span AS RANGE (subtype = int)');
    const sql = "CREATE SOURCE s (m span) WITH (connector = 'file', path = '/dev/null') FORMAT PLAIN ENCODE JSON";
    await expect(server.run(sql)).rejects.toMatchObject({code: '0A000'});
  });
});
