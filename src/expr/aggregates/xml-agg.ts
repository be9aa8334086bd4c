import {XML} from '../../types/sql-type.ts';
import {xmlConcat} from '../xml/construct.ts';
import type {AggregateRow} from './aggregate-row.ts';
import {folded} from './define.ts';
import type {OrderedValues} from './fold.ts';

function concatenated(values: OrderedValues): string | null {
  let whole: string | null = null;
  for (const {row, times} of values.rows()) {
    const value = row[0] as string;
    // Pairs, as PostgreSQL puts them together: what two do not agree on is not declared any more.
    for (let i = 0; i < times; i++) whole = whole === null ? value : xmlConcat([whole, value]);
  }
  return whole;
}

export const xmlAggRows: readonly AggregateRow[] = [
  folded('xmlagg', [XML], {
    description: 'values that are not null, one after another',
    returns: () => XML,
    fold: () => ({required: [0], finish: concatenated}),
  }),
];
