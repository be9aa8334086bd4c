import {writeFileSync} from 'node:fs';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestPostgres} from '../support/postgres.ts';
import {recorded, recordingPath} from '../wire/transcripts/recording.ts';
import {Q} from '../wire/transcripts/messages.ts';
import {SCENARIOS, SETUP} from '../wire/transcripts/scenarios.ts';
import {play} from '../wire/transcripts/transcript.ts';

// What the wire transcripts expect is what PostgreSQL 15 answers to the same bytes. MILLRACE_RECORD=1 writes it down anew.

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await TestPostgres.start();
  const client = await postgres.connect();
  await client.query('CREATE ROLE millrace SUPERUSER LOGIN');
  await client.query('CREATE DATABASE millrace OWNER millrace');
  await client.query("ALTER DATABASE millrace SET timezone = 'Etc/UTC'");
  await client.end();
}, 60_000);

afterAll(() => postgres.dispose());

test('PostgreSQL answers the scenarios as recorded', {timeout: 180_000}, async () => {
  const port = Number(new URL(postgres.url).port);
  const who = {user: 'millrace', database: 'millrace'};
  const setup = {name: 'setup', steps: SETUP.map(sql => ({bytes: Q(sql), until: 1 as const}))};
  await play(setup, port, who);
  const answers: Record<string, readonly string[]> = {};
  for (const scenario of SCENARIOS) answers[scenario.name] = await play(scenario, port, who);
  if (process.env['MILLRACE_RECORD']) writeFileSync(recordingPath, `${JSON.stringify(answers, null, 1)}\n`);
  else expect(answers).toEqual(recorded());
});
