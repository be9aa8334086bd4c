import {SqlError} from '../types/sql-error.ts';
import type {NamedObject} from './catalog.ts';
import type {CatalogNotice} from './notice.ts';
import {type CatalogObject, isType} from './object.ts';

// What is said of names that are taken, and of those that nothing has.

/** What `CREATE … IF NOT EXISTS` says instead of failing. */
export function existsNotice(object: {readonly kind: CatalogObject['kind']; readonly name: string}): CatalogNotice {
  const error = alreadyExists(object);
  return {severity: 'NOTICE', code: error.code, message: `${error.message}, skipping`};
}

export function schemaMissing(name: string): SqlError {
  return new SqlError('3F000', `schema "${name}" does not exist`);
}

/** Relations and types share their names, since each relation has a type of its rows. */
export function nameTaken(object: CatalogObject, by: NamedObject): SqlError {
  const relation = !isType(by) || (by.kind === 'type' && by.form.type === 'composite');
  if (relation || isType(object)) return alreadyExists(object);
  return new SqlError('42710', `type "${object.name}" already exists`, {
    hint:
      'A relation has an associated type of the same name, ' +
      "so you must use a name that doesn't conflict with any existing type.",
  });
}

export function alreadyExists(object: {readonly kind: CatalogObject['kind']; readonly name: string}): SqlError {
  if (object.kind === 'type' || object.kind === 'domain') {
    return new SqlError('42710', `type "${object.name}" already exists`);
  }
  if (object.kind === 'function') {
    return new SqlError('42723', `function "${object.name}" already exists with same argument types`);
  }
  if (object.kind === 'collation') return new SqlError('42710', `collation "${object.name}" already exists`);
  if (object.kind === 'schema') return new SqlError('42P06', `schema "${object.name}" already exists`);
  return new SqlError('42P07', `relation "${object.name}" already exists`);
}

export function relationMissing({schema, name}: {schema: string | null; name: string}): SqlError {
  return new SqlError('42P01', `relation "${schema === null ? name : `${schema}.${name}`}" does not exist`);
}
