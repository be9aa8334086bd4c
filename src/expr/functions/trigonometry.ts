import {SqlError} from '../../types/sql-error.ts';
import {DOUBLE} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

// Angles in degrees, exact where the result is (sind(30) is 0.5), and inverse hyperbolic functions. The exactness comes
// from dividing by the same function at the angle of the exact value, within one quadrant.

type One = readonly [number];

const RADIANS = Math.PI / 180;
const SIN_30 = Math.sin(30 * RADIANS);
const ONE_MINUS_COS_60 = 1 - Math.cos(60 * RADIANS);
const ASIN_HALF = Math.asin(0.5);
const ACOS_HALF = Math.acos(0.5);
const ATAN_1 = Math.atan(1);

function sineTo30(x: number): number {
  return Math.sin(x * RADIANS) / SIN_30 / 2;
}

function cosineTo60(x: number): number {
  return 1 - (1 - Math.cos(x * RADIANS)) / ONE_MINUS_COS_60 / 2;
}

/** Of the first quadrant. */
function sine(x: number): number {
  return x <= 30 ? sineTo30(x) : cosineTo60(90 - x);
}

function cosine(x: number): number {
  return x <= 60 ? cosineTo60(x) : sineTo30(90 - x);
}

const TAN_45 = sine(45) / cosine(45);
const COT_45 = cosine(45) / sine(45);

function outOfRange(): SqlError {
  return new SqlError('22003', 'input is out of range');
}

/** The angle of the first quadrant, and the signs that sine and cosine have in the one it came from. */
function reduced(angle: number): {readonly x: number; readonly sine: number; readonly cosine: number} {
  if (Math.abs(angle) === Infinity) throw outOfRange();
  let x = angle % 360;
  let [s, c] = [1, 1];
  if (x < 0) {
    x = -x;
    s = -s;
  }
  if (x > 180) {
    x = 360 - x;
    s = -s;
  }
  if (x > 90) {
    x = 180 - x;
    c = -c;
  }
  return {x, sine: s, cosine: c};
}

function sind([angle]: One): number {
  const {x, sine: sign} = reduced(angle);
  return sign * sine(x);
}

function cosd([angle]: One): number {
  const {x, cosine: sign} = reduced(angle);
  return sign * cosine(x);
}

/** Neither has a negative zero. */
function unsignedZero(value: number): number {
  return value === 0 ? 0 : value;
}

function tand([angle]: One): number {
  const {x, sine: s, cosine: c} = reduced(angle);
  return unsignedZero(s * c * (sine(x) / cosine(x) / TAN_45));
}

function cotd([angle]: One): number {
  const {x, sine: s, cosine: c} = reduced(angle);
  return unsignedZero(s * c * (cosine(x) / sine(x) / COT_45));
}

function arcSine(x: number): number {
  return x <= 0.5 ? (Math.asin(x) / ASIN_HALF) * 30 : 90 - (Math.acos(x) / ACOS_HALF) * 60;
}

function arcCosine(x: number): number {
  return x <= 0.5 ? 90 - (Math.asin(x) / ASIN_HALF) * 30 : (Math.acos(x) / ACOS_HALF) * 60;
}

function within(x: number): void {
  if (x < -1 || x > 1) throw outOfRange();
}

function asind([x]: One): number {
  within(x);
  if (Number.isNaN(x)) return NaN;
  return x >= 0 ? arcSine(x) : -arcSine(-x);
}

function acosd([x]: One): number {
  within(x);
  if (Number.isNaN(x)) return NaN;
  return x >= 0 ? arcCosine(x) : 90 + arcSine(-x);
}

function acosh([x]: One): number {
  if (x < 1) throw outOfRange();
  return Math.acosh(x);
}

function atanh([x]: One): number {
  within(x);
  return Math.atanh(x);
}

function row(name: string, says: string, compute: (args: One) => number): FunctionRow {
  return func(name, [DOUBLE], DOUBLE, says, compute);
}

export const trigonometryRows: readonly FunctionRow[] = [
  row('sind', 'sine, in degrees', sind),
  row('cosd', 'cosine, in degrees', cosd),
  row('tand', 'tangent, in degrees', tand),
  row('cotd', 'cotangent, in degrees', cotd),
  row('asind', 'arc sine, in degrees', asind),
  row('acosd', 'arc cosine, in degrees', acosd),
  row('atand', 'arc tangent, in degrees', ([x]) => (Math.atan(x) / ATAN_1) * 45),
  func('atan2d', [DOUBLE, DOUBLE], DOUBLE, 'arc tangent of y/x, in degrees', ([y, x]: readonly [number, number]) => {
    return (Math.atan2(y, x) / ATAN_1) * 45;
  }),
  row('asinh', 'inverse hyperbolic sine', ([x]) => Math.asinh(x)),
  row('acosh', 'inverse hyperbolic cosine', acosh),
  row('atanh', 'inverse hyperbolic tangent', atanh),
];
