import type {Batch} from '../../columnar/batch.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {Schema} from '../../types/schema.ts';
import {Arrangement} from '../arrangement/arrangement.ts';
import type {ArrangementReader} from '../arrangement/reader.ts';
import type {Checkpointable} from '../operator.ts';

/** What a join is told of one of its inputs. */
export type JoinInput = {
  readonly schema: Schema;
  readonly keys: readonly number[];
  readonly monotonic: boolean;
  /** The input is an object whose rows the circuit keeps anyway: its index by the keys. */
  readonly shared: (() => ArrangementReader) | null;
};

/**
 * One input of a join, integrated and indexed by the join keys. Owned: the join appends what is pushed. Shared: the index
 * of the object that the input is; its owner appends the whole tick's delta before the join is flushed, and ends the
 * tick. A side that can be shared is owned while its dataflow hydrates, since the shared index is ahead of it then.
 */
export class JoinSide {
  readonly input: JoinInput;
  /** Those that the join reads: an object that is shared may have got more since. */
  readonly columns: readonly number[];
  private owned: Arrangement | null;
  private current: ArrangementReader;

  constructor(memory: Memory, input: JoinInput, options: {readonly live: boolean; readonly appendOnly: boolean}) {
    this.input = input;
    this.columns = input.schema.map((_, i) => i);
    if (options.live && input.shared) {
      this.owned = null;
      this.current = input.shared();
    } else {
      this.owned = new Arrangement(memory, input.schema, input.keys, {monotonic: options.appendOnly});
      this.current = this.owned;
    }
  }

  get isShared(): boolean {
    return this.owned === null;
  }

  get reader(): ArrangementReader {
    return this.current;
  }

  /** Bytes that the join itself holds. */
  get bytes(): number {
    return this.owned?.bytes ?? 0;
  }

  get state(): readonly Checkpointable[] {
    return this.owned ? [this.owned] : [];
  }

  /** An owned side takes the delta in; a shared one has it already. */
  append(delta: Batch): void {
    this.owned?.append(delta);
  }

  /** The dataflow has caught up with the tick: reads the shared index from now on. */
  goLive(): void {
    if (!this.owned || !this.input.shared) return;
    this.owned.close();
    this.owned = null;
    this.current = this.input.shared();
  }

  /** A part of what the end of the tick would do at once; nothing may be appended any more. */
  prepareEnd(): 'done' | 'more' {
    return this.owned?.prepareEnd() ?? 'done';
  }

  endTick(): void {
    this.owned?.endTick();
  }

  close(): void {
    this.owned?.close();
    this.owned = null;
  }
}
