import {messageOf} from '../types/message-of.ts';
import {asSqlError, SqlError} from '../types/sql-error.ts';
import type {Notice} from '../session/api.ts';
import type {Report} from './codec/backend-writer.ts';

/** Whatever was thrown, as an error a client can be told. What is no SqlError is our fault: XX000. */
export function toSqlError(error: unknown): SqlError {
  return asSqlError(error, thrown => {
    const message = messageOf(thrown);
    return new SqlError('XX000', `internal error: ${message}`);
  });
}

export function isFatal(error: SqlError): boolean {
  return error.fields.severity === 'FATAL' || error.fields.severity === 'PANIC';
}

export function reportOf(error: SqlError): Report {
  return {...error.fields, severity: error.fields.severity ?? 'ERROR', code: error.code, message: error.message};
}

export function reportOfNotice(notice: Notice): Report {
  return {...notice};
}
