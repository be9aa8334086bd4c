import type {Expr} from '../expr/expr.ts';
import {mapFrameOffsets} from '../expr/window-call.ts';
import type {PhysicalNode} from './physical.ts';

/** The node with `map` applied to each of its expressions. */
export function mapNodeExprs(node: PhysicalNode, map: (expr: Expr) => Expr): PhysicalNode {
  switch (node.node) {
    case 'values':
      return {...node, rows: node.rows.map(row => row.map(map))};
    case 'filter':
      return {...node, predicate: map(node.predicate)};
    case 'project':
      return {...node, exprs: node.exprs.map(map)};
    case 'join':
      return {...node, residual: node.residual && map(node.residual)};
    case 'flatMap':
      return {...node, args: node.args.map(map)};
    case 'topK': {
      if (!node.bounds) return node;
      const {limit, offset} = node.bounds;
      return {...node, bounds: {limit: limit && map(limit), offset: offset && map(offset)}};
    }
    case 'over':
      return {...node, calls: node.calls.map(call => ({...call, frame: mapFrameOffsets(call.frame, map)}))};
    case 'aggregate':
      return {...node, aggregates: node.aggregates.map(call => ({...call, direct: call.direct?.map(map)}))};
    default:
      return node;
  }
}
