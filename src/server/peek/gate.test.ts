import {describe, expect, test} from 'vitest';
import {PeekGate, PeekLease} from './gate.ts';
import {makePeekWords, READERS} from './words.ts';

function make(): {gate: PeekGate; lease: PeekLease; words: Int32Array; openings: () => number} {
  const words = makePeekWords();
  let openings = 0;
  return {words, gate: new PeekGate(words, () => openings++), lease: new PeekLease(words), openings: () => openings};
}

describe('the gate of peeks', () => {
  test('peeks read while it is open, and only then', () => {
    const {gate, lease, openings} = make();
    expect(lease.hold(() => 1)).toBe(1);
    gate.close();
    gate.close();
    expect(lease.hold(() => 2)).toBe(undefined);
    gate.open();
    expect(lease.hold(() => 3)).toBe(undefined);
    gate.open();
    expect(openings()).toBe(1);
    expect(lease.hold(() => 4)).toBe(4);
    expect(gate.whileClosed(() => lease.hold(() => 5) ?? 'closed')).toBe('closed');
    expect(lease.hold(() => null)).toBe(null);
  });

  test('what a peek fails with is raised, and it has ended', () => {
    const {lease, words} = make();
    expect(() =>
      lease.hold(() => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(words[READERS]).toBe(0);
  });

  test('closing waits for a peek, but not for ever; what that finds is thrown away, and so is its error', () => {
    const {gate, lease, words} = make();
    for (const fails of [false, true]) {
      const start = performance.now();
      const found = lease.hold(() => {
        // The thread of the peek stands still meanwhile.
        gate.close();
        gate.open();
        if (fails) throw new Error('nonsense');
        return 'nonsense';
      });
      expect(found).toBe(undefined);
      expect(performance.now() - start).toBeGreaterThan(40);
      expect(performance.now() - start).toBeLessThan(2000);
      expect(words[READERS]).toBe(0);
      // Nobody begins until the engine has seen that the one before is over.
      expect(lease.hold(() => 1)).toBe(undefined);
      gate.close();
      gate.open();
      expect(lease.hold(() => 1)).toBe(1);
    }
  });

  test('a peek that never ends is waited for once', () => {
    const {gate, lease, words} = make();
    Atomics.add(words, READERS, 1);
    gate.whileClosed(() => {});
    const start = performance.now();
    for (let i = 0; i < 1000; i++) gate.whileClosed(() => {});
    expect(performance.now() - start).toBeLessThan(40);
    expect(lease.hold(() => 1)).toBe(undefined);
  });
});
