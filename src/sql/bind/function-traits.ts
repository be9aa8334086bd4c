import type {FunctionObject} from '../../catalog/object.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {FunctionTraits, SetVariable} from '../ast/index.ts';

type Traits = Partial<
  Pick<FunctionObject, 'volatility' | 'strict' | 'leakproof' | 'parallel' | 'cost' | 'rows' | 'definer' | 'ownPath'>
>;

/** What was said of a function, and nothing else. Errors: 22023, 42601. */
export function bindTraits(
  {volatility, strict, leakproof, security, parallel, cost, rows, settings}: FunctionTraits,
  set: boolean,
  before: readonly string[] | undefined = undefined,
): Traits {
  return {
    ...(volatility !== null && {volatility}),
    ...(strict !== null && {strict}),
    ...(leakproof !== null && {leakproof}),
    ...(parallel !== null && {parallel: parallelOf(parallel)}),
    ...(cost !== null && {cost: positive('COST', cost)}),
    ...(rows !== null && {rows: rowsOf(rows, set)}),
    ...(security !== null && {definer: security === 'definer'}),
    ...(settings !== null && {ownPath: pathOf(settings, before)}),
  };
}

/** As the last SET or RESET of it has it; undefined: none of its own. */
function pathOf(
  settings: NonNullable<FunctionTraits['settings']>,
  before: readonly string[] | undefined,
): readonly string[] | undefined {
  let path = before;
  for (const setting of settings) {
    const {name} = setting;
    if (name !== null && name !== 'search_path') continue;
    path = setting.kind === 'set' ? setting.values?.map(schemaOf) : undefined;
  }
  return path;
}

/** Errors: 0A000: whose it would be is not known before it is called. */
function schemaOf(value: NonNullable<SetVariable['values']>[number]): string {
  if (value.kind !== 'string') throw new SqlError('22023', 'SET search_path takes the names of schemas');
  if (value.value === '$user') throw notSupported('"$user" in the search_path of a function');
  return value.value;
}

function parallelOf(word: string): Traits['parallel'] {
  if (word === 'safe' || word === 'restricted' || word === 'unsafe') return word;
  throw new SqlError('42601', 'parameter "parallel" must be SAFE, RESTRICTED, or UNSAFE');
}

function rowsOf(text: string, set: boolean): number {
  const rows = positive('ROWS', text);
  if (!set) throw new SqlError('22023', 'ROWS is not applicable when function does not return a set');
  return rows;
}

function positive(what: string, text: string): number {
  const number = Number(text.replaceAll('_', ''));
  if (number > 0) return number;
  throw new SqlError('22023', `${what} must be positive`);
}
