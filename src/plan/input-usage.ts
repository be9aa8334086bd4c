import type {Expr} from '../expr/expr.ts';
import {offsetColumns} from '../expr/window-call.ts';
import {exprChildren} from './map-expr.ts';
import type {PhysicalNode, PhysicalPlan} from './physical.ts';
import type {ObjectId} from './rel.ts';

/** What a plan reads of a column: all of it, or (of a composite) just these fields. */
export type ColumnUsage = 'all' | ReadonlySet<number>;

/**
 * The columns of each input that a plan reads, by number: what a source has to decode for it. A row counts even if no
 * column of it does, so an input can be there without any. (An error row is printed with what is read of it.)
 */
export function inputUsage(plan: PhysicalPlan): ReadonlyMap<ObjectId, InputUsage> {
  const usage = nodeUsage(plan);
  const result = new Map<ObjectId, InputUsage>();
  plan.nodes.forEach((node, i) => {
    if (node.node !== 'input') return;
    const before = result.get(node.object);
    result.set(node.object, before ? mergeUsage([before, usage[i]]) : usage[i]);
  });
  return result;
}

export type InputUsage = ReadonlyMap<number, ColumnUsage>;

/** What is read of the output of each node; of the root's, all. */
export function nodeUsage(plan: Pick<PhysicalPlan, 'nodes' | 'root'>): readonly InputUsage[] {
  const usage: Map<number, ColumnUsage>[] = plan.nodes.map(() => new Map());
  plan.nodes[plan.root].schema.forEach((_, i) => usage[plan.root].set(i, 'all'));
  // A step stands behind the recursion that reads it.
  for (const node of plan.nodes) {
    if (node.node === 'recursive') plan.nodes[node.step].schema.forEach((_, i) => usage[node.step].set(i, 'all'));
  }
  for (let index = plan.nodes.length - 1; index >= 0; index--) spread(plan.nodes[index], usage[index], usage, plan);
  return usage;
}

/** What the expressions read. */
export function exprUsage(exprs: readonly Expr[]): InputUsage {
  const usage = new Map<number, ColumnUsage>();
  for (const expr of exprs) addExpr(usage, expr);
  return usage;
}

/** What is read of an input when several read it. */
export function mergeUsage(usages: readonly InputUsage[]): InputUsage {
  const merged = new Map<number, ColumnUsage>();
  for (const usage of usages) for (const [column, how] of usage) add(merged, column, how);
  return merged;
}

/** Whether nothing of `part` is beyond `whole`. */
export function coversUsage(whole: InputUsage, part: InputUsage): boolean {
  return [...part].every(([column, how]) => {
    const there = whole.get(column);
    if (there === 'all' || there === undefined || how === 'all') return there === 'all';
    return [...how].every(field => there.has(field));
  });
}

/** What a node reads of its inputs, when `own` is read of it. */
function spread(
  node: PhysicalNode,
  own: ReadonlyMap<number, ColumnUsage>,
  usage: Map<number, ColumnUsage>[],
  plan: Pick<PhysicalPlan, 'nodes'>,
): void {
  const width = (input: number) => plan.nodes[input].schema.length;
  const pass = (input: number, from = 0): void => {
    for (const [column, how] of own) {
      if (column >= from && column < from + width(input)) add(usage[input], column - from, how);
    }
  };
  const read = (input: number, columns: readonly number[]) => columns.forEach(c => add(usage[input], c, 'all'));
  const readAll = (input: number) => read(input, [...plan.nodes[input].schema.keys()]);
  switch (node.node) {
    case 'input':
    case 'values':
      return;
    case 'filter':
      pass(node.input);
      return addExpr(usage[node.input], node.predicate);
    case 'project':
      return node.exprs.forEach((expr, i) => {
        const how = own.get(i);
        if (how === undefined) return;
        if (expr.op === 'column') add(usage[node.input], expr.index, how);
        else addExpr(usage[node.input], expr);
      });
    case 'join': {
      pass(node.left);
      if (node.kind === 'inner' || node.kind === 'left') pass(node.right, width(node.left));
      read(node.left, node.leftKeys);
      read(node.right, node.rightKeys);
      if (!node.residual) return;
      const both = new Map<number, ColumnUsage>();
      addExpr(both, node.residual);
      const left = width(node.left);
      for (const [column, how] of both) {
        if (column < left) add(usage[node.left], column, how);
        else add(usage[node.right], column - left, how);
      }
      return;
    }
    case 'aggregate':
      read(node.input, node.keys);
      for (const {args, filter, order = []} of node.aggregates) {
        read(node.input, [...args, ...(filter === null ? [] : [filter]), ...order.map(key => key.column)]);
      }
      return;
    case 'recursive':
      return readAll(node.base);
    // These compare or keep whole rows.
    case 'distinct':
    case 'negate':
      return readAll(node.input);
    case 'union':
      return node.inputs.forEach(input => pass(input));
    case 'topK':
      pass(node.input);
      read(node.input, node.partition);
      return read(
        node.input,
        node.keys.map(key => key.column),
      );
    case 'over':
      pass(node.input);
      read(node.input, node.partition);
      read(
        node.input,
        node.keys.map(key => key.column),
      );
      for (const {args, filter, frame} of node.calls) {
        read(node.input, filter === null ? args : [...args, filter]);
        read(node.input, offsetColumns(frame));
      }
      return;
    case 'atMostOne':
      pass(node.input);
      return read(node.input, node.keys);
    case 'window':
      pass(node.input);
      return read(node.input, [node.time]);
    case 'flatMap':
      pass(node.input);
      return node.args.forEach(arg => addExpr(usage[node.input], arg));
  }
}

function addExpr(usage: Map<number, ColumnUsage>, expr: Expr): void {
  if (expr.op === 'column') add(usage, expr.index, 'all');
  else if (expr.op === 'field' && expr.arg.op === 'column') add(usage, expr.arg.index, new Set([expr.index]));
  else for (const child of exprChildren(expr)) addExpr(usage, child);
}

function add(usage: Map<number, ColumnUsage>, column: number, how: ColumnUsage): void {
  const before = usage.get(column);
  if (before === undefined || how === 'all') usage.set(column, how);
  else if (before !== 'all') usage.set(column, new Set([...before, ...how]));
}
