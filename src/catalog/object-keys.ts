import {indexesOf} from './constraints.ts';
import {inputTypes, typeIdentity} from './function-signature.ts';
import type {CatalogObject, FunctionObject} from './object.ts';

// What the catalog finds objects by: no two objects have the same key.

/** Names that the object has to itself: its own and its indexes', each as one text. */
export function namesOf(object: CatalogObject): string[] {
  return [keyOf(object), ...indexesOf(object).map(({name}) => objectKey(object.schema, name))];
}

export function keyOf(object: CatalogObject): string {
  if (object.kind === 'schema') return schemaKey(object.name);
  if (object.kind === 'collation') return objectKey(object.schema, `\0collation ${object.name}`);
  return objectKey(object.schema, object.kind === 'function' ? functionKey(object) : object.name);
}

/** Apart from the names of relations. */
function functionKey({name, parameters}: FunctionObject): string {
  return `\0${name}(${inputTypes(parameters).map(typeIdentity).join()})`;
}

// The parts of a key are kept apart by a character that no identifier can hold.
export function objectKey(schema: string, name: string): string {
  return `${schema}\0${name}`;
}

export function schemaKey(name: string): string {
  return `\0${name}`;
}
