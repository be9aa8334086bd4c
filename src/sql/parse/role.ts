import type {
  AlterRole,
  AlterRoleSet,
  CreateRole,
  DropOwned,
  DropRole,
  GrantRole,
  ReassignOwned,
  RenameRole,
  Reset,
  RoleFlag,
  RoleOption,
  RoleSpec,
  SetVariable,
  Statement,
} from '../ast/index.ts';
import {parseBehavior, parseIfExists} from './behavior.ts';
import {type Cursor, node} from './cursor.ts';
import {parseReset, parseSetVariable} from './set.ts';
import {parseSignedNumber} from './storage-options.ts';
import * as token from './token.ts';

const SESSION_ROLES = ['current_user', 'session_user', 'current_role'] as const;

/** RoleSpec. Errors: 42939 NONE. */
export function parseRoleSpec(c: Cursor): RoleSpec {
  if (c.type === token.RESERVED) {
    const type = c.acceptOne(SESSION_ROLES);
    if (type !== null) return node({type});
  }
  if (!token.isNonReserved(c.type)) throw c.syntaxError();
  const {start} = c;
  const name = c.take();
  if (name === 'public') return node({type: 'public'});
  if (name === 'none') throw reserved(c, name, start);
  return node({type: 'name', name});
}

/** RoleId: a role by its name. Errors: 42939. */
function parseRoleId(c: Cursor): string {
  const {start} = c;
  const word = c.text.toUpperCase();
  const role = parseRoleSpec(c);
  if (role.type === 'name') return role.name;
  if (role.type === 'public') throw reserved(c, 'public', start);
  throw c.errorAt(start, `${word} cannot be used as a role name here`, '42939');
}

function reserved(c: Cursor, name: string, start: number) {
  return c.errorAt(start, `role name "${name}" is reserved`, '42939');
}

export function atRole(c: Cursor): boolean {
  return c.at('role') || c.at('user') || c.at('group');
}

/** `CREATE ROLE …`, from there on. */
export function parseCreateRole(c: Cursor, start: number): CreateRole {
  const word = c.expectOne(['role', 'user', 'group']);
  const name = parseRoleId(c);
  c.accept('with');
  const options = parseOptions(c, true);
  return node({kind: 'create_role', word, name, options, span: c.span(start)});
}

/** `ALTER ROLE …`, `ALTER GROUP …`, from there on. */
export function parseAlterRole(c: Cursor, start: number): AlterRole | AlterRoleSet | RenameRole | GrantRole {
  const word = c.expectOne(['role', 'user', 'group']);
  if (word !== 'group' && c.at('all') && ['set', 'reset', 'in'].includes(c.peek())) {
    c.advance();
    return finishSetting(c, null, start, parseInDatabase(c), false);
  }
  const place = c.start;
  const role = parseRoleSpec(c);
  if (c.at('rename')) {
    const from = role.type === 'name' ? role.name : notAName(c, role, place);
    c.advance();
    c.expect('to');
    return node({kind: 'rename_role', from, to: parseRoleId(c), span: c.span(start)});
  }
  if (word === 'group') return finishGroup(c, role, start);
  if (c.at('set') || c.at('reset') || c.atPair('in', 'database')) {
    return finishSetting(c, role, start, parseInDatabase(c), false);
  }
  c.accept('with');
  return node({kind: 'alter_role', role, options: parseOptions(c, false), span: c.span(start)});
}

function notAName(c: Cursor, role: RoleSpec, place: number): never {
  if (role.type === 'public') throw reserved(c, 'public', place);
  throw c.errorAt(place, `${role.type.toUpperCase()} cannot be used as a role name here`, '42939');
}

function finishGroup(c: Cursor, group: RoleSpec, start: number): GrantRole {
  const grants = c.expectOne(['add', 'drop']) === 'add';
  c.expect('user');
  const grantees = c.list(parseRoleSpec);
  return node({
    kind: 'grant_role',
    grants,
    roles: Object.freeze([group.type === 'name' ? group.name : group.type]),
    grantees,
    adminOption: false,
    grantedBy: null,
    behavior: 'restrict',
    ofGroup: true,
    span: c.span(start),
  });
}

function parseInDatabase(c: Cursor): string | null {
  if (!c.acceptPair('in', 'database')) return null;
  return c.name();
}

function finishSetting(
  c: Cursor,
  role: RoleSpec | null,
  start: number,
  database: string | null,
  ofDatabase: boolean,
): AlterRoleSet {
  const place = c.start;
  let setting: SetVariable | Reset;
  if (c.at('reset')) setting = parseReset(c);
  else {
    c.expect('set');
    setting = parseSetVariable(c, 'session', place);
  }
  return node({kind: 'alter_role_set', role, database, setting, ofDatabase, span: c.span(start)});
}

/** `ALTER DATABASE d SET|RESET …`, from its name on. */
export function parseDatabaseSetting(c: Cursor, database: string, start: number): AlterRoleSet {
  return finishSetting(c, null, start, database, true);
}

const FLAGS = new Set<string>(['superuser', 'createdb', 'createrole', 'inherit', 'login', 'replication', 'bypassrls']);

function parseOptions(c: Cursor, creating: boolean): readonly RoleOption[] {
  const options: RoleOption[] = [];
  for (;;) {
    const option = parseOption(c, creating);
    if (option === null) return Object.freeze(options);
    options.push(node(option));
  }
}

function parseOption(c: Cursor, creating: boolean): RoleOption | null {
  const at = c.start;
  switch (c.word) {
    case 'password':
      c.advance();
      return {option: 'password', value: c.accept('null') ? null : c.string(), at};
    case 'encrypted':
      c.advance();
      c.expect('password');
      return {option: 'password', value: c.string(), at};
    case 'unencrypted':
      c.advance();
      c.expect('password');
      c.string();
      throw c
        .errorAt(at, 'UNENCRYPTED PASSWORD is no longer supported', '0A000')
        .with({hint: 'Remove UNENCRYPTED to store the password in encrypted form instead.'});
    case 'connection':
      c.advance();
      c.expect('limit');
      return {option: 'connection limit', value: Number(parseSignedNumber(c)), at};
    case 'valid':
      c.advance();
      c.expect('until');
      return {option: 'valid until', value: c.string(), at};
    case 'user':
    case 'role':
      if (!creating && c.at('role')) return null;
      c.advance();
      return {option: 'role', roles: c.list(parseRoleSpec), at};
    case 'sysid':
    case 'admin':
    case 'in':
      return creating ? parseCreationOption(c, at) : null;
  }
  if (c.type === token.IDENT || c.at('inherit')) {
    const word = c.take();
    const flag = word.startsWith('no') && FLAGS.has(word.slice(2)) ? word.slice(2) : word;
    if (!FLAGS.has(flag)) throw c.errorAt(at, `unrecognized role option "${word}"`);
    return {option: flag as RoleFlag, value: flag === word, at};
  }
  return null;
}

function parseCreationOption(c: Cursor, at: number): RoleOption {
  if (c.accept('sysid')) {
    c.integer();
    return {option: 'sysid', at};
  }
  if (c.accept('admin')) return {option: 'admin', roles: c.list(parseRoleSpec), at};
  c.expect('in');
  c.expectOne(['role', 'group']);
  return {option: 'in role', roles: c.list(parseRoleSpec), at};
}

/** `DROP ROLE …`, from there on. */
export function parseDropRole(c: Cursor, start: number): DropRole {
  c.expectOne(['role', 'user', 'group']);
  const ifExists = parseIfExists(c);
  const roles = c.list(parseRoleSpec);
  return node({kind: 'drop_role', ifExists, roles, span: c.span(start)});
}

/** `DROP OWNED BY …`, from there on. */
export function parseDropOwned(c: Cursor, start: number): DropOwned {
  c.expect('owned');
  c.expect('by');
  const roles = c.list(parseRoleSpec);
  return node({kind: 'drop_owned', roles, behavior: parseBehavior(c), span: c.span(start)});
}

export function parseReassign(c: Cursor): ReassignOwned {
  const {start} = c;
  c.expect('reassign');
  c.expect('owned');
  c.expect('by');
  const roles = c.list(parseRoleSpec);
  c.expect('to');
  return node({kind: 'reassign_owned', roles, to: parseRoleSpec(c), span: c.span(start)});
}

/** `GRANT a, b TO …`, `REVOKE [ADMIN OPTION FOR] a FROM …`: behind the roles. */
export function finishGrantRole(
  c: Cursor,
  start: number,
  grants: boolean,
  roles: readonly string[],
  adminOptionFor: boolean,
): Statement {
  c.expect(grants ? 'to' : 'from');
  const grantees = c.list(parseRoleSpec);
  let adminOption = adminOptionFor;
  if (grants && c.accept('with')) {
    c.expect('admin');
    c.expect('option');
    adminOption = true;
  }
  const grantedBy = parseGrantedBy(c);
  const behavior = grants ? 'restrict' : parseBehavior(c);
  return node({
    kind: 'grant_role',
    grants,
    roles,
    grantees,
    adminOption,
    grantedBy,
    behavior,
    ofGroup: false,
    span: c.span(start),
  });
}

export function parseGrantedBy(c: Cursor): RoleSpec | null {
  if (!c.accept('granted')) return null;
  c.expect('by');
  return parseRoleSpec(c);
}
