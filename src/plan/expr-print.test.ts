import {expect, it} from 'vitest';
import type {Expr} from '../expr/expr.ts';
import {column} from '../types/schema.ts';
import {BOOLEAN, DATE, INTEGER, INTERVAL, NUMERIC, TEXT, TIMESTAMP, TIMESTAMPTZ} from '../types/sql-type.ts';
import {literal, notDistinct} from './conjuncts.ts';
import {exprKey} from './expr-key.ts';
import {printExpr} from './expr-print.ts';

const schema = [column('a', INTEGER), column('Odd name', INTEGER), column('x', INTEGER), column('x', INTEGER)];
const c = (index: number): Expr => ({op: 'column', index, type: INTEGER});
const call = (signature: string, ...args: Expr[]): Expr => ({op: 'call', signature, args, type: INTEGER});
const print = (expr: Expr) => printExpr(expr, schema);

it('prints expressions as SQL', () => {
  expect(print(call('+(int4,int4)', c(0), call('*(int4,int4)', c(1), c(2))))).toBe('a + ("Odd name" * x#2)');
  expect(print(call('lower(text)', literal("it's", TEXT)))).toBe("lower('it''s')");
  expect(print(call('-(int4)', literal(-3, INTEGER)))).toBe('-(-3)');
  expect(print({op: 'call', signature: 'cast(int4,text)', args: [c(0)], type: TEXT})).toBe('a::text');
  expect(print(notDistinct(c(2), c(3)))).toBe('x#2 IS NOT DISTINCT FROM x#3');
  expect(print({op: 'case', whens: [{when: literal(null, BOOLEAN), then: c(0)}], otherwise: c(1), type: INTEGER})).toBe(
    'CASE WHEN NULL THEN a ELSE "Odd name" END',
  );
});

it('prints constants of every family', () => {
  expect(print(literal(0n, TIMESTAMP))).toBe("TIMESTAMP '1970-01-01 00:00:00'");
  expect(print(literal(1_500_000n, TIMESTAMPTZ))).toBe("TIMESTAMPTZ '1970-01-01 00:00:01.500+00'");
  expect(print(literal(1, DATE))).toBe("DATE '1970-01-02'");
  expect(print(literal({months: 14, days: 0, micros: 90_000_000n}, INTERVAL))).toBe("INTERVAL '14 mon 90 s'");
  expect(print(literal({coefficient: 150n, scale: 2}, NUMERIC))).toBe('1.50');
});

it('tells apart what prints apart', () => {
  const key = (coefficient: bigint, scale: number) => exprKey(literal({coefficient, scale}, NUMERIC));
  expect(key(10n, 1)).not.toBe(key(100n, 2));
  expect(exprKey(literal(1, INTEGER))).not.toBe(exprKey(literal('1', TEXT)));
  expect(exprKey(call('+(int4,int4)', c(0), c(1)))).toBe(exprKey(call('+(int4,int4)', c(0), c(1))));
});
