import {SqlError} from '../types/sql-error.ts';
import type {Settings} from './settings.ts';

/** Ends a session that has left a transaction open, or done nothing at all, for too long. */
export class IdleTimer {
  private readonly settings: Settings;
  private readonly expire: (error: SqlError) => void;
  private timer: NodeJS.Timeout | undefined;
  /** Milliseconds, as of a version of the settings; 0: as long as it likes. */
  private limits = {version: -1, idle: 0, inTransaction: 0};

  constructor(settings: Settings, expire: (error: SqlError) => void) {
    this.settings = settings;
    this.expire = expire;
  }

  /** The client has been answered, and it is its turn. */
  start(inTransaction: boolean): void {
    this.stop();
    if (this.limits.version !== this.settings.version) this.limits = this.readLimits();
    const milliseconds = inTransaction ? this.limits.inTransaction : this.limits.idle;
    if (milliseconds === 0) return;
    const [code, what] = inTransaction ? ['25P03', 'idle-in-transaction'] : ['57P05', 'idle-session'];
    const error = new SqlError(code, `terminating connection due to ${what} timeout`, {severity: 'FATAL'});
    this.timer = setTimeout(() => this.expire(error), milliseconds);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private readLimits(): typeof this.limits {
    const limit = (name: string): number => Number(this.settings.get(name) ?? 0);
    return {
      version: this.settings.version,
      idle: limit('idle_session_timeout'),
      inTransaction: limit('idle_in_transaction_session_timeout'),
    };
  }
}
