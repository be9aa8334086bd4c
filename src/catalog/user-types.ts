import {publishDomains, type DomainRule} from '../expr/domains.ts';
import {structOf, type SqlType} from '../types/sql-type.ts';
import {publishUserTypes, rowTypeOid, type UserType} from '../types/user-types.ts';
import type {Catalog} from './catalog.ts';
import {isRelation, liveColumns} from './object.ts';
import type {CatalogObject, CatalogRelation, DomainObject, ObjectId, TableObject, TypeObject} from './object.ts';

// The catalog's types, as everything below it knows them.

/**
 * Tells this thread what the types of the catalog are: whenever a change of it comes into force. `uncommitted`: objects that
 * transactions under way have made or changed, each by one of them; those that meet them see them so.
 */
export function publishTypes(catalog: Catalog, uncommitted: readonly CatalogObject[] = []): void {
  const types: UserType[] = [];
  const domains: DomainRule[] = [];
  for (const object of withUncommitted(catalog, uncommitted)) {
    if (object.kind === 'domain') domains.push(domainRule(object));
    const type = userTypeOf(object);
    if (type) types.push(type);
  }
  publishUserTypes(types);
  publishDomains(domains);
}

function withUncommitted(catalog: Catalog, uncommitted: readonly CatalogObject[]): Iterable<CatalogObject> {
  if (uncommitted.length === 0) return catalog.all();
  const all = new Map([...catalog.all()].map(object => [object.oid, object]));
  for (const object of uncommitted) all.set(object.oid, object);
  return all.values();
}

function userTypeOf(object: CatalogObject): UserType | null {
  const {name, schema} = object;
  if (object.kind === 'type' || object.kind === 'domain') {
    const labels = object.kind === 'type' && object.form.type === 'enum' ? object.form.labels : undefined;
    return {oid: object.oid, name, schema, type: typeOf(object), labels};
  }
  if (!isRelation(object)) return null;
  return {oid: rowTypeOid(object.oid), name, schema, type: rowTypeOf(object)};
}

/** The type that an object of the catalog stands for. */
export function typeOf(object: TypeObject | DomainObject): SqlType {
  if (object.kind === 'domain') return {...object.base, domain: object.oid};
  if (object.form.type === 'enum') return {kind: 'enum', oid: object.oid};
  if (object.form.type === 'composite')
    return {...structOf(object.form.attributes.map(({name, type}) => ({name, type}))), oid: object.oid};
  const {type: kind, subtype, partner} = object.form;
  return {kind, oid: object.oid, bounds: {subtype, partner}};
}

/** The type of a relation's rows. */
export function rowTypeOf(relation: CatalogRelation): SqlType {
  const fields = liveColumns(relation).map(({column: {name, type}}) => ({name, type}));
  return {...structOf(fields), oid: rowTypeOid(relation.oid)};
}

function domainRule({oid, base, notNull, checks, default: value}: DomainObject): DomainRule {
  const byName = [...checks].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    oid,
    parent: base.domain ?? null,
    notNull,
    checks: byName.map(({name, expr}) => ({name, expr})),
    default: value?.expr ?? null,
  };
}

/** The type is this one, or is made of it. */
export function mentions(type: SqlType, oid: ObjectId): boolean {
  if (type.oid === oid || type.domain === oid || type.collation === oid) return true;
  if (type.element && mentions(type.element, oid)) return true;
  return type.fields?.some(field => mentions(field.type, oid)) ?? false;
}

export type ColumnOfType = {readonly table: TableObject; readonly index: number};

/** Columns of tables that hold values of the type. */
export function columnsOfType(catalog: Catalog, oid: ObjectId): ColumnOfType[] {
  return catalog
    .ofKind('table')
    .flatMap(table =>
      liveColumns(table).flatMap(({column, index}) => (mentions(column.type, oid) ? [{table, index}] : [])),
    );
}
