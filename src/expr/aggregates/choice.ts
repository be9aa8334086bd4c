import type {Datum} from '../../types/datum.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {AggregateRow} from './aggregate-row.ts';
import {folded} from './define.ts';
import type {Fold, OrderedValues} from './fold.ts';

// Aggregates that choose one of the rows. Postgres 15 has none of them: first_value and last_value are as RisingWave has
// them, max_by and min_by as many have.

const first = (values: OrderedValues): Datum => (values.count === 0 ? null : values.at(0)[0]);
const last = (values: OrderedValues): Datum => (values.count === 0 ? null : values.at(values.count - 1)[0]);

const same = ([arg]: readonly SqlType[]): SqlType => arg;

function chosen(name: string, finish: Fold['finish'], description: string): AggregateRow {
  return folded(name, ['anyelement'], {
    description,
    needsOrder: true,
    returns: same,
    fold: () => ({positional: true, finish}),
  });
}

/** The rows are in order of the second argument, whatever ORDER BY says. */
function by(name: string, greatest: boolean): AggregateRow {
  return folded(name, ['anyelement', 'any'], {
    description: `the first argument where the second is ${greatest ? 'greatest' : 'least'}`,
    returns: same,
    fold: () => ({
      required: [1],
      positional: true,
      order: [{argument: 1, descending: greatest}],
      finish: first,
    }),
  });
}

export const choiceRows: readonly AggregateRow[] = [
  folded('any_value', ['anyelement'], {
    description: 'some value that is not null: the least',
    returns: same,
    fold: () => ({required: [0], positional: true, finish: first}),
  }),
  chosen('first_value', first, 'first value in the order of the call, NULLs included'),
  chosen('last_value', last, 'last value in the order of the call, NULLs included'),
  by('max_by', true),
  by('arg_max', true),
  by('min_by', false),
  by('arg_min', false),
];
