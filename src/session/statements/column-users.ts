import type {Catalog} from '../../catalog/catalog.ts';
import type {ColumnReaders} from '../../catalog/drop.ts';
import type {CatalogObject, ObjectId, TableObject, ViewObject} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import {mapNodeExprs} from '../../plan/map-node-exprs.ts';
import {inputUsage} from '../../plan/input-usage.ts';
import {rewriteExpr} from '../../plan/map-expr.ts';
import type {PhysicalPlan} from '../../plan/physical.ts';
import {SqlError} from '../../types/sql-error.ts';
import {rowTypeOid} from '../../types/user-types.ts';
import type {Policy} from '../../catalog/row-security.ts';
import {policyColumns} from '../../sql/deparse/policy-columns.ts';
import {bindViewRel} from '../../sql/bind/index.ts';
import type {SqlSession} from '../session.ts';
import {bindOptions, planOnce} from './planned.ts';

/** Views, materialized views and sinks that read this column of the table, oldest first; as a part of whole rows it does not count. */
export function usersOfColumn(
  session: SqlSession,
  catalog: Catalog,
  table: TableObject,
  index: number,
): readonly CatalogObject[] {
  const number = table.columns[index].number ?? index + 1;
  return usersOfRows(catalog, table.oid).filter(object => {
    if ('names' in object && object.names?.fields?.[table.oid]?.includes(number)) return true;
    const plan = planOf(session, catalog, object);
    return plan !== null && inputUsage(withoutWholeRows(plan, table)).get(table.oid)?.has(index) === true;
  });
}

export type PolicyOfTable = {readonly table: TableObject; readonly policy: Policy};

/** Policies, of this table or others, whose conditions name the column; oldest first. */
export function policiesNaming(catalog: Catalog, {oid, columns}: TableObject, index: number): readonly PolicyOfTable[] {
  const number = columns[index].number ?? index + 1;
  const all = catalog.ofKind('table').flatMap(table => (table.policies ?? []).map(policy => ({table, policy})));
  return all
    .filter(({table, policy}) => policyColumns(table, policy, catalog).get(oid)?.has(number))
    .sort((a, b) => a.policy.oid - b.policy.oid);
}

export function policyText({table, policy}: PolicyOfTable, catalog: Catalog, searchPath: readonly string[]): string {
  return `policy ${policy.name} on table ${catalog.displayName(table, searchPath)}`;
}

/** What depends on the table, and views of views that show whole rows of it. */
function usersOfRows(catalog: Catalog, table: ObjectId): readonly CatalogObject[] {
  const users = new Set(catalog.dependents(table));
  for (const kind of ['view', 'materialized view'] as const) {
    for (const view of catalog.ofKind(kind)) if (view.names?.fields?.[table]) users.add(view);
  }
  return [...users].sort((a, b) => a.oid - b.oid);
}

export function readersIn(session: SqlSession, catalog: Catalog): ColumnReaders {
  return (table, index) => usersOfColumn(session, catalog, table, index);
}

function withoutWholeRows(plan: PhysicalPlan, table: TableObject): PhysicalPlan {
  const row = rowTypeOid(table.oid);
  const without = (expr: Expr): Expr =>
    expr.op === 'row' && expr.type.oid === row
      ? {
          ...expr,
          args: expr.args.map(arg => (arg.op === 'column' ? {op: 'literal', value: null, type: arg.type} : arg)),
        }
      : expr;
  return {...plan, nodes: plan.nodes.map(node => mapNodeExprs(node, expr => rewriteExpr(expr, without)))};
}

function planOf(session: SqlSession, catalog: Catalog, object: CatalogObject): PhysicalPlan | null {
  if (object.kind === 'view') return viewPlan(session, catalog, object);
  const spec = session.spec(object.oid);
  return spec && 'plan' in spec ? spec.plan : null;
}

/** null: whole rows cannot be compared any more, which is for dropping a column to mend. */
function viewPlan(session: SqlSession, catalog: Catalog, view: ViewObject): PhysicalPlan | null {
  try {
    return planOnce(session, bindViewRel(view, {...bindOptions(session, ''), catalog}));
  } catch (error) {
    if (error instanceof SqlError && error.code === '42883') return null;
    throw error;
  }
}
