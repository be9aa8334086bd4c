import {parseJson} from '../../types/json-parse.ts';
import {isJsonArray, isJsonObject, type JsonValue, printJson} from '../../types/json-value.ts';
import {column, type Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {JSON_TYPE, JSONB, type SqlType, TEXT} from '../../types/sql-type.ts';
import {jsonAsText, jsonKind, jsonParts} from '../json/json-text.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {tableFunction} from './define.ts';

// Functions that take json and jsonb apart: PostgreSQL manual, 9.16.

type Json = readonly [string];

function one(name: string, type: SqlType): Schema {
  return [column(name, type)];
}

function keyAndValue(type: SqlType): Schema {
  return [column('key', TEXT, false), column('value', type)];
}

/** Errors: 22023 for what is no array. */
function elements(json: string): readonly JsonValue[] {
  const value = parseJson(json);
  if (isJsonArray(value)) return value;
  throw new SqlError('22023', `cannot extract elements from ${isJsonObject(value) ? 'an object' : 'a scalar'}`);
}

/** Errors: 22023 for what is no object. */
function members(json: string, name: string): ReadonlyMap<string, JsonValue> {
  const value = parseJson(json);
  if (isJsonObject(value)) return value;
  if (name !== 'jsonb_object_keys') throw new SqlError('22023', `cannot call ${name} on a non-object`);
  throw new SqlError('22023', `cannot call ${name} on ${isJsonArray(value) ? 'an array' : 'a scalar'}`);
}

/** As ->> gives it. */
function asText(value: JsonValue): string | null {
  if (value === null) return null;
  return typeof value === 'string' ? value : printJson(value);
}

const jsonb: readonly TableFunctionRow[] = [
  tableFunction(
    'jsonb_array_elements',
    [JSONB],
    () => one('value', JSONB),
    'the elements',
    ([json]: Json) => elements(json).map(item => [printJson(item)]),
  ),
  tableFunction(
    'jsonb_array_elements_text',
    [JSONB],
    () => one('value', TEXT),
    'the elements as text',
    ([json]: Json) => elements(json).map(item => [asText(item)]),
  ),
  tableFunction(
    'jsonb_object_keys',
    [JSONB],
    () => one('jsonb_object_keys', TEXT),
    'the keys',
    ([json]: Json) => [...members(json, 'jsonb_object_keys').keys()].map(key => [key]),
  ),
  tableFunction(
    'jsonb_each',
    [JSONB],
    () => keyAndValue(JSONB),
    'the members',
    ([json]: Json) => [...members(json, 'jsonb_each')].map(([key, value]) => [key, printJson(value)]),
  ),
  tableFunction(
    'jsonb_each_text',
    [JSONB],
    () => keyAndValue(TEXT),
    'the members as text',
    ([json]: Json) => [...members(json, 'jsonb_each_text')].map(([key, value]) => [key, asText(value)]),
  ),
];

type Part = {readonly key: string | null; readonly text: string};

/** The parts of a json text, as they are written. Errors: 22023. */
function parts(json: string, kind: 'array' | 'object', name: string): readonly Part[] {
  const actual = jsonKind(json);
  if (actual === kind) return jsonParts(json)!;
  const what = actual === 'array' ? 'an array' : actual === 'object' ? 'an object' : 'a scalar';
  if (name === 'json_object_keys') throw new SqlError('22023', `cannot call ${name} on ${what}`);
  if (kind === 'object') {
    throw new SqlError('22023', `cannot deconstruct ${actual === 'array' ? 'an array as an object' : 'a scalar'}`);
  }
  throw new SqlError('22023', `cannot call ${name} on a ${actual === 'object' ? 'non-array' : 'scalar'}`);
}

const json: readonly TableFunctionRow[] = [
  tableFunction(
    'json_array_elements',
    [JSON_TYPE],
    () => one('value', JSON_TYPE),
    'the elements',
    ([json]: Json) => parts(json, 'array', 'json_array_elements').map(({text}) => [text]),
  ),
  tableFunction(
    'json_array_elements_text',
    [JSON_TYPE],
    () => one('value', TEXT),
    'the elements as text',
    ([json]: Json) => parts(json, 'array', 'json_array_elements_text').map(({text}) => [jsonAsText(text)]),
  ),
  tableFunction(
    'json_object_keys',
    [JSON_TYPE],
    () => one('json_object_keys', TEXT),
    'the keys',
    ([json]: Json) => parts(json, 'object', 'json_object_keys').map(({key}) => [key]),
  ),
  tableFunction(
    'json_each',
    [JSON_TYPE],
    () => keyAndValue(JSON_TYPE),
    'the members',
    ([json]: Json) => parts(json, 'object', 'json_each').map(({key, text}) => [key, text]),
  ),
  tableFunction(
    'json_each_text',
    [JSON_TYPE],
    () => keyAndValue(TEXT),
    'the members as text',
    ([json]: Json) => parts(json, 'object', 'json_each_text').map(({key, text}) => [key, jsonAsText(text)]),
  ),
];

export const jsonFunctions: readonly TableFunctionRow[] = [...jsonb, ...json];
