import type {Address, Memory} from '../../kernels/memory.ts';
import type {SortKey} from '../../plan/physical.ts';
import type {Schema} from '../../types/schema.ts';
import {OrderedMultiset} from './ordered-multiset.ts';
import {NO_ROW} from './row-store.ts';

/** Rows of one partition in order. A row has the weight that it had before the tick and the one it has now. */
export type WalkedRows = {
  readonly references: Uint32Array;
  readonly before: BigInt64Array;
  readonly after: BigInt64Array;
};

/** How many rows one call of the kernel walks. */
const CHUNK = 4096;

/** The first and the last row of a partition that a tick has changed. */
export type ChangedRange = {readonly group: number; readonly first: number; readonly last: number};

/** Rows in order within partitions, for whoever wants to see whole stretches of them: window functions. */
export class OrderedPartitions extends OrderedMultiset {
  constructor(memory: Memory, schema: Schema, partition: readonly number[], order: readonly SortKey[]) {
    super(memory, schema, {partition, order, limit: 0n, offset: 0n});
  }

  /** For each partition that the tick has touched, from where to where. Yields now and then, so that others can work. */
  *changed(): Generator<null, readonly ChangedRange[]> {
    const {kernels} = this.memory;
    const ranges = new Map<number, {group: number; first: number; last: number}>();
    const count = kernels.ordered_changed(this.address) >>> 0;
    const at = kernels.ordered_changed_address(this.address) >>> 2;
    for (let i = 0; i < count; i++) {
      const [row, group] = [this.memory.u32[at + 2 * i], this.memory.u32[at + 2 * i + 1]];
      const range = ranges.get(group);
      if (!range) ranges.set(group, {group, first: row, last: row});
      else if (kernels.ordered_compare(this.address, row, range.first) < 0) range.first = row;
      else if (kernels.ordered_compare(this.address, row, range.last) > 0) range.last = row;
      if (i % CHUNK === CHUNK - 1) yield null;
    }
    return [...ranges.values()];
  }

  /** Below 0 if row `a` comes before row `b` of the same partition. */
  compare(a: number, b: number): number {
    return this.memory.kernels.ordered_compare(this.address, a, b);
  }

  /**
   * The rows of a partition in chunks, from the one next to `from` on, or from its end where there is none. Good until the
   * next chunk; nothing may change in between.
   */
  *walk(group: number, from: number | null, direction: 'forward' | 'backward'): Generator<WalkedRows> {
    const {memory} = this;
    const scratch = memory.alloc(CHUNK * 20);
    const before = (scratch + CHUNK * 4) as Address;
    const after = (before + CHUNK * 8) as Address;
    let at = from ?? NO_ROW;
    try {
      for (;;) {
        const count = memory.kernels.ordered_walk(
          this.address,
          group,
          at,
          Number(direction === 'backward'),
          CHUNK,
          scratch,
          before,
          after,
        );
        if (count === 0) return;
        const references = memory.u32.subarray(scratch >>> 2, (scratch >>> 2) + count);
        at = references[count - 1];
        yield {
          references,
          before: memory.i64.subarray(before >>> 3, (before >>> 3) + count),
          after: memory.i64.subarray(after >>> 3, (after >>> 3) + count),
        };
        if (count < CHUNK) return;
      }
    } finally {
      memory.release(scratch);
    }
  }
}
