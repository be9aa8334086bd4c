import {SqlError} from '../sql-error.ts';
import {parseQuery} from '../text-search/parse-query.ts';
import {parseVector} from '../text-search/parse-vector.ts';
import {nodesOf, OPERATORS, printQuery, queryDatum, type QueryNode, queryOf} from '../text-search/query.ts';
import {
  type Lexeme,
  MAX_POSITION,
  type Position,
  printVector,
  vectorDatum,
  vectorFrom,
  vectorOf,
} from '../text-search/vector.ts';
import type {ByteReader} from './byte-reader.ts';
import type {ByteWriter} from './byte-writer.ts';
import type {TypeIo} from './type-io.ts';

/** Binary form: the number of lexemes; of each its text with a zero, the number of its positions, and these. */
export const tsvectorIo: TypeIo = {
  parse: text => vectorDatum(parseVector(text)),
  format: value => printVector(vectorOf(value as Uint8Array)),
  read(reader) {
    const lexemes: Lexeme[] = [];
    for (let left = reader.int32(); left > 0; left--) {
      const text = reader.cstring();
      const positions: Position[] = [];
      for (let places = reader.int16() & 0xffff; places > 0; places--) {
        const word = reader.int16() & 0xffff;
        positions.push({at: word & MAX_POSITION, weight: word >>> 14});
      }
      lexemes.push({text, positions});
    }
    return vectorDatum(vectorFrom(lexemes));
  },
  write(writer, value) {
    const vector = vectorOf(value as Uint8Array);
    writer.int32(vector.length);
    for (const {text, positions} of vector) {
      writer.cstring(text);
      writer.int16(positions.length);
      for (const {at, weight} of positions) writer.int16((weight << 14) | at);
    }
  },
};

/** Binary form: the number of nodes; of each whether it is a lexeme (1) or an operator (2), right operands first. */
export const tsqueryIo: TypeIo = {
  parse: text => queryDatum(parseQuery(text)),
  format: value => printQuery(queryOf(value as Uint8Array)),
  read(reader) {
    let left = reader.int32();
    if (left === 0) return queryDatum(null);
    const read = (depth: number): QueryNode => {
      if (--left < 0) throw new SqlError('XX000', 'malformed tsquery: operand not found');
      if (depth > 1000) throw new SqlError('54001', 'stack depth limit exceeded');
      const node = readNode(reader);
      if (node.op === 'lexeme') return node;
      if (node.op === 'not') return {op: 'not', arg: read(depth + 1)};
      const right = read(depth + 1);
      return {...node, right, left: read(depth + 1)};
    };
    const query = read(0);
    if (left > 0) throw new SqlError('XX000', 'malformed tsquery: extra nodes');
    return queryDatum(query);
  },
  write(writer, value) {
    const query = queryOf(value as Uint8Array);
    writer.int32(nodesOf(query));
    if (query) writeNode(writer, query);
  },
};

/** Its operands are still to come. */
function readNode(reader: ByteReader): QueryNode {
  const type = reader.int8();
  if (type === 1) {
    const weights = reader.int8();
    const prefix = reader.int8() !== 0;
    if (weights > 15) throw new SqlError('XX000', 'invalid tsquery: invalid weight bitmap');
    return {op: 'lexeme', text: reader.cstring(), weights, prefix};
  }
  if (type !== 2) throw new SqlError('XX000', `unrecognized tsquery node type: ${type}`);
  const number = reader.int8();
  const op = OPERATORS[number];
  const none: QueryNode = {op: 'lexeme', text: '', weights: 0, prefix: false};
  if (op === 'not') return {op, arg: none};
  if (op === 'phrase') return {op, distance: reader.int16() & 0xffff, left: none, right: none};
  if (op === 'and' || op === 'or') return {op, left: none, right: none};
  throw new SqlError('XX000', `invalid tsquery: unrecognized operator type ${number}`);
}

function writeNode(writer: ByteWriter, query: QueryNode): void {
  if (query.op === 'lexeme') {
    writer.int8(1);
    writer.int8(query.weights);
    writer.int8(query.prefix ? 1 : 0);
    writer.cstring(query.text);
    return;
  }
  writer.int8(2);
  writer.int8(OPERATORS.indexOf(query.op));
  if (query.op === 'not') return writeNode(writer, query.arg);
  if (query.op === 'phrase') writer.int16(query.distance);
  writeNode(writer, query.right);
  writeNode(writer, query.left);
}
