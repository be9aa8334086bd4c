import {describe, expect, it} from 'vitest';
import type {Expr} from '../expr/expr.ts';
import {filter, join, project} from '../plan/build.ts';
import {FALSE, literal, TRUE, UNKNOWN_TRUTH} from '../plan/conjuncts.ts';
import {printRel} from '../plan/print.ts';
import type {Rel} from '../plan/rel.ts';
import {INTEGER} from '../types/sql-type.ts';
import {foldConstants} from './fold-constants.ts';
import {evaluateExpr} from './testing/evaluate-expr.ts';
import {
  aggregate,
  and,
  apply,
  c,
  count,
  eq,
  gt,
  limit,
  n,
  or,
  outer,
  over,
  plus,
  random,
  s,
  sum,
  t,
} from './testing/shorthand.ts';

const fold = (rel: Rel) => foldConstants(rel, expr => evaluateExpr(expr, []));
const folded = (rel: Rel): string => `\n${printRel(fold(rel).rel)}\n`;
const value = (expr: Expr): Expr => (fold(project(t, [expr])).rel as Extract<Rel, {node: 'project'}>).exprs[0];
const raises = (rel: Rel): boolean => fold(rel).raises !== null;
const choice = (when: Expr, then: Expr, otherwise: Expr): Expr => ({
  op: 'case',
  whens: [{when, then}],
  otherwise,
  type: INTEGER,
});
const coalesce = (...args: Expr[]): Expr => ({op: 'coalesce', args, type: INTEGER});

/** It fails whenever it is computed. */
const wrong = over(n(1), n(0));

describe('what is constant is computed', () => {
  it('by itself, in larger expressions and in every clause', () => {
    expect(value(plus(n(1), plus(n(2), n(3))))).toEqual(n(6));
    expect(value(plus(c(0), plus(n(2), n(3))))).toEqual(plus(c(0), n(5)));
    expect(folded(filter(project(t, [plus(n(1), n(1)), c(1)]), gt(c(1), plus(n(3), n(4)))))).toMatchInlineSnapshot(`
      "
      filter b > 7
        project 2, b
          get t
      "
    `);
    expect(folded(aggregate(t, [plus(c(0), plus(n(1), n(2)))], [sum(plus(c(1), plus(n(1), n(2))))])))
      .toMatchInlineSnapshot(`
      "
      aggregate [a + 3] sum(b + 3)
        get t
      "
    `);
  });

  it('is NULL where a strict function is given NULL, whatever else it is given', () => {
    expect(value(plus(c(0), n(null)))).toEqual(n(null));
    expect(value(over(c(0), n(null)))).toEqual(n(null));
  });

  it('is left alone where each row has its own', () => {
    expect(value(random)).toBe(random);
    expect(value(c(0))).toEqual(c(0));
    expect(value(outer(0))).toEqual(outer(0));
    expect(value({op: 'parameter', index: 0, type: INTEGER})).toEqual({op: 'parameter', index: 0, type: INTEGER});
  });

  it('leaves of AND and OR what decides', () => {
    const some = gt(c(0), n(1));
    expect(value(and(some, eq(n(1), n(2))))).toEqual(FALSE);
    expect(value(or(some, eq(n(1), n(1))))).toEqual(TRUE);
    expect(value(and(some, eq(n(1), n(1))))).toEqual(some);
    expect(value(or(some, eq(n(1), n(null))))).toEqual(or(some, UNKNOWN_TRUTH));
  });

  it('takes the branch of CASE, and the first value of COALESCE', () => {
    expect(value(choice(eq(n(1), n(1)), c(0), wrong))).toEqual(c(0));
    expect(value(choice(eq(n(1), n(null)), wrong, c(1)))).toEqual(c(1));
    expect(value(coalesce(n(null), n(7), wrong))).toEqual(n(7));
    expect(value(coalesce(n(null), c(0), n(7), c(1)))).toEqual(coalesce(c(0), n(7)));
    expect(value(coalesce(n(null), n(null)))).toEqual(n(null));
  });
});

describe('a constant that raises', () => {
  it('does so though there may be no row', () => {
    expect(raises(project(t, [wrong]))).toBe(true);
    expect(raises(filter(t, gt(c(0), wrong)))).toBe(true);
    expect(raises(join('inner', t, s, eq(c(0), wrong)))).toBe(true);
    expect(raises(aggregate(t, [], [sum(plus(c(0), wrong))]))).toBe(true);
    expect(fold(project(t, [wrong])).raises).toEqual(wrong);
  });

  it('does not where AND, OR, CASE or COALESCE come to an end before it', () => {
    expect(raises(filter(t, and(FALSE, gt(c(0), wrong))))).toBe(false);
    expect(raises(filter(t, or(TRUE, gt(c(0), wrong))))).toBe(false);
    expect(raises(project(t, [choice(FALSE, wrong, c(0))]))).toBe(false);
    expect(raises(project(t, [choice(gt(c(0), n(0)), wrong, c(0))]))).toBe(true);
    expect(raises(project(t, [coalesce(n(1), wrong)]))).toBe(false);
  });

  it('does not where nothing reads it', () => {
    expect(raises(project(project(t, [c(0), wrong]), [c(0)]))).toBe(false);
    expect(raises(project(project(t, [c(0), wrong]), [c(1)]))).toBe(true);
    expect(raises(project(aggregate(t, [], [count, sum(wrong)]), [n(1)]))).toBe(false);
    expect(raises(project(apply('scalar', t, project(s, [wrong])), [c(0)]))).toBe(false);
    expect(raises(project(apply('scalar', t, project(s, [wrong])), [c(3)]))).toBe(true);
    expect(raises(apply('semi', t, project(s, [wrong])))).toBe(false);
  });

  it('does not beneath a condition that no row passes, which is looked at first', () => {
    expect(raises(filter(project(t, [wrong]), FALSE))).toBe(false);
    expect(raises(filter(project(t, [wrong]), literal(null, {kind: 'boolean'})))).toBe(false);
    expect(raises(limit(filter(t, eq(n(1), n(2))), 1n))).toBe(false);
  });

  it('leaves the query as it was written', () => {
    const rel = project(t, [plus(n(1), n(2)), wrong]);
    expect(fold(rel).rel).toBe(rel);
  });
});
