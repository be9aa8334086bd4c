import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, TEXT} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

/** WITH CHECK of policies over new rows. A query cannot write names that begin with $. Errors: 42501. */
export const rowSecurityRows: readonly FunctionRow[] = [
  func(
    '$row_security_check',
    [BOOLEAN, TEXT],
    BOOLEAN,
    'raises the message where a row does not pass',
    ([passes, message]: readonly [boolean | null, string]) => {
      if (passes !== true) throw new SqlError('42501', message);
      return true;
    },
    {volatility: 'volatile', strict: false},
  ),
];
