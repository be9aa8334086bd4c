import {SqlError} from '../../types/sql-error.ts';

// Text in other encodings than UTF-8. The platform decodes; the way back is its inverse, made once for each encoding.

type Encoding = {
  /** pg_enc's number and name. */
  readonly number: number;
  readonly name: string;
  /** What TextDecoder calls it; null: bytes are code points (LATIN1), or are not converted (SQL_ASCII). */
  readonly label: string | null;
  readonly multibyte?: boolean;
};

const encodings: readonly Encoding[] = [
  {number: 0, name: 'SQL_ASCII', label: null},
  {number: 1, name: 'EUC_JP', label: 'euc-jp', multibyte: true},
  {number: 2, name: 'EUC_CN', label: 'gb2312', multibyte: true},
  {number: 3, name: 'EUC_KR', label: 'euc-kr', multibyte: true},
  {number: 6, name: 'UTF8', label: 'utf-8', multibyte: true},
  {number: 8, name: 'LATIN1', label: null},
  ...[2, 3, 4].map(n => ({number: n + 7, name: `LATIN${n}`, label: `iso-8859-${n}`})),
  {number: 12, name: 'LATIN5', label: 'iso-8859-9'},
  {number: 13, name: 'LATIN6', label: 'iso-8859-10'},
  {number: 14, name: 'LATIN7', label: 'iso-8859-13'},
  {number: 15, name: 'LATIN8', label: 'iso-8859-14'},
  {number: 16, name: 'LATIN9', label: 'iso-8859-15'},
  {number: 17, name: 'LATIN10', label: 'iso-8859-16'},
  {number: 18, name: 'WIN1256', label: 'windows-1256'},
  {number: 19, name: 'WIN1258', label: 'windows-1258'},
  {number: 20, name: 'WIN866', label: 'ibm866'},
  {number: 21, name: 'WIN874', label: 'windows-874'},
  {number: 22, name: 'KOI8R', label: 'koi8-r'},
  {number: 23, name: 'WIN1251', label: 'windows-1251'},
  {number: 24, name: 'WIN1252', label: 'windows-1252'},
  ...[5, 6, 7, 8].map(n => ({number: n + 20, name: `ISO_8859_${n}`, label: `iso-8859-${n}`})),
  {number: 29, name: 'WIN1250', label: 'windows-1250'},
  {number: 30, name: 'WIN1253', label: 'windows-1253'},
  {number: 31, name: 'WIN1254', label: 'windows-1254'},
  {number: 32, name: 'WIN1255', label: 'windows-1255'},
  {number: 33, name: 'WIN1257', label: 'windows-1257'},
  {number: 34, name: 'KOI8U', label: 'koi8-u'},
  {number: 35, name: 'SJIS', label: 'shift_jis', multibyte: true},
  {number: 36, name: 'BIG5', label: 'big5', multibyte: true},
  {number: 37, name: 'GBK', label: 'gbk', multibyte: true},
  {number: 38, name: 'UHC', label: 'euc-kr', multibyte: true},
];

/** PostgreSQL's, that the platform does not convert. */
const unconverted: ReadonlyMap<string, number> = new Map([
  ['EUC_TW', 4],
  ['EUC_JIS_2004', 5],
  ['MULE_INTERNAL', 7],
  ['GB18030', 39],
  ['JOHAB', 40],
  ['SHIFT_JIS_2004', 41],
]);

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

/** The names pg_char_to_encoding knows: letters and digits count. */
function encodingNamed(name: string): Encoding | undefined {
  const wanted = key(name);
  return encodings.find(encoding => key(encoding.name) === wanted);
}

function key(name: string): string {
  const letters = name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^windows(\d)/, 'win$1');
  return aliases[letters] ?? letters;
}

function found(name: string, role: string): Encoding {
  const encoding = encodingNamed(name);
  if (!encoding) throw new SqlError('22023', `invalid ${role}encoding name "${name}"`);
  return encoding;
}

/** -1: there is none of the name. */
export function encodingNumber(name: string): number {
  const wanted = key(name);
  const known = encodingNamed(name)?.number ?? [...unconverted].find(([other]) => key(other) === wanted)?.[1];
  return known ?? -1;
}

/** Empty: there is none of the number. */
export function encodingName(number: number): string {
  const known = encodings.find(encoding => encoding.number === number)?.name;
  return known ?? [...unconverted].find(([, other]) => other === number)?.[0] ?? '';
}

function shown(bytes: Iterable<number>): string {
  return Array.from(bytes, byte => `0x${byte.toString(16).padStart(2, '0')}`).join(' ');
}

function invalid({name}: Encoding, bytes: Iterable<number>): SqlError {
  return new SqlError('22021', `invalid byte sequence for encoding "${name}": ${shown(bytes)}`);
}

function noEquivalent(bytes: Iterable<number>, from: string, to: string): SqlError {
  return new SqlError(
    '22P05',
    `character with byte sequence ${shown(bytes)} in encoding "${from}" has no equivalent in encoding "${to}"`,
  );
}

/** Errors: 22023, 22021, 22P05. */
export function decodeText(bytes: Uint8Array, name: string): string {
  return decoded(bytes, found(name, 'source '));
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw invalid(encoding, [0]);
  if (encoding.name === 'LATIN1') return Buffer.from(bytes).toString('latin1');
  if (encoding.name === 'SQL_ASCII') return decoded(bytes, encodingNamed('UTF8')!);
  if (!encoding.multibyte) return decodedSingle(bytes, encoding);
  if (encoding.name.startsWith('EUC')) {
    // What the platform takes for C1 controls begins no character of these.
    const bad = bytes.findIndex(byte => byte >= 0x80 && byte <= 0xa0 && byte !== 0x8e && byte !== 0x8f);
    if (bad >= 0) throw invalid(encoding, bytes.subarray(bad, bad + 2));
  }
  try {
    return new TextDecoder(encoding.label!, {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    throw invalid(encoding, encoding.name === 'UTF8' ? badUtf8(bytes) : firstBad(bytes, encoding));
  }
}

function decodedSingle(bytes: Uint8Array, encoding: Encoding): string {
  const table = tableOf(encoding).characters;
  let text = '';
  for (const byte of bytes) {
    const character = table.get(byte);
    if (character === undefined) throw noEquivalent([byte], encoding.name, 'UTF8');
    text += character;
  }
  return text;
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

function firstBad(bytes: Uint8Array, {label}: Encoding): Uint8Array {
  for (let at = 0; at < bytes.length;) {
    const length = [1, 2, 3].find(size => {
      try {
        new TextDecoder(label!, {fatal: true}).decode(bytes.subarray(at, at + size));
        return at + size <= bytes.length;
      } catch {
        return false;
      }
    });
    if (length === undefined) return bytes.subarray(at, at + 2);
    at += length;
  }
  return bytes;
}

/** Errors: 22023, 22P05 for a character that the encoding has not. */
export function encodeText(text: string, name: string): Uint8Array {
  return encoded(text, found(name, 'destination '));
}

function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding.name === 'UTF8' || encoding.name === 'SQL_ASCII') return new Uint8Array(Buffer.from(text));
  const {codes} = tableOf(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    const code = codes.get(character);
    if (code === undefined) throw noEquivalent(Buffer.from(character), 'UTF8', encoding.name);
    if (code > 0xffff) bytes.push(code >> 16);
    if (code > 0xff) bytes.push((code >> 8) & 0xff);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}

type Table = {readonly characters: Map<number, string>; readonly codes: Map<string, number>};

const tables = new Map<string, Table>();

function tableOf(encoding: Encoding): Table {
  let table = tables.get(encoding.name);
  if (!table) tables.set(encoding.name, (table = makeTable(encoding)));
  return table;
}

/** Every code of one byte, and of two and three where the encoding has such. C1 controls are holes of the Windows ones. */
function makeTable({name, label, multibyte}: Encoding): Table {
  if (name === 'WIN1252') return windows1252();
  const characters = new Map<number, string>();
  const codes = new Map<string, number>();
  const add = (bytes: number[]): void => {
    const code = bytes.reduce((all, byte) => all * 256 + byte, 0);
    const character =
      label === null ? String.fromCharCode(code) : new TextDecoder(label, {fatal: true}).decode(Uint8Array.from(bytes));
    if (Array.from(character).length !== 1) return;
    if (name.startsWith('WIN') && character >= '\u0080' && character <= '\u009f') return;
    characters.set(code, character);
    if (!codes.has(character)) codes.set(character, code);
  };
  const attempt = (bytes: number[]): void => {
    try {
      add(bytes);
    } catch {
      // No character has this code.
    }
  };
  for (let first = 0; first < 256; first++) {
    attempt([first]);
    if (!multibyte || first < 0x80) continue;
    for (let second = 0x40; second < 256; second++) attempt([first, second]);
  }
  if (name === 'EUC_JP') {
    for (let second = 0xa1; second < 0xff; second++) {
      for (let third = 0xa1; third < 0xff; third++) attempt([0x8f, second, third]);
    }
  }
  return {characters, codes};
}

/** Node's decoder takes it for LATIN1. */
function windows1252(): Table {
  const between = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';
  const characters = new Map<number, string>();
  for (let code = 0; code < 256; code++) {
    const character = code >= 0x80 && code < 0xa0 ? between[code - 0x80] : String.fromCharCode(code);
    if (code === 0 || character !== '\0') characters.set(code, character);
  }
  return {characters, codes: new Map([...characters].map(([code, character]) => [character, code]))};
}

export function convert(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const source = found(from, 'source ');
  const target = found(to, 'destination ');
  if (source === target) return encoded(decoded(bytes, source), source);
  if (source.name !== 'UTF8' && target.name !== 'UTF8' && source.number !== 0 && target.number !== 0) {
    const pair = `"${source.name}" to "${target.name}"`;
    throw new SqlError('42883', `default conversion function for encoding ${pair} does not exist`);
  }
  return encoded(decoded(bytes, source), target);
}

/** Errors: 22023, 22021. */
export function charactersIn(bytes: Uint8Array, name: string): number {
  const encoding = found(name, '');
  if (bytes.includes(0)) throw invalid(encoding, [0]);
  if (!encoding.multibyte) return bytes.length;
  return Array.from(decoded(bytes, encoding)).length;
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
