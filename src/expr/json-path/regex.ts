import type {RegexFlags} from '../../types/json-path/path.ts';
import {escapeRegex} from '../text/like.ts';
import {regex} from '../text/regex.ts';

const compiled = new Map<string, RegExp>();

/** The pattern of a like_regex. Errors: 2201B. */
export function pathRegex(pattern: string, flags: RegexFlags): RegExp {
  const key = JSON.stringify([pattern, flags]);
  let result = compiled.get(key);
  if (!result) {
    result = compile(pattern, flags);
    if (compiled.size < 256) compiled.set(key, result);
  }
  return result;
}

function compile(pattern: string, {ignoreCase, dotAll, multiline, quoted}: RegexFlags): RegExp {
  const caseFlag = ignoreCase ? 'i' : '';
  if (quoted) return new RegExp(escapeRegex(pattern), `u${caseFlag}`);
  // XQuery parts what Postgres's n does at once: whether a dot takes line feeds (s), and what ^ and $ are about (m).
  const base = regex(pattern, dotAll ? caseFlag : `n${caseFlag}`);
  const letters = base.flags.replace('m', '');
  return new RegExp(base.source, multiline ? `${letters}m` : letters);
}
