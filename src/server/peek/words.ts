// The words that the engine thread and the main thread share about reads of the main thread's own (peeks): int32 each, read
// and written by Atomics alone.

/** Odd while the engine may be changing rows or indexes. */
export const EPOCH = 0;
/** Peeks under way. */
export const READERS = 1;
/** Odd while the engine goes on without waiting for a peek that took too long: nobody else begins one then. */
export const REVOKED = 2;
/** Peeks that have given an answer, modulo 2^32. */
export const ANSWERED = 3;
/** From here on a word for each published index: its version while it may be read, UNREADABLE or GONE. */
export const SLOTS = 16;

export const UNREADABLE = 0;
export const GONE = -1;

export const MAX_SLOTS = 1008;

export function makePeekWords(): Int32Array {
  return new Int32Array(new SharedArrayBuffer((SLOTS + MAX_SLOTS) * 4));
}
