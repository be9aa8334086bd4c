import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {type RegexMatch, regex} from '../regex/regex.ts';
import {characters} from './characters.ts';

// What the regexp_ functions share. Positions are the users': 1 is the first character.

/** `g` is no flag of an expression. Errors: 22023. */
export function refuseGlobal(flags: string, name: string): string {
  if (!flags.includes('g')) return flags;
  throw new SqlError('22023', `${name} does not support the "global" option`, {
    hint: name === 'regexp_match()' ? 'Use the regexp_matches function instead.' : undefined,
  });
}

export function withoutGlobal(flags: string): string {
  return flags.replaceAll('g', '');
}

function partOf(text: string, match: RegexMatch, group: number): string | null {
  const span = match[group] ?? null;
  return span ? text.slice(span[0], span[1]) : null;
}

/** The groups of a match, or all of it where there are none. */
export function captures(text: string, match: RegexMatch | null): Datum {
  if (!match) return null;
  if (match.length === 1) return [partOf(text, match, 0)];
  return match.slice(1).map((_, i) => partOf(text, match, i + 1));
}

/**
 * Matches one behind the other from an offset. `splitting`: without empty ones at the end of the text or right behind
 * another match, which part nothing.
 */
export function* allMatches(
  text: string,
  pattern: string,
  flags: string,
  from = 0,
  splitting = false,
): Generator<RegexMatch> {
  const search = regex(pattern, flags).search(text);
  let previousEnd = 0;
  for (let at = from; at <= text.length;) {
    const match = search.next(at);
    if (!match) return;
    const [start, end] = match[0]!;
    if (!splitting || (start < text.length && end > previousEnd)) {
      previousEnd = end;
      yield match;
    }
    at = end > start ? end : end + widthAt(text, end);
  }
}

function widthAt(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}

/** The offset of a character, counted from 1; beyond the text: null. */
function offsetOf(text: string, position: number): number | null {
  let offset = 0;
  for (let i = 1; i < position; i++) {
    if (offset >= text.length) return null;
    offset += widthAt(text, offset);
  }
  return offset;
}

function positionOf(text: string, offset: number): number {
  return characters(text.slice(0, offset)).length + 1;
}

function checked(name: string, value: number, least: number, most = Infinity): number {
  if (value < least || value > most) {
    throw new SqlError('22023', `invalid value for parameter "${name}": ${value}`);
  }
  return value;
}

/** \1…\9 and \& in a replacement; any other backslash is one. */
function replacer(replacement: string): (text: string, match: RegexMatch) => string {
  if (!replacement.includes('\\')) return () => replacement;
  return (text, match) =>
    replacement.replace(/\\([0-9&\\])/g, (whole, c: string) => {
      if (c === '\\') return '\\';
      if (c === '0') return whole;
      return (c === '&' ? partOf(text, match, 0) : match[Number(c)] && partOf(text, match, Number(c))) ?? '';
    });
}

/** With the nth match replaced, or with all from there on where n is 0. */
export function replaceMatches(
  text: string,
  pattern: string,
  replacement: string,
  flags: string,
  start = 1,
  nth = flags.includes('g') ? 0 : 1,
): string {
  checked('start', start, 1);
  checked('n', nth, 0);
  const replace = replacer(replacement);
  // An expression is looked at even where no match can be.
  regex(pattern, withoutGlobal(flags));
  const from = offsetOf(text, start);
  if (from === null) return text;
  let out = '';
  let copied = 0;
  let count = 0;
  for (const match of allMatches(text, pattern, withoutGlobal(flags), from)) {
    if (nth > 0 && ++count !== nth) continue;
    const [begin, end] = match[0]!;
    out += text.slice(copied, begin) + replace(text, match);
    copied = end;
    if (nth > 0) break;
  }
  return out + text.slice(copied);
}

export function countMatches(text: string, pattern: string, start = 1, flags = ''): number {
  checked('start', start, 1);
  const plain = refuseGlobal(flags, 'regexp_count()');
  regex(pattern, plain);
  const from = offsetOf(text, start);
  if (from === null) return 0;
  let count = 0;
  for (const _ of allMatches(text, pattern, plain, from)) count++;
  return count;
}

/** The nth match from a position on, and of it a group; null when there is none. */
function nthMatch(text: string, pattern: string, start: number, nth: number, flags: string): RegexMatch | null {
  regex(pattern, flags);
  const from = offsetOf(text, start);
  if (from === null) return null;
  let count = 0;
  for (const match of allMatches(text, pattern, flags, from)) if (++count === nth) return match;
  return null;
}

/** An expression without groups has itself as the first. */
function groupOf(match: RegexMatch, group: number): number {
  return match.length === 1 && group === 1 ? 0 : group;
}

/** Where the nth match begins, or with `end` 1 where it ends; 0 when there is none. */
export function matchPosition(
  text: string,
  pattern: string,
  start = 1,
  nth = 1,
  end = 0,
  flags = '',
  group = 0,
): number {
  checked('start', start, 1);
  checked('n', nth, 1);
  checked('endoption', end, 0, 1);
  checked('subexpr', group, 0);
  const match = nthMatch(text, pattern, start, nth, refuseGlobal(flags, 'regexp_instr()'));
  const span = match?.[groupOf(match, group)];
  return span ? positionOf(text, span[end]) : 0;
}

export function matchText(text: string, pattern: string, start = 1, nth = 1, flags = '', group = 0): string | null {
  checked('start', start, 1);
  checked('n', nth, 1);
  checked('subexpr', group, 0);
  const match = nthMatch(text, pattern, start, nth, refuseGlobal(flags, 'regexp_substr()'));
  return match && partOf(text, match, groupOf(match, group));
}

/** The part that matches, or its first parenthesised group. */
export function matchingPart(text: string, pattern: string): string | null {
  const match = regex(pattern).find(text, 0);
  return match && partOf(text, match, match.length > 1 ? 1 : 0);
}

export function regexpSplit(
  text: string,
  pattern: string,
  flags: string,
  name = 'regexp_split_to_array()',
): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (const match of allMatches(text, pattern, refuseGlobal(flags, name), 0, true)) {
    const [begin, end] = match[0]!;
    parts.push(text.slice(start, begin));
    start = end;
  }
  parts.push(text.slice(start));
  return parts;
}
