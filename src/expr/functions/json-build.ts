import {shapeOf} from '../../types/array-shape.ts';
import type {Datum} from '../../types/datum.ts';
import {jsonObject, printJson, quoteJson} from '../../types/json-value.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, BOOLEAN, JSON_TYPE, JSONB, type SqlType, TEXT} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import {checkDomain} from '../domains.ts';
import {formatOf} from '../format-context.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';
import {jsonKeyOf, jsonOf, jsonTextOf} from '../json/from-datum.ts';
import {compactWithoutNulls} from '../json/json-text.ts';
import {populateRecord} from '../json/populate.ts';

// json and jsonb made of SQL values, and composites made of them: PostgreSQL manual, 9.16.1.

const stable = {volatility: 'stable'} as const;
const building = {variadic: true, strict: false, volatility: 'stable'} as const;

function asJsonb(value: Datum, index: number, context: CallContext) {
  return jsonOf(value, context.argTypes[index], formatOf(context));
}

function asJson(value: Datum, index: number, context: CallContext): string {
  return jsonTextOf(value, context.argTypes[index], formatOf(context));
}

/** Arguments by turns. Errors: 22023 their number is odd. */
function pairs<T>(
  name: string,
  values: readonly Datum[],
  pair: (key: Datum, value: Datum, at: number) => T,
): readonly T[] {
  if (values.length % 2 !== 0) {
    throw new SqlError('22023', 'argument list must have even number of elements', {
      hint: `The arguments of ${name}() must consist of alternating keys and values.`,
    });
  }
  return Array.from({length: values.length / 2}, (_, i) => pair(values[2 * i], values[2 * i + 1], 2 * i));
}

function buildJsonb(values: readonly Datum[], context: CallContext): string {
  const members = pairs('jsonb_build_object', values, (key, value, at) => {
    if (key === null) throw new SqlError('22023', `argument ${at + 1}: key must not be null`);
    return [jsonKeyOf(key, context.argTypes[at], formatOf(context)), asJsonb(value, at + 1, context)] as const;
  });
  return printJson(jsonObject(members));
}

function buildJson(values: readonly Datum[], context: CallContext): string {
  const members = pairs('json_build_object', values, (key, value, at) => {
    if (key === null) {
      throw new SqlError('22023', `argument ${at + 1} cannot be null`, {hint: 'Object keys should be text.'});
    }
    const name = jsonKeyOf(key, context.argTypes[at], formatOf(context));
    return `${quoteJson(name)} : ${asJson(value, at + 1, context)}`;
  });
  return `{${members.join(', ')}}`;
}

type Texts = readonly (string | null)[];
type Member = readonly [string, string | null];

/** Keys and values by turns, or an array of pairs. Errors: 2202E, 22004. */
function members(items: Texts): readonly Member[] {
  const {lengths} = shapeOf(items);
  if (lengths.length > 2) throw new SqlError('2202E', 'wrong number of array subscripts');
  if (lengths.length === 2 && lengths[1] !== 2) throw new SqlError('2202E', 'array must have two columns');
  if (items.length % 2 !== 0) throw new SqlError('2202E', 'array must have even number of elements');
  return Array.from({length: items.length / 2}, (_, i) => [notNull(items[2 * i]), items[2 * i + 1]]);
}

function zipped(keys: Texts, values: Texts): readonly Member[] {
  const [a, b] = [shapeOf(keys).lengths, shapeOf(values).lengths];
  if (a.length > 1 || a.length !== b.length) throw new SqlError('2202E', 'wrong number of array subscripts');
  if (keys.length !== values.length) throw new SqlError('2202E', 'mismatched array dimensions');
  return keys.map((key, i) => [notNull(key), values[i]]);
}

function notNull(key: string | null): string {
  if (key === null) throw new SqlError('22004', 'null value not allowed for object key');
  return key;
}

function objectText(entries: readonly Member[]): string {
  return `{${entries.map(([key, value]) => `${quoteJson(key)} : ${value === null ? 'null' : quoteJson(value)}`).join(', ')}}`;
}

const TEXTS = arrayOf(TEXT);
type One = readonly [Texts];
type Two = readonly [Texts, Texts];

const objectRows: readonly FunctionRow[] = [
  func('json_object', [TEXTS], JSON_TYPE, 'an object of texts by turns', ([items]: One) => objectText(members(items))),
  func('json_object', [TEXTS, TEXTS], JSON_TYPE, 'an object of keys and values', ([keys, values]: Two) =>
    objectText(zipped(keys, values)),
  ),
  func('jsonb_object', [TEXTS], JSONB, 'an object of texts by turns', ([items]: One) =>
    printJson(jsonObject(members(items))),
  ),
  func('jsonb_object', [TEXTS, TEXTS], JSONB, 'an object of keys and values', ([keys, values]: Two) =>
    printJson(jsonObject(zipped(keys, values))),
  ),
];

type Value = readonly [Datum];
type Pretty = readonly [Datum, boolean?];

function prettyJson([value, pretty = false]: Pretty, context: CallContext): string {
  return jsonTextOf(value, context.argTypes[0], formatOf(context), pretty);
}

const conversionRows: readonly FunctionRow[] = [
  func(
    'to_jsonb',
    ['anyelement'],
    JSONB,
    'as jsonb',
    ([value]: Value, context) => printJson(asJsonb(value, 0, context)),
    stable,
  ),
  func('to_json', ['anyelement'], JSON_TYPE, 'as json', ([value]: Value, context) => asJson(value, 0, context), stable),
  func('row_to_json', [{kind: 'record'}, BOOLEAN], JSON_TYPE, 'a composite as json', prettyJson, {
    ...stable,
    optional: 1,
  }),
  func('array_to_json', ['anyarray', BOOLEAN], JSON_TYPE, 'an array as json', prettyJson, {...stable, optional: 1}),
];

const buildingRows: readonly FunctionRow[] = [
  func('jsonb_build_array', ['any'], JSONB, 'an array of the values', (values: readonly Datum[], context) =>
    printJson(values.map((value, i) => asJsonb(value, i, context))), building), // prettier-ignore
  func('json_build_array', ['any'], JSON_TYPE, 'an array of the values', (values: readonly Datum[], context) =>
    `[${values.map((value, i) => asJson(value, i, context)).join(', ')}]`, building), // prettier-ignore
  func('jsonb_build_object', ['any'], JSONB, 'an object of keys and values by turns', buildJsonb, building),
  func('json_build_object', ['any'], JSON_TYPE, 'an object of keys and values by turns', buildJson, building),
  func('jsonb_build_array', [], JSONB, 'an empty array', () => '[]', stable),
  func('json_build_array', [], JSON_TYPE, 'an empty array', () => '[]', stable),
  func('jsonb_build_object', [], JSONB, 'an empty object', () => '{}', stable),
  func('json_build_object', [], JSON_TYPE, 'an empty object', () => '{}', stable),
  func('json_strip_nulls', [JSON_TYPE], JSON_TYPE, 'without members that are null', ([json]: readonly [string]) =>
    compactWithoutNulls(json),
  ),
];

type Populate = readonly [Datum, string | null];

/** Errors: 42804 what is no composite, 0A000 one whose fields nothing says. */
function populate(name: string, binary: boolean) {
  return ([base, json]: Populate, context: CallContext): Datum => {
    const fields = context.argTypes[0].fields ?? context.resultType.fields;
    if (!fields) throw notComposite(name, context.argTypes[0]);
    if (json === null) return base;
    const record = populateRecord(fields, json, base as readonly Datum[] | null, {call: context, binary});
    return context.resultType.domain === undefined ? record : checkDomain(context.resultType, record, context);
  };
}

function notComposite(name: string, type: SqlType): SqlError {
  if (type.kind !== 'record') return new SqlError('42804', `first argument of ${name} must be a row type`);
  return new SqlError('0A000', `could not determine row type for result of ${name}`, {
    hint: 'Provide a non-null record argument, or call the function in the FROM clause using a column definition list.',
  });
}

const populateRows: readonly FunctionRow[] = [
  func('jsonb_populate_record', ['anyelement', JSONB], ([type]) => type, 'a composite filled from jsonb',
    populate('jsonb_populate_record', true), {...stable, strict: false}), // prettier-ignore
  func('json_populate_record', ['anyelement', JSON_TYPE, BOOLEAN], ([type]) => type, 'a composite filled from json',
    populate('json_populate_record', false), {
      ...stable,
      strict: false,
      optional: 1,
      names: ['base', 'from_json', 'use_json_as_text'],
      defaults: [false],
    }), // prettier-ignore
];

export const jsonBuildRows: readonly FunctionRow[] = [
  ...conversionRows,
  ...buildingRows,
  ...objectRows,
  ...populateRows,
];
