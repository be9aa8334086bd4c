// Sets of characters as brackets and class escapes describe them, for Postgres in the locale C.UTF-8.

/** The classes in JavaScript's notation for sets (flag v). */
const classes: Readonly<Record<string, string>> = {
  alpha: '[[\\p{Alphabetic}\\p{Nd}]--[0-9]]',
  digit: '[0-9]',
  alnum: '[\\p{Alphabetic}\\p{Nd}]',
  word: '[\\p{Alphabetic}\\p{Nd}_]',
  upper: '[\\p{Uppercase}\\p{Lt}]',
  lower: '[\\p{Lowercase}\\u01c5\\u01c8\\u01cb\\u01f2]',
  space: '[\\s--[\\u00a0\\u2007\\u202f\\ufeff]]',
  blank: '[\\x20\\t]',
  punct: '[[^\\p{Cc}\\p{Cn}\\p{Cs}]--[\\s\\p{Alphabetic}\\p{Nd}]]',
  print: '[^\\p{Cc}\\p{Cn}\\p{Cs}\\u2028\\u2029]',
  graph: '[[^\\p{Cc}\\p{Cn}\\p{Cs}]--\\s]',
  cntrl: '\\p{Cc}',
  xdigit: '[0-9A-Fa-f]',
};

export function isClassName(name: string): boolean {
  return name in classes;
}

const tests = new Map<string, RegExp>();

function inClass(name: string, character: string): boolean {
  let test = tests.get(name);
  if (!test) tests.set(name, (test = new RegExp(classes[name], 'v')));
  return test.test(character);
}

export type Range = readonly [low: number, high: number];
/** A named class, or its complement. */
export type ClassTerm = {readonly name: string; readonly negated: boolean};

/** In its other case, where that is one character and leads back. */
function otherCases(code: number): number[] {
  const character = String.fromCodePoint(code);
  const found: number[] = [];
  for (const other of [character.toLowerCase(), character.toUpperCase()]) {
    const first = other.codePointAt(0)!;
    if (first !== code && String.fromCodePoint(first) === other) found.push(first);
  }
  return found;
}

let cased: number[] | null = null;

/** Every character that has another case. */
function casedCharacters(): readonly number[] {
  if (!cased) {
    cased = [];
    for (let code = 0x41; code < 0x1ea00; code++) {
      if (code === 0x3000) code = 0xa640;
      if (code === 0xd800) code = 0xe000;
      if (otherCases(code).length > 0) cased.push(code);
    }
  }
  return cased;
}

function withOtherCases(ranges: readonly Range[]): Range[] {
  const result = [...ranges];
  for (const [low, high] of ranges) {
    if (high - low < 128) {
      for (let code = low; code <= high; code++) for (const other of otherCases(code)) result.push([other, other]);
    } else {
      for (const code of casedCharacters()) {
        if (code >= low && code <= high) for (const other of otherCases(code)) result.push([other, other]);
      }
    }
  }
  return result;
}

export class CharSet {
  readonly ranges: readonly Range[];
  readonly terms: readonly ClassTerm[];
  readonly negated: boolean;
  private readonly ascii = new Uint8Array(128);

  constructor(ranges: readonly Range[], terms: readonly ClassTerm[], negated: boolean, ignoreCase: boolean) {
    this.ranges = ignoreCase ? withOtherCases(ranges) : ranges;
    this.terms = ignoreCase
      ? terms.map(term => (term.name === 'upper' || term.name === 'lower' ? {...term, name: 'alpha'} : term))
      : terms;
    this.negated = negated;
    for (let code = 0; code < 128; code++) this.ascii[code] = this.find(code) ? 1 : 0;
  }

  has(code: number): boolean {
    return code < 128 ? this.ascii[code] === 1 : this.find(code);
  }

  private find(code: number): boolean {
    for (const [low, high] of this.ranges) if (code >= low && code <= high) return !this.negated;
    if (this.terms.length > 0) {
      const character = String.fromCodePoint(code);
      for (const {name, negated} of this.terms) if (inClass(name, character) !== negated) return !this.negated;
    }
    return this.negated;
  }

  /** As a set of a JavaScript expression with the flag v. */
  source(): string {
    if (this.negated && this.ranges.length + this.terms.length === 0) return '[\\0-\\u{10ffff}]';
    const parts = [
      ...this.ranges.map(([low, high]) => (low === high ? hex(low) : `${hex(low)}-${hex(high)}`)),
      ...this.terms.map(({name, negated}) => (negated ? `[^${classes[name]}]` : classes[name])),
    ];
    return `[${this.negated ? '^' : ''}${parts.join('')}]`;
  }

  /** True only if no character is in both; false when in doubt. */
  disjoint(other: CharSet): boolean {
    for (let code = 0; code < 128; code++) if (this.ascii[code] & other.ascii[code]) return false;
    return this.onlyAscii() || other.onlyAscii() || this.apart(other);
  }

  private onlyAscii(): boolean {
    if (this.negated) return false;
    return (
      this.ranges.every(([, high]) => high < 128) &&
      this.terms.every(({name, negated}) => !negated && /^(?:digit|blank|xdigit)$/.test(name))
    );
  }

  private apart(other: CharSet): boolean {
    if (this.negated || other.negated || this.terms.length + other.terms.length > 0) return false;
    return this.ranges.every(([a, b]) => other.ranges.every(([c, d]) => b < c || d < a));
  }
}

function hex(code: number): string {
  return `\\u{${code.toString(16)}}`;
}

export const ANY = new CharSet([], [], true, false);
export const NOT_NEWLINE = new CharSet([[10, 10]], [], true, false);
export const WORD = new CharSet([], [{name: 'word', negated: false}], false, false);
