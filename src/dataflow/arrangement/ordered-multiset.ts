import {Batch} from '../../columnar/batch.ts';
import {describeColumns} from '../../columnar/descriptor.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {SortKey} from '../../plan/physical.ts';
import type {Schema} from '../../types/schema.ts';
import type {Checkpointable} from '../operator.ts';
import {weightOverflow} from './arrangement.ts';
import type {Side} from './reader.ts';
import {columnList, describeTypes, RowStore} from './row-store.ts';
import {restoreRows, rowSegments, writeRowSegment} from './row-segments.ts';
import {sortKeyWords} from './sort-keys.ts';

export type OrderedOptions = {
  /** Columns that a group shares; [] = one group. */
  readonly partition: readonly number[];
  /** Order within a group; ties are broken by the whole row, so that the order does not depend on the history. */
  readonly order: readonly SortKey[];
  /**
   * The window of a group that `changes` reports: rows [offset, offset + limit), each row counted `weight` times. With a
   * limit of 0 it reports nothing, and `first` finds nothing.
   */
  readonly limit: bigint | null;
  readonly offset: bigint;
  /** Rows can be found by their position (`ranked`); for a limit of 0. */
  readonly ranked?: boolean;
};

/** Rows of groups in order. */
export type CollectedRows = {
  /** Where the rows of each group end; there are as many groups as entries. */
  readonly endOf: readonly number[];
  /** uint32, for `gather`. */
  readonly rows: Address;
  /** How often each row stands there, above 0. */
  readonly times: Float64Array;
  release(): void;
};

/** `rowAt`: a reference, for `gather`. */
export type RankedGroup = {readonly count: number; readonly rowAt: (position: number) => number};

/** A group that makes them more is still collected whole. */
const MOST_COLLECTED = 65536;
const FIRST_CHUNK = 256;
const CHUNK = 8192;
const STATE_BYTES = 28;

/** Rows in order within groups: top-k, min and max over an input that retracts (limit 1), values in order (limit 0). */
export class OrderedMultiset implements Checkpointable {
  readonly memory: Memory;
  readonly schema: Schema;
  protected readonly address: Address;
  private readonly store: RowStore;

  constructor(memory: Memory, schema: Schema, options: OrderedOptions) {
    this.memory = memory;
    this.schema = schema;
    const shape = describeTypes(
      memory,
      schema.map(column => column.type),
    );
    const partition = columnList(memory, options.partition);
    const order = columnList(memory, sortKeyWords(options.order));
    this.address = memory.kernels.ordered_create_address(
      shape.address,
      schema.length,
      shape.descriptors,
      partition,
      options.partition.length,
      order,
      options.order.length,
      options.limit ?? -1n,
      options.offset,
    ) as Address;
    for (const address of [shape.address, partition, order]) memory.release(address);
    if (options.ranked) memory.kernels.ordered_rank(this.address);
    this.store = new RowStore(memory, schema, this.address);
  }

  /** Distinct rows whose weight is not 0. */
  get rows(): number {
    return this.memory.kernels.arrangement_live(this.address) >>> 0;
  }

  get bytes(): number {
    return this.memory.kernels.arrangement_bytes(this.address);
  }

  /** Columns of `delta` as in `schema`. Errors: 22003 when a weight overflows (the delta is then added in part). */
  append(delta: Batch): void {
    if (delta.selected === 0) return;
    const {memory} = this;
    const columns = describeColumns(memory, delta.columns);
    const overflow = memory.kernels.ordered_append(
      this.address,
      columns,
      delta.selection,
      delta.selected,
      delta.weights,
    );
    memory.release(columns);
    if (overflow !== 0) throw weightOverflow();
  }

  /** How the windows of the groups that this tick touched differ from before it; the caller releases each batch. */
  *changes(): Iterable<Batch> {
    const {memory, address} = this;
    const all = this.schema.map((_, i) => i);
    const state = memory.allocZeroed(STATE_BYTES);
    let capacity = FIRST_CHUNK;
    try {
      for (;;) {
        const rows = memory.alloc(capacity * 4);
        const weights = memory.alloc(capacity * 8);
        const count = memory.kernels.ordered_changes(address, state, capacity, rows, weights);
        const columns = count === 0 ? [] : this.store.gather(all, rows, count);
        memory.release(rows);
        if (count === 0) {
          memory.release(weights);
          return;
        }
        yield new Batch(memory, {schema: this.schema, length: count, columns, weights, consolidated: true});
        if (count < capacity) return;
        capacity = CHUNK;
      }
    } finally {
      memory.kernels.ordered_changes_close(address, state);
      memory.release(state);
    }
  }

  /**
   * uint32[count], fresh: for each group the row where its window begins (row 0 of the window), 0xffffffff without one.
   * `keys` are `count` rows of the partition columns. min(x) is the first row by x ascending, nulls last.
   */
  first(side: Side, keys: readonly Vector[], count: number): Address {
    const {memory} = this;
    const columns = describeColumns(memory, keys);
    const rows = memory.alloc(count * 4);
    memory.kernels.ordered_first(this.address, Number(side === 'before'), columns, count, rows);
    memory.release(columns);
    return rows;
  }

  /**
   * Every row of the groups of the keys [from, count), in order, as it is now; group by group until there are many. The
   * caller releases it.
   */
  collect(keys: readonly Vector[], from: number, count: number): CollectedRows {
    const {memory, address} = this;
    const columns = describeColumns(memory, keys);
    const buffer = memory.allocZeroed(4);
    const ends = memory.alloc((count - from) * 4);
    const groups = memory.kernels.ordered_collect(address, columns, from, count, MOST_COLLECTED, buffer, ends);
    const endOf = Array.from(memory.u32.subarray(ends >>> 2, (ends >>> 2) + groups));
    const total = endOf.at(-1) ?? 0;
    const rows = memory.alloc(total * 4);
    const times = new Float64Array(total);
    const words = memory.u32;
    const entries = words[buffer >>> 2] >>> 2;
    for (let i = 0; i < total; i++) {
      words[(rows >>> 2) + i] = words[entries + i * 4];
      times[i] = words[entries + i * 4 + 2] + words[entries + i * 4 + 3] * 2 ** 32;
    }
    memory.kernels.ordered_collect_close(address, buffer);
    for (const used of [columns, buffer, ends]) memory.release(used);
    return {endOf, rows, times, release: () => memory.release(rows)};
  }

  /** The groups of the keys, each row of which can be found by its position, repeats counted; good until the next append. */
  ranked(keys: readonly Vector[], count: number): RankedGroup[] {
    const {memory, address} = this;
    const columns = describeColumns(memory, keys);
    const roots = memory.alloc(count * 4);
    const weights = memory.alloc(count * 8);
    memory.kernels.ordered_roots(address, columns, count, roots, weights);
    const groups = Array.from({length: count}, (_, i): RankedGroup => {
      const root = memory.u32[(roots >>> 2) + i];
      return {
        count: Number(memory.i64[(weights >>> 3) + i]),
        rowAt: position => memory.kernels.ordered_select(address, root, BigInt(position)) >>> 0,
      };
    });
    for (const used of [columns, roots, weights]) memory.release(used);
    return groups;
  }

  /** Fresh vectors: `columns` of the rows at `rows`; a row 0xffffffff gives NULLs. */
  gather(columns: readonly number[], rows: Address, count: number): Vector[] {
    return this.store.gather(columns, rows, count);
  }

  /** What is now becomes `before`; row references end here. */
  endTick(): void {
    this.memory.kernels.ordered_end_tick(this.address);
  }

  segments(): {segment: number; version: number}[] {
    return rowSegments(this.store);
  }

  writeSegment(segment: number): Uint8Array {
    return writeRowSegment(this.store, segment);
  }

  restore(segments: Iterable<{readonly segment: number; readonly version: number; readonly bytes: Uint8Array}>): void {
    restoreRows(this.store, segments);
    this.memory.kernels.ordered_reindex(this.address);
  }

  close(): void {
    this.memory.kernels.ordered_free(this.address);
  }
}
