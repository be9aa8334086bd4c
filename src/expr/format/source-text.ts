import {SqlError} from '../../types/sql-error.ts';
import type {Pattern, Piece} from './template.ts';

/** The text that to_date and to_timestamp read, with the place they have come to. */
export class SourceText {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  get next(): string {
    return this.text[this.at] ?? '';
  }

  atSpace(): boolean {
    return /^[ \t\n\v\f\r]$/.test(this.next);
  }

  atSeparator(): boolean {
    return /^[!-/:-@[-`{-~]$/.test(this.next);
  }

  /** Skips blanks; how many. */
  skipSpaces(): number {
    const start = this.at;
    while (this.atSpace()) this.at++;
    return this.at - start;
  }

  skipCharacter(): void {
    if (!this.done) this.at += String.fromCodePoint(this.text.codePointAt(this.at)!).length;
  }

  /** st, nd, rd, th or any two characters where the pattern has TH. */
  skipOrdinal({ordinal}: Pattern): void {
    if (!ordinal) return;
    this.skipCharacter();
    this.skipCharacter();
  }

  /**
   * A number of `length` characters, or, where FM or what follows in the template says that it ends by itself, of as
   * many digits as there are. Errors: 22007, 22008.
   */
  integer(pattern: Pattern, length: number, open: boolean): {readonly value: number; readonly length: number} {
    const start = this.at;
    this.skipSpaces();
    const copy = this.text.slice(this.at, this.at + length);
    let digits: string | undefined;
    if (pattern.fill || open) {
      digits = /^[+-]?\d+/.exec(this.text.slice(this.at))?.[0];
      this.at = digits === undefined ? start : this.at + digits.length;
    } else {
      if (copy.length < length) throw tooShort(pattern, length, copy.length);
      digits = /^[ \t\n\v\f\r]*[+-]?\d+/.exec(copy)?.[0];
      const used = digits?.length ?? 0;
      if (used > 0 && used < length) {
        throw invalidValue(
          copy,
          pattern,
          `Field requires ${length} characters, but only ${used} could be parsed.`,
          FILL_HINT,
        );
      }
      this.at += used;
    }
    if (digits === undefined) {
      this.at = start;
      throw invalidValue(copy, pattern, 'Value must be an integer.');
    }
    const value = Number(digits);
    if (value < -2147483648 || value > 2147483647) {
      throw new SqlError('22008', `value for "${pattern.written}" in source string is out of range`, {
        detail: 'Value must be in the range -2147483648 to 2147483647.',
      });
    }
    return {value, length: this.at - start};
  }

  /** The first of `words` that stands here, in whatever case. Errors: 22007. */
  word(pattern: Pattern, words: readonly string[]): number {
    const rest = this.text.slice(this.at);
    const index = words.findIndex(word => rest.slice(0, word.length).toLowerCase() === word.toLowerCase());
    if (rest === '' || index < 0) {
      const shown = /^[^ \t\n\v\f\r]*/.exec(rest)![0];
      throw invalidValue(shown, pattern, 'The given value did not match any of the allowed values for this field.');
    }
    this.at += words[index].length;
    return index;
  }
}

const FILL_HINT = 'If your source string is not fixed-width, try using the "FM" modifier.';

function invalidValue(text: string, pattern: Pattern, detail: string, hint?: string): SqlError {
  return new SqlError('22007', `invalid value "${text}" for "${pattern.written}"`, {detail, hint});
}

function tooShort(pattern: Pattern, wanted: number, remaining: number): SqlError {
  return new SqlError('22007', `source string too short for "${pattern.written}" formatting field`, {
    detail: `Field requires ${wanted} characters, but only ${remaining} remain.`,
    hint: FILL_HINT,
  });
}

/** Patterns whose input begins with a digit, so that a number before them has to know its length. */
const numeric = /^(?:CC|I?DDD|DD|I?D|FF\d|HH|HH12|HH24|IW|I{1}Y{0,3}|J|MI|MM|MS|Q|SSSSS?|SS|TZM|US|WW|W|Y,YYY|Y{1,4})$/;

/** What follows in the template ends a number: anything but a digit or a pattern that reads one. */
export function endsNumber(pattern: Pattern, following: Piece | undefined): boolean {
  if (pattern.ordinal || following === undefined) return true;
  if (following.kind === 'pattern') return !numeric.test(following.name);
  return !/^[0-9]$/.test(following.text);
}
