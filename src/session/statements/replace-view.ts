import type {Catalog, NamedObject} from '../../catalog/catalog.ts';
import type {ObjectId, ViewObject} from '../../catalog/object.ts';
import {typmodOf} from '../../types/typmod.ts';
import {oidOf} from '../../types/catalog-oids.ts';
import {SqlError} from '../../types/sql-error.ts';
import {typeName} from '../../types/type-names.ts';

/**
 * CREATE OR REPLACE VIEW of one that is there: its columns stay, others may come behind. Errors: 42809, 42P16, 42P17.
 */
export function replaceView(catalog: Catalog, there: NamedObject, view: ViewObject): void {
  if (there.kind !== 'view') throw new SqlError('42809', `"${there.name}" is not a view`);
  if (there.columns.length > view.columns.length) throw new SqlError('42P16', 'cannot drop columns from view');
  there.columns.forEach((before, i) => {
    const after = view.columns[i];
    if (before.name !== after.name) {
      throw new SqlError('42P16', `cannot change name of view column "${before.name}" to "${after.name}"`, {
        hint: 'Use ALTER VIEW ... RENAME COLUMN ... to change name of view column instead.',
      });
    }
    if (oidOf(before.type) !== oidOf(after.type) || typmodOf(before.type) !== typmodOf(after.type)) {
      const [from, to] = [typeName(before.type), typeName(after.type)];
      throw new SqlError('42P16', `cannot change data type of view column "${before.name}" from ${from} to ${to}`);
    }
  });
  if (reaches(catalog, view.dependsOn, there.oid)) {
    throw new SqlError('42P17', `infinite recursion detected in rules for relation "${view.name}"`);
  }
  const columns = view.columns.map((column, i) => {
    const {comment, acl, default: value = null} = there.columns.at(i) ?? {};
    return {...column, comment, acl, default: value};
  });
  const {oid, owner, comment, acl} = there;
  catalog.replace({...view, columns, oid, owner, comment, ...(acl ? {acl} : {})});
}

function reaches(catalog: Catalog, from: readonly ObjectId[], goal: ObjectId): boolean {
  return from.some(oid => {
    if (oid === goal) return true;
    const object = catalog.byOid(oid);
    return object?.kind === 'view' && reaches(catalog, object.dependsOn, goal);
  });
}
