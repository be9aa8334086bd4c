import {parseJsonPath} from '../../types/json-path/parse.ts';
import type {JsonPath} from '../../types/json-path/path.ts';
import {isJsonObject, type JsonValue} from '../../types/json-value.ts';
import {parseJson} from '../../types/json-parse.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {TimeZone} from '../../types/time-zone.ts';
import {PathEvaluation} from './evaluate.ts';
import {type Item, PathError} from './items.ts';

/** A path over a jsonb: what the jsonb_path functions are made of. */
export type PathQuery = {
  readonly json: string;
  readonly path: string;
  readonly variables: string;
  /** Errors of the path over this JSON end it, and are not told. */
  readonly silent: boolean;
  /** The session's time zone, for the _tz variants. */
  readonly zone: TimeZone | null;
};

const parsedPaths = new Map<string, JsonPath>();

function parsedPath(text: string): JsonPath {
  let path = parsedPaths.get(text);
  if (!path) {
    path = parseJsonPath(text);
    if (parsedPaths.size > 1000) parsedPaths.clear();
    parsedPaths.set(text, path);
  }
  return path;
}

function evaluation({json, path, variables, zone}: PathQuery): PathEvaluation {
  const values = variables === '{}' ? new Map<string, JsonValue>() : parseJson(variables);
  if (!isJsonObject(values)) {
    throw new SqlError('22023', '"vars" argument is not an object', {
      detail: 'Jsonpath parameters should be encoded as key-value pairs of "vars" object.',
    });
  }
  return new PathEvaluation(parsedPath(path), parseJson(json), values, zone);
}

/** All items; where errors are silent, those before the first. */
export function pathItems(query: PathQuery): Item[] {
  const items: Item[] = [];
  unlessSilent(query, () => {
    for (const item of evaluation(query).items()) items.push(item);
  });
  return items;
}

/** null: silently failed. */
export function pathExists(query: PathQuery): boolean | null {
  return unlessSilent(query, () => evaluation(query).exists()) ?? null;
}

/** The one truth value that the path gives. Errors: 22038 it gives something else. */
export function pathMatches(query: PathQuery): boolean | null {
  const items = pathItems(query);
  const [item] = items;
  if (items.length === 1 && (item === null || typeof item === 'boolean')) return item;
  if (!query.silent) throw new SqlError('22038', 'single boolean result is expected');
  return null;
}

function unlessSilent<T>({silent}: PathQuery, evaluate: () => T): T | undefined {
  try {
    return evaluate();
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    if (!silent) throw error.error;
    return undefined;
  }
}
