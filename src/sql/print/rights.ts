import type {
  AlterMaskingPolicy,
  Expression,
  Grant,
  GrantTargets,
  PrivilegeSpec,
  RightsStatement,
  RoleOption,
  RoleSpec,
} from '../ast/index.ts';
import {printExpression} from './expression.ts';
import {printParameters} from './function-ddl.ts';
import {printName, printNames, printPath, printString} from './identifier.ts';
import {printTypeName} from './type-name.ts';
import {printReset, printSet} from './utility.ts';

/** Passwords are never printed: what is printed may be shown to others. */
const HIDDEN_PASSWORD = '********';

export function printRights(s: RightsStatement): string {
  switch (s.kind) {
    case 'create_role':
      return words(`CREATE ${s.word.toUpperCase()} ${printName(s.name)}`, ...s.options.map(printOption));
    case 'alter_role':
      return words(`ALTER ROLE ${printRoleSpec(s.role)}`, ...s.options.map(printOption));
    case 'alter_role_set': {
      const setting = s.setting.kind === 'set' ? printSet(s.setting) : printReset(s.setting.name);
      if (s.ofDatabase) return `ALTER DATABASE ${printName(s.database!)} ${setting}`;
      const where = s.database === null ? '' : ` IN DATABASE ${printName(s.database)}`;
      return `ALTER ROLE ${s.role === null ? 'ALL' : printRoleSpec(s.role)}${where} ${setting}`;
    }
    case 'rename_role':
      return `ALTER ROLE ${printName(s.from)} RENAME TO ${printName(s.to)}`;
    case 'drop_role':
      return words('DROP ROLE', s.ifExists && 'IF EXISTS', printRoles(s.roles));
    case 'grant_role':
      return s.grants
        ? words(
            `GRANT ${s.roles.map(printName).join(', ')} TO ${printRoles(s.grantees)}`,
            s.adminOption && 'WITH ADMIN OPTION',
            printGrantedBy(s.grantedBy),
          )
        : words(
            'REVOKE',
            s.adminOption && 'ADMIN OPTION FOR',
            `${s.roles.map(printName).join(', ')} FROM ${printRoles(s.grantees)}`,
            printGrantedBy(s.grantedBy),
            s.behavior === 'cascade' && 'CASCADE',
          );
    case 'drop_owned':
      return words(`DROP OWNED BY ${printRoles(s.roles)}`, s.behavior === 'cascade' && 'CASCADE');
    case 'reassign_owned':
      return `REASSIGN OWNED BY ${printRoles(s.roles)} TO ${printRoleSpec(s.to)}`;
    case 'grant':
      return printGrant(s);
    case 'alter_default_privileges':
      return words(
        'ALTER DEFAULT PRIVILEGES',
        s.roles.length > 0 && `FOR ROLE ${printRoles(s.roles)}`,
        s.schemas.length > 0 && `IN SCHEMA ${s.schemas.map(printName).join(', ')}`,
        printGrantBody(s, s.class.toUpperCase()),
      );
    case 'create_policy':
      return words(
        `CREATE POLICY ${printName(s.name)} ON ${printPath(s.table.parts)}`,
        !s.permissive && 'AS RESTRICTIVE',
        `FOR ${s.command.toUpperCase()} TO ${printRoles(s.roles)}`,
        printConditions(s),
      );
    case 'alter_policy':
      return words(
        `ALTER POLICY ${printName(s.name)} ON ${printPath(s.table.parts)}`,
        s.roles !== null && `TO ${printRoles(s.roles)}`,
        printConditions(s),
      );
    case 'rename_policy':
      return `ALTER POLICY ${printName(s.name)} ON ${printPath(s.table.parts)} RENAME TO ${printName(s.to)}`;
    case 'drop_policy':
      return words('DROP POLICY', s.ifExists && 'IF EXISTS', `${printName(s.name)} ON ${printPath(s.table.parts)}`);
    case 'create_masking_policy':
      return words(
        'CREATE',
        s.orReplace && 'OR REPLACE',
        'MASKING POLICY',
        s.ifNotExists && 'IF NOT EXISTS',
        printPath(s.name.parts),
        `AS (${s.parameters.map(({name, type}) => `${printName(name)} ${printTypeName(type)}`).join(', ')})`,
        `RETURNS ${printTypeName(s.returns)} -> ${printExpression(s.body)}`,
      );
    case 'alter_masking_policy':
      return words('ALTER MASKING POLICY', s.ifExists && 'IF EXISTS', printPath(s.name.parts), printChange(s.change));
    case 'drop_masking_policy':
      return words(
        'DROP MASKING POLICY',
        s.ifExists && 'IF EXISTS',
        s.names.map(({parts}) => printPath(parts)).join(', '),
      );
  }
}

function words(...parts: readonly (string | false | null)[]): string {
  return parts.filter(Boolean).join(' ');
}

export function printRoleSpec(role: RoleSpec): string {
  if (role.type !== 'name') return role.type.toUpperCase();
  return printName(role.name);
}

function printRoles(roles: readonly RoleSpec[]): string {
  return roles.map(printRoleSpec).join(', ');
}

function printGrantedBy(role: RoleSpec | null): string | false {
  return role !== null && `GRANTED BY ${printRoleSpec(role)}`;
}

function printOption(option: RoleOption): string {
  switch (option.option) {
    case 'password':
      return option.value === null ? 'PASSWORD NULL' : `PASSWORD ${printString(HIDDEN_PASSWORD)}`;
    case 'connection limit':
      return `CONNECTION LIMIT ${option.value}`;
    case 'valid until':
      return `VALID UNTIL ${printString(option.value)}`;
    case 'in role':
    case 'role':
    case 'admin':
      return `${option.option.toUpperCase()} ${printRoles(option.roles)}`;
    case 'sysid':
      return 'SYSID 0';
    default:
      return `${option.value ? '' : 'NO'}${option.option.toUpperCase()}`;
  }
}

export function printGrant(s: Grant): string {
  return printGrantBody(s, printTargets(s.targets));
}

type GrantBody = Pick<Grant, 'grants' | 'privileges' | 'grantees' | 'grantOption' | 'behavior'> & {
  readonly grantedBy?: RoleSpec | null;
};

function printGrantBody(s: GrantBody, targets: string): string {
  const privileges = s.privileges.length === 0 ? 'ALL' : s.privileges.map(printPrivilege).join(', ');
  return s.grants
    ? words(
        `GRANT ${privileges} ON ${targets} TO ${printRoles(s.grantees)}`,
        s.grantOption && 'WITH GRANT OPTION',
        printGrantedBy(s.grantedBy ?? null),
      )
    : words(
        'REVOKE',
        s.grantOption && 'GRANT OPTION FOR',
        `${privileges} ON ${targets} FROM ${printRoles(s.grantees)}`,
        printGrantedBy(s.grantedBy ?? null),
        s.behavior === 'cascade' && 'CASCADE',
      );
}

function printPrivilege({name, columns}: PrivilegeSpec): string {
  const word =
    name === null
      ? 'ALL'
      : /^(select|references|create|alter system)$/.test(name)
        ? name.toUpperCase()
        : printName(name);
  return columns.length === 0 ? word : `${word} ${printNames(columns)}`;
}

function printTargets(targets: GrantTargets): string {
  switch (targets.type) {
    case 'objects':
      return `${targets.class.toUpperCase()} ${targets.names.map(({parts}) => printPath(parts)).join(', ')}`;
    case 'functions': {
      const signatures = targets.functions.map(({name, parameters}) => {
        return `${printPath(name.parts)}${parameters === null ? '' : printParameters(parameters)}`;
      });
      return `${targets.word.toUpperCase()} ${signatures.join(', ')}`;
    }
    case 'large objects':
      return `LARGE OBJECT ${targets.objects.join(', ')}`;
    case 'schemas':
      return `ALL ${targets.class.toUpperCase()} IN SCHEMA ${targets.schemas.map(printName).join(', ')}`;
  }
}

function printConditions({using, check}: {using: Expression | null; check: Expression | null}): string {
  return words(
    using !== null && `USING (${printExpression(using)})`,
    check !== null && `WITH CHECK (${printExpression(check)})`,
  );
}

function printChange(change: AlterMaskingPolicy['change']): string {
  return change.to === 'name' ? `RENAME TO ${printName(change.name)}` : `SET BODY -> ${printExpression(change.body)}`;
}
