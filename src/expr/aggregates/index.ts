import type {AggregateRow} from './aggregate-row.ts';
import {approximateRows} from './approximate.ts';
import {arrayAggRows} from './array-agg.ts';
import {avgRows} from './avg.ts';
import {bitRows} from './bits.ts';
import {boolRows} from './bool.ts';
import {choiceRows} from './choice.ts';
import {countRows} from './count.ts';
import {hypotheticalSetRows} from './hypothetical-set.ts';
import {jsonAggRows} from './json-agg.ts';
import {minMaxRows} from './min-max.ts';
import {regressionRows} from './moments.ts';
import {orderedSetRows} from './ordered-set.ts';
import {rangeAggregateRows} from './range.ts';
import {stringAggRows} from './string-agg.ts';
import {sumRows} from './sum.ts';
import {varianceRows} from './variance.ts';
import {xmlAggRows} from './xml-agg.ts';

/** Every row of the aggregate registry. */
export const aggregateRows: readonly AggregateRow[] = [
  ...countRows,
  ...sumRows,
  ...avgRows,
  ...minMaxRows,
  ...boolRows,
  ...bitRows,
  ...arrayAggRows,
  ...stringAggRows,
  ...xmlAggRows,
  ...jsonAggRows,
  ...varianceRows,
  ...regressionRows,
  ...orderedSetRows,
  ...hypotheticalSetRows,
  ...choiceRows,
  ...approximateRows,
  ...rangeAggregateRows,
];
