import type {Expr} from '../expr/expr.ts';
import type {Datum} from '../types/datum.ts';
import {mapFrameOffsets} from '../expr/window-call.ts';
import {rewriteExpr, someExpr} from './map-expr.ts';
import type {PhysicalNode, PhysicalPlan} from './physical.ts';

/** The plan with each parameter $n replaced by the literal `values[n − 1]`. Nodes without parameters are shared. */
export function bindPlanParameters(plan: PhysicalPlan, values: readonly Datum[]): PhysicalPlan {
  if (values.length === 0) return plan;
  const bind = (expr: Expr): Expr => {
    if (!someExpr(expr, isParameter)) return expr;
    return rewriteExpr(expr, e =>
      e.op === 'parameter' ? {op: 'literal', value: values[e.index - 1], type: e.type} : e,
    );
  };
  const {finish} = plan;
  return {
    ...plan,
    nodes: plan.nodes.map(node => mapNodeExprs(node, bind)),
    finish: finish && {
      ...finish,
      limit: finish.limit && bind(finish.limit),
      offset: finish.offset && bind(finish.offset),
      ...(finish.late ? {late: finish.late.map(({column, expr}) => ({column, expr: bind(expr)}))} : {}),
    },
  };
}

function isParameter(expr: Expr): boolean {
  return expr.op === 'parameter';
}

/** The node with `bind` applied to each of its expressions. */
export function mapNodeExprs(node: PhysicalNode, bind: (expr: Expr) => Expr): PhysicalNode {
  switch (node.node) {
    case 'values':
      return {...node, rows: node.rows.map(row => row.map(bind))};
    case 'filter':
      return {...node, predicate: bind(node.predicate)};
    case 'project':
      return {...node, exprs: node.exprs.map(bind)};
    case 'join':
      return {...node, residual: node.residual && bind(node.residual)};
    case 'flatMap':
      return {...node, args: node.args.map(bind)};
    case 'topK': {
      if (!node.bounds) return node;
      const {limit, offset} = node.bounds;
      return {...node, bounds: {limit: limit && bind(limit), offset: offset && bind(offset)}};
    }
    case 'over':
      return {...node, calls: node.calls.map(call => ({...call, frame: mapFrameOffsets(call.frame, bind)}))};
    case 'aggregate':
      return {...node, aggregates: node.aggregates.map(call => ({...call, direct: call.direct?.map(bind)}))};
    default:
      return node;
  }
}
