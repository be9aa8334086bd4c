import type {Copy, CopyOption, QualifiedName} from '../ast/index.ts';
import {parseQualifiedName} from './names.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression} from './expression.ts';
import {parseSignedNumber} from './storage-options.ts';
import * as token from './token.ts';
import {parsePreparable} from './with.ts';
import {SqlError} from '../../types/sql-error.ts';

/** `COPY t FROM …`, `COPY (query) TO …`, with either syntax of options. */
export function parseCopy(c: Cursor): Copy {
  const {start} = c;
  c.expect('copy');
  const options: CopyOption[] = [];
  let table: QualifiedName | null = null;
  let query: Copy['query'] = null;
  let columns: readonly string[] = NONE;
  if (c.accept('(')) {
    query = parsePreparable(c);
    c.expect(')');
  } else {
    if (c.at('binary')) options.push(binary(c));
    table = parseQualifiedName(c);
    columns = c.optionalNames();
  }
  if (query !== null && !c.at('to')) throw c.syntaxError();
  const direction = c.expectOne(['from', 'to']);
  const program = c.accept('program');
  const endpoint = parseEndpoint(c, program);
  if (c.at('using') || c.at('delimiters')) {
    const place = c.start;
    c.accept('using');
    c.expect('delimiters');
    options.push(option(c, place, 'delimiter', c.string()));
  }
  c.accept('with');
  parseOptions(c, options);
  const whereAt = c.start;
  const where = table !== null && c.accept('where') ? parseExpression(c) : null;
  if (where !== null && direction === 'to') {
    throw c.errorAt(whereAt, 'WHERE clause not allowed with COPY TO');
  }
  return node({
    kind: 'copy',
    table,
    columns,
    query,
    direction,
    endpoint,
    options: Object.freeze(options),
    where,
    span: c.span(start),
  });
}

function parseEndpoint(c: Cursor, program: boolean): Copy['endpoint'] {
  if (c.accept('stdin') || c.accept('stdout')) {
    if (program) throw new SqlError('42601', 'STDIN/STDOUT not allowed with PROGRAM');
    return node({type: 'stdio'});
  }
  const name = c.string();
  return program ? node({type: 'program', command: name}) : node({type: 'file', path: name});
}

function option(c: Cursor, start: number, name: string, value: CopyOption['value']): CopyOption {
  return node({kind: 'copy_option', name, value, span: c.span(start)});
}

function binary(c: Cursor): CopyOption {
  const {start} = c;
  c.advance();
  return option(c, start, 'format', 'binary');
}

function parseOptions(c: Cursor, options: CopyOption[]): void {
  if (c.accept('(')) {
    do options.push(parseGenericOption(c));
    while (c.accept(','));
    c.expect(')');
    return;
  }
  for (;;) {
    const next = parseOldOption(c);
    if (next === null) return;
    options.push(next);
  }
}

function parseGenericOption(c: Cursor): CopyOption {
  const {start} = c;
  const name = c.at('format') ? c.take() : c.label();
  if (c.accept('*')) return option(c, start, name, '*');
  if (c.accept('(')) {
    const values = c.list(inner => {
      if (inner.at('true') || inner.at('false') || inner.at('on')) return inner.take();
      return inner.type === token.STRING ? inner.take() : inner.nonReserved();
    });
    c.expect(')');
    return option(c, start, name, values);
  }
  if (c.at(',') || c.at(')')) return option(c, start, name, null);
  const isWord = token.isNonReserved(c.type) || c.type === token.STRING;
  if (isWord || c.at('true') || c.at('false') || c.at('on') || c.at('default')) {
    return option(c, start, name, c.take());
  }
  return option(c, start, name, parseSignedNumber(c));
}

/** The options as they were before version 9. */
function parseOldOption(c: Cursor): CopyOption | null {
  const {start} = c;
  switch (c.word) {
    case 'binary':
    case 'csv':
      return option(c, start, 'format', c.take());
    case 'freeze':
    case 'header':
      return option(c, start, c.take(), null);
    case 'delimiter':
    case 'null':
    case 'quote':
    case 'escape': {
      const name = c.take();
      c.accept('as');
      return option(c, start, name, c.string());
    }
    case 'encoding':
      c.advance();
      return option(c, start, 'encoding', c.string());
    case 'force':
      return parseForce(c, start);
  }
  return null;
}

function parseForce(c: Cursor, start: number): CopyOption {
  c.expect('force');
  const kind = c.expectOne(['quote', 'not', 'null']);
  if (kind === 'not') c.expect('null');
  const name = kind === 'not' ? 'force_not_null' : `force_${kind}`;
  if (c.accept('*')) return option(c, start, name, '*');
  return option(
    c,
    start,
    name,
    c.list(inner => inner.name()),
  );
}
