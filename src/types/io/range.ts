import {scanQuoted} from './scan-quoted.ts';
import type {Datum} from '../datum.ts';
import {
  type Bound,
  EMPTY_RANGE,
  isEmptyRange,
  lowerBound,
  makeMultirange,
  makeRange,
  type RangeDatum,
  subtypeOrder,
  upperBound,
} from '../range.ts';
import {SqlError} from '../sql-error.ts';
import {multirangeTypeOf, type RangeKind, rangeTypeOf, type SqlType} from '../sql-type.ts';
import {readItem, writeItem} from './array.ts';
import type {ByteReader} from './byte-reader.ts';
import type {ByteWriter} from './byte-writer.ts';
import type {FormatSettings} from './format-settings.ts';
import type {TypeIo} from './type-io.ts';

type IoOf = (type: SqlType) => TypeIo;

const isSpace = (character: string): boolean => /[ \t\n\v\f\r]/.test(character);

/** Ranges: `[1,10)`, `(,5]`, `empty`. */
export function rangeIo(ioOf: IoOf): TypeIo {
  return {
    parse: (text, type, settings) => parseRange(text, type, ioOf, settings),
    format: (value, type, settings) => formatRange(value as RangeDatum, type, ioOf, settings),
    read: (reader, type) => readRange(reader, type, ioOf),
    write: (writer, value, type) => writeRange(writer, value as RangeDatum, type, ioOf),
  };
}

/** Multiranges: `{[1,3),[5,7)}`. */
export function multirangeIo(ioOf: IoOf): TypeIo {
  const range = rangeIo(ioOf);
  return {
    parse: (text, type, settings) => parseMultirange(text, type, range, settings),
    format: (value, type, settings) => {
      const {range: inner} = multirangeTypeOf(type)!;
      return `{${(value as readonly RangeDatum[]).map(each => range.format(each, inner, settings)).join(',')}}`;
    },
    read(reader, type) {
      const {range: inner} = multirangeTypeOf(type)!;
      const count = reader.int32();
      if (count < 0 || count > reader.remaining / 4) throw new SqlError('08P01', 'insufficient data left in message');
      return canonical(
        type,
        Array.from({length: count}, () => readItem(reader, inner, range) as unknown as RangeDatum),
      );
    },
    write(writer, value, type) {
      const ranges = value as readonly RangeDatum[];
      const {range: inner} = multirangeTypeOf(type)!;
      writer.int32(ranges.length);
      for (const each of ranges) writeItem(writer, each, inner, range);
    },
  };
}

function canonical(type: SqlType, ranges: readonly RangeDatum[]): readonly RangeDatum[] {
  const {range, subtype} = multirangeTypeOf(type)!;
  return makeMultirange(range.kind as RangeKind, ranges, subtypeOrder(subtype));
}

function malformed(text: string, detail: string): SqlError {
  return new SqlError('22P02', `malformed range literal: "${text}"`, {detail});
}

function parseRange(text: string, type: SqlType, ioOf: IoOf, settings: FormatSettings): RangeDatum {
  const {subtype} = rangeTypeOf(type)!;
  let at = skipSpace(text, 0);
  if (/^empty/i.test(text.slice(at))) {
    if (skipSpace(text, at + 5) < text.length) throw malformed(text, 'Junk after "empty" key word.');
    return EMPTY_RANGE;
  }
  const opening = text[at++];
  if (opening !== '[' && opening !== '(') throw malformed(text, 'Missing left parenthesis or bracket.');
  const lower = scanBound(text, at);
  if (text[lower.end] !== ',') throw malformed(text, 'Missing comma after lower bound.');
  const upper = scanBound(text, lower.end + 1);
  const closing = text[upper.end];
  if (closing !== ']' && closing !== ')') throw malformed(text, 'Too many commas.');
  at = skipSpace(text, upper.end + 1);
  if (at < text.length) throw malformed(text, 'Junk after right parenthesis or bracket.');
  const read = (bound: string | null): Datum => (bound === null ? null : ioOf(subtype).parse(bound, subtype, settings));
  return makeRange(
    type.kind as RangeKind,
    boundOf(read(lower.text), opening === '[', true),
    boundOf(read(upper.text), closing === ']', false),
    subtypeOrder(subtype),
  );
}

/** A null value: there is no such bound. */
export function boundOf(value: Datum, inclusive: boolean, lower: boolean): Bound {
  const infinite = value === null;
  return {value, infinite, inclusive: inclusive && !infinite, lower};
}

/** Up to a comma or closing bracket outside quotes; null where nothing stands before it. */
function scanBound(text: string, start: number): {readonly text: string | null; readonly end: number} {
  if (/[,)\]]/.test(text[start] ?? '')) return {text: null, end: start};
  const {value, end} = scanQuoted(text, start, ',)]', detail => malformed(text, detail));
  return {text: value, end};
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text[at])) at++;
  return at;
}

function formatRange(range: RangeDatum, type: SqlType, ioOf: IoOf, settings: FormatSettings): string {
  if (isEmptyRange(range)) return 'empty';
  const {subtype} = rangeTypeOf(type)!;
  const [lower, upper] = [lowerBound(range), upperBound(range)];
  const print = ({value, infinite}: Bound): string =>
    infinite ? '' : quoteBound(ioOf(subtype).format(value!, subtype, settings));
  return `${lower.inclusive ? '[' : '('}${print(lower)},${print(upper)}${upper.inclusive ? ']' : ')'}`;
}

function quoteBound(text: string): string {
  if (text !== '' && !/["\\()[\], \t\n\v\f\r]/.test(text)) return text;
  return `"${text.replace(/["\\]/g, '$&$&')}"`;
}

const EMPTY = 1;
const LOWER_INCLUSIVE = 2;
const UPPER_INCLUSIVE = 4;
const NO_LOWER = 8;
const NO_UPPER = 16;

function writeRange(writer: ByteWriter, range: RangeDatum, type: SqlType, ioOf: IoOf): void {
  const {subtype} = rangeTypeOf(type)!;
  if (isEmptyRange(range)) {
    writer.int8(EMPTY);
    return;
  }
  const [lower, upper] = [lowerBound(range), upperBound(range)];
  writer.int8(
    (lower.inclusive ? LOWER_INCLUSIVE : 0) |
      (upper.inclusive ? UPPER_INCLUSIVE : 0) |
      (lower.infinite ? NO_LOWER : 0) |
      (upper.infinite ? NO_UPPER : 0),
  );
  for (const {value, infinite} of [lower, upper]) if (!infinite) writeItem(writer, value, subtype, ioOf(subtype));
}

function readRange(reader: ByteReader, type: SqlType, ioOf: IoOf): RangeDatum {
  const {subtype} = rangeTypeOf(type)!;
  const flags = reader.uint8();
  const empty = (flags & EMPTY) !== 0;
  const read = (absent: number): Datum =>
    empty || (flags & absent) !== 0 ? null : readItem(reader, subtype, ioOf(subtype));
  const lower = boundOf(read(NO_LOWER), (flags & LOWER_INCLUSIVE) !== 0, true);
  const upper = boundOf(read(NO_UPPER), (flags & UPPER_INCLUSIVE) !== 0, false);
  return empty ? EMPTY_RANGE : makeRange(type.kind as RangeKind, lower, upper, subtypeOrder(subtype));
}

function parseMultirange(text: string, type: SqlType, range: TypeIo, settings: FormatSettings): readonly RangeDatum[] {
  const {range: inner} = multirangeTypeOf(type)!;
  const fail = (detail: string) => new SqlError('22P02', `malformed multirange literal: "${text}"`, {detail});
  let at = skipSpace(text, 0);
  if (text[at] !== '{') throw fail('Missing left brace.');
  at = skipSpace(text, at + 1);
  const ranges: RangeDatum[] = [];
  if (text[at] !== '}') {
    for (;;) {
      at = skipSpace(text, at);
      if (at >= text.length) throw fail('Unexpected end of input.');
      const end = /^empty/i.test(text.slice(at)) ? at + 5 : rangeEnd(text, at, fail);
      ranges.push(range.parse(text.slice(at, end), inner, settings) as unknown as RangeDatum);
      at = skipSpace(text, end);
      if (at >= text.length) throw fail('Unexpected end of input.');
      if (text[at] === '}') break;
      if (text[at] !== ',') throw fail('Expected comma or end of multirange.');
      at++;
    }
  }
  if (skipSpace(text, at + 1) < text.length) throw fail('Junk after closing right brace.');
  return canonical(type, ranges);
}

/** The place behind the range that begins here. */
function rangeEnd(text: string, start: number, fail: (detail: string) => SqlError): number {
  if (text[start] !== '[' && text[start] !== '(') throw fail('Expected range start.');
  let quoted = false;
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === ']' || character === ')')) return at + 1;
  }
  throw fail('Unexpected end of input.');
}
