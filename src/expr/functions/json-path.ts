import {printJson} from '../../types/json-value.ts';
import {BOOLEAN, JSONB, JSONPATH} from '../../types/sql-type.ts';
import {func, operator} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import {PATH_PARAMETERS, type PathArguments, pathOptions, pathQuery} from '../json-path/call.ts';
import {itemJson, printItem} from '../json-path/items.ts';
import {pathExists, pathItems, pathMatches, type PathQuery} from '../json-path/query.ts';

// Paths over jsonb: PostgreSQL manual, 9.16.2. The _tz variants know the session's time zone.

const functionRows: readonly FunctionRow[] = [false, true].flatMap(zoned => {
  const suffix = zoned ? '_tz' : '';
  const options = {...pathOptions, volatility: zoned ? 'stable' : 'immutable'} as const;
  return [
    func(`jsonb_path_exists${suffix}`, PATH_PARAMETERS, BOOLEAN, 'whether a path finds anything', (args: PathArguments, context) =>
      pathExists(pathQuery(zoned, args, context)), options), // prettier-ignore
    func(`jsonb_path_match${suffix}`, PATH_PARAMETERS, BOOLEAN, 'what a predicate path says', (args: PathArguments, context) =>
      pathMatches(pathQuery(zoned, args, context)), options), // prettier-ignore
    func(`jsonb_path_query_array${suffix}`, PATH_PARAMETERS, JSONB, 'what a path finds, as an array', (args: PathArguments, context) =>
      printJson(pathItems(pathQuery(zoned, args, context)).map(itemJson)), options), // prettier-ignore
    func(
      `jsonb_path_query_first${suffix}`,
      PATH_PARAMETERS,
      JSONB,
      'what a path finds first',
      (args: PathArguments, context) => {
        const items = pathItems(pathQuery(zoned, args, context));
        return items.length === 0 ? null : printItem(items[0]);
      },
      options,
    ),
  ];
});

type Two = readonly [string, string];

const silently = ([json, path]: Two): PathQuery => ({json, path, variables: '{}', silent: true, zone: null});

export const jsonPathRows: readonly FunctionRow[] = [
  ...functionRows,
  operator('@?', [JSONB, JSONPATH], BOOLEAN, 'whether a path finds anything', (args: Two) =>
    pathExists(silently(args)),
  ),
  operator('@@', [JSONB, JSONPATH], BOOLEAN, 'what a predicate path says', (args: Two) => pathMatches(silently(args))),
];
