import {primaryKeyOf} from '../../catalog/constraints.ts';
import {liveColumns} from '../../catalog/object.ts';
import type {TableObject} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import {conjunction} from '../../plan/conjuncts.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN} from '../../types/sql-type.ts';
import type {CurrentOf} from '../ast/index.ts';
import type {Env} from './clause.ts';
import type {BindContext} from './context.ts';
import {hasEquality} from './sortable.ts';

/**
 * WHERE CURRENT OF: the row that the cursor stands on, found by its primary key, or by all that it says. Rows without a key
 * that are the same are changed together. Errors: 24000, 34000, 0A000 of a view.
 */
export function bindCurrentOf(ctx: BindContext, {level}: Env, ast: CurrentOf): Expr {
  const {currentRow} = ctx.options;
  if (!currentRow) throw ctx.unsupported('WHERE CURRENT OF', ast);
  ctx.isPassing = true;
  const target = ctx.catalog.relation(level.items[0].columns[0].tableOid);
  if (target.kind === 'view') throw new SqlError('0A000', 'WHERE CURRENT OF on a view is not implemented');
  const table = target as TableObject;
  const row = currentRow(ast.cursor, table);
  return conjunction(
    identifying(table).map((column): Expr => {
      const {type} = table.columns[column];
      const left: Expr = {op: 'column', index: column, type};
      return {op: 'distinct', left, right: {op: 'literal', value: row[column], type}, negated: true, type: BOOLEAN};
    }),
  );
}

function identifying(table: TableObject): readonly number[] {
  const key = primaryKeyOf(table);
  if (key) return key.columns;
  return liveColumns(table).flatMap(({column, index}) => (hasEquality(column.type) ? [index] : []));
}
