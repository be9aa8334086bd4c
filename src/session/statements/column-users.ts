import type {Catalog} from '../../catalog/catalog.ts';
import type {ColumnReaders} from '../../catalog/drop.ts';
import type {CatalogObject, TableObject} from '../../catalog/object.ts';
import {inputUsage} from '../../plan/input-usage.ts';
import type {PhysicalPlan} from '../../plan/physical.ts';
import {bindViewRel} from '../../sql/bind/index.ts';
import type {SqlSession} from '../session.ts';
import {bindOptions, planOnce} from './planned.ts';

/** Views, materialized views and sinks that read this column of the table, oldest first. */
export function usersOfColumn(
  session: SqlSession,
  catalog: Catalog,
  table: TableObject,
  index: number,
): readonly CatalogObject[] {
  return catalog.dependents(table.oid).filter(object => {
    const plan = planOf(session, catalog, object);
    return plan !== null && inputUsage(plan).get(table.oid)?.has(index) === true;
  });
}

export function readersIn(session: SqlSession, catalog: Catalog): ColumnReaders {
  return (table, index) => usersOfColumn(session, catalog, table, index);
}

function planOf(session: SqlSession, catalog: Catalog, object: CatalogObject): PhysicalPlan | null {
  if (object.kind === 'view') return planOnce(session, bindViewRel(object, {...bindOptions(session, ''), catalog}));
  const spec = session.spec(object.oid);
  return spec && 'plan' in spec ? spec.plan : null;
}
