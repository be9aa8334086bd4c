import {beforeAll, describe, expect, test} from 'vitest';
import {askOracle, loadOracle} from './oracle.ts';
import {attempt, corpus, expectLikePostgres, expectRoundTrip} from './support.ts';

beforeAll(loadOracle);

describe.each(['lexical', 'expressions', 'select', 'from', 'dml', 'utility', 'psql'])('corpus %s', name => {
  test.each(corpus(name))('%s', sql => {
    const verdict = askOracle(sql);
    if (!verdict.ok) throw new Error(`the corpus is wrong: ${verdict.message} (${verdict.position})`);
    const statements = expectLikePostgres(sql);
    statements.forEach((statement, i) => expectRoundTrip(statement, verdict.statements[i], sql));
  });
});

describe('erroneous statements have the message and position of Postgres', () => {
  test.each(corpus('errors'))('%s', sql => {
    const verdict = askOracle(sql);
    if (verdict.ok) throw new Error(`the corpus is wrong: Postgres accepts ${sql}`);
    const {message, position} = verdict;
    const outcome = attempt(sql);
    expect(outcome).toMatchObject({ok: false, message});
    if (!outcome.ok && position !== null) expect(outcome.position).toBe(position);
  });
});
