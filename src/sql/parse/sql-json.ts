import type {
  Expression,
  JsonArgument,
  JsonBehavior,
  JsonFormat,
  JsonKeyValue,
  JsonPathFunction,
  JsonReturning,
  JsonValueExpression,
  JsonWrapper,
  SqlJsonExpression,
} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression, parseExpressionOrOperand} from './expression.ts';
import {parseApplication, parseFilter, parseOver} from './function-call.ts';
import {atQueryStart, parseQuery} from './query.ts';
import {parseSortClause} from './sort.ts';
import {parseTypeName} from './type-name.ts';

/** SQL/JSON's constructors and query functions; null when the current word is none of them. */
export function parseJsonFunction(c: Cursor): Expression | null {
  const {start} = c;
  const form = FORMS[c.word];
  if (form === undefined) return null;
  c.enter();
  c.advance();
  const mark = c.mark();
  c.expect('(');
  const result = form(c, start, mark);
  c.leave();
  return result;
}

type Form = (c: Cursor, start: number, mark: number) => Expression;

const FORMS: Readonly<Record<string, Form | undefined>> = {
  json(c, start) {
    const value = parseJsonValue(c);
    const uniqueKeys = parseUniqueKeys(c);
    return close(c, start, {kind: 'json_parse', value, uniqueKeys});
  },
  json_scalar(c, start) {
    const value = parseExpression(c);
    return close(c, start, {kind: 'json_scalar', value});
  },
  json_serialize(c, start) {
    const value = parseJsonValue(c);
    const returning = parseReturning(c);
    return close(c, start, {kind: 'json_serialize', value, returning});
  },
  json_object: parseObject,
  json_array: parseArray,
  json_objectagg(c, start) {
    const entry = parseKeyValue(c) as JsonKeyValue;
    if (entry === null) throw c.syntaxError();
    const absentOnNull = parseNullClause(c) === 'absent';
    const uniqueKeys = parseUniqueKeys(c);
    const returning = parseReturning(c);
    c.expect(')');
    const filter = parseFilter(c);
    const over = parseOver(c);
    return finish(c, start, {
      kind: 'json_object_aggregate',
      entry,
      absentOnNull,
      uniqueKeys,
      returning,
      filter,
      over,
    });
  },
  json_arrayagg(c, start) {
    const item = parseJsonValue(c);
    const orderBy = parseSortClause(c);
    const absentOnNull = parseNullClause(c) !== 'null';
    const returning = parseReturning(c);
    c.expect(')');
    const filter = parseFilter(c);
    const over = parseOver(c);
    return finish(c, start, {kind: 'json_array_aggregate', item, orderBy, absentOnNull, returning, filter, over});
  },
  json_exists: (c, start) => parsePathFunction(c, start, 'json_exists'),
  json_value: (c, start) => parsePathFunction(c, start, 'json_value'),
  json_query: (c, start) => parsePathFunction(c, start, 'json_query'),
};

type Unspanned<T> = T extends SqlJsonExpression ? Omit<T, 'span'> : never;

function finish(c: Cursor, start: number, fields: Unspanned<SqlJsonExpression>): Expression {
  return node({...fields, span: c.span(start)} as SqlJsonExpression);
}

function close(c: Cursor, start: number, fields: Unspanned<SqlJsonExpression>): Expression {
  c.expect(')');
  return finish(c, start, fields);
}

/** `JSON_OBJECT(k : v …)`, `JSON_OBJECT(k VALUE v …)`, or the older function of that name. */
function parseObject(c: Cursor, start: number, mark: number): Expression {
  const entries: JsonKeyValue[] = [];
  let absentOnNull = false;
  let uniqueKeys = false;
  if (!c.at(')') && !c.at('returning')) {
    const first = isArgumentName(c) ? null : parseKeyValue(c);
    if (first === null) {
      if (c.at('order')) throw c.syntaxError();
      c.reset(mark);
      const call = parseApplication(c, ['pg_catalog', 'json_object'], start);
      if (call.orderBy.length > 0 || call.distinct || call.star || call.variadic) throw c.syntaxError();
      return call;
    }
    entries.push(first);
    while (c.accept(',')) {
      const entry = parseKeyValue(c);
      if (entry === null) throw c.syntaxError();
      entries.push(entry);
    }
    absentOnNull = parseNullClause(c) === 'absent';
    uniqueKeys = parseUniqueKeys(c);
  }
  const returning = parseReturning(c);
  return close(c, start, {
    kind: 'json_object',
    entries: Object.freeze(entries),
    absentOnNull,
    uniqueKeys,
    returning,
  });
}

function isArgumentName(c: Cursor): boolean {
  return c.peek() === '=>' || c.peek() === ':=';
}

function parseKeyValue(c: Cursor): JsonKeyValue | null {
  const {start} = c;
  // Before VALUE stands an operand without operators, before a colon any expression.
  const [key, word] = parseExpressionOrOperand(c, ['value']);
  if (word === null && !c.accept(':')) return null;
  const value = parseJsonValue(c);
  return node({kind: 'json_key_value', key, value, span: c.span(start)});
}

function parseArray(c: Cursor, start: number): Expression {
  if (atQueryStart(c)) {
    const query = parseQuery(c);
    const format = parseFormat(c);
    const returning = parseReturning(c);
    return close(c, start, {kind: 'json_array_query', query, format, returning});
  }
  if (c.at(')') || c.at('returning')) {
    const returning = parseReturning(c);
    return close(c, start, {kind: 'json_array', items: NONE, absentOnNull: true, returning});
  }
  const items = c.list(parseJsonValue);
  const absentOnNull = parseNullClause(c) !== 'null';
  const returning = parseReturning(c);
  return close(c, start, {kind: 'json_array', items, absentOnNull, returning});
}

function parsePathFunction(c: Cursor, start: number, name: JsonPathFunction['function']): Expression {
  const context = parseJsonValue(c);
  c.expect(',');
  const path = parseExpression(c);
  const passing = parsePassing(c);
  const returning = name === 'json_exists' ? null : parseReturning(c);
  const wrapper = name === 'json_query' ? parseWrapper(c) : 'unspecified';
  const quotes = name === 'json_query' ? parseQuotes(c) : 'unspecified';
  const {onEmpty, onError} = parseBehaviors(c, name !== 'json_exists');
  return close(c, start, {
    kind: 'json_path_function',
    function: name,
    context,
    path,
    passing,
    returning,
    wrapper,
    quotes,
    onEmpty,
    onError,
  });
}

/** json_value_expr. */
export function parseJsonValue(c: Cursor): JsonValueExpression {
  const {start} = c;
  const value = parseExpression(c);
  const format = parseFormat(c);
  return node({kind: 'json_value_expression', value, format, span: c.span(start)});
}

/** `FORMAT JSON [ENCODING UTF8]`. */
export function parseFormat(c: Cursor): JsonFormat | null {
  if (!c.acceptPair('format', 'json')) return null;
  if (!c.accept('encoding')) return node({encoding: null});
  const place = c.start;
  const name = c.name();
  const encoding = name.toLowerCase();
  if (encoding !== 'utf8' && encoding !== 'utf16' && encoding !== 'utf32') {
    throw c.errorAt(place, `unrecognized JSON encoding: ${name}`, '22023');
  }
  return node({encoding});
}

function parseReturning(c: Cursor): JsonReturning | null {
  const {start} = c;
  if (!c.accept('returning')) return null;
  const type = parseTypeName(c);
  const format = parseFormat(c);
  return node({kind: 'json_returning', type, format, span: c.span(start)});
}

function parseNullClause(c: Cursor): 'null' | 'absent' | null {
  const word = c.acceptOne(['null', 'absent']);
  if (word === null) return null;
  c.expect('on');
  c.expect('null');
  return word;
}

/** `WITH UNIQUE [KEYS]`, `WITHOUT UNIQUE [KEYS]`. */
function parseUniqueKeys(c: Cursor): boolean {
  if (!c.at('with') && !c.at('without')) return false;
  const unique = c.take() === 'with';
  c.expect('unique');
  c.accept('keys');
  return unique;
}

export function parsePassing(c: Cursor): readonly JsonArgument[] {
  if (!c.accept('passing')) return NONE;
  return c.list(() => {
    const {start} = c;
    const value = parseJsonValue(c);
    c.expect('as');
    const name = c.label();
    return node({kind: 'json_argument' as const, name, value, span: c.span(start)});
  });
}

export function parseWrapper(c: Cursor): JsonWrapper {
  if (c.accept('without')) {
    c.accept('array');
    c.expect('wrapper');
    return 'none';
  }
  if (!c.accept('with')) return 'unspecified';
  const wrapper = c.acceptOne(['conditional', 'unconditional']) ?? 'unconditional';
  c.accept('array');
  c.expect('wrapper');
  return wrapper;
}

export function parseQuotes(c: Cursor): 'unspecified' | 'keep' | 'omit' {
  const quotes = c.acceptOne(['keep', 'omit']);
  if (quotes === null) return 'unspecified';
  c.expect('quotes');
  if (c.accept('on')) {
    c.expect('scalar');
    c.expect('string');
  }
  return quotes;
}

/** `… ON EMPTY … ON ERROR`. */
export function parseBehaviors(
  c: Cursor,
  takesEmpty: boolean,
): {onEmpty: JsonBehavior | null; onError: JsonBehavior | null} {
  let onEmpty: JsonBehavior | null = null;
  let behavior = parseBehavior(c);
  if (behavior === null) return {onEmpty, onError: null};
  c.expect('on');
  if (takesEmpty && c.accept('empty')) {
    onEmpty = behavior;
    behavior = parseBehavior(c);
    if (behavior === null) return {onEmpty, onError: null};
    c.expect('on');
  }
  c.expect('error');
  return {onEmpty, onError: behavior};
}

function parseBehavior(c: Cursor): JsonBehavior | null {
  const {start} = c;
  const word = c.acceptOne(['default', 'error', 'null', 'true', 'false', 'unknown', 'empty']);
  if (word === null) return null;
  if (word === 'default') {
    const value = parseExpression(c);
    return node({kind: 'json_behavior', type: 'default', value, span: c.span(start)});
  }
  let type: JsonBehavior['type'];
  if (word === 'empty') type = c.accept('object') ? 'empty_object' : 'empty_array';
  else type = word;
  if (type === 'empty_array') c.accept('array');
  return node({kind: 'json_behavior', type, value: null, span: c.span(start)});
}

/** `IS [NOT] JSON …`, at JSON. */
export function parseIsJson(c: Cursor, operand: Expression, negated: boolean, start: number): Expression {
  c.advance();
  const type = c.acceptOne(['value', 'array', 'object', 'scalar']) ?? 'value';
  const uniqueKeys = parseUniqueKeys(c);
  return node({
    kind: 'is_json',
    operand,
    type: type === 'value' ? 'any' : type,
    uniqueKeys,
    negated,
    span: c.span(start),
  });
}
