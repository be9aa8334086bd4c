import {type Decimal, decimalCompare} from '../types/decimal.ts';
import {isJsonArray, isJsonNumber, isJsonObject, type JsonValue} from '../types/json-value.ts';
import {compareText} from './text-order.ts';

/** jsonb's btree order: object > array > boolean > number > string > null; more elements or pairs > fewer. */
export function compareJson(a: JsonValue, b: JsonValue): number {
  const rank = jsonRank(a) - jsonRank(b);
  // At the top, an empty array sorts below everything: an oddity of Postgres that its documentation admits.
  if (rank !== 0) return isEmptyArray(a) ? -1 : isEmptyArray(b) ? 1 : rank;
  return compareAlike(a, b);
}

function compareAlike(a: JsonValue, b: JsonValue): number {
  if (a === null) return 0;
  if (typeof a === 'string') return compareText(a, b as string);
  if (typeof a === 'boolean') return Number(a) - Number(b);
  if (isJsonNumber(a)) return decimalCompare(a, b as Decimal);
  if (isJsonArray(a)) return compareLists(a, b as readonly JsonValue[]);
  return compareObjects(a as ReadonlyMap<string, JsonValue>, b as ReadonlyMap<string, JsonValue>);
}

function compareNested(a: JsonValue, b: JsonValue): number {
  return jsonRank(a) - jsonRank(b) || compareAlike(a, b);
}

function isEmptyArray(value: JsonValue): boolean {
  return isJsonArray(value) && value.length === 0;
}

function compareLists(a: readonly JsonValue[], b: readonly JsonValue[]): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i++) {
    const order = compareNested(a[i], b[i]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareObjects(a: ReadonlyMap<string, JsonValue>, b: ReadonlyMap<string, JsonValue>): number {
  if (a.size !== b.size) return a.size - b.size;
  const right = [...b];
  let i = 0;
  for (const [key, value] of a) {
    // Keys are stored by length, but compared as strings.
    const order = compareText(key, right[i][0]) || compareNested(value, right[i][1]);
    if (order !== 0) return order;
    i++;
  }
  return 0;
}

function jsonRank(value: JsonValue): number {
  if (value === null) return 0;
  if (typeof value === 'string') return 1;
  if (isJsonNumber(value)) return 2;
  if (typeof value === 'boolean') return 3;
  return isJsonObject(value) ? 5 : 4;
}
