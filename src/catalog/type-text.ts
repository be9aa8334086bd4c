import {quoteIdentifier} from '../expr/text/quote.ts';
import {oidOf} from '../types/catalog-oids.ts';
import type {SqlType} from '../types/sql-type.ts';
import {typeName} from '../types/type-names.ts';
import {elementTypeOid, relationOfRowType} from '../types/user-types.ts';
import type {Catalog} from './catalog.ts';
import {isRelation, isType} from './object.ts';
import type {CatalogRelation, DomainObject, TypeObject} from './object.ts';

/** What an OID of pg_type that is no built-in type's belongs to. */
type TypeOwner = {readonly object: TypeObject | DomainObject | CatalogRelation; readonly array: boolean};

export function typeOwner(catalog: Catalog, oid: number): TypeOwner | null {
  const object = ownerOf(catalog, oid);
  if (object) return {object, array: false};
  const element = ownerOf(catalog, elementTypeOid(oid));
  return element && {object: element, array: true};
}

function ownerOf(catalog: Catalog, oid: number): TypeOwner['object'] | null {
  const own = catalog.byOid(oid);
  if (own) return own.kind !== 'system' && isType(own) ? own : null;
  const relation = catalog.byOid(relationOfRowType(oid));
  return relation && relation.kind !== 'system' && isRelation(relation) ? relation : null;
}

/** As format_type prints it: with its schema where the search path does not lead to it. */
export function userTypeText(catalog: Catalog, searchPath: readonly string[], oid: number): string | null {
  const owner = typeOwner(catalog, oid);
  if (!owner) return null;
  const {object, array} = owner;
  const name = quoteIdentifier(object.name);
  const visible = catalog.isVisible(object, searchPath);
  return `${visible ? name : `${quoteIdentifier(object.schema)}.${name}`}${array ? '[]' : ''}`;
}

/** A type with its modifiers, and with its schema where the search path does not lead to it. */
export function printedType(catalog: Catalog, searchPath: readonly string[], type: SqlType): string {
  const own = (type.domain ?? type.oid ?? type.element?.domain ?? type.element?.oid) !== undefined;
  return (own ? userTypeText(catalog, searchPath, oidOf(type)) : null) ?? typeName(type);
}
