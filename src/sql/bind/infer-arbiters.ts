import {type TableIndex, uniqueConstraints} from '../../catalog/constraints.ts';
import {liveColumns, type TableObject} from '../../catalog/object.ts';
import {operatorClassNamed} from '../../catalog/operator-classes.ts';
import type {Expr} from '../../expr/expr.ts';
import {conjuncts} from '../../plan/conjuncts.ts';
import {exprKey} from '../../plan/expr-key.ts';
import {comparisonOf, isStrict} from '../../plan/function-facts.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN} from '../../types/sql-type.ts';
import type {IndexElement, OnConflict} from '../ast/index.ts';
import {findCollation} from './collation.ts';
import type {BindContext} from './context.ts';
import {asType} from './expression.ts';
import type {Level} from './level.ts';
import {missingColumn} from './missing-name.ts';
import {bindRowExpression} from './row-expression.ts';
import type {RowScope} from './row-expression.ts';

/** What ON CONFLICT (…) says of the index that is meant. */
type Wanted = {
  readonly columns: ReadonlySet<number>;
  readonly exprs: ReadonlySet<string>;
  readonly where: readonly Expr[];
};

/**
 * The unique indexes, by number, over just these columns and expressions, whose condition (of a partial one) follows from WHERE.
 * Errors: 42703, 42704.
 */
export function inferArbiters(
  ctx: BindContext,
  level: Level,
  table: TableObject,
  alias: string | null,
  ast: OnConflict,
): number[] {
  const scope = {schema: table.schema, table: alias ?? table.name, oid: table.oid, columns: table.columns};
  // Postgres points at the parenthesis of the columns.
  const position = ctx.at(ast.span.start + ctx.source(ast).indexOf('('));
  const columns = new Set<number>();
  const exprs = new Set<string>();
  for (const element of ast.elements) {
    checkElement(ctx, element, position);
    const expr = boundElement(ctx, level, scope, table, element, position);
    if (expr.op === 'column') columns.add(expr.index);
    else exprs.add(exprKey(expr));
  }
  const where = ast.indexWhere
    ? conjuncts(
        asType(
          ctx,
          bindRowExpression(ctx, scope, ast.indexWhere, 'index predicates', 'ON CONFLICT clause'),
          BOOLEAN,
          'WHERE',
        ),
      )
    : [];
  return uniqueConstraints(table).flatMap((index, i) => (matches(index, {columns, exprs, where}) ? [i] : []));
}

function checkElement(ctx: BindContext, element: IndexElement, position: number): void {
  const refuse = (what: string) => new SqlError('42P10', `${what} is not allowed in ON CONFLICT clause`, {position});
  if (element.direction !== 'default') throw refuse('ASC/DESC');
  if (element.nulls !== 'default') throw refuse('NULLS FIRST/LAST');
  if (element.collation) findCollation(ctx, element.collation, element);
  const {operatorClass} = element;
  if (operatorClass && !operatorClassNamed('btree', operatorClass[operatorClass.length - 1])) {
    const name = operatorClass.join('.');
    throw new SqlError('42704', `operator class "${name}" does not exist for access method "btree"`);
  }
}

function boundElement(
  ctx: BindContext,
  level: Level,
  scope: RowScope,
  table: TableObject,
  {expression}: IndexElement,
  position: number,
): Expr {
  if (expression.kind === 'column_ref' && expression.path.length === 1) {
    const [name] = expression.path;
    const live = liveColumns(table).find(({column}) => column.name === name);
    if (live) return {op: 'column', index: live.index, type: live.column.type};
    throw missingColumn(ctx, level, null, name, expression).with({position});
  }
  return bindRowExpression(ctx, scope, expression, 'index expressions', 'ON CONFLICT clause');
}

function matches({columns, expressions = [], predicate = null}: TableIndex, wanted: Wanted): boolean {
  const plain = columns.filter((_, i) => !expressions.at(i));
  const keys = new Set(expressions.flatMap(each => (each ? [exprKey(each.expr)] : [])));
  return (
    sameSet(new Set(plain), wanted.columns) &&
    sameSet(keys, wanted.exprs) &&
    (predicate === null || conjuncts(predicate.expr).every(part => wanted.where.some(given => implies(given, part))))
  );
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every(each => b.has(each));
}

/** Where `given` is true so is `part`, as far as their forms tell. */
function implies(given: Expr, part: Expr): boolean {
  if (exprKey(given) === exprKey(part)) return true;
  if (follows(given, part)) return true;
  if (part.op === 'or') return part.args.some(arg => implies(given, arg));
  if (part.op !== 'isNull' || !part.negated || given.op !== 'call' || !isStrict(given.signature)) return false;
  const wanted = exprKey(part.arg);
  return given.args.some(arg => exprKey(arg) === wanted);
}

/** `x > 5` is true nowhere but where `x > 0` is. */
function follows(given: Expr, part: Expr): boolean {
  const [a, b] = [bound(given), bound(part)];
  if (!a || !b || exprKey(a.of) !== exprKey(b.of)) return false;
  const [x, y] = [a.limit, b.limit];
  if (a.operator === '=') return holds(x, b.operator, y);
  switch (b.operator) {
    case '>':
      return a.operator === '>' ? x >= y : a.operator === '>=' && x > y;
    case '>=':
      return (a.operator === '>' || a.operator === '>=') && x >= y;
    case '<':
      return a.operator === '<' ? x <= y : a.operator === '<=' && x < y;
    case '<=':
      return (a.operator === '<' || a.operator === '<=') && x <= y;
    case '<>':
      if (a.operator.startsWith('>')) return a.operator === '>' ? x >= y : x > y;
      return a.operator.startsWith('<') && a.operator !== '<>' && (a.operator === '<' ? x <= y : x < y);
    default:
      return false;
  }
}

/** `expression OP number`. */
function bound(expr: Expr): {readonly of: Expr; readonly operator: string; readonly limit: number | bigint} | null {
  const comparison = comparisonOf(expr);
  if (comparison?.right.op !== 'literal') return null;
  const {value} = comparison.right;
  if (typeof value !== 'number' && typeof value !== 'bigint') return null;
  return {of: comparison.left, operator: comparison.operator, limit: value};
}

function holds(x: number | bigint, operator: string, y: number | bigint): boolean {
  if (x === y) return operator === '=' || operator === '<=' || operator === '>=';
  return operator === '<>' || (x < y ? operator.startsWith('<') : operator.startsWith('>'));
}
