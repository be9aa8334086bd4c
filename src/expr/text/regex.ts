import {SqlError} from '../../types/sql-error.ts';
import {escapeRegex} from './like.ts';
import {cached} from './pattern-cache.ts';

// Postgres's advanced regular expressions (manual 9.7.3) as JavaScript's. Alternatives are tried in order, where Postgres
// takes the longest: the same matches or not, but sometimes not the same extent.

const classes: Readonly<Record<string, string>> = {
  alpha: '\\p{L}',
  digit: '0-9',
  alnum: '\\p{L}\\p{N}',
  upper: '\\p{Lu}',
  lower: '\\p{Ll}',
  space: ' \\t\\n\\r\\f\\v',
  blank: ' \\t',
  punct: '!-\\/:-@\\[-`\\{-~',
  print: '\\x20-\\x7e\\u{a0}-\\u{10ffff}',
  graph: '\\x21-\\x7e\\u{a1}-\\u{10ffff}',
  cntrl: '\\x00-\\x1f\\x7f',
  xdigit: '0-9A-Fa-f',
  word: '\\p{L}\\p{N}_',
};

const WORD = '[\\p{L}\\p{N}_]';

function invalid(reason: string): SqlError {
  return new SqlError('2201B', `invalid regular expression: ${reason}`);
}

type Options = {readonly ignoreCase: boolean; readonly newline: boolean; readonly expanded: boolean};

/** Letters of the flags argument or of (?…) at the start. Errors: 22023. */
function withFlags(options: Options, letters: string): Options {
  let result = options;
  for (const letter of letters) {
    switch (letter) {
      case 'i':
        result = {...result, ignoreCase: true};
        break;
      case 'c':
        result = {...result, ignoreCase: false};
        break;
      case 'n':
      case 'm':
        result = {...result, newline: true};
        break;
      case 's':
        result = {...result, newline: false};
        break;
      case 'x':
        result = {...result, expanded: true};
        break;
      case 't':
        result = {...result, expanded: false};
        break;
      case 'e':
      case 'b':
      case 'q':
      case 'p':
      case 'w':
        break;
      default:
        throw new SqlError('22023', `invalid regular expression option: "${letter}"`);
    }
  }
  return result;
}

class Translator {
  private readonly pattern: string;
  private readonly options: Options;
  private at = 0;

  constructor(pattern: string, options: Options) {
    this.pattern = pattern;
    this.options = options;
  }

  translate(): RegExp {
    const source = this.body();
    const {ignoreCase, newline} = this.options;
    try {
      return new RegExp(source, `u${ignoreCase ? 'i' : ''}${newline ? 'm' : 's'}`);
    } catch {
      throw invalid(this.complaint());
    }
  }

  /** Why JavaScript refused, in Postgres's words, as far as that can be told. */
  private complaint(): string {
    const depth = this.parentheses();
    if (depth !== 0) return 'parentheses () not balanced';
    if (/(^|\(|\|)[*+?]/.test(this.pattern) || /[*+?]{3}|[*+][*+]/.test(this.pattern)) {
      return 'quantifier operand invalid';
    }
    return 'invalid escape \\ sequence';
  }

  private parentheses(): number {
    let depth = 0;
    for (let i = 0; i < this.pattern.length; i++) {
      if (this.pattern[i] === '\\') i++;
      else if (this.pattern[i] === '(') depth++;
      else if (this.pattern[i] === ')' && --depth < 0) return depth;
    }
    return depth;
  }

  private body(): string {
    let out = '';
    while (this.at < this.pattern.length) {
      const c = this.pattern[this.at++];
      if (c === '\\') out += this.escape();
      else if (c === '[') out += this.bracket();
      else if (c === '{') out += this.bound();
      else if (c === '}' || c === ']') out += `\\${c}`;
      else if (c === '/') out += '\\/';
      else if (c === '.' && this.options.newline) out += '[^\\n]';
      else if (this.options.expanded && /\s/.test(c)) continue;
      else if (this.options.expanded && c === '#') this.skipComment();
      else if (c === '(' && this.pattern.startsWith('?#', this.at)) this.skipPast(')');
      else out += c;
    }
    return out;
  }

  private skipComment(): void {
    const end = this.pattern.indexOf('\n', this.at);
    this.at = end < 0 ? this.pattern.length : end + 1;
  }

  private skipPast(text: string): void {
    const end = this.pattern.indexOf(text, this.at);
    this.at = end < 0 ? this.pattern.length : end + 1;
  }

  /** {m}, {m,} and {m,n} bound; any other brace stands for itself. */
  private bound(): string {
    const match = /^(\d+)(,(\d*))?\}/.exec(this.pattern.slice(this.at));
    if (!match) return '\\{';
    this.at += match[0].length;
    const [low, high] = [Number(match[1]), match[3] ? Number(match[3]) : Number(match[1])];
    if (low > 255 || high > 255 || low > high) throw invalid('invalid repetition count(s)');
    return `{${match[0]}`;
  }

  private escape(): string {
    const c = this.pattern[this.at++];
    if (c === undefined) throw invalid('invalid escape \\ sequence');
    switch (c) {
      case 'd':
        return '[0-9]';
      case 'D':
        return '[^0-9]';
      case 'w':
        return WORD;
      case 'W':
        return '[^\\p{L}\\p{N}_]';
      case 's':
      case 'S':
        return `\\${c}`;
      case 'A':
        return '(?<![\\s\\S])';
      case 'Z':
        return '(?![\\s\\S])';
      case 'm':
        return `(?<!${WORD})(?=${WORD})`;
      case 'M':
        return `(?<=${WORD})(?!${WORD})`;
      case 'y':
        return `(?:(?<!${WORD})(?=${WORD})|(?<=${WORD})(?!${WORD}))`;
      case 'Y':
        return `(?:(?<!${WORD})(?!${WORD})|(?<=${WORD})(?=${WORD}))`;
      default:
        return this.characterEscape(c) ?? (/[0-9]/.test(c) ? this.backReference(c) : escapeRegex(c));
    }
  }

  private backReference(c: string): string {
    let digits = c;
    while (/[0-9]/.test(this.pattern[this.at] ?? '')) digits += this.pattern[this.at++];
    return `(?:\\${digits})`;
  }

  /** \n, \x41, \u0041 … as they may stand in brackets, too. null: no such escape. */
  private characterEscape(c: string): string | null {
    switch (c) {
      case 'n':
      case 't':
      case 'r':
      case 'f':
      case 'v':
        return `\\${c}`;
      case 'a':
        return '\\x07';
      case 'b':
        return '\\x08';
      case 'B':
        return '\\\\';
      case 'e':
        return '\\x1b';
      case '0':
        return '\\x00';
      case 'x':
        return this.hex(/^[0-9A-Fa-f]{1,8}/);
      case 'u':
        return this.hex(/^[0-9A-Fa-f]{4}/);
      case 'U':
        return this.hex(/^[0-9A-Fa-f]{8}/);
      default:
        return null;
    }
  }

  private hex(digits: RegExp): string {
    const match = digits.exec(this.pattern.slice(this.at));
    if (!match) throw invalid('invalid escape \\ sequence');
    this.at += match[0].length;
    return `\\u{${parseInt(match[0], 16).toString(16)}}`;
  }

  private bracket(): string {
    let out = '[';
    if (this.pattern[this.at] === '^') {
      out += '^';
      this.at++;
      // A negated bracket does not match a newline when those are special.
      if (this.options.newline) out += '\\n';
    }
    for (let first = true; ; first = false) {
      const c = this.pattern[this.at++];
      if (c === undefined) throw invalid('brackets [] not balanced');
      if (c === ']' && !first) return `${out}]`;
      if (c === '[' && /[:.=]/.test(this.pattern[this.at] ?? '')) out += this.bracketTerm();
      else if (c === '\\') out += this.bracketEscape();
      else if (c === '-') out += this.pattern[this.at] === ']' || first ? '\\-' : '-';
      else out += /[[\]^/&|~!#%*+,.:;<=>?@`{}()$]/.test(c) ? bracketLiteral(c) : c;
    }
  }

  private bracketTerm(): string {
    const kind = this.pattern[this.at];
    const end = this.pattern.indexOf(`${kind}]`, this.at + 1);
    if (end < 0) throw invalid('brackets [] not balanced');
    const name = this.pattern.slice(this.at + 1, end);
    this.at = end + 2;
    if (kind !== ':') return Array.from(name).map(bracketLiteral).join('');
    if (!(name in classes)) throw invalid('invalid character class');
    return classes[name];
  }

  private bracketEscape(): string {
    const c = this.pattern[this.at++];
    if (c === undefined) throw invalid('invalid escape \\ sequence');
    if (c === 'd') return '0-9';
    if (c === 'w') return '\\p{L}\\p{N}_';
    if (c === 's') return '\\s';
    return this.characterEscape(c) ?? bracketLiteral(c);
  }
}

function bracketLiteral(c: string): string {
  return /[[\]\\^-]/.test(c) ? `\\${c}` : c;
}

const NO_OPTIONS: Options = {ignoreCase: false, newline: false, expanded: false};

const compiled = cached((key: string): RegExp => {
  const split = key.indexOf('/');
  let options = withFlags(NO_OPTIONS, key.slice(0, split));
  let pattern = key.slice(split + 1);
  if (pattern.startsWith('***=')) return new RegExp(escapeRegex(pattern.slice(4)), options.ignoreCase ? 'ui' : 'u');
  if (pattern.startsWith('***:')) pattern = pattern.slice(4);
  const embedded = /^\(\?([a-z]+)\)/.exec(pattern);
  if (embedded) {
    options = withFlags(options, embedded[1]);
    pattern = pattern.slice(embedded[0].length);
  }
  if (key.slice(0, split).includes('q')) return new RegExp(escapeRegex(pattern), options.ignoreCase ? 'ui' : 'u');
  return new Translator(pattern, options).translate();
});

/** Errors: 2201B, 22023 for flags. */
export function regex(pattern: string, flags = ''): RegExp {
  return compiled(`${flags}/${pattern}`);
}

/** The pattern of SIMILAR TO as a regular expression. Errors: 22025. */
export function similarToRegex(pattern: string, escape: string): string {
  if (Array.from(escape).length > 1) {
    throw new SqlError('22025', 'invalid escape string', {hint: 'Escape string must be empty or one character.'});
  }
  let out = '^(?:';
  let escaped = false;
  let bracket = false;
  for (const c of pattern) {
    if (escaped) {
      out += /[A-Za-z0-9]/.test(c) ? c : `\\${c}`;
      escaped = false;
    } else if (c === escape) escaped = true;
    else if (bracket) {
      out += c === '\\' ? '\\\\' : c;
      if (c === ']') bracket = false;
    } else if (c === '[') {
      out += c;
      bracket = true;
    } else if (c === '%') out += '.*';
    else if (c === '_') out += '.';
    else if (c === '(') out += '(?:';
    else if (c === '\\' || c === '.' || c === '^' || c === '$') out += `\\${c}`;
    else out += c;
  }
  return `${out})$`;
}
