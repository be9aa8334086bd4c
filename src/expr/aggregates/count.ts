import {BIGINT} from '../../types/sql-type.ts';
import type {AggregateRow} from './aggregate-row.ts';
import {accumulated} from './finish-exprs.ts';
import {aggregate} from './define.ts';

export const countRows: readonly AggregateRow[] = [
  aggregate('count', [], {
    description: 'number of rows',
    returns: () => BIGINT,
    whenEmpty: 0n,
    accumulators: () => [{kind: 'count', of: 'rows'}],
    finish: () => accumulated(0, BIGINT),
  }),
  aggregate('count', ['any'], {
    description: 'number of rows where the argument is not null',
    returns: () => BIGINT,
    whenEmpty: 0n,
    accumulators: () => [{kind: 'count', of: 'nonNull'}],
    finish: () => accumulated(0, BIGINT),
  }),
];
