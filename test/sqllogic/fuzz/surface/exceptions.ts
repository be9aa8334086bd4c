import {readFileSync} from 'node:fs';
import type {Answer} from './answers.ts';

/**
 * A difference that docs/sql.md admits in these words, and its exact shape. `ofSeveralRows`: only if there is none where each
 * table has one row.
 */
export type Exception = {
  readonly name: string;
  readonly documented: string;
  readonly holds: (sql: string, ours: Answer, theirs: Answer) => boolean;
  readonly ofSeveralRows?: true;
  /** Only if Postgres answers as we do where the conditions are asked in the order in which they are written. */
  readonly ofOrder?: true;
};

const ofValue = ({error}: Answer): boolean => error !== null && (error.startsWith('22') || error === '23514');
const ofRow = (answer: Answer): boolean => ofValue(answer) || answer.error?.startsWith('23') === true;
const writes = (sql: string): boolean => /^(WITH .*)?(INSERT|UPDATE|DELETE|MERGE)\b/.test(sql);
const updates = (sql: string): boolean => /\b(UPDATE|MERGE)\b/.test(sql);

export const exceptions: readonly Exception[] = [
  {
    name: 'which row fails',
    documented: 'Of several rows that fail with different errors, any is reported.',
    holds: (sql, ours, theirs) => {
      if (ours.error === theirs.error) return false;
      return writes(sql) ? updates(sql) && ofRow(ours) && ofRow(theirs) : ofValue(ours) && ofValue(theirs);
    },
    ofSeveralRows: true,
  },
  {
    name: 'parameters as constants',
    documented: 'but not what parameters of a prepared statement do',
    holds: (sql, ours, theirs) => ours.error === null && ofValue(theirs) && sql.includes('$1::'),
  },
  {
    name: 'rows against NULL',
    documented: 'A comparison of rows that a constant NULL decides does not compute the rows.',
    holds: (sql, ours, theirs) => !writes(sql) && ours.error === null && ofValue(theirs) && /\)\)? [<>=]+ \(NULL::/.test(sql),
  },
  {
    name: 'which condition is first',
    documented: 'Conditions that `AND` joins are asked in the order in which they are written',
    holds: (sql, ours, theirs) =>
      !writes(sql) && ours.error !== theirs.error && [ours, theirs].every(answer => answer.error === null || ofValue(answer)),
    ofOrder: true,
  },
  {
    name: 'keys amid changes',
    documented: 'Unique keys are looked at when a statement has made all its changes',
    holds: (sql, ours, theirs) => updates(sql) && ours.error === null && theirs.error === '23505',
    ofSeveralRows: true,
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
