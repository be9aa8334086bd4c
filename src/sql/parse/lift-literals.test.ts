import {expect, test} from 'vitest';
import {parseStatements, liftLiterals, textShape} from './index.ts';

const keyOf = (sql: string): string | undefined => textShape(sql)?.key;
/** The literals that become parameters. */
function liftedOf(sql: string): string[] {
  const shape = textShape(sql)!;
  return liftLiterals(parseStatements(sql)[0], shape)?.lifted.map(at => shape.literals[at].text) ?? [];
}

test('texts that differ in integers and strings alone have one shape, each size of integer its own', () => {
  expect(keyOf('SELECT a FROM t WHERE a = 5')).toBe(keyOf('SELECT a FROM t WHERE a = 77'));
  expect(keyOf("SELECT a FROM t WHERE b = 'x'")).toBe(keyOf("SELECT a FROM t WHERE b = 'it''s'"));
  expect(keyOf("SELECT a FROM t WHERE b = 'x'")).toBe(keyOf("SELECT a FROM t WHERE b = E'\\t'"));
  const others = [
    'SELECT a FROM t WHERE a = 5',
    'SELECT a FROM t WHERE a = 5000000000',
    'SELECT a FROM t WHERE a = 50000000000000000000',
    'SELECT a FROM t WHERE a = 5.0',
    'SELECT a FROM t WHERE a = 6.0',
    'SELECT a FROM t WHERE a = -5',
    "SELECT a FROM t WHERE a = '5'",
    "SELECT a FROM t WHERE a = B'5'",
    'SELECT a FROM t WHERE a = "5"',
    'SELECT a FROM t WHERE a = 5 /* 5 */',
    'SELECT a FROM t WHERE a = 5 /* 6 */',
    'SELECT a FROM t WHERE a = 5;',
  ];
  expect(new Set(others.map(sql => keyOf(sql) ?? sql)).size).toBe(others.length);
});

test('what holds parameters, no literals or an error has no shape', () => {
  for (const sql of ['SELECT $1 FROM t WHERE a = 5', 'BEGIN', '', "SELECT 5, 'x", 'SELECT 5x']) {
    expect(textShape(sql), sql).toBe(null);
  }
});

test('literals that columns must equal become parameters, and no others', () => {
  expect(liftedOf("SELECT 1 FROM t WHERE a = 5 AND 'x' = t.b AND c > 7 LIMIT 3")).toEqual(['5', 'x']);
  for (const sql of [
    'SELECT a = 5 FROM t',
    'SELECT a FROM t WHERE a = 5 OR a = 6',
    'SELECT a FROM t WHERE a = -5',
    'SELECT a FROM t WHERE a + 1 = 5',
    'SELECT a FROM t WHERE a OPERATOR(pg_catalog.=) 5',
    'SELECT a FROM t GROUP BY a HAVING a = 5',
    'SELECT a FROM t WHERE NOT a = 5',
    'DELETE FROM t WHERE a = 5',
    'SELECT 1 UNION SELECT 2 FROM t WHERE a = 5',
  ]) {
    expect(liftedOf(sql), sql).toEqual([]);
  }
});
