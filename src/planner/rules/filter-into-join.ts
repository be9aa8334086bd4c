import type {Expr} from '../../expr/expr.ts';
import {filter, filterAll} from '../../plan/build.ts';
import {columnsWithin, rewriteColumns, shiftColumns, usedColumns} from '../../plan/columns.ts';
import {conjunction, conjuncts} from '../../plan/conjuncts.ts';
import {canFail, comparisonOf, isVolatile} from '../../plan/function-facts.ts';
import type {JoinKind, JoinRel} from '../../plan/rel.ts';
import {sameType} from '../../types/sql-type.ts';
import {rule} from '../rule.ts';

type Sides = {readonly left: Expr[]; readonly right: Expr[]; readonly both: Expr[]};

/**
 * Conditions over one side of a join go to that side, conditions over both become the join's (inner) or stay. As in
 * Postgres, a condition is protected by those written before it about the same side, not by ones about the other.
 */
export const filterIntoJoin = rule('filter into join', 'filter', node => {
  const join = node.input;
  if (join.node !== 'join') return null;
  const width = join.left.schema.length;
  const sides = divide(
    conjuncts(node.predicate),
    width,
    join.kind !== 'right' && join.kind !== 'full',
    takesRight(join.kind),
  );
  const mergeable = join.kind === 'inner' ? sides.both.filter(part => !isVolatile(part)) : [];
  if (sides.left.length + sides.right.length + mergeable.length === 0) return null;
  const on = conjunction([...conjuncts(join.on), ...mergeable]);
  const moved = withConstantsAcross({...join, on}, sides.left, sides.right);
  return filter(moved, conjunction(sides.both.filter(part => !mergeable.includes(part))));
});

/** Conditions in ON about one side alone: where rows that fail them cannot appear in the result, they filter that side. */
export const onIntoInputs = rule('ON condition into inputs', 'join', node => {
  if (node.kind === 'full') return null;
  const width = node.left.schema.length;
  const leftToo = node.kind === 'inner' || node.kind === 'semi' || node.kind === 'right';
  const rightToo = node.kind !== 'right';
  const sides = divide(conjuncts(node.on), width, leftToo, rightToo);
  if (sides.left.length + sides.right.length === 0) return null;
  return withConstantsAcross({...node, on: conjunction(sides.both)}, sides.left, sides.right);
});

function takesRight(kind: JoinKind): boolean {
  return kind === 'inner' || kind === 'right';
}

/** Of `both`, what cannot move. Conditions without columns count as the left's. */
function divide(parts: readonly Expr[], width: number, toLeft: boolean, toRight: boolean): Sides {
  const sides: Sides = {left: [], right: [], both: []};
  const blocked = {left: false, right: false};
  for (const part of parts) {
    const ofLeft = columnsWithin(part, 0, width);
    const ofRight = !ofLeft && columnsWithin(part, width, Infinity);
    const side = ofLeft && toLeft ? 'left' : ofRight && toRight ? 'right' : null;
    if (side && !isVolatile(part) && !(blocked[side] && canFail(part))) {
      sides[side].push(side === 'right' ? shiftColumns(part, -width) : part);
      continue;
    }
    sides.both.push(part);
    if (ofLeft) blocked.left = true;
    if (ofRight) blocked.right = true;
  }
  return sides;
}

/** The join over its filtered inputs. Where a.x = b.y joins and a.x = 5 filters, b.y = 5 does too (not in outer joins' kept side). */
function withConstantsAcross(node: JoinRel, left: readonly Expr[], right: readonly Expr[]): JoinRel {
  const width = node.left.schema.length;
  const keepsOnlyMatchesOfLeft = node.kind === 'inner' || node.kind === 'left' || node.kind === 'semi';
  const toRight = !keepsOnlyMatchesOfLeft ? [] : left.flatMap(part => equivalents(part, node.on, 0, width));
  const fromRight = right.map(part => shiftColumns(part, width));
  const bothWays = node.kind === 'inner' || node.kind === 'semi';
  const toLeft = bothWays ? fromRight.flatMap(part => equivalents(part, node.on, width, width)) : [];
  return {
    ...node,
    left: filterAll(node.left, [...left, ...toLeft]),
    right: filterAll(node.right, [...right, ...toRight.map(part => shiftColumns(part, -width))]),
  };
}

/** `column = constant` said of the columns that the join equates with this one. */
function equivalents(part: Expr, on: Expr, from: number, width: number): Expr[] {
  const compared = comparisonOf(part);
  if (!compared || compared.operator !== '=') return [];
  const {left, right} = compared;
  const isConstant =
    (left.op === 'column' && right.op === 'literal') || (right.op === 'column' && left.op === 'literal');
  if (!isConstant) return [];
  const column = [...usedColumns(part)][0];
  return conjuncts(on).flatMap(condition => {
    const equality = comparisonOf(condition);
    if (equality?.operator !== '=' || equality.left.op !== 'column' || equality.right.op !== 'column') return [];
    const [a, b] = [equality.left, equality.right];
    const twin = a.index === column ? b : b.index === column ? a : null;
    const self = twin === a ? b : a;
    if (!twin || !sameType(twin.type, self.type)) return [];
    const crosses = from === 0 ? twin.index >= width : twin.index < width;
    return crosses ? [rewriteColumns(part, () => twin)] : [];
  });
}
