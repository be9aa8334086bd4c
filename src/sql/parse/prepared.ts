import type {
  ClosePortal,
  Deallocate,
  DeclareCursor,
  Execute,
  Explain,
  ExplainableStatement,
  ExplainOption,
  ExplainedView,
  Fetch,
  Prepare,
} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseRefresh} from './alter.ts';
import {parseCreate} from './create.ts';
import {parseArguments} from './primary.ts';
import {atQueryStart, parseQuery} from './query.ts';
import {atSubscribe, parseSubscribe} from './source.ts';
import {parseStatement} from './statement.ts';
import {parseSignedNumber} from './storage-options.ts';
import {parseQualifiedName} from './names.ts';
import * as token from './token.ts';
import {parseTypeName} from './type-name.ts';
import {parsePreparable} from './with.ts';

/** `PREPARE name (types) AS statement`. */
export function parsePrepare(c: Cursor): Prepare {
  const {start} = c;
  c.expect('prepare');
  const name = c.name();
  let types: Prepare['types'] = NONE;
  if (c.accept('(')) {
    types = c.list(parseTypeName);
    c.expect(')');
  }
  c.expect('as');
  const statement = parsePreparable(c);
  return node({kind: 'prepare', name, types, statement, span: c.span(start)});
}

export function parseExecute(c: Cursor): Execute {
  const {start} = c;
  c.expect('execute');
  const name = c.name();
  const args = c.at('(') ? parseArguments(c) : NONE;
  return node({kind: 'execute', name, args, span: c.span(start)});
}

export function parseDeallocate(c: Cursor): Deallocate {
  const {start} = c;
  c.expect('deallocate');
  if (c.at('prepare') && (token.isName(c.peekType()) || c.peek() === 'all')) c.advance();
  const name = c.accept('all') ? null : c.name();
  return node({kind: 'deallocate', name, span: c.span(start)});
}

/** `EXPLAIN [ANALYZE] [VERBOSE] statement`, `EXPLAIN (options) statement`. */
export function parseExplain(c: Cursor): Explain {
  const {start} = c;
  c.expect('explain');
  const options: ExplainOption[] = [];
  if (c.at('(') && c.peek() !== '(' && !atQueryStart(c, 1)) {
    c.advance();
    do options.push(parseExplainOption(c));
    while (c.accept(','));
    c.expect(')');
  } else {
    if (c.at('analyze') || c.at('analyse')) options.push(flag(c, 'analyze'));
    if (c.at('verbose')) options.push(flag(c, 'verbose'));
    if (c.at('translate')) options.push(flag(c, 'translate'));
  }
  const translate = options.some(({name}) => name === 'translate');
  const statement = translate ? (parseStatement(c) as ExplainableStatement) : parseExplainable(c);
  return node({kind: 'explain', options: Object.freeze(options), statement, span: c.span(start)});
}

function flag(c: Cursor, name: string): ExplainOption {
  const {start} = c;
  c.advance();
  return node({kind: 'explain_option', name, value: null, span: c.span(start)});
}

function parseExplainOption(c: Cursor): ExplainOption {
  const {start} = c;
  const analyze = c.at('analyze') || c.at('analyse');
  // FORMAT before JSON is no name to the lexer.
  const name = analyze || c.at('format') ? c.take() : c.nonReserved();
  let value: string | null = null;
  if (c.at('true') || c.at('false') || c.at('on') || token.isNonReserved(c.type) || c.type === token.STRING) {
    value = c.take();
  } else if (!c.at(',') && !c.at(')')) value = parseSignedNumber(c);
  return node({kind: 'explain_option', name: analyze ? 'analyze' : name, value, span: c.span(start)});
}

function parseExplainable(c: Cursor): ExplainableStatement {
  switch (c.word) {
    case 'create': {
      const mark = c.mark();
      const created = parseCreate(c);
      switch (created.kind) {
        case 'create_table_as':
        case 'create_materialized_view':
        case 'create_sink':
          return created;
      }
      c.reset(mark + 1);
      throw c.syntaxError();
    }
    case 'refresh':
      return parseRefresh(c);
    case 'declare':
      return parseDeclare(c);
    case 'execute':
      return parseExecute(c);
    case 'materialized':
      return parseExplainedView(c);
  }
  if (atSubscribe(c)) return parseSubscribe(c);
  return parsePreparable(c);
}

/** `MATERIALIZED VIEW name`. */
function parseExplainedView(c: Cursor): ExplainedView {
  const {start} = c;
  c.expect('materialized');
  c.expect('view');
  return node({kind: 'explained_view', name: parseQualifiedName(c), span: c.span(start)});
}

/** `DECLARE name CURSOR FOR query`. */
export function parseDeclare(c: Cursor): DeclareCursor {
  const {start} = c;
  c.expect('declare');
  const name = c.name();
  let binary = false;
  let scroll: boolean | null = null;
  let sensitivity: DeclareCursor['sensitivity'] = 'default';
  for (;;) {
    if (c.accept('binary')) binary = true;
    else if (c.accept('scroll')) scroll = true;
    else if (c.accept('no')) {
      c.expect('scroll');
      scroll = false;
    } else if (c.accept('insensitive')) sensitivity = 'insensitive';
    else if (c.accept('asensitive')) sensitivity = 'asensitive';
    else break;
  }
  c.expect('cursor');
  let hold = false;
  if (c.at('with') || c.at('without')) {
    hold = c.take() === 'with';
    c.expect('hold');
  }
  c.expect('for');
  const query = atSubscribe(c) ? parseSubscribe(c) : parseQuery(c);
  return node({kind: 'declare_cursor', name, binary, scroll, sensitivity, hold, query, span: c.span(start)});
}

/** `FETCH … cursor`, `MOVE … cursor`. */
export function parseFetch(c: Cursor): Fetch {
  const {start} = c;
  const move = c.take() === 'move';
  const {direction, count} = parseDirection(c);
  if (!c.accept('from')) c.accept('in');
  const cursor = c.name();
  return node({kind: 'fetch', move, direction, count, cursor, span: c.span(start)});
}

type Direction = Pick<Fetch, 'direction' | 'count'>;

function parseDirection(c: Cursor): Direction {
  const one: Direction = {direction: 'forward', count: 1};
  const next = c.peek();
  const alone = c.peekType() === token.END || next === ';';
  if (isCount(c)) return {direction: 'forward', count: parseCount(c)};
  if (alone && !c.at('all')) return one;
  switch (c.word) {
    case 'next':
      c.advance();
      return one;
    case 'prior':
      c.advance();
      return {direction: 'backward', count: 1};
    case 'first':
      c.advance();
      return {direction: 'absolute', count: 1};
    case 'last':
      c.advance();
      return {direction: 'absolute', count: -1};
    case 'absolute':
    case 'relative': {
      const direction = c.take() as 'absolute' | 'relative';
      if (!isCount(c)) throw c.syntaxError();
      return {direction, count: parseCount(c)};
    }
    case 'all':
      c.advance();
      return {direction: 'forward', count: 'all'};
    case 'forward':
    case 'backward': {
      const direction = c.take() as 'forward' | 'backward';
      if (c.accept('all')) return {direction, count: 'all'};
      return {direction, count: isCount(c) ? parseCount(c) : 1};
    }
  }
  return one;
}

function isCount(c: Cursor): boolean {
  return c.type === token.INTEGER || c.word === '-' || c.word === '+';
}

function parseCount(c: Cursor): number {
  const negative = c.accept('-');
  if (!negative) c.accept('+');
  const count = c.integer();
  return negative ? -count : count;
}

export function parseClose(c: Cursor): ClosePortal {
  const {start} = c;
  c.expect('close');
  const cursor = c.accept('all') ? null : c.name();
  return node({kind: 'close', cursor, span: c.span(start)});
}
