import type {Datum} from '../../types/datum.ts';
import {formatText} from '../../types/io/registry.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, type SqlType, TEXT} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

/** Postgres cuts what it shows of a value at 64 characters. */
const MAX_SHOWN = 64;

/** WITH CHECK OPTION of views over new rows. A query cannot write names that begin with $. Errors: 44000. */
export const checkOptionRows: readonly FunctionRow[] = [
  func(
    '$check_option',
    [BOOLEAN, TEXT, TEXT, {kind: 'record'}],
    BOOLEAN,
    'raises an error where the view would not show the row; it tells of these columns, of all where none are named',
    ([passes, view, columns, row]: readonly [boolean | null, string, string | null, Datum], context) => {
      if (passes === true) return true;
      const detail = columns === null ? undefined : shown(columns, context.argTypes[3], row as readonly Datum[]);
      throw new SqlError('44000', `new row violates check option for view "${view}"`, {detail});
    },
    {volatility: 'volatile', strict: false},
  ),
];

function shown(columns: string, type: SqlType, row: readonly Datum[]): string {
  const values = row.map((value, i) => {
    const text = value === null ? 'null' : formatText(type.fields![i].type, value);
    return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}...` : text;
  });
  return `Failing row contains ${columns === '' ? '' : `(${columns}) = `}(${values.join(', ')}).`;
}
