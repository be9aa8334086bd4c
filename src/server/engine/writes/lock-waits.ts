import type {LockStatus} from '../../../catalog/system/status.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {orAborted} from '../abort.ts';
import type {EngineTransaction} from './transactions.ts';

/** Who waits for whose end. A statement that is a transaction of its own holds nothing, so nobody waits for it. */
export class LockWaits {
  private readonly waits = new Map<EngineTransaction, EngineTransaction>();
  /** The same with those that nobody waits for, by the sessions' process IDs. */
  private readonly sessions = new Map<number, EngineTransaction>();

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
  ): Promise<void> {
    if (self) {
      const circle = this.circle(by, self);
      if (circle) throw deadlock(circle);
      this.waits.set(self, by);
    }
    this.sessions.set(processId, by);
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

  /** As pg_locks has them: who waits for a transaction's end wants a share of the lock that it has on itself. */
  *statuses(): Iterable<LockStatus> {
    for (const [processId, by] of this.sessions) {
      const on = {type: 'transactionid', number: BigInt(by.number)} as const;
      yield {processId, mode: 'ShareLock', granted: false, blockedBy: [by.processId], on};
    }
  }

  /** Those who wait for each other from `self` on, if `self` waited for `by`. */
  private circle(by: EngineTransaction, self: EngineTransaction): EngineTransaction[] | null {
    const circle = [self];
    for (let at: EngineTransaction | undefined = by; at; at = this.waits.get(at)) {
      if (at === self) return circle;
      circle.push(at);
    }
    return null;
  }
}

function deadlock(circle: readonly EngineTransaction[]): SqlError {
  const lines = circle.map(({processId}, i) => {
    const by = circle[(i + 1) % circle.length];
    return `Process ${processId} waits for ShareLock on transaction ${by.number}; blocked by process ${by.processId}.`;
  });
  return new SqlError('40P01', 'deadlock detected', {
    detail: lines.join('\n'),
    hint: 'See server log for query details.',
  });
}
