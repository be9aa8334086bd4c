import {createHash, randomUUID} from 'node:crypto';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BYTEA, DOUBLE, INTEGER, TEXT, UUID, VOID} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import {asText} from '../text/as-text.ts';
import {quoteIdentifier, quoteLiteral} from '../text/quote.ts';

// Hashes, binary-to-text encodings, quoting, and random values.

type Bytes = readonly [Uint8Array];
type Text = readonly [string];

const LINE = 76;

/** Errors: 22023 unrecognized encoding. */
function encode([bytes, encoding]: readonly [Uint8Array, string]): string {
  switch (encoding.toLowerCase()) {
    case 'hex':
      return Buffer.from(bytes).toString('hex');
    case 'base64':
      return Buffer.from(bytes)
        .toString('base64')
        .replace(new RegExp(`.{${LINE}}(?=.)`, 'g'), '$&\n');
    case 'escape':
      return Array.from(bytes, byte =>
        byte === 0 || byte > 127
          ? `\\${byte.toString(8).padStart(3, '0')}`
          : byte === 92
            ? '\\\\'
            : String.fromCharCode(byte),
      ).join('');
    default:
      throw unknownEncoding(encoding);
  }
}

/** Errors: 22023 for what is not in the encoding. */
function decode([text, encoding]: readonly [string, string]): Uint8Array {
  switch (encoding.toLowerCase()) {
    case 'hex':
      return decodeHex(text);
    case 'base64':
      return decodeBase64(text);
    case 'escape':
      return decodeEscape(text);
    default:
      throw unknownEncoding(encoding);
  }
}

function unknownEncoding(encoding: string): SqlError {
  return new SqlError('22023', `unrecognized encoding: "${encoding}"`);
}

function decodeHex(text: string): Uint8Array {
  const digits = text.replace(/[ \n\t\r]/g, '');
  const bad = /[^0-9a-fA-F]/u.exec(digits);
  if (bad) throw new SqlError('22023', `invalid hexadecimal digit: "${bad[0]}"`);
  if (digits.length % 2 !== 0) throw new SqlError('22023', 'invalid hexadecimal data: odd number of digits');
  return new Uint8Array(Buffer.from(digits, 'hex'));
}

const base64Symbols = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Four symbols are three bytes; "=" ends the group that it stands in, as its third or fourth. */
function decodeBase64(text: string): Uint8Array {
  const bytes: number[] = [];
  let group = 0;
  let count = 0;
  let ending = 0;
  for (const c of text) {
    if (/[ \t\n\r]/.test(c)) continue;
    let value = base64Symbols.indexOf(c);
    if (c === '=') {
      if (!ending) {
        if (count < 2) throw new SqlError('22023', 'unexpected "=" while decoding base64 sequence');
        ending = count - 1;
      }
      value = 0;
    } else if (value < 0) {
      throw new SqlError('22023', `invalid symbol "${c}" found while decoding base64 sequence`);
    }
    group = (group << 6) | value;
    if (++count < 4) continue;
    bytes.push((group >> 16) & 0xff);
    if (ending === 0 || ending > 1) bytes.push((group >> 8) & 0xff);
    if (ending === 0 || ending > 2) bytes.push(group & 0xff);
    group = count = 0;
  }
  if (count !== 0) {
    throw new SqlError('22023', 'invalid base64 end sequence', {
      hint: 'Input data is missing padding, is truncated, or is otherwise corrupted.',
    });
  }
  return Uint8Array.from(bytes);
}

function decodeEscape(text: string): Uint8Array {
  const bytes: number[] = [];
  const source = Buffer.from(text);
  for (let i = 0; i < source.length; i++) {
    if (source[i] !== 92) {
      bytes.push(source[i]);
      continue;
    }
    const octal = /^[0-3][0-7]{2}/.exec(source.toString('latin1', i + 1, i + 4));
    if (octal) {
      bytes.push(parseInt(octal[0], 8));
      i += 3;
    } else if (source[i + 1] === 92) {
      bytes.push(92);
      i++;
    } else throw new SqlError('22P02', 'invalid input syntax for type bytea');
  }
  return Uint8Array.from(bytes);
}

function sha(name: string): FunctionRow {
  return func(
    name,
    [BYTEA],
    BYTEA,
    'hash',
    ([bytes]: Bytes) => new Uint8Array(createHash(name).update(bytes).digest()),
  );
}

function md5(data: string | Uint8Array): string {
  return createHash('md5').update(data).digest('hex');
}

function byteAt([bytes, index]: readonly [Uint8Array, number]): number {
  if (index < 0 || index >= bytes.length) {
    throw new SqlError('2202E', `index ${index} out of valid range, 0..${bytes.length - 1}`);
  }
  return bytes[index];
}

export const encodingRows: readonly FunctionRow[] = [
  func('encode', [BYTEA, TEXT], TEXT, 'bytes as text', encode),
  func('decode', [TEXT, TEXT], BYTEA, 'bytes of a text', decode),
  func('md5', [TEXT], TEXT, 'hash in hexadecimal', ([text]: Text) => md5(text)),
  func('md5', [BYTEA], TEXT, 'hash in hexadecimal', ([bytes]: Bytes) => md5(bytes)),
  ...['sha224', 'sha256', 'sha384', 'sha512'].map(sha),
  func('get_byte', [BYTEA, INTEGER], INTEGER, 'a byte, from 0', byteAt),
  func('quote_ident', [TEXT], TEXT, 'as an identifier', ([name]: Text) => quoteIdentifier(name)),
  func('quote_literal', [TEXT], TEXT, 'as a literal', ([text]: Text) => quoteLiteral(text)),
  func(
    'quote_literal',
    ['anyelement'],
    TEXT,
    'as a literal',
    ([value]: readonly [Datum], context) => quoteLiteral(asText(value, 0, context)),
    {volatility: 'stable'},
  ),
  func(
    'quote_nullable',
    [TEXT],
    TEXT,
    'as a literal or NULL',
    ([text]: readonly [string | null]) => (text === null ? 'NULL' : quoteLiteral(text)),
    {strict: false},
  ),
  func(
    'quote_nullable',
    ['anyelement'],
    TEXT,
    'as a literal or NULL',
    ([value]: readonly [Datum], context) => (value === null ? 'NULL' : quoteLiteral(asText(value, 0, context))),
    {strict: false, volatility: 'stable'},
  ),
  func('gen_random_uuid', [], UUID, 'a random uuid', () => randomUUID(), {volatility: 'volatile'}),
  func(
    'random',
    [],
    DOUBLE,
    'a random number below 1',
    (_args, context) => context.system?.('random', []) ?? Math.random(),
    {volatility: 'volatile'},
  ),
  func(
    'setseed',
    [DOUBLE],
    VOID,
    'begins the series of random() anew',
    ([seed]: readonly [number], context) => context.system?.('setseed', [seed]) ?? '',
    {volatility: 'volatile'},
  ),
];
