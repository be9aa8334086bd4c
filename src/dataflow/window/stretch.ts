import type {WindowSpan} from '../../plan/physical.ts';
import type {ChangedRange, OrderedPartitions, WalkedRows} from '../arrangement/ordered-partitions.ts';
import type {Stretch} from './partition-rows.ts';

/** The part of a partition that must be looked at: results can differ in its rows [from, compareTo). */
type ChangedStretch = {
  readonly stretch: Stretch;
  readonly from: number;
  readonly compareTo: number;
};

/**
 * Walks the rows whose results can differ after the rows in `range` have changed, and those that these results read. A
 * result reads `span.back` rows before its own and `span.ahead` behind it; without bounds, all of them.
 */
export function* changedStretch(
  rows: OrderedPartitions,
  {group, first, last}: ChangedRange,
  {back, ahead}: WindowSpan,
): Generator<null, ChangedStretch> {
  const bounded = back !== null && ahead !== null;
  const before = new Collected();
  if (bounded) yield* collect(rows.walk(group, first, 'backward'), before, back + ahead);
  const start = before.references[0] ?? null;
  before.reverse();
  const all = before;
  if (!bounded && start !== null) throw new Error('a walk from within');
  const forward = rows.walk(group, bounded ? start : null, 'forward');
  const place = yield* collectForward(forward, all, {first, last, more: bounded ? back + ahead : Infinity});
  const {length} = all.references;
  return {
    stretch: all.stretch(),
    from: ahead === null ? 0 : all.stepBack(place.first, ahead),
    compareTo: bounded ? all.stepForward(place.last, back) : length,
  };
}

/** Until there are rows enough; they are the same on both sides. */
function* collect(chunks: Generator<WalkedRows>, into: Collected, enough: number): Generator<null> {
  for (const chunk of chunks) {
    for (let i = 0; i < chunk.references.length; i++) {
      if (into.copies >= enough) return;
      into.add(chunk, i);
    }
    yield null;
  }
}

/** From there through the changed rows and `more` behind them; where the first and the row behind the last of these are. */
function* collectForward(
  chunks: Generator<WalkedRows>,
  into: Collected,
  {first, last, more}: {readonly first: number; readonly last: number; readonly more: number},
): Generator<null, {first: number; last: number}> {
  let [firstAt, lastAt] = [-1, -1];
  let copies = 0;
  for (const chunk of chunks) {
    for (let i = 0; i < chunk.references.length; i++) {
      const reference = chunk.references[i];
      if (reference === first) firstAt = into.references.length;
      if (lastAt >= 0 && into.copies - copies >= more) return {first: firstAt, last: lastAt};
      into.add(chunk, i);
      if (reference !== last) continue;
      lastAt = into.references.length;
      copies = into.copies;
    }
    yield null;
  }
  return {first: firstAt, last: lastAt};
}

class Collected {
  readonly references: number[] = [];
  copies = 0;
  private readonly before: number[] = [];
  private readonly after: number[] = [];

  /** Rows that are on neither side (any more) are left out. */
  add({references, before, after}: WalkedRows, i: number): void {
    const [was, is] = [positive(before[i]), positive(after[i])];
    if (was === 0 && is === 0) return;
    this.references.push(references[i]);
    this.before.push(was);
    this.after.push(is);
    this.copies += is;
  }

  reverse(): void {
    this.references.reverse();
    this.before.reverse();
    this.after.reverse();
  }

  /** So many rows before that one; what lies between is the same on both sides. */
  stepBack(from: number, copies: number): number {
    let at = from;
    for (let left = copies; left > 0 && at > 0;) left -= this.after[--at];
    return at;
  }

  stepForward(from: number, copies: number): number {
    let at = from;
    for (let left = copies; left > 0 && at < this.after.length;) left -= this.after[at++];
    return at;
  }

  stretch(): Stretch {
    return {
      references: Uint32Array.from(this.references),
      before: Float64Array.from(this.before),
      after: Float64Array.from(this.after),
    };
  }
}

function positive(weight: bigint): number {
  return weight > 0n ? Number(weight) : 0;
}
