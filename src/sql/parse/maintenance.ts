import type {LockTable, LockTableMode, Maintenance, QualifiedName, Reindex} from '../ast/index.ts';
import {type Cursor, node} from './cursor.ts';
import {parseRelation} from './from.ts';
import {parseQualifiedName} from './names.ts';
import * as token from './token.ts';

const OPTIONS = ['full', 'freeze', 'verbose', 'analyze', 'analyse'];

function isAnalyze(option: string): boolean {
  return option === 'analyze' || option === 'analyse';
}

/** `ANALYZE`, `VACUUM`, `CLUSTER`: what they are about, of their options nothing. */
export function parseMaintenance(c: Cursor): Maintenance {
  const {start} = c;
  const word = c.take();
  const command = (word === 'analyse' ? 'analyze' : word) as Maintenance['command'];
  let analyzes = skipOptions(c).some(isAnalyze);
  for (let option = c.acceptOne(OPTIONS); option !== null; option = c.acceptOne(OPTIONS))
    analyzes ||= isAnalyze(option);
  let index: string | null = null;
  const tables: QualifiedName[] = [];
  const columns: (readonly string[])[] = [];
  if (!atEnd(c)) {
    do {
      tables.push(parseQualifiedName(c));
      columns.push(c.optionalNames());
    } while (c.accept(','));
    if (command === 'cluster' && c.accept('using')) index = c.name();
  }
  return node({
    kind: 'maintenance',
    command,
    analyzes: command === 'vacuum' && analyzes,
    tables: Object.freeze(tables),
    columns: Object.freeze(columns),
    index,
    span: c.span(start),
  });
}

/** `REINDEX [(options)] INDEX|TABLE|SCHEMA|DATABASE|SYSTEM [CONCURRENTLY] name`. */
export function parseReindex(c: Cursor): Reindex {
  const {start} = c;
  c.expect('reindex');
  checkOptions(c);
  const what = c.expectOne(['index', 'table', 'schema', 'database', 'system']);
  const concurrently = c.accept('concurrently');
  const optional = what === 'database' || what === 'system';
  const name = optional && atEnd(c) ? null : parseQualifiedName(c);
  return node({kind: 'reindex', what, concurrently, name, span: c.span(start)});
}

/** Errors: 42601. */
function checkOptions(c: Cursor): void {
  if (!c.at('(')) return;
  if (!['verbose', 'concurrently', 'tablespace'].includes(c.peek())) {
    c.advance();
    throw c.errorAt(c.start, `unrecognized REINDEX option "${c.word}"`);
  }
  skipOptions(c);
}

/** `LOCK [TABLE] t, … [IN … MODE] [NOWAIT]`. */
export function parseLock(c: Cursor): LockTable {
  const {start} = c;
  c.expect('lock');
  c.accept('table');
  const tables = c.list(inner => parseRelation(inner).name);
  let mode: LockTableMode = 'access exclusive';
  if (c.accept('in')) {
    mode = parseLockMode(c);
    c.expect('mode');
  }
  const nowait = c.accept('nowait');
  return node({kind: 'lock_table', tables, mode, nowait, span: c.span(start)});
}

function parseLockMode(c: Cursor): LockTableMode {
  switch (c.expectOne(['access', 'row', 'share', 'exclusive'])) {
    case 'access':
      return `access ${c.expectOne(['share', 'exclusive'])}`;
    case 'row':
      return `row ${c.expectOne(['share', 'exclusive'])}`;
    case 'exclusive':
      return 'exclusive';
    default: {
      const more = c.acceptOne(['update', 'row']);
      if (more === null) return 'share';
      c.expect('exclusive');
      return `share ${more} exclusive`;
    }
  }
}

/** The words in them. */
export function skipOptions(c: Cursor): string[] {
  const words: string[] = [];
  if (!c.accept('(')) return words;
  while (!c.at(')')) {
    if (c.type === token.END) throw c.syntaxError();
    words.push(c.word);
    c.advance();
  }
  c.expect(')');
  return words;
}

function atEnd(c: Cursor): boolean {
  return c.type === token.END || c.at(';');
}
