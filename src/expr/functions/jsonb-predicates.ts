import {decimalCompare} from '../../types/decimal.ts';
import {parseJson} from '../../types/json-parse.ts';
import {isJsonArray, isJsonNumber, isJsonObject, type JsonValue} from '../../types/json-value.ts';
import {arrayOf, BOOLEAN, JSONB, TEXT} from '../../types/sql-type.ts';
import {func, operator} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

// What is in a jsonb: containment and keys. Each operator has a function of its own in Postgres.

const TEXTS = arrayOf(TEXT);

type Two = readonly [string, string];
type Keys = readonly [string, readonly (string | null)[]];

/** Every member and element of `part` is in `whole`; a scalar is in an array that has it. */
function contains(whole: JsonValue, part: JsonValue, top = true): boolean {
  if (isJsonObject(part)) {
    if (!isJsonObject(whole)) return false;
    return [...part].every(([key, value]) => whole.has(key) && contains(whole.get(key)!, value, false));
  }
  if (isJsonArray(part)) {
    if (!isJsonArray(whole)) return false;
    return part.every(item => whole.some(candidate => contains(candidate, item, false)));
  }
  if (isJsonArray(whole)) return top && whole.some(item => sameScalar(item, part));
  return sameScalar(whole, part);
}

function sameScalar(a: JsonValue, b: JsonValue): boolean {
  if (isJsonNumber(a)) return isJsonNumber(b) && decimalCompare(a, b) === 0;
  return a === b;
}

/** A key of an object, or a string in an array, or the string itself. */
function has(json: JsonValue, key: string): boolean {
  if (isJsonObject(json)) return json.has(key);
  if (isJsonArray(json)) return json.includes(key);
  return json === key;
}

function both(
  symbol: string,
  name: string,
  args: FunctionRow['args'],
  says: string,
  test: (args: never) => boolean,
): readonly FunctionRow[] {
  return [operator(symbol, args, BOOLEAN, says, test), func(name, args, BOOLEAN, says, test)];
}

export const jsonbPredicateRows: readonly FunctionRow[] = [
  ...both('@>', 'jsonb_contains', [JSONB, JSONB], 'contains', ([a, b]: Two) => contains(parseJson(a), parseJson(b))),
  ...both('<@', 'jsonb_contained', [JSONB, JSONB], 'is contained', ([a, b]: Two) =>
    contains(parseJson(b), parseJson(a)),
  ),
  ...both('?', 'jsonb_exists', [JSONB, TEXT], 'has the key', ([json, key]: Two) => has(parseJson(json), key)),
  ...both('?|', 'jsonb_exists_any', [JSONB, TEXTS], 'has one of the keys', ([json, keys]: Keys) => {
    const value = parseJson(json);
    return keys.some(key => key !== null && has(value, key));
  }),
  ...both('?&', 'jsonb_exists_all', [JSONB, TEXTS], 'has all keys', ([json, keys]: Keys) => {
    const value = parseJson(json);
    return keys.every(key => key === null || has(value, key));
  }),
];
