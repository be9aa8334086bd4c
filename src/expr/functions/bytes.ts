import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, BYTEA, INTEGER, NAME, TEXT} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import {charactersIn, convert, decodeText, encodeText} from '../text/encodings.ts';
import {likeEscape} from '../text/like.ts';

// Bits and bytes of bytea, and text in other encodings (PostgreSQL manual, 9.5).

type Bytes = readonly [Uint8Array];
type Bytes2 = readonly [Uint8Array, Uint8Array];

function checkIndex(index: bigint, end: bigint): void {
  if (index < 0n || index >= end) throw new SqlError('2202E', `index ${index} out of valid range, 0..${end - 1n}`);
}

/** Bit 0 is the lowest of the first byte. */
function getBit([bytes, index]: readonly [Uint8Array, bigint]): number {
  checkIndex(index, BigInt(bytes.length) * 8n);
  return (bytes[Number(index >> 3n)] >> Number(index & 7n)) & 1;
}

function setBit([bytes, index, bit]: readonly [Uint8Array, bigint, number]): Uint8Array {
  checkIndex(index, BigInt(bytes.length) * 8n);
  if (bit !== 0 && bit !== 1) throw new SqlError('22023', 'new bit must be 0 or 1');
  const result = bytes.slice();
  const mask = 1 << Number(index & 7n);
  const at = Number(index >> 3n);
  result[at] = bit ? result[at] | mask : result[at] & ~mask;
  return result;
}

function setByte([bytes, index, byte]: readonly [Uint8Array, number, number]): Uint8Array {
  checkIndex(BigInt(index), BigInt(bytes.length));
  const result = bytes.slice();
  result[index] = byte;
  return result;
}

function bitCount([bytes]: Bytes): bigint {
  let count = 0;
  for (let byte of bytes) for (; byte !== 0; byte &= byte - 1) count++;
  return BigInt(count);
}

function position([bytes, part]: Bytes2): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(part) + 1;
}

function overlay(bytes: Uint8Array, part: Uint8Array, start: number, count: number): Uint8Array {
  if (start <= 0) throw new SqlError('22011', 'negative substring length not allowed');
  const end = Math.max(0, start - 1 + count);
  return new Uint8Array(Buffer.concat([bytes.slice(0, start - 1), part, bytes.slice(end)]));
}

/** Each byte a character. */
function escapedPattern([pattern, escape]: Bytes2): Uint8Array {
  const text = likeEscape(Buffer.from(pattern).toString('latin1'), Buffer.from(escape).toString('latin1'));
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

function countOf(found: (value: Datum) => boolean): (values: readonly Datum[]) => number {
  return values => values.filter(found).length;
}

const anything = {variadic: true, strict: false} as const;

export const bytesRows: readonly FunctionRow[] = [
  func('get_bit', [BYTEA, BIGINT], INTEGER, 'a bit, from 0', getBit),
  func('set_bit', [BYTEA, BIGINT, INTEGER], BYTEA, 'with a bit changed', setBit),
  func('set_byte', [BYTEA, INTEGER, INTEGER], BYTEA, 'with a byte changed', setByte),
  func('bit_count', [BYTEA], BIGINT, 'number of bits that are 1', bitCount),
  func('position', [BYTEA, BYTEA], INTEGER, 'where a part begins, 0 = nowhere', position),
  func(
    'overlay',
    [BYTEA, BYTEA, INTEGER, INTEGER],
    BYTEA,
    'with a part replaced',
    ([b, part, start, n]: readonly [Uint8Array, Uint8Array, number, number]) => overlay(b, part, start, n),
  ),
  func(
    'overlay',
    [BYTEA, BYTEA, INTEGER],
    BYTEA,
    'with a part replaced',
    ([b, part, start]: readonly [Uint8Array, Uint8Array, number]) => overlay(b, part, start, part.length),
  ),
  func('like_escape', [BYTEA, BYTEA], BYTEA, 'a LIKE pattern with another escape', escapedPattern),
  func('convert_from', [BYTEA, NAME], TEXT, 'text of an encoding', ([bytes, name]: readonly [Uint8Array, string]) =>
    decodeText(bytes, name),
  ),
  func('convert_to', [TEXT, NAME], BYTEA, 'text in an encoding', ([text, name]: readonly [string, string]) =>
    encodeText(text, name),
  ),
  func(
    'convert',
    [BYTEA, NAME, NAME],
    BYTEA,
    'from one encoding into another',
    ([bytes, from, to]: readonly [Uint8Array, string, string]) => convert(bytes, from, to),
  ),
  func(
    'length',
    [BYTEA, NAME],
    INTEGER,
    'number of characters of an encoding',
    ([bytes, name]: readonly [Uint8Array, string]) => charactersIn(bytes, name),
  ),
  func(
    'num_nulls',
    ['any'],
    INTEGER,
    'how many are null',
    countOf(value => value === null),
    anything,
  ),
  func(
    'num_nonnulls',
    ['any'],
    INTEGER,
    'how many are not null',
    countOf(value => value !== null),
    anything,
  ),
];
