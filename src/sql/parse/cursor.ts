import type {Span} from '../ast/index.ts';
import {SqlError, notSupported} from '../../types/sql-error.ts';
import {tokenize} from './lexer.ts';
import {errorAt, errorNear, positionOf} from './syntax-error.ts';
import * as token from './token.ts';
import type {Tokens, TokenType} from './token.ts';

/** Deeper nesting of parentheses, subqueries and prefix operators is refused (54001) before the stack runs out. */
const MAX_DEPTH = 600;

/**
 * The parser's place in the tokens. Grammar rules are functions of a cursor: they look at the current token's `word`
 * and `type`, and move on by `accept` and `expect`. Errors are thrown where Postgres's would be, at the first token
 * that no statement could go on with.
 */
export class Cursor {
  readonly sql: string;
  private readonly tokens: Tokens;
  private index = -1;
  private depth = 0;
  /** In the body of a masking policy, where `current_role()` may be written. */
  inMask = false;
  type: TokenType = token.END;
  /** Folded text of an unquoted word, the sign of punctuation and operators, else ''. */
  word = '';
  text = '';
  start = 0;
  end = 0;
  /** Where the last consumed token ended. */
  previousEnd = 0;

  constructor(sql: string) {
    this.sql = sql;
    this.tokens = tokenize(sql);
    this.advance();
    this.previousEnd = 0;
  }

  advance(): void {
    const {tokens} = this;
    const index = ++this.index;
    this.previousEnd = this.end;
    this.type = tokens.types[index];
    this.word = tokens.words[index];
    this.text = tokens.texts[index];
    this.start = tokens.starts[index];
    this.end = tokens.ends[index];
    if (this.type === token.BROKEN) throw tokens.error as SqlError;
  }

  /** Goes back to a place taken by `mark`; only for the few rules that must try. */
  mark(): number {
    return this.index;
  }

  reset(mark: number): void {
    this.index = mark - 1;
    this.advance();
    this.previousEnd = mark > 0 ? this.tokens.ends[mark - 1] : 0;
  }

  at(word: string): boolean {
    return this.word === word;
  }

  /** The word `ahead` tokens on (1 = the next). */
  peek(ahead = 1): string {
    return this.tokens.words[this.index + ahead] ?? '';
  }

  peekType(ahead = 1): TokenType {
    return this.tokens.types[this.index + ahead] ?? token.END;
  }

  /** Both words come next. */
  atPair(first: string, second: string): boolean {
    return this.word === first && this.peek() === second;
  }

  accept(word: string): boolean {
    if (this.word !== word) return false;
    this.advance();
    return true;
  }

  acceptPair(first: string, second: string): boolean {
    if (!this.atPair(first, second)) return false;
    this.advance();
    this.advance();
    return true;
  }

  expect(word: string): void {
    if (this.word !== word) throw this.syntaxError();
    this.advance();
  }

  /** One of the words, or an error. */
  expectOne<const W extends string>(words: readonly W[]): W {
    for (const word of words) {
      if (this.word === word) {
        this.advance();
        return word;
      }
    }
    throw this.syntaxError();
  }

  acceptOne<const W extends string>(words: readonly W[]): W | null {
    for (const word of words) {
      if (this.word === word) {
        this.advance();
        return word;
      }
    }
    return null;
  }

  /** `syntax error at or near` the current token. */
  syntaxError(): SqlError {
    return errorNear(this.sql, 'syntax error', this.start, this.end);
  }

  /** Another message about the current token. */
  errorHere(message: string): SqlError {
    return errorNear(this.sql, message, this.start, this.end);
  }

  errorAt(offset: number, message: string, code = '42601', hint?: string): SqlError {
    return errorAt(this.sql, code, message, offset, hint);
  }

  notSupported(what: string, offset = this.start): SqlError {
    return notSupported(what, positionOf(this.sql, offset));
  }

  span(start: number): Span {
    return {start, end: this.previousEnd};
  }

  enter(): void {
    if (++this.depth > MAX_DEPTH) {
      throw new SqlError('54001', 'stack depth limit exceeded', {
        hint: 'The statement nests too deeply.',
        position: positionOf(this.sql, this.start),
      });
    }
  }

  leave(): void {
    this.depth--;
  }

  /** The `>` that closes `STRUCT<…`, of which the lexer may have read several as one operator. */
  closeAngle(): void {
    const {tokens, index} = this;
    if (this.type !== token.OPERATOR || this.word.charCodeAt(0) !== 62) throw this.syntaxError();
    if (this.word === '>') return this.advance();
    tokens.words[index] = tokens.texts[index] = this.word.slice(1);
    tokens.starts[index]++;
    this.index--;
    this.advance();
    this.previousEnd = this.start;
  }

  /** ColId: a column's, table's or alias's name. */
  name(): string {
    if (!token.isName(this.type)) throw this.syntaxError();
    return this.take();
  }

  /** ColLabel: any word. */
  label(): string {
    if (!token.isLabel(this.type)) throw this.syntaxError();
    return this.take();
  }

  /** NonReservedWord. */
  nonReserved(): string {
    if (!token.isNonReserved(this.type)) throw this.syntaxError();
    return this.take();
  }

  /** RoleSpec. */
  nonReservedOrUser(): string {
    if (this.at('current_user') || this.at('session_user') || this.at('current_role')) return this.take();
    return this.nonReserved();
  }

  typeOrFunctionName(): string {
    if (!token.isTypeOrFunctionName(this.type)) throw this.syntaxError();
    return this.take();
  }

  string(): string {
    if (this.type !== token.STRING) throw this.syntaxError();
    return this.take();
  }

  /** Iconst: a whole number of 32 bits. */
  integer(): number {
    if (this.type !== token.INTEGER) throw this.syntaxError();
    return Number(this.take());
  }

  take(): string {
    const {text} = this;
    this.advance();
    return text;
  }

  /** any_name: `a.b.c`. */
  anyName(): readonly string[] {
    const parts = [this.name()];
    while (this.accept('.')) parts.push(this.label());
    return Object.freeze(parts);
  }

  /** `(a, b)`, or nothing. */
  optionalNames(): readonly string[] {
    if (this.word !== '(') return NONE;
    return this.names();
  }

  names(): readonly string[] {
    this.expect('(');
    const names = this.list(c => c.name());
    this.expect(')');
    return names;
  }

  /** `item, item …`, at least one. */
  list<T>(item: (c: Cursor) => T): readonly T[] {
    const items = [item(this)];
    while (this.accept(',')) items.push(item(this));
    return Object.freeze(items);
  }
}

export const NONE: readonly never[] = Object.freeze([]);

/** Nodes are frozen as they are made. */
export function node<const T extends object>(value: T): Readonly<T> {
  return Object.freeze(value);
}
