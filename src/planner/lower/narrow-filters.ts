import type {Expr} from '../../expr/expr.ts';
import {columnAt} from '../../plan/columns.ts';
import {exprUsage, type InputUsage, mergeUsage, nodeUsage} from '../../plan/input-usage.ts';
import {mapExprChildren} from '../../plan/map-expr.ts';
import {exprNullable} from '../../plan/nullability.ts';
import type {PhysicalNode} from '../../plan/physical.ts';
import {planInputs} from '../../plan/physical-inputs.ts';
import type {PropsProvider} from '../../plan/props.ts';
import {column, type Schema} from '../../types/schema.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {renumber} from './compact.ts';
import {type NodeOf, PlanBuilder} from './plan-builder.ts';

/** Columns, fields of composites counted apart, that must be saved to be worth a projection. */
const WORTH_A_PROJECTION = 4;

type Plan = {readonly nodes: readonly PhysicalNode[]; readonly root: number};

/** Where a column went, or each of its fields that are read. */
type Places = ReadonlyMap<number, number | ReadonlyMap<number, number>>;

/**
 * Puts a projection to what is read of an input in front of the filters over it. A projection of columns and fields shares
 * them, while a filter that is selective copies all the columns it has, strings and all.
 */
export function narrowFilters(plan: Plan, props: PropsProvider): Plan {
  // Nodes are laid out anew in one pass, which a cycle does not allow.
  if (plan.nodes.some(({node}) => node === 'recursive')) return plan;
  const narrow = narrowing(plan);
  if (narrow.size === 0) return plan;
  const builder = new PlanBuilder(props);
  const places: number[] = [];
  plan.nodes.forEach((node, i) => {
    const moved = renumber(node, input => places[input]);
    if (moved.node === 'filter' && narrow.has(i)) {
      places.push(filterOver(builder, moved, narrow.get(i)!));
      return;
    }
    const below = moved.node === 'project' ? narrow.get((node as NodeOf<'project'>).input) : undefined;
    if (below && moved.node === 'project') {
      const exprs = moved.exprs.map(expr => replace(expr, below.places));
      places.push(builder.add({...moved, exprs}));
      return;
    }
    places.push(builder.add(moved));
  });
  return {nodes: builder.nodes, root: places[plan.root]};
}

type Narrowing = {readonly exprs: readonly Expr[]; readonly places: Places};

/** The filters over an input that only projections read, and that have much that is not read. */
function narrowing(plan: Plan): ReadonlyMap<number, Narrowing> {
  const usage = nodeUsage(plan);
  const found = new Map<number, Narrowing>();
  plan.nodes.forEach((node, i) => {
    if (node.node !== 'filter' || i === plan.root) return;
    const input = plan.nodes[node.input];
    if (input.node !== 'input') return;
    const readers = plan.nodes.filter(reader => planInputs(reader).includes(i));
    if (!readers.every(reader => reader.node === 'project')) return;
    const narrowed = leaves(input.schema, mergeUsage([usage[i], exprUsage([node.predicate])]));
    const all = input.schema.reduce((sum, {type}) => sum + width(type), 0);
    const kept = narrowed.exprs.reduce((sum, {type}) => sum + width(type), 0);
    if (all - kept >= WORTH_A_PROJECTION) found.set(i, narrowed);
  });
  return found;
}

function width(type: SqlType): number {
  return type.fields ? type.fields.reduce((sum, field) => sum + width(field.type), 0) : 1;
}

function leaves(schema: Schema, usage: InputUsage): Narrowing {
  const exprs: Expr[] = [];
  const places = new Map<number, number | ReadonlyMap<number, number>>();
  for (const [index, how] of [...usage].sort(([a], [b]) => a - b)) {
    const arg = columnAt(schema, index);
    if (how === 'all') {
      places.set(index, exprs.push(arg) - 1);
      continue;
    }
    const fields = [...how].sort((a, b) => a - b);
    const at = fields.map(field => {
      const {type} = arg.type.fields![field];
      return [field, exprs.push({op: 'field', arg, index: field, type}) - 1] as const;
    });
    places.set(index, new Map(at));
  }
  return {exprs, places};
}

function filterOver(builder: PlanBuilder, node: NodeOf<'filter'>, {exprs, places}: Narrowing): number {
  const below = builder.schema(node.input);
  const nullable = below.map(each => each.nullable);
  const names = exprs.map(expr => nameOf(below, expr));
  const schema = exprs.map((expr, i) => column(names[i], expr.type, exprNullable(expr, nullable)));
  const input = builder.add({node: 'project', input: node.input, exprs, schema});
  return builder.add({node: 'filter', input, predicate: replace(node.predicate, places), schema});
}

function nameOf(schema: Schema, expr: Expr): string {
  if (expr.op === 'column') return schema[expr.index].name;
  return expr.op === 'field' ? (expr.arg.type.fields?.[expr.index]?.name ?? '?column?') : '?column?';
}

function replace(expr: Expr, places: Places): Expr {
  const arg = expr.op === 'field' ? expr.arg : expr;
  if (arg.op === 'column') {
    const place = places.get(arg.index)!;
    if (expr.op === 'field' && typeof place !== 'number') {
      return {op: 'column', index: place.get(expr.index)!, type: expr.type};
    }
    if (typeof place === 'number') {
      const moved: Expr = {...arg, index: place};
      return expr.op === 'field' ? {...expr, arg: moved} : moved;
    }
  }
  return mapExprChildren(expr, child => replace(child, places));
}
