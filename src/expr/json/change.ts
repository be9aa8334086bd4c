import {isJsonArray, isJsonObject, jsonObject, type JsonValue} from '../../types/json-value.ts';
import {SqlError} from '../../types/sql-error.ts';

// A jsonb with something at the end of a path put in, replaced or taken out: jsonb_set, jsonb_insert, #-, and assignment
// to a subscript, which differ in what they do where the path leads nowhere.

export type PathChange = {
  readonly kind: 'set' | 'insert before' | 'insert after' | 'delete';
  /** What is put there; delete: undefined. */
  readonly value?: JsonValue;
  /** Puts in what the last step of the path does not find. */
  readonly create?: boolean;
  /** Assignment: makes all that is missing on the way, fills arrays with nulls, and never moves elements. */
  readonly fill?: boolean;
};

export type JsonSteps = readonly (string | null)[];

/** Errors: 22004 a step is NULL, 22P02 one is no number where an array stands, 22023. */
export function changeAt(json: JsonValue, path: JsonSteps, change: PathChange): JsonValue {
  return changed(json, path, 0, change);
}

function changed(json: JsonValue, path: JsonSteps, level: number, change: PathChange): JsonValue {
  const step = path[level];
  if (step === null) throw new SqlError('22004', `path element at position ${level + 1} is null`);
  if (isJsonArray(json)) return changedArray(json, path, level, step, change);
  if (isJsonObject(json)) return changedObject(json, path, level, step, change);
  if (!change.fill) return json;
  throw new SqlError('22023', 'cannot replace existing key', {
    detail: 'The path assumes key is a composite object, but it is a scalar value.',
  });
}

function creates({kind, create}: PathChange): boolean {
  return create === true || kind === 'insert before' || kind === 'insert after';
}

function changedObject(
  json: ReadonlyMap<string, JsonValue>,
  path: JsonSteps,
  level: number,
  step: string,
  change: PathChange,
): JsonValue {
  const last = level === path.length - 1;
  const old = json.get(step);
  const withStep = (value: JsonValue): JsonValue => jsonObject([...json, [step, value]]);
  if (old !== undefined) {
    if (!last) return withStep(changed(old, path, level + 1, change));
    if (change.kind === 'delete') return jsonObject([...json].filter(([key]) => key !== step));
    if (change.kind === 'set') return withStep(change.value!);
    throw new SqlError('22023', 'cannot replace existing key', {
      hint: 'Try using the function jsonb_set to replace key value.',
    });
  }
  if (last) return creates(change) ? withStep(change.value!) : json;
  return change.fill ? withStep(made(path, level + 1, change.value!)) : json;
}

function changedArray(
  json: readonly JsonValue[],
  path: JsonSteps,
  level: number,
  step: string,
  change: PathChange,
): JsonValue {
  const last = level === path.length - 1;
  const index = arrayIndex(step, level);
  let at = index < 0 ? json.length + index : index;
  if (at < 0) {
    if (change.fill) throw new SqlError('22023', `path element at position ${level + 1} is out of range: ${index}`);
    return last && creates(change) ? [change.value!, ...json] : json;
  }
  if (!change.fill) at = Math.min(at, json.length);
  if (at < json.length) {
    const inner = last ? replaced(json[at], change) : [changed(json[at], path, level + 1, change)];
    return [...json.slice(0, at), ...inner, ...json.slice(at + 1)];
  }
  const gap = nulls(at - json.length);
  if (last) return creates(change) ? [...json, ...gap, change.value!] : json;
  return change.fill ? [...json, ...gap, made(path, level + 1, change.value!)] : json;
}

/** What stands in an element's place. */
function replaced(old: JsonValue, {kind, value}: PathChange): readonly JsonValue[] {
  switch (kind) {
    case 'delete':
      return [];
    case 'set':
      return [value!];
    case 'insert before':
      return [value!, old];
    case 'insert after':
      return [old, value!];
  }
}

function arrayIndex(step: string, level: number): number {
  const index = integerStep(step);
  if (index !== null) return index;
  throw new SqlError('22P02', `path element at position ${level + 1} is not an integer: "${step}"`);
}

/** The number of an element; null: a key. */
function integerStep(step: string): number | null {
  if (!/^[ \t\n\v\f\r]*[+-]?\d+$/.test(step)) return null;
  const index = Number(step);
  return index >= -2147483648 && index <= 2147483647 ? index : null;
}

/** The value within the arrays and objects that the rest of the path asks for. */
function made(path: JsonSteps, level: number, value: JsonValue): JsonValue {
  if (level === path.length) return value;
  const step = path[level];
  if (step === null) throw new SqlError('22004', `path element at position ${level + 1} is null`);
  const inner = made(path, level + 1, value);
  const index = integerStep(step);
  return index === null ? jsonObject([[step, inner]]) : [...nulls(index), inner];
}

function nulls(count: number): readonly JsonValue[] {
  return new Array<JsonValue>(Math.max(count, 0)).fill(null);
}
