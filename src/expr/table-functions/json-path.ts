import {column} from '../../types/schema.ts';
import {JSONB} from '../../types/sql-type.ts';
import {PATH_PARAMETERS, type PathArguments, pathOptions, pathQuery} from '../json-path/call.ts';
import {printItem} from '../json-path/items.ts';
import {pathItems} from '../json-path/query.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {tableFunction} from './define.ts';

/** What a path finds, a row an item; the _tz variant knows the session's time zone. */
export const jsonPathFunctions: readonly TableFunctionRow[] = [false, true].map(zoned => {
  const name = zoned ? 'jsonb_path_query_tz' : 'jsonb_path_query';
  return tableFunction(
    name,
    PATH_PARAMETERS,
    () => [column(name, JSONB)],
    'what a path finds',
    (args: PathArguments, context) => pathItems(pathQuery(zoned, args, context)).map(item => [printItem(item)]),
    pathOptions,
  );
});
