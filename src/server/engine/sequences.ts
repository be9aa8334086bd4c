import type {SequenceAccess} from '../../catalog/system/sequence-access.ts';
import type {Datum} from '../../types/datum.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {SequenceSpec} from '../../session/sequence-spec.ts';
import {SqlError} from '../../types/sql-error.ts';

/** Where a sequence is: `called` says whether `last` has been given out. */
type SequenceState = {readonly last: bigint; readonly called: boolean};

/** What the disk has to remember of sequences. */
interface SequenceStore {
  putSequences(states: ReadonlyMap<ObjectId, SequenceState>): Promise<void>;
}

/** So many values are written off ahead: a crash loses them, and no value costs a write of its own. As in Postgres. */
const RESERVED = 32;

type Sequence = {
  spec: SequenceSpec;
  state: SequenceState;
  /** Values that may be given out before the disk must hear of it. */
  reserved: number;
};

/**
 * Sequences: nextval gives values out at once, whatever becomes of the transaction. What the disk knows is always ahead of
 * what has been given out by the time that a client can have seen it (`durable`), so no value comes twice.
 */
export class Sequences implements SequenceAccess {
  private readonly store: SequenceStore;
  private readonly all = new Map<ObjectId, Sequence>();
  private readonly sessions = new Map<number, {last: ObjectId; readonly values: Map<ObjectId, bigint>}>();
  private dirty = new Map<ObjectId, SequenceState>();
  private writing: Promise<void> | null = null;

  constructor(store: SequenceStore) {
    this.store = store;
  }

  /** Puts a sequence in force, or its new options; `state`: where it is, else at its start or where it was. */
  put(spec: SequenceSpec, state?: SequenceState): void {
    const before = this.all.get(spec.oid);
    const current = state ?? before?.state ?? {last: spec.start, called: false};
    this.all.set(spec.oid, {spec, state: current, reserved: 0});
  }

  has(oid: ObjectId): boolean {
    return this.all.has(oid);
  }

  drop(oid: ObjectId): void {
    this.all.delete(oid);
    this.dirty.delete(oid);
  }

  /** The session is over. */
  forget(session: number): void {
    this.sessions.delete(session);
  }

  /** What SELECT * FROM it shows. */
  row(oid: ObjectId): readonly Datum[] {
    const {state, reserved} = this.get(oid);
    return [state.last, BigInt(reserved), state.called];
  }

  nextval(oid: ObjectId, session: number): bigint {
    const sequence = this.get(oid);
    const value = following(sequence.spec, sequence.state);
    sequence.state = {last: value, called: true};
    if (sequence.reserved === 0) this.reserve(sequence);
    else sequence.reserved--;
    const seen = this.sessions.get(session) ?? {last: oid, values: new Map<ObjectId, bigint>()};
    seen.last = oid;
    seen.values.set(oid, value);
    this.sessions.set(session, seen);
    return value;
  }

  currval(oid: ObjectId, session: number): bigint {
    const {spec} = this.get(oid);
    const value = this.sessions.get(session)?.values.get(oid);
    if (value !== undefined) return value;
    throw new SqlError('55000', `currval of sequence "${spec.name}" is not yet defined in this session`);
  }

  lastval(session: number): bigint {
    const seen = this.sessions.get(session);
    if (seen && this.all.has(seen.last)) return seen.values.get(seen.last)!;
    throw new SqlError('55000', 'lastval is not yet defined in this session');
  }

  setval(oid: ObjectId, value: bigint, called: boolean, session: number): bigint {
    const sequence = this.get(oid);
    const {min, max, name} = sequence.spec;
    if (value < min || value > max) {
      throw new SqlError('22003', `setval: value ${value} is out of bounds for sequence "${name}" (${min}..${max})`);
    }
    this.restart(oid, {last: value, called});
    if (called) this.sessions.get(session)?.values.set(oid, value);
    return value;
  }

  lastValue(oid: ObjectId): bigint | null {
    const {state} = this.get(oid);
    return state.called ? state.last : null;
  }

  /** From here on, whatever was given out before. */
  restart(oid: ObjectId, state: SequenceState): void {
    const sequence = this.get(oid);
    sequence.state = state;
    sequence.reserved = 0;
    this.write(oid, state);
  }

  /** Where it is now. */
  stateOf(oid: ObjectId): SequenceState {
    return this.get(oid).state;
  }

  /** Resolves when what has been given out so far can never be given out again; null: it is so already. */
  durable(): Promise<void> | null {
    return this.writing;
  }

  /** Writes where they are, to the value, for a start without gaps. */
  async close(): Promise<void> {
    await this.writing;
    const exact = [...this.all]
      .filter(([, {reserved, spec}]) => reserved > 0 && !spec.temporary)
      .map(([oid, {state}]) => [oid, state] as const);
    if (exact.length > 0) await this.store.putSequences(new Map(exact));
  }

  private get(oid: ObjectId): Sequence {
    const sequence = this.all.get(oid);
    if (!sequence) throw new SqlError('42P01', `could not open relation with OID ${oid}`);
    return sequence;
  }

  /** As far ahead as there are values before the end. */
  private reserve(sequence: Sequence): void {
    let ahead = sequence.state;
    let count = 0;
    while (count < RESERVED && canFollow(sequence.spec, ahead)) {
      ahead = {last: following(sequence.spec, ahead), called: true};
      count++;
    }
    sequence.reserved = count;
    this.write(sequence.spec.oid, ahead);
  }

  private write(oid: ObjectId, state: SequenceState): void {
    if (this.get(oid).spec.temporary) return;
    this.dirty.set(oid, state);
    this.writing ??= this.flush().finally(() => (this.writing = null));
  }

  private async flush(): Promise<void> {
    while (this.dirty.size > 0) {
      const states = this.dirty;
      this.dirty = new Map();
      await this.store.putSequences(states);
    }
  }
}

function canFollow({increment, min, max, cycle}: SequenceSpec, {last}: SequenceState): boolean {
  return cycle || (increment > 0n ? last + increment <= max : last + increment >= min);
}

/** Errors: 2200H. */
function following(spec: SequenceSpec, {last, called}: SequenceState): bigint {
  const {increment, min, max, name, cycle} = spec;
  if (!called) return last;
  const next = last + increment;
  if (increment > 0n ? next <= max : next >= min) return next;
  if (cycle) return increment > 0n ? min : max;
  const which =
    increment > 0n ? `maximum value of sequence "${name}" (${max})` : `minimum value of sequence "${name}" (${min})`;
  throw new SqlError('2200H', `nextval: reached ${which}`);
}
