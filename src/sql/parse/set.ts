import type {
  Discard,
  Expression,
  Reset,
  SetConstraints,
  SetTransaction,
  SetVariable,
  Show,
  ShowObjects,
  Statement,
  Transaction,
  TransactionMode,
} from '../ast/index.ts';
import {parseQualifiedName} from './names.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parsePrimary} from './primary.ts';
import {parseSignedNumber} from './storage-options.ts';
import * as token from './token.ts';

/** `SET …`, all forms. */
export function parseSet(c: Cursor): Statement {
  const {start} = c;
  c.expect('set');
  if (c.at('constraints')) return parseSetConstraints(c, start);
  if (c.at('transaction') && !isVariable(c)) return parseSetTransaction(c, start);
  if (c.at('session') && (c.peek() === 'characteristics' || c.peek() === 'authorization')) {
    return parseSetSession(c, start);
  }
  let scope: SetVariable['scope'] = 'session';
  if ((c.at('local') || c.at('session')) && !isVariable(c)) {
    scope = c.take() === 'local' ? 'local' : 'session';
    if (c.at('transaction') && !isVariable(c)) return parseSetTransaction(c, start);
    if (c.atPair('session', 'characteristics')) return parseSetSession(c, start);
  }
  return parseSetVariable(c, scope, start);
}

/** The word is a variable's name, whatever else it may mean. */
function isVariable(c: Cursor): boolean {
  const next = c.peek();
  return next === '=' || next === 'to' || next === '.' || next === 'from';
}

/** set_rest_more: one variable, or one of the standard's spellings of one. */
export function parseSetVariable(c: Cursor, scope: SetVariable['scope'], start: number): SetVariable {
  const finish = (name: string, values: readonly Expression[] | null): SetVariable =>
    node({kind: 'set', scope, name, values, span: c.span(start)});
  if (!isVariable(c)) {
    switch (c.word) {
      case 'time':
        c.advance();
        c.expect('zone');
        return finish('timezone', parseZone(c));
      case 'schema':
        c.advance();
        return finish('search_path', [stringValue(c, c.start, c.string())]);
      case 'names':
        c.advance();
        return finish('client_encoding', parseEncoding(c));
      case 'role':
        c.advance();
        return finish('role', [wordOrString(c)]);
      case 'session':
        c.advance();
        c.expect('authorization');
        return finish('session_authorization', c.accept('default') ? null : [wordOrString(c)]);
      case 'xml': {
        c.advance();
        c.expect('option');
        const place = c.start;
        return finish('xmloption', [stringValue(c, place, c.expectOne(['document', 'content']).toUpperCase())]);
      }
      case 'catalog':
        c.advance();
        c.string();
        throw c.errorAt(start, 'current database cannot be changed', '0A000');
    }
  }
  const name = parseVariableName(c);
  if (c.accept('from')) {
    c.expect('current');
    throw c.notSupported('SET … FROM CURRENT', start);
  }
  if (!c.accept('=')) c.expect('to');
  if (c.accept('default')) return finish(name, null);
  return finish(name, c.list(parseValue));
}

function parseVariableName(c: Cursor): string {
  let name = c.name();
  while (c.accept('.')) name += `.${c.name()}`;
  return name;
}

function stringValue(c: Cursor, start: number, value: string): Expression {
  return node({kind: 'string', value, span: c.span(start)});
}

function wordOrString(c: Cursor): Expression {
  const {start} = c;
  if (c.type !== token.STRING && !token.isNonReserved(c.type)) throw c.syntaxError();
  return stringValue(c, start, c.take());
}

/** var_value: words, also TRUE, FALSE and ON, count as strings. */
function parseValue(c: Cursor): Expression {
  const {start} = c;
  if (c.at('true') || c.at('false') || c.at('on')) return stringValue(c, start, c.take());
  if (c.type === token.STRING || token.isNonReserved(c.type)) return wordOrString(c);
  const type: token.TokenType = c.at('-') || c.at('+') ? c.peekType() : c.type;
  const text = parseSignedNumber(c);
  const kind = type === token.NUMERIC ? 'numeric' : 'integer';
  return node({kind, text, span: c.span(start)});
}

function parseZone(c: Cursor): readonly Expression[] | null {
  const {start} = c;
  if (c.accept('default') || c.accept('local')) return null;
  if (c.at('interval')) {
    const value = parsePrimary(c, true);
    if (value.kind !== 'cast') throw c.syntaxError();
    const {intervalFields} = value.type;
    if (intervalFields !== null && intervalFields !== 'hour' && intervalFields !== 'hour to minute') {
      const fields = value.operand.span.end + c.sql.slice(value.operand.span.end).search(/\S/);
      throw c.errorAt(fields, 'time zone interval must be HOUR or HOUR TO MINUTE');
    }
    return [value];
  }
  if (c.type === token.STRING || c.type === token.IDENT || c.type === token.QUOTED) {
    return [stringValue(c, start, c.take())];
  }
  const type: token.TokenType = c.at('-') || c.at('+') ? c.peekType() : c.type;
  const text = parseSignedNumber(c);
  return [node({kind: type === token.NUMERIC ? 'numeric' : 'integer', text, span: c.span(start)})];
}

function parseEncoding(c: Cursor): readonly Expression[] | null {
  const {start} = c;
  if (c.accept('default')) return null;
  return c.type === token.STRING ? [stringValue(c, start, c.take())] : null;
}

function parseSetConstraints(c: Cursor, start: number): SetConstraints {
  c.expect('constraints');
  const names = c.accept('all') ? NONE : c.list(parseQualifiedName);
  const deferred = c.expectOne(['deferred', 'immediate']) === 'deferred';
  return node({kind: 'set_constraints', names, deferred, span: c.span(start)});
}

function parseSetTransaction(c: Cursor, start: number): SetTransaction {
  c.expect('transaction');
  if (c.accept('snapshot')) {
    const snapshot = c.string();
    return node({kind: 'set_transaction', scope: 'transaction', snapshot, modes: NONE, span: c.span(start)});
  }
  const modes = parseModes(c);
  if (modes.length === 0) throw c.syntaxError();
  return node({kind: 'set_transaction', scope: 'transaction', snapshot: null, modes, span: c.span(start)});
}

function parseSetSession(c: Cursor, start: number): SetTransaction | SetVariable {
  if (c.peek() === 'authorization') return parseSetVariable(c, 'session', start);
  c.expect('session');
  c.expect('characteristics');
  c.expect('as');
  c.expect('transaction');
  const modes = parseModes(c);
  if (modes.length === 0) throw c.syntaxError();
  return node({kind: 'set_transaction', scope: 'session', snapshot: null, modes, span: c.span(start)});
}

/** transaction_mode_list: commas between are optional. */
function parseModes(c: Cursor): readonly TransactionMode[] {
  const modes: TransactionMode[] = [];
  for (;;) {
    const comma = modes.length > 0 && c.accept(',');
    const mode = parseMode(c);
    if (mode === null) {
      if (comma) throw c.syntaxError();
      return Object.freeze(modes);
    }
    modes.push(node(mode));
  }
}

function parseMode(c: Cursor): TransactionMode | null {
  switch (c.word) {
    case 'isolation': {
      c.advance();
      c.expect('level');
      switch (c.expectOne(['read', 'repeatable', 'serializable'])) {
        case 'read':
          return {mode: 'isolation', level: `read ${c.expectOne(['uncommitted', 'committed'])}`};
        case 'repeatable':
          c.expect('read');
          return {mode: 'isolation', level: 'repeatable read'};
        default:
          return {mode: 'isolation', level: 'serializable'};
      }
    }
    case 'read':
      c.advance();
      return {mode: 'read_only', value: c.expectOne(['only', 'write']) === 'only'};
    case 'deferrable':
      c.advance();
      return {mode: 'deferrable', value: true};
    case 'not':
      c.advance();
      c.expect('deferrable');
      return {mode: 'deferrable', value: false};
  }
  return null;
}

export function parseReset(c: Cursor): Reset {
  const {start} = c;
  c.expect('reset');
  const name = parseShownName(c);
  return node({kind: 'reset', name: name === 'all' ? null : name, span: c.span(start)});
}

/** A variable by name or by one of the standard's phrases; `all` for ALL. */
function parseShownName(c: Cursor): string {
  if (c.accept('all')) return 'all';
  if (c.acceptPair('time', 'zone')) return 'timezone';
  if (c.acceptPair('session', 'authorization')) return 'session_authorization';
  if (c.acceptPair('transaction', 'isolation')) {
    c.expect('level');
    return 'transaction_isolation';
  }
  return parseVariableName(c);
}

export function parseDiscard(c: Cursor): Discard {
  const {start} = c;
  c.expect('discard');
  const what = c.expectOne(['all', 'plans', 'sequences', 'temp', 'temporary']);
  return node({kind: 'discard', what: what === 'temporary' ? 'temp' : what, span: c.span(start)});
}

const SHOWN: readonly ShowObjects[] = [
  'sources',
  'sinks',
  'tables',
  'views',
  'materialized views',
  'indexes',
  'schemas',
  'columns',
];

const CREATED = ['materialized view', 'table', 'view', 'source', 'sink', 'index'] as const;

/** `SHOW variable`, `SHOW ALL`, and lists of objects and their definitions. */
export function parseShow(c: Cursor): Show {
  const {start} = c;
  c.expect('show');
  const finish = (show: Show['show']): Show => node({kind: 'show', show: node(show), span: c.span(start)});
  if (c.accept('create')) {
    const object = takePhrase(c, CREATED);
    if (object === null) throw c.syntaxError();
    return finish({what: 'create', object, name: parseQualifiedName(c)});
  }
  if (c.type !== token.QUOTED && c.peek() !== '.') {
    const objects = takePhrase(c, SHOWN);
    if (objects !== null) {
      const from = c.acceptOne(['from', 'in']) === null ? null : parseQualifiedName(c);
      if (objects === 'columns' && from === null) throw c.syntaxError();
      const like = c.accept('like') ? c.string() : null;
      return finish({what: 'objects', objects, from, like});
    }
  }
  if (c.accept('all')) return finish({what: 'all'});
  return finish({what: 'variable', name: parseShownName(c)});
}

function takePhrase<const P extends string>(c: Cursor, phrases: readonly P[]): P | null {
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    if (words.every((word, i) => c.peek(i) === word)) {
      for (let i = 0; i < words.length; i++) c.advance();
      return phrase;
    }
  }
  return null;
}

/** BEGIN, COMMIT, ROLLBACK, SAVEPOINT and their other names; the current word is one of them. */
export function parseTransaction(c: Cursor): Transaction {
  const {start} = c;
  const command = parseCommand(c);
  return node({kind: 'transaction', command: node(command), span: c.span(start)});
}

function parseCommand(c: Cursor): Transaction['command'] {
  switch (c.take()) {
    case 'begin':
      skipWork(c);
      return {type: 'begin', modes: parseModes(c)};
    case 'start':
      c.expect('transaction');
      return {type: 'begin', modes: parseModes(c)};
    case 'commit':
      if (c.accept('prepared')) return {type: 'commit_prepared', id: c.string()};
      skipWork(c);
      return {type: 'commit', chain: parseChain(c)};
    case 'end':
      skipWork(c);
      return {type: 'commit', chain: parseChain(c)};
    case 'abort':
      skipWork(c);
      return {type: 'rollback', chain: parseChain(c)};
    case 'rollback':
      if (c.accept('prepared')) return {type: 'rollback_prepared', id: c.string()};
      skipWork(c);
      if (c.accept('to')) {
        if (c.at('savepoint') && token.isName(c.peekType())) c.advance();
        return {type: 'rollback_to', name: c.name()};
      }
      return {type: 'rollback', chain: parseChain(c)};
    case 'savepoint':
      return {type: 'savepoint', name: c.name()};
    case 'release':
      if (c.at('savepoint') && token.isName(c.peekType())) c.advance();
      return {type: 'release', name: c.name()};
    default:
      c.expect('transaction');
      return {type: 'prepare', id: c.string()};
  }
}

function skipWork(c: Cursor): void {
  if (!c.accept('work')) c.accept('transaction');
}

function parseChain(c: Cursor): boolean {
  if (!c.accept('and')) return false;
  const chain = !c.accept('no');
  c.expect('chain');
  return chain;
}
