import {liveColumns, type ObjectId, type TableObject} from '../../catalog/object.ts';
import type {Policy} from '../../catalog/row-security.ts';
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
): Pick<Policy, 'using' | 'usingCalls' | 'check' | 'checkCalls' | 'names'> {
  const ctx = new BindContext(options);
  ctx.definesOnly = true;
  ctx.found.columns[table.oid] = liveColumns(table).map(({column, number}) => [number, column.name]);
  const bound = (ast: Expression): readonly ObjectId[] => {
    const level = new Level(null, null);
    level.rel = getRel(table);
    level.items = [targetItem(table, null)];
    return ctx.withCalls(() => bindBoolean(ctx, {level, clause: 'policy expressions'}, ast, 'POLICY')).calls;
  };
  const {using, check} = conditions;
  return {
    using: using && ctx.source(using),
    ...(using && {usingCalls: bound(using)}),
    check: check && ctx.source(check),
    ...(check && {checkCalls: bound(check)}),
    names: ctx.found,
  };
}
