import {readFileSync} from 'node:fs';
import type {Answer} from './answers.ts';

/** A difference that docs/sql.md admits in these words, and its exact shape. */
type Exception = {
  readonly documented: string;
  readonly holds: (sql: string, ours: Answer, theirs: Answer) => boolean;
};

const ofValue = ({error}: Answer): boolean => error !== null && (error.startsWith('22') || error === '23514');
const ofRow = ({error}: Answer): boolean => error !== null && (ofValue({error} as Answer) || error.startsWith('23'));
const writes = (sql: string): boolean => /^(WITH .*)?(INSERT|UPDATE|DELETE|MERGE)\b/.test(sql);
const updates = (sql: string): boolean => /\b(UPDATE|MERGE)\b/.test(sql);

export const exceptions: readonly Exception[] = [
  {
    documented: 'What constants raise is raised when there is a row to compute them for, and no `CASE` or `coalesce` that passes them over.',
    holds: (sql, ours, theirs) =>
      !writes(sql) && ours.error === null && ofValue(theirs) && (ours.rows.length === 0 || /\b(CASE|coalesce)\b/.test(sql)),
  },
  {
    documented: 'Of several rows that fail with different errors, any is reported.',
    holds: (sql, ours, theirs) => {
      if (ours.error === theirs.error) return false;
      return writes(sql) && updates(sql) ? ofRow(ours) && ofRow(theirs) : ofValue(ours) && ofValue(theirs);
    },
  },
  {
    documented: 'Of conditions joined by `AND` either may be computed first',
    holds: (sql, ours, theirs) => {
      const oneFails = (ours.error === null && ofValue(theirs)) || (theirs.error === null && ofValue(ours));
      return !writes(sql) && oneFails && / WHERE .* AND /.test(sql);
    },
  },
  {
    documented: 'A comparison of rows that a constant NULL decides does not compute the rows.',
    holds: (sql, ours, theirs) => !writes(sql) && ours.error === null && ofValue(theirs) && /\)\)? [<>=]+ \(NULL::/.test(sql),
  },
  {
    documented: 'Unique keys are looked at when a statement has made all its changes',
    holds: (sql, ours, theirs) => writes(sql) && updates(sql) && ours.error === null && theirs.error === '23505',
  },
];

/** The exception that admits the difference; null: none does. */
export function excused(sql: string, ours: Answer, theirs: Answer): Exception | null {
  return exceptions.find(({holds}) => holds(sql, ours, theirs)) ?? null;
}

/** Throws if docs/sql.md does not say what is excused here. */
export function mustBeDocumented(file: string): void {
  const plain = (text: string): string => text.replace(/\s+/g, ' ');
  const text = plain(readFileSync(file, 'utf8'));
  const missing = exceptions.find(({documented}) => !text.includes(plain(documented)));
  if (missing) throw new Error(`${file} does not say: ${missing.documented}`);
}
