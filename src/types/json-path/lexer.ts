import {SqlError} from '../sql-error.ts';

export type PathToken = {
  readonly kind: 'name' | 'string' | 'variable' | 'number' | 'integer' | 'symbol' | 'end';
  /** Names and strings without quotes and escapes; else as written. */
  readonly value: string;
  /** What Postgres's lexer has last looked at when the token is found to be wrong; empty: "at end". */
  readonly text: string;
};

const special = '?%$.[]{}()|&!=<>@#,*:-+/';
const blank = ' \t\n\r\f';
const symbols = ['&&', '||', '**', '<=', '==', '<>', '!=', '>='];

const numberPattern = /(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/y;
const realFail = /(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)[eE][-+]/y;

/** The tokens of a path's text, the last one `end`. Errors: 42601, 22P02, 22P05. */
export function pathTokens(text: string): PathToken[] {
  return new PathLexer(text).tokens();
}

class PathLexer {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  tokens(): PathToken[] {
    const tokens: PathToken[] = [];
    for (;;) {
      this.skipBlanks();
      if (this.at >= this.text.length) return [...tokens, {kind: 'end', value: '', text: ''}];
      tokens.push(this.next());
    }
  }

  private skipBlanks(): void {
    for (;;) {
      while (blank.includes(this.text[this.at] ?? '-')) this.at++;
      if (!this.text.startsWith('/*', this.at)) return;
      const end = this.text.indexOf('*/', this.at + 2);
      if (end < 0) {
        this.at = this.text.length;
        throw pathSyntaxError('unexpected end of comment', null);
      }
      this.at = end + 2;
    }
  }

  private next(): PathToken {
    const start = this.at;
    const c = this.text[start];
    if (c === '"') {
      const value = this.quoted();
      return {kind: 'string', value, text: '"'};
    }
    if (c === '$') return this.variable();
    if (/[0-9]/.test(c) || (c === '.' && /[0-9]/.test(this.text[start + 1] ?? ''))) return this.number();
    const symbol = symbols.find(candidate => this.text.startsWith(candidate, start));
    if (symbol) {
      this.at += 2;
      return {kind: 'symbol', value: symbol, text: symbol};
    }
    if (special.includes(c)) {
      this.at++;
      return {kind: 'symbol', value: c, text: c};
    }
    const value = this.name();
    return {kind: 'name', value, text: /^[ \t\n\r\f]*/.exec(this.text.slice(this.at))![0]};
  }

  private variable(): PathToken {
    this.at++;
    const c = this.text[this.at];
    if (c === '"') {
      const value = this.quoted();
      return {kind: 'variable', value, text: '"'};
    }
    if (c === undefined || special.includes(c) || blank.includes(c)) return {kind: 'symbol', value: '$', text: '$'};
    const value = this.name();
    return {kind: 'variable', value, text: `$${value}`};
  }

  private number(): PathToken {
    const start = this.at;
    for (const pattern of [numberPattern, realFail]) pattern.lastIndex = start;
    const whole = numberPattern.exec(this.text)![0];
    const failed = realFail.exec(this.text)?.[0];
    let end = start + Math.max(whole.length, failed?.length ?? 0);
    const following = this.text[end];
    if ((failed && failed.length > whole.length) || this.isOther(following)) {
      if (!failed || failed.length <= whole.length) end++;
      const what =
        failed && failed.length > whole.length ? 'invalid numeric literal' : 'trailing junk after numeric literal';
      throw pathSyntaxError(what, this.text.slice(start, end));
    }
    this.at = end;
    return {kind: /^\d+$/.test(whole) ? 'integer' : 'number', value: whole, text: whole};
  }

  private isOther(c: string | undefined): boolean {
    return c !== undefined && !special.includes(c) && !blank.includes(c) && c !== '"' && c !== '\\';
  }

  private name(): string {
    let value = '';
    while (this.at < this.text.length) {
      const c = this.text[this.at];
      if (special.includes(c) || blank.includes(c) || c === '"') break;
      if (c === '\\') value += this.escape();
      else {
        value += c;
        this.at++;
      }
    }
    return value;
  }

  private quoted(): string {
    let value = '';
    this.at++;
    for (;;) {
      const c = this.text[this.at];
      if (c === undefined) throw pathSyntaxError('unexpected end of quoted string', null);
      if (c === '"') break;
      if (c === '\\') value += this.escape();
      else {
        value += c;
        this.at++;
      }
    }
    this.at++;
    return value;
  }

  /** The escape at `at`, with the backslash. */
  private escape(): string {
    const c = this.text[this.at + 1];
    if (c === undefined) {
      this.at = this.text.length;
      throw pathSyntaxError('unexpected end after backslash', '\\');
    }
    const index = 'bfnrtv'.indexOf(c);
    if (index >= 0) {
      this.at += 2;
      return '\b\f\n\r\t\v'[index];
    }
    if (c === 'x') return this.hexEscape();
    if (c === 'u') return this.unicodeEscapes();
    const whole = String.fromCodePoint(this.text.codePointAt(this.at + 1)!);
    this.at += 1 + whole.length;
    return whole;
  }

  private hexEscape(): string {
    const match = /^\\x([0-9A-Fa-f]{2})/.exec(this.text.slice(this.at, this.at + 4));
    if (!match) {
      const partial = /^\\x[0-9A-Fa-f]?/.exec(this.text.slice(this.at))![0];
      throw pathSyntaxError('invalid hex character sequence', partial);
    }
    this.at += 4;
    return String.fromCharCode(parseInt(match[1], 16));
  }

  /** One escape, or the two of a surrogate pair. */
  private unicodeEscapes(): string {
    const first = this.unicodeEscape();
    if (first >= 0xdc00 && first <= 0xdfff) throw surrogate('low');
    if (first < 0xd800 || first > 0xdbff) return String.fromCodePoint(first);
    if (!this.text.startsWith('\\u', this.at)) throw surrogate('low');
    const second = this.unicodeEscape();
    if (second >= 0xd800 && second <= 0xdbff) throw surrogate('high');
    if (second < 0xdc00 || second > 0xdfff) throw surrogate('low');
    return String.fromCharCode(first, second);
  }

  private unicodeEscape(): number {
    const match = /^\\u(?:([0-9A-Fa-f]{4})|\{([0-9A-Fa-f]{1,6})\})/.exec(this.text.slice(this.at, this.at + 10));
    if (!match) {
      const partial = /^\\u(?:[0-9A-Fa-f]{0,3}|\{[0-9A-Fa-f]{0,6})/.exec(this.text.slice(this.at))![0];
      throw pathSyntaxError('invalid unicode sequence', partial);
    }
    this.at += match[0].length;
    const code = parseInt(match[1] ?? match[2], 16);
    if (code === 0) {
      throw new SqlError('22P05', 'unsupported Unicode escape sequence', {
        detail: '\\u0000 cannot be converted to text.',
      });
    }
    if (code > 0x10ffff) throw new SqlError('22P02', 'invalid Unicode escape value', {});
    return code;
  }
}

function surrogate(which: 'high' | 'low'): SqlError {
  const rule = which === 'high' ? 'must not follow' : 'must follow';
  return new SqlError('22P02', 'invalid input syntax for type jsonpath', {
    detail: `Unicode ${which} surrogate ${rule} a high surrogate.`,
  });
}

/** `near`: what stands where the text goes wrong; null: it ends. */
export function pathSyntaxError(what: string, near: string | null): SqlError {
  return new SqlError(
    '42601',
    near === null ? `${what} at end of jsonpath input` : `${what} at or near "${near}" of jsonpath input`,
  );
}
