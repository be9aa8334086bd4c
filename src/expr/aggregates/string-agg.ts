import {BYTEA, type SqlType, TEXT} from '../../types/sql-type.ts';
import type {AggregateRow} from './aggregate-row.ts';
import {folded} from './define.ts';
import type {OrderedValues} from './fold.ts';

/** What stands in the result one after another: each value, behind its own delimiter unless it is the first. */
function pieces<T>(values: OrderedValues): T[] {
  const result: T[] = [];
  for (const {row, times} of values.rows()) {
    const [value, delimiter] = row as readonly [T, T | null];
    for (let i = 0; i < times; i++) {
      if (result.length > 0 && delimiter !== null) result.push(delimiter);
      result.push(value);
    }
  }
  return result;
}

function joined(type: SqlType, finish: (values: OrderedValues) => string | Uint8Array): AggregateRow {
  return folded('string_agg', [type, type], {
    description: 'values that are not null, one after another, with a delimiter before each but the first',
    returns: () => type,
    fold: () => ({required: [0], finish: values => (values.count === 0 ? null : finish(values))}),
  });
}

export const stringAggRows: readonly AggregateRow[] = [
  joined(TEXT, values => pieces<string>(values).join('')),
  joined(BYTEA, values => new Uint8Array(Buffer.concat(pieces<Uint8Array>(values)))),
];
