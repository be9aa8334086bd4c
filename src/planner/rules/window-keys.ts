import type {Expr} from '../../expr/expr.ts';
import {project} from '../../plan/build.ts';
import {columnAt} from '../../plan/columns.ts';
import {literal} from '../../plan/conjuncts.ts';
import type {AggregateRel, Rel, WindowTableRel} from '../../plan/rel.ts';
import {INTERVAL} from '../../types/sql-type.ts';
import {rule} from '../rule.ts';

/** Who groups by a window's start and its end groups by its start: the end is computed from the groups, not kept in them. */
export const windowKeys = rule('window end among the keys', 'aggregate', node => {
  const edges = node.keys.map(key => windowEdge(key, node.input));
  for (const [end, edge] of edges.entries()) {
    if (edge?.edge !== 'end') continue;
    const start = edges.findIndex(other => other?.edge === 'start' && other.window === edge.window);
    if (start >= 0) return withoutKey(node, end, start, edge.window.size);
  }
  return null;
});

function withoutKey(node: AggregateRel, end: number, start: number, size: bigint): Rel {
  const without = <T>(list: readonly T[]) => list.filter((_, i) => i !== end);
  const aggregate: AggregateRel = {...node, keys: without(node.keys), schema: without(node.schema)};
  const place = (i: number) => (i > end ? i - 1 : i);
  const {type} = node.schema[end];
  const computed: Expr = {
    op: 'call',
    signature: `+(${type.kind},interval)`,
    args: [columnAt(aggregate.schema, place(start)), literal({months: 0, days: 0, micros: size}, INTERVAL)],
    type,
  };
  return project(
    aggregate,
    node.schema.map((_, i) => (i === end ? computed : columnAt(aggregate.schema, place(i)))),
    node.schema.map(column => column.name),
  );
}

/** Which edge of which window node the expression is; null: neither. */
function windowEdge(expr: Expr, rel: Rel): {window: WindowTableRel; edge: 'start' | 'end'} | null {
  if (expr.op !== 'column') return null;
  switch (rel.node) {
    case 'window': {
      const width = rel.input.schema.length;
      if (expr.index < width) return windowEdge(expr, rel.input);
      return {window: rel, edge: expr.index === width ? 'start' : 'end'};
    }
    case 'project':
      return windowEdge(rel.exprs[expr.index], rel.input);
    case 'filter':
    case 'distinct':
      return windowEdge(expr, rel.input);
    default:
      return null;
  }
}
