import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {regex} from './regex.ts';

// What the regexp_ functions share.

/** Which flag letters change a replacement or a search, and which the expression. Errors: 22023. */
function flagsOf(flags: string): {readonly global: boolean; readonly rest: string} {
  return {global: flags.includes('g'), rest: flags.replaceAll('g', '')};
}

export function withGlobal(pattern: RegExp): RegExp {
  return new RegExp(pattern.source, `${pattern.flags}g`);
}

/** \1…\9 and \& in Postgres's replacement text. */
function replacer(replacement: string): (...groups: (string | undefined)[]) => string {
  return (...groups) =>
    replacement.replace(/\\([0-9&\\])/g, (_whole, c: string) => {
      if (c === '\\') return '\\';
      return groups[c === '&' || c === '0' ? 0 : Number(c)] ?? '';
    });
}

/** At most the captures; a function replacement gets offset and text behind them. */
export function replaceMatches(text: string, pattern: string, replacement: string, flags: string): string {
  const {global, rest} = flagsOf(flags);
  const expression = regex(pattern, rest);
  const replace = replacer(replacement);
  return text.replace(global ? withGlobal(expression) : expression, (...args: unknown[]) => {
    const groups = args.slice(
      0,
      args.findIndex((arg, i) => i > 0 && typeof arg === 'number'),
    );
    return replace(...(groups as (string | undefined)[]));
  });
}

export function captures(match: RegExpExecArray | null): Datum {
  if (!match) return null;
  return match.length === 1 ? [match[0]] : match.slice(1).map(group => group ?? null);
}

/** The part that matches, or its first parenthesised group. */
export function matchingPart([text, pattern]: readonly [string, string]): string | null {
  const match = regex(pattern).exec(text);
  return match ? ((match.length > 1 ? match[1] : match[0]) ?? null) : null;
}

export function refuseGlobal(flags: string, name: string): string {
  if (!flags.includes('g')) return flags;
  throw new SqlError('22023', `${name} does not support the "global" option`, {
    hint: name === 'regexp_match()' ? 'Use the regexp_matches function instead.' : undefined,
  });
}

export function regexpSplit(text: string, pattern: string, flags: string): readonly string[] {
  const expression = withGlobal(regex(pattern, refuseGlobal(flags, 'regexp_split_to_array()')));
  const parts: string[] = [];
  let start = 0;
  for (const match of text.matchAll(expression)) {
    // An empty match at either end, or right behind the last one, splits nothing off.
    if (match[0] === '' && (match.index === start || match.index === text.length)) continue;
    parts.push(text.slice(start, match.index));
    start = match.index + match[0].length;
  }
  parts.push(text.slice(start));
  return parts;
}
