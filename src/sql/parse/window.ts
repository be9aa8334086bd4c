import type {FrameBound, WindowFrame, WindowSpec} from '../ast/index.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression, parseExpressionList} from './expression.ts';
import {parseSortClause} from './sort.ts';
import * as token from './token.ts';

/** `( [base] [PARTITION BY …] [ORDER BY …] [frame] )`. */
export function parseWindowSpec(c: Cursor): WindowSpec {
  const {start} = c;
  c.enter();
  c.expect('(');
  const base = parseBase(c);
  let partitionBy: WindowSpec['partitionBy'] = NONE;
  if (c.accept('partition')) {
    c.expect('by');
    partitionBy = parseExpressionList(c);
  }
  const orderBy = parseSortClause(c);
  const frame = parseFrame(c);
  c.expect(')');
  c.leave();
  return node({kind: 'window_spec', base, partitionBy, orderBy, frame, span: c.span(start)});
}

/** The words that begin a window's clauses win over a base window of that name. */
function parseBase(c: Cursor): string | null {
  if (!token.isName(c.type)) return null;
  switch (c.word) {
    case 'partition':
    case 'range':
    case 'rows':
    case 'groups':
      return null;
  }
  return c.name();
}

function parseFrame(c: Cursor): WindowFrame | null {
  const {start} = c;
  const unit = c.acceptOne(['rows', 'range', 'groups']);
  if (unit === null) return null;
  const place = c.start;
  let from: FrameBound;
  let to: FrameBound | null = null;
  // BETWEEN is a column's name too: ROWS between.x PRECEDING.
  if (c.at('between') && c.peek() !== '.' && c.peek() !== '[') {
    c.advance();
    const startPlace = c.start;
    from = parseBound(c);
    c.expect('and');
    const endPlace = c.start;
    to = parseBound(c);
    if (from.type === 'unbounded_following') {
      throw c.errorAt(startPlace, 'frame start cannot be UNBOUNDED FOLLOWING', '42P20');
    }
    if (to.type === 'unbounded_preceding') {
      throw c.errorAt(endPlace, 'frame end cannot be UNBOUNDED PRECEDING', '42P20');
    }
    rejectBackwards(c, from, to, endPlace);
  } else {
    from = parseBound(c);
    if (from.type === 'unbounded_following') {
      throw c.errorAt(place, 'frame start cannot be UNBOUNDED FOLLOWING', '42P20');
    }
    if (from.type === 'following') {
      throw c.errorAt(place, 'frame starting from following row cannot end with current row', '42P20');
    }
  }
  const exclude = parseExclusion(c);
  return node({kind: 'window_frame', unit, start: from, end: to, exclude, span: c.span(start)});
}

function rejectBackwards(c: Cursor, from: FrameBound, to: FrameBound, place: number): void {
  if (from.type === 'current_row' && to.type === 'preceding') {
    throw c.errorAt(place, 'frame starting from current row cannot have preceding rows', '42P20');
  }
  if (from.type === 'following' && (to.type === 'preceding' || to.type === 'current_row')) {
    throw c.errorAt(place, 'frame starting from following row cannot have preceding rows', '42P20');
  }
}

function parseBound(c: Cursor): FrameBound {
  if (c.at('unbounded') && (c.peek() === 'preceding' || c.peek() === 'following')) {
    c.advance();
    const type = c.take() === 'preceding' ? 'unbounded_preceding' : 'unbounded_following';
    return node({type});
  }
  if (c.atPair('current', 'row')) {
    c.advance();
    c.advance();
    return node({type: 'current_row'});
  }
  const offset = parseExpression(c);
  const type = c.expectOne(['preceding', 'following']);
  return node({type, offset});
}

function parseExclusion(c: Cursor): WindowFrame['exclude'] {
  if (!c.accept('exclude')) return 'none';
  switch (c.expectOne(['current', 'group', 'ties', 'no'])) {
    case 'current':
      c.expect('row');
      return 'current_row';
    case 'group':
      return 'group';
    case 'ties':
      return 'ties';
    default:
      c.expect('others');
      return 'none';
  }
}
