import type {CountsOf} from '../../catalog/system/status.ts';
import type {ChangeMessage} from '../sent-changes.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Address} from '../../kernels/memory.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {
  EngineChange,
  ObjectLockRequest,
  ObjectSpec,
  QueryRequest,
  WriteRequest,
  WriteResult,
} from '../../session/engine.ts';
import type {PackedSteps} from './writes/packed-steps.ts';
import type {PlainSqlError} from '../../types/sql-error.ts';
import type {Schema} from '../../types/schema.ts';

/** What the engine thread is started with. */
export type EngineOptions = {
  readonly dataDirectory: string;
  readonly migrations: string;
  readonly memory: WebAssembly.Memory;
  /** What the threads share about peeks (peek/words.ts). */
  readonly peekWords: Int32Array;
  readonly maxTickRows: number;
  /** The most that `memory` may grow to. */
  readonly maxMemoryBytes: number;
  readonly checkpointMilliseconds: number;
  /** The database and role that a new data directory is made with. */
  readonly database: string;
  readonly user: string;
  readonly logLevel: LogLevel;
};

type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/** What the front end needs to know when the engine is up. */
export type BootReport = {
  readonly header: string;
  readonly records: readonly string[];
  readonly specs: readonly ObjectSpec[];
};

/** Front end → engine. Every request is answered by one reply with its number. */
export type Request = {readonly id: number} & (
  | {readonly method: 'change'; readonly change: EngineChange}
  | {readonly method: 'populated'; readonly objects: readonly ObjectId[]}
  | {readonly method: 'open'; readonly query: number; readonly request: QueryRequest; readonly wanted: number}
  | {readonly method: 'next'; readonly query: number; readonly wanted: number}
  | {readonly method: 'close'; readonly query: number}
  | {readonly method: 'counts'; readonly query: number}
  | {readonly method: 'write'; readonly request: PlainWriteRequest}
  | {readonly method: 'commit'; readonly transaction: number}
  | {
      readonly method: 'checkConstraints';
      readonly transaction: number;
      readonly constraints: readonly ObjectId[] | null;
    }
  | {readonly method: 'lockObjects'; readonly request: ObjectLockRequest}
  | {readonly method: 'changeWithin'; readonly transaction: number; readonly change: ChangeMessage | null}
  | {readonly method: 'savepoint'; readonly transaction: number; readonly savepoint: number}
  | {readonly method: 'rollbackTo'; readonly transaction: number; readonly savepoint: number | null}
  | {readonly method: 'rollback'; readonly transaction: number}
  | {readonly method: 'publish'; readonly object: ObjectId; readonly columns: readonly number[]}
  | {readonly method: 'checkpoint'}
  | {readonly method: 'metrics'}
  | {readonly method: 'shutdown'}
);

/** Not answered. */
export type Signal =
  | {readonly signal: 'cancel'; readonly query: number; readonly message?: string}
  | {readonly signal: 'cancelWrite'; readonly token: number; readonly message?: string}
  | {readonly signal: 'release'; readonly transaction: number}
  | {readonly signal: 'resetCounts'; readonly of: CountsOf}
  | {readonly signal: 'endSession'; readonly processId: number};

export type Reply =
  {readonly id: number; readonly result: unknown} | {readonly id: number; readonly error: PlainSqlError};

/** A batch by its addresses; each address carries one reference, which the receiver takes over. */
export type PlainBatch = {
  readonly schema: Schema;
  readonly length: number;
  readonly columns: readonly Vector[];
  readonly weights: Address;
  readonly selection: Address;
  readonly selected: number;
};

export type PlainWriteRequest = Omit<WriteRequest, 'given' | 'steps'> &
  PackedSteps & {
    readonly given?: {readonly object: ObjectId; readonly batches: readonly PlainBatch[]};
  };

export type PlainWriteResult = Omit<WriteResult, 'rows'> & {readonly rows: readonly PlainBatch[] | null};

/** The engine's first message: it serves, or why it cannot. */
export type BootMessage = {readonly boot: BootReport} | {readonly failed: string};
