import {beforeAll, describe, expect, test} from 'vitest';
import {askOracle, loadOracle} from './oracle.ts';
import {attempt, expectLikePostgres, expectRoundTrip} from './support.ts';

beforeAll(loadOracle);

const INFIX = [
  'OR',
  'AND',
  'IS DISTINCT FROM',
  'IS NOT DISTINCT FROM',
  '<',
  '>',
  '=',
  '<=',
  '>=',
  '<>',
  '!=',
  'LIKE',
  'NOT LIKE',
  'ILIKE',
  'NOT ILIKE',
  'SIMILAR TO',
  'NOT SIMILAR TO',
  'BETWEEN p AND',
  'NOT BETWEEN SYMMETRIC p AND',
  'LIKE p ESCAPE',
  '||',
  '->',
  '~*',
  '|',
  'OPERATOR(s.+)',
  'OPERATOR(=)',
  '+',
  '-',
  '*',
  '/',
  '%',
  '^',
  'AT TIME ZONE',
];
const PREFIX = ['NOT', '+', '-', '~', '@', 'OPERATOR(s.-)'];
const POSTFIX = [
  'IS NULL',
  'IS NOT NULL',
  'ISNULL',
  'NOTNULL',
  'IS TRUE',
  'IS NOT UNKNOWN',
  'IS DOCUMENT',
  'IS JSON',
  'IS NFC NORMALIZED',
  'IN (1)',
  'NOT IN (SELECT 1)',
  '= ANY (z)',
  '+ ALL (SELECT 1)',
  'LIKE ANY (z)',
  'COLLATE "C"',
  'AT LOCAL',
  '::int',
];

/** Every way that two operators can meet without parentheses. */
function* pairs(): Generator<string> {
  for (const i of INFIX) {
    for (const j of INFIX) yield `a ${i} b ${j} c`;
    for (const j of POSTFIX) {
      yield `a ${i} b ${j}`;
      yield `a ${j} ${i} b`;
    }
    for (const j of PREFIX) {
      yield `${j} a ${i} b`;
      yield `a ${i} ${j} b`;
    }
  }
  for (const i of PREFIX) {
    for (const j of PREFIX) yield `${i} ${j} a`;
    for (const j of POSTFIX) yield `${i} a ${j}`;
  }
  for (const i of POSTFIX) for (const j of POSTFIX) yield `a ${i} ${j}`;
}

describe('two operators associate as in Postgres', () => {
  // In a select list an operator's word may be a label instead, in WHERE it may not.
  test.each(['SELECT ', 'SELECT FROM t WHERE ', 'SELECT x BETWEEN '])('behind %s', prefix => {
    let accepted = 0;
    for (const pair of pairs()) {
      const sql = prefix + pair + (prefix.endsWith('BETWEEN ') ? ' AND y' : '');
      const verdict = askOracle(sql);
      if (verdict.ok) {
        accepted++;
        const [statement] = expectLikePostgres(sql);
        expectRoundTrip(statement, verdict.statements[0], sql);
      } else {
        expect(attempt(sql), sql).toMatchObject({ok: false, message: verdict.message, position: verdict.position});
      }
    }
    expect(accepted).toBeGreaterThan(400);
  });
});
