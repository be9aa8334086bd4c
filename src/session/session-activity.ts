import type {SessionStatus, TlsStatus, WaitEvent} from '../catalog/system/status.ts';
import {wallClock, wallClockMicros} from '../types/clock.ts';
import type {SqlSession} from './session.ts';

const CLIENT_READ: WaitEvent = {type: 'Client', event: 'ClientRead'};
const IDLE = {I: 'idle', T: 'idle in transaction', E: 'idle in transaction (aborted)'} as const;

/** What a session is doing, and since when: as pg_stat_activity shows it, and as the server's statistics add it up. */
export class SessionActivity {
  private readonly session: SqlSession;
  private readonly tls: TlsStatus | null;
  readonly startedAt = wallClockMicros();
  private active = false;
  private changedMicros = wallClock();
  private waitsFor: WaitEvent | null = null;

  constructor(session: SqlSession, tls: TlsStatus | null) {
    this.session = session;
    this.tls = tls;
  }

  /** A statement is being run for the client. */
  get isActive(): boolean {
    return this.active;
  }

  setActive(active: boolean): void {
    if (this.active === active) return;
    const now = wallClock();
    const {database, transaction} = this.session;
    if (this.active) database.statistics.activeMicros += now - this.changedMicros;
    else if (transaction.isExplicit) database.statistics.idleInTransactionMicros += now - this.changedMicros;
    this.active = active;
    this.changedMicros = now;
  }

  async waiting<T>(waitsFor: WaitEvent, body: () => Promise<T>): Promise<T> {
    this.waitsFor = waitsFor;
    try {
      return await body();
    } finally {
      this.waitsFor = null;
    }
  }

  get ageMicros(): number {
    return Number(wallClockMicros() - this.startedAt);
  }

  /** The session's row of pg_stat_activity. */
  get status(): SessionStatus {
    const {session} = this;
    const {runner, transaction} = session;
    const changed = BigInt(this.changedMicros);
    return {
      processId: session.processId,
      user: session.sessionUserName,
      database: session.database.catalog.database,
      applicationName: session.settings.get('application_name')!,
      client: session.remoteAddress,
      tls: this.tls,
      state: this.active ? 'active' : IDLE[transaction.status],
      query: runner.query,
      waitsFor: this.active ? this.waitsFor : CLIENT_READ,
      started: this.startedAt,
      transactionStarted: this.active || transaction.isOpen ? transaction.now : null,
      queryStarted: runner.startedAt || null,
      stateChanged: this.active && runner.startedAt > changed ? runner.startedAt : changed,
      transactionId: transaction.assignedNumber ?? null,
      locks: session.database.locks.of(session.processId),
    };
  }
}
