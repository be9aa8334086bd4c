import {TIMESTAMP_INFINITY} from '../../types/calendar.ts';
import type {Datum} from '../../types/datum.ts';
import type {RoleBook} from '../role-book.ts';
import type {Role} from '../role.ts';

/** VALID UNTIL as a timestamptz. */
export function validUntilOf({validUntil}: Role): bigint | null {
  if (validUntil === null) return null;
  return validUntil === 'infinity' ? TIMESTAMP_INFINITY : BigInt(validUntil);
}

/** `name=value` for each setting that the role has (0: everybody); null: none. */
export function configOf(book: RoleBook, role: number, inDatabase: boolean): Datum {
  const own = book.settings.filter(entry => entry.role === role && entry.inDatabase === inDatabase);
  return own.length === 0 ? null : own.map(({name, value}) => `${name}=${value}`);
}
