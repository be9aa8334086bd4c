import type {Catalog} from './catalog.ts';
import {signatureText} from './function-signature.ts';
import type {CatalogObject} from './object.ts';
import type {Role} from './role.ts';

/** What would be left without the role, a line each, as DROP ROLE tells it. */
export function roleUses(catalog: Catalog, role: Role): string[] {
  const lines: string[] = [];
  if (catalog.roleBook.databaseOwner === role.oid) lines.push(`owner of database ${catalog.database}`);
  for (const object of catalog.all()) {
    if (object.owner === role.name) lines.push(`owner of ${describe(object)}`);
  }
  return lines;
}

/** `table t`, `function f(integer)`. */
export function describe(object: CatalogObject): string {
  if (object.kind === 'schema') return `schema ${object.name}`;
  const kind = object.kind === 'domain' ? 'type' : object.kind;
  const name = object.kind === 'function' ? signatureText(object) : object.name;
  return `${kind} ${object.schema === 'public' ? '' : `${object.schema}.`}${name}`;
}
