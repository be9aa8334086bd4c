import {batchFromRows} from '../../columnar/builder.ts';
import {DESCRIPTOR_BYTES, describeColumns} from '../../columnar/descriptor.ts';
import {readDatumAt, SEGMENT_SHIFT, segmentColumns} from '../../dataflow/arrangement/row-store.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import {fitsSchema, lookupKey, type PointLookup} from '../../plan/point-lookup.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {Datum} from '../../types/datum.ts';
import type {Schema} from '../../types/schema.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Published} from '../engine/publications.ts';
import {PeekLease} from './gate.ts';
import {PROBE_KEY_BYTES, ProbeKey} from './probe-key.ts';
import {ANSWERED, GONE, SLOTS} from './words.ts';

type Count = {readonly relation: ObjectId; readonly columns: readonly number[]; count: number; found: number};

type Index = {
  readonly name: string;
  readonly count: Count;
  published: Published | null;
  asking: boolean;
  /** Lookups to go the long way before it is asked for (again): a single one is not worth an index. */
  patience: number;
};

/** A column of the row that is asked for, and where its descriptor is among the segment's. */
type Wanted = {readonly type: SqlType; readonly at: number};

type Way = {
  readonly index: Index;
  readonly columns: readonly Wanted[];
  /** The index that is known to be what the lookup means, and its key there. */
  fits: Published | null;
  keySchema: Schema;
  keyTypes: readonly SqlType[];
};

const PATIENCE = 1;
const LATER = 100;
/** What key_index_find gives. */
const NO_ROW = 0;
const FOUND = 1;

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
  /** By the index's name; they outlive it. */
  private readonly counts = new Map<string, Count>();
  private readonly ways = new WeakMap<PointLookup, Way>();
  private readonly found: Address;
  private readonly plainKey: ProbeKey;

  constructor(
    memory: Memory,
    words: Int32Array,
    ask: (object: ObjectId, columns: readonly number[]) => Promise<Published | null>,
  ) {
    this.memory = memory;
    this.words = words;
    this.lease = new PeekLease(words);
    this.ask = ask;
    const room = memory.kernels.probe_room();
    this.plainKey = new ProbeKey(memory, room as Address);
    this.found = (room + PROBE_KEY_BYTES) as Address;
  }

  /** The row, null when there is none; undefined: the engine has to be asked. Of its columns those in `columns`, all by default. */
  row(lookup: PointLookup, parameters: readonly Datum[]): readonly Datum[] | null | undefined {
    const way = this.wayOf(lookup);
    const {index} = way;
    const {published} = index;
    if (!published) {
      this.request(lookup, index);
      return undefined;
    }
    if (way.fits !== published) {
      if (!fitsSchema(lookup, published.schema)) return undefined;
      way.keySchema = lookup.key.map(column => published.schema[column]);
      way.keyTypes = way.keySchema.map(({type}) => type);
      way.fits = published;
    }
    const key = lookupKey(lookup, parameters);
    if (key === null) return undefined;
    const row = this.plainKey.put(way.keyTypes, key)
      ? this.lease.hold(() => this.read(way, published, this.plainKey.address))
      : this.findByBatch(way, published, key);
    if (row === undefined) return undefined;
    Atomics.add(this.words, ANSWERED, 1);
    index.count.count++;
    if (row !== null) index.count.found++;
    return row;
  }

  /** Counts begin anew: of a relation, or of all. */
  resetCounts(relation: ObjectId | null): void {
    for (const [key, each] of this.counts) if (relation === null || each.relation === relation) this.counts.delete(key);
  }

  /** What has been asked for here since the counts began. */
  get counted(): readonly Count[] {
    return [...this.counts.values()];
  }

  private findByBatch(way: Way, published: Published, key: readonly Datum[]): readonly Datum[] | null | undefined {
    const {memory} = this;
    const batch = batchFromRows(memory, way.keySchema, [key]);
    const columns = describeColumns(memory, batch.columns);
    try {
      return this.lease.hold(() => this.read(way, published, columns));
    } finally {
      memory.release(columns);
      batch.release();
    }
  }

  private read(
    {index, columns}: Way,
    {arrangement, index: address, slot, version}: Published,
    key: Address,
  ): readonly Datum[] | null | undefined {
    const {memory, found} = this;
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
        return this.values(columns, arrangement, reference >>> SEGMENT_SHIFT, reference & ((1 << SEGMENT_SHIFT) - 1));
      }
      default:
        return undefined;
    }
  }

  private values(columns: readonly Wanted[], arrangement: Address, segment: number, row: number): Datum[] {
    const {memory} = this;
    const descriptors = segmentColumns(memory, arrangement, segment);
    const values: Datum[] = [];
    for (const {type, at} of columns) values.push(readDatumAt(memory, type, descriptors + at, row));
    return values;
  }

  private wayOf(lookup: PointLookup): Way {
    const known = this.ways.get(lookup);
    if (known) return known;
    const {schema} = lookup;
    const columns = (lookup.columns ?? schema.map((_, i) => i)).map(i => ({
      type: schema[i].type,
      at: i * DESCRIPTOR_BYTES,
    }));
    const way: Way = {index: this.indexFor(lookup), columns, fits: null, keySchema: [], keyTypes: []};
    this.ways.set(lookup, way);
    return way;
  }

  private indexFor(lookup: PointLookup): Index {
    const name = `${lookup.object}:${lookup.key.join()}`;
    let index = this.indexes.get(name);
    if (!index) {
      let count = this.counts.get(name);
      if (!count) this.counts.set(name, (count = {relation: lookup.object, columns: lookup.key, count: 0, found: 0}));
      this.indexes.set(name, (index = {name, count, published: null, asking: false, patience: PATIENCE}));
    }
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
