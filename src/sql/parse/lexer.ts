import {
  classOf,
  DIGIT,
  foldName,
  OPERATOR_PART,
  SPACE,
  truncateName,
  UPPER,
  WORD_PART,
  WORD_START,
} from './characters.ts';
import {KEYWORDS, LONGEST_KEYWORD, type KeywordClass} from './keywords.ts';
import {scanNumber, scanParameter} from './lexer-numbers.ts';
import {
  scanBitString,
  scanDollarQuoted,
  scanEscapeString,
  scanQuotedName,
  scanString,
  scanUnicodeLiteral,
} from './lexer-strings.ts';
import {errorNear} from './syntax-error.ts';
import * as token from './token.ts';
import {Tokens} from './token.ts';
import {SqlError} from '../../types/sql-error.ts';

const TYPE_OF_CLASS: Readonly<Record<KeywordClass, token.TokenType>> = {
  unreserved: token.UNRESERVED,
  columnName: token.COLUMN_NAME,
  typeOrFunction: token.TYPE_OR_FUNCTION,
  reserved: token.RESERVED,
};

/** Words that make the one before them no name, since the two begin a clause: `NULLS FIRST`, `FORMAT JSON`. */
const JOINS: Readonly<Record<string, string | undefined>> = {
  first: 'nulls',
  last: 'nulls',
  json: 'format',
  time: 'without',
};

type KeywordToken = {readonly word: string; readonly type: token.TokenType; readonly joins: string};

/** What a word turns into, looked up once. */
const KEYWORD_TOKENS: ReadonlyMap<string, KeywordToken> = new Map(
  [...KEYWORDS.values()].map(({word, class: c}) => [word, {word, type: TYPE_OF_CLASS[c], joins: JOINS[word] ?? ''}]),
);

/** Signs that are tokens of their own whatever follows, by character code. */
const SINGLE: readonly (string | undefined)[] = (() => {
  const table: (string | undefined)[] = [];
  for (const sign of ',()[];') table[sign.charCodeAt(0)] = sign;
  return table;
})();

/** The operators most used, so that no substring is made for them. */
const ONE_SIGN: readonly (string | undefined)[] = (() => {
  const table: (string | undefined)[] = [];
  for (const sign of '~!@#^&|`?+-*/%<>=') table[sign.charCodeAt(0)] = sign;
  return table;
})();

/**
 * Splits a statement string by Postgres's lexical rules (manual, 4.1). Never throws for what the text says: an error
 * becomes the last token, so that a syntax error before it is reported first, as in Postgres.
 */
export function tokenize(sql: string): Tokens {
  const lexer = new Lexer(sql);
  try {
    while (lexer.scan());
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    lexer.tokens.error = error;
    lexer.tokens.push(token.BROKEN, '', '', lexer.position, sql.length);
  }
  return lexer.tokens;
}

/** Where the lexer stands; the functions for strings and numbers move it on. */
export class Lexer {
  readonly sql: string;
  readonly tokens: Tokens;
  position = 0;

  constructor(sql: string) {
    this.sql = sql;
    this.tokens = new Tokens(sql.length);
  }

  /** Appends the next token; false after the last. */
  scan(): boolean {
    const {sql, tokens} = this;
    this.skipBlank();
    const start = this.position;
    if (start >= sql.length) {
      tokens.push(token.END, '', '', sql.length, sql.length);
      return false;
    }
    const unit = sql.charCodeAt(start);
    const bits = classOf(unit);
    if ((bits & WORD_START) !== 0) this.word(unit, start);
    else if ((bits & DIGIT) !== 0) scanNumber(this, start);
    else if ((bits & OPERATOR_PART) !== 0) this.operator(start);
    else this.sign(unit, start);
    return true;
  }

  skipBlank(): void {
    const {sql} = this;
    let at = this.position;
    for (;;) {
      const unit = sql.charCodeAt(at);
      if (unit <= 32 && (classOf(unit) & SPACE) !== 0) at++;
      else if (unit === 45 && sql.charCodeAt(at + 1) === 45) at = endOfLine(sql, at + 2);
      else if (unit === 47 && sql.charCodeAt(at + 1) === 42) at = this.endOfComment(at);
      else break;
    }
    this.position = at;
  }

  /** Block comments nest. */
  private endOfComment(start: number): number {
    const {sql} = this;
    let depth = 1;
    let at = start + 2;
    while (depth > 0) {
      const unit = sql.charCodeAt(at);
      if (unit === 42 && sql.charCodeAt(at + 1) === 47) {
        depth--;
        at += 2;
      } else if (unit === 47 && sql.charCodeAt(at + 1) === 42) {
        depth++;
        at += 2;
      } else if (at >= sql.length) {
        this.position = start;
        throw errorNear(sql, 'unterminated /* comment', start, sql.length);
      } else at++;
    }
    return at;
  }

  private word(unit: number, start: number): void {
    const {sql} = this;
    if (this.prefixedLiteral(unit, start)) return;
    let at = start;
    let seen = 0;
    let ascii = true;
    for (;;) {
      const next = sql.charCodeAt(at);
      const bits = classOf(next);
      if ((bits & WORD_PART) === 0) break;
      if (next >= 128) ascii = false;
      seen |= bits;
      at++;
    }
    this.position = at;
    let text = sql.slice(start, at);
    if ((seen & UPPER) !== 0) text = foldName(text, ascii);
    const keyword = text.length <= LONGEST_KEYWORD ? KEYWORD_TOKENS.get(text) : undefined;
    if (keyword) {
      if (keyword.joins !== '') this.join(keyword.joins);
      this.tokens.push(keyword.type, keyword.word, keyword.word, start, at);
    } else {
      const name = truncateName(text);
      this.tokens.push(token.IDENT, name, name, start, at);
    }
  }

  private join(word: string): void {
    const {types, words, count} = this.tokens;
    const last = count - 1;
    if (last >= 0 && words[last] === word) types[last] = token.PUNCTUATION;
  }

  /** E'', B'', X'', N'', U&'' and U&"". */
  private prefixedLiteral(unit: number, start: number): boolean {
    const {sql} = this;
    const next = sql.charCodeAt(start + 1);
    if (next === 39) {
      switch (unit | 32) {
        case 101:
          scanEscapeString(this, start);
          return true;
        case 98:
          scanBitString(this, start, token.BITS);
          return true;
        case 120:
          scanBitString(this, start, token.HEX_BITS);
          return true;
        case 110: // N'…' is `nchar '…'`
          this.position = start + 1;
          this.tokens.push(token.COLUMN_NAME, 'nchar', 'nchar', start, start + 1);
          return true;
      }
    } else if (next === 38 && (unit | 32) === 117) {
      const quote = sql.charCodeAt(start + 2);
      if (quote === 39 || quote === 34) {
        scanUnicodeLiteral(this, start, quote === 34);
        return true;
      }
    }
    return false;
  }

  private sign(unit: number, start: number): void {
    const {sql, tokens} = this;
    const single = SINGLE[unit];
    if (single !== undefined) {
      this.position = start + 1;
      tokens.push(token.PUNCTUATION, single, single, start, start + 1);
      return;
    }
    const next = sql.charCodeAt(start + 1);
    switch (unit) {
      case 39:
        return scanString(this, start);
      case 34:
        return scanQuotedName(this, start);
      case 36:
        if ((classOf(next) & DIGIT) !== 0) return scanParameter(this, start);
        if (scanDollarQuoted(this, start)) return;
        break;
      case 46:
        if ((classOf(next) & DIGIT) !== 0) return scanNumber(this, start);
        return this.punctuation(next === 46 ? '..' : '.', start);
      case 58:
        return this.punctuation(next === 58 ? '::' : next === 61 ? ':=' : ':', start);
    }
    // No token of SQL starts so; the parser will say where.
    this.position = start + (isHighSurrogate(unit) ? 2 : 1);
    const text = sql.slice(start, this.position);
    tokens.push(token.PUNCTUATION, text, text, start, this.position);
  }

  private punctuation(sign: string, start: number): void {
    this.position = start + sign.length;
    this.tokens.push(token.PUNCTUATION, sign, sign, start, this.position);
  }

  /**
   * The longest run of operator characters, cut before a comment starts; a trailing + or - stays only if the run holds
   * one of `~ ! @ # ^ & | \` ? %` (manual, 4.1.3), so that `a=-1` means what it seems to.
   */
  private operator(start: number): void {
    const {sql, tokens} = this;
    const first = sql.charCodeAt(start);
    let end = start + 1;
    while ((classOf(sql.charCodeAt(end)) & OPERATOR_PART) !== 0 && !startsComment(sql, end)) end++;
    if (end > start + 1) end = withoutTrailingSigns(sql, start, end);
    this.position = end;
    if (end === start + 1) {
      const sign = ONE_SIGN[first] as string;
      tokens.push(token.OPERATOR, sign, sign, start, end);
      return;
    }
    const text = sql.slice(start, end);
    if (text === '=>') tokens.push(token.PUNCTUATION, '=>', text, start, end);
    else if (text === '!=') tokens.push(token.OPERATOR, '<>', '<>', start, end);
    else if (text.length >= 64) throw errorNear(sql, 'operator too long', start, end);
    else tokens.push(token.OPERATOR, text, text, start, end);
  }
}

function startsComment(sql: string, at: number): boolean {
  const unit = sql.charCodeAt(at);
  const next = sql.charCodeAt(at + 1);
  return (unit === 45 && next === 45) || (unit === 47 && next === 42);
}

function withoutTrailingSigns(sql: string, start: number, end: number): number {
  const last = sql.charCodeAt(end - 1);
  if (last !== 43 && last !== 45) return end;
  for (let i = end - 2; i >= start; i--) {
    if (KEEPS_SIGN[sql.charCodeAt(i)]) return end;
  }
  do end--;
  while (end > start + 1 && (sql.charCodeAt(end - 1) === 43 || sql.charCodeAt(end - 1) === 45));
  return end;
}

const KEEPS_SIGN: readonly boolean[] = (() => {
  const table = new Array<boolean>(128).fill(false);
  for (const sign of '~!@#^&|`?%') table[sign.charCodeAt(0)] = true;
  return table;
})();

function endOfLine(sql: string, at: number): number {
  for (;;) {
    const unit = sql.charCodeAt(at);
    if (unit === 10 || unit === 13 || at >= sql.length) return at;
    at++;
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
