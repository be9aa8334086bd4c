import {Batch} from '../columnar/batch.ts';
import {retainVector} from '../columnar/vector-references.ts';
import type {Memory} from '../kernels/memory.ts';
import type {Schema} from '../types/schema.ts';
import {GroupTable} from './arrangement/group-table.ts';
import type {Checkpointable} from './operator.ts';
import {presenceFlips} from './presence.ts';

/** How many rows a stream has for each key, and which keys came or went in the tick. State: every key with its count. */
export class KeyPresence {
  readonly schema: Schema;
  private readonly memory: Memory;
  private readonly keys: readonly number[];
  private readonly counts: GroupTable;

  constructor(memory: Memory, input: Schema, keys: readonly number[]) {
    this.memory = memory;
    this.keys = keys;
    this.schema = keys.map(key => input[key]);
    this.counts = new GroupTable(memory, this.schema, []);
  }

  get bytes(): number {
    return this.counts.bytes;
  }

  get state(): readonly Checkpointable[] {
    return [this.counts];
  }

  update(delta: Batch): void {
    this.counts.update(delta, this.keys, []);
  }

  /** The keys that have rows now and had none before the tick with +1, the reverse with −1. The caller releases each. */
  *flips(): Iterable<Batch> {
    for (const changes of this.counts.changes()) {
      const flips = presenceFlips(this.memory, changes);
      let batch: Batch | null = null;
      if (flips) {
        const columns = changes.keys.map(key => retainVector(this.memory, key));
        batch = new Batch(this.memory, {schema: this.schema, length: changes.count, columns, ...flips});
      }
      changes.release();
      if (batch) yield batch;
    }
  }

  endTick(): void {
    this.counts.endTick();
  }

  close(): void {
    this.counts.close();
  }
}
