import type {Catalog} from '../../catalog/catalog.ts';
import type {ObjectId, TableObject} from '../../catalog/object.ts';
import type {Policy} from '../../catalog/row-security.ts';
import {bindStoredCondition} from '../bind/row-security.ts';
import {BindContext} from '../bind/context.ts';
import type {ScopeColumn} from '../bind/level.ts';
import {Recorder} from '../bind/recorder.ts';

/** Attribute numbers of the columns that a policy's conditions name, by relation; of those that they only read from, none. */
export function policyColumns(
  table: TableObject,
  policy: Policy,
  catalog: Catalog,
): ReadonlyMap<ObjectId, ReadonlySet<number>> {
  const named = new Map<ObjectId, Set<number>>();
  const note = (oid: ObjectId): Set<number> => {
    const known = named.get(oid) ?? new Set();
    named.set(oid, known);
    return known;
  };
  const add = ({tableOid, attributeNumber}: ScopeColumn): void => {
    if (tableOid > 0 && attributeNumber > 0) note(tableOid).add(attributeNumber);
  };
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
    for (const oid of recorder.relations.values()) note(oid);
    for (const column of recorder.columns.values()) add(column);
    for (const columns of recorder.stars.values()) columns.forEach(add);
    // A row as a whole is the relation's.
    for (const {columns} of recorder.rows.values()) for (const {tableOid} of columns) if (tableOid > 0) note(tableOid);
  }
  return named;
}
