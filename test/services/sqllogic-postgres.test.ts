import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';
import {TestPostgres} from '../support/postgres.ts';

test('PostgreSQL still gives what the records of test/sqllogic say it gives', async () => {
  const postgres = await TestPostgres.start();
  try {
    const arguments_ = ['scripts/sqllogic-record.mjs', '--check', postgres.url];
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
