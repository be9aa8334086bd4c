import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, DOUBLE, INTEGER} from '../../types/sql-type.ts';
import type {WindowFunctionRow, WindowPartition} from '../window-functions.ts';
import {windowFunction} from './define.ts';

export const rankingFunctions: readonly WindowFunctionRow[] = [
  windowFunction('row_number', [], {
    returns: BIGINT,
    reads: 'before',
    description: 'number of the row within its partition, from 1',
    start: () => row => BigInt(row + 1),
  }),
  windowFunction('rank', [], {
    returns: BIGINT,
    reads: 'before',
    description: 'number of the first of the row’s peers, with gaps',
    start: partition => row => BigInt(partition.firstPeer(row) + 1),
  }),
  windowFunction('dense_rank', [], {
    returns: BIGINT,
    reads: 'before',
    description: 'number of the row’s group of peers, without gaps',
    start: partition => row => BigInt(partition.groupsBefore(row) + 1),
  }),
  windowFunction('percent_rank', [], {
    returns: DOUBLE,
    reads: 'partition',
    description: '(rank − 1) / (rows of the partition − 1)',
    start: partition => row => (partition.rows > 1 ? partition.firstPeer(row) / (partition.rows - 1) : 0),
  }),
  windowFunction('cume_dist', [], {
    returns: DOUBLE,
    reads: 'partition',
    description: 'share of the partition’s rows that come before the row or are its peers',
    start: partition => row => partition.behindPeers(row) / partition.rows,
  }),
  windowFunction('ntile', [INTEGER], {
    returns: INTEGER,
    reads: 'partition',
    description: 'number of the row’s bucket, of so many of equal size',
    start: ntile,
  }),
];

/** The number of buckets is that of the partition's first row; while it is NULL there, so is the answer. */
function ntile(partition: WindowPartition): (row: number) => number | null {
  let buckets: number | null = null;
  let from = 0;
  return row => {
    if (buckets === null) {
      for (; from <= row && buckets === null; from++) buckets = partition.arg(0, from) as number | null;
      if (buckets === null) return null;
      if (buckets <= 0) {
        buckets = null;
        from = row;
        throw new SqlError('22014', 'argument of ntile must be greater than zero');
      }
    }
    // The buckets count from the row where their number is known.
    const at = row - (from - 1);
    const size = Math.floor(partition.rows / buckets);
    const larger = partition.rows % buckets;
    if (at < larger * (size + 1)) return Math.floor(at / (size + 1)) + 1;
    return larger + Math.floor((at - larger * (size + 1)) / Math.max(size, 1)) + 1;
  };
}
