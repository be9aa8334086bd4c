import type {Batch} from '../columnar/batch.ts';
import type {Schema} from '../types/schema.ts';
import type {SqlError} from '../types/sql-error.ts';
import type {Tick, Watermark} from '../types/tick.ts';

/** Where an operator puts its output. */
export interface Output {
  /** Takes the reference: the caller must not touch `delta` afterwards unless it retained it. At most MAX_BATCH_ROWS rows. */
  emit(delta: Batch): void;
  /** A row whose expression failed, with the row's weight: retractable, so correcting the row takes the error back. */
  emitError(error: SqlError, weight: bigint, row?: string): void;
}

/**
 * One node of a circuit. In a tick it gets 0…n chunks on each port, then `flush` until it says 'done'. Operators are
 * synchronous; state changes only in `push` and `flush`.
 */
export interface Operator {
  /** As EXPLAIN prints it: 'filter', 'hash join'. */
  readonly name: string;
  readonly schema: Schema;
  /** Bytes of state in linear memory now. */
  readonly stateBytes: number;
  /** A delta arrives; the operator does not own the reference (retains what it keeps). Linear operators emit here. */
  push(port: number, delta: Batch, out: Output): void;
  /** The inputs of the tick are complete. 'more': call again (so that a large tick can be sliced). */
  flush(tick: Tick, out: Output): 'done' | 'more';
  /** Work that `push` has queued up so as not to block; done between chunks. 'more': call again. */
  drain?(out: Output): 'done' | 'more';
  /** Gives out the rows that wait for others to come, without an end of the tick: after them comes one that fails. */
  passOn?(out: Output): void;
  /** The head of a loop: it gives out more when what it has given out has gone round. */
  readonly unfinished?: boolean;
  /** The dataflow has caught up with the circuit: from the next tick on it steps with it. */
  goLive?(): void;
  /** No row below the mark will come on this port. */
  advance(port: number, mark: Watermark, out: Output): void;
  /** Structures that a checkpoint must carry, in a fixed order. */
  readonly state: readonly Checkpointable[];
  /** Frees all state. */
  close(): void;
}

/**
 * State that is written to and read from a checkpoint as segments. A segment is named by its number and has a
 * version; one whose version a checkpoint already has is not written again.
 */
export interface Checkpointable {
  /** Segments that exist now, with the version of each. */
  segments(): readonly {readonly segment: number; readonly version: number}[];
  /** The bytes of a segment, self-contained; copied out at once, so that ticks may go on. */
  writeSegment(segment: number): Uint8Array;
  /** Called once on an empty structure with every segment of the checkpoint, in ascending order of segment number. */
  restore(segments: Iterable<{readonly segment: number; readonly version: number; readonly bytes: Uint8Array}>): void;
}
