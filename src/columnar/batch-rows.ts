import type {Address, Memory} from '../kernels/memory.ts';
import type {Datum} from '../types/datum.ts';
import type {Schema} from '../types/schema.ts';
import {SqlError} from '../types/sql-error.ts';
import type {SqlType} from '../types/sql-type.ts';
import {Batch, MAX_BATCH_ROWS} from './batch.ts';
import {vectorFromDatums} from './builder.ts';
import {concatVectors} from './concat.ts';
import {nullVector, takeVector} from './take.ts';
import {makeVectors, releaseVector, retainVector} from './vector-references.ts';
import type {Vector} from './vector.ts';

// Which rows a batch has: every function gives a batch of its own (one reference) and leaves its argument as it was.

/** A filter's result keeps a selection while at least this share of the physical rows is in it; below, rows are gathered. */
const KEEP_SELECTION = 3 / 4;

/** The physical rows `rows[0…count)` (uint32 in memory, any order, repeats allowed) with their weights. */
export function takeBatch(batch: Batch, rows: Address, count: number): Batch {
  const {memory} = batch;
  let weights = 0 as Address;
  if (batch.weights !== 0) {
    weights = memory.alloc(count * 8);
    memory.kernels.take_fixed8(batch.weights, rows, count, weights);
  }
  return new Batch(memory, {
    schema: batch.schema,
    length: count,
    columns: batch.columns.map(column => takeVector(memory, column, rows, count)),
    weights,
  });
}

/** The rows that count without a selection; a batch that has none is retained and returned. */
export function compact(batch: Batch): Batch {
  if (batch.selection === 0) return batch.retain();
  const taken = takeBatch(batch, batch.selection, batch.selected);
  return batch.consolidated ? markConsolidated(taken) : taken;
}

/** The rows of `batch` where `mask` (boolean, one lane a physical row) is true; a null is as false. */
export function filterBatch(batch: Batch, mask: Vector): Batch {
  const {memory} = batch;
  const {kernels} = memory;
  let bits = mask.values;
  let scratch = 0 as Address;
  if (mask.validity !== 0) {
    scratch = memory.alloc((batch.length + 7) >>> 3);
    kernels.bitmap_and(mask.values, mask.validity, scratch, batch.length);
    bits = scratch;
  }
  const rows = memory.alloc(batch.selected * 4);
  // A bitmap without selection may have up to `length` rows, which is `selected` then.
  const kept =
    batch.selection === 0
      ? kernels.bitmap_to_rows(bits, batch.length, rows)
      : kernels.rows_where_bit(batch.selection, batch.selected, bits, rows);
  if (scratch !== 0) memory.release(scratch);
  return selectRows(batch, rows, kept);
}

/** `batch` with the row list `rows` (ascending physical rows of it), whose reference is taken over. */
export function selectRows(batch: Batch, rows: Address, count: number): Batch {
  const {memory} = batch;
  if (count === batch.selected) {
    memory.release(rows);
    return batch.retain();
  }
  if (count >= batch.length * KEEP_SELECTION) {
    if (batch.weights !== 0) memory.retain(batch.weights);
    return new Batch(memory, {
      schema: batch.schema,
      length: batch.length,
      columns: batch.columns.map(column => retainVector(memory, column)),
      weights: batch.weights,
      selection: rows,
      selected: count,
      consolidated: batch.consolidated,
    });
  }
  const taken = takeBatch(batch, rows, count);
  memory.release(rows);
  return batch.consolidated ? markConsolidated(taken) : taken;
}

/** Rows from … to - 1 of those that count, as a batch without selection. */
export function sliceBatch(batch: Batch, from: number, to: number): Batch {
  if (from === 0 && to === batch.selected) return compact(batch);
  if (batch.selection !== 0) {
    const rows = batch.memory.alloc((to - from) * 4);
    batch.memory.kernels.copy_bytes(rows, batch.selection + from * 4, (to - from) * 4);
    const taken = takeBatch(batch, rows, to - from);
    batch.memory.release(rows);
    return taken;
  }
  return joinPieces(batch.memory, batch.schema, [{batch, from, count: to - from}]);
}

/**
 * The same rows in the same order in batches of up to MAX_BATCH_ROWS: small ones are joined; one that would fill a batch
 * alone is passed on as it is. Does not release its arguments.
 */
export function concatBatches(memory: Memory, schema: Schema, batches: readonly Batch[]): Batch[] {
  const result: Batch[] = [];
  let pieces: Piece[] = [];
  let rows = 0;
  const emit = () => {
    if (rows > 0) result.push(joinPieces(memory, schema, pieces));
    for (const piece of pieces) piece.batch.release();
    pieces = [];
    rows = 0;
  };
  for (const batch of batches) {
    if (batch.selected === 0) continue;
    if (rows + batch.selected > MAX_BATCH_ROWS) emit();
    const piece = compact(batch);
    pieces.push({batch: piece, from: 0, count: piece.length});
    rows += piece.length;
  }
  emit();
  return result;
}

type Piece = {readonly batch: Batch; readonly from: number; readonly count: number};

function joinPieces(memory: Memory, schema: Schema, pieces: readonly Piece[]): Batch {
  if (pieces.length === 1 && pieces[0].count === pieces[0].batch.length) return pieces[0].batch.retain();
  const length = pieces.reduce((sum, piece) => sum + piece.count, 0);
  const columns = schema.map((column, i) =>
    concatVectors(
      memory,
      column.type,
      pieces.map(({batch, from, count}) => ({vector: batch.columns[i], from, count})),
    ),
  );
  return new Batch(memory, {schema, length, columns, weights: joinWeights(memory, pieces, length)});
}

function joinWeights(memory: Memory, pieces: readonly Piece[], length: number): Address {
  if (pieces.every(piece => piece.batch.weights === 0)) return 0 as Address;
  const weights = memory.alloc(length * 8);
  let at = weights as number;
  for (const {batch, from, count} of pieces) {
    if (batch.weights === 0) memory.kernels.fill_fixed8(at, 1n, count);
    else memory.kernels.copy_bytes(at, batch.weights + from * 8, count * 8);
    at += count * 8;
  }
  return weights;
}

/** One datum in every lane. Errors: as vectorFromDatums. */
export function constantVector(memory: Memory, type: SqlType, value: Datum, length: number): Vector {
  if (value === null) return nullVector(memory, type, length);
  const one = vectorFromDatums(memory, type, [value]);
  if (length === 1) return one;
  const rows = memory.allocZeroed(length * 4);
  const vector = takeVector(memory, one, rows, length);
  memory.release(rows);
  releaseVector(memory, one);
  return vector;
}

/** The same rows with other weights (int64[length], by physical row; 0 = all +1), whose reference is taken over. */
export function withWeights(batch: Batch, weights: Address): Batch {
  const {memory} = batch;
  if (batch.selection !== 0) memory.retain(batch.selection);
  return new Batch(memory, {
    schema: batch.schema,
    length: batch.length,
    columns: batch.columns.map(column => retainVector(memory, column)),
    weights,
    selection: batch.selection,
    selected: batch.selected,
  });
}

/** The same rows with their weights negated. Errors: 22003 if one has no negative. */
export function negateWeights(batch: Batch): Batch {
  const {memory} = batch;
  const weights = memory.alloc(batch.length * 8);
  if (memory.kernels.weights_negate(batch.weights, weights, batch.length) !== 0) {
    memory.release(weights);
    throw new SqlError('22003', 'bigint out of range');
  }
  const negated = withWeights(batch, weights);
  return batch.consolidated ? markConsolidated(negated) : negated;
}

/** A batch without rows. */
export function emptyBatch(memory: Memory, schema: Schema): Batch {
  return new Batch(memory, {
    schema,
    length: 0,
    columns: makeVectors(memory, schema, column => nullVector(memory, column.type, 0)),
    consolidated: true,
  });
}

/** The batch, known to be consolidated; its one reference moves to the result. */
export function markConsolidated(batch: Batch): Batch {
  return new Batch(batch.memory, {
    schema: batch.schema,
    length: batch.length,
    columns: batch.columns,
    weights: batch.weights,
    selection: batch.selection,
    selected: batch.selected,
    consolidated: true,
  });
}
