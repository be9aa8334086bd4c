import {SqlError} from '../sql-error.ts';
import {compareUtf8} from './utf8-order.ts';

/**
 * A `tsvector` (manual, 8.11.1): the lexemes of a document in the order of their bytes, each with where it stands. Its datum
 * are bytes whose order is that of PostgreSQL's comparison: the size there, the number of lexemes, then lexeme by lexeme.
 */

/** At: 1 to 16383. Weight: 3 for A to 0 for D. */
export type Position = {readonly at: number; readonly weight: number};

export type Lexeme = {readonly text: string; readonly positions: readonly Position[]};

export type TextVector = readonly Lexeme[];

export const WEIGHTS = 'DCBA';

export const MAX_POSITION = 16_383;
const MAX_POSITIONS = 255;
/** Bytes. */
const MAX_LEXEME = 2046;
const MAX_TEXTS = 1_048_575;

/** Lexemes as they come, made a vector: sorted, those that are the same put together. Errors: 54000. */
export function vectorFrom(lexemes: readonly Lexeme[]): TextVector {
  const byText = new Map<string, Position[]>();
  for (const {text, positions} of lexemes) {
    const known = byText.get(text);
    if (known) known.push(...positions);
    else byText.set(text, [...positions]);
  }
  return [...byText]
    .sort(([a], [b]) => compareUtf8(a, b))
    .map(([text, positions]) => ({text, positions: inOrder(positions)}));
}

/** Positions by where they are, each with the heaviest weight it is given; no more than there is room for. */
function inOrder(positions: Position[]): readonly Position[] {
  const kept: Position[] = [];
  for (const position of positions.sort((a, b) => a.at - b.at)) {
    const last = kept.at(-1);
    // Of those that are too far behind the first stands for all.
    if (last && (kept.length > MAX_POSITIONS || last.at === MAX_POSITION)) break;
    if (last?.at !== position.at) kept.push(position);
    else if (position.weight > last.weight) kept[kept.length - 1] = position;
  }
  return kept;
}

/** Errors: 54000 a lexeme or all of them are too long. */
export function vectorDatum(vector: TextVector): Uint8Array {
  const texts = vector.map(({text}) => Buffer.from(text));
  let bytes = 0;
  let room = 8;
  vector.forEach(({positions}, i) => {
    const {length} = texts[i];
    if (length > MAX_LEXEME) {
      throw new SqlError('54000', `word is too long (${length} bytes, max ${MAX_LEXEME} bytes)`);
    }
    bytes += length;
    if (positions.length > 0) bytes += (bytes & 1) + 2 + 2 * positions.length;
    room += 4 + 2 * positions.length + length;
  });
  if (bytes > MAX_TEXTS) {
    throw new SqlError('54000', `string is too long for tsvector (${bytes} bytes, max ${MAX_TEXTS} bytes)`);
  }
  const datum = Buffer.alloc(room);
  datum.writeUInt32BE(8 + 4 * vector.length + bytes);
  let at = datum.writeUInt32BE(vector.length, 4);
  vector.forEach(({positions}, i) => {
    at = datum.writeUInt8(positions.length > 0 ? 0 : 1, at);
    at += texts[i].copy(datum, at) + 1;
    if (positions.length === 0) return;
    at = datum.writeUInt16BE(0xffff - positions.length, at);
    for (const {at: place, weight} of positions)
      at = datum.writeUInt16BE(((MAX_POSITION - place) << 2) | (3 - weight), at);
  });
  return new Uint8Array(datum.buffer, datum.byteOffset, at);
}

export function vectorOf(datum: Uint8Array): TextVector {
  const bytes = Buffer.from(datum.buffer, datum.byteOffset, datum.length);
  const vector: Lexeme[] = [];
  let at = 8;
  for (let left = bytes.readUInt32BE(4); left > 0; left--) {
    const placed = bytes[at++] === 0;
    const end = bytes.indexOf(0, at);
    const text = bytes.toString('utf8', at, end);
    at = end + 1;
    const positions: Position[] = [];
    if (placed) {
      const count = 0xffff - bytes.readUInt16BE(at);
      for (let i = 0; i < count; i++) {
        const word = bytes.readUInt16BE((at += 2));
        positions.push({at: MAX_POSITION - (word >>> 2), weight: 3 - (word & 3)});
      }
      at += 2;
    }
    vector.push({text, positions});
  }
  return vector;
}

/** The lexeme's place, by halving; -1: it is not there. */
export function indexOfLexeme(vector: TextVector, text: string): number {
  let [low, high] = [0, vector.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compareUtf8(vector[middle].text, text);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}

export function printVector(vector: TextVector): string {
  return vector.map(({text, positions}) => quotedLexeme(text) + printPositions(positions)).join(' ');
}

export function quotedLexeme(text: string): string {
  return `'${text.replace(/['\\]/g, '$&$&')}'`;
}

function printPositions(positions: readonly Position[]): string {
  if (positions.length === 0) return '';
  return `:${positions.map(({at, weight}) => `${at}${weight === 0 ? '' : WEIGHTS[weight]}`).join()}`;
}
