import type {Datum} from '../../types/datum.ts';
import type {Schema} from '../../types/schema.ts';

/** What a load generator makes: event n is a function of its options and n alone. */
export interface Generator {
  readonly schema: Schema;
  row(n: number): readonly Datum[];
}

export type GeneratorOptions = {
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
