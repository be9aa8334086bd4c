import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {INTEGER, type SqlType} from '../../types/sql-type.ts';
import type {WindowFunctionRow, WindowPartition} from '../window-functions.ts';
import {windowFunction} from './define.ts';

const returns = ([value]: readonly SqlType[]): SqlType => value;

export const valueFunctions: readonly WindowFunctionRow[] = [
  windowFunction('first_value', ['anyelement'], {
    returns,
    reads: 'frame',
    description: 'value at the first row of the frame',
    start: partition => row => valueAt(partition, partition.nthOfFrame(row, 0)),
  }),
  windowFunction('last_value', ['anyelement'], {
    returns,
    reads: 'frame',
    description: 'value at the last row of the frame',
    start: partition => row => valueAt(partition, partition.nthOfFrameFromEnd(row, 0)),
  }),
  windowFunction('nth_value', ['anyelement', INTEGER], {
    returns,
    reads: 'frame',
    description: 'value at the n-th row of the frame, from 1; NULL if it has not so many',
    start: partition => row => {
      const n = partition.arg(1, row) as number | null;
      if (n === null) return null;
      if (n <= 0) throw new SqlError('22016', 'argument of nth_value must be greater than zero');
      return valueAt(partition, partition.nthOfFrame(row, n - 1));
    },
  }),
];

function valueAt(partition: WindowPartition, row: number): Datum {
  return row < 0 ? null : partition.arg(0, row);
}
