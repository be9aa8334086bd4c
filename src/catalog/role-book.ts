import {SqlError} from '../types/sql-error.ts';
import type {Acl} from './acl.ts';
import type {MaskingPolicy} from './masking.ts';
import {
  BOOTSTRAP_ROLE_OID,
  bootstrapRoleNamed,
  type Membership,
  PG_DATABASE_OWNER_OID,
  PLAIN_ROLE,
  PREDEFINED_MEMBERSHIPS,
  PREDEFINED_ROLES,
  type Role,
  type RoleSetting,
} from './role.ts';

/** What is written down of roles. Data directories of earlier versions have nothing but a name and two attributes. */
export type RoleRecords = {
  readonly roles: readonly (Pick<Role, 'oid' | 'name'> & Partial<Role>)[];
  readonly memberships?: readonly Membership[];
  readonly roleSettings?: readonly RoleSetting[];
  /** The role that the database belongs to. */
  readonly databaseOwner?: number;
  readonly databaseAcl?: Acl;
  readonly databaseComment?: string | null;
  /** How many connections of others than superusers; -1: no limit. */
  readonly databaseConnections?: number;
  readonly databaseIsTemplate?: boolean;
  readonly builtInComments?: readonly BuiltInComment[];
  readonly defaultPrivileges?: readonly DefaultPrivileges[];
  readonly maskingPolicies?: readonly MaskingPolicy[];
};

/** COMMENT ON something that every database has: what is said of it now; null: nothing. */
export type BuiltInComment = {readonly catalog: number; readonly oid: number; readonly comment: string | null};

/** ALTER DEFAULT PRIVILEGES: what objects that the role will make are made with. */
export type DefaultPrivileges = {
  readonly oid: number;
  readonly role: number;
  /** 0: in any. What holds in one schema is added to what holds in any. */
  readonly schema: number;
  readonly class: 'tables' | 'sequences' | 'functions' | 'types' | 'schemas';
  readonly acl: Acl;
};

/**
 * Roles, who is a member of which, and what sessions of them start with. A book is never changed: the functions that
 * change it give another, so that a transaction's own is thrown away with it.
 */
export class RoleBook {
  /** Those of users' making, and the bootstrap superuser first. */
  readonly made: readonly Role[];
  readonly memberships: readonly Membership[];
  readonly settings: readonly RoleSetting[];
  readonly databaseOwner: number;
  readonly databaseAcl: Acl | undefined;
  readonly databaseComment: string | null;
  readonly databaseConnections: number;
  readonly databaseIsTemplate: boolean;
  readonly builtInComments: readonly BuiltInComment[];
  readonly defaultPrivileges: readonly DefaultPrivileges[];
  readonly maskingPolicies: readonly MaskingPolicy[];
  private readonly byName: ReadonlyMap<string, Role>;
  private readonly byOid: ReadonlyMap<number, Role>;
  private readonly reachable = new Map<string, ReadonlySet<number>>();

  constructor(records: RoleRecords) {
    this.made = records.roles.map(withAttributes);
    this.memberships = records.memberships ?? [];
    this.settings = records.roleSettings ?? [];
    this.databaseOwner = records.databaseOwner ?? BOOTSTRAP_ROLE_OID;
    this.databaseAcl = records.databaseAcl;
    this.databaseComment = records.databaseComment ?? null;
    this.databaseConnections = records.databaseConnections ?? -1;
    this.databaseIsTemplate = records.databaseIsTemplate ?? false;
    this.builtInComments = records.builtInComments ?? [];
    this.defaultPrivileges = records.defaultPrivileges ?? [];
    this.maskingPolicies = records.maskingPolicies ?? [];
    this.byName = new Map(this.all.map(role => [role.name, role]));
    this.byOid = new Map(this.all.map(role => [role.oid, role]));
  }

  get records(): RoleRecords {
    return {
      roles: this.made,
      memberships: this.memberships,
      roleSettings: this.settings,
      databaseOwner: this.databaseOwner,
      databaseAcl: this.databaseAcl,
      databaseComment: this.databaseComment,
      databaseConnections: this.databaseConnections,
      databaseIsTemplate: this.databaseIsTemplate,
      builtInComments: this.builtInComments,
      defaultPrivileges: this.defaultPrivileges,
      maskingPolicies: this.maskingPolicies,
    };
  }

  get all(): readonly Role[] {
    return [this.made[0], ...PREDEFINED_ROLES, ...this.made.slice(1)];
  }

  get allMemberships(): readonly Membership[] {
    return [...PREDEFINED_MEMBERSHIPS, ...this.memberships];
  }

  named(name: string): Role | null {
    return this.byName.get(name) ?? null;
  }

  ofOid(oid: number): Role | null {
    return this.byOid.get(oid) ?? null;
  }

  /** Errors: 42704. */
  mustFind(name: string): Role {
    const role = this.named(name);
    if (!role) throw new SqlError('42704', `role "${name}" does not exist`);
    return role;
  }

  isSuperuser(oid: number): boolean {
    return this.ofOid(oid)?.superuser ?? false;
  }

  /** `member` may become `role` by SET ROLE: it is one of its roles, at whatever distance. */
  isMember(member: number, role: number): boolean {
    return member === role || this.isSuperuser(member) || this.rolesOf(member, 'set').has(role);
  }

  /** As `isMember`, of those alone that superusers too were made members of. */
  isMemberByGrant(member: number, role: number): boolean {
    return member === role || this.rolesOf(member, 'set').has(role);
  }

  /** `member` may use the rights of `role` as it is: memberships that roles with NOINHERIT have do not count. */
  hasRightsOf(member: number, role: number): boolean {
    return member === role || this.isSuperuser(member) || this.rolesOf(member, 'inherit').has(role);
  }

  /** `member` may grant `role` to others. */
  isAdminOf(member: number, role: number): boolean {
    if (this.isSuperuser(member)) return true;
    const own = new Set([member, ...this.rolesOf(member, 'set')]);
    return this.allMemberships.some(entry => entry.role === role && entry.admin && own.has(entry.member));
  }

  /** All roles that `member` is one of, at any distance; itself included. */
  rolesOf(member: number, how: 'set' | 'inherit'): ReadonlySet<number> {
    const key = `${how}${member}`;
    const known = this.reachable.get(key);
    if (known) return known;
    const found = new Set([member]);
    for (const role of found) {
      if (how === 'inherit' && !(this.ofOid(role)?.inherit ?? true)) continue;
      for (const entry of this.allMemberships) if (entry.member === role) found.add(entry.role);
      if (role === this.databaseOwner) found.add(PG_DATABASE_OWNER_OID);
    }
    this.reachable.set(key, found);
    return found;
  }

  /** What a session of the role starts with; the narrowest setting counts. */
  settingsOf(role: number): ReadonlyMap<string, string> {
    const settings = new Map<string, string>();
    for (const [oid, inDatabase] of [
      [0, false],
      [0, true],
      [role, false],
      [role, true],
    ] as const) {
      for (const entry of this.settings) {
        if (entry.role === oid && entry.inDatabase === inDatabase) settings.set(entry.name, entry.value);
      }
    }
    return settings;
  }

  with(change: Partial<RoleRecords>): RoleBook {
    return new RoleBook({...this.records, ...change});
  }

  /** Errors: 42710. */
  withRole(role: Role): RoleBook {
    if (this.named(role.name)) throw new SqlError('42710', `role "${role.name}" already exists`);
    return this.with({roles: [...this.made, role]});
  }

  withChanged(role: Role): RoleBook {
    return this.with({roles: this.made.map(other => (other.oid === role.oid ? role : other))});
  }

  withoutRole(oid: number): RoleBook {
    return this.with({
      roles: this.made.filter(role => role.oid !== oid),
      memberships: this.memberships.filter(({role, member}) => role !== oid && member !== oid),
      roleSettings: this.settings.filter(({role}) => role !== oid),
    });
  }
}

function withAttributes(role: Pick<Role, 'oid' | 'name'> & Partial<Role>): Role {
  const base = role.oid === BOOTSTRAP_ROLE_OID ? bootstrapRoleNamed(role.name) : PLAIN_ROLE;
  return {...base, ...role};
}
