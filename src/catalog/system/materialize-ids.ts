import {PUBLIC_SCHEMA_OID} from '../rights.ts';
import {BOOTSTRAP_ROLE_OID} from '../role.ts';
import {isTemporarySchema} from '../temporary.ts';
import type {Catalog} from '../catalog.ts';
import {FIRST_USER_OID, namespaceOid, systemNamespaces} from './system-oids.ts';

// Materialize's ids are texts: u and a number for what users have made, s for what the system brings. The numbers here are OIDs.

/** Those that are no object's of the catalog: they are derived, or a function's that PostgreSQL does not have. */
const FIRST_DERIVED_OID = 1_000_000_000;

/** Of relations, sinks, indexes, types and functions. */
export function materializeId(oid: number | bigint): string {
  return `${oid >= FIRST_USER_OID && oid < FIRST_DERIVED_OID ? 'u' : 's'}${oid}`;
}

/** Of a schema; all temporary ones are 0. */
export function materializeSchemaId(catalog: Catalog, name: string): string {
  if (isTemporarySchema(name)) return '0';
  const oid = Number(namespaceOid(catalog, name));
  return systemNamespaces.has(name) ? `s${oid}` : oid === PUBLIC_SCHEMA_OID ? `u${oid}` : materializeId(oid);
}

/** Of a role by its OID; 0 is PUBLIC. */
export function materializeRoleId(oid: number | bigint): string {
  if (Number(oid) === 0) return 'p';
  return Number(oid) === BOOTSTRAP_ROLE_OID ? `u${oid}` : materializeId(oid);
}

// What runs everything here, as clusters and their replicas: the one server, by the name that Materialize's first cluster has.
export const CLUSTER_ID = 'u1';
export const CLUSTER_NAME = 'quickstart';
export const REPLICA_ID = 'u1';
export const REPLICA_NAME = 'r1';
