import {afterAll, beforeAll, expect, test} from 'vitest';
import {TestServer} from '../support/server.ts';
import {BY_DESIGN, comparable} from '../wire/transcripts/by-design.ts';
import {Q} from '../wire/transcripts/messages.ts';
import {recorded} from '../wire/transcripts/recording.ts';
import {SCENARIOS, SETUP} from '../wire/transcripts/scenarios.ts';
import {play} from '../wire/transcripts/transcript.ts';

const who = {user: 'millrace', database: 'millrace'};
const expected = recorded();
let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
  await play({name: 'setup', steps: SETUP.map(sql => ({bytes: Q(sql), until: 1}))}, server.port, who);
});

afterAll(() => server.dispose());

const same = SCENARIOS.filter(({name}) => !BY_DESIGN.has(name));

test.each(same.map(scenario => [scenario.name, scenario] as const))('%s', async (name, scenario) => {
  const answers = await play(scenario, server.port, who);
  expect(comparable(answers)).toEqual(comparable(expected[name]));
});

test.each([...BY_DESIGN])('%s differs: %s', async name => {
  const scenario = SCENARIOS.find(candidate => candidate.name === name)!;
  const answers = await play(scenario, server.port, who);
  expect(answers).not.toEqual(expected[name]);
  expect(answers).toMatchSnapshot();
});
