import type {Datum} from '../../types/datum.ts';
import {type Decimal, decimalCompare, decimalToNumber} from '../../types/decimal.ts';
import {parseJson} from '../../types/json-parse.ts';
import {
  isJsonArray,
  isJsonNumber,
  isJsonObject,
  jsonObject,
  type JsonValue,
  printJson,
} from '../../types/json-value.ts';
import {formatText} from '../../types/io/registry.ts';
import {SqlError} from '../../types/sql-error.ts';
import {
  arrayOf,
  BIGINT,
  BOOLEAN,
  DOUBLE,
  INTEGER,
  JSON_TYPE,
  JSONB,
  NUMERIC,
  REAL,
  SMALLINT,
  type SqlType,
  TEXT,
} from '../../types/sql-type.ts';
import {cast, func, operator} from '../define.ts';
import {formatOf} from '../format-context.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';
import {jsonOf, jsonTextOf} from '../json/from-datum.ts';
import {jsonAsText, jsonElement, jsonKind, jsonMember, jsonParts, jsonPath} from '../json/json-text.ts';
import {decimalToInteger, fitNumeric} from './number-casts.ts';
import {int2, int4, int8} from './ranges.ts';

// jsonb and json: access, containment, change, construction. A jsonb datum is canonical text, parsed by who looks inside.

const TEXTS = arrayOf(TEXT);

type Keyed = readonly [string, string];
type Indexed = readonly [string, number];
type Pathed = readonly [string, readonly (string | null)[]];
type One = readonly [string];

/** The canonical text of a part of a jsonb is that of the whole, cut out. */
const accessRows: readonly FunctionRow[] = [JSONB, JSON_TYPE].flatMap(type => [
  operator('->', [type, TEXT], type, 'a member', ([json, key]: Keyed) => jsonMember(json, key)),
  operator('->', [type, INTEGER], type, 'an element, from 0', ([json, i]: Indexed) => elementOf(type, json, i)),
  operator('->>', [type, TEXT], TEXT, 'a member as text', ([json, key]: Keyed) => jsonAsText(jsonMember(json, key))),
  operator('->>', [type, INTEGER], TEXT, 'an element as text', ([json, i]: Indexed) =>
    jsonAsText(elementOf(type, json, i)),
  ),
  operator('#>', [type, TEXTS], type, 'what a path leads to', ([json, path]: Pathed) => jsonPath(json, path)),
  operator('#>>', [type, TEXTS], TEXT, 'what a path leads to, as text', ([json, path]: Pathed) =>
    jsonAsText(jsonPath(json, path)),
  ),
]);

/** A jsonb scalar counts as an array of itself here, as it does in Postgres. */
function elementOf(type: SqlType, json: string, index: number): string | null {
  const kind = jsonKind(json);
  if (type.kind === 'json' || kind === 'array' || kind === 'object') return jsonElement(json, index);
  return index === 0 || index === -1 ? json : null;
}

const pathFunctions: readonly FunctionRow[] = (
  [
    ['jsonb', JSONB],
    ['json', JSON_TYPE],
  ] as const
).flatMap(([prefix, type]) => [
  func(
    `${prefix}_extract_path`,
    [type, TEXT],
    type,
    'what a path leads to',
    ([json, ...path]: readonly string[]) => jsonPath(json, path),
    {
      variadic: true,
    },
  ),
  func(
    `${prefix}_extract_path_text`,
    [type, TEXT],
    TEXT,
    'what a path leads to, as text',
    ([json, ...path]: readonly string[]) => jsonAsText(jsonPath(json, path)),
    {variadic: true},
  ),
  func(`${prefix}_typeof`, [type], TEXT, 'kind of value', ([json]: One) => jsonKind(json)),
  func(`${prefix}_array_length`, [type], INTEGER, 'number of elements', ([json]: One) => arrayLength(json)),
]);

function arrayLength(json: string): number {
  if (jsonKind(json) === 'array') return jsonParts(json)!.length;
  const what = jsonKind(json) === 'object' ? 'a non-array' : 'a scalar';
  throw new SqlError('22023', `cannot get array length of ${what}`);
}

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

function concatenate(a: JsonValue, b: JsonValue): JsonValue {
  if (isJsonObject(a) && isJsonObject(b)) return jsonObject([...a, ...b]);
  const list = (value: JsonValue): readonly JsonValue[] => (isJsonArray(value) ? value : [value]);
  return [...list(a), ...list(b)];
}

function withoutKeys(json: JsonValue, keys: readonly (string | null)[]): JsonValue {
  if (isJsonObject(json)) return jsonObject([...json].filter(([key]) => !keys.includes(key)));
  if (isJsonArray(json)) return json.filter(item => typeof item !== 'string' || !keys.includes(item));
  throw new SqlError('22023', 'cannot delete from scalar');
}

function withoutIndex(json: JsonValue, index: number): JsonValue {
  if (isJsonObject(json)) throw new SqlError('22023', 'cannot delete from object using integer index');
  if (!isJsonArray(json)) throw new SqlError('22023', 'cannot delete from scalar');
  const at = index < 0 ? json.length + index : index;
  return json.filter((_, i) => i !== at);
}

/** The value with what the path leads to changed by `change` (undefined: removed); `create` adds what is missing. */
function changed(
  json: JsonValue,
  path: readonly (string | null)[],
  change: (old: JsonValue | undefined) => JsonValue | undefined,
  create: boolean,
  depth = 1,
): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return json;
  if (step === null) throw new SqlError('22004', `path element at position ${depth} is null`);
  const inner = (old: JsonValue | undefined): JsonValue | undefined => {
    if (rest.length === 0) return change(old);
    return old === undefined ? undefined : changed(old, rest, change, create, depth + 1);
  };
  if (isJsonObject(json)) {
    const old = json.get(step);
    if (old === undefined && (!create || rest.length > 0)) return json;
    const value = inner(old);
    const others = [...json].filter(([key]) => key !== step);
    return jsonObject(value === undefined ? others : [...others, [step, value]]);
  }
  if (!isJsonArray(json)) return json;
  return changedArray(json, step, inner, create && rest.length === 0, depth);
}

function changedArray(
  json: readonly JsonValue[],
  step: string,
  inner: (old: JsonValue | undefined) => JsonValue | undefined,
  create: boolean,
  depth: number,
): JsonValue {
  if (!/^\s*[+-]?\d+$/.test(step)) {
    throw new SqlError('22P02', `path element at position ${depth} is not an integer: "${step}"`);
  }
  const index = Number(step);
  const at = index < 0 ? json.length + index : index;
  if (at < 0 || at >= json.length) {
    if (!create) return json;
    const value = inner(undefined)!;
    return at < 0 ? [value, ...json] : [...json, value];
  }
  const value = inner(json[at]);
  return json.flatMap((item, i) => (i === at ? (value === undefined ? [] : [value]) : [item]));
}

function withoutNulls(json: JsonValue): JsonValue {
  if (isJsonArray(json)) return json.map(withoutNulls);
  if (!isJsonObject(json)) return json;
  return jsonObject([...json].filter(([, value]) => value !== null).map(([key, value]) => [key, withoutNulls(value)]));
}

function pretty(json: JsonValue, indent = ''): string {
  const deeper = `${indent}    `;
  if (isJsonArray(json)) {
    const items = json.map(item => deeper + pretty(item, deeper));
    return items.length === 0 ? `[\n${indent}]` : `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (!isJsonObject(json)) return printJson(json);
  const members = [...json].map(([key, value]) => `${deeper}${printJson(key)}: ${pretty(value, deeper)}`);
  return members.length === 0 ? `{\n${indent}}` : `{\n${members.join(',\n')}\n${indent}}`;
}

type Two = readonly [string, string];

/** A function of jsonb values. */
function over<Rest extends readonly Datum[]>(
  compute: (json: JsonValue, ...rest: Rest) => JsonValue | undefined,
): (args: readonly [string, ...Rest]) => Datum {
  return ([json, ...rest]) => printJson(compute(parseJson(json), ...(rest as unknown as Rest)) ?? null);
}

const operatorRows: readonly FunctionRow[] = [
  operator('@>', [JSONB, JSONB], BOOLEAN, 'contains', ([a, b]: Two) => contains(parseJson(a), parseJson(b))),
  operator('<@', [JSONB, JSONB], BOOLEAN, 'is contained', ([a, b]: Two) => contains(parseJson(b), parseJson(a))),
  operator('?', [JSONB, TEXT], BOOLEAN, 'has the key', ([json, key]: Two) => has(parseJson(json), key)),
  operator('?|', [JSONB, TEXTS], BOOLEAN, 'has one of the keys', ([json, keys]: Pathed) =>
    keys.some(key => key !== null && has(parseJson(json), key)),
  ),
  operator('?&', [JSONB, TEXTS], BOOLEAN, 'has all keys', ([json, keys]: Pathed) =>
    keys.every(key => key === null || has(parseJson(json), key)),
  ),
  operator('||', [JSONB, JSONB], JSONB, 'one with the other', ([a, b]: Two) =>
    printJson(concatenate(parseJson(a), parseJson(b))),
  ),
  operator(
    '-',
    [JSONB, TEXT],
    JSONB,
    'without a key',
    over((json, key: string) => withoutKeys(json, [key])),
  ),
  operator(
    '-',
    [JSONB, TEXTS],
    JSONB,
    'without keys',
    over((json, keys: readonly (string | null)[]) => withoutKeys(json, keys)),
  ),
  operator(
    '-',
    [JSONB, INTEGER],
    JSONB,
    'without an element',
    over((json, i: number) => withoutIndex(json, i)),
  ),
  operator(
    '#-',
    [JSONB, TEXTS],
    JSONB,
    'without what a path leads to',
    over((json, path: readonly (string | null)[]) => {
      if (!isJsonObject(json) && !isJsonArray(json)) throw new SqlError('22023', 'cannot delete path in scalar');
      if (isEmpty(json)) return json;
      return changed(json, path, () => undefined, false);
    }),
  ),
];

function isEmpty(json: JsonValue): boolean {
  return isJsonObject(json) ? json.size === 0 : isJsonArray(json) && json.length === 0;
}

function set(json: string, path: readonly (string | null)[], value: string, create: boolean): string {
  const parsed = parseJson(json);
  if (!isJsonObject(parsed) && !isJsonArray(parsed)) throw new SqlError('22023', 'cannot set path in scalar');
  if (isEmpty(parsed) && !create) return json;
  const replacement = parseJson(value);
  return printJson(changed(parsed, path, () => replacement, create));
}

type Set = readonly [string, readonly (string | null)[], string, boolean?];

/** A key as text. Errors: 22004 for a null key, 22023 for one that is no scalar. */
function keyOf(value: Datum, index: number, context: CallContext): string {
  if (value === null) {
    throw new SqlError('22023', `argument ${index + 1}: key must not be null`);
  }
  const type = context.argTypes[index];
  if (type.kind === 'array' || type.kind === 'struct' || type.kind === 'json' || type.kind === 'jsonb') {
    throw new SqlError('22023', 'key value must be scalar, not array, composite, or json');
  }
  return formatText(type, value, formatOf(context));
}

function pairs<T>(
  values: readonly Datum[],
  context: CallContext,
  convert: (value: Datum, type: SqlType) => T,
): (readonly [string, T])[] {
  if (values.length % 2 !== 0) {
    throw new SqlError('22023', 'argument list must have even number of elements', {
      hint: `The arguments of jsonb_build_object() must consist of alternating keys and values.`,
    });
  }
  const result: (readonly [string, T])[] = [];
  for (let i = 0; i < values.length; i += 2) {
    result.push([keyOf(values[i], i, context), convert(values[i + 1], context.argTypes[i + 1])]);
  }
  return result;
}

const building = {variadic: true, strict: false, volatility: 'stable'} as const;

const constructionRows: readonly FunctionRow[] = [
  func('to_jsonb', ['anyelement'], JSONB, 'as jsonb', ([value]: readonly [Datum], context) =>
    printJson(jsonOf(value, context.argTypes[0], formatOf(context))), {volatility: 'stable'}), // prettier-ignore
  func('to_json', ['anyelement'], JSON_TYPE, 'as json', ([value]: readonly [Datum], context) =>
    jsonTextOf(value, context.argTypes[0], formatOf(context)), {volatility: 'stable'}), // prettier-ignore
  func('row_to_json', [{kind: 'record'}], JSON_TYPE, 'a composite as json', ([value]: readonly [Datum], context) =>
    jsonTextOf(value, context.argTypes[0], formatOf(context)), {volatility: 'stable'}), // prettier-ignore
  func(
    'jsonb_build_array',
    ['any'],
    JSONB,
    'an array of the values',
    (values: readonly Datum[], context) =>
      printJson(values.map((value, i) => jsonOf(value, context.argTypes[i], formatOf(context)))),
    building,
  ),
  func(
    'jsonb_build_object',
    ['any'],
    JSONB,
    'an object of keys and values by turns',
    (values: readonly Datum[], context) =>
      printJson(jsonObject(pairs(values, context, (value, type) => jsonOf(value, type, formatOf(context))))),
    building,
  ),
  func(
    'json_build_array',
    ['any'],
    JSON_TYPE,
    'an array of the values',
    (values: readonly Datum[], context) =>
      `[${values.map((value, i) => jsonTextOf(value, context.argTypes[i], formatOf(context))).join(', ')}]`,
    building,
  ),
  func(
    'json_build_object',
    ['any'],
    JSON_TYPE,
    'an object of keys and values by turns',
    (values: readonly Datum[], context) => {
      const members = pairs(values, context, (value, type) => jsonTextOf(value, type, formatOf(context)));
      return `{${members.map(([key, value]) => `${printJson(key)} : ${value}`).join(', ')}}`;
    },
    building,
  ),
  func('jsonb_build_array', [], JSONB, 'an empty array', () => '[]'),
  func('jsonb_build_object', [], JSONB, 'an empty object', () => '{}'),
  func('jsonb_set', [JSONB, TEXTS, JSONB, BOOLEAN], JSONB, 'with what a path leads to replaced', ([json, path, value, create = true]: Set) =>
    set(json, path, value, create), {optional: 1}), // prettier-ignore
  func('jsonb_strip_nulls', [JSONB], JSONB, 'without members that are null', over(withoutNulls)),
  func('jsonb_pretty', [JSONB], TEXT, 'indented', ([json]: One) => pretty(parseJson(json))),
];

/** Errors: 22023, as Postgres's casts from jsonb. */
function numberIn(json: string, type: string): Decimal {
  const value = parseJson(json);
  if (!isJsonNumber(value)) throw new SqlError('22023', `cannot cast jsonb ${kindNamed(value)} to type ${type}`);
  return value;
}

function kindNamed(value: JsonValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  return isJsonNumber(value) ? 'numeric' : isJsonArray(value) ? 'array' : 'object';
}

const castRows: readonly FunctionRow[] = [
  cast(JSONB, BOOLEAN, 'explicit', ([json]: One) => {
    const value = parseJson(json);
    if (typeof value !== 'boolean')
      throw new SqlError('22023', `cannot cast jsonb ${kindNamed(value)} to type boolean`);
    return value;
  }),
  cast(JSONB, NUMERIC, 'explicit', ([json]: One, context) => fitNumeric(numberIn(json, 'numeric'), context)),
  cast(JSONB, SMALLINT, 'explicit', ([json]: One) =>
    int2(Number(decimalToInteger(numberIn(json, 'smallint'), 'smallint'))),
  ),
  cast(JSONB, INTEGER, 'explicit', ([json]: One) =>
    int4(Number(decimalToInteger(numberIn(json, 'integer'), 'integer'))),
  ),
  cast(JSONB, BIGINT, 'explicit', ([json]: One) => int8(decimalToInteger(numberIn(json, 'bigint'), 'bigint'))),
  cast(JSONB, REAL, 'explicit', ([json]: One) => Math.fround(decimalToNumber(numberIn(json, 'real')))),
  cast(JSONB, DOUBLE, 'explicit', ([json]: One) => decimalToNumber(numberIn(json, 'double precision'))),
];

export const jsonbRows: readonly FunctionRow[] = [
  ...accessRows,
  ...pathFunctions,
  ...operatorRows,
  ...constructionRows,
  ...castRows,
];
