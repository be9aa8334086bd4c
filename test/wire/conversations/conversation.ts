import {B, C, copyData, copyDone, copyFail, D, E, F, H, int32, P, Q, S, type Value} from '../transcripts/messages.ts';
import {type Scenario, send, type Step} from '../transcripts/transcript.ts';
import {Random} from './random.ts';
import {SIMPLE, STATEMENTS, type Statement} from './statements.ts';

/** What a conversation finds, run before it by a connection of its own. */
export const BEFORE: readonly string[] = [
  'DROP TABLE IF EXISTS said, heard',
  'CREATE TABLE said (id int PRIMARY KEY, word text NOT NULL, size int)',
  "INSERT INTO said VALUES (1, 'one', 10), (2, 'two', 20), (3, 'three', NULL), (4, 'four', 0), (5, 'five', 50)",
  'CREATE TABLE heard (id int REFERENCES said DEFERRABLE INITIALLY DEFERRED, note varchar(8))',
];

const STATEMENT_NAMES = ['', '', 's1', 's2'];
const PORTAL_NAMES = ['', '', 'p1', 'p2'];

/** A conversation of the extended protocol in an order that nobody would think of; the same for the same seed. */
export function randomConversation(seed: number): Scenario {
  const random = new Random(seed);
  const known = new Map<string, Statement>();
  const steps = Array.from({length: 2 + random.below(7)}, () => step(random, known));
  return {
    name: `conversation ${seed}`,
    steps: [...steps, send(Q('ROLLBACK')), send(Q('SELECT * FROM said ORDER BY id'))],
  };
}

function step(random: Random, known: Map<string, Statement>): Step {
  if (random.chance(0.15)) return simple(random);
  const messages: Buffer[] = [];
  const count = 1 + random.below(9);
  for (let i = 0; i < count; i++) messages.push(...some(random, known));
  return toEnd(...messages, S);
}

/** Ends a COPY that waits for more; then, behind a Sync that nobody skips, what nothing else is answered with. */
function toEnd(...messages: readonly Buffer[]): Step {
  const end = Array.from({length: 5}, () => C('S', 'none'));
  const lines = [...end.map(() => 'CloseComplete'), 'ReadyForQuery '];
  return {bytes: Buffer.concat([...messages, copyFail('the end'), S, ...end, S]), until: {lines}};
}

/** A Query; with what follows where it begins a COPY. */
function simple(random: Random): Step {
  const sql = random.of(SIMPLE);
  return toEnd(Q(sql), ...(/COPY \w+ FROM/.test(sql) ? copied(random) : []));
}

function copied(random: Random): Buffer[] {
  const end = random.chance(0.7) ? copyDone : copyFail('no more');
  const lines = Array.from({length: random.below(3)}, () =>
    copyData(
      random.of([
        '11\televen\t1\n',
        '12\ttwelve\t\\N\n',
        '1\tone again\t0\n',
        'x\ty\tz\n',
        '13\tthir',
        'teen\t3\n',
        '14\n',
      ]),
    ),
  );
  return [...lines, ...(random.chance(0.1) ? [H] : []), end];
}

function some(random: Random, known: Map<string, Statement>): Buffer[] {
  const draw = random.below(100);
  if (draw < 28) return parsedAndRun(random, known);
  if (draw < 40) return [parse(random, known, random.of(STATEMENT_NAMES))];
  if (draw < 60) return [bind(random, known, random.of(STATEMENT_NAMES), random.of(PORTAL_NAMES))];
  if (draw < 70) return [D('S', random.of(STATEMENT_NAMES))];
  if (draw < 76) return [D('P', random.of(PORTAL_NAMES))];
  if (draw < 90) return [E(random.of(PORTAL_NAMES), limit(random))];
  if (draw < 92) return [C('S', random.of(STATEMENT_NAMES))];
  if (draw < 94) return [C('P', random.of(PORTAL_NAMES))];
  if (draw < 96) return [H];
  if (draw < 98) return [S];
  if (draw < 99) return [F(random.of([1397, 2804, 999999]), [random.of<Value>(['-5', 'x', null])])];
  return copied(random);
}

function limit(random: Random): number {
  return random.of([0, 0, 0, 1, 2, 3, 100, -1]);
}

function parsedAndRun(random: Random, known: Map<string, Statement>): Buffer[] {
  const statement = random.of(STATEMENT_NAMES);
  const portal = random.of(PORTAL_NAMES);
  const messages = [parse(random, known, statement)];
  if (random.chance(0.3)) messages.push(D('S', statement));
  messages.push(bind(random, known, statement, portal));
  if (random.chance(0.5)) messages.push(D('P', portal));
  messages.push(E(portal, limit(random)));
  if (/COPY \w+ FROM/.test(known.get(statement)?.sql ?? '')) messages.push(...copied(random));
  if (random.chance(0.2)) messages.push(E(portal, limit(random)));
  return messages;
}

function parse(random: Random, known: Map<string, Statement>, name: string): Buffer {
  const statement = random.of(STATEMENTS);
  if (name === '' || !known.has(name)) known.set(name, statement);
  const {parameters} = statement;
  const types = random.chance(0.3) ? parameters.map(({oid}) => (random.chance(0.8) ? oid : 0)) : [];
  return P(statement.sql, name, types);
}

function bind(random: Random, known: Map<string, Statement>, name: string, portal: string): Buffer {
  const parameters = known.get(name)?.parameters ?? [];
  const binary = parameters.map(() => random.chance(0.3));
  const values = parameters.map(({values}, i): Value => {
    const value = random.of(values);
    if (!binary[i] || value === null) return value;
    return parameters[i].oid === 23 ? int32(Number(value)) : Buffer.from(value);
  });
  if (random.chance(0.03)) values.push('1');
  const formats = binary.some(Boolean) ? binary.map(Number) : [];
  const results = random.of([[], [], [], [0], [1], [0, 1], [1, 0, 1]]);
  return B(values, {portal, statement: name, formats, results});
}
