import type {Datum} from '../../types/datum.ts';
import {parseJson} from '../../types/json-parse.ts';
import {isJsonArray, isJsonObject, jsonObject, type JsonValue, printJson} from '../../types/json-value.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, BOOLEAN, INTEGER, JSONB, TEXT} from '../../types/sql-type.ts';
import {func, operator} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import {changeAt, type JsonSteps, type PathChange} from '../json/change.ts';

// jsonb made from jsonb: PostgreSQL manual, 9.16.1.

const TEXTS = arrayOf(TEXT);

type Two = readonly [string, string];
type Pathed = readonly [string, JsonSteps];

function concatenate(a: JsonValue, b: JsonValue): JsonValue {
  if (isJsonObject(a) && isJsonObject(b)) return jsonObject([...a, ...b]);
  const list = (value: JsonValue): readonly JsonValue[] => (isJsonArray(value) ? value : [value]);
  return [...list(a), ...list(b)];
}

function withoutKeys(json: JsonValue, keys: JsonSteps): JsonValue {
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

function isEmpty(json: JsonValue): boolean {
  return isJsonObject(json) ? json.size === 0 : isJsonArray(json) && json.length === 0;
}

/** Errors: 22023 for a scalar. */
function change(text: string, path: JsonSteps, what: PathChange): string {
  const json = parseJson(text);
  if (!isJsonObject(json) && !isJsonArray(json)) {
    throw new SqlError('22023', what.kind === 'delete' ? 'cannot delete path in scalar' : 'cannot set path in scalar');
  }
  const adds = what.create === true || what.kind.startsWith('insert');
  if (path.length === 0 || (isEmpty(json) && !adds)) return text;
  return printJson(changeAt(json, path, what));
}

type Set = readonly [string, JsonSteps, string, boolean?];

function set([json, path, value, create = true]: Set): string {
  return change(json, path, {kind: 'set', value: parseJson(value), create});
}

function insert([json, path, value, after = false]: Set): string {
  return change(json, path, {kind: after ? 'insert after' : 'insert before', value: parseJson(value)});
}

type SetLax = readonly [string | null, JsonSteps | null, string | null, (boolean | null)?, (string | null)?];

const TREATMENTS = ['raise_exception', 'use_json_null', 'delete_key', 'return_target'];

function setLax([json, path, value, create = true, treatment = 'use_json_null']: SetLax): Datum {
  if (json === null || path === null || create === null) return null;
  if (treatment === null || !TREATMENTS.includes(treatment)) {
    throw new SqlError(
      '22023',
      'null_value_treatment must be "delete_key", "return_target", "use_json_null", or "raise_exception"',
    );
  }
  if (value !== null) return set([json, path, value, create]);
  switch (treatment) {
    case 'raise_exception':
      throw new SqlError('22004', 'JSON value must not be null', {
        detail: 'Exception was raised because null_value_treatment is "raise_exception".',
        hint: 'To avoid, either change the null_value_treatment argument or ensure that an SQL NULL is not passed.',
      });
    case 'use_json_null':
      return set([json, path, 'null', create]);
    case 'delete_key':
      return change(json, path, {kind: 'delete'});
    default:
      return json;
  }
}

/** j['a'][0] = value, of a NULL too: then `list` says whether the first subscript is a number. */
function assigned([json, path, value, list]: readonly [string | null, JsonSteps, string | null, boolean]): string {
  const target = json === null ? (list ? [] : jsonObject([])) : parseJson(json);
  if (path.includes(null)) throw new SqlError('22004', 'jsonb subscript in assignment must not be null');
  const replacement = value === null ? null : parseJson(value);
  return printJson(changeAt(target, path, {kind: 'set', value: replacement, create: true, fill: true}));
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

type Removal = readonly [args: FunctionRow['args'], says: string, row: (args: never) => string];

const removals: readonly Removal[] = [
  [[JSONB, TEXT], 'without a key', ([json, key]: Two) => printJson(withoutKeys(parseJson(json), [key]))],
  [
    [JSONB, INTEGER],
    'without an element',
    ([json, i]: readonly [string, number]) => printJson(withoutIndex(parseJson(json), i)),
  ],
];

export const jsonbChangeRows: readonly FunctionRow[] = [
  ...removals.flatMap(([args, says, row]) => [
    operator('-', args, JSONB, says, row),
    func('jsonb_delete', args, JSONB, says, row),
  ]),
  operator('-', [JSONB, TEXTS], JSONB, 'without keys', ([json, keys]: Pathed) =>
    printJson(withoutKeys(parseJson(json), keys)),
  ),
  ...[
    operator('||', [JSONB, JSONB], JSONB, 'one with the other', ([a, b]: Two) =>
      printJson(concatenate(parseJson(a), parseJson(b))),
    ),
    func('jsonb_concat', [JSONB, JSONB], JSONB, 'one with the other', ([a, b]: Two) =>
      printJson(concatenate(parseJson(a), parseJson(b))),
    ),
  ],
  operator('#-', [JSONB, TEXTS], JSONB, 'without what a path leads to', ([json, path]: Pathed) =>
    change(json, path, {kind: 'delete'}),
  ),
  func('jsonb_delete_path', [JSONB, TEXTS], JSONB, 'without what a path leads to', ([json, path]: Pathed) =>
    change(json, path, {kind: 'delete'}),
  ),
  func('jsonb_set', [JSONB, TEXTS, JSONB, BOOLEAN], JSONB, 'with what a path leads to replaced', set, {
    optional: 1,
    names: ['jsonb_in', 'path', 'replacement', 'create_if_missing'],
    defaults: [true],
  }),
  func('jsonb_set_lax', [JSONB, TEXTS, JSONB, BOOLEAN, TEXT], JSONB, 'jsonb_set that says what NULL means', setLax, {
    optional: 2,
    names: ['jsonb_in', 'path', 'replacement', 'create_if_missing', 'null_value_treatment'],
    defaults: [true, 'use_json_null'],
    strict: false,
  }),
  func('jsonb_insert', [JSONB, TEXTS, JSONB, BOOLEAN], JSONB, 'with a value put in where a path leads', insert, {
    optional: 1,
    names: ['jsonb_in', 'path', 'replacement', 'insert_after'],
    defaults: [false],
  }),
  func('$jsonb_assign', [JSONB, TEXTS, JSONB, BOOLEAN], JSONB, 'with a value assigned to a subscript', assigned, {
    strict: false,
  }),
  func('jsonb_strip_nulls', [JSONB], JSONB, 'without members that are null', ([json]: readonly [string]) =>
    printJson(withoutNulls(parseJson(json))),
  ),
  func('jsonb_pretty', [JSONB], TEXT, 'indented', ([json]: readonly [string]) => pretty(parseJson(json))),
];
