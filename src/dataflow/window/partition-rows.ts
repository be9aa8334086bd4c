import {datumReader} from '../../columnar/datum-access.ts';
import {releaseVector} from '../../columnar/vector-references.ts';
import {datumEquality} from '../../expr/datum-order.ts';
import type {Address} from '../../kernels/memory.ts';
import type {SortKey} from '../../plan/physical.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {OrderedPartitions} from '../arrangement/ordered-partitions.ts';

/** Rows whose values are read at once. */
const CHUNK = 8192;
const MOST_COPIES = 2 ** 30;

/** A stretch of a partition, each row once, with how often it was there before the tick and is now. */
export type Stretch = {
  readonly references: Uint32Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
};

/** What both sides of a tick read of a stretch: values of columns, and which rows are peers. */
export class StretchValues {
  readonly stretch: Stretch;
  /** Number of the group of peers of each row. */
  readonly groups: Uint32Array;
  private readonly columns = new Map<number, readonly Datum[]>();

  private constructor(stretch: Stretch) {
    this.stretch = stretch;
    this.groups = new Uint32Array(stretch.references.length);
  }

  /** Reads `columns`, and with `order` tells the peers. Yields now and then. */
  static *read(
    rows: OrderedPartitions,
    stretch: Stretch,
    columns: readonly number[],
    order: readonly SortKey[] | null,
  ): Generator<null, StretchValues> {
    const values = new StretchValues(stretch);
    const wanted = [...new Set([...columns, ...(order ?? []).map(({column}) => column)])];
    const {memory} = rows;
    const {length} = stretch.references;
    const read = wanted.map(() => new Array<Datum>(length));
    for (let from = 0; wanted.length > 0 && from < length; from += CHUNK) {
      const count = Math.min(CHUNK, length - from);
      const list: Address = memory.alloc(count * 4);
      memory.u32.set(stretch.references.subarray(from, from + count), list >>> 2);
      const vectors = rows.gather(wanted, list, count);
      memory.release(list);
      vectors.forEach((vector, c) => {
        const value = datumReader(memory, vector);
        for (let i = 0; i < count; i++) read[c][from + i] = value(i);
        releaseVector(memory, vector);
      });
      yield null;
    }
    wanted.forEach((column, i) => values.columns.set(column, read[i]));
    if (order)
      values.findPeers(
        order.map(({column}) => ({values: values.column(column), same: datumEquality(rows.schema[column].type)})),
      );
    return values;
  }

  column(column: number): readonly Datum[] {
    return this.columns.get(column)!;
  }

  /** The first row of the group of peers that the row is in. */
  startOfGroup(row: number): number {
    let at = row;
    while (at > 0 && this.groups[at - 1] === this.groups[at]) at--;
    return at;
  }

  private findPeers(keys: readonly {values: readonly Datum[]; same: (a: Datum, b: Datum) => boolean}[]): void {
    const {groups} = this;
    for (let i = 1; i < groups.length; i++) {
      const peers = keys.every(({values, same}) => same(values[i - 1], values[i]));
      groups[i] = groups[i - 1] + Number(!peers);
    }
  }
}

/** The rows of a stretch on one side of the tick, each as often as it was there, numbered from 0. */
export class PartitionRows {
  readonly rows: number;
  readonly values: StretchValues;
  /** Row → row of the stretch. */
  private readonly sources: Uint32Array;
  private groupOf: Uint32Array | null = null;
  private groupStarts: number[] = [];

  constructor(values: StretchValues, copies: Float64Array) {
    let total = 0;
    for (const count of copies) total += count;
    if (total > MOST_COPIES) throw new SqlError('54000', 'window partition has too many rows');
    this.values = values;
    this.rows = total;
    this.sources = new Uint32Array(total);
    let at = 0;
    for (let i = 0; i < copies.length; i++) for (let copy = 0; copy < copies[i]; copy++) this.sources[at++] = i;
  }

  value(column: number, row: number): Datum {
    return this.values.column(column)[this.sources[row]];
  }

  groupsBefore(row: number): number {
    return this.peers()[row];
  }

  firstPeer(row: number): number {
    return this.groupStarts[this.peers()[row]];
  }

  behindPeers(row: number): number {
    return this.groupStarts[this.peers()[row] + 1];
  }

  /** The first row of a group; the number of rows for any group behind the last one. */
  groupStart(group: number): number {
    this.peers();
    return this.groupStarts[group] ?? this.rows;
  }

  private peers(): Uint32Array {
    if (this.groupOf) return this.groupOf;
    const {groups} = this.values;
    const groupOf = new Uint32Array(this.rows);
    for (let row = 0; row < this.rows; row++) {
      const opens = row === 0 || groups[this.sources[row]] !== groups[this.sources[row - 1]];
      if (opens) this.groupStarts.push(row);
      groupOf[row] = this.groupStarts.length - 1;
    }
    this.groupStarts.push(this.rows);
    this.groupOf = groupOf;
    return groupOf;
  }
}
