import {parseJson} from '../../types/json-parse.ts';
import {isJsonArray, isJsonNumber, isJsonObject, type JsonValue} from '../../types/json-value.ts';
import {NUMERIC, TEXT} from '../../types/sql-type.ts';
import {hashDatum} from './hash-value.ts';
import {type Hash, hashWord} from './lookup3.ts';

const ARRAY = 0x40000000;
const OBJECT = 0x20000000;

/** A jsonb value (its canonical text), as Postgres's jsonb_hash: containers, keys and scalars in turn, each turned by a bit. */
export function hashJsonb(text: string, seed: bigint): Hash {
  let narrow = 0;
  let wide = 0n;
  const scalar = (value: JsonValue): void => {
    const hash = hashScalar(value, seed);
    narrow = ((narrow << 1) | (narrow >>> 31)) ^ hash.narrow;
    wide = rotateHalves(wide) ^ BigInt.asUintN(64, hash.wide);
  };
  const container = (flag: number): void => {
    narrow ^= flag;
    wide ^= (BigInt(flag) << 32n) | BigInt(flag);
  };
  const visit = (value: JsonValue): void => {
    if (isJsonArray(value)) {
      container(ARRAY);
      value.forEach(visit);
    } else if (isJsonObject(value)) {
      container(OBJECT);
      for (const [key, item] of value) {
        scalar(key);
        visit(item);
      }
    } else {
      scalar(value);
    }
  };
  const root = parseJson(text);
  const isEmpty = (isJsonArray(root) && root.length === 0) || (isJsonObject(root) && root.size === 0);
  if (isEmpty) return {narrow: 0, wide: seed};
  // A scalar alone is kept as an array of one.
  if (!isJsonArray(root) && !isJsonObject(root)) container(ARRAY);
  visit(root);
  return {narrow: narrow | 0, wide: BigInt.asIntN(64, wide)};
}

function hashScalar(value: JsonValue, seed: bigint): Hash {
  if (value === null) return {narrow: 1, wide: seed + 1n};
  if (typeof value === 'string') return hashDatum(TEXT, value, seed);
  if (typeof value === 'boolean') {
    const plain = value ? 2 : 4;
    return {narrow: plain, wide: seed === 0n ? BigInt(plain) : hashWord(value ? 1 : 0, seed).wide};
  }
  if (isJsonNumber(value)) return hashDatum(NUMERIC, value, seed);
  throw new Error('no scalar');
}

/** Both halves of 64 bits, each by one bit. */
function rotateHalves(value: bigint): bigint {
  return ((value << 1n) & 0xfffffffefffffffen) | ((value >> 31n) & 0x100000001n);
}
