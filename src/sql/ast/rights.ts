import type {FunctionParameter, RoutineWord} from './function-ddl.ts';
import type {Expression} from './expression.ts';
import type {Node, QualifiedName} from './node.ts';
import type {TypeName} from './type-name.ts';
import type {Reset, SetVariable} from './utility.ts';

/** RoleSpec: a role by name, or one that the session knows. */
export type RoleSpec =
  | {readonly type: 'name'; readonly name: string}
  | {readonly type: 'current_user' | 'session_user' | 'current_role' | 'public'};

export type RoleFlag = 'superuser' | 'createdb' | 'createrole' | 'inherit' | 'login' | 'replication' | 'bypassrls';

export type RoleOption =
  | {readonly option: RoleFlag; readonly value: boolean; readonly at: number}
  | {readonly option: 'password'; readonly value: string | null; readonly at: number}
  | {readonly option: 'connection limit'; readonly value: number; readonly at: number}
  | {readonly option: 'valid until'; readonly value: string; readonly at: number}
  | {readonly option: 'in role' | 'role' | 'admin'; readonly roles: readonly RoleSpec[]; readonly at: number}
  | {readonly option: 'sysid'; readonly at: number};

/** `CREATE ROLE`, `USER`, `GROUP`. */
export interface CreateRole extends Node {
  readonly kind: 'create_role';
  readonly word: 'role' | 'user' | 'group';
  readonly name: string;
  readonly options: readonly RoleOption[];
}

/** `ALTER ROLE r option …`. */
export interface AlterRole extends Node {
  readonly kind: 'alter_role';
  readonly role: RoleSpec;
  readonly options: readonly RoleOption[];
}

/** `ALTER ROLE r|ALL [IN DATABASE d] SET|RESET …`, `ALTER DATABASE d SET|RESET …`. */
export interface AlterRoleSet extends Node {
  readonly kind: 'alter_role_set';
  /** Null: ALL. */
  readonly role: RoleSpec | null;
  readonly database: string | null;
  readonly setting: SetVariable | Reset;
  /** It was written as ALTER DATABASE. */
  readonly ofDatabase: boolean;
}

export interface RenameRole extends Node {
  readonly kind: 'rename_role';
  readonly from: string;
  readonly to: string;
}

export interface DropRole extends Node {
  readonly kind: 'drop_role';
  readonly ifExists: boolean;
  readonly roles: readonly RoleSpec[];
}

/** `GRANT a TO b`, `REVOKE a FROM b`, `ALTER GROUP a ADD|DROP USER b`. */
export interface GrantRole extends Node {
  readonly kind: 'grant_role';
  readonly grants: boolean;
  readonly roles: readonly string[];
  readonly grantees: readonly RoleSpec[];
  /** `WITH ADMIN OPTION`, or `ADMIN OPTION FOR`. */
  readonly adminOption: boolean;
  readonly grantedBy: RoleSpec | null;
  readonly behavior: 'restrict' | 'cascade';
  readonly ofGroup: boolean;
}

export interface DropOwned extends Node {
  readonly kind: 'drop_owned';
  readonly roles: readonly RoleSpec[];
  readonly behavior: 'restrict' | 'cascade';
}

export interface ReassignOwned extends Node {
  readonly kind: 'reassign_owned';
  readonly roles: readonly RoleSpec[];
  readonly to: RoleSpec;
}

export interface PrivilegeSpec extends Node {
  readonly kind: 'privilege';
  /** Lower case; null: ALL. */
  readonly name: string | null;
  readonly columns: readonly string[];
}

export type GrantClass =
  | 'table'
  | 'sequence'
  | 'database'
  | 'schema'
  | 'function'
  | 'procedure'
  | 'routine'
  | 'type'
  | 'domain'
  | 'source'
  | 'sink'
  | 'language'
  | 'tablespace';

export type GrantTargets =
  | {readonly type: 'objects'; readonly class: GrantClass; readonly names: readonly QualifiedName[]}
  | {
      readonly type: 'functions';
      readonly word: RoutineWord;
      readonly functions: readonly {
        readonly name: QualifiedName;
        readonly parameters: readonly FunctionParameter[] | null;
      }[];
    }
  /** By their numbers, as written. */
  | {readonly type: 'large objects'; readonly objects: readonly string[]}
  | {
      readonly type: 'schemas';
      readonly class: 'tables' | 'sequences' | 'functions' | 'procedures' | 'routines';
      readonly schemas: readonly string[];
    };

/** `GRANT … ON … TO …`, `REVOKE … ON … FROM …`. */
export interface Grant extends Node {
  readonly kind: 'grant';
  readonly grants: boolean;
  /** Empty: ALL [PRIVILEGES]. */
  readonly privileges: readonly PrivilegeSpec[];
  readonly targets: GrantTargets;
  readonly grantees: readonly RoleSpec[];
  /** `WITH GRANT OPTION`, or `GRANT OPTION FOR`. */
  readonly grantOption: boolean;
  readonly grantedBy: RoleSpec | null;
  readonly behavior: 'restrict' | 'cascade';
}

/** `ALTER DEFAULT PRIVILEGES [FOR ROLE …] [IN SCHEMA …] GRANT|REVOKE …`. */
export interface AlterDefaultPrivileges extends Node {
  readonly kind: 'alter_default_privileges';
  readonly roles: readonly RoleSpec[];
  readonly schemas: readonly string[];
  readonly grants: boolean;
  readonly privileges: readonly PrivilegeSpec[];
  readonly class: 'tables' | 'sequences' | 'functions' | 'types' | 'schemas';
  readonly grantees: readonly RoleSpec[];
  readonly grantOption: boolean;
  readonly behavior: 'restrict' | 'cascade';
}

export type PolicyCommand = 'all' | 'select' | 'insert' | 'update' | 'delete';

export interface CreatePolicy extends Node {
  readonly kind: 'create_policy';
  readonly name: string;
  readonly table: QualifiedName;
  readonly permissive: boolean;
  readonly command: PolicyCommand;
  readonly roles: readonly RoleSpec[];
  readonly using: Expression | null;
  readonly check: Expression | null;
}

export interface AlterPolicy extends Node {
  readonly kind: 'alter_policy';
  readonly name: string;
  readonly table: QualifiedName;
  readonly roles: readonly RoleSpec[] | null;
  readonly using: Expression | null;
  readonly check: Expression | null;
}

export interface RenamePolicy extends Node {
  readonly kind: 'rename_policy';
  readonly name: string;
  readonly table: QualifiedName;
  readonly to: string;
}

export interface DropPolicy extends Node {
  readonly kind: 'drop_policy';
  readonly ifExists: boolean;
  readonly name: string;
  readonly table: QualifiedName;
}

export interface CreateMaskingPolicy extends Node {
  readonly kind: 'create_masking_policy';
  readonly orReplace: boolean;
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  readonly parameters: readonly {readonly name: string; readonly type: TypeName}[];
  readonly returns: TypeName;
  readonly body: Expression;
}

/** `ALTER MASKING POLICY p SET BODY -> …`, `RENAME TO q`. */
export interface AlterMaskingPolicy extends Node {
  readonly kind: 'alter_masking_policy';
  readonly ifExists: boolean;
  readonly name: QualifiedName;
  readonly change: {readonly to: 'body'; readonly body: Expression} | {readonly to: 'name'; readonly name: string};
}

export interface DropMaskingPolicy extends Node {
  readonly kind: 'drop_masking_policy';
  readonly ifExists: boolean;
  readonly names: readonly QualifiedName[];
}

export type RightsStatement =
  | CreateRole
  | AlterRole
  | AlterRoleSet
  | RenameRole
  | DropRole
  | GrantRole
  | DropOwned
  | ReassignOwned
  | Grant
  | AlterDefaultPrivileges
  | CreatePolicy
  | AlterPolicy
  | RenamePolicy
  | DropPolicy
  | CreateMaskingPolicy
  | AlterMaskingPolicy
  | DropMaskingPolicy;
