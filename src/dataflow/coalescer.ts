import type {Batch} from '../columnar/batch.ts';
import {concatBatches} from '../columnar/batch-rows.ts';
import type {Memory} from '../kernels/memory.ts';
import type {Schema} from '../types/schema.ts';
import type {Output} from './operator.ts';

/** A batch with this many rows is worth a call of every kernel downstream; smaller ones wait for company. */
const WORTH_EMITTING = 1024;
const ENOUGH = 4096;

/** Joins the tiny batches of a selective operator into well filled ones; what waits goes out with the tick's flush. */
export class Coalescer {
  private readonly memory: Memory;
  private readonly schema: Schema;
  private waiting: Batch[] = [];
  private rows = 0;

  constructor(memory: Memory, schema: Schema) {
    this.memory = memory;
    this.schema = schema;
  }

  /** Takes the reference. */
  add(batch: Batch, out: Output): void {
    if (batch.selected >= WORTH_EMITTING) {
      out.emit(batch);
      return;
    }
    if (batch.selected === 0) {
      batch.release();
      return;
    }
    this.waiting.push(batch);
    this.rows += batch.selected;
    if (this.rows >= ENOUGH) this.flush(out);
  }

  flush(out: Output): void {
    const {waiting} = this;
    if (waiting.length === 0) return;
    this.waiting = [];
    this.rows = 0;
    if (waiting.length === 1) {
      out.emit(waiting[0]);
      return;
    }
    const joined = concatBatches(this.memory, this.schema, waiting);
    for (const batch of waiting) batch.release();
    for (const batch of joined) out.emit(batch);
  }

  close(): void {
    for (const batch of this.waiting) batch.release();
    this.waiting = [];
    this.rows = 0;
  }
}
