import type {Batch} from '../columnar/batch.ts';
import {filterBatch} from '../columnar/batch-rows.ts';
import {concatVectors} from '../columnar/concat.ts';
import {datumReader, readDatum} from '../columnar/datum-access.ts';
import {nullVector} from '../columnar/take.ts';
import {releaseVector} from '../columnar/vector-references.ts';
import type {Vector} from '../columnar/vector.ts';
import {type OrderedValues, orderedValues, type RepeatedRow} from '../expr/aggregates/fold.ts';
import {datumEquality} from '../expr/datum-order.ts';
import {ABSENT, type Memory} from '../kernels/memory.ts';
import type {SortKey} from '../plan/physical.ts';
import type {Datum} from '../types/datum.ts';
import type {Schema} from '../types/schema.ts';
import {arrayOf, BOOLEAN, type SqlType} from '../types/sql-type.ts';
import {type CollectedRows, OrderedMultiset, type RankedGroup} from './arrangement/ordered-multiset.ts';

/** What an aggregate wants of the rows of a group: columns of the operator's input. */
export type OrderedSlot = {
  readonly arguments: readonly number[];
  /** Arguments that may not be NULL in a row that counts. */
  readonly required: readonly number[];
  readonly filter: number | null;
  /** Of rows with equal arguments only the first counts. */
  readonly distinct: boolean;
  readonly order: readonly SortKey[];
  /** Values are asked for by their position: then none else is looked at. */
  readonly positional: boolean;
};

/**
 * The values of each group in order: rows (keys, sort keys, arguments) in ordered multisets, so a row comes and goes in
 * log n. What a tick brings is put in when it ends, so that until then the groups can be read as they were before it. State:
 * the rows that count.
 */
export class OrderedGroups {
  readonly rows: OrderedMultiset;
  private readonly memory: Memory;
  private readonly schema: Schema;
  private readonly slot: OrderedSlot;
  /** Columns of the input that are kept. */
  private readonly columns: readonly number[];
  /** Where the arguments are among these. */
  private readonly places: readonly number[];
  private pending: Batch[] = [];
  /**
   * Where the tick is: nothing has come yet; it found no rows, so that what comes is put in at once; what comes waits; all
   * is in.
   */
  private phase: 'idle' | 'filling' | 'waiting' | 'applied' = 'idle';

  constructor(memory: Memory, input: Schema, keys: readonly number[], slot: OrderedSlot) {
    this.memory = memory;
    this.slot = slot;
    const columns = [...keys];
    const placeOf = (column: number): number => {
      // A key is the same in all rows, but not always written the same.
      const place = columns.indexOf(column, keys.length);
      return place >= 0 ? place : columns.push(column) - 1;
    };
    const order = slot.order.map(key => ({...key, column: placeOf(key.column)}));
    this.places = slot.arguments.map(placeOf);
    this.columns = columns;
    this.schema = columns.map(index => input[index]);
    this.rows = new OrderedMultiset(memory, this.schema, {
      partition: keys.map((_, i) => i),
      // Without a wish they are in order of themselves: some order that does not depend on the history.
      order: order.length > 0 ? order : this.places.map(ascending),
      limit: 0n,
      offset: 0n,
      ranked: slot.positional,
    });
  }

  update(delta: Batch): void {
    const counting = this.counting(delta);
    const rows = counting.pick(this.schema, this.columns);
    counting.release();
    if (this.phase === 'idle') this.phase = this.rows.rows === 0 ? 'filling' : 'waiting';
    if (this.phase === 'waiting') {
      this.pending.push(rows);
      return;
    }
    this.rows.append(rows);
    rows.release();
  }

  /** The rows that pass the filter and have what they must have. */
  private counting(delta: Batch): Batch {
    const {filter, required, arguments: args} = this.slot;
    let counting = filter === null ? delta.retain() : filterBatch(delta, delta.columns[filter]);
    for (const argument of required) {
      const present = withoutNulls(counting, args[argument]);
      counting.release();
      counting = present;
    }
    return counting;
  }

  /** Puts in what the tick has brought: from now on the groups are read as they are after it. */
  apply(): void {
    for (const rows of this.pending) {
      this.rows.append(rows);
      rows.release();
    }
    this.pending = [];
    this.phase = 'applied';
  }

  /** The first argument of all rows of each of `count` groups, as an array; NULL for a group without. For no DISTINCT. */
  lists(keys: readonly Vector[], count: number): Vector {
    const {memory} = this;
    const type = arrayOf(this.schema[this.places[0]].type);
    if (this.phase === 'filling') return nullVector(memory, type, count);
    const pieces: Vector[] = [];
    for (let from = 0; from < count; from += pieces.at(-1)!.length) {
      const collected = this.rows.collect(keys, from, count);
      pieces.push(this.listsOf(collected, type));
      collected.release();
    }
    if (pieces.length === 1) return pieces[0];
    const all = concatVectors(
      memory,
      type,
      pieces.map(vector => ({vector, from: 0, count: vector.length})),
    );
    for (const piece of pieces) releaseVector(memory, piece);
    return all;
  }

  private listsOf({endOf, rows, times}: CollectedRows, type: SqlType): Vector {
    const {memory} = this;
    const total = times.reduce((sum, n) => sum + n, 0);
    const list = memory.alloc(total * 4);
    const length = endOf.length;
    const offsets = memory.allocZeroed((length + 1) * 4);
    const validity = memory.allocZeroed((length + 7) >>> 3);
    const {u32: words, u8: bytes} = memory;
    let to = list >>> 2;
    for (let group = 0, at = 0; group < length; group++) {
      for (; at < endOf[group]; at++) {
        for (let n = times[at]; n > 0; n--) words[to++] = words[(rows >>> 2) + at];
      }
      const end = to - (list >>> 2);
      words[(offsets >>> 2) + group + 1] = end;
      if (end > words[(offsets >>> 2) + group]) bytes[validity + (group >>> 3)] |= 1 << (group & 7);
    }
    const children = this.rows.gather([this.places[0]], list, total);
    memory.release(list);
    return {type, length, values: ABSENT, offsets, validity, children};
  }

  /** The values of each of `count` groups, by key; nothing of them may be kept. */
  *groups(keys: readonly Vector[], count: number): Generator<OrderedValues> {
    if (this.phase === 'filling') {
      for (let i = 0; i < count; i++) yield orderedValues([]);
      return;
    }
    if (this.slot.positional) {
      for (const group of this.rows.ranked(keys, count)) yield this.byPosition(group);
      return;
    }
    for (let from = 0; from < count;) {
      const collected = this.rows.collect(keys, from, count);
      const total = collected.times.length;
      const vectors = this.rows.gather(this.places, collected.rows, total);
      const readers = vectors.map(vector => datumReader(this.memory, vector));
      let at = 0;
      try {
        for (const end of collected.endOf) {
          const rows: RepeatedRow[] = [];
          for (; at < end; at++) rows.push({row: readers.map(read => read(at)), times: collected.times[at]});
          yield orderedValues(this.slot.distinct ? this.withoutRepeats(rows) : rows);
        }
      } finally {
        for (const vector of vectors) releaseVector(this.memory, vector);
        collected.release();
      }
      from += collected.endOf.length;
    }
  }

  private byPosition({count, rowAt}: RankedGroup): OrderedValues {
    const {memory, rows, places} = this;
    const at = (position: number): Datum[] => {
      const list = memory.alloc(4);
      memory.u32[list >>> 2] = rowAt(position);
      const vectors = rows.gather(places, list, 1);
      memory.release(list);
      const row = vectors.map(vector => readDatum(memory, vector, 0));
      for (const vector of vectors) releaseVector(memory, vector);
      return row;
    };
    return {
      count,
      at,
      rows: () => {
        throw new Error('these values are asked for by their position');
      },
    };
  }

  /** Equal rows follow one another. */
  private withoutRepeats(rows: readonly RepeatedRow[]): RepeatedRow[] {
    const equal = this.places.map(place => datumEquality(this.schema[place].type));
    const same = (a: readonly Datum[], b: readonly Datum[]) => a.every((value, i) => equal[i](value, b[i]));
    const kept: RepeatedRow[] = [];
    for (const {row} of rows) if (kept.length === 0 || !same(row, kept.at(-1)!.row)) kept.push({row, times: 1});
    return kept;
  }

  endTick(): void {
    this.apply();
    this.rows.endTick();
    this.phase = 'idle';
  }

  close(): void {
    for (const rows of this.pending) rows.release();
    this.pending = [];
    this.rows.close();
  }
}

function ascending(column: number): SortKey {
  return {column, descending: false, nullsFirst: false};
}

function withoutNulls(batch: Batch, column: number): Batch {
  const {validity, length} = batch.columns[column];
  if (validity === 0) return batch.retain();
  return filterBatch(batch, {
    type: BOOLEAN,
    length,
    values: validity,
    offsets: ABSENT,
    validity: ABSENT,
    children: [],
  });
}
