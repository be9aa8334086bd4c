import type {AggregateCall, Expr} from '../../expr/expr.ts';
import {signatureOf} from '../../expr/short-names.ts';
import {PropsDeriver} from '../../plan/derive-props.ts';
import {literal} from '../../plan/conjuncts.ts';
import {exprNullable, nullableColumns} from '../../plan/nullability.ts';
import {printRel} from '../../plan/print.ts';
import type {AggregateRel, ApplyRel, Rel} from '../../plan/rel.ts';
import {column, type Schema} from '../../types/schema.ts';
import {BIGINT, BOOLEAN, INTEGER, type SqlType, TIMESTAMP} from '../../types/sql-type.ts';
import {Rewriter} from '../rewrite.ts';
import type {PlannerContext, Rule} from '../rule.ts';
import {evaluateExpr} from './evaluate-expr.ts';
import {testProps, testTables} from './random-rel.ts';

// Relations by hand, for tests of rules and plans.

/** t(a, b, c), s(x, y), u(k primary key, v) of integers, w(at timestamp, n integer). */
export const [t, s, u, w] = testTables;

export const context: PlannerContext = {
  props: new PropsDeriver(testProps),
  evaluate: expr => evaluateExpr(expr, []),
};

/** Column i, an integer. */
export function c(index: number, type: SqlType = INTEGER): Expr {
  return {op: 'column', index, type};
}

export function outer(index: number, depth = 1): Expr {
  return {op: 'outer', depth, index, type: INTEGER};
}

export function n(value: number | null): Expr {
  return literal(value, INTEGER);
}

export function call(operator: string, left: Expr, right: Expr, type: SqlType = BOOLEAN): Expr {
  return {op: 'call', signature: signatureOf(operator, [left.type, right.type]), args: [left, right], type};
}

export const eq = (left: Expr, right: Expr) => call('=', left, right);
export const gt = (left: Expr, right: Expr) => call('>', left, right);
export const plus = (left: Expr, right: Expr) => call('+', left, right, INTEGER);
/** Fails where the divisor is 0. */
export const over = (left: Expr, right: Expr) => call('/', left, right, INTEGER);
export const not = (arg: Expr): Expr => ({op: 'not', arg, type: BOOLEAN});
export const and = (...args: Expr[]): Expr => ({op: 'and', args, type: BOOLEAN});
export const or = (...args: Expr[]): Expr => ({op: 'or', args, type: BOOLEAN});

/** Like nothing that the planner could look into. */
export const random: Expr = {op: 'call', signature: 'random()', args: [], type: {kind: 'double precision'}};

export function aggregate(input: Rel, keys: readonly Expr[], aggregates: readonly AggregateCall[]): AggregateRel {
  const nullable = nullableColumns(input);
  const schema: Schema = [
    ...keys.map((key, i) =>
      column(key.op === 'column' ? input.schema[key.index].name : `key${i}`, key.type, exprNullable(key, nullable)),
    ),
    ...aggregates.map(({signature, type}) =>
      column(signature.slice(0, signature.indexOf('(')), type, !signature.startsWith('count')),
    ),
  ];
  return {node: 'aggregate', input, keys, aggregates, schema};
}

export const count: AggregateCall = {signature: 'count()', args: [], distinct: false, filter: null, type: BIGINT};

export function sum(arg: Expr, filter: Expr | null = null): AggregateCall {
  return {signature: 'sum(int4)', args: [arg], distinct: false, filter, type: BIGINT};
}

export function apply(kind: ApplyRel['kind'], left: Rel, right: Rel, on: Expr = literal(true, BOOLEAN)): ApplyRel {
  const schema = {
    scalar: () => [...left.schema, {...right.schema[0], name: 'scalar', nullable: true}],
    exists: () => [...left.schema, column('exists', BOOLEAN, false)],
    quantified: () => [...left.schema, column('any', BOOLEAN)],
    inner: () => [...left.schema, ...right.schema],
    left: () => [...left.schema, ...right.schema.map(each => ({...each, nullable: true}))],
    semi: () => left.schema,
    anti: () => left.schema,
  }[kind]();
  return {node: 'apply', kind, left, right, on, schema};
}

export function window(kind: 'tumble' | 'hop', input: Rel = w): Rel {
  const schema = [...input.schema, column('window_start', TIMESTAMP, false), column('window_end', TIMESTAMP, false)];
  const size = 10_000_000n;
  return {node: 'window', input, kind, time: 0, size, slide: kind === 'hop' ? 2_000_000n : size, offset: 0n, schema};
}

export function limit(input: Rel, most: bigint | null, keys: Extract<Rel, {node: 'sort'}>['keys'] = []): Rel {
  return {
    node: 'sort',
    input,
    keys,
    limit: most === null ? null : literal(most, BIGINT),
    offset: null,
    schema: input.schema,
  };
}

export const order = (expr: Expr, descending = false) => ({expr, descending, nullsFirst: descending});

/** The relation after this rule alone, wherever it matches; as indented lines between line breaks. */
export function after(rule: Rule | readonly Rule[], rel: Rel): string {
  const rules = 'apply' in rule ? [rule] : rule;
  return `\n${printRel(new Rewriter(rules, context).rewrite(rel))}\n`;
}
