import type {Batch} from '../columnar/batch.ts';
import {consolidate} from '../columnar/consolidate.ts';
import type {Memory} from '../kernels/memory.ts';
import type {Schema} from '../types/schema.ts';
import {Arrangement} from './arrangement/arrangement.ts';

/** Up to this many rows a map of rows in JavaScript is faster than setting up a hash index. */
const FEW_ROWS = 64;

/** Collects a tick's chunks and gives them back with every row once. State: the chunks, until `finish`. */
export class DeltaConsolidator {
  private readonly memory: Memory;
  private readonly schema: Schema;
  private chunks: Batch[] = [];
  private rows = 0;

  constructor(memory: Memory, schema: Schema) {
    this.memory = memory;
    this.schema = schema;
  }

  get isEmpty(): boolean {
    return this.chunks.length === 0;
  }

  /** Retains the chunk. */
  add(chunk: Batch): void {
    this.chunks.push(chunk.retain());
    this.rows += chunk.selected;
  }

  /** The sum of the chunks; the caller releases each batch. Errors: 22003 when a weight overflows. */
  finish(): Batch[] {
    const {chunks, rows} = this;
    this.chunks = [];
    this.rows = 0;
    if (chunks.length === 1 && chunks[0].consolidated) return chunks;
    try {
      return rows <= FEW_ROWS ? consolidate(this.memory, this.schema, chunks) : this.consolidateMany(chunks);
    } finally {
      for (const chunk of chunks) chunk.release();
    }
  }

  private consolidateMany(chunks: readonly Batch[]): Batch[] {
    const sum = new Arrangement(this.memory, this.schema, []);
    try {
      for (const chunk of chunks) sum.append(chunk);
      const snapshot = sum.snapshot();
      const batches = snapshot.batches.map(batch => batch.retain());
      snapshot.release();
      return batches;
    } finally {
      sum.close();
    }
  }

  close(): void {
    for (const chunk of this.chunks) chunk.release();
    this.chunks = [];
    this.rows = 0;
  }
}
