import {publishDomains, type DomainRule} from '../expr/domains.ts';
import {structOf, type SqlType} from '../types/sql-type.ts';
import {publishUserTypes, relationOfRowType, rowTypeOid, type UserType} from '../types/user-types.ts';
import type {Catalog} from './catalog.ts';
import {isRelation, liveColumns} from './object.ts';
import type {CatalogObject, CatalogRelation, DomainObject, ObjectId, TableObject, TypeObject} from './object.ts';

// The catalog's types, as everything below it knows them.

/** An object that a transaction under way has made or changed; undefined: it has not. */
export type Uncommitted = (oid: ObjectId) => CatalogObject | undefined;

/**
 * Tells this thread what the types of the catalog are: whenever a change of it comes into force, or one under way goes on. No two of
 * the `uncommitted` have changed the same object; those that meet it see it so.
 */
export function publishTypes(committed: Catalog, uncommitted: readonly Uncommitted[] = []): void {
  const catalog = committed.fork();
  const find = (oid: ObjectId): CatalogObject | undefined => {
    for (const made of uncommitted) {
      const object = made(oid);
      if (object) return object;
    }
    const object = catalog.byOid(oid);
    return object && object.kind !== 'system' ? object : undefined;
  };
  publishUserTypes(oid => userTypeOf(find(oid)) ?? rowsOf(find(relationOfRowType(oid))));
  publishDomains(oid => {
    const object = find(oid);
    return object?.kind === 'domain' ? domainRule(object) : undefined;
  });
}

function userTypeOf(object: CatalogObject | undefined): UserType | undefined {
  if (object?.kind !== 'type' && object?.kind !== 'domain') return undefined;
  const {oid, name, schema} = object;
  const labels = object.kind === 'type' && object.form.type === 'enum' ? object.form.labels : undefined;
  return {oid, name, schema, type: typeOf(object), labels};
}

function rowsOf(object: CatalogObject | undefined): UserType | undefined {
  if (!object || !isRelation(object)) return undefined;
  const {oid, name, schema} = object;
  return {oid: rowTypeOid(oid), name, schema, type: rowTypeOf(object)};
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
