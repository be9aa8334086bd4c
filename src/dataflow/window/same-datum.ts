import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';

/** A value, or why there is none. */
export type Outcome = Datum | SqlError;

/** The same value written the same way: 1.0 is not 1.00 here, and -0 not 0. */
export function sameOutcome(a: Outcome, b: Outcome): boolean {
  if (a === b) return a !== 0 || Object.is(a, b);
  if (a === null || b === null || typeof a !== typeof b) return false;
  if (typeof a === 'number') return Object.is(a, b);
  if (typeof a !== 'object') return false;
  if (a instanceof SqlError || b instanceof SqlError) {
    return a instanceof SqlError && b instanceof SqlError && a.code === b.code && a.message === b.message;
  }
  if (Array.isArray(a) || a instanceof Uint8Array) return sameItems(a as ArrayLike<Datum>, b as ArrayLike<Datum>);
  return sameFields(a as Fields, b as Fields);
}

type Fields = Readonly<Record<string, Datum>>;

function sameItems(a: ArrayLike<Datum>, b: ArrayLike<Datum>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!sameOutcome(a[i], b[i])) return false;
  return true;
}

function sameFields(a: Fields, b: Fields): boolean {
  for (const name in a) if (!sameOutcome(a[name] ?? null, b[name] ?? null)) return false;
  for (const name in b) if (!(name in a) && b[name] !== undefined) return false;
  return true;
}
