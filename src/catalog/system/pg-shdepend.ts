import {CHAR, INTEGER, OID} from '../../types/sql-type.ts';
import type {Acl} from '../acl.ts';
import type {CatalogObject} from '../object.ts';
import {liveColumns} from '../object.ts';
import {BOOTSTRAP_ROLE_OID} from '../role.ts';
import {type Place, placeOf} from './pg-depend.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {classOids, DATABASE_OID} from './system-oids.ts';
import {systemRelation} from './system-relation.ts';

/** o: its owner; a: named in its rights; r: a policy is for the role. */
type How = 'o' | 'a' | 'r';

type RoleUse = readonly [Place, role: number, How];

/** Where the role stands that objects cannot do without: it always is, and so nothing is said of it. */
const PINNED = new Set([0, BOOTSTRAP_ROLE_OID]);

/** What objects need of roles. Postgres manual, 53.48. */
export const pgShdepend = systemRelation({
  oid: 1214,
  schema: 'pg_catalog',
  name: 'pg_shdepend',
  columns: {dbid: OID, classid: OID, objid: OID, objsubid: INTEGER, refclassid: OID, refobjid: OID, deptype: CHAR},
  *rows(snapshot) {
    for (const [place, role, how] of roleUses(snapshot)) {
      if (PINNED.has(role)) continue;
      yield {
        dbid: place.class === classOids.pg_database ? 0n : DATABASE_OID,
        classid: place.class,
        objid: place.oid,
        objsubid: place.column,
        refclassid: classOids.pg_authid,
        refobjid: BigInt(role),
        deptype: how,
      };
    }
  },
});

function* roleUses({catalog}: SystemSnapshot): Generator<RoleUse> {
  const book = catalog.roleBook;
  const database = {class: classOids.pg_database, oid: DATABASE_OID, column: 0};
  yield [database, book.databaseOwner, 'o'];
  yield* ofAcl(database, book.databaseAcl, book.databaseOwner);
  for (const {oid, role, acl} of book.defaultPrivileges) {
    const place = {class: classOids.pg_default_acl, oid: BigInt(oid), column: 0};
    yield [place, role, 'o'];
    yield* ofAcl(place, acl, role);
  }
  for (const object of catalog.all()) yield* ofObject(object, book.named(object.owner)?.oid ?? BOOTSTRAP_ROLE_OID);
}

function* ofObject(object: CatalogObject, owner: number): Generator<RoleUse> {
  const place = placeOf(object);
  yield [place, owner, 'o'];
  yield* ofAcl(place, object.acl, owner);
  if (!('columns' in object)) return;
  for (const {column, number} of liveColumns(object)) yield* ofAcl({...place, column: number}, column.acl, owner);
  if (object.kind !== 'table') return;
  for (const {oid, roles} of object.policies ?? []) {
    for (const role of roles) yield [{class: classOids.pg_policy, oid: BigInt(oid), column: 0}, role, 'r'];
  }
}

/** Who is named, the owner aside: that it owns says as much. */
function* ofAcl(place: Place, acl: Acl | undefined, owner: number): Generator<RoleUse> {
  const named = new Set((acl ?? []).flatMap(({grantee, grantor}) => [grantee, grantor]));
  for (const role of named) if (role !== owner) yield [place, role, 'a'];
}
