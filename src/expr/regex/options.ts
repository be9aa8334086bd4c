import {SqlError} from '../../types/sql-error.ts';

/** How a pattern is read and matched (PostgreSQL manual, table 9.24). */
export type Options = {
  readonly flavor: 'advanced' | 'extended' | 'basic' | 'literal';
  readonly ignoreCase: boolean;
  readonly expanded: boolean;
  /** . and [^…] do not match a newline. */
  readonly newlineStops: boolean;
  /** ^ and $ match at newlines. */
  readonly newlineAnchors: boolean;
};

const DEFAULT_OPTIONS: Options = {
  flavor: 'advanced',
  ignoreCase: false,
  expanded: false,
  newlineStops: false,
  newlineAnchors: false,
};

const letters: Readonly<Record<string, Partial<Options>>> = {
  b: {flavor: 'basic'},
  c: {ignoreCase: false},
  e: {flavor: 'extended'},
  i: {ignoreCase: true},
  m: {newlineStops: true, newlineAnchors: true},
  n: {newlineStops: true, newlineAnchors: true},
  p: {newlineStops: true, newlineAnchors: false},
  q: {flavor: 'literal'},
  s: {newlineStops: false, newlineAnchors: false},
  t: {expanded: false},
  w: {newlineStops: false, newlineAnchors: true},
  x: {expanded: true},
};

/** null for a letter that is none. */
export function withOption(options: Options, letter: string): Options | null {
  return letter in letters ? {...options, ...letters[letter]} : null;
}

/** The flags argument, where e leads to basic expressions, unlike in (?e). Errors: 22023. */
export function optionsOf(flags: string): Options {
  let options = DEFAULT_OPTIONS;
  for (const letter of flags) {
    const changed = withOption(options, letter === 'e' ? 'b' : letter);
    if (!changed) throw new SqlError('22023', `invalid regular expression option: "${letter}"`);
    options = changed;
  }
  return options;
}
