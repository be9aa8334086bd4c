import type {Catalog} from '../../catalog/catalog.ts';
import type {ObjectId, TableObject} from '../../catalog/object.ts';
import type {Policy} from '../../catalog/row-security.ts';
import {bindStoredCondition} from '../bind/row-security.ts';
import {BindContext} from '../bind/context.ts';
import {Recorder} from '../bind/recorder.ts';
import {NamedColumns} from './named-columns.ts';

/** Attribute numbers of the columns that a policy's conditions name, by relation; of those that they only read from, none. */
export function policyColumns(
  table: TableObject,
  policy: Policy,
  catalog: Catalog,
): ReadonlyMap<ObjectId, ReadonlySet<number>> {
  const named = new NamedColumns(false);
  for (const text of [policy.using, policy.check]) {
    if (text === null) continue;
    const recorder = new Recorder();
    try {
      const ctx = new BindContext({catalog, searchPath: policy.searchPath, text, names: policy.names, trusted: true});
      ctx.definesOnly = true;
      ctx.recorder = recorder;
      bindStoredCondition(ctx, table, policy, text);
    } catch {
      // What one policy has must not hide the rest of the catalog.
    }
    named.recorded(recorder);
    // A row as a whole is the relation's.
    for (const {columns} of recorder.rows.values()) {
      for (const {tableOid} of columns) if (tableOid > 0) named.relation(tableOid);
    }
  }
  return named.byRelation;
}
