import type {Datum, Interval} from '../../types/datum.ts';
import {MICROS_PER_DAY} from '../../types/calendar.ts';
import {type Decimal, decimalToBytes} from '../../types/decimal.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {networkOf} from '../../types/network.ts';
import {timetzOf} from '../../types/timetz.ts';
import {kindName} from '../../types/type-names.ts';
import {enumLabels} from '../../types/user-types.ts';
import {withoutBlanks} from '../datum-order.ts';
import {type Hash, hashBigint, hashBytes, hashWord} from './lookup3.ts';

/** Postgres counts dates and timestamps from 2000. */
const DAYS_TO_2000 = 10957;
const MICROS_TO_2000 = BigInt(DAYS_TO_2000) * MICROS_PER_DAY;

const utf8 = new TextEncoder();

function constant(narrow: number, wide: bigint): Hash {
  return {narrow, wide: BigInt.asIntN(64, wide)};
}

/** The hash that Postgres's hash operator class of the type gives. Errors: 42883 for types without. */
export function hashDatum(type: SqlType, value: Datum, seed: bigint): Hash {
  switch (type.kind) {
    case 'boolean':
      return hashWord(value ? 1 : 0, seed);
    case '"char"':
      return hashWord(((value as string).charCodeAt(0) << 24) >> 24, seed);
    case 'smallint':
    case 'integer':
      return hashWord(value as number, seed);
    case 'oid':
    case 'regclass':
    case 'regtype':
    case 'regproc':
    case 'regnamespace':
    case 'regrole':
    case 'xid':
      return hashWord(Number(BigInt.asIntN(32, value as bigint)), seed);
    case 'bigint':
    case 'time':
      return hashBigint(value as bigint, seed);
    case 'timestamp':
    case 'timestamptz':
      return hashBigint(since2000(value as bigint), seed);
    case 'date':
      return hashWord(dateWord(value as number), seed);
    case 'interval':
      return hashBigint(BigInt.asIntN(64, intervalMicros(value as Interval)), seed);
    case 'real':
    case 'double precision':
      return hashDouble(value as number, seed);
    case 'numeric':
      return hashNumeric(value as Decimal, seed);
    case 'bpchar':
      return hashBytes(utf8.encode(withoutBlanks(value as string)), seed);
    case 'text':
    case 'varchar':
    case 'name':
    case 'unknown':
      return hashBytes(utf8.encode(value as string), seed);
    case 'bytea':
      return hashBytes(value as Uint8Array, seed);
    case 'macaddr':
    case 'macaddr8':
      return hashBytes(value as Uint8Array, seed);
    case 'inet':
    case 'cidr':
      return hashBytes(sentNetwork(value as Uint8Array), seed);
    case 'timetz':
      return hashTimetz(value as Uint8Array, seed);
    case 'enum':
      return hashWord(enumLabels(type.oid!).find(({position}) => position === value)!.oid, seed);
    case 'uuid':
      return hashBytes(Buffer.from((value as string).replaceAll('-', ''), 'hex'), seed);
    case 'array':
      return hashSeveral(
        (value as readonly Datum[]).map(item => [type.element!, item]),
        1,
        seed,
      );
    case 'struct':
      return hashSeveral(
        (value as readonly Datum[]).map((item, i) => [type.fields![i].type, item]),
        0,
        seed,
      );
    default:
      throw new SqlError('42883', `could not identify a hash function for type ${kindName(type)}`);
  }
}

/** As Postgres keeps an address: its family (2, 3), the bits of its network, the address. */
function sentNetwork(datum: Uint8Array): Uint8Array {
  const {family, bits, address} = networkOf(datum);
  return Uint8Array.of(family === 4 ? 2 : 3, bits, ...address);
}

function hashTimetz(datum: Uint8Array, seed: bigint): Hash {
  const {time, west} = timetzOf(datum);
  const [ofTime, ofZone] = [hashBigint(time, seed), hashWord(west, seed)];
  return {narrow: ofTime.narrow ^ ofZone.narrow, wide: ofTime.wide ^ ofZone.wide};
}

function since2000(micros: bigint): bigint {
  const infinite = micros === 2n ** 63n - 1n || micros === -(2n ** 63n);
  return infinite ? micros : micros - MICROS_TO_2000;
}

function dateWord(days: number): number {
  if (Number.isFinite(days)) return days - DAYS_TO_2000;
  return days > 0 ? 0x7fffffff : -0x80000000;
}

function intervalMicros({months, days, micros}: Interval): bigint {
  return micros + (BigInt(months) * 30n + BigInt(days)) * MICROS_PER_DAY;
}

/** Both zeros and all NaNs hash alike. */
function hashDouble(value: number, seed: bigint): Hash {
  if (value === 0) return constant(0, seed);
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  return hashBytes(bytes, seed);
}

/** By the digits to base 10000 without zeros at either end, and their weight: the scale shown has no part in it. */
function hashNumeric(value: Decimal, seed: bigint): Hash {
  if (value.special) return constant(0, seed);
  const sent = decimalToBytes(value);
  const view = new DataView(sent.buffer, sent.byteOffset, sent.byteLength);
  const digits = Array.from({length: view.getInt16(0)}, (_, i) => view.getInt16(8 + 2 * i));
  const first = digits.findIndex(digit => digit !== 0);
  if (first < 0) return constant(-1, seed - 1n);
  const last = digits.findLastIndex(digit => digit !== 0);
  const weight = view.getInt16(2) - first;
  const bytes = new Uint8Array(2 * (last - first + 1));
  const words = new DataView(bytes.buffer);
  for (let i = first; i <= last; i++) words.setInt16(2 * (i - first), digits[i], true);
  const {narrow, wide} = hashBytes(bytes, seed);
  return constant(narrow ^ weight, wide ^ BigInt(weight));
}

/** Elements in turn, each 31 times what came before. */
function hashSeveral(items: readonly (readonly [SqlType, Datum])[], start: number, seed: bigint): Hash {
  let narrow = start;
  let wide = BigInt(start);
  for (const [type, item] of items) {
    const hash = item === null ? constant(0, 0n) : hashDatum(type, item, seed);
    narrow = (Math.imul(narrow, 31) + hash.narrow) | 0;
    wide = BigInt.asIntN(64, wide * 31n + hash.wide);
  }
  return {narrow, wide};
}
