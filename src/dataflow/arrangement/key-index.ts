import type {Batch} from '../../columnar/batch.ts';
import {describeColumns} from '../../columnar/descriptor.ts';
import {ABSENT, type Address, type Memory} from '../../kernels/memory.ts';
import {weightOverflow} from './arrangement.ts';
import type {Pairs, Side} from './reader.ts';
import {columnList} from './row-store.ts';

/** An index of the kernels over an arrangement, both by address. */
export type KeyIndex = {readonly arrangement: Address; readonly address: Address; readonly width: number};

const SMALLEST_CHUNK = 256;
const LARGEST_CHUNK = 8192;

/** Belongs to the arrangement and is freed with it. */
export function makeKeyIndex(memory: Memory, arrangement: Address, keys: readonly number[]): KeyIndex {
  const list = columnList(memory, keys);
  const address = memory.kernels.key_index_create_address(arrangement, list, keys.length) as Address;
  memory.release(list);
  return {arrangement, address, width: keys.length};
}

export function* probeKeyIndex(
  memory: Memory,
  index: KeyIndex,
  side: Side,
  batch: Batch,
  columns: readonly number[],
  nullSafe?: readonly boolean[],
): Generator<Pairs> {
  if (batch.selected === 0) return;
  if (columns.length !== index.width) throw new Error(`${columns.length} columns for ${index.width} keys`);
  const probe = openProbe(memory, index, side, batch, columns, nullSafe);
  const chunk = new ChunkArrays(memory, batch.selected);
  try {
    for (;;) {
      const {probeRows, storeRows, weights} = chunk.fresh();
      const count = memory.kernels.probe_next(probe, probeRows, storeRows, weights, chunk.capacity);
      if (count < 0) throw weightOverflow();
      if (count === 0) return;
      yield {count, probeRows, storeRows, weights};
    }
  } finally {
    chunk.release();
    memory.kernels.probe_close(probe);
  }
}

function openProbe(
  memory: Memory,
  index: KeyIndex,
  side: Side,
  batch: Batch,
  columns: readonly number[],
  nullSafe: readonly boolean[] | undefined,
): number {
  const keys = describeColumns(
    memory,
    columns.map(i => batch.columns[i]),
  );
  let flags = ABSENT;
  if (nullSafe?.some(Boolean)) {
    flags = memory.alloc(nullSafe.length);
    memory.u8.set(nullSafe.map(Number), flags);
  }
  const probe = memory.kernels.probe_open_address(
    index.arrangement,
    index.address,
    keys,
    ABSENT,
    batch.selection,
    batch.selected,
    flags,
    batch.weights,
    Number(side === 'before'),
  );
  memory.release(keys);
  if (flags !== 0) memory.release(flags);
  return probe;
}

/** The arrays of a chunk of pairs: written over again unless the consumer has retained one. */
class ChunkArrays {
  readonly capacity: number;
  private readonly memory: Memory;
  private arrays: {probeRows: Address; storeRows: Address; weights: Address};

  /** A small probe most likely has few pairs. */
  constructor(memory: Memory, probing: number) {
    this.memory = memory;
    this.capacity = Math.min(Math.max(2 * probing, SMALLEST_CHUNK), LARGEST_CHUNK);
    this.arrays = this.make();
  }

  private make(): ChunkArrays['arrays'] {
    const {memory, capacity} = this;
    return {
      probeRows: memory.alloc(capacity * 4),
      storeRows: memory.alloc(capacity * 4),
      weights: memory.alloc(capacity * 8),
    };
  }

  fresh(): ChunkArrays['arrays'] {
    const {memory, arrays} = this;
    for (const name of ['probeRows', 'storeRows', 'weights'] as const) {
      if (memory.kernels.mem_references(arrays[name]) === 1) continue;
      memory.release(arrays[name]);
      arrays[name] = memory.alloc(this.capacity * (name === 'weights' ? 8 : 4));
    }
    return {...arrays};
  }

  release(): void {
    for (const address of Object.values(this.arrays)) this.memory.release(address);
  }
}
