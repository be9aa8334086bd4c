import type {Call, Checkpoint, Listen, Notify, Statement, Unlisten} from '../ast/index.ts';
import {parseAlter, parseDrop, parseRefresh, parseTruncate} from './alter.ts';
import {parseComment} from './comment.ts';
import {parseCopy} from './copy.ts';
import {parseCreate} from './create.ts';
import {type Cursor, node} from './cursor.ts';
import {
  parseClose,
  parseDeallocate,
  parseDeclare,
  parseExecute,
  parseExplain,
  parseFetch,
  parsePrepare,
} from './prepared.ts';
import {parseApplication} from './function-call.ts';
import {parseGrant} from './grant.ts';
import {parseReassign} from './role.ts';
import {parseDo} from './extension.ts';
import {parseDropDatabase} from './database.ts';
import {parseLock, parseMaintenance, parseReindex} from './maintenance.ts';
import {parsePathName} from './names.ts';
import {parseQuery} from './query.ts';
import {parseDiscard, parseReset, parseSet, parseShow, parseTransaction} from './set.ts';
import {atSubscribe, parseSubscribe} from './source.ts';
import {unsupportedStatement} from './unsupported.ts';
import {parsePreparable} from './with.ts';

type Parse = (c: Cursor) => Statement;

/** Statements by first word. */
const STATEMENTS: ReadonlyMap<string, Parse> = new Map<string, Parse>([
  ['select', parseQuery],
  ['values', parseQuery],
  ['table', parseQuery],
  ['(', parseQuery],
  ['with', parsePreparable],
  ['insert', parsePreparable],
  ['update', parsePreparable],
  ['delete', parsePreparable],
  ['merge', parsePreparable],
  ['copy', parseCopy],
  ['create', parseCreate],
  ['do', parseDo],
  ['drop', c => (c.peek() === 'database' ? parseDropDatabase(c) : parseDrop(c))],
  ['alter', parseAlter],
  ['truncate', parseTruncate],
  ['comment', parseComment],
  ['refresh', parseRefresh],
  ['set', parseSet],
  ['reset', parseReset],
  ['show', parseShow],
  ['discard', parseDiscard],
  ['begin', parseTransaction],
  ['start', parseTransaction],
  ['commit', parseTransaction],
  ['end', parseTransaction],
  ['rollback', parseTransaction],
  ['abort', parseTransaction],
  ['savepoint', parseTransaction],
  ['release', parseTransaction],
  ['explain', parseExplain],
  ['execute', parseExecute],
  ['prepare', c => (c.peek() === 'transaction' ? parseTransaction(c) : parsePrepare(c))],
  ['deallocate', parseDeallocate],
  ['declare', parseDeclare],
  ['fetch', parseFetch],
  ['move', parseFetch],
  ['close', parseClose],
  ['call', parseCall],
  ['listen', parseListen],
  ['notify', parseNotify],
  ['unlisten', parseUnlisten],
  ['checkpoint', parseCheckpoint],
  ['analyze', parseMaintenance],
  ['analyse', parseMaintenance],
  ['cluster', parseMaintenance],
  ['reindex', parseReindex],
  ['vacuum', parseMaintenance],
  ['lock', parseLock],
  ['grant', parseGrant],
  ['revoke', parseGrant],
  ['reassign', parseReassign],
]);

/** One statement, without the semicolon. */
export function parseStatement(c: Cursor): Statement {
  const parse = STATEMENTS.get(c.word);
  if (parse) return parse(c);
  if (atSubscribe(c)) return parseSubscribe(c);
  throw unsupportedStatement(c) ?? c.syntaxError();
}

function parseCall(c: Cursor): Call {
  const {start} = c;
  c.expect('call');
  const name = parsePathName(c);
  if (!c.at('(')) throw c.syntaxError();
  return node({kind: 'call', call: parseApplication(c, name.parts, name.span.start), span: c.span(start)});
}

function parseListen(c: Cursor): Listen {
  const {start} = c;
  c.expect('listen');
  const channel = c.name();
  return node({kind: 'listen', channel, span: c.span(start)});
}

function parseNotify(c: Cursor): Notify {
  const {start} = c;
  c.expect('notify');
  const channel = c.name();
  const payload = c.accept(',') ? c.string() : null;
  return node({kind: 'notify', channel, payload, span: c.span(start)});
}

function parseUnlisten(c: Cursor): Unlisten {
  const {start} = c;
  c.expect('unlisten');
  const channel = c.accept('*') ? null : c.name();
  return node({kind: 'unlisten', channel, span: c.span(start)});
}

function parseCheckpoint(c: Cursor): Checkpoint {
  const {start} = c;
  c.expect('checkpoint');
  return node({kind: 'checkpoint', span: c.span(start)});
}
