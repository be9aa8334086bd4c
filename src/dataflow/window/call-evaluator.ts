import {SqlError} from '../../types/sql-error.ts';
import type {Frames} from './frames.ts';
import type {PartitionRows} from './partition-rows.ts';
import type {Outcome} from './same-datum.ts';

/** What calls give for rows [from, to) of a partition, asked in ascending order. */
export type CallEvaluator = (rows: PartitionRows, frames: Frames) => (row: number) => Outcome;

export function orError(compute: () => Outcome): Outcome {
  try {
    return compute();
  } catch (error) {
    if (error instanceof SqlError) return error;
    throw error;
  }
}
