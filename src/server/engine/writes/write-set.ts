import type {Batch} from '../../../columnar/batch.ts';
import {conformBatch, type MissingValues} from '../../../columnar/widen.ts';
import {Arrangement} from '../../../dataflow/arrangement/arrangement.ts';
import type {TableSpec} from '../../../session/table-spec.ts';
import type {ObjectId} from '../../../plan/rel.ts';
import type {Schema} from '../../../types/schema.ts';
import type {TableDeltas} from './commit-queue.ts';

/** How much of a write set there was at some moment: deltas by table. */
export type WriteMark = ReadonlyMap<ObjectId, number>;

/**
 * What a transaction (or a statement that is one) has written and not committed: table deltas, in order. The sum of a
 * table's deltas is kept as an arrangement once somebody looks for keys in it.
 */
export class WriteSet {
  private readonly tables = new Map<ObjectId, Batch[]>();
  /** What the transaction has read, if its commit must find that unchanged (SERIALIZABLE). */
  reads: {readonly objects: ReadonlySet<ObjectId>; readonly since: number} | null = null;
  /** Who reads what it writes must not commit on what was there before, if SERIALIZABLE itself. */
  serializable = false;
  private readonly generations = new Map<ObjectId, number>();
  private readonly sums = new Map<ObjectId, {readonly rows: Arrangement; deltas: number}>();

  /** Takes over the references. `generation`: the table's, which the rows are made for. */
  add(table: ObjectId, deltas: readonly Batch[], generation: number): void {
    if (deltas.length === 0) return;
    this.generations.set(table, generation);
    const list = this.tables.get(table);
    if (list) list.push(...deltas);
    else this.tables.set(table, [...deltas]);
  }

  /** What the table was when rows for it were made. */
  generationOf(table: ObjectId): number | undefined {
    return this.generations.get(table);
  }

  /** The transaction has itself changed what the table's rows look like. */
  conform(table: ObjectId, schema: Schema, missing: MissingValues, generation: number): void {
    const deltas = this.tables.get(table);
    if (!deltas) return;
    this.generations.set(table, generation);
    if (deltas[0].columns.length === schema.length) return;
    const conformed = deltas.map(delta => conformBatch(delta, schema, missing));
    for (const delta of deltas) delta.release();
    this.tables.set(table, conformed);
    this.dropSum(table);
  }

  /** By table; the set keeps the references. */
  get deltas(): TableDeltas {
    return this.tables;
  }

  get isEmpty(): boolean {
    return this.tables.size === 0;
  }

  /** The sum of the table's deltas, rows with negative weights among them; null when there are none. */
  sum(table: ObjectId): Arrangement | null {
    for (const _ of this.summing(table));
    return this.sums.get(table)?.rows ?? null;
  }

  /** Makes the sum, a delta a step. It will be asked for by `keys`: indexes grow with it. */
  *summing(table: ObjectId, keys: readonly (readonly number[])[] = []): Generator<void> {
    const deltas = this.tables.get(table);
    if (!deltas || deltas.length === 0) return;
    let sum = this.sums.get(table);
    if (!sum) {
      const {memory, schema} = deltas[0];
      this.sums.set(table, (sum = {rows: new Arrangement(memory, schema, []), deltas: 0}));
      for (const columns of keys) sum.rows.index(columns);
    }
    if (sum.deltas === deltas.length) return;
    while (sum.deltas < deltas.length) {
      sum.rows.append(deltas[sum.deltas++]);
      yield;
    }
    sum.rows.endTick();
  }

  /** The sum, if its rows are made for the table as it is here. */
  sumFor({oid, generation}: TableSpec): Arrangement | null {
    return this.generations.get(oid) === generation ? this.sum(oid) : null;
  }

  mark(): WriteMark {
    return new Map([...this.tables].map(([table, deltas]) => [table, deltas.length]));
  }

  /** Forgets what has been written since. */
  rollbackTo(mark: WriteMark): void {
    for (const [table, deltas] of this.tables) {
      const kept = mark.get(table) ?? 0;
      if (kept === deltas.length) continue;
      for (const delta of deltas.splice(kept)) delta.release();
      if (kept === 0) this.tables.delete(table);
      this.dropSum(table);
    }
  }

  /** Nothing has been written to these tables. */
  forget(isGone: (table: ObjectId) => boolean): void {
    for (const [table, deltas] of [...this.tables]) {
      if (!isGone(table)) continue;
      for (const delta of deltas) delta.release();
      this.tables.delete(table);
      this.dropSum(table);
    }
  }

  private dropSum(table: ObjectId): void {
    this.sums.get(table)?.rows.close();
    this.sums.delete(table);
  }

  /** Empties the set; the caller takes over the references. */
  take(): TableDeltas {
    const taken = new Map(this.tables);
    this.tables.clear();
    this.closeSums();
    return taken;
  }

  close(): void {
    for (const deltas of this.take().values()) for (const delta of deltas) delta.release();
  }

  private closeSums(): void {
    for (const {rows} of this.sums.values()) rows.close();
    this.sums.clear();
  }
}
