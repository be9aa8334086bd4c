import {notSupported} from '../types/sql-error.ts';
import type {Catalog} from './catalog.ts';
import {type CatalogObject, isRelation, liveColumns, type ObjectId} from './object.ts';
import {isTemporary} from './temporary.ts';
import {mentions} from './user-types.ts';

/** Nothing that lasts may be made of a type that goes with its session, and is not on the disk. Errors: 0A000. */
export function refuseTemporaryTypes(catalog: Catalog, put: readonly CatalogObject[]): void {
  const types = [...catalog.ofKind('type'), ...catalog.ofKind('domain')].filter(isTemporary);
  if (types.length === 0) return;
  for (const object of put) {
    if (isTemporary(object)) continue;
    const used = types.find(({oid}) => isMadeOf(object, oid));
    if (used) throw notSupported(`temporary type "${used.name}" in what is not temporary`);
  }
}

function isMadeOf(object: CatalogObject, type: ObjectId): boolean {
  if (object.dependsOn.includes(type)) return true;
  return isRelation(object) && liveColumns(object).some(({column}) => mentions(column.type, type));
}
