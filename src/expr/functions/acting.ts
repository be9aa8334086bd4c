import {INTEGER, TEXT} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

/** Stands in a bound query for a call that the session makes (sql/bind/acting.ts): the first argument says which. It is never run. */
export const actingRow: FunctionRow = func(
  '$acting',
  [INTEGER, 'any'],
  TEXT,
  'a call of a function that acts',
  () => {
    throw new Error('the session has left out a call of a function that acts');
  },
  {volatility: 'volatile', strict: false, variadic: true},
);
