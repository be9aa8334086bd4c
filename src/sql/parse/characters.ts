/** Classes of the ASCII characters, as bits; everything above is part of a word (Postgres: `\200-\377`). */
export const SPACE = 1;
export const WORD_START = 2;
export const WORD_PART = 4;
export const DIGIT = 8;
export const OPERATOR_PART = 16;
export const UPPER = 32;

const classes = new Uint8Array(128);

function mark(characters: string, bits: number): void {
  for (const character of characters) classes[character.charCodeAt(0)] |= bits;
}

const LOWER_CASE = 'abcdefghijklmnopqrstuvwxyz';
mark(' \t\n\r\f\v', SPACE);
mark(LOWER_CASE + '_', WORD_START | WORD_PART);
mark(LOWER_CASE.toUpperCase(), WORD_START | WORD_PART | UPPER);
mark('0123456789', DIGIT | WORD_PART);
mark('$', WORD_PART);
mark('~!@#^&|`?+-*/%<>=', OPERATOR_PART);

/** The class bits of a UTF-16 unit; 0 past the end of the text (NaN). */
export function classOf(unit: number): number {
  if (unit < 128) return classes[unit];
  return unit >= 128 ? WORD_START | WORD_PART : 0;
}

/** The value of a hexadecimal digit, or -1. */
export function hexValue(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  if (unit >= 97 && unit <= 102) return unit - 87;
  if (unit >= 65 && unit <= 70) return unit - 55;
  return -1;
}

/** Names hold at most 63 bytes of UTF-8; longer ones are cut at a character's edge (NAMEDATALEN). */
export function truncateName(name: string): string {
  if (name.length <= 21) return name;
  if (Buffer.byteLength(name) <= 63) return name;
  let bytes = 0;
  let end = 0;
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > 63) break;
    end += character.length;
  }
  return name.slice(0, end);
}

/** Lower case of ASCII letters only, as Postgres folds names in UTF-8. */
export function foldName(name: string, ascii: boolean): string {
  return ascii ? name.toLowerCase() : name.replace(/[A-Z]+/g, letters => letters.toLowerCase());
}
