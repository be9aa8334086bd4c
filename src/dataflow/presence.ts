import type {Address, Memory} from '../kernels/memory.ts';
import type {GroupChanges} from './arrangement/group-table.ts';

/** Weights and selection of a batch over the keys of `GroupChanges`; both fresh. */
type Flips = {readonly weights: Address; readonly selection: Address; readonly selected: number};

/** +1 for each group that came into existence in the tick, −1 for each that went; null when there is none. */
export function presenceFlips(memory: Memory, changes: GroupChanges): Flips | null {
  return flipsOf(memory, changes, isPositive);
}

/** +1 for each group that now has more than one row and had not before, −1 for the reverse. */
export function duplicateFlips(memory: Memory, changes: GroupChanges): Flips | null {
  return flipsOf(memory, changes, isAboveOne);
}

// An int64 as its low and high word: no BigInt.
type Test = (low: number, high: number) => boolean;

function isPositive(low: number, high: number): boolean {
  return high > 0 || (high === 0 && low !== 0);
}

function isAboveOne(low: number, high: number): boolean {
  return high > 0 || (high === 0 && low !== 0 && low !== 1);
}

function flipsOf(memory: Memory, changes: GroupChanges, test: Test): Flips | null {
  const {count} = changes;
  const weights = memory.alloc(count * 8);
  const selection = memory.alloc(count * 4);
  const words = memory.i32;
  const rows = memory.u32;
  const before = changes.before.weights >>> 2;
  const after = changes.after.weights >>> 2;
  const to = weights >>> 2;
  let selected = 0;
  for (let i = 0; i < count; i++) {
    const was = test(words[before + 2 * i], words[before + 2 * i + 1]);
    const is = test(words[after + 2 * i], words[after + 2 * i + 1]);
    const sign = Number(is) - Number(was);
    words[to + 2 * i] = sign;
    words[to + 2 * i + 1] = sign >> 31;
    if (sign !== 0) rows[(selection >>> 2) + selected++] = i;
  }
  if (selected > 0) return {weights, selection, selected};
  memory.release(weights);
  memory.release(selection);
  return null;
}
