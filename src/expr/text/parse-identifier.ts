import {SqlError} from '../../types/sql-error.ts';

const SPACE = /^[ \t\n\r\f\v]*/;
/** A letter, an underscore or any character beyond ASCII begins a name. */
const NAME = /^[A-Za-z_\u0080-\u{10ffff}][A-Za-z0-9_$\u0080-\u{10ffff}]*/u;

/** parse_ident: a qualified name as its parts; `strict` refuses what follows it. Errors: 22023. */
export function parseIdentifier(text: string, strict: boolean): string[] {
  const fail = (detail?: string): SqlError =>
    new SqlError('22023', `string is not a valid identifier: "${text}"`, {detail});
  const parts: string[] = [];
  let at = SPACE.exec(text)![0].length;
  for (let afterDot = false; ;) {
    const rest = text.slice(at);
    if (rest.startsWith('"')) {
      const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
      if (!quoted) throw fail('String has unclosed double quotes.');
      if (quoted[1] === '') throw fail('Quoted identifier must not be empty.');
      parts.push(quoted[1].replaceAll('""', '"'));
      at += quoted[0].length;
    } else {
      const name = NAME.exec(rest)?.[0];
      if (name === undefined) {
        if (rest.startsWith('.')) throw fail('No valid identifier before ".".');
        throw fail(afterDot ? 'No valid identifier after ".".' : undefined);
      }
      parts.push(name.replace(/[A-Z]/g, c => c.toLowerCase()));
      at += name.length;
    }
    at += SPACE.exec(text.slice(at))![0].length;
    if (text[at] !== '.') break;
    at++;
    at += SPACE.exec(text.slice(at))![0].length;
    afterDot = true;
  }
  if (strict && at < text.length) throw fail();
  return parts;
}
