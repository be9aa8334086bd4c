import {SqlError} from '../../types/sql-error.ts';
import type {Quoting} from './dialect.ts';

/** A token of a foreign statement; `value`: what a string or a quoted name says. */
export type ForeignToken = {
  readonly kind: 'word' | 'name' | 'string' | 'bytes' | 'number' | 'parameter' | 'symbol';
  readonly text: string;
  readonly value: string;
  readonly start: number;
};

const symbols = ['<=>', '->>', '<=', '>=', '<>', '!=', '==', '||', '&&', '::', '->', ':=', '<<', '>>', '=>'];
const word = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const number = /(?:0[xX][0-9a-fA-F]+|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)/y;
const parameter = /\$\d+/y;

const closing: Readonly<Record<string, string>> = {'"': '"', '`': '`', '[': ']'};

/** The tokens of a text, without blanks and comments. Errors: 42601 what is not closed. */
export function foreignTokens(text: string, quoting: Quoting): ForeignToken[] {
  const tokens: ForeignToken[] = [];
  let at = 0;
  for (;;) {
    at = skipBlanks(text, at, quoting);
    if (at >= text.length) return tokens;
    const token = nextToken(text, at, quoting, tokens[tokens.length - 1]);
    tokens.push(token);
    at = token.start + token.text.length;
  }
}

function skipBlanks(text: string, from: number, quoting: Quoting): number {
  let at = from;
  for (;;) {
    while (at < text.length && /\s/.test(text[at])) at++;
    if (text.startsWith('--', at) || (quoting.hashComments && text[at] === '#')) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) throw new SqlError('42601', 'unterminated /* comment', {position: at + 1});
      at = end + 2;
    } else return at;
  }
}

function nextToken(text: string, start: number, quoting: Quoting, before: ForeignToken | undefined): ForeignToken {
  const c = text[start];
  const prefixed = /^([rR]?[bB]|[bB][rR]|[rR]|[nN]|[xX])(?=['"])/.exec(text.slice(start, start + 3));
  if (prefixed && (text[start + prefixed[0].length] === "'" || quoting.doubleQuotedStrings)) {
    return prefixedString(text, start, prefixed[0], quoting);
  }
  if (c === "'" || (c === '"' && quoting.doubleQuotedStrings)) {
    const {value, end} = quotedText(text, start, c, quoting.backslashes);
    return {kind: 'string', text: text.slice(start, end), value, start};
  }
  // A bracket behind an operand is a subscript.
  const opens = (quoting.names as readonly string[]).includes(c) && !(c === '[' && before && endsOperand(before));
  if (opens) {
    const {value, end} = quotedText(text, start, closing[c], false);
    return {kind: 'name', text: text.slice(start, end), value, start};
  }
  for (const [pattern, kind] of [
    [word, 'word'],
    [number, 'number'],
    [parameter, 'parameter'],
  ] as const) {
    pattern.lastIndex = start;
    const found = pattern.exec(text)?.[0];
    if (found) return {kind, text: found, value: found, start};
  }
  const symbol = symbols.find(candidate => text.startsWith(candidate, start)) ?? c;
  return {kind: symbol === '?' ? 'parameter' : 'symbol', text: symbol, value: symbol, start};
}

function endsOperand({kind, text}: ForeignToken): boolean {
  return kind === 'name' || text === ')' || text === ']';
}

function prefixedString(text: string, start: number, prefix: string, quoting: Quoting): ForeignToken {
  const letters = prefix.toLowerCase();
  const raw = letters.includes('r');
  const from = start + prefix.length;
  const {value, end} = quotedText(text, from, text[from], quoting.backslashes && !raw);
  const whole = text.slice(start, end);
  if (letters === 'x') return {kind: 'bytes', text: whole, value, start};
  if (!letters.includes('b')) return {kind: 'string', text: whole, value, start};
  return {kind: 'bytes', text: whole, value: Buffer.from(value).toString('hex'), start};
}

const escapes: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', 0: '\0', Z: '\u001a'};

/** What stands between quotes, from the opening one on; doubled quotes stand for one. */
function quotedText(text: string, start: number, close: string, backslashes: boolean): {value: string; end: number} {
  let value = '';
  let at = start + 1;
  for (;;) {
    const c = text[at];
    if (c === undefined) throw new SqlError('42601', 'unterminated quoted string', {position: start + 1});
    if (c === close) {
      if (text[at + 1] !== close) return {value, end: at + 1};
      value += close;
      at += 2;
    } else if (c === '\\' && backslashes) {
      const next = text[at + 1] ?? '';
      // \% and \_ keep their backslash: LIKE reads them.
      value += next === '%' || next === '_' ? `\\${next}` : (escapes[next] ?? next);
      at += 2;
    } else {
      value += c;
      at++;
    }
  }
}
