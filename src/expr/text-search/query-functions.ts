import {lexemesOf, type QueryNode, queryDatum, type TextQuery} from '../../types/text-search/query.ts';

/** What is computed of tsqueries alone: manual, 9.13 and 12.4.2. */

/** A query for nothing leaves the other as it is. */
export function joined(op: 'and' | 'or', left: TextQuery, right: TextQuery): TextQuery {
  return left && right ? {op, left, right} : (left ?? right);
}

export function phrase(left: TextQuery, right: TextQuery, distance: number): TextQuery {
  return left && right ? {op: 'phrase', distance, left, right} : (left ?? right);
}

export function negated(query: TextQuery): TextQuery {
  return query && {op: 'not', arg: query};
}

/** What an index could look for: without what is left out; `T`: all of the documents. */
export function indexable(query: TextQuery): TextQuery | 'T' {
  return query && (withoutNot(query) ?? 'T');
}

function withoutNot(query: QueryNode): QueryNode | null {
  if (query.op === 'lexeme') return query;
  if (query.op === 'not') return null;
  const left = withoutNot(query.left);
  if (query.op === 'or' && !left) return null;
  const right = withoutNot(query.right);
  if (query.op === 'or') return left && right && {...query, left, right};
  return left && right ? {...query, left, right} : (left ?? right);
}

/** Compared as PostgreSQL does, which looks neither at weights nor at prefixes. */
export function compareQueries(a: Uint8Array, b: Uint8Array, textsOf: (datum: Uint8Array) => TextQuery): number {
  return Buffer.compare(queryDatum(plain(textsOf(a))), queryDatum(plain(textsOf(b))));
}

function plain(query: TextQuery): TextQuery {
  if (query === null) return null;
  if (query.op === 'lexeme') return {...query, weights: 0, prefix: false};
  if (query.op === 'not') return {op: 'not', arg: plain(query.arg)!};
  return {...query, left: plain(query.left)!, right: plain(query.right)!};
}

/** All lexemes of the second are in the first. */
export function containsQuery(a: TextQuery, b: TextQuery): boolean {
  const known = new Set([...lexemesOf(a)].map(({text}) => text));
  return [...lexemesOf(b)].every(({text}) => known.has(text));
}

/** With the children of AND and OR in the order in which rewriting leaves them. */
export function arranged(query: TextQuery): TextQuery {
  return query && unflatten(flatten(query));
}

/** Every place where `what` stands in the query is `by`; children of AND and OR may stand in any order. */
export function rewritten(query: TextQuery, what: TextQuery, by: TextQuery): TextQuery {
  if (query === null || what === null) return query;
  const flat = flatten(query);
  const target = flatten(what);
  const replaced = replace(flat, target, by && flatten(by));
  return replaced && unflatten(replaced);
}

/** AND and OR with all that they join, in the order of comparison. */
type Flat =
  | (QueryNode & {op: 'lexeme'})
  | {readonly op: 'not'; readonly arg: Flat; readonly fresh?: boolean}
  | {readonly op: 'and' | 'or'; readonly children: readonly Flat[]; readonly fresh?: boolean}
  | {readonly op: 'phrase'; readonly distance: number; readonly children: readonly Flat[]; readonly fresh?: boolean};

function flatten(query: QueryNode): Flat {
  if (query.op === 'lexeme') return query;
  if (query.op === 'not') return {op: 'not', arg: flatten(query.arg)};
  const sides = [flatten(query.right), flatten(query.left)];
  if (query.op === 'phrase') return {op: 'phrase', distance: query.distance, children: sides};
  return sorted(query.op, sides);
}

function sorted(op: 'and' | 'or', sides: readonly Flat[]): Flat {
  const children = sides.flatMap(side => (side.op === op ? side.children : [side]));
  return {op, children: [...children].sort(compareFlat)};
}

/** As the datum's bytes have it: operators first, and of those the ones with more operands. */
function compareFlat(a: Flat, b: Flat): number {
  const [x, y] = [keyOf(a), keyOf(b)];
  return Buffer.compare(x, y);
}

function keyOf(flat: Flat): Buffer {
  if (flat.op === 'lexeme') return Buffer.from(queryDatum({...flat, weights: 0, prefix: false})).subarray(8, -1);
  const number = {not: 1, and: 2, or: 3, phrase: 4}[flat.op];
  const children = flat.op === 'not' ? [flat.arg] : flat.children;
  return Buffer.concat([Buffer.from([0, 255 - number, 255 - Math.min(children.length, 255)]), ...children.map(keyOf)]);
}

function replace(flat: Flat, target: Flat, by: Flat | null): Flat | null {
  const here = replaceHere(flat, target, by);
  if (here !== flat) return here;
  if (flat.op === 'lexeme') return flat;
  if (flat.op === 'not') {
    const arg = replace(flat.arg, target, by);
    return arg && {op: 'not', arg};
  }
  const children = flat.children.map(child => replace(child, target, by)).filter(child => child !== null);
  if (children.length === 0) return null;
  if (children.length === 1) return children[0];
  return flat.op === 'phrase' ? {...flat, children} : sorted(flat.op, children);
}

/** All of it, or some of what an AND or OR joins. */
function replaceHere(flat: Flat, target: Flat, by: Flat | null): Flat | null {
  if (compareFlat(flat, target) === 0) return by;
  if ((flat.op !== 'and' && flat.op !== 'or') || target.op !== flat.op) return flat;
  const left = [...flat.children];
  for (const child of target.children) {
    const at = left.findIndex(candidate => compareFlat(candidate, child) === 0);
    if (at < 0) return flat;
    left.splice(at, 1);
  }
  const others = left.map(child => replace(child, target, by)).filter(child => child !== null);
  const all = by ? [...others, by] : others;
  return all.length === 0 ? null : all.length === 1 ? all[0] : sorted(flat.op, all);
}

function unflatten(flat: Flat): QueryNode {
  if (flat.op === 'lexeme') return flat;
  if (flat.op === 'not') return {op: 'not', arg: unflatten(flat.arg)};
  const [first, second, ...more] = flat.children.map(unflatten);
  if (flat.op === 'phrase') return {op: 'phrase', distance: flat.distance, right: first, left: second};
  const {op} = flat;
  // As PostgreSQL makes pairs of them: from the last on.
  return more.reduceRight<QueryNode>((right, left) => ({op, left, right}), {op, right: first, left: second});
}
