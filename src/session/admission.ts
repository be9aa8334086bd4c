import type {Catalog} from '../catalog/catalog.ts';
import {mayOnDatabase} from '../catalog/rights.ts';
import {SqlError} from '../types/sql-error.ts';
import type {ConnectOptions} from './api.ts';
import {wallClockMicros} from '../types/clock.ts';

type ConnectionCounts = {
  readonly all: number;
  /** Sessions that were begun as this role. */
  of(role: number): number;
};

export type AdmissionLimits = {
  readonly maxConnections: number;
  /** The last so many connections are for superusers. */
  readonly superuserReserved: number;
};

export const DEFAULT_ADMISSION: AdmissionLimits = {maxConnections: 1000, superuserReserved: 3};

/**
 * Whether one who has shown who he is gets a session; asked in Postgres's order. Errors, all FATAL: 28000 no such role, or
 * none that logs in; 53300 too many connections; 3D000 no such database.
 */
export function admit(
  catalog: Catalog,
  options: ConnectOptions,
  counts: ConnectionCounts,
  limits: AdmissionLimits,
): void {
  const {user, database} = options;
  const {maxConnections, superuserReserved} = limits;
  if (counts.all >= maxConnections) throw refused('53300', 'sorry, too many clients already');
  const role = catalog.role(user);
  if (!role) throw refused('28000', `role "${user}" does not exist`);
  if (!role.login) throw refused('28000', `role "${user}" is not permitted to log in`);
  if (!role.superuser) {
    if (role.connectionLimit >= 0 && counts.of(role.oid) >= role.connectionLimit) {
      throw refused('53300', `too many connections for role "${user}"`);
    }
    if (counts.all >= maxConnections - superuserReserved) {
      throw refused('53300', 'remaining connection slots are reserved for non-replication superuser connections');
    }
  }
  if (database !== catalog.database) throw refused('3D000', `database "${database}" does not exist`);
  if (!mayOnDatabase(catalog, role.oid, 'c')) {
    throw refused('42501', `permission denied for database "${database}"`).with({
      detail: 'User does not have CONNECT privilege.',
    });
  }
  const {databaseConnections} = catalog.roleBook;
  if (!role.superuser && databaseConnections >= 0 && counts.all >= databaseConnections) {
    throw refused('53300', `too many connections for database "${database}"`);
  }
}

/** The verifier that a login must agree with; null: there is no such role, it has no password, or that has expired. */
export function validPassword(catalog: Catalog, user: string): string | null {
  const role = catalog.role(user);
  if (!role?.password) return null;
  const {validUntil} = role;
  const expired = validUntil !== null && validUntil !== 'infinity' && BigInt(validUntil) < wallClockMicros();
  return expired ? null : role.password;
}

function refused(code: string, message: string): SqlError {
  return new SqlError(code, message, {severity: 'FATAL'});
}
