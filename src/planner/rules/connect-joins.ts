import type {Expr} from '../../expr/expr.ts';
import {join, projectColumns} from '../../plan/build.ts';
import {remapColumns, shiftColumns, usedColumns} from '../../plan/columns.ts';
import {conjunction, conjuncts} from '../../plan/conjuncts.ts';
import {canFail, comparisonOf, isVolatile} from '../../plan/function-facts.ts';
import type {JoinRel, Rel} from '../../plan/rel.ts';
import {type PlannerContext, rule} from '../rule.ts';

/** A tree of inner joins taken apart. Conditions and columns are numbered over the leaves, side by side. */
type Flat = {
  readonly leaves: readonly Rel[];
  readonly conditions: readonly Expr[];
  /** The tree's columns. */
  readonly columns: readonly number[];
  /** Joins of every pair, unless one side has one row at most. */
  readonly crosses: number;
};

/** An equality between what is computed of two sets of leaves. */
type Link = readonly [ReadonlySet<number>, ReadonlySet<number>];

/**
 * Inner joins in an order that pairs every row with every other as seldom as can be: FROM a, b, c WHERE a.x = c.x AND b.y = c.y
 * joins a with c, and then b. The order written stays where it is as good; each relation comes when one before it is linked
 * with it. Conditions that may fail keep their place, and so the joins do.
 */
export const connectJoins = rule('connect joins', 'join', (node, context) => {
  if (node.kind !== 'inner') return null;
  const flat = flatten(node, context);
  if (flat.leaves.length < 3 || flat.crosses === 0) return null;
  if (flat.conditions.some(part => canFail(part) || isVolatile(part))) return null;
  const links = linksOf(flat);
  const single = flat.leaves.map(leaf => context.props.isUniqueOn(leaf, []));
  const {order, crosses} = connected(links, single);
  return crosses < flat.crosses ? rebuild(flat, order) : null;
});

function flatten(rel: Rel, context: PlannerContext): Flat {
  if (rel.node === 'project' && rel.exprs.every(expr => expr.op === 'column')) {
    const below = flatten(rel.input, context);
    if (below.leaves.length > 1) {
      return {...below, columns: rel.exprs.map(expr => below.columns[expr.op === 'column' ? expr.index : -1])};
    }
  }
  if (rel.node === 'join' && rel.kind === 'inner') return flattenJoin(rel, context);
  return {leaves: [rel], conditions: [], columns: rel.schema.map((_, i) => i), crosses: 0};
}

function flattenJoin(node: JoinRel, context: PlannerContext): Flat {
  const left = flatten(node.left, context);
  const right = flatten(node.right, context);
  const width = widthOf(left);
  const columns = [...left.columns, ...right.columns.map(index => index + width)];
  const own = conjuncts(node.on).map(part => remapColumns(part, columns));
  const conditions = [...left.conditions, ...right.conditions.map(part => shiftColumns(part, width)), ...own];
  const leaves = [...left.leaves, ...right.leaves];
  const leftLeaves = new Set(left.leaves.keys());
  const isLinked = linksOf({leaves, conditions}).some(
    ([a, b]) => (within(a, leftLeaves) && apart(b, leftLeaves)) || (within(b, leftLeaves) && apart(a, leftLeaves)),
  );
  const isCross = !isLinked && ![node.left, node.right].some(side => context.props.isUniqueOn(side, []));
  return {leaves, conditions, columns, crosses: left.crosses + right.crosses + (isCross ? 1 : 0)};
}

function linksOf({leaves, conditions}: Pick<Flat, 'leaves' | 'conditions'>): Link[] {
  const leafOf = leaves.flatMap((leaf, i) => leaf.schema.map(() => i));
  const leavesOf = (expr: Expr): Set<number> => new Set([...usedColumns(expr)].map(index => leafOf[index]));
  return conditions.flatMap((part): Link[] => {
    const equality = comparisonOf(part);
    if (equality?.operator !== '=') return [];
    const link: Link = [leavesOf(equality.left), leavesOf(equality.right)];
    return link.every(side => side.size > 0) ? [link] : [];
  });
}

/** From the first leaf on, always the first that is linked with those before it, or has one row. */
function connected(links: readonly Link[], single: readonly boolean[]): {order: number[]; crosses: number} {
  const order = [0];
  const taken = new Set(order);
  const left = new Set(single.keys());
  left.delete(0);
  let crosses = 0;
  let isSingle = single[0];
  while (left.size > 0) {
    const next = [...left].find(leaf => isSingle || single[leaf] || isLinkedWith(links, taken, leaf));
    if (next === undefined) crosses++;
    const leaf = next ?? [...left][0];
    isSingle &&= single[leaf];
    order.push(leaf);
    taken.add(leaf);
    left.delete(leaf);
  }
  return {order, crosses};
}

function isLinkedWith(links: readonly Link[], taken: ReadonlySet<number>, leaf: number): boolean {
  const isLeaf = (side: ReadonlySet<number>): boolean => side.size === 1 && side.has(leaf);
  return links.some(([a, b]) => (isLeaf(a) && within(b, taken)) || (isLeaf(b) && within(a, taken)));
}

/** Left-deep joins in this order, each with the conditions that can be asked there, under the columns as they were. */
function rebuild({leaves, conditions, columns}: Flat, order: readonly number[]): Rel {
  const starts: number[] = [];
  leaves.reduce((start, leaf, i) => (starts[i] = start) + leaf.schema.length, 0);
  const places: number[] = [];
  let joined: Rel | null = null;
  let waiting = conditions;
  for (const leaf of order) {
    const width: number = joined?.schema.length ?? 0;
    leaves[leaf].schema.forEach((_, i) => (places[starts[leaf] + i] = width + i));
    if (joined) {
      const asked = waiting.filter(part => [...usedColumns(part)].every(index => places[index] !== undefined));
      waiting = waiting.filter(part => !asked.includes(part));
      joined = join('inner', joined, leaves[leaf], conjunction(asked.map(part => remapColumns(part, places))));
    } else joined = leaves[leaf];
  }
  return projectColumns(
    joined!,
    columns.map(index => places[index]),
  );
}

function widthOf({leaves}: Flat): number {
  return leaves.reduce((sum, leaf) => sum + leaf.schema.length, 0);
}

function within(some: ReadonlySet<number>, all: ReadonlySet<number>): boolean {
  return [...some].every(item => all.has(item));
}

function apart(some: ReadonlySet<number>, all: ReadonlySet<number>): boolean {
  return ![...some].some(item => all.has(item));
}
