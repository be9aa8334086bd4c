import {SqlError} from '../types/sql-error.ts';

/** Work of the engine for a statement: `cancel` makes it end with 57014 and this message. */
export type Cancellable = {cancel(message: string): void};

/** What is left of statement_timeout, ms. */
export type TimeBudget = {left: number};

const USER_REQUEST = 'canceling statement due to user request';
const TIMEOUT = 'canceling statement due to statement timeout';

/** What a session is waiting for at this moment, so that a cancel request or statement_timeout can end it. */
export class StatementGuard {
  private current: Cancellable | null = null;
  private reason: string | null = null;

  /** The client has sent something new: a cancel request was for what came before. */
  reset(): void {
    this.reason = null;
  }

  /** Waits for `body`, which `work` can end. Errors: those of the body, 57014 when cancelled before. */
  async run<T>(work: Cancellable, budget: TimeBudget, body: () => Promise<T>): Promise<T> {
    if (this.reason !== null) throw cancellation(this.reason);
    this.current = work;
    const start = performance.now();
    const timer =
      budget.left === Infinity ? undefined : setTimeout(() => this.cancel(TIMEOUT), Math.max(0, budget.left));
    try {
      return await body();
    } finally {
      clearTimeout(timer);
      budget.left -= performance.now() - start;
      this.current = null;
    }
  }

  cancel(message: string = USER_REQUEST): void {
    this.reason = message;
    this.current?.cancel(message);
  }
}

/** Settles as `work` does, or ends with 57014 before; the work itself goes on. */
export function abandonable<T>(work: Promise<T>): {readonly work: Cancellable; readonly result: Promise<T>} {
  let cancel = (_message: string): void => {};
  const cancelled = new Promise<never>((_, reject) => (cancel = message => reject(cancellation(message))));
  return {work: {cancel}, result: Promise.race([work, cancelled])};
}

export function cancellation(message: string): SqlError {
  return new SqlError('57014', message);
}
