import {column} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {TEXT, arrayOf} from '../../types/sql-type.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {tableFunction} from './define.ts';

/** Options as Postgres's catalogs keep them, 'name=value', taken apart: what tools show of foreign tables. */
export const optionFunctions: readonly TableFunctionRow[] = [
  tableFunction(
    'pg_options_to_table',
    [arrayOf(TEXT)],
    () => [column('option_name', TEXT), column('option_value', TEXT)],
    'options by name and value',
    ([options]: readonly [readonly (string | null)[]]) =>
      options.map(option => {
        if (option === null) throw new SqlError('22004', 'null array element not allowed in this context');
        const [name, ...value] = option.split('=');
        return [name, value.length === 0 ? null : value.join('=')];
      }),
  ),
];
