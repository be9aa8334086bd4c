import {SqlError} from '../../types/sql-error.ts';

export const INT64_MIN = -(2n ** 63n);
export const INT64_MAX = 2n ** 63n - 1n;

export function int2(value: number): number {
  if (value < -32768 || value > 32767) throw outOfRange('smallint');
  return value;
}

export function int4(value: number): number {
  if (value < -2147483648 || value > 2147483647) throw outOfRange('integer');
  return value;
}

export function int8(value: bigint): bigint {
  if (value < INT64_MIN || value > INT64_MAX) throw outOfRange('bigint');
  return value;
}

export function outOfRange(type: string): SqlError {
  return new SqlError('22003', `${type} out of range`);
}

/** The result of a float operation on `inputs`: an infinity or a zero that no input explains is an error (22003). */
export function float8(result: number, mayOverflow: boolean, mayUnderflow: boolean): number {
  if (mayOverflow && (result === Infinity || result === -Infinity)) throw floatOverflow();
  if (mayUnderflow && result === 0) throw floatUnderflow();
  return result;
}

export function float4(result: number, mayOverflow: boolean, mayUnderflow: boolean): number {
  return float8(Math.fround(result), mayOverflow, mayUnderflow);
}

export function floatOverflow(): SqlError {
  return new SqlError('22003', 'value out of range: overflow');
}

export function floatUnderflow(): SqlError {
  return new SqlError('22003', 'value out of range: underflow');
}

export function divisionByZero(): SqlError {
  return new SqlError('22012', 'division by zero');
}

export function isInfinite(value: number): boolean {
  return value === Infinity || value === -Infinity;
}
