import type {Datum} from '../../types/datum.ts';
import {BIGINT, INTEGER, SMALLINT, type SqlType} from '../../types/sql-type.ts';
import {func, operator} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import type {KernelTwin} from '../kernel-twin.ts';
import {divisionByZero, int2, int4, int8} from './ranges.ts';

// Arithmetic of smallint, integer and bigint. Operands of two widths give the wider; its kernel takes both widened.

type Width = {readonly type: SqlType; readonly lane: 'i16' | 'i32' | 'i64'};
const widths: readonly Width[] = [
  {type: SMALLINT, lane: 'i16'},
  {type: INTEGER, lane: 'i32'},
  {type: BIGINT, lane: 'i64'},
];

type Numbers = readonly [number, number];
type Mixed = readonly [number | bigint, number | bigint];
/** A row of one width or another: its registry entry says which arguments it takes. */
type Row = (args: never) => Datum;

const symbols = {
  '+': {kernel: 'add', says: 'sum'},
  '-': {kernel: 'sub', says: 'difference'},
  '*': {kernel: 'mul', says: 'product'},
  '/': {kernel: 'div', says: 'quotient, truncated towards zero'},
} as const;
type Symbol = keyof typeof symbols;

/** A product of two integers beyond 2^53 is inexact in a double, but out of range all the same. */
function small(symbol: Symbol, a: number, b: number): number {
  switch (symbol) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      if (b === 0) throw divisionByZero();
      return Math.trunc(a / b) + 0;
  }
}

function big(symbol: Symbol, a: bigint, b: bigint): bigint {
  switch (symbol) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      if (b === 0n) throw divisionByZero();
      return a / b;
  }
}

function kernel(operation: string, lane: Width['lane'], operand?: SqlType): KernelTwin {
  return {
    export: `arith_${operation}_${lane}` as KernelTwin['export'],
    shape: 'binary',
    operands: operand && [operand, operand],
  };
}

function arithmetic(symbol: Symbol, left: Width, right: Width): FunctionRow {
  const wide = widths.indexOf(left) > widths.indexOf(right) ? left : right;
  const row: Row =
    wide.lane === 'i64'
      ? ([a, b]: Mixed) => int8(big(symbol, BigInt(a), BigInt(b)))
      : wide.lane === 'i32'
        ? ([a, b]: Numbers) => int4(small(symbol, a, b))
        : ([a, b]: Numbers) => int2(small(symbol, a, b));
  return operator(symbol, [left.type, right.type], wide.type, symbols[symbol].says, row, {
    kernel: kernel(symbols[symbol].kernel, wide.lane, left === right ? undefined : wide.type),
  });
}

function remainder(name: string, {type, lane}: Width): FunctionRow {
  const row: Row =
    lane === 'i64'
      ? ([a, b]: readonly [bigint, bigint]) => {
          if (b === 0n) throw divisionByZero();
          return a % b;
        }
      : ([a, b]: Numbers) => {
          if (b === 0) throw divisionByZero();
          return (a % b) + 0;
        };
  const options = {kernel: kernel('mod', lane)};
  const says = 'remainder, with the sign of the dividend';
  return name === '%'
    ? operator(name, [type, type], type, says, row, options)
    : func(name, [type, type], type, says, row, options);
}

function unary({type, lane}: Width): FunctionRow[] {
  const check = (value: number): number => (lane === 'i16' ? int2(value) : int4(value));
  const negate: Row = lane === 'i64' ? ([a]: readonly [bigint]) => int8(-a) : ([a]: readonly [number]) => check(0 - a);
  const abs: Row =
    lane === 'i64' ? ([a]: readonly [bigint]) => int8(a < 0n ? -a : a) : ([a]: readonly [number]) => check(Math.abs(a));
  const not: Row = lane === 'i64' ? ([a]: readonly [bigint]) => ~a : ([a]: readonly [number]) => ~a;
  const twin = (operation: string): {kernel: KernelTwin} => ({
    kernel: {export: `arith_${operation}_${lane}` as KernelTwin['export'], shape: 'unary'},
  });
  return [
    operator('-', [type], type, 'negative', negate, twin('neg')),
    operator('+', [type], type, 'the value itself', ([a]: readonly [Datum]) => a, {relabels: true}),
    operator('@', [type], type, 'absolute value', abs, twin('abs')),
    func('abs', [type], type, 'absolute value', abs, twin('abs')),
    operator('~', [type], type, 'bitwise not', not, twin('not')),
  ];
}

function bitwise({type, lane}: Width): FunctionRow[] {
  const row = (narrow: (a: number, b: number) => number, wide: (a: bigint, b: bigint) => bigint): Row =>
    lane === 'i64' ? ([a, b]: readonly [bigint, bigint]) => wide(a, b) : ([a, b]: Numbers) => narrow(a, b);
  const both = [type, type];
  const twin = (operation: string): {kernel: KernelTwin} => ({kernel: kernel(operation, lane)});
  return [
    operator('&', both, type, 'bitwise and', row((a, b) => a & b, (a, b) => a & b), twin('and')), // prettier-ignore
    operator('|', both, type, 'bitwise or', row((a, b) => a | b, (a, b) => a | b), twin('or')), // prettier-ignore
    operator('#', both, type, 'bitwise exclusive or', row((a, b) => a ^ b, (a, b) => a ^ b), twin('xor')), // prettier-ignore
    operator('<<', [type, INTEGER], type, 'shift left', ([a, n]: Mixed) => shift(lane, a, Number(n), true)),
    operator('>>', [type, INTEGER], type, 'shift right', ([a, n]: Mixed) => shift(lane, a, Number(n), false)),
  ];
}

/** As the hardware shifts that Postgres relies on: the count modulo the width (32 for smallint). */
function shift(lane: Width['lane'], value: number | bigint, count: number, left: boolean): number | bigint {
  if (lane === 'i64') {
    const n = BigInt(count & 63);
    return left ? BigInt.asIntN(64, (value as bigint) << n) : (value as bigint) >> n;
  }
  const shifted = left ? (value as number) << (count & 31) : (value as number) >> (count & 31);
  return lane === 'i16' ? (shifted << 16) >> 16 : shifted;
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

function divisors({type, lane}: Width): FunctionRow[] {
  const narrow = (value: bigint): number | bigint => (lane === 'i64' ? int8(value) : int4(Number(value)));
  return [
    func('gcd', [type, type], type, 'greatest common divisor', ([a, b]: Mixed) => narrow(gcd(BigInt(a), BigInt(b)))),
    func('lcm', [type, type], type, 'least common multiple', ([a, b]: Mixed) => {
      const [x, y] = [BigInt(a), BigInt(b)];
      if (x === 0n || y === 0n) return narrow(0n);
      const multiple = (x / gcd(x, y)) * y;
      return narrow(multiple < 0n ? -multiple : multiple);
    }),
  ];
}

export const integerRows: readonly FunctionRow[] = [
  ...widths.flatMap(left =>
    widths.flatMap(right => (Object.keys(symbols) as Symbol[]).map(symbol => arithmetic(symbol, left, right))),
  ),
  ...widths.flatMap(width => [remainder('%', width), remainder('mod', width), ...unary(width), ...bitwise(width)]),
  ...widths.slice(1).flatMap(divisors),
];
