import type {Datum} from '../../types/datum.ts';
import {EMPTY_RANGE, intersection, makeMultirange} from '../../types/range.ts';
import {multirangeTypeOf, rangeTypeOf, type SqlType} from '../../types/sql-type.ts';
import {asDatum, partsOf, sortOf} from '../range-parts.ts';
import type {AggregateRow} from './aggregate-row.ts';
import {folded} from './define.ts';
import type {OrderedValues} from './fold.ts';

const multirangeOf = (type: SqlType): SqlType => (rangeTypeOf(type) ?? multirangeTypeOf(type))!.multirange;

function union(values: OrderedValues, type: SqlType): Datum {
  if (values.count === 0) return null;
  const {kind, order} = sortOf(type);
  const ranges = [...values.rows()].flatMap(({row}) => partsOf(row[0], type));
  return asDatum(makeMultirange(kind, ranges, order));
}

function common(values: OrderedValues, type: SqlType): Datum {
  if (values.count === 0) return null;
  const {kind, order} = sortOf(type);
  const parts = [...values.rows()]
    .map(({row}) => partsOf(row[0], type))
    .reduce((a, b) => {
      const shared = a.flatMap(x => b.map(y => intersection(x, y, order)));
      return makeMultirange(kind, shared, order);
    });
  return asDatum(rangeTypeOf(type) ? (parts[0] ?? EMPTY_RANGE) : parts);
}

export const rangeAggregateRows: readonly AggregateRow[] = (['anyrange', 'anymultirange'] as const).flatMap(
  parameter => [
    folded('range_agg', [parameter], {
      description: 'union of the values that are not null',
      returns: ([type]) => multirangeOf(type),
      fold: ([type]) => ({required: [0], finish: values => union(values, type)}),
    }),
    folded('range_intersect_agg', [parameter], {
      description: 'intersection of the values that are not null',
      returns: ([type]) => type,
      fold: ([type]) => ({required: [0], finish: values => common(values, type)}),
    }),
  ],
);
