import {type Decimal, decimalFromBigint, decimalToBigint} from '../../types/decimal.ts';
import {SqlError} from '../../types/sql-error.ts';
import {NUMERIC, type SqlType} from '../../types/sql-type.ts';
import {operator} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

const PG_LSN: SqlType = {kind: 'pg_lsn'};

type Moved = readonly [bigint, Decimal];

/** Errors: 22003, 22023. */
function moved(at: bigint, by: Decimal, sign: 1n | -1n): bigint {
  if (by.special === 'NaN')
    throw new SqlError('22023', `cannot ${sign === 1n ? 'add NaN to' : 'subtract NaN from'} pg_lsn`);
  const result = by.special ? -1n : at + sign * decimalToBigint(by)!;
  if (result < 0n || result >= 1n << 63n) throw new SqlError('22003', 'pg_lsn out of range');
  return result;
}

/** What replication tools compute of places in the log. */
export const locationRows: readonly FunctionRow[] = [
  operator('-', [PG_LSN, PG_LSN], NUMERIC, 'bytes between two places', ([a, b]: readonly [bigint, bigint]) =>
    decimalFromBigint(a - b),
  ),
  operator('+', [PG_LSN, NUMERIC], PG_LSN, 'so many bytes further', ([at, by]: Moved) => moved(at, by, 1n)),
  operator('+', [NUMERIC, PG_LSN], PG_LSN, 'so many bytes further', ([by, at]: readonly [Decimal, bigint]) =>
    moved(at, by, 1n),
  ),
  operator('-', [PG_LSN, NUMERIC], PG_LSN, 'so many bytes back', ([at, by]: Moved) => moved(at, by, -1n)),
];
