import type {Batch} from '../columnar/batch.ts';
import type {Tick} from '../types/tick.ts';

/** Where a view's changes go outside the server. */
export interface Sink {
  /** One tick's changes, in chunks; idempotent by tick. The sink retains what it keeps. */
  write(tick: Tick, delta: Batch): void;
  /** The tick's changes are complete; resolves when the sink can take the next one (back-pressure). */
  endTick(tick: Tick): Promise<void>;
  /** The checkpoint that covers `upTo` is durable. */
  commit(upTo: Tick): Promise<void>;
  close(): Promise<void>;
}
