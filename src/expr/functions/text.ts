import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, BIGINT, BYTEA, INTEGER, type SqlType, TEXT} from '../../types/sql-type.ts';
import {withoutBlanks} from '../datum-order.ts';
import {func, operator} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import {asText, printed} from '../text/as-text.ts';
import {changeCase, characters, capitalized} from '../text/characters.ts';
import {formatMessage} from '../text/format-message.ts';

// Text and bytea functions. Positions and lengths count characters (code points) of text and bytes of bytea.

const BPCHAR: SqlType = {kind: 'bpchar'};

type T1 = readonly [string];
type T2 = readonly [string, string];

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

function lengthOf(text: string): number {
  if (isAscii(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

const MAX_BYTES = 1073741823;

function bounded(length: number): void {
  if (length > MAX_BYTES) throw new SqlError('54000', 'requested length too large');
}

type Slice = {readonly length: number; slice(start: number, end: number): unknown};

/** substr: from a 1-based start that may lie before the text. Errors: 22011. */
function substring<S extends Slice>(value: S, start: number, count?: number): ReturnType<S['slice']> {
  if (count !== undefined && count < 0) throw new SqlError('22011', 'negative substring length not allowed');
  const from = Math.max(start - 1, 0);
  const to = count === undefined ? value.length : Math.max(start - 1 + count, 0);
  return value.slice(from, Math.max(to, from)) as ReturnType<S['slice']>;
}

function textSubstring(text: string, start: number, count?: number): string {
  if (isAscii(text)) return substring(text, start, count);
  return substring(characters(text), start, count).join('');
}

type Sub = readonly [string, number, number?];
type ByteSub = readonly [Uint8Array, number, number?];

const substringRows: readonly FunctionRow[] = ['substr', 'substring'].flatMap(name => [
  func(name, [TEXT, INTEGER, INTEGER], TEXT, 'part of a text', ([t, from, count]: Sub) =>
    textSubstring(t, from, count),
  ),
  func(name, [TEXT, INTEGER], TEXT, 'rest of a text', ([t, from]: Sub) => textSubstring(t, from)),
  func(name, [BYTEA, INTEGER, INTEGER], BYTEA, 'part of the bytes', ([b, from, count]: ByteSub) =>
    substring(b, from, count),
  ),
  func(name, [BYTEA, INTEGER], BYTEA, 'rest of the bytes', ([b, from]: ByteSub) => substring(b, from)),
]);

function trim(text: string, set: string, left: boolean, right: boolean): string {
  const from = isAscii(text) ? text : characters(text);
  const wanted = new Set(set);
  let start = 0;
  let end = from.length;
  if (left) while (start < end && wanted.has(from[start])) start++;
  if (right) while (end > start && wanted.has(from[end - 1])) end--;
  return typeof from === 'string' ? from.slice(start, end) : from.slice(start, end).join('');
}

function trimBytes(bytes: Uint8Array, set: Uint8Array, left: boolean, right: boolean): Uint8Array {
  let start = 0;
  let end = bytes.length;
  if (left) while (start < end && set.includes(bytes[start])) start++;
  if (right) while (end > start && set.includes(bytes[end - 1])) end--;
  return bytes.slice(start, end);
}

const trimRows: readonly FunctionRow[] = (
  [
    ['btrim', true, true],
    ['ltrim', true, false],
    ['rtrim', false, true],
  ] as const
).flatMap(([name, left, right]) => [
  func(name, [TEXT], TEXT, 'without blanks at its ends', ([t]: T1) => trim(t, ' ', left, right)),
  func(name, [TEXT, TEXT], TEXT, 'without the given characters at its ends', ([t, set]: T2) =>
    trim(t, set, left, right),
  ),
  func(
    name,
    [BYTEA, BYTEA],
    BYTEA,
    'without the given bytes at its ends',
    ([b, set]: readonly [Uint8Array, Uint8Array]) => trimBytes(b, set, left, right),
  ),
]);

function position([text, part]: T2): number {
  if (part === '') return 1;
  const at = text.indexOf(part);
  return at < 0 ? 0 : lengthOf(text.slice(0, at)) + 1;
}

function pad(text: string, length: number, fill: string, left: boolean): string {
  bounded(length);
  const chars = characters(text);
  if (length <= 0) return '';
  if (chars.length >= length) return chars.slice(0, length).join('');
  const filler = characters(fill);
  if (filler.length === 0) return text;
  const missing = length - chars.length;
  const padding = Array.from({length: missing}, (_, i) => filler[i % filler.length]).join('');
  return left ? padding + text : text + padding;
}

const padRows: readonly FunctionRow[] = [true, false].flatMap(left => {
  const name = left ? 'lpad' : 'rpad';
  const says = left ? 'filled from the left to a length' : 'filled from the right to a length';
  return [
    func(name, [TEXT, INTEGER, TEXT], TEXT, says, ([t, n, fill]: readonly [string, number, string]) =>
      pad(t, n, fill, left),
    ),
    func(name, [TEXT, INTEGER], TEXT, says, ([t, n]: readonly [string, number]) => pad(t, n, ' ', left)),
  ];
});

/** The first n characters; all but the last -n where n is negative. */
function left(text: string, n: number): string {
  return n < 0 ? characters(text).slice(0, n).join('') : characters(text).slice(0, n).join('');
}

function right(text: string, n: number): string {
  if (n === 0) return '';
  return characters(text).slice(-n).join('');
}

/** Errors: 22023 for field 0. */
function splitPart([text, delimiter, field]: readonly [string, string, number]): string {
  if (field === 0) throw new SqlError('22023', 'field position must not be zero');
  if (text === '') return '';
  if (delimiter === '') return field === 1 || field === -1 ? text : '';
  const fields = text.split(delimiter);
  return fields[field > 0 ? field - 1 : fields.length + field] ?? '';
}

function overlay(text: string, part: string, start: number, count: number): string {
  if (start <= 0) throw new SqlError('22011', 'negative substring length not allowed');
  return textSubstring(text, 1, start - 1) + part + textSubstring(text, start + count);
}

function translate([text, from, to]: readonly [string, string, string]): string {
  const source = characters(from);
  const target = characters(to);
  return characters(text)
    .map(c => {
      const at = source.indexOf(c);
      return at < 0 ? c : (target[at] ?? '');
    })
    .join('');
}

/** Errors: 54000 outside Unicode. */
function chr(code: number): string {
  if (code < 0) throw new SqlError('22023', 'character number must be positive');
  if (code === 0) throw new SqlError('54000', 'null character not permitted');
  if (code > 0x10ffff) throw new SqlError('54000', `requested character too large for encoding: ${code}`);
  if (code >= 0xd800 && code <= 0xdfff) {
    throw new SqlError('54000', `requested character not valid for encoding: ${code}`);
  }
  return String.fromCodePoint(code);
}

function repeat([text, n]: readonly [string, number]): string {
  if (n <= 0) return '';
  bounded(text.length * n);
  return text.repeat(n);
}

const kernelLength = {kernel: {export: 'text_length', shape: 'bytesToFixed'}} as const;
const kernelOctets = {kernel: {export: 'text_octets', shape: 'bytesToFixed'}} as const;
const concatKernel = {kernel: {export: 'text_concat_offsets', shape: 'concat'}} as const;

const lengthRows: readonly FunctionRow[] = [
  ...['length', 'char_length', 'character_length'].flatMap(name => [
    func(name, [TEXT], INTEGER, 'number of characters', ([t]: T1) => lengthOf(t), kernelLength),
    func(name, [BPCHAR], INTEGER, 'number of characters without the padding', ([t]: T1) => lengthOf(withoutBlanks(t))),
  ]),
  func('length', [BYTEA], INTEGER, 'number of bytes', ([b]: readonly [Uint8Array]) => b.length, kernelOctets),
  func('octet_length', [TEXT], INTEGER, 'number of bytes', ([t]: T1) => Buffer.byteLength(t), kernelOctets),
  func('octet_length', [BPCHAR], INTEGER, 'number of bytes', ([t]: T1) => Buffer.byteLength(t), kernelOctets),
  func('octet_length', [BYTEA], INTEGER, 'number of bytes', ([b]: readonly [Uint8Array]) => b.length, kernelOctets),
  func('bit_length', [TEXT], INTEGER, 'number of bits', ([t]: T1) => 8 * Buffer.byteLength(t)),
  func('bit_length', [BYTEA], INTEGER, 'number of bits', ([b]: readonly [Uint8Array]) => 8 * b.length),
];

const concatRows: readonly FunctionRow[] = [
  operator('||', [TEXT, TEXT], TEXT, 'one after the other', ([a, b]: T2) => a + b, concatKernel),
  operator(
    '||',
    [TEXT, 'anynonarray'],
    TEXT,
    'text and a value as text',
    ([a, b]: readonly [string, Datum], context) => a + asText(b, 1, context),
    {volatility: 'stable'},
  ),
  operator(
    '||',
    ['anynonarray', TEXT],
    TEXT,
    'a value as text and text',
    ([a, b]: readonly [Datum, string], context) => asText(a, 0, context) + b,
    {volatility: 'stable'},
  ),
  operator(
    '||',
    [BYTEA, BYTEA],
    BYTEA,
    'one after the other',
    ([a, b]: readonly [Uint8Array, Uint8Array]) => new Uint8Array([...a, ...b]),
  ),
  func(
    'concat',
    ['any'],
    TEXT,
    'all values as text, one after the other; nulls are nothing',
    (values: readonly Datum[], context) => values.map((v, i) => (v === null ? '' : printed(v, i, context))).join(''),
    {variadic: true, strict: false, volatility: 'stable'},
  ),
  func(
    'concat_ws',
    [TEXT, 'any'],
    TEXT,
    'the values as text with a separator between; nulls are left out',
    ([separator, ...values]: readonly Datum[], context) => {
      if (separator === null) return null;
      const texts = values.flatMap((v, i) => (v === null ? [] : [printed(v, i + 1, context)]));
      return texts.join(separator as string);
    },
    {variadic: true, strict: false, volatility: 'stable'},
  ),
  func(
    'format',
    [TEXT, 'any'],
    TEXT,
    'a text with values in it, as C has sprintf',
    ([format, ...values]: readonly Datum[], context) =>
      format === null ? null : formatMessage(format as string, values, i => printed(values[i], i + 1, context)),
    {variadic: true, strict: false, volatility: 'stable'},
  ),
  func('format', [TEXT], TEXT, 'a text with no values in it', ([format]: T1) => formatMessage(format, [], () => '')),
];

const plainRows: readonly FunctionRow[] = [
  func('lower', [TEXT], TEXT, 'in lower case', ([t]: T1) => changeCase(t, false), {
    kernel: {export: 'text_lower', shape: 'bytesMap'},
  }),
  func('upper', [TEXT], TEXT, 'in upper case', ([t]: T1) => changeCase(t, true), {
    kernel: {export: 'text_upper', shape: 'bytesMap'},
  }),
  func('initcap', [TEXT], TEXT, 'each word with a capital', ([t]: T1) => capitalized(t)),
  func('strpos', [TEXT, TEXT], INTEGER, 'where a part begins, 0 = nowhere', position),
  func('position', [TEXT, TEXT], INTEGER, 'where a part begins, 0 = nowhere', position),
  func(
    'replace',
    [TEXT, TEXT, TEXT],
    TEXT,
    'with every occurrence replaced',
    ([t, from, to]: readonly [string, string, string]) => (from === '' ? t : t.replaceAll(from, () => to)),
  ),
  func('translate', [TEXT, TEXT, TEXT], TEXT, 'with characters exchanged', translate),
  func('left', [TEXT, INTEGER], TEXT, 'first characters', ([t, n]: readonly [string, number]) => left(t, n)),
  func('right', [TEXT, INTEGER], TEXT, 'last characters', ([t, n]: readonly [string, number]) => right(t, n)),
  func('reverse', [TEXT], TEXT, 'backwards', ([t]: T1) => characters(t).reverse().join('')),
  func('repeat', [TEXT, INTEGER], TEXT, 'so many times', repeat),
  func('split_part', [TEXT, TEXT, INTEGER], TEXT, 'a field between delimiters', splitPart),
  func(
    'overlay',
    [TEXT, TEXT, INTEGER, INTEGER],
    TEXT,
    'with a part replaced',
    ([t, p, from, n]: readonly [string, string, number, number]) => overlay(t, p, from, n),
  ),
  func(
    'overlay',
    [TEXT, TEXT, INTEGER],
    TEXT,
    'with a part replaced',
    ([t, p, from]: readonly [string, string, number]) => overlay(t, p, from, lengthOf(p)),
  ),
  func('starts_with', [TEXT, TEXT], {kind: 'boolean'}, 'whether it begins so', ([t, p]: T2) => t.startsWith(p)),
  operator('^@', [TEXT, TEXT], {kind: 'boolean'}, 'whether it begins so', ([t, p]: T2) => t.startsWith(p)),
  func('ascii', [TEXT], INTEGER, 'code of the first character', ([t]: T1) => t.codePointAt(0) ?? 0),
  func('chr', [INTEGER], TEXT, 'character of a code', ([n]: readonly [number]) => chr(n)),
  func('to_hex', [INTEGER], TEXT, 'hexadecimal digits', ([n]: readonly [number]) => (n >>> 0).toString(16)),
  func('to_hex', [BIGINT], TEXT, 'hexadecimal digits', ([n]: readonly [bigint]) => BigInt.asUintN(64, n).toString(16)),
];

/** null: the whole text; '' as a delimiter: the text is one field; null as a delimiter: each character is one. */
function stringToArray(text: string | null, delimiter: string | null, nullText: string | null): Datum {
  if (text === null) return null;
  if (text === '') return [];
  const fields = delimiter === null ? characters(text) : delimiter === '' ? [text] : text.split(delimiter);
  return fields.map(field => (field === nullText ? null : field));
}

type Parts = readonly [string | null, string | null, (string | null)?];

const arrayRows: readonly FunctionRow[] = [
  func(
    'string_to_array',
    [TEXT, TEXT],
    arrayOf(TEXT),
    'the fields between delimiters',
    ([t, d]: Parts) => stringToArray(t, d, null),
    {strict: false},
  ),
  func(
    'string_to_array',
    [TEXT, TEXT, TEXT],
    arrayOf(TEXT),
    'the fields between delimiters, one text standing for null',
    ([t, d, n]: Parts) => stringToArray(t, d, n ?? null),
    {strict: false},
  ),
];

export const textRows: readonly FunctionRow[] = [
  ...substringRows,
  ...trimRows,
  ...padRows,
  ...lengthRows,
  ...concatRows,
  ...plainRows,
  ...arrayRows,
];
