/** Σ weight × x rounded once, by rational arithmetic: the oracle of the exact accumulators. */
export function exactSum(given: readonly {readonly x: number; readonly weight: bigint}[], width: 32 | 64): number {
  const held = (test: (x: number) => boolean) =>
    given.reduce((sum, {x, weight}) => (test(x) ? sum + weight : sum), 0n) > 0n;
  const plus = held(x => x === Infinity);
  const minus = held(x => x === -Infinity);
  if (held(Number.isNaN) || (plus && minus)) return NaN;
  if (plus) return Infinity;
  if (minus) return -Infinity;
  let sum = 0n;
  for (const {x, weight} of given) if (Number.isFinite(x)) sum += units(x) * weight;
  return round(sum, width);
}

/** x in units of 2^-1074. */
function units(x: number): bigint {
  const bits = new BigUint64Array(new Float64Array([x]).buffer)[0];
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = exponent === 0 ? fraction : (fraction | (1n << 52n)) << BigInt(exponent - 1);
  return bits >> 63n ? -magnitude : magnitude;
}

function round(sum: bigint, width: 32 | 64): number {
  const magnitude = sum < 0n ? -sum : sum;
  const bits = magnitude.toString(2).length;
  const [precision, lowest, largest] =
    width === 64 ? [53, 0, Number.MAX_VALUE] : [24, 1074 - 149, 3.4028234663852886e38];
  const cut = BigInt(Math.max(bits - precision, lowest, 0));
  let kept = magnitude >> cut;
  const rest = magnitude - (kept << cut);
  const half = cut > 0n ? 1n << (cut - 1n) : 0n;
  if (cut > 0n && (rest > half || (rest === half && kept & 1n))) kept++;
  let value = Number(kept);
  // Exact: powers of two, and a result that is representable.
  let exponent = Number(cut) - 1074;
  while (exponent < -1000) {
    const step = Math.min(-1000 - exponent, 1000);
    value *= 2 ** -step;
    exponent += step;
  }
  while (exponent > 900) {
    value *= 2 ** 900;
    exponent -= 900;
  }
  value *= 2 ** exponent;
  if (value > largest) value = Infinity;
  return sum < 0n ? -value : value;
}
