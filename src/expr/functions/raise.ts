import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, TEXT} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

/** What a running view shows whose query has become wrong. A query cannot write names that begin with $. Errors: its first argument. */
export const raiseRows: readonly FunctionRow[] = [
  func(
    '$raise',
    [TEXT, TEXT],
    BOOLEAN,
    'raises an error of the SQLSTATE with the message',
    ([code, message]: readonly [string, string]) => {
      throw new SqlError(code, message);
    },
    {volatility: 'volatile'},
  ),
];
