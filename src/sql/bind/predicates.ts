import type {Expr} from '../../expr/expr.ts';
import {functionsNamed} from '../../expr/registry.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, TEXT, arrayOf, structOf} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {
  BetweenExpression,
  BinaryExpression,
  InListExpression,
  LikeExpression,
  UnaryExpression,
} from '../ast/index.ts';
import {callNamed} from './call.ts';
import {bindRowSubquery} from './subquery.ts';
import type {Env} from './clause.ts';
import {mustCoerce, resolveUnknown} from './coerce.ts';
import {coerceAll, commonTypeOf} from './common-type.ts';
import type {BindContext} from './context.ts';
import {bindExpression, bindRowItems} from './expression.ts';
import {callOperator, chooseOperator} from './operator.ts';
import {canCoerce} from './type-category.ts';
import {canFail} from '../../plan/function-facts.ts';
import {someExpr} from '../../plan/map-expr.ts';

export function bindUnary(ctx: BindContext, env: Env, ast: UnaryExpression): Expr {
  const operand = bindExpression(ctx, env, ast.operand);
  // Postgres has a prefix plus for every number; it does nothing.
  if (ast.operator.name === '+' && functionsNamed('+', 'operator').every(row => row.args.length > 1)) {
    chooseOperator(ctx, '-', [operand.type], ctx.at(ast));
    return operand;
  }
  return callOperator(ctx, ast.operator, [operand], ast.at);
}

export function bindBinary(ctx: BindContext, env: Env, ast: BinaryExpression): Expr {
  if (ast.left.kind === 'row' && ast.right.kind === 'row') {
    const left = bindRowItems(ctx, env, ast.left.items);
    const right = bindRowItems(ctx, env, ast.right.items);
    return compareRows(ctx, ast.operator.name, left, right, ast.at);
  }
  if (ast.left.kind === 'row' && ast.right.kind === 'subquery') {
    return bindRowSubquery(ctx, env, ast.operator.name, ast.left.items, ast.right, ast.at);
  }
  const left = bindExpression(ctx, env, ast.left);
  const right = bindExpression(ctx, env, ast.right);
  return callOperator(ctx, ast.operator, [left, right], ast.at);
}

/** Field by field, as the standard has it: the first difference decides. Errors: 42601, 0A000. */
export function compareRows(
  ctx: BindContext,
  operator: string,
  left: readonly Expr[],
  right: readonly Expr[],
  offset: number,
): Expr {
  const position = ctx.at(offset);
  if (left.length !== right.length) {
    throw new SqlError('42601', 'unequal number of entries in row expressions', {position});
  }
  if (left.length === 0) throw new SqlError('0A000', 'cannot compare rows of zero length', {position});
  const pair = (name: string, i: number) => callOperator(ctx, name, [left[i], right[i]], offset);
  if (left.length === 1) return pair(operator, 0);
  const all = (name: string) => left.map((_left, i) => pair(name, i));
  switch (operator) {
    case '=':
      return {op: 'and', args: all('='), type: BOOLEAN};
    case '<>':
      return {op: 'or', args: all('<>'), type: BOOLEAN};
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const strict = operator[0];
      let result = pair(operator, left.length - 1);
      for (let i = left.length - 2; i >= 0; i--) {
        const equal = pair('=', i);
        const before = pair(strict, i);
        const tied: Expr = {op: 'and', args: [equal, result], type: BOOLEAN};
        // What a NULL decides as well is not computed where it could raise.
        result = canFail(result)
          ? {op: 'case', whens: [{when: equal, then: result}], otherwise: before, type: BOOLEAN}
          : {op: 'or', args: [before, tied], type: BOOLEAN};
      }
      return result;
    }
    default:
      pair(operator, 0);
      throw new SqlError('0A000', `could not determine interpretation of row comparison operator ${operator}`, {
        hint: 'Row comparison operators must be associated with btree operator families.',
        position,
      });
  }
}

/** A row written out with one that is not: a value of a composite type. */
function compareWithRow(ctx: BindContext, operator: string, left: readonly Expr[], right: Expr, offset: number): Expr {
  const args = left.map(item => resolveUnknown(ctx, item));
  const type = structOf(args.map((arg, i) => ({name: `f${i + 1}`, type: arg.type})));
  return callOperator(ctx, operator, [{op: 'row', args, type}, right], offset);
}

export function bindBetween(ctx: BindContext, env: Env, ast: BetweenExpression): Expr {
  const operand = bindExpression(ctx, env, ast.operand);
  const low = bindExpression(ctx, env, ast.low);
  const high = bindExpression(ctx, env, ast.high);
  const within = (from: Expr, to: Expr): Expr => ({
    op: 'and',
    args: [callOperator(ctx, '>=', [operand, from], ast.at), callOperator(ctx, '<=', [operand, to], ast.at)],
    type: BOOLEAN,
  });
  const inside: Expr = ast.symmetric
    ? {op: 'or', args: [within(low, high), within(high, low)], type: BOOLEAN}
    : within(low, high);
  return ast.negated ? {op: 'not', arg: inside, type: BOOLEAN} : inside;
}

const likeOperators = {like: '~~', ilike: '~~*', similar: '~'} as const;

export function bindLike(ctx: BindContext, env: Env, ast: LikeExpression): Expr {
  const operand = bindExpression(ctx, env, ast.operand);
  let pattern = bindExpression(ctx, env, ast.pattern);
  if (ast.operator === 'similar') {
    const escape = ast.escape ? [bindExpression(ctx, env, ast.escape)] : [];
    if (functionsNamed('similar_to_escape', 'function').length === 0) throw ctx.unsupported('SIMILAR TO', ast);
    pattern = callNamed(ctx, 'similar_to_escape', [pattern, ...escape], ast.at);
  } else if (ast.escape) {
    if (functionsNamed('like_escape', 'function').length === 0) throw ctx.unsupported('LIKE … ESCAPE', ast);
    pattern = callNamed(ctx, 'like_escape', [pattern, bindExpression(ctx, env, ast.escape)], ast.at);
  }
  const name = `${ast.negated ? '!' : ''}${likeOperators[ast.operator]}`;
  return callOperator(ctx, name, [operand, pattern], ast.at);
}

/**
 * `a IN (1, 2)` is `a = ANY ('{1,2}')` where all the items are constants of one type, as in Postgres; else a chain of
 * comparisons.
 */
export function bindInList(ctx: BindContext, env: Env, ast: InListExpression): Expr {
  const name = ast.negated ? '<>' : '=';
  if (ast.operand.kind === 'row') {
    const left = ast.operand.items.map(item => bindExpression(ctx, env, item));
    const comparisons = ast.items.map(item => {
      if (item.kind !== 'row') return compareWithRow(ctx, name, left, bindExpression(ctx, env, item), ast.at);
      const right = item.items.map(field => bindExpression(ctx, env, field));
      return compareRows(ctx, name, left, right, ast.at);
    });
    return combine(comparisons, ast.negated);
  }
  const operand = bindExpression(ctx, env, ast.operand);
  const items = ast.items.map(item => bindExpression(ctx, env, item));
  const constants = items.filter(isConstant);
  const others = items.filter(item => !isConstant(item));
  const element = constants.length > 1 ? commonElement([operand, ...constants].map(expr => expr.type)) : null;
  if (!element || element.kind === 'struct' || element.kind === 'record' || element.kind === 'array') {
    // What has no type is read as the composite that the others are.
    const typed = (item: Expr) =>
      element?.oid !== undefined && item.type.kind === 'unknown' ? mustCoerce(ctx, item, element, 'implicit') : item;
    return combine(
      items.map(item => callOperator(ctx, name, [operand, typed(item)], ast.at)),
      ast.negated,
    );
  }
  const array: Expr = {
    op: 'array',
    args: coerceAll(ctx, constants, element, () => 'IN'),
    type: arrayOf(element),
  };
  const quantified = callQuantified(ctx, name, ast.negated ? 'all' : 'any', operand, array, ast.at);
  return combine([quantified, ...others.map(item => callOperator(ctx, name, [operand, item], ast.at))], ast.negated);
}

/** The type that all of them are implicitly; null: there is none, and each is compared as it is. */
function commonElement(types: readonly SqlType[]): SqlType | null {
  const common = commonTypeOf(types);
  return common && types.every(type => canCoerce(type, common, 'implicit')) ? common : null;
}

function isConstant(expr: Expr): boolean {
  return !someExpr(expr, node => node.op === 'column' || node.op === 'outer');
}

function combine(tests: readonly Expr[], negated: boolean): Expr {
  return tests.length === 1 ? tests[0] : {op: negated ? 'and' : 'or', args: tests, type: BOOLEAN};
}

/** `left OP ANY|ALL (array)`, both sides as the chosen operator takes them. Errors: 42883, 42809. */
export function callQuantified(
  ctx: BindContext,
  operator: Parameters<typeof callOperator>[1],
  quantifier: 'any' | 'all',
  left: Expr,
  array: Expr,
  offset: number,
): Expr {
  const position = ctx.at(offset);
  const element = array.type.element ?? TEXT;
  const {row, parameters} = chooseOperator(ctx, operator, [left.type, element], position);
  if (typeof row.returns === 'function' || row.returns.kind !== 'boolean') {
    throw new SqlError('42809', 'op ANY/ALL (array) requires operator to yield boolean', {position});
  }
  // Composites of any kind are compared as they are.
  const wanted = parameters[1].kind === 'record' ? array.type : arrayOf(parameters[1]);
  const [side] = coerceAll(ctx, [left], parameters[0], () => 'ANY/ALL');
  const [list] = coerceAll(ctx, [array], wanted, () => 'ANY/ALL');
  return {op: 'quantified', quantifier, signature: row.signature, left: side, array: list, type: BOOLEAN};
}
