import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, INTEGER, JSON_TYPE, JSONB, type SqlType, TEXT} from '../../types/sql-type.ts';
import {func, operator} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import {jsonAsText, jsonElement, jsonKind, jsonMember, jsonParts, jsonPath} from '../json/json-text.ts';

// Parts of json and jsonb. The canonical text of a part of a jsonb is that of the whole, cut out, so both are the same.

const TEXTS = arrayOf(TEXT);

type Keyed = readonly [string, string];
type Indexed = readonly [string, number];
type Pathed = readonly [string, readonly (string | null)[]];
type One = readonly [string];

const accessRows: readonly FunctionRow[] = [JSONB, JSON_TYPE].flatMap(type => {
  const element = ([json, i]: Indexed): string | null => elementOf(type, json, i);
  const elementText = ([json, i]: Indexed): string | null => jsonAsText(elementOf(type, json, i));
  const member = ([json, key]: Keyed): string | null => jsonMember(json, key);
  const memberText = ([json, key]: Keyed): string | null => jsonAsText(jsonMember(json, key));
  const {kind} = type;
  return [
    operator('->', [type, TEXT], type, 'a member', member),
    func(`${kind}_object_field`, [type, TEXT], type, 'a member', member),
    operator('->', [type, INTEGER], type, 'an element, from 0', element),
    func(`${kind}_array_element`, [type, INTEGER], type, 'an element, from 0', element),
    operator('->>', [type, TEXT], TEXT, 'a member as text', memberText),
    func(`${kind}_object_field_text`, [type, TEXT], TEXT, 'a member as text', memberText),
    operator('->>', [type, INTEGER], TEXT, 'an element as text', elementText),
    func(`${kind}_array_element_text`, [type, INTEGER], TEXT, 'an element as text', elementText),
    operator('#>', [type, TEXTS], type, 'what a path leads to', ([json, path]: Pathed) => pathIn(type, json, path)),
    operator('#>>', [type, TEXTS], TEXT, 'what a path leads to, as text', ([json, path]: Pathed) =>
      jsonAsText(pathIn(type, json, path)),
    ),
  ];
});

/** A jsonb scalar counts as an array of itself here, as it does in Postgres. */
function elementOf(type: SqlType, json: string, index: number): string | null {
  const kind = jsonKind(json);
  if (type.kind === 'json' || kind === 'array' || kind === 'object') return jsonElement(json, index);
  return index === 0 || index === -1 ? json : null;
}

/** An empty path is the whole. */
function pathIn(type: SqlType, json: string, path: readonly (string | null)[]): string | null {
  return path.length === 0 && type.kind === 'json' ? json.trim() : jsonPath(json, path);
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
    {variadic: true},
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

export const jsonAccessRows: readonly FunctionRow[] = [...accessRows, ...pathFunctions];
