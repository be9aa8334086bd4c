import type {Datum} from '../datum.ts';
import {oidOf, typeOfOid} from '../catalog-oids.ts';
import {SqlError, notSupported} from '../sql-error.ts';
import type {SqlType} from '../sql-type.ts';
import type {ByteReader} from './byte-reader.ts';
import type {ByteWriter} from './byte-writer.ts';
import type {FormatSettings} from './format-settings.ts';
import type {NonNullDatum, TypeIo} from './type-io.ts';

const MAX_DIMENSIONS = 6;

/**
 * Arrays of any element type. As in Postgres, dimensions belong to the value: `{{1,2},{3,4}}` of type integer[] is an
 * array of arrays. Lower bounds other than 1 are not kept, so they are refused.
 */
export function arrayIo(ioOf: (type: SqlType) => TypeIo): TypeIo {
  return {
    parse: (text, type, settings) => new ArrayParser(text, type, ioOf, settings).parse(),
    format: (value, type, settings) => formatArray(value as readonly Datum[], type, ioOf, settings),
    read: (reader, type) => readArray(reader, scalarElement(type), ioOf),
    write: (writer, value, type) => writeArray(writer, value as readonly Datum[], type, ioOf),
  };
}

/** What lies under all dimensions. */
function scalarElement(type: SqlType): SqlType {
  let element = type.element!;
  while (element.kind === 'array') element = element.element!;
  return element;
}

function malformed(text: string, detail: string): SqlError {
  return new SqlError('22P02', `malformed array literal: "${text}"`, {detail});
}

const RAGGED = 'Multidimensional arrays must have sub-arrays with matching dimensions.';

/** An element's text before it is converted: the whole literal must be well-formed first. */
type ItemText = string | null | ItemText[];

type Bounds = {readonly lower: number; readonly upper: number};

class ArrayParser {
  private readonly text: string;
  private readonly type: SqlType;
  private readonly element: SqlType;
  private readonly io: TypeIo;
  private readonly settings: FormatSettings;
  private position = 0;

  constructor(text: string, type: SqlType, ioOf: (type: SqlType) => TypeIo, settings: FormatSettings) {
    this.text = text.replace(/^[ \t\n\v\f\r]+/, '');
    this.type = type;
    this.element = scalarElement(type);
    this.io = ioOf(this.element);
    this.settings = settings;
  }

  parse(): Datum[] {
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
    if (bounds) this.checkBounds(bounds, items);
    return items.map(item => this.convert(item));
  }

  /** `[1:3]=` says what the braces say again; `[3]=` does, too. */
  private bounds(): Bounds[] | null {
    if (this.text[this.position] !== '[') return null;
    const bounds: Bounds[] = [];
    const dimension = /\s*\[\s*([+-]?\d+)(?::([+-]?\d+))?\s*\]\s*/y;
    dimension.lastIndex = this.position;
    for (let found = dimension.exec(this.text); found; found = dimension.exec(this.text)) {
      const [, first, second] = found;
      bounds.push({lower: second === undefined ? 1 : Number(first), upper: Number(second ?? first)});
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

  private checkBounds(bounds: readonly Bounds[], items: readonly ItemText[]): void {
    const lengths: number[] = [];
    for (let level: unknown = items; Array.isArray(level); level = level[0]) lengths.push(level.length);
    const match =
      lengths.length === bounds.length && bounds.every(({lower, upper}, i) => upper - lower + 1 === lengths[i]);
    if (!match) throw malformed(this.text, 'Specified array dimensions do not match array contents.');
    if (bounds.some(({lower}) => lower !== 1)) {
      throw notSupported('arrays with a lower bound other than 1 (in array literals)');
    }
  }

  /** One pair of braces, as texts. Sub-arrays of it must have the same shape. */
  private level(depth: number): ItemText[] {
    if (depth > MAX_DIMENSIONS) {
      throw new SqlError(
        '54000',
        `number of array dimensions (${depth}) exceeds the maximum allowed (${MAX_DIMENSIONS})`,
      );
    }
    if (isComposite(this.element) && depth > declaredDepth(this.type)) {
      throw notSupported('multidimensional arrays of composites');
    }
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
      if (delimiter !== ',') throw malformed(this.text, 'Unexpected array element.');
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

  private convert(item: ItemText): Datum {
    if (item === null) return null;
    if (typeof item === 'string') return this.io.parse(item, this.element, this.settings);
    return item.map(inner => this.convert(inner));
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
    let value = '';
    let kept = 0;
    let escaped = false;
    for (; this.position < this.text.length; this.position++) {
      const character = this.text[this.position];
      if (character === ',' || character === '}' || character === '{') break;
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

/** Lengths, outermost first. A composite is an array in its datum too, but no dimension: its type says the depth. */
function dimensionsOf(items: Datum, type: SqlType): number[] {
  const levels = isComposite(scalarElement(type)) ? declaredDepth(type) : MAX_DIMENSIONS;
  const lengths: number[] = [];
  let current = items;
  while (Array.isArray(current) && lengths.length < levels) {
    lengths.push(current.length);
    current = current.find(item => item !== null) ?? null;
  }
  return lengths;
}

function isComposite(type: SqlType): boolean {
  return type.kind === 'struct' || type.kind === 'record';
}

function declaredDepth(type: SqlType): number {
  return type.kind === 'array' ? 1 + declaredDepth(type.element!) : 0;
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
  const element = scalarElement(type);
  const io = ioOf(element);
  const depth = dimensionsOf(items, type).length;
  const print = (values: readonly Datum[], level: number): string => {
    const texts = values.map(value => {
      if (value === null) return 'NULL';
      if (level < depth) return print(value as readonly Datum[], level + 1);
      return quoteItem(io.format(value, element, settings));
    });
    return `{${texts.join(',')}}`;
  };
  return items.length === 0 ? '{}' : print(items, 1);
}

const mustQuote = /[{}",\\ \t\n\v\f\r]/;

function quoteItem(text: string): string {
  if (text !== '' && !mustQuote.test(text) && !/^null$/i.test(text)) return text;
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function writeArray(writer: ByteWriter, items: readonly Datum[], type: SqlType, ioOf: (type: SqlType) => TypeIo): void {
  const element = scalarElement(type);
  const dimensions = items.length === 0 ? [] : dimensionsOf(items, type);
  const leaves = flatten(items, dimensions);
  writer.int32(dimensions.length);
  writer.int32(leaves.includes(null) ? 1 : 0);
  writer.int32(oidOf(element));
  for (const length of dimensions) {
    writer.int32(length);
    writer.int32(1);
  }
  const io = ioOf(element);
  for (const leaf of leaves) writeItem(writer, leaf, element, io);
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

/** The leaves in order. Errors: 2202E for sub-arrays of different lengths, which the format cannot say. */
function flatten(items: readonly Datum[], dimensions: readonly number[]): readonly Datum[] {
  if (items.length !== dimensions[0] && dimensions.length > 0) {
    throw new SqlError('2202E', 'multidimensional arrays must have array expressions with matching dimensions');
  }
  if (dimensions.length <= 1) return items;
  return items.flatMap(item => flatten((item ?? []) as readonly Datum[], dimensions.slice(1)));
}

function readArray(reader: ByteReader, declared: SqlType, ioOf: (type: SqlType) => TypeIo): NonNullDatum {
  const count = reader.int32();
  if (count < 0 || count > MAX_DIMENSIONS) throw new SqlError('22P03', `invalid number of dimensions: ${count}`);
  const flags = reader.int32();
  if (flags !== 0 && flags !== 1) throw new SqlError('22P03', 'invalid array flags');
  const element = elementTypeOf(reader.uint32(), declared);
  const dimensions: number[] = [];
  for (let i = 0; i < count; i++) {
    dimensions.push(reader.int32());
    if (reader.int32() !== 1) throw notSupported('arrays with a lower bound other than 1 (in binary parameters)');
  }
  const total = dimensions.reduce((product, length) => product * length, count === 0 ? 0 : 1);
  // Each item takes four bytes at least: a length that lies cannot make us allocate.
  if (dimensions.some(length => length < 0) || total > reader.remaining / 4) {
    throw new SqlError('08P01', 'insufficient data left in message');
  }
  const io = ioOf(element);
  const read = (level: number): Datum[] =>
    Array.from({length: dimensions[level]}, () =>
      level === count - 1 ? readItem(reader, element, io) : read(level + 1),
    );
  return total === 0 ? [] : read(0);
}

/** Errors: 42804 when the sender's element type is another one. */
function elementTypeOf(oid: number, declared: SqlType): SqlType {
  if (oid === oidOf(declared) || declared.kind === 'unknown') return declared;
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
