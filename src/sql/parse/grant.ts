import type {
  AlterDefaultPrivileges,
  Grant,
  GrantClass,
  GrantTargets,
  PrivilegeSpec,
  QualifiedName,
  RoleSpec,
  Statement,
} from '../ast/index.ts';
import {parseBehavior} from './behavior.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseParameters} from './function-ddl.ts';
import {parsePathName, parseQualifiedName} from './names.ts';
import {parseSignedNumber} from './storage-options.ts';
import {finishGrantRole, parseGrantedBy, parseRoleSpec} from './role.ts';
import * as token from './token.ts';

/** `GRANT …` within CREATE SCHEMA: of privileges alone. */
export function parseGrantOfPrivileges(c: Cursor): Grant {
  const statement = parseGrant(c, false);
  if (statement.kind !== 'grant') throw c.syntaxError();
  return statement;
}

/** `GRANT …`, `REVOKE …`: of privileges, or of roles. */
export function parseGrant(c: Cursor, roles = true): Statement {
  const {start} = c;
  const grants = c.expectOne(['grant', 'revoke']) === 'grant';
  const optionFor = grants ? null : parseOptionFor(c);
  const privileges = parsePrivileges(c);
  if (
    roles &&
    optionFor !== 'grant' &&
    !c.at('on') &&
    privileges.every(({name, columns}) => name !== null && columns.length === 0)
  ) {
    if (privileges.length > 0 && c.at(grants ? 'to' : 'from')) {
      const names = Object.freeze(privileges.map(({name}) => name!));
      return finishGrantRole(c, start, grants, names, optionFor === 'admin');
    }
  }
  c.expect('on');
  const targets = parseTargets(c);
  const rest = parseRest(c, grants, optionFor === 'grant');
  return node({kind: 'grant', grants, privileges, targets, ...rest, span: c.span(start)} satisfies Grant);
}

function parseOptionFor(c: Cursor): 'grant' | 'admin' | null {
  const option = c.atPair('grant', 'option') ? 'grant' : c.atPair('admin', 'option') ? 'admin' : null;
  if (option === null) return null;
  c.advance();
  c.expect('option');
  c.expect('for');
  return option;
}

/** Empty: ALL. */
function parsePrivileges(c: Cursor): readonly PrivilegeSpec[] {
  const {start} = c;
  if (c.at('all')) {
    c.advance();
    c.accept('privileges');
    if (!c.at('(')) return NONE;
    const columns = c.names();
    return Object.freeze([node({kind: 'privilege', name: null, columns, span: c.span(start)})]);
  }
  return c.list((inner): PrivilegeSpec => {
    const place = inner.start;
    const words = ['select', 'references', 'create'];
    if (!words.includes(inner.word) && !token.isName(inner.type)) throw inner.syntaxError();
    let name = inner.take();
    if (name === 'alter' && inner.accept('system')) name = 'alter system';
    const columns = inner.optionalNames();
    return node({kind: 'privilege', name, columns, span: inner.span(place)});
  });
}

function parseTargets(c: Cursor): GrantTargets {
  if (c.at('all') && ['tables', 'sequences', 'functions', 'procedures', 'routines'].includes(c.peek())) {
    c.advance();
    const targets = c.expectOne(['tables', 'sequences', 'functions', 'procedures', 'routines']);
    c.expect('in');
    c.expect('schema');
    return node({type: 'schemas', class: targets, schemas: c.list(inner => inner.name())});
  }
  if (c.acceptPair('large', 'object')) {
    return node({type: 'large objects', objects: c.list(parseSignedNumber)});
  }
  const word = grantClass(c);
  if (word === 'function' || word === 'procedure' || word === 'routine') {
    const functions = c.list(inner =>
      node({name: parsePathName(inner), parameters: inner.at('(') ? parseParameters(inner) : null}),
    );
    return node({type: 'functions', word, functions});
  }
  const names: readonly QualifiedName[] = c.list(
    word === 'type' || word === 'domain' ? parsePathName : parseQualifiedName,
  );
  return node({type: 'objects', class: word, names});
}

const CLASSES: readonly GrantClass[] = [
  'table',
  'sequence',
  'database',
  'schema',
  'function',
  'procedure',
  'routine',
  'type',
  'domain',
  'source',
  'sink',
  'language',
  'tablespace',
];

/** A name that is followed by a name is the class. */
function grantClass(c: Cursor): GrantClass {
  if (c.atPair('materialized', 'view')) {
    c.advance();
    c.advance();
    return 'table';
  }
  if (c.type !== token.QUOTED && token.isLabel(c.peekType()) && !['to', 'from'].includes(c.peek())) {
    if (c.at('view')) {
      c.advance();
      return 'table';
    }
    if (c.atPair('foreign', 'server') || c.atPair('foreign', 'data') || c.at('parameter')) {
      throw c.notSupported(`GRANT ON ${c.word} ${c.peek()}`.toUpperCase());
    }
    const found = c.acceptOne(CLASSES);
    if (found) return found;
  }
  return 'table';
}

function parseRest(c: Cursor, grants: boolean, optionFor: boolean) {
  c.expect(grants ? 'to' : 'from');
  const grantees = c.list(parseGrantee);
  let grantOption = optionFor;
  if (grants && c.accept('with')) {
    c.expect('grant');
    c.expect('option');
    grantOption = true;
  }
  const grantedBy = parseGrantedBy(c);
  const behavior = grants ? 'restrict' : parseBehavior(c);
  return {grantees, grantOption, grantedBy, behavior} as const;
}

function parseGrantee(c: Cursor): RoleSpec {
  if (c.at('group') && token.isNonReserved(c.peekType())) c.advance();
  return parseRoleSpec(c);
}

/** `ALTER DEFAULT PRIVILEGES …`, from there on. */
export function parseDefaultPrivileges(c: Cursor, start: number): AlterDefaultPrivileges {
  c.expect('default');
  c.expect('privileges');
  let roles: readonly RoleSpec[] = NONE;
  let schemas: readonly string[] = NONE;
  for (;;) {
    if (c.at('for')) {
      c.advance();
      c.expectOne(['role', 'user']);
      roles = c.list(parseRoleSpec);
    } else if (c.acceptPair('in', 'schema')) schemas = c.list(inner => inner.name());
    else break;
  }
  const grants = c.expectOne(['grant', 'revoke']) === 'grant';
  const optionFor = !grants && parseOptionFor(c) === 'grant';
  const privileges = parsePrivileges(c);
  c.expect('on');
  const what = c.expectOne(['tables', 'sequences', 'functions', 'routines', 'types', 'schemas']);
  const {grantees, grantOption, behavior} = parseRest(c, grants, optionFor);
  return node({
    kind: 'alter_default_privileges',
    roles,
    schemas,
    grants,
    privileges,
    class: what === 'routines' ? 'functions' : what,
    grantees,
    grantOption,
    behavior,
    span: c.span(start),
  });
}
