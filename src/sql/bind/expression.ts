import {isXmlExpression} from '../ast/index.ts';
import type {Expr} from '../../expr/expr.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, INTEGER, arrayOf, sameType} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {CaseExpression, Expression, IsDistinctExpression, IsExpression, RowExpression} from '../ast/index.ts';
import {bindCast} from './cast.ts';
import type {Env} from './clause.ts';
import {bindParameter, coerce, mustCoerce, resolveUnknown} from './coerce.ts';
import {bindCollate} from './collation.ts';
import {bindColumnOrCall} from './column-or-call.ts';
import {coerceAll, commonType} from './common-type.ts';
import type {BindContext} from './context.ts';
import {bindCurrentOf} from './current-of.ts';
import {bindFunctionCall} from './function-call.ts';
import {bindGrouping} from './grouping-call.ts';
import {bindIndirection} from './indirection.ts';
import {expandedStar} from './expand-star.ts';
import {bindLiteral} from './literal.ts';
import {callOperator} from './operator.ts';
import {bindBetween, bindBinary, bindInList, bindLike, bindUnary} from './predicates.ts';
import {bindQuantified} from './quantified.ts';
import {notASet, withoutSets} from './set-function.ts';
import {bindSqlValueFunction} from './sql-value-function.ts';
import {bindArraySubquery, bindExists, bindInSubquery, bindScalarSubquery} from './subquery.ts';
import {bindIsDocument, bindXml} from './xml.ts';

/**
 * Binds a value expression. Its type may be `unknown` (a string or NULL literal, a parameter): whoever uses it decides.
 * Errors: as Postgres's parse analysis raises them, with positions.
 */
export function bindExpression(ctx: BindContext, env: Env, ast: Expression): Expr {
  env.level.clause = env.clause;
  const bound = dispatch(ctx, env, ast);
  ctx.recorder?.exprs.set(ast, bound);
  // Errors found later, about groups and common types, point at where the expression begins.
  return isNew(ast) || ctx.positionOf(bound) === undefined ? ctx.mark(bound, ast.span.start) : bound;
}

/** What it is bound to has no place yet: of these there may be very many. */
function isNew({kind}: Expression): boolean {
  return kind === 'parameter' || kind === 'string' || kind === 'integer';
}

function dispatch(ctx: BindContext, env: Env, ast: Expression): Expr {
  switch (ast.kind) {
    case 'column_ref':
      return bindColumnOrCall(ctx, env, ast);
    case 'parameter':
      return bindParameter(ctx, ast.index, ctx.parameters.use(ast.index, ctx.at(ast)));
    case 'integer':
    case 'numeric':
    case 'string':
    case 'bit_string':
    case 'boolean':
    case 'null':
      return bindLiteral(ctx, ast);
    case 'default':
      throw new SqlError('42601', 'DEFAULT is not allowed in this context', {position: ctx.at(ast)});
    case 'unary':
      return bindUnary(ctx, env, ast);
    case 'binary':
      return bindBinary(ctx, env, ast);
    case 'logical': {
      const word = ast.operator.toUpperCase();
      const args = ast.operands.map(operand => bindBoolean(ctx, env, operand, word));
      return {op: ast.operator, args, type: BOOLEAN};
    }
    case 'not':
      return {op: 'not', arg: bindBoolean(ctx, env, ast.operand, 'NOT'), type: BOOLEAN};
    case 'is':
      return bindIs(ctx, env, ast);
    case 'is_distinct': {
      const {left, right, negated} = ast;
      if (left.kind === 'row' && right.kind === 'row') return bindRowsDistinct(ctx, env, ast);
      const sides = sameSides(ctx, bindExpression(ctx, env, left), bindExpression(ctx, env, right), ctx.at(ast));
      return {op: 'distinct', left: sides[0], right: sides[1], negated, type: BOOLEAN};
    }
    case 'like':
      return bindLike(ctx, env, ast);
    case 'between':
      return bindBetween(ctx, env, ast);
    case 'in_list':
      return bindInList(ctx, env, ast);
    case 'in_subquery':
      return bindInSubquery(ctx, env, ast);
    case 'quantified':
      return bindQuantified(ctx, env, ast);
    case 'cast':
      return bindCast(ctx, env, ast);
    case 'collate':
      return bindCollate(ctx, env, ast);
    case 'case':
      return withoutSets(env, 'CASE', () => bindCase(ctx, env, ast));
    case 'coalesce':
      return withoutSets(env, 'COALESCE', () => ({
        op: 'coalesce',
        ...bindAlternatives(ctx, env, ast.args, 'COALESCE'),
      }));
    case 'min_max':
      return {op: ast.function, ...bindAlternatives(ctx, env, ast.args, ast.function.toUpperCase())};
    case 'null_if': {
      const left = bindExpression(ctx, env, ast.left);
      const right = bindExpression(ctx, env, ast.right);
      const when = callOperator(ctx, '=', [left, right], ast.span.start);
      // As the comparison has it: of the base type of a domain, say.
      const value = when.op === 'call' ? when.args[0] : resolveUnknown(ctx, left);
      const none: Expr = {op: 'literal', value: null, type: value.type};
      return {op: 'case', whens: [{when, then: none}], otherwise: value, type: value.type};
    }
    case 'row': {
      const items = bindRowItems(ctx, env, ast.items);
      const args = items.map(item => resolveUnknown(ctx, item));
      const fields = args.map((arg, i) => ({name: `f${i + 1}`, type: arg.type}));
      const row: Expr = {op: 'row', args, type: {kind: 'struct', fields}};
      // What the literals in it are is decided anew where the row becomes one of a declared type.
      ctx.rowItems.set(row, items);
      return row;
    }
    case 'array':
      return bindArray(ctx, env, ast.items, null, ctx.at(ast));
    case 'subquery':
      return bindScalarSubquery(ctx, env, ast);
    case 'exists':
      return bindExists(ctx, env, ast);
    case 'array_subquery':
      return bindArraySubquery(ctx, env, ast);
    case 'indirection':
      return bindIndirection(ctx, env, ast);
    case 'function_call':
      return bindFunctionCall(ctx, env, ast);
    case 'sql_value_function':
      return bindSqlValueFunction(ctx, env, ast);
    case 'is_json':
      throw ctx.unsupported('IS JSON', ast);
    case 'grouping':
      return bindGrouping(ctx, env, ast);
    case 'merge_action':
      throw ctx.unsupported('MERGE', ast);
    case 'current_of':
      return bindCurrentOf(ctx, env, ast);
    default:
      if (isXmlExpression(ast)) return bindXml(ctx, env, ast);
      // The SQL/JSON constructors, a family of node kinds each.
      throw ctx.unsupported(`${ast.kind.replaceAll('_', ' ').toUpperCase()} expressions`, ast);
  }
}

/** Rows that are written out differ where any of their items do. */
function bindRowsDistinct(ctx: BindContext, env: Env, ast: IsDistinctExpression): Expr {
  const [left, right] = [ast.left, ast.right].map(side => bindRowItems(ctx, env, (side as RowExpression).items));
  const position = ctx.at(ast);
  if (left.length !== right.length) {
    throw new SqlError('42601', 'unequal number of entries in row expressions', {position});
  }
  const tests = left.map((item, i): Expr => {
    const [a, b] = sameSides(ctx, item, right[i], position);
    return {op: 'distinct', left: a, right: b, negated: ast.negated, type: BOOLEAN};
  });
  if (tests.length === 1) return tests[0];
  return {op: ast.negated ? 'and' : 'or', args: tests, type: BOOLEAN};
}

/** The items of ROW(…), with `t.*` and `(x).*` expanded. */
export function bindRowItems(ctx: BindContext, env: Env, items: readonly Expression[]): Expr[] {
  return items.flatMap(item => expandedStar(ctx, env, item) ?? [bindExpression(ctx, env, item)]);
}

/** An expression where SQL wants a truth value. Errors: 42804. */
export function bindBoolean(ctx: BindContext, env: Env, ast: Expression, construct: string): Expr {
  const arg = notASet(env, construct, () => bindExpression(ctx, env, ast));
  return asType(ctx, arg, BOOLEAN, construct);
}

/** `argument of WHERE must be type boolean, not type integer`. */
export function asType(ctx: BindContext, expr: Expr, type: SqlType, construct: string): Expr {
  const position = ctx.positionOf(expr);
  const coerced = coerce(ctx, expr, type, 'assignment', position);
  if (coerced) return coerced;
  const names = `type ${kindName(type)}, not type ${kindName(expr.type)}`;
  throw new SqlError('42804', `argument of ${construct} must be ${names}`, {position});
}

function bindIs(ctx: BindContext, env: Env, ast: IsExpression): Expr {
  const {negated, test} = ast;
  if (test === 'document') return bindIsDocument(ctx, env, ast);
  if (test === 'null') {
    const arg = bindExpression(ctx, env, ast.operand);
    return arg.op === 'row' ? rowIsNull(arg.args, negated) : {op: 'isNull', arg, negated, type: BOOLEAN};
  }
  const construct = `IS ${negated ? 'NOT ' : ''}${test.toUpperCase()}`;
  const arg = bindBoolean(ctx, env, ast.operand, construct);
  return {op: 'isTruth', arg, truth: test, negated, type: BOOLEAN};
}

/** A row is null when all its fields are, and not null when none is: the two are no opposites. */
function rowIsNull(fields: readonly Expr[], negated: boolean): Expr {
  const tests: Expr[] = fields.map(arg => ({op: 'isNull', arg, negated, type: BOOLEAN}));
  return {op: 'and', args: tests, type: BOOLEAN};
}

/** Both sides as the one type that an equality of them would compare. Errors: 42883. */
function sameSides(ctx: BindContext, left: Expr, right: Expr, position: number): [Expr, Expr] {
  const equality = callOperator(ctx, '=', [left, right], position - 1, true);
  if (equality.op === 'call' && sameType(equality.args[0].type, equality.args[1].type)) {
    return [equality.args[0], equality.args[1]];
  }
  const type = commonType(ctx, [left, right], 'IS DISTINCT FROM');
  const [a, b] = coerceAll(ctx, [left, right], type, () => 'IS DISTINCT FROM');
  return [a, b];
}

function bindCase(ctx: BindContext, env: Env, ast: CaseExpression): Expr {
  const operand = ast.operand && resolveUnknown(ctx, bindExpression(ctx, env, ast.operand));
  const conditions = ast.whens.map(when => {
    if (!operand) return bindBoolean(ctx, env, when.condition, 'CASE/WHEN');
    const value = bindExpression(ctx, env, when.condition);
    return callOperator(ctx, '=', [operand, value], when.span.start);
  });
  const results = ast.whens.map(when => bindExpression(ctx, env, when.result));
  const otherwise: Expr = ast.otherwise
    ? bindExpression(ctx, env, ast.otherwise)
    : {op: 'literal', value: null, type: {kind: 'unknown'}};
  // Postgres weighs the ELSE first.
  const type = commonType(ctx, [otherwise, ...results], 'CASE');
  const [last, ...thens] = coerceAll(ctx, [otherwise, ...results], type, i => (i === 0 ? 'CASE/ELSE' : 'CASE/WHEN'));
  return {op: 'case', whens: conditions.map((when, i) => ({when, then: thens[i]})), otherwise: last, type};
}

function bindAlternatives(ctx: BindContext, env: Env, asts: readonly Expression[], construct: string) {
  const exprs = asts.map(arg => bindExpression(ctx, env, arg));
  const type = commonType(ctx, exprs, construct);
  return {args: coerceAll(ctx, exprs, type, () => construct), type};
}

/** `ARRAY[…]`; `wanted`: the element type that a cast around it asks for. Errors: 42P18 an empty one without it. */
export function bindArray(
  ctx: BindContext,
  env: Env,
  items: readonly Expression[],
  wanted: SqlType | null,
  position: number,
): Expr {
  if (items.length === 0) {
    if (!wanted) {
      throw new SqlError('42P18', 'cannot determine type of empty array', {
        hint: 'Explicitly cast to the desired type, for example ARRAY[]::integer[].',
        position,
      });
    }
    return {op: 'array', args: [], type: arrayOf(wanted)};
  }
  const exprs = items.map(item =>
    item.kind === 'array' && wanted
      ? bindArray(ctx, env, item.items, wanted, ctx.at(item))
      : bindExpression(ctx, env, item),
  );
  const nested = exprs.some(expr => expr.type.kind === 'array');
  if (wanted) {
    // Several dimensions: an array of arrays, whose type in Postgres is still that of the element.
    const item = nested ? arrayOf(wanted) : wanted;
    const args = exprs.map(expr => mustCoerce(ctx, expr, item, 'explicit', ctx.positionOf(expr)));
    return {op: 'array', args, type: arrayOf(wanted)};
  }
  const type = commonType(ctx, exprs, 'ARRAY');
  return {op: 'array', args: coerceAll(ctx, exprs, type, () => 'ARRAY'), type: nested ? type : arrayOf(type)};
}

/** An expression that must be an integer: a subscript. */
export function bindSubscript(ctx: BindContext, env: Env, ast: Expression): Expr {
  const bound = bindExpression(ctx, env, ast);
  const position = ctx.positionOf(bound);
  const index = coerce(ctx, bound, INTEGER, 'assignment', position);
  if (!index) throw new SqlError('42804', 'array subscript must have type integer', {position});
  return index;
}
