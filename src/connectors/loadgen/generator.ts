import type {Batch} from '../../columnar/batch.ts';
import {batchFromRows} from '../../columnar/builder.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {Datum} from '../../types/datum.ts';
import type {Schema} from '../../types/schema.ts';

/** What a load generator makes: event n is a function of its options and n alone. */
export interface Generator {
  readonly schema: Schema;
  /** Events first … first + count − 1, at most MAX_BATCH_ROWS; the caller releases them. Errors: OutOfMemory. */
  batch(memory: Memory, first: number, count: number): Batch;
}

type GeneratorOptions = {
  readonly seed: number;
  /** ms since 1970 UTC of event 0. */
  readonly startTime: number;
  /** Events a second of event time. */
  readonly eventsPerSecond: number;
};

/** A row of the generator registry. */
export type GeneratorEntry = {
  readonly name: string;
  readonly schema: Schema;
  create(options: GeneratorOptions): Generator;
};

/** A generator that makes one row after the other. */
export function rowGenerator(schema: Schema, row: (n: number) => readonly Datum[]): Generator {
  return {
    schema,
    batch: (memory, first, count) =>
      batchFromRows(
        memory,
        schema,
        Array.from({length: count}, (_, i) => row(first + i)),
      ),
  };
}
