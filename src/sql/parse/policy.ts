import type {
  AlterMaskingPolicy,
  AlterPolicy,
  CreateMaskingPolicy,
  CreatePolicy,
  DropMaskingPolicy,
  DropPolicy,
  PolicyCommand,
  RenamePolicy,
  RoleSpec,
} from '../ast/index.ts';
import {parseIfExists} from './behavior.ts';
import {type Cursor, node} from './cursor.ts';
import {parseExpression} from './expression.ts';
import {parsePathName, parseQualifiedName} from './names.ts';
import {parseRoleSpec} from './role.ts';
import {parseIfNotExists} from './sequence.ts';
import {parseTypeName} from './type-name.ts';

/** `CREATE POLICY …`, from there on. */
export function parseCreatePolicy(c: Cursor, start: number): CreatePolicy {
  c.expect('policy');
  const name = c.name();
  c.expect('on');
  const table = parseQualifiedName(c);
  let permissive = true;
  if (c.accept('as')) {
    const place = c.start;
    const word = c.name();
    if (word !== 'permissive' && word !== 'restrictive') {
      throw c
        .errorAt(place, `unrecognized row security option "${word}"`, '42601')
        .with({hint: 'Only PERMISSIVE or RESTRICTIVE policies are supported currently.'});
    }
    permissive = word === 'permissive';
  }
  const command: PolicyCommand = c.accept('for') ? c.expectOne(['all', 'select', 'insert', 'update', 'delete']) : 'all';
  const roles = c.accept('to') ? c.list(parseRoleSpec) : PUBLIC;
  const {using, check} = parseConditions(c);
  return node({kind: 'create_policy', name, table, permissive, command, roles, using, check, span: c.span(start)});
}

const PUBLIC: readonly RoleSpec[] = Object.freeze([node({type: 'public'})]);

function parseConditions(c: Cursor) {
  const condition = () => {
    c.expect('(');
    const expression = parseExpression(c);
    c.expect(')');
    return expression;
  };
  const using = c.accept('using') ? condition() : null;
  if (!c.at('with')) return {using, check: null};
  c.expect('with');
  c.expect('check');
  return {using, check: condition()};
}

/** `ALTER POLICY …`, from there on. */
export function parseAlterPolicy(c: Cursor, start: number): AlterPolicy | RenamePolicy {
  c.expect('policy');
  const name = c.name();
  c.expect('on');
  const table = parseQualifiedName(c);
  if (c.accept('rename')) {
    c.expect('to');
    return node({kind: 'rename_policy', name, table, to: c.name(), span: c.span(start)});
  }
  const roles = c.accept('to') ? c.list(parseRoleSpec) : null;
  const {using, check} = parseConditions(c);
  return node({kind: 'alter_policy', name, table, roles, using, check, span: c.span(start)});
}

/** `DROP POLICY …`, from there on. */
export function parseDropPolicy(c: Cursor, start: number): DropPolicy {
  c.expect('policy');
  const ifExists = parseIfExists(c);
  const name = c.name();
  c.expect('on');
  const table = parseQualifiedName(c);
  c.acceptOne(['cascade', 'restrict']);
  return node({kind: 'drop_policy', ifExists, name, table, span: c.span(start)});
}

/** `CREATE [OR REPLACE] MASKING POLICY …`, from there on. */
export function parseCreateMaskingPolicy(c: Cursor, start: number, orReplace: boolean): CreateMaskingPolicy {
  c.expect('masking');
  c.expect('policy');
  const ifNotExists = !orReplace && parseIfNotExists(c);
  const name = parsePathName(c);
  c.expect('as');
  c.expect('(');
  const parameters = c.list(inner => node({name: inner.name(), type: parseTypeName(inner)}));
  c.expect(')');
  c.expect('returns');
  const returns = parseTypeName(c);
  c.expect('->');
  const body = parseBody(c);
  return node({
    kind: 'create_masking_policy',
    orReplace,
    ifNotExists,
    name,
    parameters,
    returns,
    body,
    span: c.span(start),
  });
}

function parseBody(c: Cursor) {
  c.inMask = true;
  const body = parseExpression(c);
  c.inMask = false;
  return body;
}

/** `ALTER MASKING POLICY …`, from there on. */
export function parseAlterMaskingPolicy(c: Cursor, start: number): AlterMaskingPolicy {
  c.expect('masking');
  c.expect('policy');
  const ifExists = parseIfExists(c);
  const name = parsePathName(c);
  if (c.accept('rename')) {
    c.expect('to');
    const change = node({to: 'name' as const, name: c.name()});
    return node({kind: 'alter_masking_policy', ifExists, name, change, span: c.span(start)});
  }
  c.expect('set');
  c.expect('body');
  c.expect('->');
  const change = node({to: 'body' as const, body: parseBody(c)});
  return node({kind: 'alter_masking_policy', ifExists, name, change, span: c.span(start)});
}

/** `DROP MASKING POLICY …`, from there on. */
export function parseDropMaskingPolicy(c: Cursor, start: number): DropMaskingPolicy {
  c.expect('masking');
  c.expect('policy');
  const ifExists = parseIfExists(c);
  const names = c.list(parsePathName);
  return node({kind: 'drop_masking_policy', ifExists, names, span: c.span(start)});
}
