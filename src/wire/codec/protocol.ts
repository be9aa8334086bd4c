import {SqlError} from '../../types/sql-error.ts';

// Postgres frontend/backend protocol, versions 3.0 to 3.2 (manual, chapter 55).
export const PROTOCOL_MAJOR = 3;
/** The newest; 3.1 was never given out, 3.2 has longer keys for cancel requests. */
export const PROTOCOL_MINOR = 2;
export const LONG_KEY_MINOR = 2;
export const LONG_KEY_BYTES = 32;

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
