import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestPostgres} from '../support/postgres.ts';
import {TestServer} from '../support/server.ts';
import {same} from '../wire/conversations/compare.ts';
import {BEFORE, randomConversation} from '../wire/conversations/conversation.ts';
import {Q} from '../wire/transcripts/messages.ts';
import {play} from '../wire/transcripts/transcript.ts';

// Conversations of the extended protocol in random order, held with PostgreSQL 15 and with Millrace: both answer the same.
// MILLRACE_CONVERSATIONS=FROM-TO holds others.

const [FROM, TO] = (process.env['MILLRACE_CONVERSATIONS'] ?? '1-60').split('-').map(Number);
const who = {user: 'millrace', database: 'millrace'};
let postgres: TestPostgres;
let server: TestServer;

beforeAll(async () => {
  [postgres, server] = await Promise.all([TestPostgres.start(), TestServer.start()]);
  const client = await postgres.connect();
  await client.query('CREATE ROLE millrace SUPERUSER LOGIN');
  await client.query('CREATE DATABASE millrace OWNER millrace');
  await client.query("ALTER DATABASE millrace SET timezone = 'Etc/UTC'");
  await client.end();
}, 60_000);

afterAll(() => Promise.all([postgres.dispose(), server.dispose()]));

async function answers(seed: number, port: number): Promise<readonly string[]> {
  await play({name: 'before', steps: BEFORE.map(sql => ({bytes: Q(sql), until: 1}))}, port, who);
  return same(await play(randomConversation(seed), port, who));
}

test('Millrace answers as PostgreSQL does', {timeout: 600_000}, async () => {
  const port = Number(new URL(postgres.url).port);
  for (let seed = FROM; seed <= TO; seed++) {
    const [expected, given] = await Promise.all([answers(seed, port), answers(seed, server.port)]);
    expect(given, `conversation ${seed}`).toEqual(expected);
  }
});
