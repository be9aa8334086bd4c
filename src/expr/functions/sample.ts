import {createHash} from 'node:crypto';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, DOUBLE, REAL, TEXT} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

// What TABLESAMPLE asks of each row.

export const sampleRows: readonly FunctionRow[] = [
  func(
    'in_sample',
    [REAL],
    BOOLEAN,
    'whether dice take the row into a sample of so many per cent',
    ([percent]: readonly [number | null]) => Math.random() * 100 < checked(percent),
    {volatility: 'volatile', strict: false},
  ),
  func(
    'in_sample',
    [REAL, DOUBLE, TEXT],
    BOOLEAN,
    'whether the row, by its text and a seed, is in a sample of so many per cent',
    ([percent, seed, row]: readonly [number | null, number | null, string]) => {
      const share = checked(percent);
      if (seed === null) throw new SqlError('2202G', 'TABLESAMPLE REPEATABLE parameter cannot be null');
      const hash = createHash('md5').update(`${seed}`).update(row).digest().readUInt32LE(0);
      return (hash / 2 ** 32) * 100 < share;
    },
    {strict: false},
  ),
];

function checked(percent: number | null): number {
  if (percent === null) throw new SqlError('2202H', 'TABLESAMPLE parameter cannot be null');
  if (percent >= 0 && percent <= 100) return percent;
  throw new SqlError('2202H', 'sample percentage must be between 0 and 100');
}
