import {BIGINT, DOUBLE, INTEGER} from '../../types/sql-type.ts';
import {bucketMiddle} from '../sketch.ts';
import type {AggregateRow} from './aggregate-row.ts';
import {aggregate, folded} from './define.ts';
import {accumulated, call} from './finish-exprs.ts';
import {checkFraction} from './ordered-set.ts';

export const approximateRows: readonly AggregateRow[] = [
  aggregate('approx_count_distinct', ['any'], {
    description: 'number of different values that are not null; exact, so its state has an entry for each',
    returns: () => BIGINT,
    whenEmpty: 0n,
    distinct: true,
    accumulators: () => [{kind: 'count', of: 'nonNull'}],
    finish: () => accumulated(0, BIGINT),
  }),
  folded('approx_percentile', [DOUBLE, DOUBLE], {
    within: 'orderedSet',
    direct: 1,
    description: 'percentile_disc within 0.5 % of the value, from a sketch (DDSketch) of bounded size',
    returns: () => DOUBLE,
    fold: () => ({
      required: [0],
      positional: true,
      kept: call('$sketch_bucket(float8)', [accumulated(0, DOUBLE)], INTEGER),
      finish(values, [fraction]) {
        if (fraction === null) return null;
        checkFraction(fraction as number);
        if (values.count === 0) return null;
        const position = Math.max(Math.ceil((fraction as number) * values.count) - 1, 0);
        return bucketMiddle(values.at(position)[0] as number);
      },
    }),
  }),
];
