import type {SqlType} from '../types/sql-type.ts';
import type {Catalog} from './catalog.ts';
import {type CatalogObject, liveColumns, type ObjectId} from './object.ts';
import type {ColumnOfType} from './user-types.ts';

/** Who hangs on what in a catalog, found in one pass: for plans that ask it of thousands of objects. */
export class DependencyIndex {
  private readonly byFoundation = new Map<ObjectId, CatalogObject[]>();
  private readonly bySchema = new Map<string, CatalogObject[]>();
  private readonly byType = new Map<ObjectId, ColumnOfType[]>();
  private readonly catalog: Catalog;

  constructor(catalog: Catalog) {
    this.catalog = catalog;
    for (const object of catalog.all()) {
      for (const oid of new Set(object.dependsOn)) listOf(this.byFoundation, oid).push(object);
      if (object.kind !== 'schema') listOf(this.bySchema, object.schema).push(object);
      if (object.kind !== 'table') continue;
      for (const {column, index} of liveColumns(object)) {
        for (const oid of new Set(oidsOf(column.type))) listOf(this.byType, oid).push({table: object, index});
      }
    }
  }

  /** As `Catalog.dependents`. */
  dependents(oid: ObjectId): readonly CatalogObject[] {
    const direct = this.byFoundation.get(oid) ?? [];
    const object = this.catalog.byOid(oid);
    if (object?.kind !== 'schema') return direct;
    return [...new Set([...direct, ...(this.bySchema.get(object.name) ?? [])])].sort((a, b) => a.oid - b.oid);
  }

  /** As `columnsOfType`. */
  columnsOfType(oid: ObjectId): readonly ColumnOfType[] {
    return this.byType.get(oid) ?? [];
  }
}

function listOf<K, V>(lists: Map<K, V[]>, key: K): V[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}

function oidsOf({oid, domain, collation, element, fields}: SqlType): ObjectId[] {
  return [
    ...[oid, domain, collation].filter(each => each !== undefined),
    ...(element ? oidsOf(element) : []),
    ...(fields ?? []).flatMap(field => oidsOf(field.type)),
  ];
}
