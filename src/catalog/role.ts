/** A role; roles are kept with the catalog, and names in `owner` are theirs. Plain data that JSON can hold. */
export type Role = {
  readonly oid: number;
  readonly name: string;
  readonly superuser: boolean;
  readonly inherit: boolean;
  readonly createRole: boolean;
  readonly createDb: boolean;
  readonly login: boolean;
  readonly replication: boolean;
  readonly bypassRls: boolean;
  /** Sessions that it may have at a time; -1: any number. */
  readonly connectionLimit: number;
  /** `SCRAM-SHA-256$…` as Postgres stores it; null: it has none and cannot log in by one. */
  readonly password: string | null;
  /** When the password ceases to be good: µs since 1970 in decimal digits, or `infinity`; null: never. */
  readonly validUntil: string | null;
  readonly comment: string | null;
};

/** `member` has the rights of `role`; with `admin` it may grant it to others. All are OIDs. */
export type Membership = {
  readonly role: number;
  readonly member: number;
  readonly grantor: number;
  readonly admin: boolean;
};

/** ALTER ROLE … SET: what a session of the role starts with; role 0: of everybody. */
export type RoleSetting = {
  readonly role: number;
  /** In this database alone, the one there is. */
  readonly inDatabase: boolean;
  readonly name: string;
  readonly value: string;
};

/** The role every database is made with, as Postgres's bootstrap superuser; its OID is Postgres's. */
export const BOOTSTRAP_ROLE_OID = 10;

/** What CREATE ROLE makes where nothing is said. */
export const PLAIN_ROLE: Omit<Role, 'oid' | 'name'> = {
  superuser: false,
  inherit: true,
  createRole: false,
  createDb: false,
  login: false,
  replication: false,
  bypassRls: false,
  connectionLimit: -1,
  password: null,
  validUntil: null,
  comment: null,
};

export function bootstrapRoleNamed(name: string): Role {
  return {
    ...PLAIN_ROLE,
    oid: BOOTSTRAP_ROLE_OID,
    name,
    superuser: true,
    createRole: true,
    createDb: true,
    login: true,
    replication: true,
    bypassRls: true,
  };
}

const PREDEFINED: readonly (readonly [oid: number, name: string])[] = [
  [6171, 'pg_database_owner'],
  [6181, 'pg_read_all_data'],
  [6182, 'pg_write_all_data'],
  [3373, 'pg_monitor'],
  [3374, 'pg_read_all_settings'],
  [3375, 'pg_read_all_stats'],
  [3377, 'pg_stat_scan_tables'],
  [4569, 'pg_read_server_files'],
  [4570, 'pg_write_server_files'],
  [4571, 'pg_execute_server_program'],
  [4200, 'pg_signal_backend'],
  [4544, 'pg_checkpoint'],
  // Millrace's own: whose members read millrace.audit_log.
  [15130, 'pg_read_audit_log'],
];

/** Postgres's, which every database has. */
export const PREDEFINED_ROLES: readonly Role[] = PREDEFINED.map(([oid, name]) => ({...PLAIN_ROLE, oid, name}));

export const PG_DATABASE_OWNER_OID = 6171;
export const PG_READ_ALL_DATA_OID = 6181;
export const PG_WRITE_ALL_DATA_OID = 6182;
export const PG_READ_ALL_SETTINGS_OID = 3374;
export const PG_READ_ALL_STATS_OID = 3375;
export const PG_SIGNAL_BACKEND_OID = 4200;
export const PG_CHECKPOINT_OID = 4544;
export const PG_READ_SERVER_FILES_OID = 4569;
export const PG_READ_AUDIT_LOG_OID = 15130;

/** pg_monitor is made of three others. */
export const PREDEFINED_MEMBERSHIPS: readonly Membership[] = [3374, 3375, 3377].map(role => ({
  role,
  member: 3373,
  grantor: BOOTSTRAP_ROLE_OID,
  admin: false,
}));
