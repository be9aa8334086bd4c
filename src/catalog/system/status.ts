/**
 * What the running server tells about itself; the composition root implements it. Every method gives the state of
 * this moment and is cheap: it is called whenever somebody reads the relation.
 */
export interface SystemStatus {
  /** A row per source and partition. */
  sources(): Iterable<SourceStatus>;
  sinks(): Iterable<SinkStatus>;
  materializedViews(): Iterable<ViewStatus>;
  /** What tables and materialized views take. */
  relations?(): Iterable<RelationStatus>;
  /** What statements have done with the rows of each. */
  activity?(): Iterable<RelationActivity>;
  /** Taken since the server began: by the clock, and by CHECKPOINT. */
  checkpoints?(): {readonly timed: number; readonly requested: number; readonly millis: number};
  /** Held or waited for. */
  locks?(): Iterable<LockStatus>;
  viewErrors(): Iterable<ViewError>;
  operators(): Iterable<OperatorStatus>;
  /** When the server started, µs since 1970. */
  startedAt?(): bigint;
  /** Connected sessions. */
  sessions(): Iterable<SessionStatus>;
}

type SourceState = 'starting' | 'running' | 'idle' | 'finished' | 'failed';

export type SourceStatus = {
  readonly source: number;
  readonly partition: string;
  readonly state: SourceState;
  /** The next offset to read; null before the first poll. */
  readonly position: bigint | null;
  /** Records between `position` and the end of the partition; null where the connector cannot know. */
  readonly lag: bigint | null;
  readonly rows: bigint;
  readonly deadLetters: bigint;
  readonly lastError: string | null;
};

export type SinkStatus = {
  readonly sink: number;
  readonly state: 'starting' | 'running' | 'failed';
  readonly rows: bigint;
  readonly lastError: string | null;
};

export type ViewStatus = {
  readonly view: number;
  readonly state: 'hydrating' | 'running' | 'failed';
  readonly rows: bigint;
  readonly stateBytes: bigint;
  /** The last tick the view has taken in. */
  readonly tick: bigint;
};

/** Bytes of memory that a relation's rows and their indexes take. */
export type RelationStatus = {
  readonly relation: number;
  readonly bytes: bigint;
  /** Those that are the same counted once. */
  readonly rows: bigint;
};

/** Rows looked up by the values of columns (their places): how often, and how many were found. */
export type LookupCount = {
  readonly relation: number;
  readonly columns: readonly number[];
  readonly count: number;
  readonly found: number;
};

/** What `pg_stat_reset` and its kin let begin anew: what is counted of all relations or of one, or of checkpoints. */
export type CountsOf = 'all' | 'bgwriter' | {readonly relation: number};

/** Since the server began, or the counts were reset. */
export type RelationActivity = {
  readonly relation: number;
  readonly scans: number;
  readonly scanned: number;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  readonly lookups: readonly LookupCount[];
};

export type ResetTarget = 'database' | 'archiver' | 'bgwriter' | 'recovery_prefetch' | 'wal';

/** What is counted beside the engine. */
export type ServerStatistics = {
  /** Those that were answered without it. */
  readonly lookups: readonly LookupCount[];
  /** What ANALYZE and VACUUM have looked at. */
  readonly maintenance: readonly {
    readonly relation: number;
    readonly tuples: number;
    /** Rows changed since the server began, when it was last analyzed. */
    readonly changesAtAnalyze: number;
    readonly analyzed: number;
    readonly analyzedAt: bigint | null;
    readonly vacuumed: number;
    readonly vacuumedAt: bigint | null;
  }[];
  readonly database: {
    readonly commits: number;
    readonly rollbacks: number;
    readonly sessions: number;
    readonly killed: number;
    readonly fatal: number;
    readonly deadlocks: number;
    readonly sessionMillis: number;
    readonly activeMillis: number;
    readonly idleInTransactionMillis: number;
  };
  /** When counts were reset: of the database, the bgwriter and their like; absent: when the server began. */
  readonly resets: Readonly<Partial<Record<ResetTarget, bigint>>>;
};

export type LockStatus = {
  readonly processId: number;
  /** As pg_locks has it: 'RowExclusiveLock'. */
  readonly mode: string;
  /** false: it is waited for. */
  readonly granted: boolean;
  /** Sessions that stand in the way of one that waits. */
  readonly blockedBy: readonly number[];
  readonly on:
    | {readonly type: 'relation'; readonly relation: number}
    /** What is no relation: by the OID of the catalog that it stands in, and its own. */
    | {readonly type: 'object'; readonly class: number; readonly object: number}
    | {readonly type: 'transactionid'; readonly number: bigint}
    /** One number, or two. */
    | {readonly type: 'advisory'; readonly numbers: readonly bigint[]};
};

/** An error row of a view: it counts `weight` times and goes when the row that caused it is deleted or corrected. */
type ViewError = {
  readonly view: number;
  readonly code: string;
  readonly message: string;
  readonly row: string | null;
  readonly weight: bigint;
};

type OperatorStatus = {
  /** The view or sink whose circuit it is part of; null: shared by several. */
  readonly object: number | null;
  readonly worker: number;
  readonly operator: number;
  readonly name: string;
  readonly rowsIn: bigint;
  readonly rowsOut: bigint;
  readonly nanoseconds: bigint;
  readonly stateBytes: bigint;
};

/** How a session's connection is encrypted. */
export type TlsStatus = {
  readonly version: string;
  readonly cipher: string;
  readonly bits: number;
  /** Of the client's certificate, if it has shown one: the subject's names as /CN=… */
  readonly clientName: string | null;
  /** Hexadecimal. */
  readonly clientSerial: string | null;
  readonly issuerName: string | null;
};

export type WaitEvent = {readonly type: 'Client' | 'Lock' | 'Timeout'; readonly event: string};

export type SessionStatus = {
  readonly processId: number;
  readonly user: string;
  readonly database: string;
  readonly applicationName: string;
  /** 'host:port'. */
  readonly client: string;
  /** null: in the clear. */
  readonly tls: TlsStatus | null;
  readonly state: 'active' | 'idle' | 'idle in transaction' | 'idle in transaction (aborted)';
  readonly query: string;
  /** What the session itself waits for, as pg_stat_activity names it; not locks of rows. */
  readonly waitsFor: WaitEvent | null;
  /** µs since 1970. */
  readonly started: bigint;
  /** null: there is none. */
  readonly transactionStarted: bigint | null;
  /** Of the statement that runs, or ran last. */
  readonly queryStarted: bigint | null;
  readonly stateChanged: bigint;
  /** The transaction's number, if it has one. */
  readonly transactionId: bigint | null;
  /** Advisory ones. */
  readonly locks: readonly LockStatus[];
};

/** A cursor of the asking session. */
export type CursorStatus = {
  readonly name: string;
  readonly statement: string;
  readonly holdable: boolean;
  readonly binary: boolean;
  readonly scrollable: boolean;
  /** µs since 1970. */
  readonly created: bigint;
};

export type PreparedStatus = {
  readonly name: string;
  readonly statement: string;
  /** µs since 1970. */
  readonly prepared: bigint;
  /** OIDs. */
  readonly parameterTypes: readonly bigint[];
  readonly fromSql: boolean;
};

/** A server in which nothing runs: what tests and one-shot tools use. */
export const noStatus: SystemStatus = {
  sources: () => [],
  sinks: () => [],
  materializedViews: () => [],
  viewErrors: () => [],
  operators: () => [],
  sessions: () => [],
};
