import type {Expr} from '../expr/expr.ts';
import {mapExprChildren, someExpr} from '../plan/map-expr.ts';
import type {PhysicalNode, PhysicalPlan} from '../plan/physical.ts';
import type {Datum} from '../types/datum.ts';
import {calledWith, callsIn, callsSession, hasItsTurn} from './session-functions.ts';
import type {SqlSession} from './session.ts';

type Row = readonly Datum[];
type Project = Extract<PhysicalNode, {node: 'project'}>;

/**
 * A query whose select list calls functions of the session for each row, as `SELECT pg_terminate_backend(pid) FROM pg_stat_activity`
 * does: first its rows are read, then the functions are called, row by row. null: it calls them elsewhere.
 */
export async function calledOverRows(
  session: SqlSession,
  plan: PhysicalPlan,
  read: (plan: PhysicalPlan) => Promise<readonly Row[]>,
): Promise<readonly Row[] | null> {
  const {nodes, root, finish} = plan;
  const last = nodes[root];
  if (last.node !== 'project' || nodes.every(isOneRow)) return null;
  const rest = nodes.filter(node => node !== last);
  if (callsSession({...plan, nodes: rest})) return null;
  if (finish?.keys.some(({column}) => callsIn(last.exprs[column]))) return null;
  const width = last.exprs.length;
  const visible = finish?.visible ?? width;
  // Where rows are sorted, what only reads is computed before, and what acts behind.
  const hasTurn = finish && finish.keys.length > 0 ? callsIn : hasItsTurn;
  const results: Row[] = [];
  for (const row of await read(withItsInput(plan, last, hasTurn))) {
    const result: Datum[] = [];
    for (const [i, expr] of last.exprs.slice(0, visible).entries()) {
      result.push(hasTurn(expr) ? await calledWith(session, over(expr, row.slice(width))) : row[i]);
    }
    results.push(result);
  }
  return results;
}

/** Whatever calls is left to be computed from the columns that come behind. */
function withItsInput(plan: PhysicalPlan, last: Project, hasTurn: (expr: Expr) => boolean): PhysicalPlan {
  const {schema} = plan.nodes[last.input];
  const exprs = last.exprs.map((expr): Expr => (hasTurn(expr) ? {op: 'literal', value: null, type: expr.type} : expr));
  const columns = schema.map(({type}, index): Expr => ({op: 'column', index, type}));
  const node = {...last, exprs: [...exprs, ...columns], schema: [...last.schema, ...schema]};
  return {
    ...plan,
    nodes: plan.nodes.map(each => (each === last ? node : each)),
    finish: plan.finish && {...plan.finish, visible: node.exprs.length},
  };
}

function over(expr: Expr, row: Row): Expr {
  if (expr.op === 'column') return {op: 'literal', value: row[expr.index], type: expr.type};
  return someExpr(expr, part => part.op === 'column') ? mapExprChildren(expr, child => over(child, row)) : expr;
}

function isOneRow(node: PhysicalNode): boolean {
  return node.node === 'project' || (node.node === 'values' && node.rows.length === 1);
}
