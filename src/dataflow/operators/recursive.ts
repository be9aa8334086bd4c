import {selectRows} from '../../columnar/batch-rows.ts';
import type {Batch} from '../../columnar/batch.ts';
import {consolidate} from '../../columnar/consolidate.ts';
import {selectedRows} from '../../columnar/datum-access.ts';
import type {Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Tick} from '../../types/tick.ts';
import {OrderedMultiset} from '../arrangement/ordered-multiset.ts';
import type {OperatorContext} from '../operator-context.ts';
import type {Checkpointable, Operator, Output} from '../operator.ts';

/** A view whose recursion does not end must not keep the tick from ending; a read can be cancelled. */
const MOST_ITERATIONS = 100_000;

/**
 * The head of a loop: rows (r, i), i the iteration in the last column, from base (port 0, i = 0) and from the step over
 * what comes out here (port 1). O = base + step, and with UNION of each r only that of the least i: so a row that can be
 * reached from itself does not hold itself up, and retractions are exact. ΔO goes round the loop one iteration at a time,
 * the least first: when iteration i is given out, all that it depends on has been, so that what a change takes back and
 * what it brings anew meet here before they are passed on.
 * State: with UNION every (r, i) that base and step give; else none between ticks.
 */
export class RecursiveOperator implements Operator {
  readonly name: string;
  readonly schema: Schema;
  private readonly context: OperatorContext;
  private readonly label: string;
  /** All rows by r, of which the first is out or pending; null for UNION ALL. */
  private readonly rows: OrderedMultiset | null;
  private appended = false;
  /** Changes of O that are not given out yet, by iteration. */
  private readonly waiting = new Map<bigint, Batch[]>();
  private changes: Iterator<Batch> | null = null;

  constructor(schema: Schema, options: {readonly name: string; readonly distinct: boolean}, context: OperatorContext) {
    this.name = options.distinct ? 'recursive union' : 'recursive union all';
    this.label = options.name;
    this.schema = schema;
    this.context = context;
    const iteration = schema.length - 1;
    this.rows = options.distinct
      ? new OrderedMultiset(context.memory, schema, {
          partition: schema.slice(0, -1).map((_, i) => i),
          order: [{column: iteration, descending: false, nullsFirst: false}],
          limit: 1n,
          offset: 0n,
        })
      : null;
  }

  get stateBytes(): number {
    return this.rows?.bytes ?? 0;
  }

  get state(): readonly Checkpointable[] {
    return this.rows ? [this.rows] : [];
  }

  /** There is more to give out once what has been given out has gone round. */
  get unfinished(): boolean {
    return this.appended || this.waiting.size > 0;
  }

  push(_port: number, delta: Batch): void {
    if (!this.rows) return this.wait(delta);
    this.rows.append(delta);
    this.appended = true;
  }

  flush(_tick: Tick, out: Output): 'done' | 'more' {
    if (this.appended) {
      this.changes ??= this.rows!.changes()[Symbol.iterator]();
      const next = this.changes.next();
      if (!next.done) {
        this.wait(next.value);
        next.value.release();
        return 'more';
      }
      this.changes = null;
      this.appended = false;
      this.rows!.endTick();
    }
    this.giveOut(out);
    return 'done';
  }

  /** The changes of the least iteration that has any. */
  private giveOut(out: Output): void {
    const {memory} = this.context;
    for (const iteration of [...this.waiting.keys()].sort((a, b) => (a < b ? -1 : 1))) {
      const waiting = this.waiting.get(iteration)!;
      this.waiting.delete(iteration);
      const deltas = consolidate(memory, this.schema, waiting);
      for (const batch of waiting) batch.release();
      if (deltas.length === 0) continue;
      if (iteration > MOST_ITERATIONS && (this.context.mode === 'live' || this.context.trial)) {
        for (const delta of deltas) delta.release();
        throw new SqlError('54000', `recursive query "${this.label}" goes beyond ${MOST_ITERATIONS} iterations`);
      }
      for (const delta of deltas) out.emit(delta);
      return;
    }
  }

  /** Most deltas are of one iteration; others are taken apart. */
  private wait(delta: Batch): void {
    const iterations = this.iterationsOf(delta);
    for (const [iteration, rows] of iterations) {
      const part = rows.length === delta.selected ? delta.retain() : this.part(delta, rows);
      const there = this.waiting.get(iteration);
      if (there) there.push(part);
      else this.waiting.set(iteration, [part]);
    }
  }

  private iterationsOf(delta: Batch): Map<bigint, number[]> {
    const {memory} = this.context;
    const values = delta.columns[this.schema.length - 1].values >>> 3;
    const rows = new Map<bigint, number[]>();
    let list: number[] = [];
    let last = -1n;
    for (const row of selectedRows(delta)) {
      const iteration = memory.i64[values + row];
      if (iteration !== last || list.length === 0) {
        last = iteration;
        list = rows.get(iteration) ?? [];
        rows.set(iteration, list);
      }
      list.push(row);
    }
    return rows;
  }

  private part(delta: Batch, rows: readonly number[]): Batch {
    const {memory} = this.context;
    const selection = memory.alloc(rows.length * 4);
    memory.u32.set(rows, selection >>> 2);
    return selectRows(delta, selection, rows.length);
  }

  advance(): void {}

  close(): void {
    this.changes?.return?.();
    this.rows?.close();
    for (const batches of this.waiting.values()) for (const batch of batches) batch.release();
    this.waiting.clear();
  }
}
