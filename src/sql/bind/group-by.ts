import type {Expr} from '../../expr/expr.ts';
import {sameExpr} from '../../plan/expr-key.ts';
import {someExpr} from '../../plan/map-expr.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Expression, GroupingSet, Select} from '../ast/index.ts';
import {resolveUnknown} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {pendingOf} from './level.ts';
import type {Level} from './level.ts';
import {findOutput} from './order-by.ts';
import {requireEquality} from './sortable.ts';
import type {BoundTarget} from './target-list.ts';

/** What GROUP BY says: every expression that it groups by anywhere, and which of these each grouping set has. */
export type GroupBy = {readonly keys: readonly Expr[]; readonly sets: readonly (readonly number[])[]};

const MOST_SETS = 4096;
const MOST_CUBE_ITEMS = 12;

/** Errors: 42803, 42P10, 42883, 42702, 54001, 54011. */
export function bindGroupBy(
  ctx: BindContext,
  level: Level,
  {groupBy, groupDistinct}: Pick<Select, 'groupBy' | 'groupDistinct'>,
  targets: readonly BoundTarget[],
  visible: number,
): GroupBy {
  const keys: Expr[] = [];
  const keyOf = (ast: Expression): number => {
    const expr = bindGroupItem(ctx, level, ast, targets, visible);
    const there = keys.findIndex(key => sameExpr(key, expr));
    return there >= 0 ? there : keys.push(expr) - 1;
  };
  let sets: readonly (readonly number[])[] = [[]];
  for (const item of groupBy) {
    const own = setsOf(ctx, item, keyOf);
    if (sets.length * own.length > MOST_SETS) {
      throw new SqlError('54001', `too many grouping sets present (maximum ${MOST_SETS})`);
    }
    sets = sets.flatMap(set => own.map(more => union(set, more)));
  }
  return {keys, sets: groupDistinct ? different(sets) : sets};
}

type Sets = readonly (readonly number[])[];

/** The grouping sets that an item of GROUP BY stands for. */
function setsOf(ctx: BindContext, item: Expression | GroupingSet, keyOf: (ast: Expression) => number): Sets {
  if (item.kind !== 'grouping_set') return [composite(item, keyOf)];
  switch (item.type) {
    case 'empty':
      return [[]];
    case 'sets':
      return item.items.flatMap(inner => setsOf(ctx, inner, keyOf));
    case 'rollup': {
      const parts = (item.items as readonly Expression[]).map(part => composite(part, keyOf));
      return [...parts.keys(), parts.length].reverse().map(length => parts.slice(0, length).reduce(union, []));
    }
    case 'cube': {
      if (item.items.length > MOST_CUBE_ITEMS) {
        throw new SqlError('54011', `CUBE is limited to ${MOST_CUBE_ITEMS} elements`, {position: ctx.at(item)});
      }
      const parts = (item.items as readonly Expression[]).map(part => composite(part, keyOf));
      return parts.reduceRight<Sets>((sets, part) => [...sets.map(set => union(part, set)), ...sets], [[]]);
    }
  }
}

/** `(a, b)` is both; `ROW(a, b)` is a value. */
function composite(ast: Expression, keyOf: (ast: Expression) => number): readonly number[] {
  if (ast.kind === 'row' && !ast.explicit) return ast.items.map(item => composite(item, keyOf)).reduce(union, []);
  return [keyOf(ast)];
}

function union(a: readonly number[], b: readonly number[]): readonly number[] {
  return [...a, ...b.filter(key => !a.includes(key))];
}

function different(sets: Sets): Sets {
  const text = (set: readonly number[]) => [...set].sort((a, b) => a - b).join();
  return sets.filter((set, i) => sets.findIndex(other => text(other) === text(set)) === i);
}

/** An input column, an output column by name or number, or an expression. */
function bindGroupItem(
  ctx: BindContext,
  level: Level,
  ast: Expression,
  targets: readonly BoundTarget[],
  visible: number,
): Expr {
  const output = isInputColumn(level, ast) ? null : findOutput(ctx, ast, targets, visible, 'GROUP BY');
  const expr =
    output === null ? resolveUnknown(ctx, bindExpression(ctx, {level, clause: 'GROUP BY'}, ast)) : targets[output].expr;
  if (output !== null) refuseGroupedAggregate(ctx, level, expr, ast);
  requireEquality(expr.type, ctx.at(ast.span.start));
  return expr;
}

/** In GROUP BY an input column hides an output column of the same name: the standard's rule. */
function isInputColumn(level: Level, ast: Expression): boolean {
  if (ast.kind !== 'column_ref' || ast.path.length !== 1) return false;
  return level.items.some(item => item.columnsVisible && item.columns.some(({name}) => name === ast.path[0]));
}

/** An output column may be made of what there is only after grouping. */
function refuseGroupedAggregate(ctx: BindContext, level: Level, expr: Expr, ast: Expression): void {
  const messages = {
    aggregate: ['42803', 'aggregate functions are not allowed in GROUP BY'],
    grouping: ['42803', 'grouping operations are not allowed in GROUP BY'],
    window: ['42P20', 'window functions are not allowed in GROUP BY'],
  };
  someExpr(expr, part => {
    const pending = part.op === 'column' ? pendingOf(level, part.index) : null;
    if (pending?.kind === 'aggregate' || pending?.kind === 'grouping' || pending?.kind === 'window') {
      const [code, message] = messages[pending.kind];
      throw new SqlError(code, message, {position: ctx.positionOf(part) ?? ctx.at(ast)});
    }
    return false;
  });
}
