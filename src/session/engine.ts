import type {TransactionFacts} from '../catalog/system/snapshot.ts';
import type {
  CountsOf,
  CursorStatus,
  LockStatus,
  LookupCount,
  PreparedStatus,
  ServerStatistics,
  SessionStatus,
} from '../catalog/system/status.ts';
import type {Batch} from '../columnar/batch.ts';
import type {Expr} from '../expr/expr.ts';
import type {Memory} from '../kernels/memory.ts';
import type {OperatorCounts} from '../plan/operator-counts.ts';
import type {AuditEntry} from '../storage/audit-files.ts';
import type {PhysicalPlan} from '../plan/physical.ts';
import type {PointLookup} from '../plan/point-lookup.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {Datum} from '../types/datum.ts';
import type {Schema} from '../types/schema.ts';
import {SqlError} from '../types/sql-error.ts';
import type {SequenceSpec} from './sequence-spec.ts';
import type {TableSpec} from './table-spec.ts';

/**
 * The dataflow side of the server as a session sees it: an engine on its own thread that owns state, sources, storage
 * and the ticks. Everything that crosses is plain data; results lie in the shared memory.
 */
export interface Engine {
  /** Shared with the engine thread. */
  readonly memory: Memory;
  /** Durable and in force from one tick on when it resolves; on an error nothing has changed. */
  change(change: EngineChange): Promise<void>;
  /**
   * Resolves when none of these is being filled any more, with the number of rows that they have together then. Errors: what made
   * one fail for good, 53200 say.
   */
  populated(objects: readonly ObjectId[]): Promise<bigint>;
  /**
   * The row that a lookup finds at the newest tick, at once and without a word to the engine: the columns that the lookup names, or
   * all; null: there is none. undefined: it is to be asked for by `query`.
   */
  peek(lookup: PointLookup, parameters: readonly Datum[]): readonly Datum[] | null | undefined;
  /** What has been counted of relations, or checkpoints, is 0 for whoever asks after this. */
  resetCounts(of: CountsOf): void;
  /** How many rows `peek` has been asked for, and has found. */
  peekCounts(): readonly LookupCount[];
  /** Starts a read at the newest tick. */
  query(request: QueryRequest): EngineQuery;
  /** Runs DML into a transaction's write set, or commits it at once. Errors: SqlError. */
  write(request: WriteRequest): Promise<WriteResult>;
  /** Ends the write that runs under this token with 57014. */
  cancelWrite(token: number, message?: string): void;
  /**
   * Gives the transaction these locks, all at once, when nobody else has one that is in the way. It has them until it ends or goes
   * back to a savepoint, and if it has changed the catalog until `release`. Errors: 40P01, 55P03, 57014 (`cancelWrite`).
   */
  lockObjects(request: ObjectLockRequest): Promise<void>;
  /** What the transaction has changed of the catalog is known to everybody: its locks go. */
  release(transaction: number): void;
  /** What the transaction has changed of the catalog up to now, all of it; only it sees that. null: nothing. */
  changeWithin(transaction: number, change: EngineChange | null): Promise<void>;
  /**
   * Makes the write set durable, and what the transaction changes of the catalog, then visible at one tick. Errors: 40001 when
   * a row to delete is gone, 23503, 23505.
   */
  commit(transaction: number): Promise<void>;
  rollback(transaction: number): Promise<void>;
  /** Resolves when one that begins now is on disk. */
  checkpoint(): Promise<void>;
  /** Remembers how much the transaction has written, under a number of the caller's. */
  savepoint(transaction: number, savepoint: number): Promise<void>;
  /** Forgets what it has written since; null: all. */
  rollbackTo(transaction: number, savepoint: number | null): Promise<void>;
  /** Checks the deferred constraints of these numbers (null: all) against what the transaction has written. Errors: 23503, 23505. */
  checkConstraints(transaction: number, constraints: readonly ObjectId[] | null): Promise<void>;
  /** The session is over, and what the engine kept for it goes. */
  endSession(processId: number): void;
}

export type EngineChange = {
  /** Catalog records as text (catalog/record.ts), and what the engine runs for each; null: nothing any more. */
  readonly puts: readonly {readonly oid: ObjectId; readonly record: string; readonly spec?: ObjectSpec | null}[];
  readonly deletes: readonly ObjectId[];
  /** Those of both that are temporary: in force as all others, and not written down. */
  readonly temporary?: readonly ObjectId[];
  /** The catalog's header, JSON: of it counts what the change has changed. */
  readonly header: string;
  /** Roles and what is kept with them are others. */
  readonly changesRoles: boolean;
  /** Sequences that go on from somewhere else. */
  readonly restarts: readonly SequenceRestart[];
  /** Tables whose rows are looked at or rewritten for it: nobody else's writes to them may come in between. */
  readonly examines: readonly ObjectId[];
};

export type SequenceRestart = {readonly oid: ObjectId; readonly last: bigint; readonly called: boolean};

/** What the engine needs to run an object; persisted beside the catalog record, so that a restart needs no planner. */
export type ObjectSpec =
  | TableSpec
  | SequenceSpec
  | {
      readonly kind: 'source';
      readonly oid: ObjectId;
      readonly name: string;
      readonly schema: Schema;
      readonly definition: ConnectorDefinition;
      readonly deadLetters: ObjectId;
    }
  | {
      readonly kind: 'view';
      readonly oid: ObjectId;
      readonly name: string;
      readonly plan: PhysicalPlan;
      readonly onError: 'raise' | 'quarantine';
      /** How often it has got another plan; absent: never. State that was computed by the plans before is worth nothing to it. */
      readonly refills?: number;
    }
  | {
      readonly kind: 'sink';
      readonly oid: ObjectId;
      readonly name: string;
      readonly plan: PhysicalPlan;
      readonly definition: ConnectorDefinition;
    };

/** A connector as declared, both spellings of CREATE SOURCE brought to one. */
export type ConnectorDefinition = {
  readonly connector: string;
  readonly options: Readonly<Record<string, string>>;
  readonly format: string | null;
  readonly formatOptions: Readonly<Record<string, string>>;
};

/** What functions like current_user and now() look at. */
export type SessionFacts = {
  /** current_user, its OID, and session_user. */
  readonly user: string;
  readonly role: number;
  readonly sessionUser: string;
  readonly database: string;
  readonly searchPath: readonly string[];
  readonly processId: number;
  readonly settings: ReadonlyMap<string, string>;
  /** Of those that are not as they are built in. */
  readonly settingOrigins?: ReadonlyMap<string, {readonly source: string; readonly reset: string}>;
  /** µs since 1970 UTC: the start of the transaction. */
  readonly now: bigint;
  /** The statement's text, when it began, and the client's address and port. */
  readonly query?: string;
  readonly statementNow?: bigint;
  readonly client?: string;
  /** Everybody who is connected; only for statements that read them. */
  readonly sessions?: readonly SessionStatus[];
  /** The session's cursors; only for statements that read them. */
  readonly cursors?: readonly CursorStatus[];
  /** The audit trail; only for statements that read it. */
  readonly audit?: readonly AuditEntry[];
  /** Likewise. */
  readonly statistics?: ServerStatistics;
  /** The transaction's number, if it has one. */
  readonly transactionId?: bigint;
  /** Likewise. */
  readonly transactions?: TransactionFacts;
  /** Its prepared statements, likewise. */
  readonly prepared?: readonly PreparedStatus[];
  /** The channels of LISTEN. */
  readonly listening?: readonly string[];
};

export type QueryRequest = {
  readonly plan: PhysicalPlan;
  readonly facts: SessionFacts;
  /** Reads this transaction's own writes too. */
  readonly transaction: number | null;
  /** What the operators do will be asked for. */
  readonly measured?: boolean;
  /** As a view that is being filled: rows that fail are left out, and no recursion goes on for ever. */
  readonly trial?: boolean;
};

export interface EngineQuery {
  /**
   * The next rows (the caller releases them), or null at the end. `wanted`: so many are asked for now (0: all); more may come.
   * Errors: SqlError, 57014 when cancelled.
   */
  next(wanted?: number): Promise<Batch | null>;
  /** Of a measured query that has come to its end: what its operators have done. */
  counts(): Promise<readonly OperatorCounts[]>;
  /** Ends it with 57014; `message` says why where it was not the user. */
  cancel(message?: string): void;
  close(): Promise<void>;
}

/** A statement that writes: its steps see the tables as they were before the first, and the rows that earlier steps give. */
export type WriteRequest = {
  readonly steps: readonly WriteStep[];
  /** What the client gets to see: RETURNING, or a query with data-modifying WITH items, or one that locks rows. */
  readonly result: PhysicalPlan | null;
  readonly locks?: LockRequest;
  readonly facts: SessionFacts;
  /** null: commit at once. */
  readonly transaction: number | null;
  readonly constraints: ConstraintModes;
  /** For statement_timeout and cancel. */
  readonly token: number;
  /** Rows that the client has sent, as the object that the steps read them from; their references are taken over. */
  readonly given?: GivenRows;
  /** What the operators do is wanted too. */
  readonly measured?: boolean;
};

/** What a statement holds until its transaction ends, beside what it changes. */
export type LockRequest = {
  /** Rows in the result, which is cut to its first `visible` columns then. */
  readonly rows: readonly RowLock[];
  readonly visible: number;
  /** LOCK TABLE. */
  readonly tables: {readonly oids: readonly ObjectId[]; readonly mode: TableLockMode} | null;
  readonly waits: LockWaits;
};

/** SELECT … FOR UPDATE, FOR SHARE: whole rows of the table stand in the columns from `first` on. */
export type RowLock = {
  readonly table: ObjectId;
  readonly generation: number;
  readonly first: number;
  readonly mode: 'update' | 'share';
};

/** Tables whose rows (or which, themselves) the statement does not wait for where others hold them. */
export type LockWaits = ReadonlyMap<ObjectId, 'nowait' | 'skip locked'>;

export type TableLockMode =
  | 'access share'
  | 'row share'
  | 'row exclusive'
  | 'share update exclusive'
  | 'share'
  | 'share row exclusive'
  | 'exclusive'
  | 'access exclusive';

/** An object of the catalog, or a name in it, that a transaction has to itself or wants to stay as it is. */
export type ObjectLock = {
  /** The object's OID, or a text of the session's for what is none. */
  readonly key: ObjectId | string;
  readonly mode: TableLockMode;
  /** As pg_locks has it; null: it shows none, as of keys in an index. */
  readonly on: Extract<LockStatus['on'], {type: 'relation' | 'object'}> | null;
};

export type ObjectLockRequest = {
  readonly transaction: number;
  readonly processId: number;
  readonly locks: readonly ObjectLock[];
  /** lock_timeout, ms; 0: none. */
  readonly timeout: number;
  /** For cancel. */
  readonly token: number;
};

/** SET CONSTRAINTS: whether the transaction puts the deferrable ones off; null: as they were made. */
export type ConstraintModes = {readonly all: boolean | null; readonly named: ReadonlyMap<ObjectId, boolean>};

export type GivenRows = {readonly object: ObjectId; readonly batches: readonly Batch[]};

/** What one INSERT, UPDATE, DELETE or MERGE does. Objects with negative numbers exist only while the statement runs. */
export type WriteStep = {
  readonly kind: 'insert' | 'delete' | 'update' | 'merge';
  readonly table: ObjectId;
  /** Of the table that the plan was made for. */
  readonly generation: number;
  /**
   * insert: full rows; delete: full rows to take out; update: old columns ++ new columns; merge: number of the action ++
   * old columns ++ new columns. Behind that come further columns of `output`.
   */
  readonly plan: PhysicalPlan;
  /** A row to be changed may come several times, joined to several others. */
  readonly joined: boolean;
  /** The plan's column that tells equal rows of the table apart, if it has one. */
  readonly numberedBy?: number;
  /** merge: what the numbers mean. */
  readonly actions: readonly ('nothing' | 'insert' | 'update' | 'delete')[];
  readonly conflict: ConflictClause | null;
  /** insert: columns that are computed row by row, in the order in which the rows come. */
  readonly late: readonly {readonly column: number; readonly expr: Expr}[];
  /** WITH CHECK OPTION: raises what is wrong with rows that have been written, which it finds in `object`. */
  readonly check?: {readonly object: ObjectId; readonly plan: PhysicalPlan} | null;
  /** TRUNCATE: all rows, and nothing follows from it. */
  readonly truncates?: boolean;
  /** Where later plans read the rows that were written: the table's columns, then the further ones. */
  readonly output: {readonly object: ObjectId; readonly schema: Schema} | null;
};

const STALE_PLAN = 'MR001';

/** The table is another by now than the one that the statement was planned for: to be planned and run again. */
export function stalePlan(): SqlError {
  return new SqlError(STALE_PLAN, 'the table has been altered since the statement was planned');
}

export function isStalePlan(error: unknown): boolean {
  return error instanceof SqlError && error.code === STALE_PLAN;
}

/** ON CONFLICT: numbers of the unique keys that count, and for DO UPDATE how the row that is there changes. */
type ConflictClause = {
  readonly arbiters: readonly number[];
  /** Over `object` (the row that is there ++ the one proposed ++ its number): old columns ++ new columns ++ number. */
  readonly update: {readonly object: ObjectId; readonly plan: PhysicalPlan} | null;
};

export type WriteResult = {
  /** By the last step. */
  readonly affected: number;
  /** Of `result`; the caller releases them. */
  readonly rows: readonly Batch[] | null;
  /** Of a measured write: what the operators of each step's plan have done, and of the result's. */
  readonly counts?: WriteCounts;
};

export type WriteCounts = {
  readonly steps: readonly (readonly OperatorCounts[])[];
  readonly result: readonly OperatorCounts[];
};
