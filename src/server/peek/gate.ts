import {EPOCH, READERS, REVOKED} from './words.ts';

/** A peek takes microseconds; one that has not ended after so long is one of a thread that does not run. */
const PATIENCE_MS = 50;

/**
 * The engine's side of peeks: closed, nobody else reads its state, and it may change it. Closing waits for the peeks under
 * way; one that takes longer than anybody should wait is revoked: whatever it finds from then on it throws away by itself.
 */
export class PeekGate {
  private readonly words: Int32Array;
  private readonly opening: () => void;
  private closings = 0;

  /** `opening` is called before each opening, to say what may be read. */
  constructor(words: Int32Array, opening: () => void) {
    this.words = words;
    this.opening = opening;
  }

  /** Closes the gate; as many times as it is opened again. */
  close(): void {
    if (this.closings++ > 0) return;
    Atomics.add(this.words, EPOCH, 1);
    this.awaitReaders();
  }

  open(): void {
    if (--this.closings > 0) return;
    this.opening();
    Atomics.add(this.words, EPOCH, 1);
  }

  whileClosed<T>(work: () => T): T {
    this.close();
    try {
      return work();
    } finally {
      this.open();
    }
  }

  private awaitReaders(): void {
    const {words} = this;
    const isRevoked = (Atomics.load(words, REVOKED) & 1) !== 0;
    if (Atomics.load(words, READERS) === 0) {
      if (isRevoked) Atomics.add(words, REVOKED, 1);
      return;
    }
    if (isRevoked) return;
    const deadline = performance.now() + PATIENCE_MS;
    for (let readers = 1; readers > 0; readers = Atomics.load(words, READERS)) {
      const left = deadline - performance.now();
      if (left <= 0) {
        Atomics.add(words, REVOKED, 1);
        return;
      }
      Atomics.wait(words, READERS, readers, Math.min(left, 1));
    }
  }
}

/** The readers' side. */
export class PeekLease {
  private readonly words: Int32Array;

  constructor(words: Int32Array) {
    this.words = words;
  }

  /**
   * What `read` finds while the gate is open; undefined when it is not, or the engine did not wait for the end of it. `read` may
   * find anything then, and fail with anything: it must not write to what it has not made itself.
   */
  hold<T>(read: () => T): T | undefined {
    const {words} = this;
    Atomics.add(words, READERS, 1);
    const revoked = Atomics.load(words, REVOKED);
    let found: T | undefined;
    let failure: {readonly error: unknown} | null = null;
    const isOpen = (Atomics.load(words, EPOCH) & 1) === 0 && (revoked & 1) === 0;
    if (isOpen) {
      try {
        found = read();
      } catch (error) {
        failure = {error};
      }
    }
    Atomics.sub(words, READERS, 1);
    if ((Atomics.load(words, EPOCH) & 1) !== 0) Atomics.notify(words, READERS);
    if (!isOpen || Atomics.load(words, REVOKED) !== revoked) return undefined;
    if (failure) throw failure.error;
    return found;
  }
}
