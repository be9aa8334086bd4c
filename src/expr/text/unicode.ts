import {SqlError} from '../../types/sql-error.ts';

const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const;

/** Errors: 22023 for a form that is none. */
function formNamed(name: string): (typeof forms)[number] {
  const form = forms.find(known => known === name.toUpperCase());
  if (!form) throw new SqlError('22023', `invalid normalization form: ${name}`);
  return form;
}

export function normalized(text: string, form: string): string {
  return text.normalize(formNamed(form));
}

const HINT = 'Unicode escapes must be \\XXXX, \\+XXXXXX, \\uXXXX, or \\UXXXXXXXX.';
const escape = /\\(?:\\|([0-9A-Fa-f]{4})|\+([0-9A-Fa-f]{6})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|)/g;

/** unistr: escapes as the characters they stand for. Errors: 42601, 22023. */
export function withoutEscapes(text: string): string {
  let out = '';
  let high = 0;
  let end = 0;
  const plain = (part: string): void => {
    if (part === '') return;
    if (high) throw badPair();
    out += part;
  };
  for (const match of text.matchAll(escape)) {
    plain(text.slice(end, match.index));
    end = match.index + match[0].length;
    const digits = match.slice(1).find(group => group !== undefined);
    if (digits === undefined) {
      if (match[0] !== '\\\\') throw new SqlError('42601', 'invalid Unicode escape', {hint: HINT});
      plain('\\');
      continue;
    }
    const code = parseInt(digits, 16);
    if (code === 0 || code > 0x10ffff) {
      throw new SqlError('22023', `invalid Unicode code point: ${code.toString(16).toUpperCase().padStart(4, '0')}`);
    }
    if (high) {
      if (code < 0xdc00 || code > 0xdfff) throw badPair();
      out += String.fromCharCode(high, code);
      high = 0;
    } else if (code >= 0xd800 && code <= 0xdbff) high = code;
    else if (code >= 0xdc00 && code <= 0xdfff) throw badPair();
    else out += String.fromCodePoint(code);
  }
  plain(text.slice(end));
  if (high) throw badPair();
  return out;
}

function badPair(): SqlError {
  return new SqlError('42601', 'invalid Unicode surrogate pair');
}
