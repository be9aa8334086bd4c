import {describe, expect, it} from 'vitest';
import {AdvisoryLocks} from './advisory-locks.ts';

describe('advisory locks', () => {
  it('are exclusive or shared, and counted', () => {
    const locks = new AdvisoryLocks();
    expect(locks.tryLock('1', 1, 'shared', 'session')).toBe(true);
    expect(locks.tryLock('1', 2, 'shared', 'session')).toBe(true);
    expect(locks.tryLock('1', 3, 'exclusive', 'session')).toBe(false);
    expect(locks.tryLock('1', 1, 'shared', 'session')).toBe(true);
    expect(locks.unlock('1', 1, 'shared')).toBe(true);
    expect(locks.unlock('1', 2, 'shared')).toBe(true);
    expect(locks.tryLock('1', 3, 'exclusive', 'session')).toBe(false);
    expect(locks.unlock('1', 1, 'shared')).toBe(true);
    expect(locks.unlock('1', 1, 'shared')).toBe(false);
    expect(locks.tryLock('1', 3, 'exclusive', 'session')).toBe(true);
  });

  it('are given in turn, and at the end of a transaction', async () => {
    const locks = new AdvisoryLocks();
    const order: number[] = [];
    locks.tryLock('1', 1, 'exclusive', 'transaction');
    const second = locks.lock('1', 2, 'exclusive', 'session').granted.then(() => order.push(2));
    const third = locks.lock('1', 3, 'exclusive', 'session');
    const fourth = locks.lock('1', 4, 'shared', 'session').granted.then(() => order.push(4));
    third.cancel();
    locks.release(1, 'session');
    await Promise.resolve();
    expect(order).toEqual([]);
    locks.release(1, 'transaction');
    await second;
    locks.unlock('1', 2, 'exclusive');
    await fourth;
    expect(order).toEqual([2, 4]);
  });

  it('do not wait in a circle', () => {
    const locks = new AdvisoryLocks();
    locks.tryLock('a', 1, 'exclusive', 'session');
    locks.tryLock('b', 2, 'exclusive', 'session');
    locks.lock('b', 1, 'exclusive', 'session');
    expect(() => locks.lock('a', 2, 'exclusive', 'session')).toThrow('deadlock detected');
  });
});
