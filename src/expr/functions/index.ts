import type {FunctionRow} from '../function-row.ts';
import {aggregateResultRows} from './aggregate-results.ts';
import {comparisonRows} from './comparison.ts';
import {floatRows} from './float.ts';
import {integerRows} from './integer.ts';
import {numberCastRows} from './number-casts.ts';
import {numericRows} from './numeric.ts';

/** Every row of the registry, family by family. */
export const functionRows: readonly FunctionRow[] = [
  ...integerRows,
  ...floatRows,
  ...numericRows,
  ...comparisonRows,
  ...numberCastRows,
  ...aggregateResultRows,
];
