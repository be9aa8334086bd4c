/**
 * A sum of doubles without any rounding: mantissa × 2^exponent; or, where NaN or infinities are among them, what these make
 * it.
 */
export type ExactFloat = {readonly special: number | null; readonly mantissa: bigint; readonly exponent: number};

const SPECIALS = [null, NaN, Infinity, -Infinity];

/**
 * As the kernels hand out an accumulator of width 'exact' (kernels/assembly/state/read-groups.ts): u32 0, or 1 NaN,
 * 2 Infinity, 3 −Infinity; i32 exponent; the mantissa in u64 words from the lowest up, two's complement.
 */
export function exactFloat(bytes: Uint8Array): ExactFloat {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let mantissa = 0n;
  for (let at = 8; at < bytes.length; at += 8) mantissa |= view.getBigUint64(at, true) << BigInt((at - 8) * 8);
  const bits = (bytes.length - 8) * 8;
  return {
    special: SPECIALS[view.getUint32(0, true)],
    mantissa: BigInt.asIntN(bits, mantissa),
    exponent: view.getInt32(4, true),
  };
}

/** In the form that `exactFloat` reads. */
export function exactFloatBytes({special, mantissa, exponent}: ExactFloat): Uint8Array {
  const words = Math.floor((bitLength(mantissa) + 1) / 64) + 1;
  const view = new DataView(new ArrayBuffer(8 + words * 8));
  view.setUint32(0, special === null ? 0 : SPECIALS.findIndex(other => Object.is(other, special)), true);
  view.setInt32(4, exponent, true);
  for (let i = 0; i < words; i++) view.setBigUint64(8 + i * 8, BigInt.asUintN(64, mantissa >> BigInt(i * 64)), true);
  return new Uint8Array(view.buffer);
}

export function addExact(a: ExactFloat, b: ExactFloat): ExactFloat {
  const exponent = Math.min(a.exponent, b.exponent);
  return {special: null, mantissa: mantissaAt(a, exponent) + mantissaAt(b, exponent), exponent};
}

export function subtractExact(a: ExactFloat, b: ExactFloat): ExactFloat {
  return addExact(a, {...b, mantissa: -b.mantissa});
}

export function exactProduct(a: ExactFloat, b: ExactFloat): ExactFloat {
  return {special: null, mantissa: a.mantissa * b.mantissa, exponent: a.exponent + b.exponent};
}

function mantissaAt({mantissa, exponent}: ExactFloat, lower: number): bigint {
  return mantissa << BigInt(exponent - lower);
}

/** sum / divisor (> 0) as the nearest double; ±Infinity beyond the range. */
export function nearestRatio({mantissa, exponent}: ExactFloat, divisor: bigint): number {
  if (mantissa === 0n) return 0;
  const magnitude = mantissa < 0n ? -mantissa : mantissa;
  // Enough bits that the quotient has 64 or more; the rest only tells which side of a half it is on.
  const missing = 64 + bitLength(divisor) - bitLength(magnitude);
  const shift = Math.max(missing, 0);
  const scaled = magnitude << BigInt(shift);
  const quotient = scaled / divisor;
  const sticky = quotient * divisor === scaled ? 0n : 1n;
  const value = timesPowerOf2((quotient << 1n) | sticky, exponent - shift - 1);
  return mantissa < 0n ? -value : value;
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}

/** Rounded once, unless the result is subnormal. */
function timesPowerOf2(value: bigint, exponent: number): number {
  // At most 1024 bits are a finite double: the lowest are only asked whether there are any.
  const cut = Math.max(bitLength(value) - 128, 0);
  const kept = value >> BigInt(cut);
  const rest = kept << BigInt(cut) === value ? 0n : 1n;
  let result = Number((kept << 1n) | rest);
  for (let power = exponent + cut - 1; power !== 0;) {
    const step = Math.max(-1000, Math.min(1000, power));
    result *= 2 ** step;
    power -= step;
  }
  return result;
}
