import type {Rel} from '../../plan/rel.ts';
import {project} from '../../plan/build.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Returning} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import {Level} from './level.ts';
import {Placement} from './placement.ts';
import type {BoundQuery} from './query.ts';
import {bindTargets} from './target-list.ts';
import {writtenRows, type WriteTarget} from './write-target.ts';

/**
 * RETURNING, over the rows that a step gives out; names mean what they mean in the statement (`level`). Errors: those of a
 * select list, 0A000 OLD and NEW.
 */
export function bindReturning(
  ctx: BindContext,
  level: Level,
  written: WriteTarget,
  output: Rel,
  alias: string | null,
  ast: Returning,
): BoundQuery {
  if (ast.oldAlias !== null || ast.newAlias !== null) throw ctx.unsupported('RETURNING WITH', ast);
  const over = new Level(level.parent, level.commonTables, level.rangeTable);
  const [target, ...others] = level.items;
  // A row that is given back has no place in the table yet. What a view makes of it it makes of it as it is now.
  const own = target?.system ? {...target, system: {...target.system, stored: null}} : target;
  const given = writtenRows(written, output, alias, own);
  over.rel = given.rel;
  over.items = [given.item, ...others];
  const targets = bindTargets(ctx, {level: over, clause: 'RETURNING'}, ast.targets, false);
  if (targets.length === 0) {
    throw new SqlError('42601', 'RETURNING must have at least one column', {position: ctx.at(ast.targets[0])});
  }
  const placement = new Placement(over, given.rel);
  const exprs = targets.map(({expr}) => placement.place(expr));
  return {
    rel: project(
      placement.rel,
      exprs,
      targets.map(({name}) => name),
    ),
    columns: targets.map(({name, expr, tableOid, attributeNumber}) => ({
      name,
      type: expr.type,
      tableOid,
      attributeNumber,
      position: ctx.positionOf(expr),
    })),
  };
}
