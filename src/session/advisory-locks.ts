import type {LockStatus} from '../catalog/system/status.ts';
import {SqlError} from '../types/sql-error.ts';

export type LockMode = 'exclusive' | 'shared';
/** Held by the session until it lets go, or by its transaction. */
export type LockScope = 'session' | 'transaction';

type Holding = {readonly session: Record<LockMode, number>; readonly transaction: Record<LockMode, number>};

type Waiter = {readonly owner: number; readonly mode: LockMode; readonly grant: () => void};

type Lock = {readonly holders: Map<number, Holding>; readonly queue: Waiter[]};

const MODE_NAMES = {exclusive: 'ExclusiveLock', shared: 'ShareLock'};

function nothing(): Holding {
  return {session: {exclusive: 0, shared: 0}, transaction: {exclusive: 0, shared: 0}};
}

function count({session, transaction}: Holding, mode: LockMode): number {
  return session[mode] + transaction[mode];
}

/**
 * Advisory locks: what sessions agree upon by number. Locks of one session never stand in each other's way; who asks for
 * a lock as often lets go as often; who waits is served in turn.
 */
export class AdvisoryLocks {
  private readonly locks = new Map<string, Lock>();

  /** Takes the lock if nobody is in the way. */
  tryLock(key: string, owner: number, mode: LockMode, scope: LockScope): boolean {
    const lock = this.lockOf(key);
    if (!this.free(lock, owner, mode) || (lock.queue.length > 0 && !lock.holders.has(owner))) {
      this.drop(key, lock);
      return false;
    }
    this.hold(lock, owner, mode, scope);
    return true;
  }

  /** Waits for the lock; `cancel` gives up waiting. Errors: 40P01 where all would wait for each other. */
  lock(
    key: string,
    owner: number,
    mode: LockMode,
    scope: LockScope,
  ): {readonly granted: Promise<void>; cancel(): void} {
    if (this.tryLock(key, owner, mode, scope)) return {granted: Promise.resolve(), cancel: () => {}};
    if (this.wouldWaitForItself(key, owner)) {
      throw new SqlError('40P01', 'deadlock detected', {hint: 'See server log for query details.'});
    }
    const lock = this.lockOf(key);
    let waiter: Waiter;
    const granted = new Promise<void>(resolve => {
      const grant = (): void => {
        this.hold(lock, owner, mode, scope);
        resolve();
      };
      lock.queue.push((waiter = {owner, mode, grant}));
    });
    const cancel = (): void => {
      const at = lock.queue.indexOf(waiter);
      if (at >= 0) lock.queue.splice(at, 1);
      this.serve(key, lock);
    };
    return {granted, cancel};
  }

  /** false: the session did not hold it. */
  unlock(key: string, owner: number, mode: LockMode): boolean {
    const lock = this.locks.get(key);
    const held = lock?.holders.get(owner)?.session;
    if (!lock || !held || held[mode] === 0) return false;
    held[mode]--;
    this.serve(key, lock);
    return true;
  }

  /** The end of a transaction, or of a session's use of its own locks. */
  release(owner: number, scope: LockScope): void {
    for (const [key, lock] of this.locks) {
      const held = lock.holders.get(owner)?.[scope];
      if (!held || held.exclusive + held.shared === 0) continue;
      held.exclusive = held.shared = 0;
      this.serve(key, lock);
    }
  }

  /** What a session holds, and what it waits for. */
  of(owner: number): readonly LockStatus[] {
    const found: LockStatus[] = [];
    for (const [key, {holders, queue}] of this.locks) {
      const on = {type: 'advisory', numbers: key.split(':').map(BigInt)} as const;
      const holding = holders.get(owner);
      for (const mode of ['exclusive', 'shared'] as const) {
        const shown = {processId: owner, mode: MODE_NAMES[mode], on};
        if (holding && count(holding, mode) > 0) found.push({...shown, granted: true, blockedBy: []});
        const place = queue.findIndex(waiter => waiter.owner === owner && waiter.mode === mode);
        if (place < 0) continue;
        const before = queue.slice(0, place).map(waiter => waiter.owner);
        found.push({...shown, granted: false, blockedBy: [...new Set([...holders.keys(), ...before])]});
      }
    }
    return found;
  }

  private lockOf(key: string): Lock {
    let lock = this.locks.get(key);
    if (!lock) this.locks.set(key, (lock = {holders: new Map<number, Holding>(), queue: []}));
    return lock;
  }

  private free(lock: Lock, owner: number, mode: LockMode): boolean {
    for (const [holder, holding] of lock.holders) {
      if (holder === owner) continue;
      if (count(holding, 'exclusive') > 0 || (mode === 'exclusive' && count(holding, 'shared') > 0)) return false;
    }
    return true;
  }

  private hold(lock: Lock, owner: number, mode: LockMode, scope: LockScope): void {
    let holding = lock.holders.get(owner);
    if (!holding) lock.holders.set(owner, (holding = nothing()));
    holding[scope][mode]++;
  }

  /** Gives the lock to those who wait for it, in turn. */
  private serve(key: string, lock: Lock): void {
    for (const [owner, holding] of lock.holders) {
      if (count(holding, 'exclusive') + count(holding, 'shared') === 0) lock.holders.delete(owner);
    }
    while (lock.queue.length > 0 && this.free(lock, lock.queue[0].owner, lock.queue[0].mode))
      lock.queue.shift()!.grant();
    this.drop(key, lock);
  }

  private drop(key: string, lock: Lock): void {
    if (lock.holders.size === 0 && lock.queue.length === 0) this.locks.delete(key);
  }

  /** Somebody that `owner` would wait for waits for `owner`, perhaps through others. */
  private wouldWaitForItself(key: string, owner: number): boolean {
    const seen = new Set<number>();
    const waitsFor = (lock: Lock, who: number): boolean => {
      for (const holder of [...lock.holders.keys(), ...lock.queue.map(waiter => waiter.owner)]) {
        if (holder === who || seen.has(holder)) continue;
        if (holder === owner) return true;
        seen.add(holder);
        for (const other of this.locks.values()) {
          if (other.queue.some(waiter => waiter.owner === holder) && waitsFor(other, holder)) return true;
        }
      }
      return false;
    };
    return waitsFor(this.lockOf(key), owner);
  }
}
