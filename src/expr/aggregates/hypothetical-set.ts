import type {Datum} from '../../types/datum.ts';
import {BIGINT, DOUBLE, type SqlType} from '../../types/sql-type.ts';
import {datumOrder} from '../datum-order.ts';
import type {AggregateRow} from './aggregate-row.ts';
import {folded} from './define.ts';
import type {FoldContext, OrderedValues} from './fold.ts';

type Place = {
  readonly count: number;
  /** Rows before the one asked about. */
  readonly before: number;
  /** As many, those equal to each other counted once. */
  readonly different: number;
  /** Rows equal to it. */
  readonly peers: number;
};

/** Where a row of the direct arguments would stand among the values. */
function placeOf(values: OrderedValues, direct: readonly Datum[], context: FoldContext): Place {
  const compare = rowOrder(context);
  let before = 0;
  let different = 0;
  let peers = 0;
  let last: readonly Datum[] | null = null;
  for (const {row, times} of values.rows()) {
    const order = compare(row, direct);
    if (order > 0) break;
    if (order === 0) {
      peers += times;
      continue;
    }
    before += times;
    if (last === null || compare(last, row) !== 0) different++;
    last = row;
  }
  return {count: values.count, before, different, peers};
}

function rowOrder({argTypes, order}: FoldContext): (a: readonly Datum[], b: readonly Datum[]) => number {
  const orders = argTypes.map(datumOrder);
  return (a, b) => {
    for (const [i, {descending, nullsFirst}] of order.entries()) {
      const [x, y] = [a[i], b[i]];
      if (x === null || y === null) {
        if (x !== y) return (x === null) === nullsFirst ? -1 : 1;
        continue;
      }
      const compared = orders[i](x, y);
      if (compared !== 0) return descending ? -compared : compared;
    }
    return 0;
  };
}

function hypothetical(
  name: string,
  type: SqlType,
  whenEmpty: Datum,
  compute: (place: Place) => Datum,
  description: string,
): AggregateRow {
  return folded(name, ['any'], {
    within: 'hypotheticalSet',
    variadic: true,
    returns: () => type,
    whenEmpty,
    description,
    fold: () => ({finish: (values, direct, context) => compute(placeOf(values, direct, context))}),
  });
}

export const hypotheticalSetRows: readonly AggregateRow[] = [
  hypothetical('rank', BIGINT, 1n, ({before}) => BigInt(before + 1), 'rank that a row would have, with gaps'),
  hypothetical(
    'dense_rank',
    BIGINT,
    1n,
    ({different}) => BigInt(different + 1),
    'rank that a row would have, without gaps',
  ),
  hypothetical(
    'percent_rank',
    DOUBLE,
    0,
    ({before, count}) => (count === 0 ? 0 : before / count),
    'relative rank that a row would have, from 0 to 1',
  ),
  hypothetical(
    'cume_dist',
    DOUBLE,
    1,
    ({before, peers, count}) => (before + peers + 1) / (count + 1),
    'share of the rows that a row would not come before',
  ),
];
