import {physicalOf, physicalWidth, Physical, type SqlType} from '../types/sql-type.ts';
import type {KernelCall, KernelChoice, KernelTwin} from './kernel-twin.ts';
import {digitsOf} from './numeric-digits.ts';

// Kernels of numerics in integer lanes: how wide the lanes are and by what each side is scaled, from the types.

const MAX_DIGITS = 38;
/** Factors up to 10^18 fit the kernels' i64 parameters. */
const MAX_SHIFT = 18;

type Lane = {
  readonly width: number;
  readonly scale: number;
  readonly precision: number;
  /** NaN may stand there; not in the lanes of integers. */
  readonly mayBeNaN: boolean;
};

/** null: not in integer lanes. */
function laneOf(type: SqlType): Lane | null {
  const digits = digitsOf(type);
  const physical = physicalOf(type);
  if (!digits || (physical !== Physical.int32 && physical !== Physical.int64 && physical !== Physical.int128))
    return null;
  const mayBeNaN = type.kind === 'numeric';
  return {width: physicalWidth[physical], scale: digits.scale, precision: digits.precision, mayBeNaN};
}

function factor(shift: number): bigint {
  return 10n ** BigInt(shift);
}

/** + - * where both sides and the result have known digits. */
export function decimalKernel(operation: 'add' | 'sub' | 'mul'): KernelChoice {
  return ({args, result}: KernelCall): KernelTwin | null => {
    const [a, b, out] = [laneOf(args[0]), laneOf(args[1]), laneOf(result)];
    if (!a || !b || !out) return null;
    const name = `decimal_${operation}` as KernelTwin['export'];
    if (operation === 'mul') return {export: name, shape: 'binary', params: [a.width, b.width, out.width]};
    const [shiftA, shiftB] = [out.scale - a.scale, out.scale - b.scale];
    if (shiftA > MAX_SHIFT || shiftB > MAX_SHIFT) return null;
    return {
      export: name,
      shape: 'binary',
      params: [a.width, b.width, out.width, factor(shiftA), factor(shiftB)],
    };
  };
}

export function decimalNegation(operation: 'neg' | 'abs'): KernelChoice {
  return ({args, result}: KernelCall): KernelTwin | null => {
    const [a, out] = [laneOf(args[0]), laneOf(result)];
    if (!a || !out || a.width !== out.width || a.width < 8) return null;
    return {export: 'decimal_sign', shape: 'unary', params: [a.width, operation === 'neg' ? 0 : 1]};
  };
}

/** The quotient shows as many digits as its size asks for, so it is variable. */
export const decimalDivision: KernelChoice = ({args, result}) => {
  const [a, b] = [laneOf(args[0]), laneOf(args[1])];
  if (!a || !b || a.width < 8 || b.width < 8 || physicalOf(result) !== Physical.decimal) return null;
  return {export: 'decimal_div', shape: 'decimalDivide', params: [a.width, b.width, a.scale, b.scale]};
};

/** Comparison: on int64 lanes of one scale as bigints, on others through int128, else on the variable form. */
export function compareDecimals(twin: (lane: string) => KernelTwin): KernelChoice {
  return ({args}: KernelCall): KernelTwin | null => {
    if (args.every(type => physicalOf(type) === Physical.decimal)) return {...twin('decimal'), shape: 'bytesCompare'};
    const [a, b] = [laneOf(args[0]), laneOf(args[1])];
    if (!a || !b || a.width < 8 || b.width < 8) return null;
    const alike = a.width === 8 && b.width === 8 && a.scale === b.scale && a.mayBeNaN === b.mayBeNaN;
    if (alike) return twin('i64');
    const scale = Math.max(a.scale, b.scale);
    const [shiftA, shiftB] = [scale - a.scale, scale - b.scale];
    if (Math.max(shiftA, shiftB) > MAX_SHIFT) return null;
    if (a.precision + shiftA > MAX_DIGITS || b.precision + shiftB > MAX_DIGITS) return null;
    return {...twin('i128'), params: [laneWidth(a), laneWidth(b), factor(shiftA), factor(shiftB)]};
  };
}

/** As the comparing kernels take it. */
function laneWidth({width, mayBeNaN}: Lane): number {
  return mayBeNaN ? width + 64 : width;
}

/** From one integer layout to another (numeric or integer type), rounding and checking; null if one is variable. */
export function rescaleKernel(from: SqlType, to: SqlType): KernelTwin | null {
  const [digits, target] = [digitsOf(from), digitsOf(to)];
  const [a, b] = [physicalWidth[physicalOf(from)], physicalWidth[physicalOf(to)]];
  if (!digits || !target || !a || !b || b < 8) return null;
  const shift = target.scale - digits.scale;
  if (shift > MAX_SHIFT || shift < -MAX_DIGITS) return null;
  return {
    export: 'decimal_rescale',
    shape: 'unary',
    params: [a, b, Math.max(shift, 0), Math.max(-shift, 0), target.precision],
  };
}

/** From integer lanes into the variable form. */
export function packKernel(from: SqlType): KernelTwin | null {
  const digits = digitsOf(from);
  const width = physicalWidth[physicalOf(from)];
  if (!digits || !width) return null;
  const mayBeNaN = Number(from.kind === 'numeric');
  return {export: 'decimal_pack', shape: 'bytesOf', params: [width, digits.scale, mayBeNaN], room: 32};
}
