import {legacyCrc32} from './legacy-crc32.ts';
import {quotedLexeme, WEIGHTS} from './vector.ts';

/**
 * A `tsquery` (manual, 8.11.2). Its datum are bytes whose order is that of PostgreSQL's comparison: the number of nodes, the
 * size there, then the tree with every right operand before the left one. Weights and prefixes, which PostgreSQL does not compare,
 * stand at the end.
 */
export type QueryNode =
  | {readonly op: 'lexeme'; readonly text: string; readonly weights: number; readonly prefix: boolean}
  | {readonly op: 'not'; readonly arg: QueryNode}
  | {readonly op: 'and'; readonly left: QueryNode; readonly right: QueryNode}
  | {readonly op: 'or'; readonly left: QueryNode; readonly right: QueryNode}
  | {readonly op: 'phrase'; readonly distance: number; readonly left: QueryNode; readonly right: QueryNode};

/** Null: a query for nothing. */
export type TextQuery = QueryNode | null;

export type BinaryQuery = Exclude<QueryNode, {op: 'lexeme'} | {op: 'not'}>;

/** As they bind, from the loosest on. */
export const PRIORITY = {or: 1, and: 2, phrase: 3, not: 4} as const;
/** As the binary form and the comparison number them. */
export const OPERATORS = ['', 'not', 'and', 'or', 'phrase'] as const;

export function nodesOf(query: TextQuery): number {
  if (query === null) return 0;
  if (query.op === 'lexeme') return 1;
  return 1 + (query.op === 'not' ? nodesOf(query.arg) : nodesOf(query.left) + nodesOf(query.right));
}

/** All lexemes, in the order of the binary form: those on the right come first. */
export function* lexemesOf(query: TextQuery): Iterable<QueryNode & {op: 'lexeme'}> {
  if (query === null) return;
  if (query.op === 'lexeme') yield query;
  else if (query.op === 'not') yield* lexemesOf(query.arg);
  else {
    yield* lexemesOf(query.right);
    yield* lexemesOf(query.left);
  }
}

export function queryDatum(query: TextQuery): Uint8Array {
  const lexemes = [...lexemesOf(query)];
  const nodes = nodesOf(query);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(nodes);
  head.writeUInt32BE(8 + 12 * nodes + lexemes.reduce((bytes, {text}) => bytes + Buffer.byteLength(text) + 1, 0), 4);
  const ends = Uint8Array.from(lexemes, ({weights, prefix}) => weights | (prefix ? 16 : 0));
  const tree: Uint8Array[] = [];
  if (query) encode(query, tree);
  return new Uint8Array(Buffer.concat([head, ...tree, ends]));
}

function encode(query: QueryNode, out: Uint8Array[]): void {
  if (query.op === 'lexeme') {
    const text = Buffer.from(query.text);
    const head = Buffer.alloc(5, 1);
    // The greater checksum, as a signed number, comes first.
    head.writeUInt32BE((legacyCrc32(text) ^ 0x7fffffff) >>> 0, 1);
    out.push(head, text, Uint8Array.of(0));
    return;
  }
  out.push(Uint8Array.of(0, 255 - OPERATORS.indexOf(query.op)));
  if (query.op === 'not') return encode(query.arg, out);
  encode(query.right, out);
  encode(query.left, out);
  if (query.op === 'phrase') out.push(Uint8Array.of((0xffff - query.distance) >>> 8, (0xffff - query.distance) & 255));
}

export function queryOf(datum: Uint8Array): TextQuery {
  const bytes = Buffer.from(datum.buffer, datum.byteOffset, datum.length);
  if (bytes.readUInt32BE(0) === 0) return null;
  let at = 8;
  const decode = (): QueryNode => {
    if (bytes[at++] === 1) {
      const end = bytes.indexOf(0, at + 4);
      const text = bytes.toString('utf8', at + 4, end);
      at = end + 1;
      return {op: 'lexeme', text, weights: 0, prefix: false};
    }
    const op = OPERATORS[255 - bytes[at++]];
    if (op === 'not') return {op, arg: decode()};
    const right = decode();
    const left = decode();
    if (op !== 'phrase') return {op: op as 'and' | 'or', left, right};
    at += 2;
    return {op, distance: 0xffff - bytes.readUInt16BE(at - 2), left, right};
  };
  const tree = decode();
  return withEnds(tree, () => bytes[at++]);
}

/** The weights and prefixes, in the order of `lexemesOf`. */
function withEnds(query: QueryNode, next: () => number): QueryNode {
  if (query.op === 'lexeme') {
    const end = next();
    return end === 0 ? query : {...query, weights: end & 15, prefix: end > 15};
  }
  if (query.op === 'not') return {op: 'not', arg: withEnds(query.arg, next)};
  const right = withEnds(query.right, next);
  return {...query, right, left: withEnds(query.left, next)};
}

export function printQuery(query: TextQuery): string {
  return query === null ? '' : printNode(query, -1, false);
}

/** `rightOfPhrase`: an operand whose order in the phrase must be kept by parentheses. */
function printNode(query: QueryNode, outside: number, rightOfPhrase: boolean): string {
  if (query.op === 'lexeme') {
    const weights = [3, 2, 1, 0].filter(weight => query.weights & (1 << weight)).map(weight => WEIGHTS[weight]);
    const ends = `${query.prefix ? '*' : ''}${weights.join('')}`;
    return quotedLexeme(query.text) + (ends === '' ? '' : `:${ends}`);
  }
  const priority = PRIORITY[query.op];
  const text =
    query.op === 'not'
      ? `!${printNode(query.arg, priority, false)}`
      : `${printNode(query.left, priority, false)} ${printOperator(query)} ${printNode(query.right, priority, query.op === 'phrase')}`;
  return priority < outside || (query.op === 'phrase' && rightOfPhrase) ? `( ${text} )` : text;
}

function printOperator(query: BinaryQuery): string {
  if (query.op === 'phrase') return query.distance === 1 ? '<->' : `<${query.distance}>`;
  return query.op === 'and' ? '&' : '|';
}
