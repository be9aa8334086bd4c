import {type Acl, defaultAcl, privilegeName} from '../acl.ts';
import type {Catalog} from '../catalog.ts';
import {type CatalogRelation, type CollationObject, isRelation, liveColumns} from '../object.ts';
import {aclOf, ownerOf} from '../rights.ts';
import {BOOTSTRAP_ROLE_OID, PG_DATABASE_OWNER_OID} from '../role.ts';
import {type Collation, collations} from './collations.ts';
import {pgProc} from './pg-proc.ts';
import {recordedRelation} from './recorded-relation.ts';
import {userRelations} from './relation-rows.ts';
import {rowsByName} from './rows-by-name.ts';
import {namespaceNames} from './system-oids.ts';
import type {SystemSnapshot} from './snapshot.ts';
import type {SystemRelation} from './system-relation.ts';

/** Roles and what they were granted, as the standard tells it; only what concerns the asking user's roles. */
export const grantViews: readonly SystemRelation[] = [
  recordedRelation('information_schema.enabled_roles', function* (snapshot) {
    for (const oid of rolesOf(snapshot)) yield {role_name: roleName(snapshot.catalog, oid)};
  }),
  ...['applicable_roles', 'administrable_role_authorizations'].map(name =>
    recordedRelation(`information_schema.${name}`, function* (snapshot) {
      const mine = rolesOf(snapshot);
      const book = snapshot.catalog.roleBook;
      const owner = {role: PG_DATABASE_OWNER_OID, member: book.databaseOwner, admin: false};
      for (const {role, member, admin} of [...book.allMemberships, owner]) {
        if (!mine.has(member) || (!admin && name !== 'applicable_roles')) continue;
        yield {
          grantee: roleName(snapshot.catalog, member),
          role_name: roleName(snapshot.catalog, role),
          is_grantable: admin ? 'YES' : 'NO',
        };
      }
    }),
  ),
  ...['table_privileges', 'role_table_grants'].map(name =>
    recordedRelation(`information_schema.${name}`, function* (snapshot) {
      for (const {relation} of tablesOf(snapshot)) {
        for (const grant of grants(snapshot, aclOf(snapshot.catalog, relation), name === 'role_table_grants')) {
          yield {
            ...grant,
            ...tableNamed(snapshot.catalog, relation),
            with_hierarchy: grant.privilege_type === 'SELECT' ? 'YES' : 'NO',
          };
        }
      }
    }),
  ),
  ...['column_privileges', 'role_column_grants'].map(name =>
    recordedRelation(`information_schema.${name}`, function* (snapshot) {
      const roles = name === 'role_column_grants';
      for (const {relation, columns} of tablesOf(snapshot)) {
        const whole = grants(snapshot, aclOf(snapshot.catalog, relation), roles);
        const common = whole.filter(({privilege_type: type}) => COLUMN_PRIVILEGES.has(type));
        for (const {column} of liveColumns({columns})) {
          const own = grants(snapshot, column.acl ?? [], roles);
          const seen = new Set<string>();
          for (const grant of [...common, ...own]) {
            const key = `${grant.grantor} ${grant.grantee} ${grant.privilege_type}`;
            if (seen.has(key)) continue;
            seen.add(key);
            yield {...grant, ...tableNamed(snapshot.catalog, relation), column_name: column.name};
          }
        }
      }
    }),
  ),
  ...['routine_privileges', 'role_routine_grants'].map(name =>
    recordedRelation(`information_schema.${name}`, function* (snapshot) {
      const {catalog} = snapshot;
      const schemas = namespaceNames(catalog);
      for (const {oid, proname, pronamespace, proacl} of rowsByName(pgProc, snapshot)) {
        const made = catalog.byOid(Number(oid));
        const schema = schemas.get(pronamespace as bigint) ?? '';
        const brought = proacl === null ? BROUGHT : BROUGHT.slice(1);
        const acl = made?.kind === 'function' ? aclOf(catalog, made) : brought;
        for (const grant of grants(snapshot, acl, name === 'role_routine_grants')) {
          yield {
            ...grant,
            specific_catalog: catalog.database,
            specific_schema: schema,
            specific_name: `${proname as string}_${String(oid)}`,
            routine_catalog: catalog.database,
            routine_schema: schema,
            routine_name: proname,
          };
        }
      }
    }),
  ),
  ...['udt_privileges', 'role_udt_grants'].map(name =>
    recordedRelation(`information_schema.${name}`, function* (snapshot) {
      const {catalog} = snapshot;
      for (const object of catalog.all()) {
        const composite = object.kind === 'type' ? object.form.type === 'composite' : isRelation(object);
        if (!composite || object.kind === 'sequence') continue;
        // The type of a relation's rows is its owner's, and everybody may use it.
        const acl = object.kind === 'type' ? aclOf(catalog, object) : defaultAcl('type', ownerOf(catalog, object));
        for (const grant of grants(snapshot, acl, name === 'role_udt_grants')) {
          yield {
            ...grant,
            privilege_type: 'TYPE USAGE',
            udt_catalog: catalog.database,
            udt_schema: object.schema,
            udt_name: object.name,
          };
        }
      }
    }),
  ),
  ...['usage_privileges', 'role_usage_grants'].map(name =>
    recordedRelation(`information_schema.${name}`, function* (snapshot) {
      const {catalog} = snapshot;
      const objects = [
        ...[...collations, ...catalog.ofKind('collation')].map(object => ({
          object,
          type: 'COLLATION',
          acl: [{...FOR_ALL, grantor: isMade(object) ? ownerOf(catalog, object) : BOOTSTRAP_ROLE_OID}],
        })),
        ...catalog.ofKind('domain').map(object => ({object, type: 'DOMAIN', acl: aclOf(catalog, object)})),
        // What its owner may do is said as of a table, which nobody uses.
        ...catalog.ofKind('sequence').map(object => ({object, type: 'SEQUENCE', acl: object.acl ?? []})),
      ];
      for (const {object, type, acl} of objects) {
        for (const grant of grants(snapshot, acl, name === 'role_usage_grants')) {
          if (grant.privilege_type !== 'USAGE') continue;
          yield {
            ...grant,
            object_catalog: catalog.database,
            object_schema: object.schema,
            object_name: object.name,
            object_type: type,
          };
        }
      }
    }),
  ),
];

const COLUMN_PRIVILEGES = new Set(['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']);

function rolesOf({catalog, session}: SystemSnapshot): ReadonlySet<number> {
  const book = catalog.roleBook;
  // A superuser has the rights of all.
  return book.isSuperuser(session.role) ? new Set(book.all.map(({oid}) => oid)) : book.rolesOf(session.role, 'inherit');
}

function roleName(catalog: Catalog, oid: number): string {
  return oid === 0 ? 'PUBLIC' : (catalog.roleBook.ofOid(oid)?.name ?? String(oid));
}

function* tablesOf(snapshot: SystemSnapshot) {
  for (const {relation, relkind, columns} of userRelations(snapshot)) {
    if (relkind === 'm' || relkind === 'S' || relation.kind === 'system') continue;
    yield {relation, columns};
  }
}

/** A row a privilege that one of the user's roles gave or got; what everybody may do, where not only `roles` count. */
function grants(snapshot: SystemSnapshot, acl: Acl, roles: boolean) {
  const {catalog} = snapshot;
  const mine = rolesOf(snapshot);
  return acl
    .filter(({grantor, grantee}) => mine.has(grantor) || mine.has(grantee) || (grantee === 0 && !roles))
    .flatMap(({grantor, grantee, privileges, grantable}) =>
      [...privileges].map(letter => ({
        grantor: roleName(catalog, grantor),
        grantee: roleName(catalog, grantee),
        privilege_type: privilegeName(letter),
        // Who owns it may always grant it.
        is_grantable: grantable.includes(letter) || grantor === grantee ? 'YES' : 'NO',
      })),
    );
}

function tableNamed({database}: Catalog, {schema, name}: CatalogRelation) {
  return {table_catalog: database, table_schema: schema, table_name: name};
}

const FOR_ALL = {grantee: 0, privileges: 'U', grantable: ''};

function isMade(collation: Collation | CollationObject): collation is CollationObject {
  return 'owner' in collation;
}

/** Of a function that the system brings: everybody may run it, and its owner may say who else. */
const BROUGHT: Acl = [0, BOOTSTRAP_ROLE_OID].map(grantee => ({
  grantee,
  grantor: BOOTSTRAP_ROLE_OID,
  privileges: 'X',
  grantable: '',
}));
