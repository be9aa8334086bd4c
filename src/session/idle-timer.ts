import {SqlError} from '../types/sql-error.ts';
import type {Settings} from './settings.ts';

/** Ends a session that has left a transaction open, or done nothing at all, for too long. */
export class IdleTimer {
  private readonly settings: Settings;
  private readonly expire: (error: SqlError) => void;
  private timer: NodeJS.Timeout | undefined;

  constructor(settings: Settings, expire: (error: SqlError) => void) {
    this.settings = settings;
    this.expire = expire;
  }

  /** The client has been answered, and it is its turn. */
  start(inTransaction: boolean): void {
    this.stop();
    const name = inTransaction ? 'idle_in_transaction_session_timeout' : 'idle_session_timeout';
    const milliseconds = Number(this.settings.get(name) ?? 0);
    if (milliseconds === 0) return;
    const [code, what] = inTransaction ? ['25P03', 'idle-in-transaction'] : ['57P05', 'idle-session'];
    const error = new SqlError(code, `terminating connection due to ${what} timeout`, {severity: 'FATAL'});
    this.timer = setTimeout(() => this.expire(error), milliseconds);
    this.timer.unref();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
