import type {
  AlterAction,
  AlterObject,
  AlterSystem,
  QualifiedName,
  Refresh,
  Rename,
  Statement,
  Truncate,
} from '../ast/index.ts';
import {parseAlterColumn} from './alter-column.ts';
import {parsePhysicalAction} from './alter-physical.ts';
import {parseBehavior, parseIfExists} from './behavior.ts';
import {parseColumnDefinition, parseTableConstraint} from './constraint.ts';
import {parseWithData} from './create.ts';
import {parseQualifiedName, parsePathName} from './names.ts';
import {parseAlterCollation, parseDropCollation} from './collation-ddl.ts';
import {type Cursor, node} from './cursor.ts';
import {parseAlterDatabase} from './database.ts';
import {parseDropExtension} from './extension.ts';
import {parseRelation} from './from.ts';
import {atRoutine, parseAlterFunction, parseDropFunction} from './function-ddl.ts';
import {parseDefaultPrivileges} from './grant.ts';
import {parseAlterMaskingPolicy, parseAlterPolicy, parseDropMaskingPolicy, parseDropPolicy} from './policy.ts';
import {atRole, parseAlterRole, parseDatabaseSetting, parseDropOwned, parseDropRole} from './role.ts';
import {parseReset, parseSetVariable} from './set.ts';
import {parseRelationOptions, parseSignedNumber, parseTablespace} from './storage-options.ts';
import {parseAlterDomain, parseAlterType} from './type-ddl.ts';
import {parseSequenceOptions} from './sequence.ts';
import {parseTypeName} from './type-name.ts';
import {unsupportedObject} from './unsupported.ts';

/** The kind of object next, as one of the given; null when it is none of them. */
export function parseObject<const O extends string>(c: Cursor, objects: readonly O[]): O | null {
  if (c.at('materialized')) {
    c.advance();
    c.expect('view');
    return objects.find(object => object === 'materialized view') ?? null;
  }
  for (const object of objects) {
    const words = object.split(' ');
    if (words.every((word, i) => c.peek(i) === word)) {
      for (let i = 0; i < words.length; i++) c.advance();
      return object;
    }
  }
  return null;
}

export function parseDrop(c: Cursor): Statement {
  const {start} = c;
  c.expect('drop');
  if (atRoutine(c)) return parseDropFunction(c, start);
  if (c.at('extension')) return parseDropExtension(c, start);
  if (c.at('collation')) return parseDropCollation(c, start);
  if (atRole(c) && c.peek() !== 'mapping') return parseDropRole(c, start);
  if (c.at('owned')) return parseDropOwned(c, start);
  if (c.at('policy')) return parseDropPolicy(c, start);
  if (c.at('masking')) return parseDropMaskingPolicy(c, start);
  const object = parseObject(c, ALTERABLE);
  if (object === null) throw unsupportedObject(c, 'DROP') ?? c.syntaxError();
  const concurrently = object === 'index' && c.accept('concurrently');
  const ifExists = parseIfExists(c);
  const names = c.list(object === 'type' || object === 'domain' ? typeNamePath : parsePathName);
  const behavior = parseBehavior(c);
  return node({kind: 'drop', object, ifExists, names, behavior, concurrently, span: c.span(start)});
}

/** DROP TYPE names types as expressions do: `DROP TYPE int` is one of pg_catalog. */
function typeNamePath(c: Cursor): QualifiedName {
  const {start} = c;
  const type = parseTypeName(c);
  return node({kind: 'qualified_name', parts: type.names, span: c.span(start)});
}

export const ALTERABLE: readonly AlterObject[] = [
  'table',
  'view',
  'materialized view',
  'source',
  'sink',
  'index',
  'sequence',
  'schema',
  'type',
  'domain',
];

export function parseAlter(c: Cursor): Statement {
  const {start} = c;
  c.expect('alter');
  if (c.accept('system')) {
    const place = c.start;
    if (!c.at('set') && !c.at('reset')) throw c.syntaxError();
    const setting = c.at('reset') ? parseReset(c) : parseSystemSetting(c, place);
    return node({kind: 'alter_system', setting, span: c.span(start)});
  }
  if (atRole(c) && c.peek() !== 'mapping') return parseAlterRole(c, start);
  if (c.at('policy')) return parseAlterPolicy(c, start);
  if (c.at('masking')) return parseAlterMaskingPolicy(c, start);
  if (c.atPair('default', 'privileges')) return parseDefaultPrivileges(c, start);
  if (c.at('database')) {
    const ofSettings = c.peek(2) === 'reset' || (c.peek(2) === 'set' && c.peek(3) !== 'tablespace');
    c.advance();
    return ofSettings ? parseDatabaseSetting(c, c.name(), start) : parseAlterDatabase(c, start);
  }
  if (atRoutine(c)) return parseAlterFunction(c, start);
  if (c.at('collation')) return parseAlterCollation(c, start);
  if (c.acceptPair('large', 'object')) return parseAlterLargeObject(c, start);
  const ofType = c.at('type') ? parseAlterType(c, start) : c.at('domain') ? parseAlterDomain(c, start) : null;
  if (ofType) return ofType;
  const object = parseObject(c, ALTERABLE);
  if (object === null) throw unsupportedObject(c, 'ALTER') ?? c.syntaxError();
  const ifExists = object !== 'type' && object !== 'domain' && parseIfExists(c);
  const {name, only} = object === 'table' ? parseRelation(c) : {name: parsePathName(c), only: false};
  const target = {object, ifExists, only, name};
  if (c.accept('rename')) return finishRename(c, target, start);
  if (c.acceptPair('set', 'schema')) {
    const schema = c.name();
    return node({kind: 'alter_schema', ...target, schema, span: c.span(start)});
  }
  const options = object === 'sequence' && !c.at('owner') ? parseSequenceOptions(c, false) : [];
  const actions =
    options.length > 0
      ? Object.freeze([node({action: 'sequence_options' as const, options})])
      : c.list(inner => parseAction(inner, object));
  return node({kind: 'alter', ...target, actions, span: c.span(start)});
}

function parseAlterLargeObject(c: Cursor, start: number): Statement {
  const object = parseSignedNumber(c);
  c.expect('owner');
  c.expect('to');
  return node({kind: 'alter_large_object', object, owner: c.nonReservedOrUser(), span: c.span(start)});
}

function parseSystemSetting(c: Cursor, start: number): AlterSystem['setting'] {
  c.expect('set');
  return parseSetVariable(c, 'session', start);
}

const HAVE_COLUMNS: ReadonlySet<AlterObject> = new Set(['table', 'view', 'materialized view', 'source']);

function finishRename(c: Cursor, target: Pick<Rename, 'object' | 'ifExists' | 'only' | 'name'>, start: number): Rename {
  let part: Rename['part'] = 'object';
  let from: string | null = null;
  if (!c.at('to') && target.object === 'domain') {
    c.expect('constraint');
    part = 'constraint';
    from = c.name();
  } else if (!c.at('to') && HAVE_COLUMNS.has(target.object)) {
    if (c.accept('constraint')) part = 'constraint';
    else {
      c.accept('column');
      part = 'column';
    }
    from = c.name();
  }
  c.expect('to');
  const to = c.name();
  return node({kind: 'rename', ...target, part, from, to, span: c.span(start)});
}

function parseAction(c: Cursor, object: AlterObject): AlterAction {
  const {start} = c;
  switch (c.word) {
    case 'add':
      return parseAdd(c);
    case 'drop':
      return parseDropPart(c);
    case 'alter':
      if (object === 'index') return parseSetStatistics(c);
      return parseAlterColumn(c);
    case 'validate':
      c.advance();
      c.expect('constraint');
      return node({action: 'validate_constraint', name: c.name()});
    case 'owner':
      c.advance();
      c.expect('to');
      return node({action: 'owner_to', role: c.nonReservedOrUser()});
    case 'set':
      if (object === 'index' && c.peek() === 'tablespace') return parseSetTablespace(c);
      if (c.peek() !== '(') break;
      c.advance();
      return node({action: 'set_options', options: parseRelationOptions(c)});
    case 'reset':
      c.advance();
      return node({action: 'reset_options', options: parseRelationOptions(c)});
  }
  const rowSecurity = parseRowSecurity(c);
  if (rowSecurity) return rowSecurity;
  const physical = object === 'table' ? parsePhysicalAction(c) : null;
  if (physical) return physical;
  if (/^(set|cluster|inherit|no|of|not|enable|disable|force|replica|attach|detach|depends|options)$/.test(c.word)) {
    throw c.notSupported(`ALTER ${object} … ${c.word} ${c.peek()}`.trim().toUpperCase(), start);
  }
  throw c.syntaxError();
}

/** `ENABLE|DISABLE|FORCE|NO FORCE ROW LEVEL SECURITY`; null: something else. */
function parseRowSecurity(c: Cursor): AlterAction | null {
  const change = c.atPair('no', 'force') ? 'no force' : c.word;
  if (change !== 'enable' && change !== 'disable' && change !== 'force' && change !== 'no force') return null;
  if (c.peek(change === 'no force' ? 2 : 1) !== 'row') return null;
  c.advance();
  if (change === 'no force') c.advance();
  c.expect('row');
  c.expect('level');
  c.expect('security');
  return node({action: 'row_security', change});
}

function parseSetTablespace(c: Cursor): AlterAction {
  c.expect('set');
  return node({action: 'set_tablespace', tablespace: parseTablespace(c)!});
}

/** An index's columns have no names that one could use. */
function parseSetStatistics(c: Cursor): AlterAction {
  c.expect('alter');
  c.accept('column');
  const column = Number(parseSignedNumber(c));
  c.expect('set');
  c.expect('statistics');
  return node({action: 'set_index_statistics', column, target: Number(parseSignedNumber(c))});
}

function parseAdd(c: Cursor): AlterAction {
  c.expect('add');
  const constraint = c.at('column') ? null : parseTableConstraint(c);
  if (constraint !== null) return node({action: 'add_constraint', constraint});
  c.accept('column');
  let ifNotExists = false;
  if (c.atPair('if', 'not')) {
    c.advance();
    c.advance();
    c.expect('exists');
    ifNotExists = true;
  }
  return node({action: 'add_column', ifNotExists, column: parseColumnDefinition(c)});
}

function parseDropPart(c: Cursor): AlterAction {
  c.expect('drop');
  if (c.accept('constraint')) {
    const ifExists = parseIfExists(c);
    const name = c.name();
    return node({action: 'drop_constraint', ifExists, name, behavior: parseBehavior(c)});
  }
  c.accept('column');
  const ifExists = parseIfExists(c);
  const column = c.name();
  return node({action: 'drop_column', ifExists, column, behavior: parseBehavior(c)});
}

export function parseTruncate(c: Cursor): Truncate {
  const {start} = c;
  c.expect('truncate');
  c.accept('table');
  const tables = c.list(inner => {
    const {name, only} = parseRelation(inner);
    return node({name, only});
  });
  const identity = c.acceptOne(['restart', 'continue']);
  if (identity !== null) c.expect('identity');
  const behavior = parseBehavior(c);
  return node({kind: 'truncate', tables, restartIdentity: identity === 'restart', behavior, span: c.span(start)});
}

/** `REFRESH MATERIALIZED VIEW`. */
export function parseRefresh(c: Cursor): Refresh {
  const {start} = c;
  c.expect('refresh');
  c.expect('materialized');
  c.expect('view');
  const concurrently = c.accept('concurrently');
  const name = parseQualifiedName(c);
  const withData = parseWithData(c);
  return node({kind: 'refresh', concurrently, name, withData, span: c.span(start)});
}
