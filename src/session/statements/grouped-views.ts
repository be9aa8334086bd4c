import type {Catalog} from '../../catalog/catalog.ts';
import {primaryKeyOf} from '../../catalog/constraints.ts';
import {planDropOf} from '../../catalog/drop.ts';
import type {CatalogObject, MaterializedViewObject, ObjectId, TableObject, ViewObject} from '../../catalog/object.ts';
import {bindViewRel} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';
import {bindOptions} from './planned.ts';

/** Views that use columns which they do not group by, since they group by the primary key. */
export function viewsGroupedBy(
  catalog: Catalog,
  table: TableObject,
  constraint: ObjectId,
  session: SqlSession,
): readonly (ViewObject | MaterializedViewObject)[] {
  if (primaryKeyOf(table)?.oid !== constraint) return [];
  const fork = catalog.fork();
  fork.replace({...table, indexes: table.indexes.filter(({oid}) => oid !== constraint)});
  const options = {...bindOptions(session, ''), catalog: fork};
  return catalog.dependents(table.oid).filter(object => {
    if (object.kind !== 'view' && object.kind !== 'materialized view') return false;
    try {
      bindViewRel(object, options);
      return false;
    } catch (error) {
      return error instanceof SqlError && error.code === '42803';
    }
  }) as readonly (ViewObject | MaterializedViewObject)[];
}

/** What hangs on the views in its turn, as a refused DROP of them would tell it. */
export function whatLeansOn(
  catalog: Catalog,
  views: readonly CatalogObject[],
  searchPath: readonly string[],
): readonly string[] {
  try {
    planDropOf(catalog, views, false, searchPath);
    return [];
  } catch (error) {
    if (error instanceof SqlError && error.code === '2BP01') return [error.fields.detail!];
    throw error;
  }
}
