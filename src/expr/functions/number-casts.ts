import type {Datum} from '../../types/datum.ts';
import {
  type Decimal,
  decimalFromBigint,
  decimalFromNumber,
  decimalPrint,
  decimalRescale,
  decimalToBigint,
  decimalToNumber,
} from '../../types/decimal.ts';
import {SqlError} from '../../types/sql-error.ts';
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  INTEGER,
  NUMERIC,
  OID,
  Physical,
  physicalOf,
  physicalWidth,
  REAL,
  SMALLINT,
  type SqlType,
  type TypeKind,
} from '../../types/sql-type.ts';
import {regKinds} from '../../types/reg-kinds.ts';
import {packKernel, rescaleKernel} from '../decimal-kernels.ts';
import {cast} from '../define.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';
import type {KernelChoice, KernelTwin} from '../kernel-twin.ts';
import {sameDigits, digitsOf} from '../numeric-digits.ts';
import {roundHalfEven} from './float.ts';
import {floatOverflow, floatUnderflow, int2, int4, int8, isInfinite, outOfRange} from './ranges.ts';

// Casts among the numeric types, boolean and the oid family.

const lanes: Partial<Readonly<Record<TypeKind, string>>> = {
  smallint: 'i16',
  integer: 'i32',
  bigint: 'i64',
  real: 'f32',
  'double precision': 'f64',
};

function kernel(from: SqlType, to: SqlType): KernelTwin {
  return {export: `cast_${lanes[from.kind]}_${lanes[to.kind]}` as KernelTwin['export'], shape: 'unary'};
}

type FloatArg = readonly [number];
type BigArg = readonly [bigint];
type DecimalArg = readonly [Decimal];

function widening(from: SqlType, to: SqlType, row: (args: readonly [never]) => Datum): FunctionRow {
  return cast(from, to, 'implicit', row, {kernel: kernel(from, to)});
}

function narrowing(from: SqlType, to: SqlType, row: (args: readonly [never]) => Datum): FunctionRow {
  return cast(from, to, 'assignment', row, {kernel: kernel(from, to)});
}

function floatToInteger(value: number, limit: number, type: string): number {
  const rounded = roundHalfEven(value);
  if (!(rounded >= -limit && rounded < limit)) throw outOfRange(type);
  return rounded + 0;
}

function doubleToReal([value]: FloatArg): number {
  const result = Math.fround(value);
  if (isInfinite(result) && !isInfinite(value)) throw floatOverflow();
  if (result === 0 && value !== 0) throw floatUnderflow();
  return result;
}

const integerToReal = ([value]: FloatArg): number => Math.fround(value);

const integerCasts: readonly FunctionRow[] = [
  widening(SMALLINT, INTEGER, ([a]) => a),
  widening(SMALLINT, BIGINT, ([a]: FloatArg) => BigInt(a)),
  widening(INTEGER, BIGINT, ([a]: FloatArg) => BigInt(a)),
  widening(SMALLINT, REAL, integerToReal),
  widening(INTEGER, REAL, integerToReal),
  // One rounding, from the integer itself: through a double the result could differ.
  widening(BIGINT, REAL, ([a]: BigArg) => realOfBigint(a)),
  widening(SMALLINT, DOUBLE, ([a]) => a),
  widening(INTEGER, DOUBLE, ([a]) => a),
  widening(BIGINT, DOUBLE, ([a]: BigArg) => Number(a)),
  widening(REAL, DOUBLE, ([a]) => a),
  narrowing(INTEGER, SMALLINT, ([a]: FloatArg) => int2(a)),
  narrowing(BIGINT, SMALLINT, ([a]: BigArg) => int2(Number(a))),
  narrowing(BIGINT, INTEGER, ([a]: BigArg) => int4(Number(a))),
  narrowing(DOUBLE, REAL, doubleToReal),
  ...[REAL, DOUBLE].flatMap(from => [
    narrowing(from, SMALLINT, ([a]: FloatArg) => floatToInteger(a, 32768, 'smallint')),
    narrowing(from, INTEGER, ([a]: FloatArg) => floatToInteger(a, 2147483648, 'integer')),
    narrowing(from, BIGINT, ([a]: FloatArg) => BigInt(floatToInteger(a, 2 ** 63, 'bigint'))),
  ]),
];

function realOfBigint(value: bigint): number {
  const near = Number(value);
  const result = Math.fround(near);
  if (BigInt(near) === value) return result;
  // `near` was rounded: when it lies halfway between two reals, the bits lost decide.
  const [low, high] = neighbours(near, result);
  const twice = 2n * value;
  const middle = BigInt(low) + BigInt(high);
  if (2n * BigInt(near) !== middle) return result;
  return twice < middle ? low : twice > middle ? high : result;
}

function neighbours(exact: number, rounded: number): readonly [number, number] {
  const bits = new Float32Array([rounded]);
  const words = new Int32Array(bits.buffer);
  const up = exact > rounded === rounded > 0;
  words[0] += exact === rounded ? 0 : up ? 1 : -1;
  const other = bits[0];
  return rounded < other ? [rounded, other] : [other, rounded];
}

/** A numeric as the call's type stores it: rounded and checked when it has a declared precision. */
export function fitNumeric(value: Decimal, {resultType}: Pick<CallContext, 'resultType'>): Decimal {
  if (resultType.precision === undefined) return value;
  return decimalRescale(value, resultType.precision, resultType.scale ?? 0);
}

/** Between layouts of numerics and integers: lane to lane, or lanes to the variable form. */
const relayoutKernel: KernelChoice = ({args: [from], result}) => {
  // A declared precision on the variable form has to round: that is the row's.
  if (physicalOf(result) === Physical.decimal) return result.precision === undefined ? packKernel(from) : null;
  return rescaleKernel(from, result);
};

/** Flags values that need more than the result's digits; without them any integer fits. */
function integerToNumeric(from: SqlType, row: (args: readonly [never], context: CallContext) => Datum): FunctionRow {
  return cast(from, NUMERIC, 'implicit', row, {returns: sameDigits, kernel: relayoutKernel});
}

/** Rounded. Errors: 0A000 for NaN and the infinities. */
export function decimalToInteger(value: Decimal, type: string): bigint {
  if (value.special === 'NaN') throw new SqlError('0A000', `cannot convert NaN to ${type}`);
  if (value.special) throw new SqlError('0A000', `cannot convert infinity to ${type}`);
  return decimalToBigint(value)!;
}

const toIntegerKernel: KernelChoice = ({args: [from], result}) => {
  const digits = digitsOf(from);
  const width = physicalWidth[physicalOf(from)];
  if (!digits || width === 0 || digits.scale > 0) return null;
  return {export: 'decimal_to_int', shape: 'unary', params: [width, physicalWidth[physicalOf(result)]]};
};

const toDoubleKernel: KernelChoice = ({args: [from]}) => {
  const digits = digitsOf(from);
  const width = physicalWidth[physicalOf(from)];
  if (!digits || width === 0 || digits.scale > 22) return null;
  return {export: 'decimal_to_f64', shape: 'unary', params: [width, digits.scale]};
};

function decimalToReal([value]: DecimalArg): number {
  const near = Number(value.special ?? decimalPrint(value));
  const result = realFromDecimal(value, near);
  if (isInfinite(result) && !value.special)
    throw new SqlError('22003', `"${decimalPrint(value)}" is out of range for type real`);
  if (result === 0 && value.coefficient !== 0n) {
    throw new SqlError('22003', `"${decimalPrint(value)}" is out of range for type real`);
  }
  return result;
}

/** Rounded once: a double that lies halfway between two reals is decided by the exact value. */
function realFromDecimal(value: Decimal, near: number): number {
  const result = Math.fround(near);
  if (!Number.isFinite(near) || result === near || isInfinite(result)) return result;
  const [low, high] = neighbours(near, result);
  if (near - low !== high - near) return result;
  const exact = decimalFromExact(near);
  const order = compareScaled(value, exact);
  return order < 0 ? low : order > 0 ? high : result;
}

function decimalFromExact(value: number): Decimal {
  // Every double below 2^53 in size with few binary places prints exactly with enough decimal places.
  let scale = 0;
  let scaled = value;
  while (!Number.isInteger(scaled) && scale < 1100) {
    scaled *= 2;
    scale++;
  }
  return {coefficient: BigInt(scaled) * 5n ** BigInt(scale), scale};
}

function compareScaled(a: Decimal, b: Decimal): number {
  const x = a.coefficient * 10n ** BigInt(b.scale);
  const y = b.coefficient * 10n ** BigInt(a.scale);
  return x < y ? -1 : x > y ? 1 : 0;
}

function decimalToDouble([value]: DecimalArg): number {
  const result = decimalToNumber(value);
  if (!value.special && (isInfinite(result) || (result === 0 && value.coefficient !== 0n))) {
    throw new SqlError('22003', `"${decimalPrint(value)}" is out of range for type double precision`);
  }
  return result;
}

const numericCasts: readonly FunctionRow[] = [
  cast(NUMERIC, NUMERIC, 'implicit', ([a]: DecimalArg, context) => fitNumeric(a, context), {
    returns: sameDigits,
    kernel: relayoutKernel,
  }),
  integerToNumeric(SMALLINT, ([a]: FloatArg, context) => fitNumeric(decimalFromBigint(a), context)),
  integerToNumeric(INTEGER, ([a]: FloatArg, context) => fitNumeric(decimalFromBigint(a), context)),
  integerToNumeric(BIGINT, ([a]: BigArg, context) => fitNumeric(decimalFromBigint(a), context)),
  cast(REAL, NUMERIC, 'assignment', ([a]: FloatArg, context) => fitNumeric(decimalFromNumber(a, 6), context)),
  cast(DOUBLE, NUMERIC, 'assignment', ([a]: FloatArg, context) => fitNumeric(decimalFromNumber(a, 15), context)),
  cast(NUMERIC, SMALLINT, 'assignment', ([a]: DecimalArg) => int2(Number(decimalToInteger(a, 'smallint'))), {
    kernel: toIntegerKernel,
  }),
  cast(NUMERIC, INTEGER, 'assignment', ([a]: DecimalArg) => int4(Number(decimalToInteger(a, 'integer'))), {
    kernel: toIntegerKernel,
  }),
  cast(NUMERIC, BIGINT, 'assignment', ([a]: DecimalArg) => int8(decimalToInteger(a, 'bigint')), {
    kernel: toIntegerKernel,
  }),
  cast(NUMERIC, REAL, 'implicit', decimalToReal),
  cast(NUMERIC, DOUBLE, 'implicit', decimalToDouble, {kernel: toDoubleKernel}),
];

const booleanCasts: readonly FunctionRow[] = [
  cast(BOOLEAN, INTEGER, 'explicit', ([a]: readonly [boolean]) => Number(a), {
    kernel: {export: 'cast_bit_i32', shape: 'unary'},
  }),
  cast(INTEGER, BOOLEAN, 'explicit', ([a]: FloatArg) => a !== 0),
];

const OID_MAX = 4294967295n;

function toOid(value: bigint): bigint {
  if (value < 0n || value > OID_MAX) throw new SqlError('22003', 'OID out of range');
  return value;
}

/** An int4 is taken bit by bit: -1 is 4294967295. */
const unsigned = (value: number): bigint => BigInt(value >>> 0);

function oidCasts(kind: TypeKind): FunctionRow[] {
  const type: SqlType = {kind};
  return [
    cast(SMALLINT, type, 'implicit', ([a]: FloatArg) => BigInt(a >>> 0)),
    cast(INTEGER, type, 'implicit', ([a]: FloatArg) => unsigned(a), {method: 'binary'}),
    cast(BIGINT, type, 'implicit', ([a]: BigArg) => toOid(a)),
    cast(type, INTEGER, 'assignment', ([a]: BigArg) => Number(BigInt.asIntN(32, a)), {method: 'binary'}),
    cast(type, BIGINT, 'assignment', ([a]: BigArg) => a, {relabels: true}),
  ];
}

function regCasts(kind: TypeKind): FunctionRow[] {
  const type: SqlType = {kind};
  return [
    ...oidCasts(kind),
    cast(OID, type, 'implicit', ([a]: BigArg) => a, {method: 'binary', relabels: true}),
    cast(type, OID, 'implicit', ([a]: BigArg) => a, {method: 'binary', relabels: true}),
  ];
}

/** Two spellings of one OID. */
function sameObject(a: TypeKind, b: TypeKind): FunctionRow[] {
  return [
    cast({kind: a}, {kind: b}, 'implicit', ([oid]: BigArg) => oid, {method: 'binary', relabels: true}),
    cast({kind: b}, {kind: a}, 'implicit', ([oid]: BigArg) => oid, {method: 'binary', relabels: true}),
  ];
}

export const numberCastRows: readonly FunctionRow[] = [
  ...integerCasts,
  ...numericCasts,
  ...booleanCasts,
  ...oidCasts('oid'),
  ...regKinds.flatMap(regCasts),
  ...sameObject('regproc', 'regprocedure'),
  ...sameObject('regoper', 'regoperator'),
  cast({kind: 'xid8'}, {kind: 'xid'}, 'explicit', ([a]: BigArg) => BigInt.asUintN(32, a)),
];
