import type {ColumnRef, DerivedTable, Expression, NamedArgument, TableRef, WindowTable} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression} from './expression.ts';
import {parseAlias, parseRelation} from './from.ts';
import {atQueryStart, parseSubquery} from './query.ts';
import * as token from './token.ts';

const FUNCTIONS: ReadonlySet<string> = new Set(['tumble', 'hop', 'session', 'cumulate']);

/**
 * `TUMBLE(bids, ts, INTERVAL '1 minute')` and its kin. Null, with nothing consumed, unless one of the four names is
 * called with a table first: a table's name, `TABLE name`, or a query in parentheses.
 */
export function parseWindowTable(c: Cursor, start: number, lateral: boolean): WindowTable | null {
  if (!atWindowTable(c)) return null;
  const table = parseCall(c, lateral);
  const alias = parseAlias(c);
  return node({...table, alias, span: c.span(start)});
}

function atWindowTable(c: Cursor): boolean {
  if (!FUNCTIONS.has(c.word) || c.type === token.QUOTED || c.peek() !== '(') return false;
  let ahead = c.peek(3) === '=>' ? 4 : 2;
  if (c.peek(ahead) === 'table') return true;
  if (c.peek(ahead) === '(') return atQueryStart(c, ahead + 1);
  if (!token.isName(c.peekType(ahead))) return false;
  while (c.peek(ahead + 1) === '.' && token.isLabel(c.peekType(ahead + 2))) ahead += 2;
  return c.peek(ahead + 1) === ',';
}

/** Flink's `TABLE(TUMBLE(TABLE bids, DESCRIPTOR(ts), INTERVAL '1' MINUTE))`. */
export function parseFlinkTable(c: Cursor, start: number): WindowTable {
  c.expect('table');
  c.expect('(');
  if (!atWindowTable(c)) throw c.syntaxError();
  const table = parseCall(c, false);
  c.expect(')');
  const alias = parseAlias(c);
  return node({...table, alias, span: c.span(start)});
}

function parseCall(c: Cursor, lateral: boolean): WindowTable {
  const {start} = c;
  const name = c.take() as WindowTable['function'];
  c.expect('(');
  if (c.peek() === '=>') {
    if (c.word !== 'data') throw c.syntaxError();
    c.advance();
    c.advance();
  }
  const input = parseInput(c);
  let partitionBy: readonly Expression[] = NONE;
  if (c.accept('partition')) {
    c.expect('by');
    // The next comma ends the table argument, so several keys stand in parentheses.
    const key = parseExpression(c);
    partitionBy = key.kind === 'row' ? key.items : Object.freeze([key]);
  }
  const args: (Expression | NamedArgument)[] = [];
  while (c.accept(',')) args.push(parseArgument(c));
  c.expect(')');
  return node({
    kind: 'window_table',
    function: name,
    lateral,
    input,
    partitionBy,
    args: Object.freeze(args),
    alias: null,
    span: c.span(start),
  });
}

function parseInput(c: Cursor): TableRef | DerivedTable {
  const {start} = c;
  if (c.at('(')) {
    const query = parseSubquery(c);
    return node({kind: 'derived_table', lateral: false, query, alias: null, span: c.span(start)});
  }
  c.accept('table');
  return parseRelation(c);
}

function parseArgument(c: Cursor): Expression | NamedArgument {
  const {start} = c;
  if (c.peek() === '=>' && token.isTypeOrFunctionName(c.type)) {
    const name = c.take();
    c.advance();
    const value = parseDescriptor(c) ?? parseExpression(c);
    return node({kind: 'named_argument', name, value, span: c.span(start)});
  }
  return parseDescriptor(c) ?? parseExpression(c);
}

/** `DESCRIPTOR(ts)`. */
function parseDescriptor(c: Cursor): ColumnRef | null {
  if (c.type !== token.IDENT || !c.atPair('descriptor', '(')) return null;
  c.advance();
  c.advance();
  const {start} = c;
  const path = c.anyName();
  const column: ColumnRef = node({kind: 'column_ref', path, star: false, span: c.span(start)});
  c.expect(')');
  return column;
}
