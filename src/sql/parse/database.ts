import type {AlterDatabase, CreateDatabase, DatabaseChange, DatabaseOption, DropDatabase} from '../ast/index.ts';
import {parseIfExists} from './behavior.ts';
import {type Cursor, node} from './cursor.ts';
import {skipOptions} from './maintenance.ts';
import {parseRoleSpec} from './role.ts';
import {parseSignedNumber} from './storage-options.ts';
import * as token from './token.ts';

/** `CREATE DATABASE d [WITH] [option [=] value …]`, from DATABASE on. */
export function parseCreateDatabase(c: Cursor, start: number): CreateDatabase {
  c.expect('database');
  const name = c.name();
  c.accept('with');
  return node({kind: 'create_database', name, options: parseOptions(c), span: c.span(start)});
}

/** All but SET and RESET of settings: from the database's name on. */
export function parseAlterDatabase(c: Cursor, start: number): AlterDatabase {
  const name = c.name();
  return node({kind: 'alter_database', name, change: Object.freeze(parseChange(c)), span: c.span(start)});
}

/** `DROP DATABASE [IF EXISTS] d`. */
export function parseDropDatabase(c: Cursor): DropDatabase {
  const {start} = c;
  c.expect('drop');
  c.expect('database');
  const ifExists = parseIfExists(c);
  const name = c.name();
  c.accept('with');
  skipOptions(c);
  return node({kind: 'drop_database', ifExists, name, span: c.span(start)});
}

function parseChange(c: Cursor): DatabaseChange {
  if (c.accept('rename')) {
    c.expect('to');
    return {action: 'rename', to: c.name()};
  }
  if (c.at('owner') && c.peek() === 'to') {
    c.advance();
    c.advance();
    return {action: 'owner', owner: parseRoleSpec(c)};
  }
  if (c.at('refresh')) {
    c.advance();
    c.expect('collation');
    c.expect('version');
    return {action: 'refresh collation version'};
  }
  if (c.accept('set')) {
    c.expect('tablespace');
    return {action: 'tablespace', tablespace: c.name()};
  }
  c.accept('with');
  return {action: 'options', options: parseOptions(c)};
}

function parseOptions(c: Cursor): readonly DatabaseOption[] {
  const options: DatabaseOption[] = [];
  while (token.isNonReserved(c.type)) {
    const at = c.start;
    let name = c.take();
    if (name === 'connection' && c.accept('limit')) name = 'connection limit';
    c.accept('=');
    options.push(Object.freeze({name, value: parseValue(c), at}));
  }
  return Object.freeze(options);
}

function parseValue(c: Cursor): string | null {
  if (c.accept('default')) return null;
  if (c.type === token.STRING) return c.string();
  if (c.at('true') || c.at('false') || c.at('on') || token.isNonReserved(c.type)) return c.take();
  return parseSignedNumber(c);
}
