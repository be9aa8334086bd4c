import {Batch} from '../../columnar/batch.ts';
import {batchFromRows} from '../../columnar/builder.ts';
import {describeColumns} from '../../columnar/descriptor.ts';
import type {Vector} from '../../columnar/vector.ts';
import {conformBatch, type MissingValues} from '../../columnar/widen.ts';
import {ABSENT, type Address, type Memory} from '../../kernels/memory.ts';
import type {Datum} from '../../types/datum.ts';
import type {Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Checkpointable} from '../operator.ts';
import {type KeyIndex, makeKeyIndex, probeKeyIndex} from './key-index.ts';
import type {ArrangementReader, Pairs, Side} from './reader.ts';
import {restoreRows, rowSegments, writeRowSegment} from './row-segments.ts';
import {describeTypes, RowStore, SEGMENT_ROWS, SEGMENT_SHIFT} from './row-store.ts';

type ArrangementOptions = {
  /** The input never retracts: rows are appended without looking for an equal one (no identity index, less memory). */
  readonly monotonic?: boolean;
  /**
   * When two rows are one row with the sum of their weights. exact (default): same representation, so numeric 1.0 and
   * 1.00 stay two rows. grouping: equal for GROUP BY (NULL = NULL, 1.0 = 1.00, -0 = 0), as DISTINCT wants.
   */
  readonly equality?: 'exact' | 'grouping';
};

/** So many rows are read as fast as one is looked up. */
const FEW_ROWS = 512;
/** Rows and index entries of a compaction at a time. */
const COMPACTION_ROWS = 65_536;

/**
 * The integral of a stream of deltas: a Z-set as append-only columnar segments, an identity index (row → its weight) and
 * key indexes. Within a tick both the state before it and after it can be read. One writer, many readers.
 */
export class Arrangement implements ArrangementReader, Checkpointable {
  readonly memory: Memory;
  readonly schema: Schema;
  readonly keys: readonly number[];
  private readonly monotonic: boolean;
  private readonly address: Address;
  private readonly store: RowStore;
  private readonly indexes = new Map<string, KeyIndex>();
  /** Columns that `lookUp` was asked for and had no index on. */
  private readonly lookedUp = new Set<string>();

  constructor(memory: Memory, schema: Schema, keys: readonly number[], options: ArrangementOptions = {}) {
    this.memory = memory;
    this.schema = schema;
    this.keys = keys;
    this.monotonic = options.monotonic ?? false;
    const shape = describeTypes(
      memory,
      schema.map(column => column.type),
    );
    this.address = memory.kernels.arrangement_create_address(
      shape.address,
      schema.length,
      shape.descriptors,
      Number(this.monotonic),
      Number(options.equality !== 'grouping'),
    ) as Address;
    memory.release(shape.address);
    this.store = new RowStore(memory, schema, this.address);
  }

  get rows(): number {
    return this.memory.kernels.arrangement_live(this.address) >>> 0;
  }

  get bytes(): number {
    return this.memory.kernels.arrangement_bytes(this.address);
  }

  /**
   * Adds the delta's weights to its rows. The caller keeps its reference. Errors: 22003 when a weight overflows (the delta is
   * then added in part).
   */
  append(delta: Batch): void {
    if (delta.selected === 0) return;
    const columns = describeColumns(this.memory, delta.columns);
    const overflow = this.memory.kernels.arrangement_append(
      this.address,
      columns,
      delta.selection,
      delta.selected,
      delta.weights,
      ABSENT,
    );
    this.memory.release(columns);
    if (overflow !== 0) throw weightOverflow();
  }

  /** The same rows indexed by other keys; made on first demand, closed with the arrangement. */
  index(keys: readonly number[]): ArrangementReader {
    this.keyIndex(keys);
    return new IndexedReader(this, keys);
  }

  probe(side: Side, batch: Batch, columns: readonly number[], nullSafe?: readonly boolean[]): Iterable<Pairs> {
    return this.probeBy(this.keys, side, batch, columns, nullSafe);
  }

  /** As `probe`, by the index on `keys`. */
  probeBy(
    keys: readonly number[],
    side: Side,
    batch: Batch,
    columns: readonly number[],
    nullSafe?: readonly boolean[],
  ): Iterable<Pairs> {
    return probeKeyIndex(this.memory, this.keyIndex(keys), side, batch, columns, nullSafe);
  }

  gather(columns: readonly number[], storeRows: Address, count: number): Vector[] {
    return this.store.gather(columns, storeRows, count);
  }

  *scan(side: Side): Iterable<Batch> {
    for (let segment = 0; segment < this.store.segmentCount; segment++) {
      const batch = this.exportSegment(segment, side);
      if (batch) yield batch;
    }
  }

  private exportSegment(segment: number, side: Side): Batch | null {
    const {memory, store} = this;
    const {rows, weights} = store.meta(segment);
    if (side === 'after') {
      if (rows === 0) return null;
      memory.retain(weights);
      return store.export(segment, rows, weights, !this.monotonic);
    }
    const start = memory.kernels.arrangement_tick_start(this.address) >>> 0;
    const there = Math.min(rows, Math.max(0, start - segment * 2 ** SEGMENT_SHIFT), SEGMENT_ROWS);
    if (there === 0) return null;
    const before = memory.alloc(there * 8);
    memory.kernels.arrangement_weights_before(this.address, segment, there, before);
    return store.export(segment, there, before, !this.monotonic);
  }

  /** int64[selected rows of delta], fresh: the weight that each row of the delta has in the state now (0: absent). */
  weightsOf(delta: Batch): Address {
    this.needsIdentity();
    const columns = describeColumns(this.memory, delta.columns);
    const weights = this.memory.alloc(delta.selected * 8);
    this.memory.kernels.arrangement_weights_of(this.address, columns, delta.selection, delta.selected, weights);
    this.memory.release(columns);
    return weights;
  }

  /** Physical rows of `delta` that would leave a row with a negative weight if the delta were appended; [] = none. */
  wouldGoNegative(delta: Batch): number[] {
    this.needsIdentity();
    const {memory} = this;
    const columns = describeColumns(memory, delta.columns);
    const out = memory.alloc(delta.selected * 4);
    const count = memory.kernels.arrangement_would_go_negative(
      this.address,
      columns,
      delta.selection,
      delta.selected,
      delta.weights,
      out,
    );
    const rows = Array.from(memory.u32.subarray(out >>> 2, (out >>> 2) + count));
    memory.release(columns);
    memory.release(out);
    return rows;
  }

  private needsIdentity(): void {
    if (this.monotonic) throw new Error('a monotonic arrangement does not know its rows apart');
  }

  /** The same rows under a schema with columns added behind. */
  widened(schema: Schema, missing: MissingValues): Arrangement {
    const wide = new Arrangement(this.memory, schema, this.keys);
    for (const batch of this.scan('after')) {
      const rows = conformBatch(batch, schema, missing);
      batch.release();
      wide.append(rows);
      rows.release();
    }
    wide.endTick();
    return wide;
  }

  /** An immutable view of the rows now; survives later ticks, compaction and `close`. Release it. */
  snapshot(): Snapshot {
    const batches = [...this.scan('after')];
    return {
      schema: this.schema,
      batches,
      rows: this.rows,
      release: () => batches.forEach(batch => batch.release()),
    };
  }

  /**
   * The rows with one of these keys in the columns, none twice, as a snapshot; null where reading all rows is as well: there are few, or many are
   * found, or this is the first time that the columns are asked for, which is not worth an index.
   */
  lookUp(columns: readonly number[], keys: readonly (readonly Datum[])[]): Snapshot | null {
    if (this.rows < FEW_ROWS) return null;
    const name = columns.join();
    if (!this.indexes.has(name) && !this.lookedUp.has(name)) {
      this.lookedUp.add(name);
      return null;
    }
    return this.find(columns, keys, 'after', Math.max(FEW_ROWS, this.rows / 8));
  }

  /** The same as of before the tick, by an index that is there (`hasIndex`). */
  lookUpBefore(columns: readonly number[], keys: readonly (readonly Datum[])[]): Snapshot {
    return this.find(columns, keys, 'before', Infinity)!;
  }

  hasIndex(columns: readonly number[]): boolean {
    return this.indexes.has(columns.join());
  }

  /** null: there are more than `most`. */
  private find(
    columns: readonly number[],
    keys: readonly (readonly Datum[])[],
    side: Side,
    most: number,
  ): Snapshot | null {
    const {memory, schema} = this;
    const key = batchFromRows(
      memory,
      columns.map(column => schema[column]),
      keys,
    );
    const all = schema.map((_, i) => i);
    const numbers = columns.map((_, i) => i);
    const batches: Batch[] = [];
    let rows = 0;
    try {
      for (const {storeRows, weights, count} of this.probeBy(columns, side, key, numbers)) {
        rows += count;
        if (rows > most) break;
        memory.retain(weights);
        batches.push(new Batch(memory, {schema, length: count, columns: this.gather(all, storeRows, count), weights}));
      }
    } finally {
      key.release();
    }
    const release = (): void => batches.forEach(batch => batch.release());
    if (rows <= most) return {schema, batches, rows, release};
    release();
    return null;
  }

  /** Where another thread finds rows by these columns, between two ticks; made on first demand. */
  publicIndex(columns: readonly number[]): PublicIndex {
    const {arrangement, address} = this.keyIndex(columns);
    return {schema: this.schema, arrangement, index: address};
  }

  /**
   * When all of a tick is in: a part of what its end would do at once, where that is much. Nothing of what is read changes by it.
   */
  prepareEnd(): 'done' | 'more' {
    return this.memory.kernels.arrangement_compact_some(this.address, COMPACTION_ROWS) !== 0 ? 'more' : 'done';
  }

  /** What was `after` becomes `before`. Dead rows may be compacted away: row references end here. */
  endTick(): void {
    this.memory.kernels.arrangement_end_tick(this.address);
  }

  segments(): {segment: number; version: number}[] {
    return rowSegments(this.store);
  }

  writeSegment(segment: number): Uint8Array {
    return writeRowSegment(this.store, segment);
  }

  restore(
    segments: Iterable<{readonly segment: number; readonly version: number; readonly bytes: Uint8Array}>,
    missing?: MissingValues,
  ): void {
    restoreRows(this.store, segments, missing);
    this.memory.kernels.arrangement_reindex(this.address);
  }

  close(): void {
    this.memory.kernels.arrangement_free(this.address);
  }

  private keyIndex(keys: readonly number[]): KeyIndex {
    const name = keys.join();
    let index = this.indexes.get(name);
    if (!index) this.indexes.set(name, (index = makeKeyIndex(this.memory, this.address, keys)));
    return index;
  }
}

/** An index by its addresses, and what its rows are. */
export type PublicIndex = {readonly schema: Schema; readonly arrangement: Address; readonly index: Address};

/** Zero-copy batches; each holds its rows' weights and selects the rows whose weight is not 0. */
export type Snapshot = {
  readonly schema: Schema;
  readonly batches: readonly Batch[];
  /** Distinct rows with a weight. */
  readonly rows: number;
  release(): void;
};

class IndexedReader implements ArrangementReader {
  readonly keys: readonly number[];
  private readonly arrangement: Arrangement;

  constructor(arrangement: Arrangement, keys: readonly number[]) {
    this.arrangement = arrangement;
    this.keys = keys;
  }

  get schema(): Schema {
    return this.arrangement.schema;
  }
  get rows(): number {
    return this.arrangement.rows;
  }
  get bytes(): number {
    return this.arrangement.bytes;
  }
  probe(side: Side, batch: Batch, columns: readonly number[], nullSafe?: readonly boolean[]): Iterable<Pairs> {
    return this.arrangement.probeBy(this.keys, side, batch, columns, nullSafe);
  }
  gather(columns: readonly number[], storeRows: Address, count: number): Vector[] {
    return this.arrangement.gather(columns, storeRows, count);
  }
  scan(side: Side): Iterable<Batch> {
    return this.arrangement.scan(side);
  }
}

export function weightOverflow(): SqlError {
  return new SqlError('22003', 'bigint out of range', {
    detail: 'The number of times that a row occurs leaves the range of bigint.',
  });
}
