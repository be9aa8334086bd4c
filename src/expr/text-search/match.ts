import type {QueryNode, TextQuery} from '../../types/text-search/query.ts';
import {indexOfLexeme, type Lexeme, type TextVector} from '../../types/text-search/vector.ts';
import {compareUtf8} from '../../types/text-search/utf8-order.ts';

/** Where something matches: at these positions, or (negated) everywhere but there. `width`: how many places it takes before. */
type Places = {readonly positions: readonly number[]; readonly negated: boolean; readonly width: number};

/** Maybe: the vector does not say where its lexemes stand. */
type Answer = 'maybe' | Places;

export type Operand = QueryNode & {op: 'lexeme'};

/** A document as far as queries ask for it. */
export type Searched = {
  has(operand: Operand): boolean;
  /** Null: the document does not say where. */
  positions(operand: Operand): readonly number[] | null;
};

/** Whether the document answers the query: `vector @@ query`. */
export function matches(vector: TextVector, query: TextQuery): boolean {
  return query !== null && holds(searchable(vector), query);
}

function searchable(vector: TextVector): Searched {
  return {
    has: operand => lexemesFor(vector, operand).some(lexeme => hasWeight(lexeme, operand)),
    positions: operand => positionsIn(vector, operand),
  };
}

export function holds(document: Searched, query: QueryNode): boolean {
  switch (query.op) {
    case 'lexeme':
      return document.has(query);
    case 'not':
      return !holds(document, query.arg);
    case 'and':
      return holds(document, query.left) && holds(document, query.right);
    case 'or':
      return holds(document, query.left) || holds(document, query.right);
    case 'phrase': {
      const answer = placesOf(document, query);
      return answer !== 'maybe' && !isNowhere(answer);
    }
  }
}

/** The vector's lexemes that the operand means: one, or all that begin with it. */
export function lexemesFor(vector: TextVector, {text, prefix}: Operand): readonly Lexeme[] {
  if (!prefix) {
    const at = indexOfLexeme(vector, text);
    return at < 0 ? [] : [vector[at]];
  }
  let first = 0;
  for (let high = vector.length; first < high;) {
    const middle = (first + high) >>> 1;
    if (compareUtf8(vector[middle].text, text) < 0) first = middle + 1;
    else high = middle;
  }
  let end = first;
  while (end < vector.length && vector[end].text.startsWith(text)) end++;
  return vector.slice(first, end);
}

/** Lexemes without positions have no weights either, and answer whatever is asked for. */
function hasWeight({positions}: Lexeme, {weights}: Operand): boolean {
  return weights === 0 || positions.length === 0 || positions.some(({weight}) => weights & (1 << weight));
}

const NOWHERE: Places = {positions: [], negated: false, width: 0};

function isNowhere({positions, negated}: Places): boolean {
  return positions.length === 0 && !negated;
}

function placesOf(document: Searched, query: QueryNode): Answer {
  switch (query.op) {
    case 'lexeme': {
      const positions = document.positions(query);
      return positions === null ? 'maybe' : {positions, negated: false, width: 0};
    }
    case 'not': {
      const answer = placesOf(document, query.arg);
      return answer === 'maybe' ? answer : {...answer, negated: !answer.negated};
    }
    case 'or':
      return either(placesOf(document, query.left), placesOf(document, query.right));
    case 'and':
    case 'phrase': {
      const left = placesOf(document, query.left);
      if (left !== 'maybe' && isNowhere(left)) return NOWHERE;
      const right = placesOf(document, query.right);
      if (right !== 'maybe' && isNowhere(right)) return NOWHERE;
      if (left === 'maybe' || right === 'maybe') return 'maybe';
      if (query.op !== 'phrase') return both(...aligned(left, right));
      const width = query.distance + left.width + right.width;
      return both(shifted(left, query.distance + right.width, width), {...right, width});
    }
  }
}

function positionsIn(vector: TextVector, operand: Operand): readonly number[] | null {
  const found = lexemesFor(vector, operand);
  if (found.some(({positions}) => positions.length === 0)) return null;
  const positions = found.flatMap(lexeme =>
    lexeme.positions.filter(({weight}) => operand.weights === 0 || operand.weights & (1 << weight)).map(({at}) => at),
  );
  return [...new Set(positions)].sort((a, b) => a - b);
}

function shifted({positions, negated}: Places, by: number, width: number): Places {
  return {positions: positions.map(position => position + by), negated, width};
}

/** Both end where the wider one does. */
function aligned(left: Places, right: Places): [Places, Places] {
  const width = Math.max(left.width, right.width);
  return [shifted(left, width - left.width, width), shifted(right, width - right.width, width)];
}

function both(left: Places, right: Places): Places {
  const {width} = left;
  if (left.negated && right.negated) return {positions: union(left, right), negated: true, width};
  if (left.negated) return {positions: difference(right, left), negated: false, width};
  if (right.negated) return {positions: difference(left, right), negated: false, width};
  return {positions: intersection(left, right), negated: false, width};
}

/** By De Morgan where one is negated. */
function either(left: Answer, right: Answer): Answer {
  const [noLeft, noRight] = [left, right].map(side => side !== 'maybe' && isNowhere(side));
  if (noLeft && noRight) return NOWHERE;
  if (left === 'maybe' || right === 'maybe') return 'maybe';
  const [a, b] = aligned(noLeft ? NOWHERE : left, noRight ? NOWHERE : right);
  const {width} = a;
  if (a.negated && b.negated) return {positions: intersection(a, b), negated: true, width};
  if (a.negated) return {positions: difference(a, b), negated: true, width};
  if (b.negated) return {positions: difference(b, a), negated: true, width};
  return {positions: union(a, b), negated: false, width};
}

function union(a: Places, b: Places): number[] {
  return [...new Set([...a.positions, ...b.positions])].sort((x, y) => x - y);
}

function intersection(a: Places, b: Places): number[] {
  const other = new Set(b.positions);
  return a.positions.filter(position => other.has(position));
}

function difference(a: Places, b: Places): number[] {
  const other = new Set(b.positions);
  return a.positions.filter(position => !other.has(position));
}
