import {sameLengths, shapeOf, stacked} from '../../types/array-shape.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf} from '../../types/sql-type.ts';
import type {AggregateRow} from './aggregate-row.ts';
import {folded} from './define.ts';
import {firstArguments} from './fold.ts';

/** One after the other, so that the first that does not fit is the error. Errors: 22004, 2202E. */
function stackedArrays(arrays: readonly Datum[]): Datum {
  const mismatch = () => new SqlError('2202E', 'cannot accumulate arrays of different dimensionality');
  const [head] = arrays as readonly (readonly Datum[] | null)[];
  for (const array of arrays as readonly (readonly Datum[] | null)[]) {
    if (array === null) throw new SqlError('22004', 'cannot accumulate null arrays');
    if (head!.length === 0) throw new SqlError('2202E', 'cannot accumulate empty arrays');
    if (!sameLengths(shapeOf(array).lengths, shapeOf(head!).lengths)) throw mismatch();
  }
  return stacked(arrays as readonly (readonly Datum[])[], mismatch);
}

export const arrayAggRows: readonly AggregateRow[] = [
  folded('array_agg', ['anynonarray'], {
    description: 'values as an array, NULLs included',
    returns: ([arg]) => arrayOf(arg),
    fold: () => ({
      collects: true,
      finish: values => (values.count === 0 ? null : [...firstArguments(values)]),
    }),
  }),
  folded('array_agg', ['anyarray'], {
    description: 'arrays as an array of one dimension more',
    returns: ([arg]) => arg,
    fold: () => ({finish: values => (values.count === 0 ? null : stackedArrays([...firstArguments(values)]))}),
  }),
];
