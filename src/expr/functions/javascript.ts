import type {Datum} from '../../types/datum.ts';
import {TEXT} from '../../types/sql-type.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';
import {runJavaScript} from '../javascript/call.ts';

// An immutable one counts as stable: the planner must not run it ahead of time, since it may run for long, and planning is
// done on the thread of the sockets.

/** Calls of users' functions in JavaScript; the first argument says which. A query cannot write names that begin with $. */
export const javaScriptRows: readonly FunctionRow[] = (['immutable', 'stable', 'volatile'] as const).map(volatility =>
  func(
    `$javascript_${volatility}`,
    [TEXT, 'any'],
    TEXT,
    'calls a function in JavaScript',
    ([definition, ...args]: readonly [string, ...Datum[]], context) => runJavaScript(definition, args, context),
    {volatility: volatility === 'volatile' ? 'volatile' : 'stable', strict: false, variadic: true},
  ),
);
