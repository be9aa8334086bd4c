import type {Batch} from '../columnar/batch.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {Schema} from '../types/schema.ts';
import type {Arrangement} from './arrangement/arrangement.ts';
import type {Dataflow} from './dataflow.ts';

/** An object of the circuit by its id: what it is, who reads it, and what is fed to it for the next tick. */
export class CircuitObject {
  readonly id: ObjectId;
  readonly kind: 'table' | 'stream' | 'view' | 'sink';
  schema: Schema;
  /** Views and sinks. */
  readonly dataflow: Dataflow | null;
  /** Tables. */
  private rows: Arrangement | null;
  readonly readers: {readonly dataflow: Dataflow; readonly input: number}[] = [];
  private queue: Batch[] = [];

  constructor(
    id: ObjectId,
    kind: CircuitObject['kind'],
    schema: Schema,
    {rows, dataflow}: {readonly rows?: Arrangement; readonly dataflow?: Dataflow},
  ) {
    this.id = id;
    this.kind = kind;
    this.schema = schema;
    this.rows = rows ?? null;
    this.dataflow = dataflow ?? null;
  }

  /** The rows that the circuit keeps of it; null for streams and sinks. */
  get arrangement(): Arrangement | null {
    return this.dataflow ? this.dataflow.arrangement : this.rows;
  }

  get isLive(): boolean {
    return this.dataflow === null || this.dataflow.state === 'live';
  }

  get hasInput(): boolean {
    return this.queue.length > 0;
  }

  /** Retains the delta. */
  feed(delta: Batch): void {
    this.queue.push(delta.retain());
  }

  /** What was fed; the references go to the caller. */
  takeInput(): Batch[] {
    const {queue} = this;
    this.queue = [];
    return queue;
  }

  /** A table's rows under another schema; takes the arrangement over. */
  replaceRows(rows: Arrangement): void {
    this.rows?.close();
    this.rows = rows;
    this.schema = rows.schema;
  }

  unsubscribe(dataflow: Dataflow): void {
    for (let i = this.readers.length - 1; i >= 0; i--) {
      if (this.readers[i].dataflow === dataflow) this.readers.splice(i, 1);
    }
  }

  close(): void {
    for (const delta of this.takeInput()) delta.release();
    this.rows?.close();
    this.dataflow?.close();
  }
}
