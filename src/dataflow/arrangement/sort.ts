import {Batch, MAX_BATCH_ROWS} from '../../columnar/batch.ts';
import {describeColumns} from '../../columnar/descriptor.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {SortKey} from '../../plan/physical.ts';
import {columnList, gatherRows} from './row-store.ts';
import {sortKeyWords} from './sort-keys.ts';

const LARGEST = 2n ** 63n - 1n;

/** Rows that are sorted at once: a few milliseconds. */
const RUN_ROWS = 8 * MAX_BATCH_ROWS;

/** Bytes of a row while it is being sorted (sort-rows.ts). */
const ITEM_BYTES = 16;

/**
 * The rows of `batches` (of one schema) in the order of `keys` (stable), rows [offset, offset + limit) of them, as fresh
 * batches without weights: a row of weight 3 stands three times, one of weight ≤ 0 not at all. The inputs are not released.
 */
export function sortBatches(
  memory: Memory,
  batches: readonly Batch[],
  keys: readonly SortKey[],
  limit: number | bigint | null = null,
  offset: number | bigint = 0,
): Batch[] {
  const sort = new SlicedSort(
    memory,
    batches.map(batch => batch.retain()),
    keys,
    limit === null ? null : BigInt(limit),
    BigInt(offset),
  );
  try {
    while (sort.work());
    const sorted: Batch[] = [];
    for (let batch = sort.next(); batch; batch = sort.next()) sorted.push(batch);
    return sorted;
  } finally {
    sort.close();
  }
}

type Run = {readonly items: Address; readonly count: number};

/**
 * `sortBatches` a slice at a time, for any number of rows: runs are sorted one by one (`work`), and merged as the result is
 * taken (`next`). Under a LIMIT a run keeps no more rows than that. Takes the batches over.
 */
export class SlicedSort {
  private readonly memory: Memory;
  private readonly batches: readonly Batch[];
  private readonly keyCount: number;
  private readonly runRows: number;
  private readonly offset: bigint;
  private readonly end: bigint;
  /** Everything in memory but the runs. */
  private readonly buffers: Address[] = [];
  private readonly directory: Address;
  private readonly weights: Address;
  private readonly order: Address;
  private readonly runs: Run[] = [];
  private collected = 0;
  private merge: Merge | null = null;

  constructor(
    memory: Memory,
    batches: readonly Batch[],
    keys: readonly SortKey[],
    limit: bigint | null,
    offset: bigint,
    runRows = RUN_ROWS,
  ) {
    this.memory = memory;
    this.batches = batches;
    this.runRows = runRows;
    this.keyCount = keys.length;
    this.offset = offset;
    this.end = limit === null || offset + limit > LARGEST ? LARGEST : offset + limit;
    const descriptors = batches.map(batch => this.own(describeColumns(memory, batch.columns)));
    this.directory = this.own(columnList(memory, descriptors));
    this.weights = this.own(
      columnList(
        memory,
        batches.map(batch => batch.weights),
      ),
    );
    this.order = this.own(columnList(memory, sortKeyWords(keys)));
  }

  private own(address: Address): Address {
    this.buffers.push(address);
    return address;
  }

  /** Sorts the next run, or passes over some of the rows before the offset; false when all is done. */
  work(): boolean {
    if (this.collected === this.batches.length) return this.passOver();
    this.sortRun();
    return true;
  }

  private sortRun(): void {
    const {memory} = this;
    const {kernels} = memory;
    const first = this.collected;
    let room = 0;
    while (this.collected < this.batches.length) {
      const {selected} = this.batches[this.collected];
      if (room > 0 && room + selected > this.runRows) break;
      room += selected;
      this.collected++;
    }
    const rows = memory.alloc(Math.max(room, 1) * 4);
    try {
      let count = 0;
      for (let i = first; i < this.collected; i++) {
        const {selection, selected, weights} = this.batches[i];
        count += kernels.sort_collect(i, selection, selected, weights, rows + count * 4);
      }
      if (count > 0) this.runs.push(this.sorted(rows, count));
    } finally {
      memory.release(rows);
    }
  }

  private sorted(rows: Address, count: number): Run {
    const {memory} = this;
    const items = memory.alloc(count * ITEM_BYTES);
    memory.kernels.sort_run(this.directory, rows, count, this.order, this.keyCount, items);
    // Each row counts once at least.
    const kept = this.end < BigInt(count) ? Number(this.end) : count;
    if (kept * 2 > count) return {items, count: kept};
    const few = memory.alloc(Math.max(kept, 1) * ITEM_BYTES);
    memory.kernels.copy_bytes(few, items, kept * ITEM_BYTES);
    memory.release(items);
    return {items: few, count: kept};
  }

  private passOver(): boolean {
    if (this.offset === 0n || this.runs.length === 0) return false;
    const merge = (this.merge ??= this.begin());
    return merge.passed < this.offset && this.advance(merge);
  }

  /** The next batch of the result, once there is no more work; null at the end. The caller releases it. */
  next(): Batch | null {
    if (this.runs.length === 0) return null;
    const {memory, batches, directory} = this;
    const {schema} = batches[0];
    const merge = (this.merge ??= this.begin());
    while (merge.length < MAX_BATCH_ROWS && this.advance(merge));
    const {length} = merge;
    merge.length = 0;
    if (length === 0) return null;
    const types = schema.map(column => column.type);
    const all = types.map((_, i) => i);
    return new Batch(memory, {schema, length, columns: gatherRows(memory, directory, types, all, merge.out, length)});
  }

  /** Merges a chunk of rows and takes those of the window, as often as their weights say; false at the end. */
  private advance(merge: Merge): boolean {
    const {memory, directory, order, keyCount, weights, offset, end} = this;
    const {kernels} = memory;
    const {bounds, tree, leaves, chunk, state} = merge;
    if (merge.position === merge.count) {
      merge.position = 0;
      merge.count =
        merge.passed < end
          ? kernels.sort_merge(directory, bounds, tree, leaves, order, keyCount, chunk, MAX_BATCH_ROWS)
          : 0;
      if (merge.count === 0) return false;
    }
    const room = MAX_BATCH_ROWS - merge.length;
    const at = merge.out + merge.length * 4;
    const taken = kernels.sort_window(chunk, merge.count, weights, offset, end, state, at, room);
    merge.length += taken;
    // Else the end of the window is inside the chunk.
    return taken === room || merge.position === merge.count;
  }

  private begin(): Merge {
    const {memory, directory, order, keyCount, runs} = this;
    const leaves = 2 ** Math.ceil(Math.log2(runs.length));
    const bounds = this.own(memory.allocZeroed(leaves * 8));
    const words = runs.flatMap(({items, count}) => [items, items + count * ITEM_BYTES]);
    memory.u32.set(words, bounds >>> 2);
    const tree = this.own(memory.alloc(leaves * 8));
    memory.kernels.sort_merge_begin(directory, bounds, tree, leaves, order, keyCount);
    const chunk = this.own(memory.alloc(MAX_BATCH_ROWS * 4));
    const out = this.own(memory.alloc(MAX_BATCH_ROWS * 4));
    const state = this.own(memory.allocZeroed(16));
    return new Merge(memory, {bounds, tree, leaves, chunk, out, state});
  }

  /** Idempotent. */
  close(): void {
    for (const {items} of this.runs.splice(0)) this.memory.release(items);
    for (const address of this.buffers.splice(0)) this.memory.release(address);
    for (const batch of this.collected < 0 ? [] : this.batches) batch.release();
    this.collected = -1;
  }
}

/** Where the merging stands. */
class Merge {
  readonly bounds: Address;
  readonly tree: Address;
  readonly leaves: number;
  /** Merged references, and how many. */
  readonly chunk: Address;
  count = 0;
  /** The references of the next batch, and how many there are. */
  readonly out: Address;
  length = 0;
  /** `sort_window`'s. */
  readonly state: Address;
  private readonly memory: Memory;

  constructor(memory: Memory, parts: Pick<Merge, 'bounds' | 'tree' | 'leaves' | 'chunk' | 'out' | 'state'>) {
    this.memory = memory;
    this.bounds = parts.bounds;
    this.tree = parts.tree;
    this.leaves = parts.leaves;
    this.chunk = parts.chunk;
    this.out = parts.out;
    this.state = parts.state;
  }

  /** In the chunk. */
  get position(): number {
    return this.memory.u32[this.state >>> 2];
  }
  set position(position: number) {
    this.memory.u32[this.state >>> 2] = position;
  }

  /** Rows of the result before here. */
  get passed(): bigint {
    return this.memory.i64[(this.state >>> 3) + 1];
  }
}
