import type {Catalog, NamedObject} from './catalog.ts';
import {collationName, findCollationByOid} from './collation.ts';
import {indexOfOid} from './constraints.ts';
import {signatureText} from './function-signature.ts';
import {liveColumns} from './object.ts';
import {classOids} from './system/system-oids.ts';

const COLLATION_CLASS = 3456n;

/** pg_describe_object: 'table t', 'column a of table t'; null for what there is not. */
export function describeObject(catalog: Catalog, classid: bigint, oid: number, number: number): string | null {
  if (classid === classOids.pg_authid) {
    const role = catalog.roleBook.ofOid(oid);
    return role && `role ${role.name}`;
  }
  if (classid === COLLATION_CLASS) {
    const found = findCollationByOid(catalog, oid);
    return found ? `collation ${collationName(catalog, found, ['public'])}` : null;
  }
  const object = catalog.byOid(oid);
  if (classid === classOids.pg_class) {
    const index = indexOfOid(catalog, oid);
    if (index) return `index ${index.index.name}`;
    if (!object) return null;
    if (number === 0 || !('columns' in object)) return kindAndName(object);
    const found = liveColumns(object).find(live => live.number === number);
    return found ? `column ${found.column.name} of ${kindAndName(object)}` : null;
  }
  const known: readonly bigint[] = [classOids.pg_namespace, classOids.pg_proc, classOids.pg_type];
  return object && known.includes(classid) ? kindAndName(object) : null;
}

function kindAndName(object: NamedObject): string {
  if (object.kind === 'function') return `function ${signatureText(object)}`;
  if (object.kind === 'source') return `foreign table ${object.name}`;
  if (object.kind === 'domain') return `type ${object.name}`;
  return `${object.kind === 'system' ? 'table' : object.kind} ${object.name}`;
}
