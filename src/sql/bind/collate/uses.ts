import type {Collation} from '../../../catalog/system/collations.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {undetermined} from './derivation.ts';
import type {Derivation, FindCollation} from './derivation.ts';

// Which functions look at the collation of their arguments, and what they say where it does not suit them.

type Use = {
  /** What is said to be impossible without a collation; null: it works without one. */
  readonly without: string | null;
  /** What is said not to be there of collations that take different texts for equal; null: nothing. */
  readonly nondeterministic: string | null;
};

const COMPARING: Use = {without: 'string comparison', nondeterministic: null};
const SEARCHING: Use = {without: 'string comparison', nondeterministic: 'substring searches'};
const LIKE: Use = {without: null, nondeterministic: 'LIKE'};
const ILIKE: Use = {without: 'ILIKE', nondeterministic: 'ILIKE'};
const REGEX: Use = {without: 'regular expression', nondeterministic: 'regular expressions'};

const uses: Readonly<Record<string, Use>> = {
  '=': COMPARING,
  '<>': COMPARING,
  '<': COMPARING,
  '<=': COMPARING,
  '>': COMPARING,
  '>=': COMPARING,
  strpos: SEARCHING,
  position: SEARCHING,
  replace: SEARCHING,
  split_part: SEARCHING,
  string_to_array: SEARCHING,
  string_to_table: SEARCHING,
  starts_with: SEARCHING,
  '^@': SEARCHING,
  '~~': LIKE,
  '!~~': LIKE,
  like: LIKE,
  notlike: LIKE,
  '~~*': ILIKE,
  '!~~*': ILIKE,
  '~': REGEX,
  '!~': REGEX,
  '~*': REGEX,
  '!~*': REGEX,
  regexp_replace: REGEX,
  regexp_match: REGEX,
  regexp_matches: REGEX,
  regexp_like: REGEX,
  regexp_count: REGEX,
  regexp_instr: REGEX,
  regexp_substr: REGEX,
  regexp_split_to_array: REGEX,
  regexp_split_to_table: REGEX,
  array_position: COMPARING,
  array_positions: COMPARING,
  array_remove: COMPARING,
  array_replace: COMPARING,
  '@>': COMPARING,
  '<@': COMPARING,
  '&&': COMPARING,
};

/** Of those that compare for equality within, and do it by the bytes. */
const comparesWithin = new Set([
  'array_position',
  'array_positions',
  'array_remove',
  'array_replace',
  '@>',
  '<@',
  '&&',
]);

const caseFunctions = new Set(['lower(text)', 'upper(text)', 'initcap(text)']);

export function caseFunction(signature: string): boolean {
  return caseFunctions.has(signature);
}

/** Whose letters the collation changes; null: as the database does it, C.UTF-8. */
export function caseLocale({provider, icuLocale, locale}: Collation): string | null {
  if (provider === 'i') return icuLocale;
  return provider === 'c' && locale !== 'C.utf8' ? 'C' : null;
}

/** Errors: 42P22, 0A000. */
export function checkUse(signature: string, by: Derivation, find: FindCollation): void {
  const name = signature.slice(0, signature.indexOf('('));
  if (caseFunctions.has(signature)) {
    if (by.strength === 'conflict') throw undetermined(`${name}() function`);
    return;
  }
  const use = name === 'substring' && /^substring\(text,text/.test(signature) ? REGEX : uses[name];
  if (!use || by.strength === 'none') return;
  if (by.strength === 'conflict') {
    if (use.without !== null) throw undetermined(use.without);
    return;
  }
  const {deterministic} = find(by.collation);
  if (deterministic) return;
  if (use.nondeterministic !== null) {
    throw new SqlError('0A000', `nondeterministic collations are not supported for ${use.nondeterministic}`);
  }
  if (comparesWithin.has(name)) {
    throw new SqlError('0A000', `nondeterministic collations are not supported for ${name} of arrays`);
  }
}
