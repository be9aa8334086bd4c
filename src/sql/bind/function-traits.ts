import type {FunctionObject} from '../../catalog/object.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {FunctionTraits} from '../ast/index.ts';

type Traits = Partial<Pick<FunctionObject, 'volatility' | 'strict' | 'leakproof' | 'parallel' | 'cost' | 'rows'>>;

/** What was said of a function, and nothing else. Errors: 22023, 42601. */
export function bindTraits(
  {volatility, strict, leakproof, parallel, cost, rows}: FunctionTraits,
  set: boolean,
): Traits {
  return {
    ...(volatility !== null && {volatility}),
    ...(strict !== null && {strict}),
    ...(leakproof !== null && {leakproof}),
    ...(parallel !== null && {parallel: parallelOf(parallel)}),
    ...(cost !== null && {cost: positive('COST', cost)}),
    ...(rows !== null && {rows: rowsOf(rows, set)}),
  };
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
