import type {Catalog} from '../../catalog/catalog.ts';
import {type Acting, actingIn} from '../../catalog/acting.ts';
import {roleUses} from '../../catalog/role-uses.ts';
import {PLAIN_ROLE, PREDEFINED_ROLES, type Role} from '../../catalog/role.ts';
import type {CatalogNotice} from '../../catalog/notice.ts';
import type {
  AlterRole,
  AlterRoleSet,
  CreateRole,
  DropRole,
  RenameRole,
  RoleFlag,
  RoleOption,
  RoleSpec,
} from '../../sql/ast/index.ts';
import {TIMESTAMP_INFINITY} from '../../types/calendar.ts';
import {parseText} from '../../types/io/registry.ts';
import {SqlError} from '../../types/sql-error.ts';
import {TIMESTAMPTZ} from '../../types/sql-type.ts';
import {makeVerifier, parseVerifier, printVerifier} from '../scram-verifier.ts';
import type {SqlSession} from '../session.ts';
import {definitionsByName} from '../setting-definitions.ts';
import {editCatalog} from './edit-catalog.ts';
import {withMember} from './grant-role.ts';
import {largeObjectUses} from '../large-objects/uses.ts';
import type {StatementHandler} from './handler.ts';
import {roleOf} from './role-named.ts';
import {settingText} from './set.ts';

// CREATE, ALTER and DROP of roles. Errors: 42710, 42704, 42939, 42501, 2BP01, 55006 as Postgres has them.

const ATTRIBUTES: {readonly [F in RoleFlag]: keyof Role} = {
  superuser: 'superuser',
  createdb: 'createDb',
  createrole: 'createRole',
  inherit: 'inherit',
  login: 'login',
  replication: 'replication',
  bypassrls: 'bypassRls',
};

export const createRole: StatementHandler<CreateRole> = {
  async run(statement, session, sql) {
    const {name, word, options} = statement;
    const attributes = await attributesOf(session, options, sql);
    return editCatalog(session, 'CREATE ROLE', fork => {
      const acting = actingIn(fork, session.currentRole);
      if (attributes.superuser) mustBeSuperuser(acting, 'create superusers');
      else if (attributes.replication) mustBeSuperuser(acting, 'create replication users');
      else if (attributes.bypassRls) mustBeSuperuser(acting, 'create bypassrls users');
      else if (!mayCreateRoles(acting)) throw new SqlError('42501', 'permission denied to create role');
      refuseReserved(name);
      const oid = fork.allocateOid();
      const role: Role = {...PLAIN_ROLE, login: word === 'user', ...attributes, oid, name};
      fork.roleBook = fork.roleBook.withRole(role);
      const notices = optionNotices(options);
      for (const option of options) {
        if (option.option === 'in role') {
          for (const spec of option.roles) {
            const group = roleOf(fork, spec, session);
            if (group.superuser) mustBeSuperuser(acting, 'alter superusers');
            notices.push(...join(fork, session, group, role, false));
          }
        } else if (option.option === 'role' || option.option === 'admin') {
          const admin = option.option === 'admin';
          for (const spec of option.roles)
            notices.push(...join(fork, session, role, roleOf(fork, spec, session), admin));
        }
      }
      return {specs: new Map(), notices, tag: 'CREATE ROLE'};
    });
  },
};

function join(fork: Catalog, session: SqlSession, role: Role, member: Role, admin: boolean): CatalogNotice[] {
  const {book, notice} = withMember(fork.roleBook, {role, member, grantor: session.currentRole, admin});
  fork.roleBook = book;
  return notice ? [notice] : [];
}

export const alterRole: StatementHandler<AlterRole> = {
  async run({role: spec, options}, session, sql) {
    const attributes = await attributesOf(session, options, sql);
    return editCatalog(session, 'ALTER ROLE', fork => {
      const role = changeable(fork, spec, session);
      const acting = actingIn(fork, session.currentRole);
      if (role.superuser || 'superuser' in attributes) {
        mustBeSuperuser(acting, 'alter superuser roles or change superuser attribute');
      } else if (role.replication || 'replication' in attributes) {
        mustBeSuperuser(acting, 'alter replication roles or change replication attribute');
      } else if ('bypassRls' in attributes) mustBeSuperuser(acting, 'change bypassrls attribute');
      else if (!mayCreateRoles(acting)) {
        // Everybody may change the own password, and nothing else.
        const passwordAlone = options.every(({option}) => option === 'password');
        if (role.oid !== acting.oid || !passwordAlone) throw new SqlError('42501', 'permission denied');
      }
      fork.roleBook = fork.roleBook.withChanged({...role, ...attributes});
      const notices = optionNotices(options);
      for (const option of options) {
        if (option.option !== 'role') continue;
        for (const member of option.roles)
          notices.push(...join(fork, session, role, roleOf(fork, member, session), false));
      }
      return {specs: new Map(), notices, tag: 'ALTER ROLE'};
    });
  },
};

export const renameRole: StatementHandler<RenameRole> = {
  run({from, to}, session) {
    return editCatalog(session, 'ALTER ROLE', fork => {
      const role = changeable(fork, {type: 'name', name: from}, session);
      const acting = actingIn(fork, session.currentRole);
      if (role.oid === session.sessionRole) throw new SqlError('0A000', 'session user cannot be renamed');
      if (role.oid === session.currentRole) throw new SqlError('0A000', 'current user cannot be renamed');
      refuseReserved(to);
      if (fork.role(to)) throw new SqlError('42710', `role "${to}" already exists`);
      if (role.superuser) mustBeSuperuser(acting, 'rename superusers');
      else if (!mayCreateRoles(acting)) throw new SqlError('42501', 'permission denied to rename role');
      const password = role.password?.startsWith('md5') ? null : role.password;
      fork.roleBook = fork.roleBook.withChanged({...role, name: to, password});
      for (const object of [...fork.all()]) if (object.owner === from) fork.replace({...object, owner: to});
      return {specs: new Map(), notices: [], tag: 'ALTER ROLE'};
    });
  },
};

export const dropRole: StatementHandler<DropRole> = {
  async run({roles, ifExists}, session) {
    const ofLargeObjects = await largeObjectUses(session);
    return editCatalog(session, 'DROP ROLE', fork => {
      const acting = actingIn(fork, session.currentRole);
      if (!mayCreateRoles(acting)) throw new SqlError('42501', 'permission denied to drop role');
      const notices: CatalogNotice[] = [];
      const going: Role[] = [];
      for (const spec of roles) {
        if (spec.type !== 'name') throw new SqlError('22023', 'cannot use special role specifier in DROP ROLE');
        const role = fork.role(spec.name);
        if (role) going.push(role);
        else if (!ifExists) throw new SqlError('42704', `role "${spec.name}" does not exist`);
        else {
          const message = `role "${spec.name}" does not exist, skipping`;
          notices.push({severity: 'NOTICE', code: '00000', message});
        }
      }
      for (const role of going) {
        if (role.oid === session.currentRole) throw new SqlError('55006', 'current user cannot be dropped');
        if (role.oid === session.sessionRole) throw new SqlError('55006', 'session user cannot be dropped');
        if (role.superuser) mustBeSuperuser(acting, 'drop superusers');
        fork.roleBook = fork.roleBook.withoutRole(role.oid);
      }
      for (const role of going) refuseUsed(fork, role, session.settings.searchPath, ofLargeObjects(role));
      return {specs: new Map(), notices, tag: 'DROP ROLE'};
    });
  },
};

/** Errors: 2BP01. */
function refuseUsed(
  catalog: Catalog,
  role: Role,
  searchPath: readonly string[],
  ofLargeObjects: readonly string[],
): void {
  if (isPredefined(role) || role.oid === 10) {
    throw new SqlError('2BP01', `cannot drop role ${role.name} because it is required by the database system`);
  }
  const uses = [...roleUses(catalog, role, searchPath), ...ofLargeObjects];
  if (uses.length === 0) return;
  throw new SqlError('2BP01', `role "${role.name}" cannot be dropped because some objects depend on it`, {
    detail: uses.join('\n'),
  });
}

/** ALTER ROLE … SET: checked as SET is, and kept for sessions to come. */
export const alterRoleSet: StatementHandler<AlterRoleSet> = {
  run({role: spec, database, setting, ofDatabase}, session) {
    const tag = ofDatabase ? 'ALTER DATABASE' : 'ALTER ROLE';
    return editCatalog(session, tag, fork => {
      const acting = actingIn(fork, session.currentRole);
      const role = spec === null ? null : changeable(fork, spec, session);
      if (database !== null && database !== fork.database) {
        throw new SqlError('3D000', `database "${database}" does not exist`);
      }
      if (ofDatabase) {
        if (!acting.owns(fork.roleBook.databaseOwner)) {
          throw new SqlError('42501', `must be owner of database ${fork.database}`);
        }
      } else if (role === null) mustBeSuperuser(acting, 'alter settings globally');
      else if (role.superuser) mustBeSuperuser(acting, 'alter superusers');
      else if (!mayCreateRoles(acting) && role.oid !== acting.oid) throw new SqlError('42501', 'permission denied');
      const oid = role?.oid ?? 0;
      const inDatabase = database !== null;
      const same = (entry: {role: number; inDatabase: boolean}) =>
        entry.role === oid && entry.inDatabase === inDatabase;
      const {settings} = fork.roleBook;
      const guarded = settings.filter(
        entry => same(entry) && definitionsByName.get(entry.name.toLowerCase())?.context === 'superuser',
      );
      const named = setting.name;
      if (!acting.isSuperuser && guarded.some(({name}) => named === null || name.toLowerCase() === named)) {
        throw new SqlError('42501', `permission denied to set parameter "${guarded[0].name}"`);
      }
      if (setting.name === null) {
        fork.roleBook = fork.roleBook.with({roleSettings: settings.filter(entry => !same(entry))});
        return {specs: new Map(), notices: [], tag};
      }
      // An application's own parameter may mean anything.
      if (!acting.isSuperuser && setting.name.includes('.') && !definitionsByName.has(setting.name)) {
        throw new SqlError('42501', `permission denied to set parameter "${setting.name}"`);
      }
      if (setting.kind === 'reset' && settings.some(same)) session.settings.mustKnow(setting.name);
      const value = setting.kind === 'set' ? settingText(setting) : null;
      if (value !== null) session.settings.check(setting.name, value);
      const rest = settings.filter(entry => !same(entry) || entry.name.toLowerCase() !== setting.name);
      const name = definitionsByName.get(setting.name)?.name ?? setting.name;
      const added = value === null ? [] : [{role: oid, inDatabase, name, value}];
      fork.roleBook = fork.roleBook.with({roleSettings: [...rest, ...added]});
      return {specs: new Map(), notices: [], tag};
    });
  },
};

/** Errors: 42704, 42939. */
function changeable(catalog: Catalog, spec: RoleSpec, session: SqlSession): Role {
  const role = roleOf(catalog, spec, session);
  if (isPredefined(role)) {
    throw new SqlError('42939', `role name "${role.name}" is reserved`, {detail: 'Cannot alter reserved roles.'});
  }
  return role;
}

function isPredefined({oid}: Role): boolean {
  return PREDEFINED_ROLES.some(role => role.oid === oid);
}

function refuseReserved(name: string): void {
  if (!name.startsWith('pg_')) return;
  throw new SqlError('42939', `role name "${name}" is reserved`, {
    detail: 'Role names starting with "pg_" are reserved.',
  });
}

function mayCreateRoles(acting: Acting): boolean {
  return acting.isSuperuser || (acting.role?.createRole ?? false);
}

function mustBeSuperuser(acting: Acting, to: string): void {
  if (!acting.isSuperuser) throw new SqlError('42501', `must be superuser to ${to}`);
}

/** Errors: 42601 said twice, 22023, 22007. */
async function attributesOf(session: SqlSession, options: readonly RoleOption[], sql: string): Promise<Partial<Role>> {
  const seen = new Set<string>();
  const attributes: {-readonly [K in keyof Role]?: Role[K]} = {};
  for (const option of options) {
    if (seen.has(option.option)) {
      throw new SqlError('42601', 'conflicting or redundant options', {
        position: [...sql.slice(0, option.at)].length + 1,
      });
    }
    seen.add(option.option);
    switch (option.option) {
      case 'password':
        attributes.password = option.value === null || option.value === '' ? null : await keptOf(option.value);
        break;
      case 'connection limit':
        if (option.value < -1) throw new SqlError('22023', `invalid connection limit: ${option.value}`);
        attributes.connectionLimit = option.value;
        break;
      case 'valid until': {
        const until = parseText(TIMESTAMPTZ, option.value, session.formatting) as bigint;
        attributes.validUntil = until === TIMESTAMP_INFINITY ? 'infinity' : String(until);
        break;
      }
      case 'in role':
      case 'role':
      case 'admin':
      case 'sysid':
        break;
      default:
        Object.assign(attributes, {[ATTRIBUTES[option.option]]: option.value});
    }
  }
  return attributes;
}

/** A verifier that was given stays as it is. */
async function keptOf(password: string): Promise<string> {
  return parseVerifier(password) ? password : printVerifier(await makeVerifier(password));
}

function optionNotices(options: readonly RoleOption[]): CatalogNotice[] {
  const notice = (message: string): CatalogNotice => ({severity: 'NOTICE', code: '00000', message});
  return options.flatMap(option => {
    if (option.option === 'sysid') return [notice('SYSID can no longer be specified')];
    const empty = option.option === 'password' && option.value === '';
    return empty ? [notice('empty string is not a valid password, clearing password')] : [];
  });
}
