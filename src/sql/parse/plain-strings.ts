import {classOf, WORD_PART} from './characters.ts';
import {errorNear} from './syntax-error.ts';
import {SqlError} from '../../types/sql-error.ts';

/** What is warned of, once a string: its first escape. `at`: where the string begins. */
type EscapeWarning = {readonly at: number; readonly message: string; readonly hint: string};

/**
 * A text as it is read while `standard_conforming_strings` is off, in words that mean the same while it is on: `'a\n'` becomes
 * `E'a\n'`. So what is stored of it means the same for everybody. Errors: 0A000 for `U&'…'`, 22P06 for `\'` where that is not allowed.
 */
export function withEscapeStrings(
  sql: string,
  quotes: 'allowed' | 'refused',
): {readonly sql: string; readonly warnings: readonly EscapeWarning[]} {
  if (!sql.includes('\\') && !/U&'/i.test(sql)) return {sql, warnings: []};
  const warnings: EscapeWarning[] = [];
  let text = '';
  let from = 0;
  for (let at = 0; at < sql.length;) {
    const passed = passOver(sql, at);
    if (passed > at) {
      at = passed;
      continue;
    }
    if (sql[at] !== "'") {
      at++;
      continue;
    }
    const prefix = prefixOf(sql, at);
    if (prefix === 'u&') throw unicodeRefused(at - 1);
    const isPlain = prefix === '' || prefix === 'n';
    const bits = prefix === 'b' || prefix === 'x';
    const {end, first} = endOfString(sql, at, !bits, quotes);
    if (isPlain && first !== null) {
      const start = prefix === 'n' ? at - 1 : at;
      const glued = start > 0 && (classOf(sql.charCodeAt(start - 1)) & WORD_PART) !== 0;
      text += `${sql.slice(from, start)}${glued ? ' ' : ''}E`;
      from = at;
      warnings.push({at, ...warned(first)});
    }
    at = end;
  }
  return {sql: text + sql.slice(from), warnings};
}

/** Behind a comment, a quoted name or a dollar-quoted string that begins here; `at` itself where none does. */
function passOver(sql: string, at: number): number {
  const end = (close: number, length: number): number => (close < 0 ? sql.length : close + length);
  if (sql.startsWith('--', at))
    return end(sql.slice(at).search(/[\r\n]/) < 0 ? -1 : at + sql.slice(at).search(/[\r\n]/), 1);
  if (sql.startsWith('/*', at)) return endOfComment(sql, at);
  if (sql[at] === '"') return end(sql.indexOf('"', at + 1), 1);
  if (sql[at] !== '$' || (at > 0 && (classOf(sql.charCodeAt(at - 1)) & WORD_PART) !== 0)) return at;
  const tag = /^\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/.exec(sql.slice(at, at + 130))?.[0];
  return tag === undefined ? at : end(sql.indexOf(tag, at + tag.length), tag.length);
}

function endOfComment(sql: string, start: number): number {
  let depth = 0;
  for (let at = start; at < sql.length;) {
    if (sql.startsWith('/*', at)) depth++;
    else if (sql.startsWith('*/', at)) depth--;
    else {
      at++;
      continue;
    }
    at += 2;
    if (depth === 0) return at;
  }
  return sql.length;
}

/** What says before a quote how the string is to be read, in lower case. */
function prefixOf(sql: string, quote: number): string {
  const isWord = (at: number): boolean => at >= 0 && (classOf(sql.charCodeAt(at)) & WORD_PART) !== 0;
  const before = sql.slice(Math.max(0, quote - 2), quote).toLowerCase();
  if (before === 'u&' && !isWord(quote - 3)) return before;
  const letter = before.at(-1) ?? '';
  return ['e', 'b', 'x', 'n'].includes(letter) && !isWord(quote - 2) ? letter : '';
}

/** Where the string ends, its continuations on later lines left to their own quotes, and the character behind its first backslash. */
function endOfString(
  sql: string,
  quote: number,
  escapes: boolean,
  quotes: 'allowed' | 'refused',
): {readonly end: number; readonly first: string | null} {
  let first: string | null = null;
  for (let at = quote + 1; at < sql.length;) {
    const unit = sql[at];
    if (unit === '\\' && escapes) {
      first ??= sql[at + 1] ?? '';
      if (sql[at + 1] === "'" && quotes === 'refused') throw unsafeQuote(sql, at);
      at += 2;
    } else if (unit !== "'") at++;
    else if (sql[at + 1] === "'") at += 2;
    else {
      const next = /^[ \t\f\v]*(?:--[^\r\n]*)?[\r\n](?:\s|--[^\r\n]*[\r\n])*'/.exec(sql.slice(at + 1));
      if (!next) return {end: at + 1, first};
      at += 1 + next[0].length;
    }
  }
  return {end: sql.length, first};
}

function warned(first: string): Omit<EscapeWarning, 'at'> {
  if (first === "'") {
    return {
      message: "nonstandard use of \\' in a string literal",
      hint: "Use '' to write quotes in strings, or use the escape string syntax (E'...').",
    };
  }
  if (first === '\\') {
    return {
      message: 'nonstandard use of \\\\ in a string literal',
      hint: "Use the escape string syntax for backslashes, e.g., E'\\\\'.",
    };
  }
  return {
    message: 'nonstandard use of escape in a string literal',
    hint: "Use the escape string syntax for escapes, e.g., E'\\r\\n'.",
  };
}

function unicodeRefused(at: number): SqlError {
  return new SqlError('0A000', 'unsafe use of string constant with Unicode escapes', {
    detail: 'String constants with Unicode escapes cannot be used when standard_conforming_strings is off.',
    position: at,
  });
}

function unsafeQuote(sql: string, at: number): SqlError {
  const {fields} = errorNear(sql, '', at, at);
  return new SqlError('22P06', "unsafe use of \\' in a string literal", {
    hint: "Use '' to write quotes in strings. \\' is insecure in client-only encodings.",
    position: fields.position,
  });
}
