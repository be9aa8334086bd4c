import type {CatalogColumn} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import {columnsOf, project} from '../../plan/build.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {AssignmentTarget, Expression, ScalarSubquery, SetClause} from '../ast/index.ts';
import {assignPart, partDefault} from './assign-part.ts';
import type {Env} from './clause.ts';
import type {BindContext} from './context.ts';
import {expandedStar} from './expand-star.ts';
import {bindExpression} from './expression.ts';
import {bindSubquery} from './query.ts';
import {assignedTwice} from './insert.ts';
import {assign, defaultOf, targetColumn, type WriteTarget} from './write-target.ts';
import {systemColumns} from './system-columns.ts';

/**
 * What each column that SET names becomes. Errors: 42703, 42601 a column set twice or counts that differ, 42804, 428C9 a
 * generated column, 0A000 a row that is neither written out nor a subquery.
 */
export function bindAssignments(
  ctx: BindContext,
  env: Env,
  to: WriteTarget,
  clauses: readonly SetClause[],
): ReadonlyMap<number, Expr> {
  const values = new Map<number, Expr>();
  const {use, surface: table} = to;
  use.updates = true;
  const whole = new Set<number>();
  for (const clause of clauses) {
    const sources = clause.multiple ? fieldsOf(ctx, env, clause) : null;
    clause.targets.forEach((target, i) => {
      if (systemColumns.has(target.column) && !to.path?.view.columns.some(({name}) => name === target.column)) {
        const message = `cannot assign to system column "${target.column}"`;
        throw new SqlError('0A000', message, {position: ctx.at(target)});
      }
      const index = targetColumn(ctx, to, target);
      const column = table.columns[index];
      use.updated.add(column.number ?? index + 1);
      const source = sources ? sources[i] : clause.value;
      const isDefault = 'kind' in source && source.kind === 'default';
      const value = () => ('op' in source ? source : bindExpression(ctx, env, source as Expression));
      if (target.steps.length > 0) {
        if (isDefault) throw partDefault(ctx, target);
        refuseFilled(to.table.columns[index]);
        const before = values.get(index) ?? {op: 'column', index, type: column.type};
        const changed = assignPart(ctx, env, target, column, before, value());
        if (whole.has(index)) throw assignedTwice(to.path ? to.table.columns[index].name : target.column);
        values.set(index, changed);
        return;
      }
      const bound = isDefault ? defaultOf(ownColumn(to, target, column)) : assign(ctx, value(), column);
      if (values.has(index)) throw assignedTwice(to.path ? to.table.columns[index].name : target.column);
      // Of a view DEFAULT is the view's own, or NULL, and that is a value.
      if (!isDefault || to.path) refuseFilled(to.table.columns[index]);
      values.set(index, bound);
      whole.add(index);
    });
  }
  return values;
}

function ownColumn({path}: WriteTarget, {column: name}: AssignmentTarget, column: CatalogColumn): CatalogColumn {
  return path?.view.columns.find(each => each.name === name) ?? column;
}

/** Errors: 428C9 a column that fills itself, and takes nothing but DEFAULT. */
function refuseFilled({name, generated, identity}: CatalogColumn): void {
  if (!generated && identity !== 'always') return;
  const what = generated ? 'a generated column' : 'an identity column defined as GENERATED ALWAYS';
  throw new SqlError('428C9', `column "${name}" can only be updated to DEFAULT`, {
    detail: `Column "${name}" is ${what}.`,
  });
}

/** `(a, b) = (1, 2)`, `= ROW(1, 2)`, `= (SELECT …)`. */
function fieldsOf(ctx: BindContext, env: Env, clause: SetClause) {
  const {value, targets} = clause;
  if (value.kind === 'subquery') return subqueryFields(ctx, env, clause, value);
  if (value.kind !== 'row') {
    throw new SqlError('0A000', 'source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression', {
      position: ctx.at(value),
    });
  }
  const items = value.items.flatMap((item): (Expression | Expr)[] => expandedStar(ctx, env, item) ?? [item]);
  if (items.length !== targets.length) throw countsDiffer(ctx, clause);
  return items;
}

/** One row of several columns: a composite, taken apart again; all NULL when there is no row. */
function subqueryFields(ctx: BindContext, env: Env, clause: SetClause, ast: ScalarSubquery): readonly Expr[] {
  const {rel} = bindSubquery(ctx, ast.query, env.level);
  if (rel.schema.length !== clause.targets.length) throw countsDiffer(ctx, clause);
  const fields = rel.schema.map(({name, type}) => ({name, type}));
  const type: SqlType = {kind: 'struct', fields};
  const row = project(rel, [{op: 'row', args: columnsOf(rel.schema), type}], ['row']);
  const pending = {kind: 'subquery', apply: 'scalar', rel: row, operands: [], on: null} as const;
  const arg = env.level.defer(pending, type);
  return fields.map((field, index) => ctx.mark({op: 'field', arg, index, type: field.type} as const, ast));
}

function countsDiffer(ctx: BindContext, {value}: SetClause): SqlError {
  return new SqlError('42601', 'number of columns does not match number of values', {
    position: ctx.at(value.span.start),
  });
}
