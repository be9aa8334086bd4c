import {MICROS_PER_SECOND} from './calendar.ts';

/**
 * Times of day with an offset. The datum (and the bytes in a column) is twelve bytes: the time in UTC, µs, then the offset,
 * seconds west of UTC, both big-endian with the sign bit turned. Compared as bytes, that is Postgres's order: the moment,
 * then the offset.
 */
export type Timetz = {
  /** µs after midnight where the offset holds; up to and including 24:00:00. */
  readonly time: bigint;
  /** Seconds west of UTC. */
  readonly west: number;
};

const SIGN = 1n << 63n;

export function timetzDatum(time: bigint, west: number): Uint8Array {
  const datum = new Uint8Array(12);
  const view = new DataView(datum.buffer);
  view.setBigUint64(0, time + BigInt(west) * MICROS_PER_SECOND + SIGN);
  view.setUint32(8, west + 0x80000000);
  return datum;
}

export function timetzOf(datum: Uint8Array): Timetz {
  const view = new DataView(datum.buffer, datum.byteOffset, datum.byteLength);
  const west = view.getUint32(8) - 0x80000000;
  return {time: view.getBigUint64(0) - SIGN - BigInt(west) * MICROS_PER_SECOND, west};
}
