import {decimalFromBigint} from '../../types/decimal.ts';
import {NUMERIC, type SqlType} from '../../types/sql-type.ts';
import {operator} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

const PG_LSN: SqlType = {kind: 'pg_lsn'};

/** What replication tools compute of places in the log. */
export const locationRows: readonly FunctionRow[] = [
  operator('-', [PG_LSN, PG_LSN], NUMERIC, 'bytes between two places', ([a, b]: readonly [bigint, bigint]) =>
    decimalFromBigint(a - b),
  ),
];
