import {SqlError} from '../../types/sql-error.ts';

/**
 * The pattern of SIMILAR TO, or of SUBSTRING with its two separators, as a regular expression. Errors: 22025 for an
 * escape of several characters, 2200C for more separators.
 */
export function similarToRegex(pattern: string, escape: string): string {
  if (Array.from(escape).length > 1) {
    throw new SqlError('22025', 'invalid escape string', {hint: 'Escape string must be empty or one character.'});
  }
  let out = '^(?:';
  let escaped = false;
  let depth = 0;
  /** Inside a bracket: right behind it (1) or its ^ (2) a ] is a character of the class. */
  let place = 0;
  let separators = 0;
  for (const c of pattern) {
    if (escaped) {
      if (c === '"' && depth === 0) {
        // Of the three parts, the first is as short as can be, and the middle one is captured.
        if (separators === 0) out += '){1,1}?(';
        else if (separators === 1) out += '){1,1}(?:';
        else {
          throw new SqlError(
            '2200C',
            'SQL regular expression may not contain more than two escape-double-quote separators',
          );
        }
        separators++;
      } else {
        out += `\\${c}`;
        place = 3;
      }
      escaped = false;
    } else if (c === escape) escaped = true;
    else if (depth > 0) {
      out += c === '\\' ? '\\\\' : c;
      if (c === ']' && place > 2) depth--;
      else if (c === '^') place++;
      else {
        if (c === '[') depth++;
        place = 3;
      }
    } else if (c === '[') {
      out += c;
      depth = 1;
      place = 1;
    } else if (c === '%') out += '.*';
    else if (c === '_') out += '.';
    else if (c === '(') out += '(?:';
    else if (c === '\\' || c === '.' || c === '^' || c === '$') out += `\\${c}`;
    else out += c;
  }
  return `${out})$`;
}
