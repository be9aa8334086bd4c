import {describe, expect, test} from 'vitest';
import {clientFolders, runClient} from '../support/clients.ts';
import {TestPostgres} from '../support/postgres.ts';
import {TestServer} from '../support/server.ts';

/**
 * Each client of test/clients, against PostgreSQL, which proves the client's own test, and against Millrace, two at a time:
 * most of their time they wait.
 */
const wanted = process.env['CLIENTS']?.split(',');

describe.concurrent.each(clientFolders().filter(name => wanted?.includes(name) ?? true))('%s', name => {
  test('against PostgreSQL', async () => {
    const server = await TestPostgres.start();
    try {
      const result = await runClient(name, server.url, 'postgresql');
      expect(result.failed, result.output).toBe(0);
      expect(result.passed).toBeGreaterThan(0);
    } finally {
      await server.dispose();
    }
  });

  test('against Millrace', async () => {
    const server = await TestServer.start();
    try {
      const result = await runClient(name, server.url, 'millrace');
      expect(result.failed, result.output).toBe(0);
      expect(result.passed).toBeGreaterThan(0);
    } finally {
      await server.dispose();
    }
  });
});
