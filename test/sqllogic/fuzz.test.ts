import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';
import {connect, FuzzCase, runCase, type Servers, shrink} from './fuzz/case.ts';
import {Choices} from './fuzz/choices.ts';
import {noLiveBuffers} from './live-buffers.ts';

/**
 * Random queries over random tables: read once and kept as views made before and amid random transactions, which must say
 * the same throughout. MILLRACE_FUZZ=n: n queries; MILLRACE_SEED=n: from this seed on; MILLRACE_POSTGRES_URL: PostgreSQL
 * (LC_COLLATE C, LC_CTYPE C.UTF-8) must say the same, too. A difference is cut down before it is reported.
 */
const wanted = Number(process.env['MILLRACE_FUZZ'] ?? 200);
const firstSeed = Number(process.env['MILLRACE_SEED'] ?? 1);
const postgresUrl = process.env['MILLRACE_POSTGRES_URL'];

describe('random queries', () => {
  let server: TestServer;
  let servers: Servers;
  beforeAll(async () => {
    server = await TestServer.start();
    servers = {millrace: await connect(server.url), postgres: postgresUrl ? await connect(postgresUrl) : null};
  });
  afterAll(async () => {
    await servers.millrace.end();
    await servers.postgres?.end();
    await server.dispose();
  });

  test('are the same as views, whatever happens to the tables', {timeout: 60_000 + wanted * 500}, async () => {
    let queries = 0;
    for (let seed = firstSeed; queries < wanted; seed++) {
      const result = await runCase(servers, seed);
      queries += result.queries;
      if (result.difference) {
        const least = await shrink(servers, result.choices, 20_000);
        expect.fail(`seed ${seed}: ${least.difference ?? result.difference}`);
      }
    }
    await noLiveBuffers(server.httpUrl);
  });

  test('are the same as views after restarts', {timeout: 60_000 + wanted * 500}, async () => {
    const cases = Array.from({length: Math.ceil(wanted / 20)}, (_, i) => {
      return new FuzzCase({...servers, postgres: null}, new Choices(firstSeed + 1000 + i), `restart${i}`);
    });
    for (const each of cases) {
      await each.setUp();
      await each.change();
      await each.addQueries(2);
    }
    for (const signal of ['SIGTERM', 'SIGKILL', 'SIGTERM'] as const) {
      await server.end(signal);
      await servers.millrace.end().catch(() => {});
      await server.start();
      servers = {...servers, millrace: await connect(server.url)};
      for (const each of cases) {
        await each.enter({...servers, postgres: null});
        await each.check();
        await each.change();
        await each.check();
      }
    }
    for (const each of cases) await each.dropAll();
    await noLiveBuffers(server.httpUrl);
  });
});
