import {KEYWORDS} from '../parse/keywords.ts';

/**
 * Words that the grammar takes for something else in some place where a name may stand, though Postgres counts them
 * as unreserved or not as keywords at all.
 */
const SPECIAL: ReadonlySet<string> = new Set(
  (
    'operator cube rollup rows range groups partition unbounded recursive nested double session tumble hop cumulate ' +
    'struct emit match_recognize mutually watermark descriptor permute subscribe encode temp temporary local global ' +
    'unlogged at nulls current if data next prior first last absolute relative forward backward all include encoding load ' +
    'sources sinks tables views schemas indexes columns materialized'
  ).split(' '),
);

/** A name as SQL text, in double quotes where it would not come back the same without. */
export function printName(name: string): string {
  return isPlain(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function isPlain(name: string): boolean {
  if (!/^[a-z_][a-z0-9_$]*$/.test(name) || SPECIAL.has(name)) return false;
  const keyword = KEYWORDS.get(name);
  return keyword === undefined || keyword.class === 'unreserved';
}

export function printPath(path: readonly string[]): string {
  return path.map(printName).join('.');
}

export function printNames(names: readonly string[]): string {
  return `(${names.map(printName).join(', ')})`;
}

/** A string literal, as `standard_conforming_strings` reads it. */
export function printString(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
