import type {Datum} from '../../types/datum.ts';
import {unconstrained} from '../../types/typmod.ts';
import {func} from '../define.ts';
import type {FunctionRow} from '../function-row.ts';

/** `a::numeric` of a `numeric(10,2)`: the same value, of a type that says no more how long it is. A query cannot write this name. */
export const withoutTypmodRow: FunctionRow = func(
  '$without_typmod',
  ['anyelement'],
  ([type]) => unconstrained(type),
  "the value, of the type without a column's modifiers",
  ([value]: readonly [Datum]) => value,
  {relabels: true},
);
