import {parsePersistence} from './persistence.ts';
import type {
  ColumnDefinition,
  CreateIndex,
  CreateMaterializedView,
  CreateSchema,
  CreateTable,
  CreateTableAs,
  CreateView,
  LikeTable,
  Persistence,
  SchemaElement,
  Statement,
  TableConstraint,
} from '../ast/index.ts';
import {parseCreateCollation} from './collation-ddl.ts';
import {parseColumnDefinition, parseNullTreatment, parseTableConstraint} from './constraint.ts';
import {parseCreateSink, parseCreateSource} from './source.ts';
import {parseCreateSequence, parseIfNotExists} from './sequence.ts';
import {parseQualifiedName} from './names.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseEmit} from './emit.ts';
import {parseExpression} from './expression.ts';
import {parseCreateExtension} from './extension.ts';
import {parseGrantOfPrivileges} from './grant.ts';
import {parseIndexElement} from './index-element.ts';
import {parseCreateDatabase} from './database.ts';
import {parseCreateFunction} from './function-ddl.ts';
import {parseCreateMaskingPolicy, parseCreatePolicy} from './policy.ts';
import {parseQuery} from './query.ts';
import {parseCreateRole} from './role.ts';
import {parseRelation} from './from.ts';
import {parseTablespace, parseWithOptions} from './storage-options.ts';
import * as token from './token.ts';
import {parseCreateDomain, parseCreateType} from './type-ddl.ts';
import {unsupportedObject} from './unsupported.ts';
import {parseExecute} from './prepared.ts';

/** Every `CREATE …`. */
export function parseCreate(c: Cursor): Statement {
  const {start} = c;
  c.expect('create');
  const orReplace = c.accept('or');
  if (orReplace) c.expect('replace');
  const persistence = parsePersistence(c);
  if (persistence === 'permanent' || persistence === 'unlogged') {
    const created = parsePermanent(c, start, orReplace, persistence);
    if (created) return created;
  }
  switch (c.word) {
    case 'view':
    case 'recursive':
      return parseCreateView(c, start, orReplace, persistence);
    case 'table':
      if (!orReplace) return parseCreateTable(c, start, persistence);
      break;
    case 'sequence':
      if (!orReplace) return parseCreateSequence(c, persistence, start);
      break;
  }
  throw c.syntaxError();
}

/** What cannot be temporary. */
function parsePermanent(c: Cursor, start: number, orReplace: boolean, persistence: Persistence): Statement | null {
  if (c.at('materialized')) return parseCreateMaterializedView(c, start, orReplace);
  if (persistence !== 'permanent') return null;
  switch (c.word) {
    case 'source':
      return parseCreateSource(c, start, orReplace);
    case 'sink':
      if (!orReplace && c.type === token.IDENT) return parseCreateSink(c, start);
      break;
    case 'index':
    case 'unique':
      if (!orReplace) return parseCreateIndex(c, start);
      break;
    case 'extension':
      if (!orReplace) return parseCreateExtension(c, start);
      break;
    case 'schema':
      if (!orReplace) return parseCreateSchema(c, start);
      break;
    case 'type':
      if (!orReplace) return parseCreateType(c, start);
      break;
    case 'collation':
      if (!orReplace) return parseCreateCollation(c, start);
      break;
    case 'domain':
      if (!orReplace) return parseCreateDomain(c, start);
      break;
    case 'function':
    case 'procedure':
      return parseCreateFunction(c, start, orReplace);
    case 'role':
    case 'user':
    case 'group':
      if (!orReplace && c.peek() !== 'mapping') return parseCreateRole(c, start);
      break;
    case 'policy':
      if (!orReplace) return parseCreatePolicy(c, start);
      break;
    case 'database':
      if (!orReplace) return parseCreateDatabase(c, start);
      break;
    case 'masking':
      return parseCreateMaskingPolicy(c, start, orReplace);
  }
  const unsupported = unsupportedObject(c, 'CREATE', orReplace);
  if (unsupported) throw unsupported;
  return null;
}

function parseCreateTable(c: Cursor, start: number, persistence: Persistence): CreateTable | CreateTableAs {
  c.expect('table');
  const ifNotExists = parseIfNotExists(c);
  const name = parseQualifiedName(c);
  if (c.at('of')) throw c.notSupported('CREATE TABLE OF');
  if (c.at('partition')) throw c.notSupported('CREATE TABLE PARTITION OF');
  const listed = c.at('(') && token.isName(c.peekType()) && (c.peek(2) === ',' || c.peek(2) === ')');
  if (!c.at('(') || listed) {
    const columns = c.optionalNames();
    const target = {persistence, ifNotExists, name, columns, ...parseTableOptions(c)};
    return parseTableAs(c, target, start);
  }
  c.expect('(');
  const elements = c.at(')') ? NONE : c.list(parseTableElement);
  c.expect(')');
  let inherits: CreateTable['inherits'] = NONE;
  if (c.accept('inherits')) {
    c.expect('(');
    inherits = c.list(parseQualifiedName);
    c.expect(')');
  }
  if (c.at('partition')) throw c.notSupported('PARTITION BY');
  const {options, onCommit, tablespace} = parseTableOptions(c);
  return node({
    kind: 'create_table',
    persistence,
    ifNotExists,
    name,
    elements,
    inherits,
    options,
    onCommit,
    tablespace,
    span: c.span(start),
  });
}

function parseTableAs(
  c: Cursor,
  target: Omit<CreateTableAs, 'kind' | 'span' | 'source' | 'withData'>,
  start: number,
): CreateTableAs {
  c.expect('as');
  const source = c.at('execute') ? parseExecute(c) : parseQuery(c);
  const withData = parseWithData(c);
  return node({kind: 'create_table_as', ...target, source, withData, span: c.span(start)});
}

/** `WITH [NO] DATA`. */
export function parseWithData(c: Cursor): boolean {
  if (!c.accept('with')) return true;
  const without = c.accept('no');
  c.expect('data');
  return !without;
}

function parseTableOptions(c: Cursor): Pick<CreateTable, 'options' | 'onCommit' | 'tablespace'> {
  parseAccessMethod(c);
  let options: CreateTable['options'] = NONE;
  if (c.acceptPair('without', 'oids')) options = NONE;
  else options = parseWithOptions(c);
  let onCommit: CreateTable['onCommit'] = 'default';
  if (c.accept('on')) {
    c.expect('commit');
    const what = c.expectOne(['preserve', 'delete', 'drop']);
    if (what !== 'drop') c.expect('rows');
    onCommit = what === 'drop' ? 'drop' : `${what} rows`;
  }
  return {options, onCommit, tablespace: parseTablespace(c)};
}

/** `USING heap`, of which there is but that. */
function parseAccessMethod(c: Cursor): void {
  if (c.accept('using') && c.name() !== 'heap') throw c.notSupported('table access method');
}

export function parseTableElement(c: Cursor): ColumnDefinition | TableConstraint | LikeTable {
  if (c.at('like')) return parseLike(c);
  return parseTableConstraint(c) ?? parseColumnDefinition(c);
}

const LIKE_OPTIONS = [
  'comments',
  'compression',
  'constraints',
  'defaults',
  'generated',
  'identity',
  'indexes',
  'statistics',
  'storage',
  'all',
] as const;

function parseLike(c: Cursor): LikeTable {
  const {start} = c;
  c.expect('like');
  const table = parseQualifiedName(c);
  const options: {including: boolean; what: string}[] = [];
  for (;;) {
    const word = c.acceptOne(['including', 'excluding']);
    if (word === null) break;
    options.push(node({including: word === 'including', what: c.expectOne(LIKE_OPTIONS)}));
  }
  return node({kind: 'like_table', table, options: Object.freeze(options), span: c.span(start)});
}

function parseCreateView(c: Cursor, start: number, orReplace: boolean, persistence: Persistence): CreateView {
  const recursive = c.accept('recursive');
  c.expect('view');
  const name = parseQualifiedName(c);
  const columns = recursive ? c.names() : c.optionalNames();
  const options = parseWithOptions(c);
  c.expect('as');
  const query = parseQuery(c);
  const emit = parseEmit(c);
  const at = c.start;
  const checkOption = parseCheckOption(c);
  if (recursive && checkOption !== 'none') {
    throw c.errorAt(at, 'WITH CHECK OPTION not supported on recursive views', '0A000');
  }
  return node({
    kind: 'create_view',
    orReplace,
    persistence,
    recursive,
    name,
    columns,
    options,
    query,
    emit,
    checkOption,
    span: c.span(start),
  });
}

function parseCheckOption(c: Cursor): CreateView['checkOption'] {
  if (!c.accept('with')) return 'none';
  const kind = c.acceptOne(['local', 'cascaded']) ?? 'cascaded';
  c.expect('check');
  c.expect('option');
  return kind;
}

function parseCreateMaterializedView(c: Cursor, start: number, orReplace: boolean): CreateMaterializedView {
  c.expect('materialized');
  c.expect('view');
  const ifNotExists = parseIfNotExists(c);
  const name = parseQualifiedName(c);
  const columns = c.optionalNames();
  parseAccessMethod(c);
  const options = parseWithOptions(c);
  const tablespace = parseTablespace(c);
  c.expect('as');
  const query = parseQuery(c);
  const emit = parseEmit(c);
  const withData = parseWithData(c);
  return node({
    kind: 'create_materialized_view',
    orReplace,
    ifNotExists,
    name,
    columns,
    options,
    tablespace,
    query,
    emit,
    withData,
    span: c.span(start),
  });
}

function parseCreateIndex(c: Cursor, start: number): CreateIndex {
  const unique = c.accept('unique');
  c.expect('index');
  const concurrently = c.accept('concurrently');
  const ifNotExists = parseIfNotExists(c);
  const name = ifNotExists || !c.at('on') ? c.name() : null;
  c.expect('on');
  const {name: table, only} = parseRelation(c);
  const method = c.accept('using') ? c.name() : null;
  c.expect('(');
  const elements = c.list(parseIndexElement);
  c.expect(')');
  let include: CreateIndex['include'] = NONE;
  if (c.accept('include')) {
    c.expect('(');
    include = c.list(parseIndexElement);
    c.expect(')');
  }
  const nullsNotDistinct = parseNullTreatment(c);
  const options = parseWithOptions(c);
  const tablespace = parseTablespace(c);
  const where = c.accept('where') ? parseExpression(c) : null;
  return node({
    kind: 'create_index',
    unique,
    concurrently,
    ifNotExists,
    name,
    table,
    only,
    method,
    elements,
    include,
    nullsNotDistinct,
    options,
    tablespace,
    where,
    span: c.span(start),
  });
}

function parseCreateSchema(c: Cursor, start: number): CreateSchema {
  c.expect('schema');
  const ifNotExists = parseIfNotExists(c);
  const name = c.at('authorization') ? null : c.name();
  const authorization = c.accept('authorization') ? c.nonReservedOrUser() : null;
  const elements: SchemaElement[] = [];
  for (; c.at('create') || c.at('grant'); elements.push(parseSchemaElement(c))) {
    if (ifNotExists) {
      throw c.errorAt(c.start, 'CREATE SCHEMA IF NOT EXISTS cannot include schema elements', '0A000');
    }
  }
  return node({kind: 'create_schema', ifNotExists, name, authorization, elements, span: c.span(start)});
}

const ELEMENTS: ReadonlySet<string> = new Set([
  'create_table',
  'create_table_as',
  'create_view',
  'create_index',
  'create_sequence',
]);

function parseSchemaElement(c: Cursor): SchemaElement {
  if (c.at('grant')) return parseGrantOfPrivileges(c);
  if (c.peek() === 'trigger') throw c.notSupported('CREATE TRIGGER');
  const known = /^(table|temp|temporary|local|global|unlogged|view|or|recursive|index|unique|sequence)$/;
  if (!known.test(c.peek())) {
    c.advance();
    throw c.syntaxError();
  }
  const {start} = c;
  const element = parseCreate(c);
  if (ELEMENTS.has(element.kind)) return element as SchemaElement;
  throw c.errorAt(start, `syntax error at or near "create"`);
}
