import {SqlError} from '../../types/sql-error.ts';
import type {KernelChoice, KernelTwin} from '../kernel-twin.ts';
import {cached} from './pattern-cache.ts';

// LIKE: % stands for any run of characters, _ for one, a backslash takes the next character as it is.

type Piece = {readonly text: string} | '%' | '_';

/** Of a pattern that does not end in a lone escape character. */
function pieces(pattern: string): Piece[] {
  const result: Piece[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') result.push({text});
    text = '';
  };
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    if (c === '\\') {
      text += pattern[++i];
    } else if (c === '%' || c === '_') {
      flush();
      // Runs of % are one.
      if (c === '_' || result[result.length - 1] !== '%') result.push(c);
    } else text += c;
  }
  flush();
  return result;
}

type Matcher = (text: string) => boolean;

function matcherOf(pattern: string, ignoreCase: boolean): Matcher {
  const unfinished = endsInEscape(pattern);
  const body = pieces(unfinished ? pattern.slice(0, -1) : pattern)
    .map(piece => (piece === '%' ? '.*' : piece === '_' ? '.' : escapeRegex(piece.text)))
    .join('');
  const flags = ignoreCase ? 'sui' : 'su';
  const whole = new RegExp(`^${body}$`, flags);
  if (!unfinished) return text => whole.test(text);
  // Only a text that matches so far, and goes on, comes to the end of the pattern.
  const soFar = new RegExp(`^${body}.`, flags);
  return text => {
    if (soFar.test(text)) throw new SqlError('22025', 'LIKE pattern must not end with escape character');
    return false;
  };
}

function endsInEscape(pattern: string): boolean {
  return (/\\*$/.exec(pattern)![0].length & 1) === 1;
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, c => (c === '-' ? '\\x2d' : `\\${c}`));
}

const likeMatcher = cached((pattern: string) => matcherOf(pattern, false));
const ilikeMatcher = cached((pattern: string) => matcherOf(pattern, true));

export function like(text: string, pattern: string): boolean {
  return likeMatcher(pattern)(text);
}

export function ilike(text: string, pattern: string): boolean {
  return ilikeMatcher(pattern)(text);
}

/** A constant pattern that is one text with % before, behind, or on both sides of it. */
export function likeKernel(negate: boolean): KernelChoice {
  return ({constants}): KernelTwin | null => {
    const pattern = constants[1];
    if (typeof pattern !== 'string' || endsInEscape(pattern)) return null;
    const parts = pieces(pattern);
    const [before, behind] = [parts[0] === '%', parts.length > 1 && parts[parts.length - 1] === '%'];
    const inner = parts.slice(before ? 1 : 0, behind ? -1 : undefined);
    if (inner.length > 1 || inner[0] === '_' || inner[0] === '%') return null;
    const needle = inner.length === 0 ? '' : (inner[0] as {text: string}).text;
    const name = before ? (behind || needle === '' ? 'contains' : 'suffix') : behind ? 'prefix' : 'equals';
    return {export: `text_${name}` as KernelTwin['export'], shape: 'bytesSearch', uses: [0], needle, negate};
  };
}

/** A pattern with another escape character rewritten to the backslash; '' means none. Errors: 22025. */
export function likeEscape(pattern: string, escape: string): string {
  const characters = Array.from(escape);
  if (characters.length > 1) {
    throw new SqlError('22025', 'invalid escape string', {
      hint: 'Escape string must be empty or one character.',
    });
  }
  if (escape === '\\') return pattern;
  let result = '';
  let escaped = false;
  for (const c of pattern) {
    if (c === escape && !escaped) {
      result += '\\';
      escaped = true;
    } else if (c === '\\') {
      result += '\\';
      if (!escaped) result += '\\';
      escaped = false;
    } else {
      result += c;
      escaped = false;
    }
  }
  return result;
}
