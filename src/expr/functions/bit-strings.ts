import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, BIT, INTEGER, VARBIT} from '../../types/sql-type.ts';
import {fitted} from '../casts.ts';
import {cast, func, operator} from '../define.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';
import {outOfRange} from './ranges.ts';

// Bit strings: PostgreSQL manual, 9.6. A value is a text of zeros and ones.

type One = readonly [string];
type Two = readonly [string, string];
type Shift = readonly [string, number];

/** Bit by bit of two strings of one length. Errors: 22026. */
function combineBits(verb: string, combine: (a: string, b: string) => boolean) {
  return ([a, b]: Two): string => {
    if (a.length !== b.length) throw new SqlError('22026', `cannot ${verb} bit strings of different sizes`);
    let bits = '';
    for (let i = 0; i < a.length; i++) bits += combine(a[i], b[i]) ? '1' : '0';
    return bits;
  };
}

export const andBits = combineBits('AND', (a, b) => a === '1' && b === '1');
export const orBits = combineBits('OR', (a, b) => a === '1' || b === '1');
export const xorBits = combineBits('XOR', (a, b) => a !== b);

function shiftLeft(bits: string, by: number): string {
  if (by < 0) return shiftRight(bits, -by);
  return bits.slice(by).padEnd(bits.length, '0');
}

function shiftRight(bits: string, by: number): string {
  if (by < 0) return shiftLeft(bits, -by);
  return bits.slice(0, Math.max(0, bits.length - by)).padStart(bits.length, '0');
}

function negative(): SqlError {
  return new SqlError('22011', 'negative substring length not allowed');
}

function part([bits, from, count]: readonly [string, number, number?]): string {
  if (count !== undefined && count < 0) throw negative();
  const end = count === undefined ? bits.length : from - 1 + count;
  return bits.slice(Math.max(0, from - 1), Math.max(0, end));
}

function position([bits, wanted]: Two): number {
  return bits === '' || wanted.length > bits.length ? 0 : bits.indexOf(wanted) + 1;
}

function overlay([bits, wanted, from, count = wanted.length]: readonly [string, string, number, number?]): string {
  if (from <= 0) throw negative();
  if (from + count > 0x7fffffff) throw outOfRange('integer');
  return bits.slice(0, from - 1) + wanted + bits.slice(Math.max(0, from - 1 + count));
}

function checkIndex(bits: string, index: number): void {
  if (index >= 0 && index < bits.length) return;
  throw new SqlError('2202E', `bit index ${index} out of valid range (0..${bits.length - 1})`);
}

function setBit([bits, index, bit]: readonly [string, number, number]): string {
  checkIndex(bits, index);
  if (bit !== 0 && bit !== 1) throw new SqlError('22023', 'new bit must be 0 or 1');
  return bits.slice(0, index) + String(bit) + bits.slice(index + 1);
}

/** The lowest bits of an integer; its sign goes on to the left. A bit is one unless the type says otherwise. */
function ofInteger(width: number) {
  return ([value]: readonly [number | bigint], context: CallContext): string => {
    const length = context.resultType.length ?? 1;
    const bits = BigInt.asUintN(width, BigInt(value)).toString(2).padStart(width, '0');
    return bits.slice(-length).padStart(length, bits[0]);
  };
}

/** Errors: 22003. */
function toInteger(width: 32 | 64): (args: One) => bigint {
  return ([bits]) => {
    if (bits.length > width) throw outOfRange(width === 32 ? 'integer' : 'bigint');
    return BigInt.asIntN(width, BigInt(`0b0${bits}`));
  };
}

const int4Of = toInteger(32);

export const bitStringRows: readonly FunctionRow[] = [
  operator('&', [BIT, BIT], BIT, 'bits of both', andBits),
  operator('|', [BIT, BIT], BIT, 'bits of either', orBits),
  operator('#', [BIT, BIT], BIT, 'bits of one alone', xorBits),
  operator('~', [BIT], BIT, 'every bit turned', ([bits]: One) =>
    Array.from(bits, bit => (bit === '1' ? '0' : '1')).join(''),
  ),
  operator('<<', [BIT, INTEGER], BIT, 'moved to the left', ([bits, by]: Shift) => shiftLeft(bits, by)),
  operator('>>', [BIT, INTEGER], BIT, 'moved to the right', ([bits, by]: Shift) => shiftRight(bits, by)),
  operator('||', [VARBIT, VARBIT], VARBIT, 'one after the other', ([a, b]: Two) => a + b),
  func('length', [BIT], INTEGER, 'number of bits', ([bits]: One) => bits.length),
  func('bit_length', [BIT], INTEGER, 'number of bits', ([bits]: One) => bits.length),
  func('octet_length', [BIT], INTEGER, 'number of bytes', ([bits]: One) => Math.ceil(bits.length / 8)),
  func('bit_count', [BIT], BIGINT, 'number of bits that are 1', ([bits]: One) =>
    BigInt(bits.length - bits.replaceAll('1', '').length),
  ),
  func('substring', [BIT, INTEGER, INTEGER], BIT, 'a part', part),
  func('substring', [BIT, INTEGER], BIT, 'the rest from a bit on', part),
  func('position', [BIT, BIT], INTEGER, 'where a part begins, 0 = nowhere', position),
  func('overlay', [BIT, BIT, INTEGER, INTEGER], BIT, 'with a part replaced', overlay),
  func('overlay', [BIT, BIT, INTEGER], BIT, 'with a part replaced', overlay),
  func('get_bit', [BIT, INTEGER], INTEGER, 'a bit, from 0', ([bits, index]: Shift) => {
    checkIndex(bits, index);
    return Number(bits[index]);
  }),
  func('set_bit', [BIT, INTEGER, INTEGER], BIT, 'with a bit changed', setBit),
  ...[BIT, VARBIT].flatMap(from =>
    [BIT, VARBIT].map(to => {
      const row = cast(from, to, 'implicit', ([bits]: One, context: CallContext) => fitted(bits, context));
      return from === to ? row : {...row, method: 'binary' as const, relabels: true};
    }),
  ),
  cast(INTEGER, BIT, 'explicit', ofInteger(32)),
  cast(BIGINT, BIT, 'explicit', ofInteger(64)),
  cast(BIT, INTEGER, 'explicit', (args: One) => Number(int4Of(args))),
  cast(BIT, BIGINT, 'explicit', toInteger(64)),
];
