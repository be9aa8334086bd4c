import {SqlError} from '../../types/sql-error.ts';

// Postgres frontend/backend protocol, version 3.0 (manual, chapter 55).
export const PROTOCOL_MAJOR = 3;

// Request codes that stand in place of a version in the first packet.
export const CANCEL_REQUEST = 80877102;
export const SSL_REQUEST = 80877103;
export const GSSENC_REQUEST = 80877104;

/** Format codes of parameters and result columns. */
export type Format = 'text' | 'binary';

/** 08P01 that ends the connection: the stream of messages can no longer be trusted. */
export function protocolViolation(message: string): SqlError {
  return new SqlError('08P01', message, {severity: 'FATAL'});
}
