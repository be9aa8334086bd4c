import type {Address, Memory} from '../kernels/memory.ts';
import {type Datum, isInterval} from '../types/datum.ts';
import {isDecimal} from '../types/decimal.ts';
import type {Schema} from '../types/schema.ts';
import {SqlError} from '../types/sql-error.ts';
import {concatBatches, markConsolidated, withWeights} from './batch-rows.ts';
import {Batch} from './batch.ts';
import {datumReader, selectedRows, weightOf} from './datum-access.ts';
import {takeVector} from './take.ts';

/**
 * The Z-set of the batches with every row once: weights of equal rows summed, rows of weight zero dropped, in the order
 * of first appearance. Rows are equal when they are stored alike: 1.5 and 1.50 are two rows, as are 0 and -0, since a
 * reader can tell them apart (grouping equality is coarser). NULL equals NULL. Does not release its arguments.
 * Errors: 22003 when a weight overflows.
 */
export function consolidate(memory: Memory, schema: Schema, batches: readonly Batch[]): Batch[] {
  if (batches.length === 1 && batches[0].consolidated) return batches[0].selected > 0 ? [batches[0].retain()] : [];
  const places = sumByRow(batches);
  const perBatch = batches.map(() => ({rows: [] as number[], weights: [] as bigint[]}));
  for (const {batch, row, weight} of places) {
    if (weight === 0n) continue;
    perBatch[batch].rows.push(row);
    perBatch[batch].weights.push(checked(weight));
  }
  const pieces = perBatch.flatMap(({rows, weights}, i) =>
    rows.length === 0 ? [] : [pickRows(batches[i], rows, weights)],
  );
  const joined = concatBatches(memory, schema, pieces);
  for (const piece of pieces) piece.release();
  return joined.map(markConsolidated);
}

type Place = {readonly batch: number; readonly row: number; weight: bigint};

function sumByRow(batches: readonly Batch[]): Iterable<Place> {
  const byKey = new Map<string, Place>();
  batches.forEach((batch, index) => {
    const readers = batch.columns.map(column => datumReader(batch.memory, column));
    for (const row of selectedRows(batch)) {
      let key = '';
      for (const read of readers) key += keyOf(read(row));
      const weight = weightOf(batch, row);
      const place = byKey.get(key);
      if (place) place.weight += weight;
      else byKey.set(key, {batch: index, row, weight});
    }
  });
  return byKey.values();
}

/** A string that two datums of one type share exactly when they are stored alike; no key is a prefix of another. */
function keyOf(value: Datum): string {
  if (value === null) return 'n';
  if (typeof value === 'string') return `${value.length}:${value}`;
  if (typeof value === 'number') return Object.is(value, -0) ? '-0,' : `${value},`;
  if (typeof value === 'bigint') return `${value},`;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Uint8Array)
    return `${value.length}:${Buffer.from(value.buffer, value.byteOffset, value.length).toString('latin1')}`;
  if (isDecimal(value)) return `${value.special ?? value.coefficient}e${value.scale},`;
  if (isInterval(value)) return `${value.months},${value.days},${value.micros},`;
  return `${value.length}[${value.map(keyOf).join('')}`;
}

function pickRows(batch: Batch, rows: readonly number[], weights: readonly bigint[]): Batch {
  const {memory} = batch;
  const list = memory.alloc(rows.length * 4);
  memory.u32.set(rows, list >>> 2);
  const taken = takeRows(batch, list, rows.length);
  memory.release(list);
  if (weights.every(weight => weight === 1n)) return taken;
  const address = memory.alloc(weights.length * 8);
  memory.i64.set(weights, address >>> 3);
  const weighted = withWeights(taken, address);
  taken.release();
  return weighted;
}

/** Gathers columns alone: the weights are replaced anyway. */
function takeRows(batch: Batch, rows: Address, count: number): Batch {
  const {memory, schema} = batch;
  return new Batch(memory, {
    schema,
    length: count,
    columns: batch.columns.map(column => takeVector(memory, column, rows, count)),
  });
}

function checked(weight: bigint): bigint {
  if (BigInt.asIntN(64, weight) !== weight) throw new SqlError('22003', 'bigint out of range');
  return weight;
}
