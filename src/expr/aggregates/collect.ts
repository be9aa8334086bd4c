import {arrayOf} from '../../types/sql-type.ts';
import type {AggregateRow} from './aggregate-row.ts';
import {aggregate} from './define.ts';
import {accumulated, call} from './finish-exprs.ts';

/** Rows have no order here, so the array is in that of its values: stable, whatever the input's history. */
export const collectRows: readonly AggregateRow[] = [
  aggregate('array_agg', ['anynonarray'], {
    description: 'values as an array, NULLs included',
    returns: ([arg]) => arrayOf(arg),
    accumulators: () => [{kind: 'collect'}],
    finish: ([arg]) => accumulated(0, arrayOf(arg)),
  }),
  aggregate('array_agg', ['anyarray'], {
    description: 'arrays as an array of one dimension more',
    returns: ([arg]) => arg,
    accumulators: () => [{kind: 'collect'}],
    finish: ([arg]) => call('$stacked(any)', [accumulated(0, arrayOf(arg))], arg),
  }),
];
