/**
 * An error as Postgres reports it: SQLSTATE, message, and the optional detail, hint and position fields of
 * ErrorResponse (manual, 55.8). Messages are lower case without a full stop; detail and hint are sentences.
 */
export type SqlErrorFields = {
  readonly detail?: string;
  readonly hint?: string;
  /** 1-based character offset into the statement's text. */
  readonly position?: number;
  readonly where?: string;
  readonly severity?: 'ERROR' | 'FATAL' | 'PANIC';
  readonly schema?: string;
  readonly table?: string;
  readonly column?: string;
  readonly datatype?: string;
  readonly constraint?: string;
  /** Of `Failing row contains`, column by column, for who may see some only; clients are not told. */
  readonly row?: readonly {readonly column: string; readonly text: string}[];
  /** PostgreSQL's function that raises it, where drivers tell errors of one SQLSTATE apart by it. */
  readonly routine?: string;
};

export class SqlError extends Error {
  override readonly name = 'SqlError';
  readonly code: string;
  readonly fields: SqlErrorFields;

  constructor(code: string, message: string, fields: SqlErrorFields = {}) {
    super(message);
    this.code = code;
    this.fields = fields;
  }

  /** The same error at a place in the statement; a position already known is kept, since the inner one is nearer. */
  at(position: number | undefined): SqlError {
    if (position === undefined || this.fields.position !== undefined) return this;
    return new SqlError(this.code, this.message, {...this.fields, position});
  }

  with(fields: SqlErrorFields): SqlError {
    return new SqlError(this.code, this.message, {...this.fields, ...fields});
  }
}

/** The error as plain data, to cross a thread. */
export type PlainSqlError = {readonly code: string; readonly message: string; readonly fields: SqlErrorFields};

export function toPlainError(error: unknown): PlainSqlError {
  if (error instanceof SqlError) return {code: error.code, message: error.message, fields: error.fields};
  if (isTooDeep(error)) return {...TOO_DEEP, fields: {}};
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {code: 'XX000', message: `internal error: ${message}`, fields: {}};
}

const TOO_DEEP = {code: '54001', message: 'stack depth limit exceeded'};

/** What is nested so deeply that the functions which walk it have no more stack. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && error.message === 'Maximum call stack size exceeded';
}

/** Of what was thrown, with `unforeseen` for what is nobody's doing. */
export function asSqlError(error: unknown, unforeseen: (error: unknown) => SqlError): SqlError {
  if (error instanceof SqlError) return error;
  return isTooDeep(error) ? new SqlError(TOO_DEEP.code, TOO_DEEP.message) : unforeseen(error);
}

export function fromPlainError(plain: PlainSqlError): SqlError {
  return new SqlError(plain.code, plain.message, plain.fields);
}

/** 0A000: the feature is part of SQL, but not of Millrace yet. `what` names it: "window functions". */
export function notSupported(what: string, position?: number, hint?: string): SqlError {
  const verb = /[^s]s$/.test(what.split(' (')[0]) ? 'are' : 'is';
  return new SqlError('0A000', `${what} ${verb} not supported yet`, {position, hint});
}
