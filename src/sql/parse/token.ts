import type {SqlError} from '../../types/sql-error.ts';

/**
 * Token types. The order carries meaning: what may be a column or table name is a range, what may be a label a wider
 * one (see the predicates below).
 */
export const QUOTED = 1; // "identifier"
export const IDENT = 2;
export const UNRESERVED = 3; // keywords by class, as in keywords.ts
export const COLUMN_NAME = 4;
export const TYPE_OR_FUNCTION = 5;
export const RESERVED = 6;
export const PUNCTUATION = 7; // , ( ) [ ] . ; : :: := .. =>, and words that the next one joins (NULLS FIRST)
export const OPERATOR = 8;
export const STRING = 9;
export const INTEGER = 10; // fits 32 bits
export const BIG_INTEGER = 11; // whole, but larger
export const NUMERIC = 12;
export const BITS = 13;
export const HEX_BITS = 14;
export const PARAMETER = 15;
export const END = 16;
export const BROKEN = 17; // the lexer's error, raised when the parser gets there

export type TokenType = number;

/** ColId in Postgres's grammar. */
export function isName(type: TokenType): boolean {
  return type <= COLUMN_NAME;
}

/** type_function_name: a function's or type's unqualified name. */
export function isTypeOrFunctionName(type: TokenType): boolean {
  return type <= UNRESERVED || type === TYPE_OR_FUNCTION;
}

/** NonReservedWord. */
export function isNonReserved(type: TokenType): boolean {
  return type <= TYPE_OR_FUNCTION;
}

/** ColLabel: what may stand behind AS or a dot. */
export function isLabel(type: TokenType): boolean {
  return type <= RESERVED;
}

/** Texts from this length on have room made for their tokens, so that the arrays need not grow again and again. */
const LONG = 16_384;
/** Long texts of few tokens there are too. */
const MOST_ROOM = 400_000;

/**
 * A statement string's tokens, one array a property; the last one is END or BROKEN.
 *
 * `words` holds what a grammar rule compares with: the folded text of unquoted words, the sign of punctuation and
 * operators, '' for all else. `texts` holds the value: a name, a string's content, a number's digits.
 */
export class Tokens {
  readonly types: TokenType[];
  readonly words: string[];
  readonly texts: string[];
  readonly starts: number[];
  readonly ends: number[];
  /** How many there are so far. */
  count = 0;
  error: SqlError | null = null;

  /** Of a text of this length. */
  constructor(length: number) {
    const room = length < LONG ? 0 : Math.min(length >>> 1, MOST_ROOM);
    this.types = new Array<number>(room);
    this.words = new Array<string>(room);
    this.texts = new Array<string>(room);
    this.starts = new Array<number>(room);
    this.ends = new Array<number>(room);
  }

  push(type: TokenType, word: string, text: string, start: number, end: number): void {
    const index = this.count++;
    this.types[index] = type;
    this.words[index] = word;
    this.texts[index] = text;
    this.starts[index] = start;
    this.ends[index] = end;
  }

  /** Takes the last one back. */
  pop(): {readonly type: TokenType; readonly text: string; readonly end: number} {
    const index = --this.count;
    return {type: this.types[index], text: this.texts[index], end: this.ends[index]};
  }
}
