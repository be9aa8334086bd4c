import type {LockStatus} from '../../../catalog/system/status.ts';
import {DATABASE_OID} from '../../../catalog/system/system-oids.ts';
import type {ObjectLock} from '../../../session/engine.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {orAborted} from '../abort.ts';
import {type EngineTransaction, lockName} from './transactions.ts';

/** Whose end is waited for, and for the sake of which lock; null: for what it has written. */
type Wait = {readonly by: EngineTransaction; readonly lock: WantedLock | null};

type WantedLock = Pick<ObjectLock, 'mode' | 'on'>;

/** Who waits for whose end. A statement that is a transaction of its own holds nothing, so nobody waits for it. */
export class LockWaits {
  private readonly waits = new Map<EngineTransaction, Wait>();
  /** The same with those that nobody waits for, by the sessions' process IDs. */
  private readonly sessions = new Map<number, Wait>();

  /**
   * Resolves when `by` holds less than now. `timeout`: ms, 0: none. Errors: 40P01 where all would wait for each other, 55P03,
   * the signal's reason.
   */
  async until(
    by: EngineTransaction,
    self: EngineTransaction | null,
    processId: number,
    timeout: number,
    signal: AbortSignal,
    lock: WantedLock | null = null,
  ): Promise<void> {
    const wait = {by, lock};
    if (self) {
      const circle = this.circle(wait, self);
      if (circle) throw deadlock(circle);
      this.waits.set(self, wait);
    }
    this.sessions.set(processId, wait);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const fail = (): void => reject(new SqlError('55P03', 'canceling statement due to lock timeout'));
      if (timeout > 0) timer = setTimeout(fail, timeout);
    });
    try {
      await orAborted(Promise.race([by.released(), late]), signal);
    } finally {
      clearTimeout(timer);
      if (self) this.waits.delete(self);
      this.sessions.delete(processId);
    }
  }

  /** As pg_locks has them: who waits for the end of a transaction, whatever it holds, wants a share of the lock that it has on itself. */
  *statuses(): Iterable<LockStatus> {
    for (const [processId, wait] of this.sessions) {
      yield {processId, ...shownAs(wait), granted: false, blockedBy: [wait.by.processId]};
    }
  }

  /** Those who wait for each other from `self` on, and for what, if `self` waited so. */
  private circle(first: Wait, self: EngineTransaction): Step[] | null {
    const circle: Step[] = [];
    let waiter = self;
    for (let wait: Wait | undefined = first; wait; wait = this.waits.get(waiter)) {
      circle.push({waiter, wait});
      waiter = wait.by;
      if (waiter === self) return circle;
    }
    return null;
  }
}

type Step = {readonly waiter: EngineTransaction; readonly wait: Wait};

function shownAs({by, lock}: Wait): Pick<LockStatus, 'mode' | 'on'> {
  if (lock?.on) return {mode: lockName(lock.mode), on: lock.on};
  return {mode: 'ShareLock', on: {type: 'transactionid', number: BigInt(by.number)}};
}

function deadlock(circle: readonly Step[]): SqlError {
  const lines = circle.map(({waiter, wait}) => {
    const {mode, on} = shownAs(wait);
    return `Process ${waiter.processId} waits for ${mode} on ${placeText(on)}; blocked by process ${wait.by.processId}.`;
  });
  return new SqlError('40P01', 'deadlock detected', {
    detail: lines.join('\n'),
    hint: 'See server log for query details.',
  });
}

function placeText(on: LockStatus['on']): string {
  if (on.type === 'relation') return `relation ${on.relation} of database ${DATABASE_OID}`;
  if (on.type === 'object') return `object ${on.object} of class ${on.class} of database ${DATABASE_OID}`;
  return on.type === 'transactionid' ? `transaction ${on.number}` : 'advisory lock';
}
