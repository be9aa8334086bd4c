import type {Arrangement, PublicIndex} from '../../dataflow/arrangement/arrangement.ts';
import type {Circuit} from '../../dataflow/circuit.ts';
import type {ObjectId} from '../../plan/rel.ts';
import {ANSWERED, GONE, MAX_SLOTS, SLOTS, UNREADABLE} from '../peek/words.ts';

/** An index that the main thread may look rows up in while the word of its slot is this version. */
export type Published = PublicIndex & {readonly slot: number; readonly version: number};

type Publication = {readonly object: ObjectId; readonly arrangement: Arrangement; readonly version: number};

/** The indexes that the main thread looks rows up in by itself, and whether it may at the moment. */
export class Publications {
  private readonly circuit: Circuit;
  private readonly words: Int32Array;
  private readonly bySlot = new Map<number, Publication>();
  private lastVersion = 0;

  constructor(circuit: Circuit, words: Int32Array) {
    this.circuit = circuit;
    this.words = words;
  }

  /** Between two ticks. null: not now. */
  publish(object: ObjectId, columns: readonly number[]): Published | null {
    const arrangement = this.circuit.readable(object);
    const slot = arrangement && this.freeSlot();
    if (slot === null) return null;
    const version = ++this.lastVersion;
    const index = arrangement!.publicIndex(columns);
    this.bySlot.set(slot, {object, arrangement: arrangement!, version});
    Atomics.store(this.words, SLOTS + slot, version);
    return {...index, slot, version};
  }

  /** Says of each what has become of it. What the tick under way may change is not to be read by others until it is over. */
  refresh(): void {
    for (const [slot, {object, arrangement, version}] of this.bySlot) {
      const isReached = this.circuit.ticking && this.circuit.has(object) && this.circuit.isReached(object);
      const readable = isReached ? null : this.circuit.readable(object);
      const isGone =
        readable !== arrangement && (!this.circuit.has(object) || this.circuit.arrangement(object) !== arrangement);
      if (isGone) this.bySlot.delete(slot);
      Atomics.store(this.words, SLOTS + slot, readable === arrangement ? version : isGone ? GONE : UNREADABLE);
    }
  }

  /** Peeks that have been answered. */
  get peeks(): number {
    return Atomics.load(this.words, ANSWERED) >>> 0;
  }

  private freeSlot(): number | null {
    for (let slot = 0; slot < MAX_SLOTS; slot++) if (!this.bySlot.has(slot)) return slot;
    return null;
  }
}
