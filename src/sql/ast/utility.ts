import type {DatabaseStatement} from './database.ts';
import type {CreateExtension, Do, DropExtension} from './extension.ts';
import type {Delete, Insert, Merge, Update} from './dml.ts';
import type {CreateMaterializedView, CreateTableAs, Refresh} from './ddl.ts';
import type {Expression, FunctionCall, Literal} from './expression.ts';
import type {Node, QualifiedName} from './node.ts';
import type {Query} from './query.ts';
import type {CreateSink, Subscribe} from './source.ts';
import type {TypeName} from './type-name.ts';

/** `SET x TO a, b`; words arrive as strings. */
export interface SetVariable extends Node {
  readonly kind: 'set';
  readonly scope: 'session' | 'local';
  /** Folded, dotted names joined: `my.setting`. `TIME ZONE` is `timezone`, `NAMES` is `client_encoding`. */
  readonly name: string;
  /** Null: DEFAULT. A cast for `SET TIME ZONE INTERVAL '…'`. */
  readonly values: readonly (Literal | Expression)[] | null;
}

export type TransactionMode =
  | {
      readonly mode: 'isolation';
      readonly level: 'read uncommitted' | 'read committed' | 'repeatable read' | 'serializable';
    }
  | {readonly mode: 'read_only'; readonly value: boolean}
  | {readonly mode: 'deferrable'; readonly value: boolean};

/** `SET TRANSACTION …`, `SET SESSION CHARACTERISTICS AS TRANSACTION …`. */
export interface SetTransaction extends Node {
  readonly kind: 'set_transaction';
  readonly scope: 'transaction' | 'session';
  /** `SET TRANSACTION SNAPSHOT '…'`. */
  readonly snapshot: string | null;
  readonly modes: readonly TransactionMode[];
}

/** `SET CONSTRAINTS …`; empty names: ALL. */
export interface SetConstraints extends Node {
  readonly kind: 'set_constraints';
  readonly names: readonly QualifiedName[];
  readonly deferred: boolean;
}

/** `RESET x`; name null: ALL. */
export interface Reset extends Node {
  readonly kind: 'reset';
  readonly name: string | null;
}

export interface Discard extends Node {
  readonly kind: 'discard';
  readonly what: 'all' | 'plans' | 'sequences' | 'temp';
}

export type ShowObjects =
  'sources' | 'sinks' | 'tables' | 'views' | 'materialized views' | 'indexes' | 'schemas' | 'columns';

export interface Show extends Node {
  readonly kind: 'show';
  readonly show:
    | {readonly what: 'variable'; readonly name: string}
    | {readonly what: 'all'}
    /** `SHOW TABLES [FROM schema] [LIKE 'pattern']`, `SHOW COLUMNS FROM t`. */
    | {
        readonly what: 'objects';
        readonly objects: ShowObjects;
        readonly from: QualifiedName | null;
        readonly like: string | null;
      }
    | {
        readonly what: 'create';
        readonly object: 'table' | 'view' | 'materialized view' | 'source' | 'sink' | 'index';
        readonly name: QualifiedName;
      };
}

export interface Transaction extends Node {
  readonly kind: 'transaction';
  readonly command:
    | {readonly type: 'begin'; readonly modes: readonly TransactionMode[]}
    | {readonly type: 'commit' | 'rollback'; readonly chain: boolean}
    | {readonly type: 'savepoint' | 'release' | 'rollback_to'; readonly name: string}
    | {readonly type: 'prepare' | 'commit_prepared' | 'rollback_prepared'; readonly id: string};
}

export interface ExplainOption extends Node {
  readonly kind: 'explain_option';
  /** Lower case: `analyze`, `verbose`, `format` … */
  readonly name: string;
  /** As text; null when not given (true). */
  readonly value: string | null;
}

export type ExplainableStatement =
  | Query
  | Insert
  | Update
  | Delete
  | Merge
  | CreateTableAs
  | CreateMaterializedView
  | Refresh
  | DeclareCursor
  | Execute
  | CreateSink
  | ExplainedView
  | Subscribe;

/** `EXPLAIN [ANALYZE] MATERIALIZED VIEW name`: the operators that keep it. */
export interface ExplainedView extends Node {
  readonly kind: 'explained_view';
  readonly name: QualifiedName;
}

export interface Explain extends Node {
  readonly kind: 'explain';
  /** `EXPLAIN ANALYZE VERBOSE` arrives as the options of those names. */
  readonly options: readonly ExplainOption[];
  readonly statement: ExplainableStatement;
}

export interface Prepare extends Node {
  readonly kind: 'prepare';
  readonly name: string;
  readonly types: readonly TypeName[];
  readonly statement: Query | Insert | Update | Delete | Merge;
}

export interface Execute extends Node {
  readonly kind: 'execute';
  readonly name: string;
  readonly args: readonly Expression[];
}

/** `DEALLOCATE name`; null: ALL. */
export interface Deallocate extends Node {
  readonly kind: 'deallocate';
  readonly name: string | null;
}

export interface DeclareCursor extends Node {
  readonly kind: 'declare_cursor';
  readonly name: string;
  readonly binary: boolean;
  /** Null where not written. */
  readonly scroll: boolean | null;
  readonly sensitivity: 'default' | 'insensitive' | 'asensitive';
  readonly hold: boolean;
  readonly query: Query | Subscribe;
}

/** `FETCH`, `MOVE`. */
export interface Fetch extends Node {
  readonly kind: 'fetch';
  readonly move: boolean;
  readonly direction: 'forward' | 'backward' | 'absolute' | 'relative';
  /** `all` for FORWARD ALL. A count may be negative. */
  readonly count: number | 'all';
  readonly cursor: string;
}

/** Null: ALL. */
export interface ClosePortal extends Node {
  readonly kind: 'close';
  readonly cursor: string | null;
}

/** `CALL name(arguments)`. */
export interface Call extends Node {
  readonly kind: 'call';
  readonly call: FunctionCall;
}

export interface Listen extends Node {
  readonly kind: 'listen';
  readonly channel: string;
}

export interface Notify extends Node {
  readonly kind: 'notify';
  readonly channel: string;
  readonly payload: string | null;
}

/** Null: `*`. */
export interface Unlisten extends Node {
  readonly kind: 'unlisten';
  readonly channel: string | null;
}

export interface Checkpoint extends Node {
  readonly kind: 'checkpoint';
}

/** Statements that look after storage, and LOCK; what else they say is not kept. */
export interface Maintenance extends Node {
  readonly kind: 'maintenance';
  readonly command: 'analyze' | 'vacuum' | 'cluster';
  /** VACUUM ANALYZE. */
  readonly analyzes: boolean;
  readonly tables: readonly QualifiedName[];
  /** Of each table; none: all. */
  readonly columns: readonly (readonly string[])[];
  /** `CLUSTER t USING index`. */
  readonly index: string | null;
}

/** `REINDEX`; the name is null for the whole database. */
export interface Reindex extends Node {
  readonly kind: 'reindex';
  readonly what: 'index' | 'table' | 'schema' | 'database' | 'system';
  readonly concurrently: boolean;
  readonly name: QualifiedName | null;
}

export interface LockTable extends Node {
  readonly kind: 'lock_table';
  readonly tables: readonly QualifiedName[];
  readonly mode: LockTableMode;
  readonly nowait: boolean;
}

export type LockTableMode =
  | 'access share'
  | 'row share'
  | 'row exclusive'
  | 'share update exclusive'
  | 'share'
  | 'share row exclusive'
  | 'exclusive'
  | 'access exclusive';

export type UtilityStatement =
  | SetVariable
  | SetTransaction
  | SetConstraints
  | Reset
  | Discard
  | Show
  | Transaction
  | Explain
  | Prepare
  | Execute
  | Deallocate
  | DeclareCursor
  | Fetch
  | ClosePortal
  | Call
  | Listen
  | Notify
  | Unlisten
  | Checkpoint
  | LockTable
  | Maintenance
  | Reindex
  | DatabaseStatement
  | CreateExtension
  | DropExtension
  | Do;
