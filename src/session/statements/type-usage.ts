import type {Catalog} from '../../catalog/catalog.ts';
import {type CatalogObject, isType} from '../../catalog/object.ts';
import {mayOn} from '../../catalog/rights.ts';
import {denied} from '../../catalog/rights-errors.ts';
import {userTypeText} from '../../catalog/type-text.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {SqlSession} from '../session.ts';

/**
 * Whoever makes a column, parameter, domain or attribute of a type must have USAGE on it; values need none. Errors: 42501.
 * Nobody is asked for what was there before.
 */
export function checkTypeUsage({currentRole, settings}: SqlSession, before: Catalog, fork: Catalog): void {
  const refused = new Set<number>();
  for (const object of fork.all()) {
    // As made, everybody may use it.
    if (isType(object) && object.acl && !mayOn(fork, object, currentRole, 'U')) refused.add(object.oid);
  }
  if (refused.size === 0) return;
  for (const object of fork.overlayOn(before).put) {
    const old = before.byOid(object.oid);
    const known = new Set(old && old.kind !== 'system' ? typesOf(old).flatMap(oidsWithin) : []);
    const found = typesOf(object)
      .flatMap(oidsWithin)
      .find(oid => refused.has(oid) && !known.has(oid));
    if (found !== undefined) throw denied('type', userTypeText(fork, settings.searchPath, found)!);
  }
}

function typesOf(object: CatalogObject): readonly SqlType[] {
  switch (object.kind) {
    case 'table':
    case 'source':
    case 'view':
    case 'materialized view':
      return object.columns.map(({type}) => type);
    case 'function':
      return [...object.parameters.map(({type}) => type), object.returns];
    case 'domain':
      return [object.base];
    case 'type':
      return object.form.type === 'composite' ? object.form.attributes.map(({type}) => type) : [];
    default:
      return [];
  }
}

/** An array's right is that of its elements. */
function oidsWithin(type: SqlType): number[] {
  if (type.kind === 'array') return oidsWithin(type.element!);
  const oid = type.domain ?? type.oid;
  return oid === undefined ? [] : [oid];
}
