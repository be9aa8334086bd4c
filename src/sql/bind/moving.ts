import {systemFunctionNames} from '../../catalog/system-functions.ts';
import type {FunctionRow} from '../../expr/function-row.ts';

/** Functions of the current time: stable within a statement, but not over the life of a view. */
const clocks = new Set([
  'now',
  'transaction_timestamp',
  'statement_timestamp',
  'clock_timestamp',
  'timeofday',
  'mz_now',
  'age',
]);

const systemNames = new Set(systemFunctionNames());

/** What the function gives changes though no row does: with the time, the session or the catalog, or by chance. */
export function movesByItself(row: Pick<FunctionRow, 'name' | 'args' | 'volatility'>): boolean {
  if (row.volatility === 'immutable') return false;
  const clock = clocks.has(row.name) && !(row.name === 'age' && row.args.length === 2);
  return row.volatility === 'volatile' || clock || systemNames.has(row.name);
}
