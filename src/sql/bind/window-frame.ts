import type {Expr, OrderKey} from '../../expr/expr.ts';
import {rangeOffsetTypes} from '../../expr/in-range.ts';
import type {FrameBound, WindowFrame} from '../../expr/window-call.ts';
import {someExpr} from '../../plan/map-expr.ts';
import {refersToOuter} from '../../plan/outer-references.ts';
import {relChildren, relExprs} from '../../plan/rel-children.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {Expression, WindowFrame as WindowFrameAst} from '../ast/index.ts';
import type {Clause} from './clause.ts';
import {coerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import {asType, bindExpression} from './expression.ts';
import {type Level, pendingOf} from './level.ts';
import {canCoerce} from './type-category.ts';

type Bound = WindowFrameAst['start'];

/** A frame over rows in the order of the keys. Errors: 42P20, 42P10, 42804, 0A000 for what RANGE cannot measure. */
export function bindFrame(
  ctx: BindContext,
  level: Level,
  ast: WindowFrameAst,
  keys: readonly OrderKey[],
  position: number,
): WindowFrame {
  const end = ast.end ?? ({type: 'current_row'} as Bound);
  if (ast.unit === 'range' && [ast.start, end].some(bound => 'offset' in bound) && keys.length !== 1) {
    const message = 'RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column';
    throw new SqlError('42P20', message, {position});
  }
  if (ast.unit === 'groups' && keys.length === 0) {
    throw new SqlError('42P20', 'GROUPS mode requires an ORDER BY clause', {position});
  }
  const bound = (of: Bound): FrameBound => {
    switch (of.type) {
      case 'unbounded_preceding':
        return {type: 'unboundedPreceding'};
      case 'unbounded_following':
        return {type: 'unboundedFollowing'};
      case 'current_row':
        return {type: 'currentRow'};
      default:
        return {type: of.type, offset: bindOffset(ctx, level, ast.unit, of.offset, keys)};
    }
  };
  const exclude = ast.exclude === 'current_row' ? 'currentRow' : ast.exclude;
  return {unit: ast.unit, start: bound(ast.start), end: bound(end), exclude};
}

function bindOffset(
  ctx: BindContext,
  level: Level,
  unit: WindowFrameAst['unit'],
  ast: Expression,
  keys: readonly OrderKey[],
): Expr {
  const word = unit.toUpperCase() as 'ROWS' | 'RANGE' | 'GROUPS';
  const clause: Clause = `window ${word}`;
  const bound = bindExpression(ctx, {level, clause}, ast);
  const offset = unit === 'range' ? rangeOffset(ctx, bound, ast, keys[0]) : asType(ctx, bound, BIGINT, word);
  const variable = ownColumn(level, offset);
  if (!variable) return offset;
  throw new SqlError('42P10', `argument of ${word} must not contain variables`, {
    position: ctx.positionOf(variable) ?? ctx.at(ast.span.start),
  });
}

/** A column of the query itself, if the expression names one, be it in a subquery. */
function ownColumn(level: Level, offset: Expr): Expr | null {
  let found: Expr | null = null;
  someExpr(offset, node => {
    if (node.op !== 'column' || found) return false;
    const pending = pendingOf(level, node.index);
    if (!pending) found = node;
    if (pending?.kind !== 'subquery') return false;
    found = pending.operands.map(operand => ownColumn(level, operand)).find(Boolean) ?? null;
    if (!found && refersToOuter(pending.rel)) found = firstOuter(pending.rel) ?? node;
    return false;
  });
  return found;
}

/** Where the subquery first names a column of the query around it. */
function firstOuter(rel: Rel, depth = 1): Expr | null {
  let found: Expr | null = null;
  for (const expr of relExprs(rel)) {
    someExpr(expr, node => {
      if (node.op === 'outer' && node.depth === depth) found ??= node;
      return found !== null;
    });
  }
  if (found) return found;
  const inner = relChildren(rel).map((child, i) =>
    firstOuter(child, rel.node === 'apply' && i === 1 ? depth + 1 : depth),
  );
  return inner.find(Boolean) ?? null;
}

function rangeOffset(ctx: BindContext, offset: Expr, ast: Expression, {expr: {type: of}}: OrderKey): Expr {
  const types = rangeOffsetTypes(of);
  const position = ctx.at(ast.span.start);
  const message = `RANGE with offset PRECEDING/FOLLOWING is not supported for column type ${kindName(of)}`;
  if (types.length === 0) throw new SqlError('0A000', message, {position});
  const given = offset.type;
  const exact = types.find(type => type.kind === given.kind);
  const wanted =
    exact ?? (given.kind === 'unknown' ? types[0] : types.find(type => canCoerce(given, type, 'implicit')));
  const coerced = wanted && coerce(ctx, offset, wanted, 'implicit', position);
  if (coerced) return coerced;
  throw new SqlError('0A000', `${message} and offset type ${kindName(given)}`, {
    hint: 'Cast the offset value to an appropriate type.',
    position,
  });
}
