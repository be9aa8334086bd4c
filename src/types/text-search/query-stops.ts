import type {PlacedQuery} from './parse-query.ts';
import type {QueryNode, TextQuery} from './query.ts';

/** A query without its stop words, and how much wider a phrase to its left and to its right gets by what has gone. */
type Cleaned = {readonly query: QueryNode | null; readonly left: number; readonly right: number};

/**
 * Takes stop words out of a query. Phrases keep their distances: of `b <-> a <-> c` without `a` remains `b <2> c`; where both sides
 * of an operator go, what they were wide goes to the phrase around it.
 */
export function withoutStops(query: PlacedQuery | null): TextQuery {
  return query && clean(query).query;
}

function clean(query: PlacedQuery): Cleaned {
  if (query.op === 'stop') return {query: null, left: 0, right: 0};
  if (query.op === 'lexeme') return {query, left: 0, right: 0};
  if (query.op === 'not') {
    const arg = clean(query.arg);
    return arg.query ? {...arg, query: {op: 'not', arg: arg.query}} : arg;
  }
  const left = clean(query.left);
  const right = clean(query.right);
  const distance = query.op === 'phrase' ? (query.distance ?? 1) : null;
  if (!left.query && !right.query) {
    const width = distance === null ? Math.max(left.left, right.left) : left.left + distance + right.left;
    return {query: null, left: width, right: width};
  }
  if (!left.query) return distance === null ? right : {...right, left: left.left + distance + right.left};
  if (!right.query) return distance === null ? left : {...left, right: left.right + distance + right.right};
  if (distance === null)
    return {query: {op: query.op as 'and', left: left.query, right: right.query}, left: 0, right: 0};
  return {
    query: {op: 'phrase', distance: distance + left.right + right.left, left: left.query, right: right.query},
    left: left.left,
    right: right.right,
  };
}
