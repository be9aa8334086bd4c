import type {SqlError} from '../sql-error.ts';

/**
 * A part of a composite or range: up to the next of the characters `ends` outside quotes; doubled quotes and what stands behind
 * a backslash stand for themselves. Errors: `malformed` where the text ends before it.
 */
export function scanQuoted(
  text: string,
  start: number,
  ends: string,
  malformed: (detail: string) => SqlError,
): {readonly value: string; readonly end: number} {
  let value = '';
  let quoted = false;
  let at = start;
  while (quoted || text[at] === undefined || !ends.includes(text[at])) {
    const character = text[at++];
    if (character === undefined) throw malformed('Unexpected end of input.');
    if (character === '\\') {
      if (at >= text.length) throw malformed('Unexpected end of input.');
      value += text[at++];
    } else if (character === '"') {
      if (quoted && text[at] === '"') value += text[at++];
      else quoted = !quoted;
    } else value += character;
  }
  return {value, end: at};
}
