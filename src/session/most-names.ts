import {SqlError} from '../types/sql-error.ts';

/** Prepared statements of a session, and portals: a client that forgets to close them shall notice, not the others. */
export const MOST_NAMES = 10_000;

export function tooMany(what: string): SqlError {
  return new SqlError('54000', `too many ${what}`, {detail: `A session may have ${MOST_NAMES} at a time.`});
}
