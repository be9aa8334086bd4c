import {batchFromRows} from '../../columnar/builder.ts';
import {readDatum} from '../../columnar/datum-access.ts';
import {DESCRIPTOR_BYTES, describeColumns} from '../../columnar/descriptor.ts';
import {SEGMENT_SHIFT, segmentColumns, vectorsAt} from '../../dataflow/arrangement/row-store.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import {fitsSchema, lookupKey, type PointLookup} from '../../plan/point-lookup.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {Datum} from '../../types/datum.ts';
import type {Published} from '../engine/publications.ts';
import {PeekLease} from './gate.ts';
import {ANSWERED, GONE, SLOTS} from './words.ts';

type Index = {
  readonly name: string;
  published: Published | null;
  asking: boolean;
  /** Lookups to go the long way before it is asked for (again): a single one is not worth an index. */
  patience: number;
};

const PATIENCE = 1;
const LATER = 100;
/** What key_index_find gives. */
const NO_ROW = 0;
const FOUND = 1;
const FOUND_BYTES = 32;

/**
 * Lookups by a unique key that the main thread answers itself, in the memory that it shares with the engine, without a word to
 * that: between two ticks, when the gate is open, it finds the row by the index and reads its values.
 */
export class Peeks {
  private readonly memory: Memory;
  private readonly words: Int32Array;
  private readonly lease: PeekLease;
  private readonly ask: (object: ObjectId, columns: readonly number[]) => Promise<Published | null>;
  private readonly indexes = new Map<string, Index>();
  private readonly byLookup = new WeakMap<PointLookup, Index>();
  private readonly fitting = new WeakMap<PointLookup, Published>();

  constructor(
    memory: Memory,
    words: Int32Array,
    ask: (object: ObjectId, columns: readonly number[]) => Promise<Published | null>,
  ) {
    this.memory = memory;
    this.words = words;
    this.lease = new PeekLease(words);
    this.ask = ask;
  }

  /** The row, null when there is none; undefined: the engine has to be asked. Of its columns those in `columns`, all by default. */
  row(lookup: PointLookup, parameters: readonly Datum[]): readonly Datum[] | null | undefined {
    const index = this.indexFor(lookup);
    const {published} = index;
    if (!published) {
      this.request(lookup, index);
      return undefined;
    }
    if (this.fitting.get(lookup) !== published) {
      if (!fitsSchema(lookup, published.schema)) return undefined;
      this.fitting.set(lookup, published);
    }
    const key = lookupKey(lookup, parameters);
    if (key === null) return undefined;
    const {memory} = this;
    const batch = batchFromRows(
      memory,
      lookup.key.map(column => published.schema[column]),
      [key],
    );
    const columns = describeColumns(memory, batch.columns);
    const found = memory.alloc(FOUND_BYTES);
    try {
      const row = this.lease.hold(() => this.read(lookup, index, published, columns, found));
      if (row !== undefined) Atomics.add(this.words, ANSWERED, 1);
      return row;
    } finally {
      memory.release(found);
      memory.release(columns);
      batch.release();
    }
  }

  private read(
    lookup: PointLookup,
    index: Index,
    {arrangement, index: address, slot, version}: Published,
    key: Address,
    found: Address,
  ): readonly Datum[] | null | undefined {
    const {memory} = this;
    const state = Atomics.load(this.words, SLOTS + slot);
    if (state !== version) {
      // The slot may be another index's by now.
      if (state === GONE || state > 0) this.forget(index);
      return undefined;
    }
    switch (memory.kernels.key_index_find(arrangement, address, key, found)) {
      case NO_ROW:
        return null;
      case FOUND: {
        memory.seeGrowth();
        const reference = memory.u32[found >>> 2];
        return this.values(lookup, arrangement, reference >>> SEGMENT_SHIFT, reference & ((1 << SEGMENT_SHIFT) - 1));
      }
      default:
        return undefined;
    }
  }

  private values({schema, columns}: PointLookup, arrangement: Address, segment: number, row: number): Datum[] {
    const {memory} = this;
    const descriptors = segmentColumns(memory, arrangement, segment);
    const wanted = columns ?? schema.map((_, i) => i);
    return wanted.map(i => {
      const [vector] = vectorsAt(memory, [schema[i].type], descriptors + i * DESCRIPTOR_BYTES, row + 1);
      return readDatum(memory, vector, row);
    });
  }

  private indexFor(lookup: PointLookup): Index {
    const known = this.byLookup.get(lookup);
    if (known) return known;
    const name = `${lookup.object}:${lookup.key.join()}`;
    let index = this.indexes.get(name);
    if (!index) this.indexes.set(name, (index = {name, published: null, asking: false, patience: PATIENCE}));
    this.byLookup.set(lookup, index);
    return index;
  }

  /** The object is gone or kept elsewhere; should a plan go on asking for it, it is asked for again. */
  private forget(index: Index): void {
    index.published = null;
    if (this.indexes.get(index.name) === index) this.indexes.delete(index.name);
  }

  private request({object, key}: PointLookup, index: Index): void {
    if (index.asking || index.patience-- > 0) return;
    index.asking = true;
    index.patience = LATER;
    this.ask(object, key)
      .then(published => (index.published = published))
      .catch(() => {})
      .finally(() => (index.asking = false));
  }
}
