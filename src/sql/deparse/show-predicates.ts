import {someExpr} from '../../plan/map-expr.ts';
import type {Expr} from '../../expr/expr.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {BetweenExpression, Expression, InListExpression} from '../ast/index.ts';
import {cast} from './casts.ts';
import type {Show} from './show.ts';
import type {Shown} from './shown.ts';
import {Unprintable} from './unprintable.ts';

// What PostgreSQL makes of predicates that stand for several comparisons.

/** Equality is that of all pairs; what orders is kept as it is. */
export function showRows(
  show: Show,
  operator: string,
  left: readonly Expression[],
  right: readonly Expression[],
  bound: Expr | undefined,
): Shown {
  const wanted = left.map((_item, i): readonly SqlType[] => {
    const first = bound?.op === 'and' || bound?.op === 'or' ? bound.args[i] : bound;
    return first?.op === 'call' ? first.args.map(arg => arg.type) : [];
  });
  const pairs = left.map((item, i) => show.pair(operator, item, right[i], wanted[i]));
  if (pairs.length === 1) return pairs[0];
  if (operator === '=') return {kind: 'logical', word: 'AND', args: pairs};
  if (operator === '<>') return {kind: 'logical', word: 'OR', args: pairs};
  const types = orderedTypes(bound, left.length);
  return {
    kind: 'rows',
    operator,
    left: left.map((item, i) => show.expr(item, types[i]?.[0])),
    right: right.map((item, i) => show.expr(item, types[i]?.[1])),
  };
}

export function showBetween(show: Show, ast: BetweenExpression): Shown {
  const found: Expr[] = [];
  const bound = show.bound(ast);
  if (bound) {
    someExpr(bound, node => {
      if (node.op === 'call' && /^[<>]=/.test(node.signature)) found.push(node);
      return false;
    });
  }
  let next = 0;
  const compare = (name: string, side: Expression): Shown => {
    const call = found[next++];
    return show.pair(name, ast.operand, side, call?.op === 'call' ? call.args.map(arg => arg.type) : []);
  };
  const {negated} = ast;
  const within = (low: Expression, high: Expression): Shown => ({
    kind: 'logical',
    word: negated ? 'OR' : 'AND',
    args: [compare(negated ? '<' : '>=', low), compare(negated ? '>' : '<=', high)],
  });
  if (!ast.symmetric) return within(ast.low, ast.high);
  const args = [within(ast.low, ast.high), within(ast.high, ast.low)];
  return {kind: 'logical', word: negated ? 'AND' : 'OR', args};
}

export function showInList(show: Show, ast: InListExpression): Shown {
  const bound = show.bound(ast);
  const {negated} = ast;
  const operator = negated ? '<>' : '=';
  const tests = bound && (bound.op === 'or' || bound.op === 'and') ? [...bound.args] : bound ? [bound] : [];
  if (ast.operand.kind === 'row') {
    const {items} = ast.operand;
    const args = ast.items.map((item, i) => {
      if (item.kind !== 'row') throw new Unprintable();
      return showRows(show, operator, items, item.items, ast.items.length === 1 ? bound : tests[i]);
    });
    return args.length === 1 ? args[0] : {kind: 'logical', word: negated ? 'AND' : 'OR', args};
  }
  const args: Shown[] = [];
  let others = ast.items;
  const [first] = tests;
  if (first?.op === 'quantified') {
    const isConstant = (item: Expression) => {
      const expr = show.bound(item);
      return expr !== undefined && !someExpr(expr, node => node.op === 'column' || node.op === 'outer');
    };
    const items = ast.items.filter(isConstant);
    others = ast.items.filter(item => !isConstant(item));
    const right = constants(show, items, ast.operand, first.array.type);
    const left = show.expr(ast.operand, first.left.type);
    args.push({kind: 'quantified', left, operator, word: negated ? 'ALL' : 'ANY', right});
    tests.shift();
  }
  others.forEach((item, i) => {
    const test = tests[i];
    args.push(show.pair(operator, ast.operand, item, test?.op === 'call' ? test.args.map(arg => arg.type) : []));
  });
  return args.length === 1 ? args[0] : {kind: 'logical', word: negated ? 'AND' : 'OR', args};
}

/** Literals beside a varchar are varchars, whose array is then one of text. */
function constants(show: Show, items: readonly Expression[], operand: Expression, type: SqlType): Shown {
  const own = show.typeOf(operand);
  const untyped = items.every(item => item.kind === 'string' || item.kind === 'null');
  if (own?.kind !== 'varchar' || type.element?.kind !== 'text' || !untyped) return show.array(items, type);
  const written: SqlType = {kind: 'array', element: {kind: 'varchar'}};
  return cast(show.array(items, written), written, type, true);
}

export function showInQuery(
  show: Show,
  left: Expression,
  operator: string,
  form: 'any' | 'all',
  query: (Expression & {readonly kind: 'exists'})['query'],
  negated: boolean,
): Shown {
  const items = left.kind === 'row' ? left.items : [left];
  const test: Shown = {kind: 'sublink', form, left: items.map(item => show.expr(item)), operator, query};
  return negated ? {kind: 'not', arg: test} : test;
}

/** The types of the pairs of `(a, b) < (c, d)`, which is bound as a chain of comparisons. */
function orderedTypes(bound: Expr | undefined, length: number): readonly (readonly SqlType[])[] {
  const types: (readonly SqlType[])[] = [];
  let rest = bound;
  while (rest && types.length < length) {
    const test: Expr = rest.op === 'or' ? rest.args[0] : rest;
    if (test.op !== 'call') break;
    types.push(test.args.map(arg => arg.type));
    const tied: Expr | undefined = rest.op === 'or' ? rest.args[1] : undefined;
    rest = tied?.op === 'and' ? tied.args[1] : undefined;
  }
  return types;
}
