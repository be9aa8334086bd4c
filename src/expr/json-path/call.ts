import {BOOLEAN, JSONB, JSONPATH} from '../../types/sql-type.ts';
import type {CallContext} from '../function-row.ts';
import {sessionZone} from '../time/conversions.ts';
import type {PathQuery} from './query.ts';

/** What all jsonb_path functions are called with. */
export type PathArguments = readonly [string, string, string?, boolean?];

export const PATH_PARAMETERS = [JSONB, JSONPATH, JSONB, BOOLEAN];

export const pathOptions = {
  optional: 2,
  names: ['target', 'path', 'vars', 'silent'],
  defaults: ['{}', false],
} as const;

/** `zoned`: a _tz variant, which knows the session's time zone. */
export function pathQuery(
  zoned: boolean,
  [json, path, variables = '{}', silent = false]: PathArguments,
  context: CallContext,
): PathQuery {
  return {json, path, variables, silent, zone: zoned ? sessionZone(context) : null};
}
