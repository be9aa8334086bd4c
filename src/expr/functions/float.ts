import {DOUBLE, REAL, type SqlType} from '../../types/sql-type.ts';
import {SqlError} from '../../types/sql-error.ts';
import {func, operator} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import type {KernelTwin} from '../kernel-twin.ts';
import {divisionByZero, float4, float8, floatOverflow, floatUnderflow, isInfinite} from './ranges.ts';

// Arithmetic and mathematics of real and double precision. Where two widths meet, the result is double precision.

type One = readonly [number];
type Two = readonly [number, number];
type Check = typeof float8;

function add(a: number, b: number, check: Check): number {
  return check(a + b, !isInfinite(a) && !isInfinite(b), false);
}

function subtract(a: number, b: number, check: Check): number {
  return check(a - b, !isInfinite(a) && !isInfinite(b), false);
}

function multiply(a: number, b: number, check: Check): number {
  return check(a * b, !isInfinite(a) && !isInfinite(b), a !== 0 && b !== 0);
}

function divide(a: number, b: number, check: Check): number {
  if (b === 0 && !Number.isNaN(a)) throw divisionByZero();
  return check(a / b, !isInfinite(a) && b !== 0, a !== 0 && !isInfinite(b));
}

const operations = [
  {symbol: '+', name: 'add', apply: add, says: 'sum'},
  {symbol: '-', name: 'sub', apply: subtract, says: 'difference'},
  {symbol: '*', name: 'mul', apply: multiply, says: 'product'},
  {symbol: '/', name: 'div', apply: divide, says: 'quotient'},
] as const;

function arithmetic(left: SqlType, right: SqlType): FunctionRow[] {
  const single = left === REAL && right === REAL;
  const type = single ? REAL : DOUBLE;
  const check = single ? float4 : float8;
  return operations.map(({symbol, name, apply, says}) =>
    operator(symbol, [left, right], type, says, ([a, b]: Two) => apply(a, b, check), {
      kernel: {
        export: `arith_${name}_${single ? 'f32' : 'f64'}` as KernelTwin['export'],
        shape: 'binary',
        operands: left === right ? undefined : [DOUBLE, DOUBLE],
      },
    }),
  );
}

function unary(type: SqlType): FunctionRow[] {
  const lane = type === REAL ? 'f32' : 'f64';
  const twin = (operation: string): {kernel: KernelTwin} => ({
    kernel: {export: `arith_${operation}_${lane}` as KernelTwin['export'], shape: 'unary'},
  });
  return [
    operator('-', [type], type, 'negative', ([a]: One) => -a, twin('neg')),
    operator('+', [type], type, 'the value itself', ([a]: One) => a, {relabels: true}),
    operator('@', [type], type, 'absolute value', ([a]: One) => Math.abs(a), twin('abs')),
    func('abs', [type], type, 'absolute value', ([a]: One) => Math.abs(a), twin('abs')),
  ];
}

/** Round half to even, as the C library's rint. */
export function roundHalfEven(value: number): number {
  if (!Number.isFinite(value) || Math.abs(value) >= 2 ** 52) return value;
  const floor = Math.floor(value);
  const rest = value - floor;
  const rounded = rest < 0.5 ? floor : rest > 0.5 ? floor + 1 : floor % 2 === 0 ? floor : floor + 1;
  return rounded === 0 && (value < 0 || Object.is(value, -0)) ? -0 : rounded;
}

function squareRoot([a]: One): number {
  if (a < 0) throw new SqlError('2201F', 'cannot take square root of a negative number');
  return Math.sqrt(a);
}

function logarithm(compute: (value: number) => number): (args: One) => number {
  return ([a]) => {
    if (a === 0) throw new SqlError('2201E', 'cannot take logarithm of zero');
    if (a < 0) throw new SqlError('2201E', 'cannot take logarithm of a negative number');
    return compute(a);
  };
}

function exponential([a]: One): number {
  if (a === -Infinity) return 0;
  const result = Math.exp(a);
  if (result === Infinity && a !== Infinity) throw floatOverflow();
  if (result === 0) throw floatUnderflow();
  return result;
}

function power([base, exponent]: Two): number {
  if (Number.isNaN(base)) return exponent === 0 ? 1 : NaN;
  if (Number.isNaN(exponent)) return base === 1 ? 1 : NaN;
  if (base === 0 && exponent < 0) throw new SqlError('2201F', 'zero raised to a negative power is undefined');
  if (base < 0 && Math.floor(exponent) !== exponent && !isInfinite(base)) {
    throw new SqlError('2201F', 'a negative number raised to a non-integer power yields a complex result');
  }
  if (base < 0 && isInfinite(base) && Math.floor(exponent) !== exponent) {
    throw new SqlError('2201F', 'a negative number raised to a non-integer power yields a complex result');
  }
  // C's pow, unlike JavaScript's, has 1 and -1 to any infinity as 1.
  if (isInfinite(exponent) && Math.abs(base) === 1) return 1;
  const result = base ** exponent;
  return float8(result, !isInfinite(base) && !isInfinite(exponent), base !== 0 && !isInfinite(base) && !isInfinite(exponent)); // prettier-ignore
}

const DEGREES = Math.PI / 180;

function inDomain(value: number, inside: boolean): number {
  if (!inside && !Number.isNaN(value)) throw new SqlError('22003', 'input is out of range');
  return value;
}

function trigonometry(): FunctionRow[] {
  const finite =
    (compute: (a: number) => number) =>
    ([a]: One) =>
      compute(inDomain(a, !isInfinite(a)));
  const unit =
    (compute: (a: number) => number) =>
    ([a]: One) =>
      compute(inDomain(a, a >= -1 && a <= 1));
  const one = (name: string, says: string, row: (args: One) => number): FunctionRow =>
    func(name, [DOUBLE], DOUBLE, says, row);
  return [
    one('sin', 'sine, in radians', finite(Math.sin)),
    one('cos', 'cosine, in radians', finite(Math.cos)),
    one('tan', 'tangent, in radians', finite(Math.tan)),
    one(
      'cot',
      'cotangent, in radians',
      finite(a => 1 / Math.tan(a)),
    ),
    one('asin', 'arc sine', unit(Math.asin)),
    one('acos', 'arc cosine', unit(Math.acos)),
    one('atan', 'arc tangent', ([a]) => Math.atan(a)),
    one('sinh', 'hyperbolic sine', ([a]) => Math.sinh(a)),
    one('cosh', 'hyperbolic cosine', ([a]) => Math.cosh(a)),
    one('tanh', 'hyperbolic tangent', ([a]) => Math.tanh(a)),
    one('degrees', 'radians to degrees', ([a]) => float8(a / DEGREES, !isInfinite(a), false)),
    one('radians', 'degrees to radians', ([a]) => a * DEGREES),
    func('atan2', [DOUBLE, DOUBLE], DOUBLE, 'arc tangent of y/x', ([y, x]: Two) => Math.atan2(y, x)),
    func('pi', [], DOUBLE, 'the constant π', () => Math.PI),
  ];
}

function one(name: string, says: string, row: (args: One) => number, kernel?: KernelTwin['export']): FunctionRow {
  return func(name, [DOUBLE], DOUBLE, says, row, {kernel: kernel && {export: kernel, shape: 'unary'}});
}

export const floatRows: readonly FunctionRow[] = [
  ...[REAL, DOUBLE].flatMap(left => [REAL, DOUBLE].flatMap(right => arithmetic(left, right))),
  ...[REAL, DOUBLE].flatMap(unary),
  one('ceil', 'nearest integer not below', ([a]) => Math.ceil(a), 'arith_ceil_f64'),
  one('ceiling', 'nearest integer not below', ([a]) => Math.ceil(a), 'arith_ceil_f64'),
  one('floor', 'nearest integer not above', ([a]) => Math.floor(a), 'arith_floor_f64'),
  one('trunc', 'integer part', ([a]) => Math.trunc(a), 'arith_trunc_f64'),
  one('round', 'nearest integer, halves to even', ([a]) => roundHalfEven(a), 'arith_nearest_f64'),
  one('sign', 'sign: -1, 0 or 1', ([a]) => (a > 0 ? 1 : a < 0 ? -1 : 0)),
  one('sqrt', 'square root', squareRoot, 'arith_sqrt_f64'),
  operator('|/', [DOUBLE], DOUBLE, 'square root', squareRoot),
  one('cbrt', 'cube root', ([a]) => Math.cbrt(a)),
  operator('||/', [DOUBLE], DOUBLE, 'cube root', ([a]: One) => Math.cbrt(a)),
  one('exp', 'e to a power', exponential),
  one('ln', 'natural logarithm', logarithm(Math.log)),
  one('log', 'logarithm to base 10', logarithm(Math.log10)),
  one('log10', 'logarithm to base 10', logarithm(Math.log10)),
  func('power', [DOUBLE, DOUBLE], DOUBLE, 'a to the power of b', power),
  func('pow', [DOUBLE, DOUBLE], DOUBLE, 'a to the power of b', power),
  operator('^', [DOUBLE, DOUBLE], DOUBLE, 'a to the power of b', power),
  ...trigonometry(),
];
