import type {Datum} from '../types/datum.ts';
import type {Schema} from '../types/schema.ts';
import {constantVector} from './batch-rows.ts';
import type {Batch} from './batch.ts';
import {makeVectors, retainVector} from './vector-references.ts';
import type {Vector} from './vector.ts';

/** What rows have in columns that were added after they were written, by column. */
export type MissingValues = ReadonlyMap<number, Datum>;

/** Vectors for the columns from number `from` on, of `length` rows each. */
export function missingVectors(
  memory: Batch['memory'],
  schema: Schema,
  from: number,
  missing: MissingValues,
  length: number,
): readonly Vector[] {
  return makeVectors(memory, schema.slice(from), ({type}, i) =>
    constantVector(memory, type, missing.get(from + i) ?? null, length),
  );
}

/** The rows under a schema that has columns added behind theirs, or taken from behind. A reference of its own. */
export function conformBatch(batch: Batch, schema: Schema, missing: MissingValues): Batch {
  const {memory, columns, length} = batch;
  const kept = Math.min(columns.length, schema.length);
  const added = missingVectors(memory, schema, kept, missing, length);
  return batch.withColumns(schema, [...columns.slice(0, kept).map(column => retainVector(memory, column)), ...added]);
}
