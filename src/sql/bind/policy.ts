import {liveColumns, type TableObject, type ViewNames} from '../../catalog/object.ts';
import type {Expression} from '../ast/index.ts';
import {BindContext, type BindOptions} from './context.ts';
import {bindBoolean} from './expression.ts';
import {Level} from './level.ts';
import {getRel} from './relation.ts';
import {targetItem} from './write-target.ts';

/** The conditions of a policy, checked; what they are kept as. Errors: those of a WHERE clause over the table. */
export function bindPolicyConditions(
  table: TableObject,
  conditions: {readonly using: Expression | null; readonly check: Expression | null},
  options: BindOptions,
): {readonly using: string | null; readonly check: string | null; readonly names: ViewNames} {
  const ctx = new BindContext(options);
  ctx.definesOnly = true;
  ctx.found.columns[table.oid] = liveColumns(table).map(({column, number}) => [number, column.name]);
  const textOf = (ast: Expression | null): string | null => {
    if (ast === null) return null;
    const level = new Level(null, null);
    level.rel = getRel(table);
    level.items = [targetItem(table, null)];
    bindBoolean(ctx, {level, clause: 'policy expressions'}, ast, 'POLICY');
    return ctx.source(ast);
  };
  return {using: textOf(conditions.using), check: textOf(conditions.check), names: ctx.found};
}
