import type {AclItem} from './acl.ts';
import type {Catalog} from './catalog.ts';
import {signatureText} from './function-signature.ts';
import type {CatalogObject} from './object.ts';
import type {DefaultPrivileges} from './role-book.ts';
import type {Role} from './role.ts';

/** What would be left without the role, a line each, as DROP ROLE tells it. */
export function roleUses(catalog: Catalog, role: Role, searchPath: readonly string[]): string[] {
  const describe = (object: CatalogObject): string => describeObject(catalog, object, searchPath);
  const book = catalog.roleBook;
  const concerns = (item: AclItem): boolean => item.grantee === role.oid || item.grantor === role.oid;
  const lines: {readonly oid: number; readonly text: string}[] = [];
  const database = `database ${catalog.database}`;
  if (book.databaseOwner === role.oid) lines.push({oid: 0, text: `owner of ${database}`});
  if (book.databaseAcl?.some(concerns)) lines.push({oid: 0, text: `privileges for ${database}`});
  for (const entry of book.defaultPrivileges) {
    if (entry.role !== role.oid && !entry.acl.some(concerns)) continue;
    const what = entry.role === role.oid ? 'owner of' : 'privileges for';
    lines.push({oid: entry.oid, text: `${what} ${defaultPrivilegesText(catalog, entry, role)}`});
  }
  for (const {oid, name, owner} of book.maskingPolicies) {
    if (owner === role.oid) lines.push({oid, text: `owner of masking policy ${name}`});
  }
  for (const object of catalog.all()) {
    const add = (text: string): void => void lines.push({oid: object.oid, text});
    if (object.owner === role.name) add(`owner of ${describe(object)}`);
    else if (object.acl?.some(concerns)) add(`privileges for ${describe(object)}`);
    if (object.kind === 'table') {
      for (const {name, roles} of object.policies ?? []) {
        if (roles.includes(role.oid)) add(`target of policy ${name} on ${describe(object)}`);
      }
    }
    // That it owns them says as much.
    if (!('columns' in object) || object.owner === role.name) continue;
    for (const {name, acl} of object.columns) {
      if (acl?.some(concerns)) add(`privileges for column ${name} of ${describe(object)}`);
    }
  }
  return lines.sort((a, b) => a.oid - b.oid).map(({text}) => text);
}

const NEW_OBJECTS = {
  tables: 'relations',
  sequences: 'sequences',
  functions: 'functions',
  types: 'types',
  schemas: 'schemas',
} as const;

/** `gone`: a role that is not in the catalog any more. */
export function defaultPrivilegesText(catalog: Catalog, entry: DefaultPrivileges, gone?: Role): string {
  const schema = entry.schema === 0 ? '' : ` in schema ${catalog.byOid(entry.schema)?.name ?? ''}`;
  const role = (entry.role === gone?.oid ? gone : catalog.roleBook.ofOid(entry.role))?.name ?? '';
  return `default privileges on new ${NEW_OBJECTS[entry.class]} belonging to role ${role}${schema}`;
}

/** `table t`, `function f(integer)`. */
function describeObject(catalog: Catalog, object: CatalogObject, searchPath: readonly string[]): string {
  if (object.kind === 'schema') return `schema ${object.name}`;
  const kind = object.kind === 'domain' ? 'type' : object.kind;
  const shown = catalog.displayName(object, searchPath);
  if (object.kind !== 'function') return `${kind} ${shown}`;
  const visible = searchPath.includes(object.schema);
  return `${kind} ${visible ? '' : `${object.schema}.`}${signatureText(object)}`;
}
