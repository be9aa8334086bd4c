import {SqlError} from '../../types/sql-error.ts';
import type {StorageOption} from '../ast/index.ts';

type Parameter = {readonly type: 'integer'; readonly min: number; readonly max: number} | {readonly type: 'boolean'};

const FILLFACTOR: Readonly<Record<string, Parameter>> = {fillfactor: {type: 'integer', min: 10, max: 100}};

/** Storage parameters by access method. They mean nothing here, where indexes are hash tables in memory. */
const PARAMETERS: Readonly<Record<string, Readonly<Record<string, Parameter>>>> = {
  btree: {...FILLFACTOR, deduplicate_items: {type: 'boolean'}},
  hash: FILLFACTOR,
  gist: FILLFACTOR,
  spgist: FILLFACTOR,
  gin: {fastupdate: {type: 'boolean'}, gin_pending_list_limit: {type: 'integer', min: 64, max: 2147483647}},
  brin: {pages_per_range: {type: 'integer', min: 1, max: 131072}, autosummarize: {type: 'boolean'}},
};

/** WITH (…) and SET (…) of an index, as `name=value`. Errors: 22023. */
export function indexParameters(method: string, options: readonly StorageOption[]): string[] {
  return options.map(option => {
    const parameter = parameterNamed(method, option.name);
    const value = valueOf(option);
    if (parameter.type === 'integer') checkInteger(option.name, value, parameter);
    else if (!/^(on|off|true|false|yes|no|0|1)$/i.test(value)) {
      throw new SqlError('22023', `invalid value for boolean option "${option.name}": ${value}`);
    }
    return `${option.name}=${value}`;
  });
}

/** Errors: 22023. */
export function parameterNamed(method: string, name: string): Parameter {
  const parameter = PARAMETERS[method]?.[name];
  if (!parameter) throw new SqlError('22023', `unrecognized parameter "${name}"`);
  return parameter;
}

function checkInteger(name: string, value: string, {min, max}: {readonly min: number; readonly max: number}): void {
  if (!/^-?\d+$/.test(value)) throw new SqlError('22023', `invalid value for integer option "${name}": ${value}`);
  if (Number(value) >= min && Number(value) <= max) return;
  throw new SqlError('22023', `value ${value} out of bounds for option "${name}"`, {
    detail: `Valid values are between "${min}" and "${max}".`,
  });
}

function valueOf({value}: StorageOption): string {
  return value ?? 'true';
}
