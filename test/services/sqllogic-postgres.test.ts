import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';
import {TestPostgres} from '../support/postgres.ts';

test('PostgreSQL still gives what the records of test/sqllogic say it gives', async () => {
  // Some records name who is asked for them, and the database: Millrace's first superuser, and its only one.
  const postgres = await TestPostgres.start('millrace');
  try {
    const client = await postgres.connect();
    await client.query('CREATE DATABASE millrace');
    await client.end();
    const url = postgres.url.replace(/postgres$/, 'millrace');
    const arguments_ = ['scripts/sqllogic-record.mjs', '--check', url];
    const {stdout} = await promisify(execFile)(process.execPath, arguments_, {maxBuffer: 1 << 26}).catch(
      (error: {stdout: string}) => error,
    );
    const [, asked, different] = /(\d+) records asked, (\d+) different\n$/.exec(stdout) ?? [];
    expect(different, stdout.slice(0, 20_000)).toBe('0');
    expect(Number(asked)).toBeGreaterThan(3000);
  } finally {
    await postgres.dispose();
  }
});
