/** The names POSIX gives to characters, for [.hyphen.]: ASCII in order, then synonyms. */
const inOrder =
  'NUL SOH STX ETX EOT ENQ ACK alert backspace tab newline vertical-tab form-feed carriage-return SO SI DLE DC1 DC2 DC3 DC4 NAK ' +
  'SYN ETB CAN EM SUB ESC IS4 IS3 IS2 IS1 space exclamation-mark quotation-mark number-sign dollar-sign percent-sign ampersand ' +
  'apostrophe left-parenthesis right-parenthesis asterisk plus-sign comma hyphen period slash zero one two three four five six ' +
  'seven eight nine colon semicolon less-than-sign equals-sign greater-than-sign question-mark commercial-at';

const codes = new Map<string, number>(inOrder.split(' ').map((name, code) => [name, code]));
const synonyms: Readonly<Record<string, number>> = {
  BEL: 7,
  BS: 8,
  HT: 9,
  LF: 10,
  VT: 11,
  FF: 12,
  CR: 13,
  FS: 28,
  GS: 29,
  RS: 30,
  US: 31,
  'hyphen-minus': 45,
  'full-stop': 46,
  solidus: 47,
  'left-square-bracket': 91,
  backslash: 92,
  'reverse-solidus': 92,
  'right-square-bracket': 93,
  circumflex: 94,
  'circumflex-accent': 94,
  underscore: 95,
  'low-line': 95,
  'grave-accent': 96,
  'left-brace': 123,
  'left-curly-bracket': 123,
  'vertical-line': 124,
  'right-brace': 125,
  'right-curly-bracket': 125,
  tilde: 126,
  DEL: 127,
};

/** A character by itself or by its name; null for a name that is none. */
export function collatingElement(name: string): number | null {
  const characters = Array.from(name);
  if (characters.length === 1) return characters[0].codePointAt(0)!;
  return codes.get(name) ?? synonyms[name] ?? null;
}
