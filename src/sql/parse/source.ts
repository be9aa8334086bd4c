import type {
  ConnectorOption,
  CreateSink,
  CreateSource,
  Expression,
  FormatClause,
  OptionValue,
  QualifiedName,
  Query,
  Subscribe,
  WatermarkDefinition,
} from '../ast/index.ts';
import {parseTableElement} from './create.ts';
import {parseQualifiedName} from './names.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression} from './expression.ts';
import {parsePrimary} from './primary.ts';
import {atQueryStart, parseQuery, parseSubquery} from './query.ts';
import {parseIfNotExists} from './sequence.ts';
import {parseSignedNumber} from './storage-options.ts';
import * as token from './token.ts';

/** `CREATE SOURCE …`, in our form (`FROM KAFKA (…)`) or RisingWave's (`WITH (connector = 'kafka', …)`). */
export function parseCreateSource(c: Cursor, start: number, orReplace: boolean): CreateSource {
  c.expect('source');
  const ifNotExists = parseIfNotExists(c);
  const name = parseQualifiedName(c);
  const elements = c.at('(') ? parseElements(c) : null;
  const connection = parseConnection(c);
  const format = parseFormatClause(c);
  return node({
    kind: 'create_source',
    orReplace,
    ifNotExists,
    name,
    elements,
    ...connection,
    format,
    span: c.span(start),
  });
}

function parseElements(c: Cursor): CreateSource['elements'] {
  c.expect('(');
  const elements = c.at(')') ? NONE : c.list(parseElement);
  c.expect(')');
  return elements;
}

function parseElement(c: Cursor): NonNullable<CreateSource['elements']>[number] {
  if (c.type === token.IDENT && c.atPair('watermark', 'for')) return parseWatermark(c);
  const {start} = c;
  const element = parseTableElement(c);
  if (element.kind === 'like_table') throw c.notSupported('LIKE in CREATE SOURCE', start);
  return element;
}

function parseWatermark(c: Cursor): WatermarkDefinition {
  const {start} = c;
  c.advance();
  c.expect('for');
  const column = c.name();
  c.expect('as');
  const expression = parseExpression(c);
  return node({kind: 'watermark', column, expression, span: c.span(start)});
}

type Connection = Pick<CreateSource, 'connector' | 'syntax' | 'generator' | 'options'>;

function parseConnection(c: Cursor): Connection {
  if (!c.accept('from')) return {...parseWithConnector(c), syntax: 'with', generator: null};
  if (c.type === token.UNRESERVED && c.atPair('load', 'generator')) {
    c.advance();
    c.advance();
    const generator = c.label();
    return {connector: 'load generator', syntax: 'from', generator, options: parseOptionalOptions(c)};
  }
  const connector = c.label();
  return {connector, syntax: 'from', generator: null, options: parseOptionalOptions(c)};
}

/** `WITH (connector = '…', …)`: the connector is told apart from its options. */
function parseWithConnector(c: Cursor): Pick<CreateSource, 'connector' | 'options'> {
  c.expect('with');
  const all = parseOptions(c);
  const named = all.find(option => option.name === 'connector');
  if (named === undefined) return {connector: null, options: all};
  const {value} = named;
  if (value === null || (value.kind !== 'string' && value.kind !== 'option_word')) {
    throw c.errorAt(named.span.start, 'connector must be a name', '22023');
  }
  const connector = (value.kind === 'string' ? value.value : value.word).toLowerCase();
  return {connector, options: Object.freeze(all.filter(option => option !== named))};
}

function parseOptionalOptions(c: Cursor): readonly ConnectorOption[] {
  return c.at('(') ? parseOptions(c) : NONE;
}

function parseOptions(c: Cursor): readonly ConnectorOption[] {
  c.expect('(');
  if (c.accept(')')) return NONE;
  const options = c.list(parseOption);
  c.expect(')');
  return options;
}

function parseOption(c: Cursor): ConnectorOption {
  const {start} = c;
  let name = c.type === token.STRING ? c.take() : c.label();
  while (c.accept('.')) name += `.${c.label()}`;
  const equals = c.accept('=');
  const bare = !equals && (c.at(',') || c.at(')'));
  const value = bare ? null : parseOptionValue(c);
  return node({kind: 'connector_option', name: name.toLowerCase(), value, span: c.span(start)});
}

function parseOptionValue(c: Cursor): OptionValue {
  const {start} = c;
  if (c.at('(')) {
    c.enter();
    c.advance();
    const items = c.at(')') ? NONE : c.list(parseOptionValue);
    c.expect(')');
    c.leave();
    return node({kind: 'option_list', items, span: c.span(start)});
  }
  if (c.at('-') || c.at('+')) {
    const kind = c.peekType() === token.NUMERIC ? 'numeric' : 'integer';
    const text = parseSignedNumber(c);
    return node({kind, text, span: c.span(start)});
  }
  const isWord = token.isLabel(c.type) && !c.at('true') && !c.at('false') && !c.at('null');
  if (isWord && !startsLiteral(c)) {
    const word = c.take();
    return node({kind: 'option_word', word, span: c.span(start)});
  }
  return parsePrimary(c, true);
}

/** `interval '…'`, `timestamp '…'`, or a function's call. */
function startsLiteral(c: Cursor): boolean {
  const next = c.peekType();
  if (next === token.STRING || c.peek() === '(') return true;
  return (c.at('timestamp') || c.at('time')) && (c.peek() === 'with' || c.peek() === 'without');
}

/** `FORMAT JSON (…)`, `FORMAT PLAIN ENCODE JSON (…)`. */
function parseFormatClause(c: Cursor): FormatClause | null {
  const {start} = c;
  if (!c.accept('format')) return null;
  const first = c.label();
  const encode = c.type === token.IDENT && c.accept('encode') ? c.label() : null;
  const options = parseOptionalOptions(c);
  return node({
    kind: 'format',
    format: encode === null ? null : first,
    encode: encode ?? first,
    options,
    span: c.span(start),
  });
}

/** `CREATE SINK name FROM view | AS query WITH (…)`. */
export function parseCreateSink(c: Cursor, start: number): CreateSink {
  c.expect('sink');
  const ifNotExists = parseIfNotExists(c);
  const name = parseQualifiedName(c);
  const from: QualifiedName | Query = c.accept('as') ? parseQuery(c) : parseSinkSource(c);
  const {connector, options} = parseWithConnector(c);
  const format = parseFormatClause(c);
  return node({kind: 'create_sink', ifNotExists, name, from, connector, options, format, span: c.span(start)});
}

function parseSinkSource(c: Cursor): QualifiedName {
  c.expect('from');
  return parseQualifiedName(c);
}

export function atSubscribe(c: Cursor): boolean {
  return c.word === 'subscribe' && c.type === token.IDENT;
}

/** `SUBSCRIBE [TO] name | (query) [WITH (…)] [AS OF …] [UP TO …]`. */
export function parseSubscribe(c: Cursor): Subscribe {
  const {start} = c;
  c.expect('subscribe');
  c.accept('to');
  let target: QualifiedName | Query;
  if (c.at('(')) target = parseSubquery(c);
  else if (atQueryStart(c)) target = parseQuery(c);
  else target = parseQualifiedName(c);
  const options = c.accept('with') ? parseOptions(c) : NONE;
  let asOf: Expression | null = null;
  if (c.acceptPair('as', 'of')) asOf = parseExpression(c);
  let upTo: Expression | null = null;
  if (c.acceptPair('up', 'to')) upTo = parseExpression(c);
  return node({kind: 'subscribe', target, options, asOf, upTo, span: c.span(start)});
}
