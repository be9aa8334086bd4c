import {MAX_DIMENSIONS, checkDimensions, checkSize, ownShape, shapeOf, withShape} from '../array-shape.ts';
import type {Datum} from '../datum.ts';
import {oidOf, typeOfOid} from '../catalog-oids.ts';
import {SqlError} from '../sql-error.ts';
import type {SqlType} from '../sql-type.ts';
import {asVector, vectorOf} from '../vector-types.ts';
import type {ByteReader} from './byte-reader.ts';
import type {ByteWriter} from './byte-writer.ts';
import type {FormatSettings} from './format-settings.ts';
import type {NonNullDatum, TypeIo} from './type-io.ts';

/** Arrays of any element type. As in Postgres, dimensions and lower bounds belong to the value: see array-shape.ts. */
export function arrayIo(ioOf: (type: SqlType) => TypeIo): TypeIo {
  return {
    parse: (text, type, settings) =>
      vectorOf(type) ? parseVector(text, type, ioOf, settings) : new ArrayParser(text, type, ioOf, settings).parse(),
    format: (value, type, settings) => formatArray(value as readonly Datum[], type, ioOf, settings),
    read: (reader, type) => readArray(reader, type.element!, ioOf),
    write: (writer, value, type) => writeArray(writer, value as readonly Datum[], type, ioOf),
  };
}

/** `1 2 3`. Errors: those of the element. */
function parseVector(
  text: string,
  type: SqlType,
  ioOf: (type: SqlType) => TypeIo,
  settings: FormatSettings,
): readonly Datum[] {
  const words = text.trim() === '' ? [] : text.trim().split(/\s+/);
  return asVector(words.map(word => ioOf(type.element!).parse(word, type.element!, settings)));
}

function malformed(text: string, detail: string): SqlError {
  return new SqlError('22P02', `malformed array literal: "${text}"`, {detail});
}

const INT32_MAX = 0x7fffffff;

const RAGGED = 'Multidimensional arrays must have sub-arrays with matching dimensions.';

/** An element's text before it is converted: the whole literal must be well-formed first. */
type ItemText = string | null | ItemText[];

type Bounds = {readonly lower: number; readonly upper: number};

class ArrayParser {
  private readonly text: string;
  private readonly element: SqlType;
  private readonly io: TypeIo;
  private readonly settings: FormatSettings;
  private position = 0;

  constructor(text: string, type: SqlType, ioOf: (type: SqlType) => TypeIo, settings: FormatSettings) {
    this.text = text.replace(/^[ \t\n\v\f\r]+/, '');
    this.element = type.element!;
    this.io = ioOf(this.element);
    this.settings = settings;
  }

  parse(): readonly Datum[] {
    const bounds = this.bounds();
    if (this.text[this.position] !== '{') {
      throw malformed(
        this.text,
        bounds ? 'Array contents must start with "{".' : 'Array value must start with "{" or dimension information.',
      );
    }
    const items = this.level(1);
    this.skipSpace();
    if (this.position < this.text.length) throw malformed(this.text, 'Junk after closing right brace.');
    const lengths = lengthsOf(items);
    if (bounds) this.checkBounds(bounds, lengths);
    const texts = leavesOf(items, lengths.length);
    checkSize(texts.length);
    const values = texts.map(text => (text === null ? null : this.io.parse(text, this.element, this.settings)));
    return withShape(values, {lengths, lowers: bounds ? bounds.map(({lower}) => lower) : lengths.map(() => 1)});
  }

  /** `[2:4]=` says where the subscripts begin; `[3]=` says what the braces say again. */
  private bounds(): Bounds[] | null {
    if (this.text[this.position] !== '[') return null;
    const bounds: Bounds[] = [];
    const dimension = /\s*\[\s*([+-]?\d+)(:([+-]?\d+)?)?\s*\]\s*/y;
    dimension.lastIndex = this.position;
    for (let found = dimension.exec(this.text); found; found = dimension.exec(this.text)) {
      const [, first, range, second] = found;
      if (range && second === undefined) throw malformed(this.text, 'Missing array dimension value.');
      checkDimensions(bounds.length + 1);
      bounds.push({lower: range ? toInt32(first) : 1, upper: toInt32(second ?? first)});
      this.position = dimension.lastIndex;
    }
    if (bounds.length === 0) {
      throw malformed(this.text, '"[" must introduce explicitly-specified array dimensions.');
    }
    if (bounds.some(({lower, upper}) => upper < lower)) {
      throw new SqlError('2202E', 'upper bound cannot be less than lower bound');
    }
    if (this.text[this.position] !== '=') throw malformed(this.text, 'Missing "=" after array dimensions.');
    this.position++;
    this.skipSpace();
    return bounds;
  }

  private checkBounds(bounds: readonly Bounds[], lengths: readonly number[]): void {
    const match =
      lengths.length === bounds.length && bounds.every(({lower, upper}, i) => upper - lower + 1 === lengths[i]);
    if (!match) throw malformed(this.text, 'Specified array dimensions do not match array contents.');
    bounds.forEach(({lower}, i) => checkLowerBound(lower, lengths[i]));
  }

  /** One pair of braces, as texts. Sub-arrays of it must have the same shape. */
  private level(depth: number): ItemText[] {
    checkDimensions(depth);
    this.position++;
    const items: ItemText[] = [];
    let nested: boolean | undefined;
    this.skipSpace();
    if (this.text[this.position] === '}') {
      if (depth > 1) throw malformed(this.text, 'Unexpected "}" character.');
      this.position++;
      return items;
    }
    for (;;) {
      this.skipSpace();
      const isNested = this.text[this.position] === '{';
      if (nested !== undefined && nested !== isNested) {
        throw malformed(this.text, isNested ? 'Unexpected "{" character.' : 'Unexpected array element.');
      }
      nested = isNested;
      const item = isNested ? this.level(depth + 1) : this.item();
      if (isNested && items.length > 0 && !sameShape(items[0], item)) throw malformed(this.text, RAGGED);
      items.push(item);
      this.skipSpace();
      const delimiter = this.text[this.position++];
      if (delimiter === '}') return items;
      if (delimiter === undefined) throw malformed(this.text, 'Unexpected end of input.');
      if (delimiter === '{') throw malformed(this.text, 'Unexpected "{" character.');
      if (delimiter !== delimiterOf(this.element)) throw malformed(this.text, 'Unexpected array element.');
    }
  }

  private item(): string | null {
    if (this.text[this.position] === '"') return this.quoted();
    const raw = this.unquoted();
    if (raw.text === '' && !raw.escaped) {
      const next = this.text[this.position];
      if (next === undefined) throw malformed(this.text, 'Unexpected end of input.');
      throw malformed(this.text, `Unexpected "${next}" character.`);
    }
    return !raw.escaped && /^null$/i.test(raw.text) ? null : raw.text;
  }

  private quoted(): string {
    let value = '';
    for (let at = this.position + 1; at < this.text.length; at++) {
      const character = this.text[at];
      if (character === '"') {
        this.position = at + 1;
        return value;
      }
      value += character === '\\' ? (this.text[++at] ?? '') : character;
    }
    throw malformed(this.text, 'Unexpected end of input.');
  }

  /** Up to a delimiter; blanks at its end do not count, unless a backslash stands before them. */
  private unquoted(): {text: string; escaped: boolean} {
    const delimiter = delimiterOf(this.element);
    let value = '';
    let kept = 0;
    let escaped = false;
    for (; this.position < this.text.length; this.position++) {
      const character = this.text[this.position];
      if (character === delimiter || character === '}' || character === '{') break;
      if (character === '"') throw malformed(this.text, 'Unexpected array element.');
      if (character === '\\') {
        escaped = true;
        value += this.text[++this.position] ?? '';
        kept = value.length;
      } else {
        value += character;
        if (!isSpace(character)) kept = value.length;
      }
    }
    return {text: value.slice(0, kept), escaped};
  }

  private skipSpace(): void {
    while (this.position < this.text.length && isSpace(this.text[this.position])) this.position++;
  }
}

function isSpace(character: string): boolean {
  return /[ \t\n\v\f\r]/.test(character);
}

function toInt32(text: string): number {
  return Math.max(-INT32_MAX - 1, Math.min(INT32_MAX, Number(text)));
}

/** Errors: 54000 where the last subscript would leave the integers. */
function checkLowerBound(lower: number, length: number): void {
  if (lower + length > INT32_MAX) throw new SqlError('54000', `array lower bound is too large: ${lower}`);
}

/** Lengths, outermost first; none for an empty array. */
function lengthsOf(items: readonly ItemText[]): number[] {
  const lengths: number[] = [];
  for (let level: unknown = items; Array.isArray(level) && level.length > 0; level = level[0])
    lengths.push(level.length);
  return lengths;
}

function leavesOf(items: readonly ItemText[], depth: number): readonly (string | null)[] {
  let level: readonly ItemText[] = items;
  for (let i = 1; i < depth; i++) level = (level as readonly ItemText[][]).flat(1) as readonly ItemText[];
  return level as readonly (string | null)[];
}

function sameShape(a: ItemText, b: ItemText): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return Array.isArray(a) === Array.isArray(b);
  return a.length === b.length && (a.length === 0 || sameShape(a[0], b[0]));
}

function formatArray(
  items: readonly Datum[],
  type: SqlType,
  ioOf: (type: SqlType) => TypeIo,
  settings: FormatSettings,
): string {
  const element = type.element!;
  const io = ioOf(element);
  if (vectorOf(type)) return items.map(item => io.format(item!, element, settings)).join(' ');
  if (items.length === 0) return '{}';
  const delimiter = delimiterOf(element);
  const texts = items.map(item => (item === null ? 'NULL' : quoteItem(io.format(item, element, settings), delimiter)));
  const shape = ownShape(items);
  if (!shape) return `{${texts.join(delimiter)}}`;
  return boundsText(shape.lengths, shape.lowers) + braced(texts, shape.lengths, delimiter);
}

/** `[0:2][1:1]=`, where a lower bound is not 1. */
function boundsText(lengths: readonly number[], lowers: readonly number[]): string {
  if (lowers.every(lower => lower === 1)) return '';
  return `${lengths.map((length, i) => `[${lowers[i]}:${lowers[i] + length - 1}]`).join('')}=`;
}

function braced(texts: readonly string[], lengths: readonly number[], delimiter: string): string {
  if (lengths.length === 1) return `{${texts.join(delimiter)}}`;
  const size = texts.length / lengths[0];
  const inner = Array.from({length: lengths[0]}, (_, i) =>
    braced(texts.slice(i * size, (i + 1) * size), lengths.slice(1), delimiter),
  );
  return `{${inner.join(delimiter)}}`;
}

/** What stands between elements: boxes have commas in them. */
function delimiterOf(element: SqlType): string {
  return element.kind === 'box' ? ';' : ',';
}

const mustQuote = /[{}"\\ \t\n\v\f\r]/;

function quoteItem(text: string, delimiter: string): string {
  if (text !== '' && !mustQuote.test(text) && !text.includes(delimiter) && !/^null$/i.test(text)) return text;
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function writeArray(writer: ByteWriter, items: readonly Datum[], type: SqlType, ioOf: (type: SqlType) => TypeIo): void {
  const element = type.element!;
  const {lengths, lowers} = shapeOf(items);
  writer.int32(lengths.length);
  writer.int32(items.includes(null) ? 1 : 0);
  writer.int32(oidOf(element));
  lengths.forEach((length, i) => {
    writer.int32(length);
    writer.int32(lowers[i]);
  });
  const io = ioOf(element);
  for (const item of items) writeItem(writer, item, element, io);
}

/** A length word and the value's bytes; -1 for NULL. */
export function writeItem(writer: ByteWriter, value: Datum, type: SqlType, io: TypeIo): void {
  if (value === null) {
    writer.int32(-1);
    return;
  }
  writer.int32(0);
  const start = writer.length;
  io.write(writer, value, type);
  writer.putInt32(start - 4, writer.length - start);
}

function readArray(reader: ByteReader, declared: SqlType, ioOf: (type: SqlType) => TypeIo): NonNullDatum {
  const count = reader.int32();
  if (count < 0) throw new SqlError('22P03', `invalid number of dimensions: ${count}`);
  if (count > MAX_DIMENSIONS) checkDimensions(count);
  const flags = reader.int32();
  if (flags !== 0 && flags !== 1) throw new SqlError('22P03', 'invalid array flags');
  const element = elementTypeOf(reader.uint32(), declared);
  const lengths: number[] = [];
  const lowers: number[] = [];
  for (let i = 0; i < count; i++) {
    lengths.push(reader.int32());
    lowers.push(reader.int32());
  }
  const total = lengths.reduce((product, length) => product * length, count === 0 ? 0 : 1);
  // Each item takes four bytes at least: a length that lies cannot make us allocate.
  if (lengths.some(length => length < 0) || total > reader.remaining / 4) {
    throw new SqlError('08P01', 'insufficient data left in message');
  }
  lengths.forEach((length, i) => checkLowerBound(lowers[i], length));
  const io = ioOf(element);
  const items = Array.from({length: total}, () => readItem(reader, element, io));
  return withShape(items, {lengths, lowers});
}

/** PostgreSQL's FirstGenbkiObjectId: smaller OIDs mean the same types on every server. */
const FIRST_OF_A_SERVER = 10_000;

/** What PostgreSQL calls a mistake of the sender; OIDs of a server's own types may be those of another, or a domain's and its base's. */
export function isOtherBuiltIn(sent: number, wanted: number): boolean {
  return sent !== wanted && sent < FIRST_OF_A_SERVER && wanted < FIRST_OF_A_SERVER;
}

/** Errors: 42804 when the sender's element type is another one. */
function elementTypeOf(oid: number, declared: SqlType): SqlType {
  if (declared.kind === 'unknown' || !isOtherBuiltIn(oid, oidOf(declared))) return declared;
  const sent = typeOfOid(oid);
  throw new SqlError(
    '42804',
    `binary data has array element type ${oid} (${sent?.kind ?? '???'}) instead of expected ${oidOf(declared)} (${declared.kind})`,
  );
}

/** The counterpart of `writeItem`. Errors: 22P03 when the value does not fill its length. */
export function readItem(reader: ByteReader, type: SqlType, io: TypeIo): Datum {
  const length = reader.int32();
  if (length === -1) return null;
  if (length < 0 || length > reader.remaining) throw new SqlError('08P01', 'insufficient data left in message');
  const item = reader.sub(length);
  const value = io.read(item, type);
  if (item.remaining > 0) throw new SqlError('22P03', 'improper binary format in array element');
  return value;
}
