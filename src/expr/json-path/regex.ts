import type {RegexFlags} from '../../types/json-path/path.ts';
import {type Regex, regex} from '../regex/regex.ts';

/** The pattern of a like_regex. Errors: 2201B. */
export function pathRegex(pattern: string, {ignoreCase, dotAll, multiline, quoted}: RegexFlags): Regex {
  const caseFlag = ignoreCase ? 'i' : '';
  if (quoted) return regex(pattern, `q${caseFlag}`);
  // XQuery parts what Postgres's n does at once: whether a dot takes line feeds (s), and what ^ and $ are about (m).
  const newlines = dotAll ? (multiline ? 'w' : '') : multiline ? 'n' : 'p';
  return regex(pattern, newlines + caseFlag);
}
