import type {
  MatchRecognize,
  PatternDefinition,
  PatternQuantifier,
  PatternSubset,
  RowPattern,
  SortKey,
  TableExpression,
  Target,
} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression, parseExpressionList} from './expression.ts';
import {parseAlias} from './from.ts';
import {parseSortClause} from './sort.ts';
import * as token from './token.ts';

const CLAUSES: ReadonlySet<string> = new Set(['partition', 'order', 'measures', 'one', 'all', 'after', 'pattern']);

/** `MATCH_RECOGNIZE (` and one of its clauses: an alias with columns looks different. */
export function atMatchRecognize(c: Cursor): boolean {
  if (c.word !== 'match_recognize' || c.type !== token.IDENT || c.peek() !== '(') return false;
  return CLAUSES.has(c.peek(2)) && c.peek(3) !== ',' && c.peek(3) !== ')';
}

/** Row pattern recognition as in SQL:2016 and Flink. */
export function parseMatchRecognize(c: Cursor, input: TableExpression, start: number): MatchRecognize {
  c.advance();
  c.expect('(');
  let partitionBy: MatchRecognize['partitionBy'] = NONE;
  if (c.accept('partition')) {
    c.expect('by');
    partitionBy = parseExpressionList(c);
  }
  const orderBy: readonly SortKey[] = parseSortClause(c);
  const measures: readonly Target[] = c.accept('measures') ? c.list(parseMeasure) : NONE;
  const rows = parseRows(c);
  const afterMatch = parseAfterMatch(c);
  c.expect('pattern');
  c.expect('(');
  const pattern = parseAlternation(c);
  c.expect(')');
  const within = c.accept('within') ? parseExpression(c) : null;
  const subsets = c.accept('subset') ? c.list(parseSubset) : NONE;
  c.expect('define');
  const definitions = c.list(parseDefinition);
  c.expect(')');
  const alias = parseAlias(c);
  return node({
    kind: 'match_recognize',
    input,
    partitionBy,
    orderBy,
    measures,
    rows,
    afterMatch,
    pattern,
    within,
    subsets,
    definitions,
    alias,
    span: c.span(start),
  });
}

function parseMeasure(c: Cursor): Target {
  const {start} = c;
  const expression = parseExpression(c);
  c.expect('as');
  const alias = c.label();
  return node({kind: 'target', expression, alias, span: c.span(start)});
}

function parseRows(c: Cursor): MatchRecognize['rows'] {
  const which = c.acceptOne(['one', 'all']);
  if (which === null) return 'default';
  c.expect(which === 'one' ? 'row' : 'rows');
  c.expect('per');
  c.expect('match');
  return which === 'one' ? 'one row per match' : 'all rows per match';
}

function parseAfterMatch(c: Cursor): MatchRecognize['afterMatch'] {
  if (!c.accept('after')) return node({skip: 'default'});
  c.expect('match');
  c.expect('skip');
  if (c.accept('past')) {
    c.expect('last');
    c.expect('row');
    return node({skip: 'past last row'});
  }
  c.expect('to');
  if (c.accept('next')) {
    c.expect('row');
    return node({skip: 'to next row'});
  }
  const which = c.acceptOne(['first', 'last']);
  return node({skip: which === null ? 'to' : (`to ${which}` as const), variable: c.name()});
}

function parseAlternation(c: Cursor): RowPattern {
  c.enter();
  const items = [parseSequence(c)];
  while (c.accept('|')) items.push(parseSequence(c));
  c.leave();
  return items.length === 1 ? items[0] : node({type: 'alternation', items: Object.freeze(items)});
}

/** What ends a sequence; a minus, of `-}`. */
const PATTERN_ENDS: ReadonlySet<string> = new Set([')', '|', ',', '-', '}']);

function parseSequence(c: Cursor): RowPattern {
  const items: RowPattern[] = [];
  while (c.type !== token.END && !PATTERN_ENDS.has(c.word)) {
    items.push(parseQuantified(c));
  }
  if (items.length === 0) return node({type: 'empty'});
  return items.length === 1 ? items[0] : node({type: 'sequence', items: Object.freeze(items)});
}

function parseQuantified(c: Cursor): RowPattern {
  const item = parseTerm(c);
  const quantifier = parseQuantifier(c);
  return quantifier === null ? item : node({type: 'quantified', item, quantifier});
}

function parseTerm(c: Cursor): RowPattern {
  if (c.accept('^')) return node({type: 'anchor', edge: 'start'});
  if (c.accept('$')) return node({type: 'anchor', edge: 'end'});
  if (c.accept('(')) {
    const inner = parseAlternation(c);
    c.expect(')');
    return inner;
  }
  if (c.type === token.IDENT && c.atPair('permute', '(')) {
    c.advance();
    c.advance();
    const items = c.list(parseSequence);
    c.expect(')');
    return node({type: 'permute', items});
  }
  if (c.atPair('{', '-')) {
    c.advance();
    c.advance();
    const item = parseAlternation(c);
    c.expect('-');
    c.expect('}');
    return node({type: 'exclusion', item});
  }
  return node({type: 'variable', name: c.name()});
}

const SIGNS: ReadonlyMap<string, PatternQuantifier> = new Map([
  ['*', {min: 0, max: null, greedy: true}],
  ['+', {min: 1, max: null, greedy: true}],
  ['?', {min: 0, max: 1, greedy: true}],
  ['*?', {min: 0, max: null, greedy: false}],
  ['+?', {min: 1, max: null, greedy: false}],
  ['??', {min: 0, max: 1, greedy: false}],
]);

/** `*`, `+`, `?`, `{2}`, `{2,}`, `{,3}`, `{2,3}`, each reluctant with a `?` behind it. */
function parseQuantifier(c: Cursor): PatternQuantifier | null {
  const sign = SIGNS.get(c.word);
  if (sign !== undefined) {
    c.advance();
    return Object.freeze(sign);
  }
  if (c.word !== '{' || c.peek() === '-') return null;
  c.advance();
  const min = c.at(',') ? 0 : c.integer();
  let max: number | null = min;
  if (c.accept(',')) max = c.at('}') ? null : c.integer();
  c.expect('}');
  return node({min, max, greedy: !c.accept('?')});
}

function parseSubset(c: Cursor): PatternSubset {
  const {start} = c;
  const name = c.name();
  c.expect('=');
  const variables = c.names();
  return node({kind: 'pattern_subset', name, variables, span: c.span(start)});
}

function parseDefinition(c: Cursor): PatternDefinition {
  const {start} = c;
  const name = c.name();
  c.expect('as');
  const condition = parseExpression(c);
  return node({kind: 'pattern_definition', name, condition, span: c.span(start)});
}
