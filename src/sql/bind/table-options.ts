import type {Options} from '../../catalog/object.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {StorageOption} from '../ast/index.ts';

// Postgres's storage parameters of a table. They say how its pages are kept and vacuumed, of which there are none here: they
// are checked, kept and shown in pg_class.reloptions.

type Parameter =
  | {readonly type: 'integer'; readonly min: number; readonly max: number}
  | {readonly type: 'floating point'}
  | {readonly type: 'boolean'}
  | {readonly type: 'cleanup'};

const INT_MAX = 2147483647;
const integer = (min: number, max: number): Parameter => ({type: 'integer', min, max});
const percent: Parameter = {type: 'floating point'};
const boolean: Parameter = {type: 'boolean'};

const parameters: Readonly<Record<string, Parameter>> = {
  autovacuum_analyze_scale_factor: percent,
  autovacuum_analyze_threshold: integer(0, INT_MAX),
  autovacuum_enabled: boolean,
  autovacuum_freeze_max_age: integer(100_000, 2_000_000_000),
  autovacuum_freeze_min_age: integer(0, 1_000_000_000),
  autovacuum_freeze_table_age: integer(0, 2_000_000_000),
  autovacuum_multixact_freeze_max_age: integer(10_000, 2_000_000_000),
  autovacuum_multixact_freeze_min_age: integer(0, 1_000_000_000),
  autovacuum_multixact_freeze_table_age: integer(0, 2_000_000_000),
  autovacuum_vacuum_cost_delay: percent,
  autovacuum_vacuum_cost_limit: integer(1, 10_000),
  autovacuum_vacuum_insert_scale_factor: percent,
  autovacuum_vacuum_insert_threshold: integer(-1, INT_MAX),
  autovacuum_vacuum_scale_factor: percent,
  autovacuum_vacuum_threshold: integer(0, INT_MAX),
  fillfactor: integer(10, 100),
  log_autovacuum_min_duration: integer(-1, INT_MAX),
  parallel_workers: integer(0, 1024),
  toast_tuple_target: integer(128, 8160),
  user_catalog_table: boolean,
  vacuum_index_cleanup: {type: 'cleanup'},
  vacuum_truncate: boolean,
};

/** Parameters by name. Errors: 22023 unknown, out of bounds or given twice; 0A000 OIDs of rows. */
export function bindTableOptions(asts: readonly StorageOption[]): Options {
  const options: Record<string, string> = {};
  for (const {namespace, name, value} of asts) {
    if (namespace !== null && namespace !== 'toast') throw invalid(`unrecognized parameter namespace "${namespace}"`);
    const given = value ?? 'true';
    if (name === 'oids' && namespace === null) {
      if (!/^(false|off|no|0)$/i.test(given)) {
        throw new SqlError('0A000', 'tables declared WITH OIDS are not supported');
      }
      continue;
    }
    if (!Object.hasOwn(parameters, name)) throw invalid(`unrecognized parameter "${name}"`);
    if (Object.hasOwn(options, name)) throw invalid(`parameter "${name}" specified more than once`);
    check(name, parameters[name], given);
    // Long values are kept apart in Postgres, not here.
    if (namespace === null) options[name] = given;
  }
  return options;
}

/** What is left after RESET. Errors: 42601. */
export function withoutOptions(options: Options, asts: readonly StorageOption[]): Options {
  if (asts.some(({value}) => value !== null)) {
    throw new SqlError('42601', 'RESET must not include values for parameters');
  }
  const gone = asts.map(({name}) => name);
  return Object.fromEntries(Object.entries(options).filter(([name]) => !gone.includes(name)));
}

function check(name: string, parameter: Parameter, value: string): void {
  switch (parameter.type) {
    case 'integer': {
      if (!/^[+-]?\d+$/.test(value)) throw invalid(`invalid value for integer option "${name}": ${value}`);
      const {min, max} = parameter;
      if (Number(value) < min || Number(value) > max) throw outOfBounds(name, value, String(min), String(max));
      return;
    }
    case 'floating point': {
      const number = value.trim() === '' ? NaN : Number(value);
      if (Number.isNaN(number)) throw invalid(`invalid value for floating point option "${name}": ${value}`);
      if (number < 0 || number > 100) throw outOfBounds(name, value, '0.000000', '100.000000');
      return;
    }
    case 'boolean':
      if (!isBoolean(value)) throw invalid(`invalid value for boolean option "${name}": ${value}`);
      return;
    case 'cleanup':
      if (value.toLowerCase() === 'auto' || isBoolean(value)) return;
      throw invalid(`invalid value for enum option "${name}": ${value}`, 'Valid values are "on", "off", and "auto".');
  }
}

function isBoolean(value: string): boolean {
  return /^(t|tr|tru|true|f|fa|fal|fals|false|on|of|off|y|ye|yes|n|no|0|1)$/i.test(value);
}

function outOfBounds(name: string, value: string, min: string, max: string): SqlError {
  return invalid(
    `value ${value} out of bounds for option "${name}"`,
    `Valid values are between "${min}" and "${max}".`,
  );
}

function invalid(message: string, detail?: string): SqlError {
  return new SqlError('22023', message, {detail});
}
