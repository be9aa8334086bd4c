import {SqlError} from '../../types/sql-error.ts';

/** The 1-based character position of a UTF-16 offset: characters outside the BMP count once, as in Postgres. */
export function positionOf(sql: string, offset: number): number {
  let position = offset + 1;
  for (let i = 0; i + 1 < offset; i++) {
    const unit = sql.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = sql.charCodeAt(i + 1);
      if (next >= 0xdc00 && next <= 0xdfff) {
        position--;
        i++;
      }
    }
  }
  return position;
}

/** `message at or near "text"`, or `message at end of input` when the text is used up. */
export function errorNear(sql: string, message: string, start: number, end: number): SqlError {
  const place = start >= sql.length ? 'at end of input' : `at or near "${sql.slice(start, end)}"`;
  return new SqlError('42601', `${message} ${place}`, {position: positionOf(sql, start)});
}

/** An error of the grammar that is not about the next token. */
export function errorAt(sql: string, code: string, message: string, start: number, hint?: string): SqlError {
  return new SqlError(code, message, {position: positionOf(sql, start), hint});
}
