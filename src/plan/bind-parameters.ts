import type {Expr} from '../expr/expr.ts';
import type {Datum} from '../types/datum.ts';
import {rewriteExpr, someExpr} from './map-expr.ts';
import {mapNodeExprs} from './map-node-exprs.ts';
import type {PhysicalPlan} from './physical.ts';

/** The plan with each parameter $n replaced by the literal `values[n − 1]`. Nodes without parameters are shared. */
export function bindPlanParameters(plan: PhysicalPlan, values: readonly Datum[]): PhysicalPlan {
  if (values.length === 0) return plan;
  const bindOne = (expr: Expr): Expr =>
    expr.op === 'parameter' ? {op: 'literal', value: values[expr.index - 1], type: expr.type} : expr;
  const bind = (expr: Expr): Expr => {
    if (expr.op === 'literal' || expr.op === 'parameter') return bindOne(expr);
    return someExpr(expr, isParameter) ? rewriteExpr(expr, bindOne) : expr;
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
