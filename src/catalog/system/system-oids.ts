import type {Catalog} from '../catalog.ts';
import {BOOTSTRAP_ROLE_OID} from '../role.ts';

/** Namespaces that are not made by users, with their OIDs (pg_catalog's is Postgres's). */
export const systemNamespaces: ReadonlyMap<string, number> = new Map([
  ['pg_catalog', 11],
  ['information_schema', 13182],
  ['millrace', 15100],
  ['mz_catalog', 15200],
  ['rw_catalog', 15220],
  ['mz_internal', 15350],
]);

/** OIDs of users' objects begin here; what is below is always there. */
export const FIRST_USER_OID = 16384;

/** pg_namespace.oid; 0 for a name that is no schema. */
export function namespaceOid(catalog: Catalog, name: string): bigint {
  return BigInt(systemNamespaces.get(name) ?? catalog.schema(name)?.oid ?? 0);
}

/** The names of all namespaces by their OIDs. */
export function namespaceNames(catalog: Catalog): ReadonlyMap<bigint, string> {
  const own = catalog.ofKind('schema').map(({oid, name}) => [BigInt(oid), name] as const);
  return new Map([...Array.from(systemNamespaces, ([name, oid]) => [BigInt(oid), name] as const), ...own]);
}

export function roleOid(catalog: Catalog, name: string): bigint {
  return BigInt(catalog.role(name)?.oid ?? BOOTSTRAP_ROLE_OID);
}

/** The owner of all that the system brings. */
export function bootstrapRole(catalog: Catalog): string {
  return catalog.roles.find(role => role.oid === BOOTSTRAP_ROLE_OID)!.name;
}

/** The first of users' objects: below, it would be a database of the system's, which tools hide. */
export const DATABASE_OID = BigInt(FIRST_USER_OID);
export const HEAP_AM_OID = 2n;

/** Access methods of indexes, with the OIDs of their handlers. */
export const indexMethods: ReadonlyMap<string, {readonly oid: bigint; readonly handler: bigint}> = new Map([
  ['btree', {oid: 403n, handler: 330n}],
  ['hash', {oid: 405n, handler: 331n}],
  ['gist', {oid: 783n, handler: 332n}],
  ['gin', {oid: 2742n, handler: 333n}],
  ['spgist', {oid: 4000n, handler: 334n}],
  ['brin', {oid: 3580n, handler: 335n}],
]);

export function accessMethodOid(method: string): bigint {
  return indexMethods.get(method)?.oid ?? 0n;
}

export const DEFAULT_TABLESPACE_OID = 1663n;
export const GLOBAL_TABLESPACE_OID = 1664n;
export const DEFAULT_COLLATION_OID = 100n;
export const INTERNAL_LANGUAGE_OID = 12n;
export const SQL_LANGUAGE_OID = 14n;
export const JAVASCRIPT_LANGUAGE_OID = 16000n;
export const PG_CATALOG_OID = 11n;

/** OIDs of the catalogs that comments refer to. */
export const classOids = {
  pg_am: 2601n,
  pg_attrdef: 2604n,
  pg_authid: 1260n,
  pg_cast: 2605n,
  pg_class: 1259n,
  pg_collation: 3456n,
  pg_constraint: 2606n,
  pg_conversion: 2607n,
  pg_database: 1262n,
  pg_default_acl: 826n,
  pg_extension: 3079n,
  pg_language: 2612n,
  pg_largeobject: 2613n,
  pg_namespace: 2615n,
  pg_opclass: 2616n,
  pg_operator: 2617n,
  pg_opfamily: 2753n,
  pg_policy: 3256n,
  pg_proc: 1255n,
  pg_rewrite: 2618n,
  pg_trigger: 2620n,
  pg_ts_config: 3602n,
  pg_ts_dict: 3600n,
  pg_ts_parser: 3601n,
  pg_ts_template: 3764n,
  pg_type: 1247n,
};
