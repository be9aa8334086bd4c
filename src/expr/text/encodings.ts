import {notSupported, SqlError} from '../../types/sql-error.ts';
import {encodingForm} from './encoding-form.ts';
import {encodingTable, supplementCharacter, supplementCode} from './encoding-table.ts';

// Text in other encodings than UTF-8: PostgreSQL's, with its names and numbers.

/** By pg_enc's numbers. */
const NAMES = [
  ...['SQL_ASCII', 'EUC_JP', 'EUC_CN', 'EUC_KR', 'EUC_TW', 'EUC_JIS_2004', 'UTF8', 'MULE_INTERNAL'],
  ...Array.from({length: 10}, (_, i) => `LATIN${i + 1}`),
  ...['WIN1256', 'WIN1258', 'WIN866', 'WIN874', 'KOI8R', 'WIN1251', 'WIN1252'],
  ...['ISO_8859_5', 'ISO_8859_6', 'ISO_8859_7', 'ISO_8859_8', 'WIN1250', 'WIN1253', 'WIN1254', 'WIN1255', 'WIN1257'],
  ...['KOI8U', 'SJIS', 'BIG5', 'GBK', 'UHC', 'GB18030', 'JOHAB', 'SHIFT_JIS_2004'],
];

const aliases: Readonly<Record<string, string>> = {
  unicode: 'utf8',
  iso88591: 'latin1',
  iso88592: 'latin2',
  iso88593: 'latin3',
  iso88594: 'latin4',
  iso88599: 'latin5',
  iso885910: 'latin6',
  iso885913: 'latin7',
  iso885914: 'latin8',
  iso885915: 'latin9',
  iso885916: 'latin10',
  abc: 'win1258',
  alt: 'win866',
  koi8: 'koi8r',
  win: 'win1251',
  win936: 'gbk',
  win949: 'uhc',
  win950: 'big5',
  windows949: 'uhc',
  windows950: 'big5',
  windows936: 'gbk',
  mskanji: 'sjis',
  shiftjis: 'sjis',
  win932: 'sjis',
  windows932: 'sjis',
  tcvn: 'win1258',
};

/** PostgreSQL converts between these without UTF8. */
const DIRECT: readonly (readonly string[])[] = [
  ['KOI8R', 'WIN1251', 'WIN866', 'ISO_8859_5'],
  ['EUC_JP', 'SJIS'],
  ['EUC_TW', 'BIG5'],
  ['LATIN2', 'WIN1250'],
  ['EUC_JIS_2004', 'SHIFT_JIS_2004'],
];

/** The names pg_char_to_encoding knows: letters and digits count. */
function key(name: string): string {
  const letters = name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^windows(\d)/, 'win$1');
  return aliases[letters] ?? letters;
}

const numbers: ReadonlyMap<string, number> = new Map(NAMES.map((name, number) => [key(name), number]));

/** -1: there is none of the name. */
export function encodingNumber(name: string): number {
  return numbers.get(key(name)) ?? -1;
}

/** Empty: there is none of the number. */
export function encodingName(number: number): string {
  return NAMES[number] ?? '';
}

function found(name: string, role: string): string {
  const number = encodingNumber(name);
  if (number < 0) throw new SqlError('22023', `invalid ${role}encoding name "${name}"`);
  return NAMES[number];
}

function shown(bytes: Iterable<number>): string {
  return Array.from(bytes, byte => `0x${byte.toString(16).padStart(2, '0')}`).join(' ');
}

function invalid(name: string, bytes: Iterable<number>): SqlError {
  return new SqlError('22021', `invalid byte sequence for encoding "${name}": ${shown(bytes)}`);
}

function noEquivalent(bytes: Iterable<number>, from: string, to: string): SqlError {
  return new SqlError(
    '22P05',
    `character with byte sequence ${shown(bytes)} in encoding "${from}" has no equivalent in encoding "${to}"`,
  );
}

function noConversion(from: string, to: string): SqlError {
  return new SqlError('42883', `default conversion function for encoding "${from}" to "${to}" does not exist`);
}

/** Errors: 22023, 22021, 22P05, 42883. */
export function decodeText(bytes: Uint8Array, name: string): string {
  return decoded(bytes, found(name, 'source '));
}

/** `decodeText` of an encoding by PostgreSQL's own name. */
export function decoded(bytes: Uint8Array, encoding: string): string {
  if (isAscii(bytes)) return Buffer.from(bytes).toString('latin1');
  switch (encoding) {
    case 'UTF8':
    case 'SQL_ASCII':
      return decodedUtf8(bytes);
    case 'MULE_INTERNAL':
      throw noConversion(encoding, 'UTF8');
    default:
      check(bytes, encoding);
      return charactersOf(bytes, encoding);
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte === 0 || byte > 0x7f) return false;
  return true;
}

/** Errors: 22021. */
function check(bytes: Uint8Array, encoding: string): void {
  const form = encodingForm(encoding);
  for (let at = 0; at < bytes.length;) {
    const length = form.valid(bytes, at);
    if (length === 0) throw invalid(encoding, bytes.subarray(at, at + form.announced(bytes, at)));
    at += length;
  }
}

/** Errors: 22P05. */
function charactersOf(bytes: Uint8Array, encoding: string): string {
  const form = encodingForm(encoding);
  const {characters} = encodingTable(encoding);
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = form.valid(bytes, at);
    let code = bytes[at];
    for (let i = 1; i < length; i++) code = code * 256 + bytes[at + i];
    const character = characters.get(code) ?? (encoding === 'GB18030' ? supplementCharacter(code) : undefined);
    if (character === undefined) {
      throw noEquivalent(bytes.subarray(at, at + form.announced(bytes, at)), encoding, 'UTF8');
    }
    text += character;
    at += length;
  }
  return text;
}

function decodedUtf8(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw invalid('UTF8', [0]);
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    throw invalid('UTF8', badUtf8(bytes));
  }
}

/** Where UTF-8 goes wrong: as many bytes as the first of them announces, as far as there are so many. */
function badUtf8(bytes: Uint8Array): Uint8Array {
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at];
    const length =
      first < 0x80 ? 1 : (first & 0xe0) === 0xc0 ? 2 : (first & 0xf0) === 0xe0 ? 3 : (first & 0xf8) === 0xf0 ? 4 : 1;
    const sequence = bytes.subarray(at, at + length);
    try {
      new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(sequence);
    } catch {
      return sequence;
    }
    at += length;
  }
  return bytes;
}

/** Errors: 22023, 22P05 for a character that the encoding has not, 42883. */
export function encodeText(text: string, name: string): Uint8Array {
  return encoded(text, found(name, 'destination '));
}

/** `encodeText` in an encoding by PostgreSQL's own name. */
export function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'UTF8' || encoding === 'SQL_ASCII') return new Uint8Array(Buffer.from(text));
  if (encoding === 'MULE_INTERNAL') throw noConversion('UTF8', encoding);
  const {codes, pairs} = encodingTable(encoding);
  // One unit of a text takes four bytes at most.
  const bytes = new Uint8Array(text.length * 4);
  let length = 0;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      bytes[length++] = unit;
      at++;
      continue;
    }
    let character = String.fromCodePoint(text.codePointAt(at)!);
    const pair = pairs ? character + text.charAt(at + character.length) : '';
    let code = codes.get(character);
    if (pairs?.has(pair)) {
      code = pairs.get(pair);
      character = pair;
    } else if (code === undefined && encoding === 'GB18030' && character.length === 2) code = supplementCode(character);
    if (code === undefined) throw noEquivalent(Buffer.from(character), 'UTF8', encoding);
    if (code > 0xffffff) bytes[length++] = code / 0x1000000;
    if (code > 0xffff) bytes[length++] = code >>> 16;
    if (code > 0xff) bytes[length++] = code >>> 8;
    bytes[length++] = code;
    at += character.length;
  }
  return bytes.slice(0, length);
}

/** Errors: 22023, 22021, 22P05, 42883, 0A000. */
export function convert(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const source = found(from, 'source ');
  const target = found(to, 'destination ');
  // What is not converted is checked by what it is.
  if (source === target || target === 'SQL_ASCII') {
    decodedOrChecked(bytes, source);
    return bytes;
  }
  if (source === 'SQL_ASCII') {
    decodedOrChecked(bytes, target);
    return bytes;
  }
  const isDirect = DIRECT.some(group => group.includes(source) && group.includes(target));
  if (source !== 'UTF8' && target !== 'UTF8' && !isDirect) {
    if (source === 'MULE_INTERNAL' || target === 'MULE_INTERNAL') throw notSupported('encoding MULE_INTERNAL');
    throw noConversion(source, target);
  }
  if (target === 'MULE_INTERNAL') throw noConversion(source, target);
  try {
    return encoded(decoded(bytes, source), target);
  } catch (error) {
    throw isDirect ? betweenThem(error, source, target) : error;
  }
}

/** Errors: 22021. */
function decodedOrChecked(bytes: Uint8Array, encoding: string): void {
  if (encoding === 'UTF8') decodedUtf8(bytes);
  else if (encoding === 'MULE_INTERNAL') throw notSupported('encoding MULE_INTERNAL');
  else if (encoding !== 'SQL_ASCII') check(bytes, encoding);
  else if (bytes.includes(0)) throw invalid(encoding, [0]);
}

/** Of a conversion that takes no way through UTF8. */
function betweenThem(error: unknown, source: string, target: string): unknown {
  if (!(error instanceof SqlError) || error.code !== '22P05') return error;
  const hex = /byte sequence ([0-9a-fx ]+) in encoding "(\w+)"/.exec(error.message)!;
  const bytes = hex[1].split(' ').map(Number);
  const character = hex[2] === 'UTF8' ? encoded(Buffer.from(bytes).toString(), source) : bytes;
  return noEquivalent(character, source, target);
}

/** Errors: 22023, 22021. */
export function charactersIn(bytes: Uint8Array, name: string): number {
  const encoding = found(name, '');
  if (bytes.includes(0)) throw invalid(encoding, [0]);
  if (encoding === 'SQL_ASCII') return bytes.length;
  if (encoding === 'UTF8') return Array.from(decodedUtf8(bytes)).length;
  if (encoding === 'MULE_INTERNAL') throw notSupported('encoding MULE_INTERNAL');
  check(bytes, encoding);
  const form = encodingForm(encoding);
  let count = 0;
  for (let at = 0; at < bytes.length; at += form.valid(bytes, at)) count++;
  return count;
}

/** The most bytes of a character; null: there is no encoding of the number. */
export function encodingMaxLength(number: number): number | null {
  const name = encodingName(number);
  if (name === '') return null;
  return name === 'UTF8' || name === 'MULE_INTERNAL' ? 4 : encodingForm(name).longest;
}

/** What to_ascii makes of the bytes from 0x80 to 0xf4 that UTF-8 has, in the four encodings it knows. */
const ascii: Readonly<Record<number, string>> = {
  8: `                                  cL Y  "Ca  -R     'u .,      ?  AAAAACEEEEIIII NOOOOOxOUUUUYTBaaaaaaaceeeeiiii nooo`,
  9: `                                 A L LS "SSTZ-ZZ a,l'ls ,sstz"zz  AAALCCCEEEEIIDDNNOOOOxRUUUUYTBraaaalccceeeediddnnoo`,
  16: `                                  cL YS sCa  -R     Zu .z   EeY?  AAAAACEEEEIIII NOOOOOxOUUUUYTBaaaaaaaceeeeiiii nooo`,
  29: `  ' "    %S<STZZ \`'"".--  s>stzz   L A  "CS  -RZ  ,l'u .,as L"lz  AAALCCCEEEEIIDDNNOOOOxRUUUUYTBraaaalccceeeediddnnoo`,
};

/** By the bytes, whatever the text is encoded in. Errors: 42704, 0A000. */
export function toAscii(text: string, encoding: string | number): string {
  const name = typeof encoding === 'number' ? encodingName(encoding) : encoding;
  const number = encodingNumber(name);
  if (number < 0) {
    const what = typeof encoding === 'number' ? 'code' : 'name';
    throw new SqlError('42704', `${encoding} is not a valid encoding ${what}`);
  }
  const table = ascii[number];
  if (!table) throw new SqlError('0A000', `encoding conversion from ${encodingName(number)} to ASCII not supported`);
  return Array.from(Buffer.from(text), byte => (byte < 0x80 ? String.fromCharCode(byte) : table[byte - 0x80])).join('');
}
