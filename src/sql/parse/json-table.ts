import type {JsonTable, JsonTableColumn} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression} from './expression.ts';
import {parseAlias} from './from.ts';
import {parseBehaviors, parseFormat, parseJsonValue, parsePassing, parseQuotes, parseWrapper} from './sql-json.ts';
import * as token from './token.ts';
import {parseTypeName} from './type-name.ts';

/** `JSON_TABLE(document, path … COLUMNS (…))`. */
export function parseJsonTable(c: Cursor, start: number, lateral: boolean): JsonTable {
  c.expect('json_table');
  c.expect('(');
  const context = parseJsonValue(c);
  c.expect(',');
  const path = parseExpression(c);
  const pathName = c.accept('as') ? c.name() : null;
  const passing = parsePassing(c);
  const columns = parseColumns(c);
  const {onError} = parseBehaviors(c, false);
  c.expect(')');
  if (path.kind !== 'string') {
    const message = 'only string constants are supported in JSON_TABLE path specification';
    throw c.errorAt(path.span.start, message, '0A000');
  }
  const alias = parseAlias(c);
  return node({
    kind: 'json_table',
    lateral,
    context,
    path,
    pathName,
    passing,
    columns,
    onError,
    alias,
    span: c.span(start),
  });
}

function parseColumns(c: Cursor): readonly JsonTableColumn[] {
  c.enter();
  c.expect('columns');
  c.expect('(');
  const columns = c.list(parseColumn);
  c.expect(')');
  c.leave();
  return columns;
}

function parseColumn(c: Cursor): JsonTableColumn {
  const {start} = c;
  const base = {
    kind: 'json_table_column' as const,
    name: null,
    typeName: null,
    format: null,
    path: null,
    pathName: null,
    wrapper: 'unspecified' as const,
    quotes: 'unspecified' as const,
    onEmpty: null,
    onError: null,
    columns: NONE,
  };
  if (c.word === 'nested' && (c.peek() === 'path' || c.peekType() === token.STRING)) {
    c.advance();
    c.accept('path');
    const path = c.string();
    const pathName = c.accept('as') ? c.name() : null;
    const columns = parseColumns(c);
    return node({...base, type: 'nested', path, pathName, columns, span: c.span(start)});
  }
  const name = c.name();
  if (c.accept('for')) {
    c.expect('ordinality');
    return node({...base, type: 'ordinality', name, span: c.span(start)});
  }
  const typeName = parseTypeName(c);
  if (c.accept('exists')) {
    const path = parsePath(c);
    const {onError} = parseBehaviors(c, false);
    return node({...base, type: 'exists', name, typeName, path, onError, span: c.span(start)});
  }
  const format = parseFormat(c);
  const path = parsePath(c);
  const wrapper = parseWrapper(c);
  const quotes = parseQuotes(c);
  const {onEmpty, onError} = parseBehaviors(c, true);
  const type = format === null ? 'regular' : 'formatted';
  return node({...base, type, name, typeName, format, path, wrapper, quotes, onEmpty, onError, span: c.span(start)});
}

function parsePath(c: Cursor): string | null {
  return c.accept('path') ? c.string() : null;
}
