import type {Batch} from '../../columnar/batch.ts';
import {describeColumns} from '../../columnar/descriptor.ts';
import {releaseVector} from '../../columnar/vector-references.ts';
import type {Vector} from '../../columnar/vector.ts';
import {type Accumulator, accumulatorType} from '../../expr/aggregates/aggregate-row.ts';
import {ABSENT, type Address, type Memory} from '../../kernels/memory.ts';
import type {Schema} from '../../types/schema.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Checkpointable} from '../operator.ts';
import {weightOverflow} from './arrangement.ts';
import {makeGroups} from './group-accumulators.ts';
import {restorePage, writePage} from './group-pages.ts';
import {columnList, describeTypes, RowStore, vectorsAt} from './row-store.ts';

/** An accumulator of the aggregate registry and the type of its argument (null: none, `count` of rows). */
export type GroupAccumulator = {
  readonly accumulator: Accumulator;
  readonly argument: SqlType | null;
  /**
   * `count` only: every row that `update` is given counts (no filter, no null argument), so the result is the weight of the
   * group and takes no room of its own. What feeds it is ignored.
   */
  readonly everyRow?: boolean;
};

/** Columns of the delta that feed an accumulator. */
export type AccumulatorInput = {
  /** null: none, `count` of rows. */
  readonly argument: number | null;
  /** A boolean column: rows where it is not true do not count. */
  readonly filter: number | null;
};

/** Up to 8,192 groups that the tick changed; every vector has `count` rows. */
export type GroupChanges = {
  readonly count: number;
  readonly keys: readonly Vector[];
  readonly before: GroupValues;
  readonly after: GroupValues;
  /** Releases all vectors and arrays (retain what is kept). */
  release(): void;
};

type GroupValues = {
  /** int64[count]: weight of the group's rows; where it is 0 the group does not exist on this side, its values are empty. */
  readonly weights: Address;
  /** Vector i is accumulator i, of type `accumulatorType`. */
  readonly accumulators: readonly Vector[];
  /** uint8[count], 1 = a sum64 or sum128 of this group is out of its range (22003), its lane is arbitrary; 0 = none is. */
  readonly overflow: Address;
};

const FIRST_CHUNK = 256;
const CHUNK = 8192;
const NO_COLUMN = 0xffffffff;
const VALUES_PER_SEGMENT = 1024;

type Segment = {readonly segment: number; readonly version: number; readonly bytes: Uint8Array};

/**
 * Hash group-by: for each key the weight of its rows and accumulators over them, before the tick and now. `minmax`
 * accumulators keep the value itself, so their input must be monotonic (else: OrderedMultiset).
 */
export class GroupTable implements Checkpointable {
  readonly memory: Memory;
  readonly keys: Schema;
  readonly accumulators: readonly GroupAccumulator[];
  private readonly address: Address;
  private readonly store: RowStore;
  /** Of the vector that an accumulator is read as. */
  private readonly types: readonly SqlType[];

  constructor(memory: Memory, keys: Schema, accumulators: readonly GroupAccumulator[]) {
    this.memory = memory;
    this.keys = keys;
    this.accumulators = accumulators;
    this.types = accumulators.map(({accumulator, argument}) =>
      accumulatorType(accumulator, argument ? [argument] : []),
    );
    this.address = makeGroups(memory, keys, accumulators);
    this.store = new RowStore(memory, keys, this.address);
  }

  /** Groups with a weight. */
  get groups(): number {
    return this.memory.kernels.groups_live(this.address) >>> 0;
  }

  get bytes(): number {
    return this.memory.kernels.groups_bytes(this.address);
  }

  /**
   * Adds the delta: `keys[i]` of its columns is key i, inputs[i] feeds accumulator i. The caller keeps its reference.
   * Errors: 22003 when the weight of a group overflows (the delta is then added in part).
   */
  update(delta: Batch, keys: readonly number[], inputs: readonly AccumulatorInput[]): void {
    if (delta.selected === 0) return;
    const {memory} = this;
    const columns = describeColumns(memory, delta.columns);
    const list = columnList(memory, [
      ...keys,
      ...inputs.flatMap(({argument, filter}) => [argument ?? NO_COLUMN, filter ?? NO_COLUMN]),
    ]);
    const overflow = memory.kernels.groups_update(
      this.address,
      columns,
      list,
      delta.selection,
      delta.selected,
      delta.weights,
      list + keys.length * 4,
    );
    memory.release(columns);
    memory.release(list);
    if (overflow !== 0) throw weightOverflow();
  }

  /**
   * The groups whose weight or accumulators differ from the start of the tick, a chunk at a time; `touched`: all that a
   * row of the tick belongs to. Groups that exist on neither side are left out. Does not end the tick.
   */
  *changes(options: {readonly touched?: boolean} = {}): Iterable<GroupChanges> {
    const {kernels} = this.memory;
    const touched = Number(options.touched ?? false);
    yield* this.chunks((position, chunk) =>
      kernels.groups_changes(
        this.address,
        position,
        touched,
        chunk.capacity,
        chunk.references,
        chunk.before,
        chunk.after,
        chunk.wasOut,
        chunk.isOut,
      ),
    );
  }

  /** All groups as they are now: on the side `before` none exists. */
  *all(): Iterable<GroupChanges> {
    const {kernels} = this.memory;
    yield* this.chunks((position, chunk) =>
      kernels.groups_all(
        this.address,
        position,
        chunk.capacity,
        chunk.references,
        chunk.before,
        chunk.after,
        chunk.wasOut,
        chunk.isOut,
      ),
    );
  }

  private *chunks(next: (position: Address, chunk: Chunk) => number): Iterable<GroupChanges> {
    const {memory} = this;
    const position = memory.allocZeroed(4);
    let capacity = FIRST_CHUNK;
    try {
      for (;;) {
        const chunk = makeChunk(memory, capacity);
        const count = next(position, chunk);
        if (count === 0) {
          chunk.release();
          return;
        }
        const changes = this.readChanges(chunk, count);
        chunk.release();
        yield changes;
        if (count < capacity) return;
        capacity = CHUNK;
      }
    } finally {
      memory.release(position);
    }
  }

  private readChanges(chunk: Chunk, count: number): GroupChanges {
    const {memory} = this;
    const keys = this.store.gather(
      this.keys.map((_, i) => i),
      chunk.references,
      count,
    );
    const before = this.readValues(chunk.before, chunk.wasOut, count);
    const after = this.readValues(chunk.after, chunk.isOut, count);
    return {
      count,
      keys,
      before,
      after,
      release: () => {
        for (const vector of keys) releaseVector(memory, vector);
        for (const side of [before, after]) {
          for (const vector of side.accumulators) releaseVector(memory, vector);
          memory.release(side.weights);
          if (side.overflow !== 0) memory.release(side.overflow);
        }
      },
    };
  }

  /** `rows`: addresses of the groups' rows. */
  private readValues(rows: Address, out: Address, count: number): GroupValues {
    const {memory} = this;
    const weights = memory.alloc(count * 8);
    memory.kernels.groups_weights(rows, count, weights);
    const overflowing = memory.u8.subarray(out, out + count).includes(1);
    if (overflowing) memory.retain(out);
    return {
      weights,
      accumulators: this.types.map((type, i) => this.readAccumulator(type, i, rows, count)),
      overflow: overflowing ? out : ABSENT,
    };
  }

  private readAccumulator(type: SqlType, i: number, rows: Address, count: number): Vector {
    const {memory} = this;
    const {address: out} = describeTypes(memory, [type]);
    memory.kernels.accumulator_read(memory.kernels.groups_accumulator_address(this.address, i), rows, count, out);
    const [vector] = vectorsAt(memory, [type], out, count);
    memory.release(out);
    return vector;
  }

  /** What is now becomes `before`. */
  endTick(): void {
    this.memory.kernels.groups_end_tick(this.address);
  }

  // Checkpoint segments: 4s the keys of segment s, 4s + 1 the rows of its groups, 4 (1024 s + a) + 2 segment s of the values
  // that minmax accumulator a keeps.

  segments(): {segment: number; version: number}[] {
    const {kernels} = this.memory;
    const segments: {segment: number; version: number}[] = [];
    for (let s = 0; s < this.store.segmentCount; s++) {
      segments.push({segment: 4 * s, version: this.store.meta(s).columnsVersion});
      segments.push({segment: 4 * s + 1, version: kernels.groups_page_version(this.address, s)});
    }
    this.accumulators.forEach((_, a) => {
      const values = this.valueStore(a);
      for (let s = 0; s < (values?.segmentCount ?? 0); s++) {
        segments.push({segment: 4 * (s * VALUES_PER_SEGMENT + a) + 2, version: values!.meta(s).columnsVersion});
      }
    });
    return segments.sort((a, b) => a.segment - b.segment);
  }

  writeSegment(segment: number): Uint8Array {
    const number = segment >>> 2;
    if (segment % 4 === 0) return this.store.writeColumns(number);
    if (segment % 4 === 1) return writePage(this.memory, this.address, number, this.store.meta(number).rows);
    return this.valueStore(number % VALUES_PER_SEGMENT)!.writeColumns(Math.floor(number / VALUES_PER_SEGMENT));
  }

  restore(segments: Iterable<Segment>): void {
    const {kernels} = this.memory;
    const pages: Segment[] = [];
    for (const segment of segments) {
      const number = segment.segment >>> 2;
      if (segment.segment % 4 === 0) this.store.adopt(segment);
      else if (segment.segment % 4 === 1) pages.push(segment);
      else this.valueStore(number % VALUES_PER_SEGMENT)!.adopt(segment);
    }
    kernels.groups_reindex(this.address);
    for (const {segment, version, bytes} of pages)
      restorePage(this.memory, this.address, segment >>> 2, version, bytes);
    kernels.groups_recount(this.address);
  }

  /** Where a minmax accumulator keeps values that are not numbers. */
  private valueStore(accumulator: number): RowStore | null {
    const {argument} = this.accumulators[accumulator];
    const at = this.memory.kernels.groups_accumulator_address(this.address, accumulator);
    const address = this.memory.u32[(at + 36) >>> 2] as Address;
    return address === 0
      ? null
      : new RowStore(this.memory, [{name: 'value', type: argument!, nullable: false}], address);
  }

  close(): void {
    this.memory.kernels.groups_free(this.address);
  }
}

/** Lists of groups, one entry a group. */
type Chunk = {
  readonly capacity: number;
  readonly references: Address;
  /** Addresses of the groups' rows. */
  readonly before: Address;
  readonly after: Address;
  readonly wasOut: Address;
  readonly isOut: Address;
  release(): void;
};

function makeChunk(memory: Memory, capacity: number): Chunk {
  const [references, before, after] = [4, 4, 4].map(width => memory.alloc(capacity * width));
  const [wasOut, isOut] = [1, 1].map(width => memory.alloc(capacity * width));
  return {
    capacity,
    references,
    before,
    after,
    wasOut,
    isOut,
    release: () => [references, before, after, wasOut, isOut].forEach(address => memory.release(address)),
  };
}
