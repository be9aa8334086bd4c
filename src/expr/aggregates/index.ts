import type {AggregateRow} from './aggregate-row.ts';
import {avgRows} from './avg.ts';
import {boolRows} from './bool.ts';
import {collectRows} from './collect.ts';
import {countRows} from './count.ts';
import {minMaxRows} from './min-max.ts';
import {sumRows} from './sum.ts';

/** Every row of the aggregate registry. */
export const aggregateRows: readonly AggregateRow[] = [
  ...countRows,
  ...sumRows,
  ...avgRows,
  ...minMaxRows,
  ...boolRows,
  ...collectRows,
];
