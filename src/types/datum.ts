import type {Decimal} from './decimal.ts';

/** months, days and microseconds, kept apart as Postgres keeps them. */
export type Interval = {readonly months: number; readonly days: number; readonly micros: bigint};

/**
 * One SQL value as JavaScript, for the row-wise path (literals, fall-backs, tests, protocol):
 *
 * | type | datum |
 * |---|---|
 * | boolean | boolean |
 * | smallint, integer, real, double precision | number |
 * | enum | number: its label's position (user-types.ts) |
 * | date | number: days since 1970-01-01; ±Infinity for the infinities |
 * | bigint, oid and its reg* family | bigint |
 * | time, timestamp, timestamptz | bigint: µs since midnight, since 1970-01-01 (UTC); the infinities are int64 min and max |
 * | numeric | Decimal |
 * | text, varchar, name, "char", json, jsonb, jsonpath, unknown | string (jsonb and jsonpath in Postgres's canonical text) |
 * | uuid | string, 36 characters, lower case |
 * | bytea | Uint8Array |
 * | inet, cidr | Uint8Array: family, network, bits of the network, address (network.ts) |
 * | bit, varbit | string of zeros and ones |
 * | timetz | Uint8Array (timetz.ts) |
 * | money | bigint: hundredths |
 * | xml, refcursor, aclitem | string |
 * | point, lseg, box, path, polygon, circle, line | Uint8Array (geometry.ts) |
 * | macaddr, macaddr8 | Uint8Array, 6 or 8 bytes |
 * | ranges, multiranges | Datum[] (range.ts); Datum[] of ranges, in order and apart |
 * | interval | Interval |
 * | struct | Datum[] |
 * | array | Datum[]: its elements, all dimensions after one another; with a shape where it has several (array-shape.ts) |
 */
export type Datum = null | boolean | number | bigint | string | Uint8Array | Decimal | Interval | readonly Datum[];

export function isInterval(value: Datum): value is Interval {
  return typeof value === 'object' && value !== null && 'micros' in value;
}
