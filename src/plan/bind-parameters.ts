import type {Expr} from '../expr/expr.ts';
import type {Datum} from '../types/datum.ts';
import {rewriteExpr, someExpr} from './map-expr.ts';
import {mapNodeExprs} from './map-node-exprs.ts';
import type {PhysicalPlan} from './physical.ts';

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
