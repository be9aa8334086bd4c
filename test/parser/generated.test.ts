import {beforeAll, describe, expect, test} from 'vitest';
import {tokenize} from '../../src/sql/parse/lexer.ts';
import {Generator} from './generator.ts';
import {askOracle, loadOracle} from './oracle.ts';
import {Random} from './random.ts';
import {attempt, corpus, expectLikePostgres, expectRoundTrip} from './support.ts';

beforeAll(loadOracle);

/** `MILLRACE_PARSER_SEED=123 MILLRACE_PARSER_RUNS=100000` goes elsewhere and further. */
const FIRST_SEED = Number(process.env.MILLRACE_PARSER_SEED ?? 1);
const RUNS = Number(process.env.MILLRACE_PARSER_RUNS ?? 2500);

function withSeed(seed: number, sql: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new Error(`seed ${seed}: ${sql}`, {cause: error});
  }
}

/** The same verdict, message, place and tree as Postgres's, and the print means the same. */
function expectSame(sql: string): boolean {
  const verdict = askOracle(sql);
  if (verdict.ok) {
    const statements = expectLikePostgres(sql);
    statements.forEach((statement, i) => expectRoundTrip(statement, verdict.statements[i], sql));
    return true;
  }
  const {message, position} = verdict;
  const outcome = attempt(sql);
  expect(outcome).toMatchObject({ok: false, message});
  if (!outcome.ok && position !== null) expect(outcome.position).toBe(position);
  return false;
}

describe('generated statements', () => {
  test('have the verdict, tree, message and position of Postgres', {timeout: 600_000}, () => {
    let accepted = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
      const random = new Random(seed);
      const sql = new Generator(random).statement(10 + random.below(30));
      withSeed(seed, sql, () => {
        if (expectSame(sql)) accepted++;
      });
    }
    expect(accepted).toBeGreaterThan(RUNS / 2);
  });
});

const WORDS =
  `( ) , select from where 1 'x' a . * + = not in as and null order by group [ ] :: with all distinct on is case end "q" ` +
  'join values row limit - like between int interval array set to for time default nulls first over filter ; year @ left ' +
  'using only lateral union';

/** One token left out, added, replaced, swapped, or all after it cut. */
function mutate(sql: string, random: Random): string {
  const tokens = tokenize(sql);
  const parts = tokens.starts.slice(0, -1).map((start, i) => sql.slice(start, tokens.ends[i]));
  const at = random.below(parts.length);
  const other = random.below(parts.length);
  switch (random.below(5)) {
    case 0:
      parts.splice(at, 1);
      break;
    case 1:
      parts.splice(at, 0, random.pick(WORDS.split(' ')));
      break;
    case 2:
      parts[at] = random.pick(WORDS.split(' '));
      break;
    case 3:
      [parts[at], parts[other]] = [parts[other], parts[at]];
      break;
    default:
      parts.splice(at);
  }
  return parts.join(' ');
}

// The oracle's scanner takes parameters in places where Postgres does not; the corpus has those that both take.
const statements = ['lexical', 'expressions', 'select', 'from', 'dml', 'psql', 'errors']
  .flatMap(corpus)
  .filter(sql => !sql.includes('$') && sql.length < 2500);

describe('statements with one token wrong', () => {
  test('are refused or read as Postgres does', {timeout: 600_000}, () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
      const random = new Random(seed);
      const sql = mutate(random.pick(statements), random);
      const outcome = attempt(sql);
      if (!outcome.ok && outcome.code === '0A000') continue; // a statement that we do not have
      withSeed(seed, sql, () => expectSame(sql));
    }
  });
});
