import type {TlsStatus} from '../catalog/system/status.ts';
import type {Batch} from '../columnar/batch.ts';
import type {Datum} from '../types/datum.ts';
import type {FormatSettings} from '../types/io/format-settings.ts';
import type {SqlError} from '../types/sql-error.ts';
import type {SqlType} from '../types/sql-type.ts';
import type {Notification} from './notifications.ts';
import type {CopyFormat} from './copy/options.ts';

/**
 * What a front end (Postgres wire, HTTP, tests) sees of the database. A front end owns bytes and formats; a session
 * owns statements, portals, settings and the transaction.
 */
export interface Database {
  /** A login that failed before there was a session, for the audit trail. */
  auditLogin?(options: ConnectOptions, processId: number, error: unknown): void;
  /** Of a client that has shown who it is. Errors: 3D000 unknown database, 28000 unknown role, 53300 too many connections. */
  connect(options: ConnectOptions): Promise<Session>;
  /** The SCRAM verifier of the role's password; null: there is no such role, it has none, or none that is still good. */
  passwordOf(user: string): string | null;
  /** `user` is `role`, or a member of it. */
  isMember(user: string, role: string): boolean;
  /** CancelRequest: cancels what the session with this pid and secret is running; silently nothing if they do not match. */
  cancel(processId: number, secretKey: Uint8Array): void;
}

export type ConnectOptions = {
  readonly user: string;
  readonly database: string;
  /** Other StartupMessage parameters: application_name, client_encoding, options, … */
  readonly parameters: ReadonlyMap<string, string>;
  /** 'host:port' of the client, for the system views. */
  readonly remoteAddress: string;
  /** How the connection is encrypted, for the same. */
  readonly tls?: TlsStatus;
  /** Of the key for cancel requests: 4 before protocol 3.2. */
  readonly secretKeyBytes?: number;
};

export type TransactionStatus = 'I' | 'T' | 'E';

export type Notice = {
  readonly severity: NoticeSeverity;
  readonly code: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
  /** Where in the text, counted from 1. */
  readonly position?: number;
};

/** As PostgreSQL's clients see it: its five levels of debugging have one name. */
type NoticeSeverity = 'DEBUG' | 'NOTICE' | 'WARNING' | 'INFO';

export interface SessionListener {
  /** NOTIFY by a transaction that has committed, on a channel that the session listens to. */
  notification?(notification: Notification): void;
  /** A reported setting (server_version, TimeZone, …) took this value; called for all of them at connect too. */
  parameterStatus(name: string, value: string): void;
  notice(notice: Notice): void;
  /** The session is over: the client is to be told why, and hung up on. */
  terminate?(error: SqlError): void;
}

export interface Session {
  readonly processId: number;
  readonly secretKey: Uint8Array;
  readonly transactionStatus: TransactionStatus;
  /** Current values of settings that change how datums are printed. */
  readonly formatting: FormatSettings;
  listen(listener: SessionListener): void;

  /**
   * Simple query: the statements of `sql` run in order as one implicit transaction (manual 55.2.2.1), each when its
   * predecessor's execution has been read to its end. An empty string yields one execution with the tag ''.
   * Throws SqlError at the failing statement; the implicit transaction is then rolled back.
   */
  simpleQuery(sql: string): AsyncIterable<Execution>;

  /** Parse. Errors: 42601 …, 42P05 the name is taken, 26000 on later use of an unknown name. '' = unnamed. */
  parse(name: string, sql: string, parameterTypes: readonly (SqlType | null)[]): Promise<void>;
  /** Errors: 26000, 25P02. */
  describeStatement(name: string): Promise<StatementDescription>;
  /** What Bind looks at before its values, of which there are so many, and of formats. Errors: 26000, 08P01, 25P02, 42P03. */
  beginBind(portal: string, statement: string, given: number, formats: number): Promise<StatementDescription>;
  /** Bind; `values` are already decoded by the described parameter types. Errors: 42P03, 26000, 08P01. */
  bind(portal: string, statement: string, values: readonly Datum[]): Promise<void>;
  /**
   * Bind, Execute and Sync of a statement, all at once, where it is a lookup that needs no waiting; null: nothing has been done.
   * `values` decodes the parameters; its errors are those of Bind.
   */
  lookUp(statement: string, values: (described: StatementDescription) => readonly Datum[]): LookedUp | null;
  /** What a simple query comes to, where that is a lookup which can be answered at once; null: nothing has been done. */
  lookUpText(sql: string): LookedUp | null;
  describePortal(portal: string): Promise<StatementDescription>;
  /**
   * Runs a portal, or continues one that was suspended. `alone`: Sync is known to follow, so that outside a transaction
   * block the statement is one of its own, done when it says so. Errors: 34000 unknown portal.
   */
  execute(portal: string, alone?: boolean): Promise<Execution>;
  /**
   * FunctionCall: a function by its OID, as a statement of its own or of the transaction block. `values` decodes the arguments.
   * Errors: 42883, 0A000, 42501, and those of the function.
   */
  callFunction(oid: number, values: (called: CalledFunction) => readonly Datum[]): Promise<CallResult>;
  closeStatement(name: string): void;
  closePortal(name: string): void;
  /** Sync: ends the implicit transaction (commit, or roll back if a statement since the last Sync failed). */
  sync(): Promise<void>;
  /** A protocol-level error was sent: the open transaction is failed when this has resolved. */
  fail(error: SqlError): Promise<void>;
  /** The client is gone: cancels what runs, rolls back, frees all. */
  close(): Promise<void>;
}

export type StatementDescription = {
  readonly parameterTypes: readonly SqlType[];
  /** null: the statement returns no rows (NoData). */
  readonly columns: readonly ResultColumn[] | null;
};

/** What a function takes that is called by its OID. */
export type CalledFunction = {
  readonly typeCount: number;
  /** Errors: 0A000 for a type that has no values of its own. */
  typeOf(index: number): SqlType;
};

export type CallResult = {readonly type: SqlType; readonly value: Datum};

/** The result of a lookup: the row, null: there is none. */
export type LookedUp = {readonly columns: readonly ResultColumn[]; readonly row: readonly Datum[] | null};

export type ResultColumn = {
  readonly name: string;
  readonly type: SqlType;
  /** The relation's OID and attribute number where the column is one, else 0. */
  readonly tableOid: number;
  readonly attributeNumber: number;
};

/**
 * A running statement. Rows come by pull, so a slow reader holds at most one chunk. After `next` has returned null
 * (or for a statement without rows at once after its first null) `tag` is the CommandComplete tag.
 */
export interface Execution {
  readonly columns: readonly ResultColumn[] | null;
  /** At most `maxRows` rows (0 = as many as come together); null at the end. Throws SqlError. */
  next(maxRows: number): Promise<ResultChunk | null>;
  readonly tag: string;
  /** FETCH from a BINARY cursor: the simple protocol sends the rows in binary. */
  readonly binary?: boolean;
  /** COPY: the client is to send data, or gets the rows as data. */
  readonly copy?: CopyIn | CopyOut;
  /** Stops early and frees what the statement holds. Idempotent. */
  close(): Promise<void>;
}

/** COPY … FROM STDIN. The statement is done when `end` has resolved, and `next` gives no rows. Errors: SqlError. */
export type CopyIn = {
  readonly direction: 'in';
  readonly binary: boolean;
  /** Fields of a row. */
  readonly width: number;
  /** Takes a piece of the data, which may be cut anywhere. */
  write(data: Uint8Array): Promise<void>;
  /** No more data are there for the moment: what has come is looked at. */
  pause(): Promise<void>;
  end(): Promise<void>;
  /** There will be no more data; always throws the reason, with the place in the data. */
  fail(reason: SqlError): Promise<never>;
};

/** COPY … TO STDOUT: `next` gives the rows, which are to be written as `format` says. */
export type CopyOut = {
  readonly direction: 'out';
  readonly columns: readonly ResultColumn[];
  readonly format: CopyFormat;
};

/** Rows in linear memory (every weight is a repeat count ≥ 1), or as datums where they never were columns. */
export type ResultChunk =
  | {readonly kind: 'batch'; readonly batch: Batch; release(): void}
  | {readonly kind: 'rows'; readonly rows: readonly (readonly Datum[])[]};
