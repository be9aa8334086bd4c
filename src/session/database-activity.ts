import type {ResetTarget, ServerStatistics} from '../catalog/system/status.ts';
import {wallClock} from '../types/clock.ts';
import type {ObjectId} from '../plan/rel.ts';

type Maintenance = ServerStatistics['maintenance'][number];

const UNMAINTAINED = {changesAtAnalyze: 0, analyzed: 0, analyzedAt: null, vacuumed: 0, vacuumedAt: null};

/** What a server counts of its sessions and transactions, for pg_stat_database; from its start on, or the last reset. */
export class DatabaseActivity {
  commits = 0;
  rollbacks = 0;
  sessions = 0;
  /** Of sessions that are over, µs; the other two of all. */
  sessionMicros = 0;
  activeMicros = 0;
  idleInTransactionMicros = 0;
  killed = 0;
  fatal = 0;
  deadlocks = 0;
  private readonly maintained = new Map<ObjectId, Maintenance>();
  private readonly resets: Partial<Record<ResetTarget, bigint>> = {};

  /** All begins anew. `open`: as of `tell`. */
  reset(open: readonly bigint[]): void {
    this.commits = this.rollbacks = this.sessions = this.killed = this.fatal = this.deadlocks = 0;
    this.activeMicros = this.idleInTransactionMicros = 0;
    this.sessionMicros = -ageOf(open);
    for (const relation of this.maintained.keys()) this.resetRelation(relation);
    this.noteReset('database');
  }

  /** How many rows there are stays known. */
  resetRelation(relation: ObjectId): void {
    const known = this.maintained.get(relation);
    if (known) this.maintained.set(relation, {...UNMAINTAINED, relation, tuples: known.tuples});
    this.noteReset('database');
  }

  noteReset(target: ResetTarget): void {
    this.resets[target] = BigInt(wallClock());
  }

  /** ANALYZE or VACUUM has looked at a relation, which had so many rows, and so many changes since the start. */
  maintain(relation: ObjectId, what: 'analyze' | 'vacuum', tuples: number, changes: number): void {
    const before = this.maintained.get(relation);
    const now = BigInt(wallClock());
    const analyzed = what === 'analyze';
    this.maintained.set(relation, {
      relation,
      tuples,
      changesAtAnalyze: analyzed ? changes : (before?.changesAtAnalyze ?? 0),
      analyzed: (before?.analyzed ?? 0) + (analyzed ? 1 : 0),
      analyzedAt: analyzed ? now : (before?.analyzedAt ?? null),
      vacuumed: (before?.vacuumed ?? 0) + (analyzed ? 0 : 1),
      vacuumedAt: analyzed ? (before?.vacuumedAt ?? null) : now,
    });
  }

  /** `open`: of the sessions that are there, µs since 1970 when they began. */
  tell(lookups: ServerStatistics['lookups'], open: readonly bigint[]): ServerStatistics {
    return {
      lookups,
      maintenance: [...this.maintained.values()],
      resets: {...this.resets},
      database: {
        commits: this.commits,
        rollbacks: this.rollbacks,
        sessions: this.sessions,
        killed: this.killed,
        fatal: this.fatal,
        deadlocks: this.deadlocks,
        sessionMillis: (this.sessionMicros + ageOf(open)) / 1000,
        activeMillis: this.activeMicros / 1000,
        idleInTransactionMillis: this.idleInTransactionMicros / 1000,
      },
    };
  }
}

/** µs, of all together. */
function ageOf(sessions: readonly bigint[]): number {
  const now = BigInt(wallClock());
  return sessions.reduce((sum, since) => sum + Number(now - since), 0);
}
