/**
 * What a document is made of, as the parser named `default` tells it (manual, 12.5). The kinds' numbers are what
 * ts_token_type gives.
 */
export const TokenKind = {
  asciiword: 1,
  word: 2,
  numword: 3,
  email: 4,
  url: 5,
  host: 6,
  sfloat: 7,
  version: 8,
  hword_numpart: 9,
  hword_part: 10,
  hword_asciipart: 11,
  blank: 12,
  tag: 13,
  protocol: 14,
  numhword: 15,
  asciihword: 16,
  hword: 17,
  url_path: 18,
  file: 19,
  float: 20,
  int: 21,
  uint: 22,
  entity: 23,
} as const;

type Token = {readonly kind: number; readonly text: string};

/** A letter: beyond ASCII also what marks one. */
const LETTER = String.raw`[\p{L}\p{Nl}]|(?![0-9])\p{Nd}`;
const MARK = String.raw`\p{M}`;
const IN_WORD = `(?:${LETTER}|${MARK})`;
const IN_NUMBERED_WORD = `(?:${LETTER}|${MARK}|[0-9])`;

const at = (pattern: string): RegExp => new RegExp(pattern, 'uy');

/** Ends in a domain of letters; the longest that does. */
const HOST_TEXT = String.raw`[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*\.[A-Za-z]{2,}(?![A-Za-z0-9])(?::[0-9]+)?`;
const URL_CHARACTER = String.raw`[!#-;=?-\[\]_a-z~]`;
const STRING_IN_TAG = String.raw`'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"`;
const REST_OF_TAG = String.raw`(?:[A-Za-z0-9=\-_#\/:.&?%~\s]|${STRING_IN_TAG})*>`;

const HOST = at(HOST_TEXT);
const URL = at(`(${HOST_TEXT})(/${URL_CHARACTER}+)`);
const EMAIL = at(
  String.raw`(?:[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*|${IN_NUMBERED_WORD}*[0-9]${IN_NUMBERED_WORD}*)@${HOST_TEXT}`,
);
const TAG = at(
  String.raw`<(?:!--[^]*?-->|![Dd]${REST_OF_TAG}|\?x${REST_OF_TAG}|(?:\/[A-Za-z]|[A-Za-z:_])(?:${LETTER}|[0-9:_.\-])*(?:>|\/>|\s${REST_OF_TAG}))`,
);
const SCRIPT_BEGINS = /^<(?:script|style)[\s>]/i;
const SCRIPT_ENDS = /^<\/(?:script|style)[\s>]/i;
const ENTITY = at(String.raw`&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z:_](?:${LETTER}|[0-9:_.\-])*);`);
const BLANK = at(String.raw`[^](?:(?!${LETTER}|[0-9<\-+&\/])[^])*`);
const PROTOCOL = at(String.raw`[A-Za-z]+:\/\/`);
const ASCII_WORD = at('[A-Za-z]+');
const WORD = at(`(?:${LETTER})${IN_WORD}*`);
const NUMBERED_WORD = at(`(?:${LETTER}|[0-9])${IN_NUMBERED_WORD}*`);
const DIGITS = at('[0-9]+');
const MANTISSA = String.raw`[eE][+-]?[0-9]+`;
const SCIENTIFIC = at(String.raw`[0-9]+(?:\.[0-9]+)?${MANTISSA}`);
const VERSION = at(String.raw`[0-9]+(?:\.[0-9]+){2,}`);
const DECIMAL = at(String.raw`[0-9]+\.[0-9]+`);
const SIGNED_SCIENTIFIC = at(String.raw`[+-][0-9]+(?:\.[0-9]+)?${MANTISSA}`);
const SIGNED_VERSION = at(String.raw`[+-][0-9]+\.[0-9]+\.[0-9]`);
const SIGNED_DECIMAL = at(String.raw`[+-][0-9]+\.[0-9]+`);
const SIGNED = at('[+-][0-9]+');
/** Behind a word: further parts that begin with a letter, or with digits and then a letter. */
const HYPHENATED_PARTS = at(`(?:-(?:[0-9]+(?=${LETTER}|${MARK})|(?=${LETTER}))${IN_NUMBERED_WORD}+)+`);
const PART = at(`(?:[0-9]+(?=${LETTER}|${MARK})|(?=${LETTER}))${IN_NUMBERED_WORD}+`);
const BETWEEN_PARTS = at(`-(?=${LETTER}|${MARK}|[0-9])`);

/** The tokens of a text, blanks and tags among them. */
export function tokensOf(text: string): Token[] {
  return [...new Scanner(text).tokens()];
}

class Scanner {
  private readonly text: string;
  private position = 0;
  /** Between <script> or <style> and its end nothing but tags is looked at. */
  private ignoring = false;

  constructor(text: string) {
    this.text = text;
  }

  *tokens(): Iterable<Token> {
    while (this.position < this.text.length) {
      const start = this.position;
      const kind = this.scan();
      const text = this.text.slice(start, this.position);
      yield {kind, text};
      if (kind === TokenKind.url) yield* this.partsOfUrl(text);
      else if (kind === TokenKind.asciihword || kind === TokenKind.hword || kind === TokenKind.numhword) {
        this.position = start;
        yield* this.partsOfWord();
      }
    }
  }

  private partsOfUrl(text: string): Token[] {
    const [, host, path] = matchAt(URL, text, 0)!;
    return [
      {kind: TokenKind.host, text: host},
      {kind: TokenKind.url_path, text: path},
    ];
  }

  private *partsOfWord(): Iterable<Token> {
    for (;;) {
      const start = this.position;
      if (this.take(PART)) {
        const text = this.text.slice(start, this.position);
        yield {kind: partKind(text), text};
      } else if (this.take(BETWEEN_PARTS)) yield {kind: TokenKind.blank, text: '-'};
      else return;
    }
  }

  /** Passes over the next token and tells its kind. */
  private scan(): number {
    const {text, position} = this;
    const first = text[position];
    if (first === '<' && this.take(TAG)) {
      const tag = text.slice(position, this.position);
      if (SCRIPT_BEGINS.test(tag)) this.ignoring = true;
      else if (SCRIPT_ENDS.test(tag)) this.ignoring = false;
      return TokenKind.tag;
    }
    if (this.ignoring) {
      const next = text.indexOf('<', position + 1);
      this.position = next < 0 ? text.length : next;
      return TokenKind.blank;
    }
    if (/[A-Za-z]/.test(first)) return this.asciiWord();
    if (/[0-9]/.test(first)) return this.number();
    if (first === '-' || first === '+') return this.signed();
    if (first === '&' && this.take(ENTITY)) return TokenKind.entity;
    if (this.file(position, false)) return TokenKind.file;
    if (this.take(WORD)) return this.hyphenated(position) ?? this.wordKind(position, TokenKind.word);
    this.take(BLANK);
    return TokenKind.blank;
  }

  private asciiWord(): number {
    const start = this.position;
    const letters = matchAt(ASCII_WORD, this.text, start)![0].length;
    const next = this.text[start + letters] ?? '';
    const network = this.network(next);
    if (network !== null) return network;
    if (next === ':' && this.take(PROTOCOL)) return TokenKind.protocol;
    this.position = start + letters;
    if ((next === '.' || next === '/') && this.file(start + letters, true)) return TokenKind.file;
    if (next === '-') return this.hyphenated(start) ?? TokenKind.asciiword;
    if (next === '') return TokenKind.asciiword;
    this.position = start;
    this.take(WORD);
    return this.hyphenated(start) ?? this.wordKind(start, TokenKind.word);
  }

  /** An address that a word or number may begin; null: it begins none, or what is next tells that it cannot. */
  private network(next: string): number | null {
    if (!/[-_.@0-9A-Za-z]/.test(next)) return null;
    if (this.take(EMAIL)) return TokenKind.email;
    if (this.take(URL)) return TokenKind.url;
    return this.take(HOST) ? TokenKind.host : null;
  }

  private number(): number {
    const start = this.position;
    const digits = matchAt(DIGITS, this.text, start)![0].length;
    const next = this.text[start + digits] ?? '';
    if (/[eE]/.test(next) && this.take(SCIENTIFIC)) return TokenKind.sfloat;
    const network = this.network(next);
    if (network !== null) return network;
    if (next === '.') {
      if (this.take(VERSION)) return TokenKind.version;
      if (this.take(SCIENTIFIC)) return TokenKind.sfloat;
      if (this.take(DECIMAL)) return TokenKind.float;
    }
    this.position = start + digits;
    if (next === '/' && this.file(start + digits, true)) return TokenKind.file;
    this.position = start;
    this.take(NUMBERED_WORD);
    if (this.position === start + digits) return TokenKind.uint;
    return this.hyphenated(start) ?? this.wordKind(start, TokenKind.numword);
  }

  private signed(): number {
    if (matchAt(SIGNED_VERSION, this.text, this.position)) {
      this.position++;
      return TokenKind.blank;
    }
    if (this.take(SIGNED_SCIENTIFIC)) return TokenKind.sfloat;
    if (this.take(SIGNED_DECIMAL)) return TokenKind.float;
    if (this.take(SIGNED)) return TokenKind.int;
    this.take(BLANK);
    return TokenKind.blank;
  }

  /** A word that goes on with digits or marks, or that a path follows. */
  private wordKind(start: number, kind: number): number {
    const end = this.position;
    this.position = start;
    this.take(NUMBERED_WORD);
    if (this.position === end && kind === TokenKind.word) {
      return kindOfWord(this.text.slice(start, end));
    }
    const next = this.text[this.position] ?? '';
    const wordEnd = this.position;
    if (next === '@') {
      this.position = start;
      if (this.take(EMAIL)) return TokenKind.email;
      this.position = wordEnd;
    }
    if ((next === '/' || next === '.') && this.file(wordEnd, true)) return TokenKind.file;
    return this.hyphenated(start) ?? TokenKind.numword;
  }

  /** The word just passed over may be the first part of a longer one. */
  private hyphenated(start: number): number | null {
    if (this.text[this.position] !== '-' || !this.take(HYPHENATED_PARTS)) return null;
    const whole = this.text.slice(start, this.position);
    if (/[0-9]/.test(whole)) return TokenKind.numhword;
    return /^[A-Za-z-]*$/.test(whole) ? TokenKind.asciihword : TokenKind.hword;
  }

  /** A path from `start` on; `behindWord`: it is the rest of one. */
  private file(start: number, behindWord: boolean): boolean {
    const end = fileEnd(this.text, start, behindWord);
    if (end === null) return false;
    this.position = end;
    return true;
  }

  private take(pattern: RegExp): boolean {
    const found = matchAt(pattern, this.text, this.position);
    if (!found) return false;
    this.position += found[0].length;
    return true;
  }
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function kindOfWord(text: string): number {
  return /^[A-Za-z]+$/.test(text) ? TokenKind.asciiword : TokenKind.word;
}

function partKind(text: string): number {
  if (/[0-9]/.test(text)) return TokenKind.hword_numpart;
  return /^[A-Za-z]+$/.test(text) ? TokenKind.hword_asciipart : TokenKind.hword_part;
}

const FILE_CHARACTER = /[A-Za-z0-9_]/;

/** Where the path ends that begins at `start`; null: there is none. */
function fileEnd(text: string, start: number, behindWord: boolean): number | null {
  const character = (i: number): string => text[i] ?? '';
  const inFile = (from: number): number => {
    for (let i = from; ; i++) {
      const c = character(i);
      if (FILE_CHARACTER.test(c) || c === '-') continue;
      if (c === '.' && FILE_CHARACTER.test(character(i + 1))) continue;
      return (c === '/' && afterSlash(i + 1)) || i;
    }
  };
  const afterSlash = (i: number): number | null => {
    const c = character(i);
    if (FILE_CHARACTER.test(c)) return inFile(i + 1);
    if (c === '.') return afterDot(i + 1);
    return c === '~' ? afterTilde(i + 1) : null;
  };
  const afterDot = (i: number): number | null => {
    const c = character(i);
    if (FILE_CHARACTER.test(c)) return inFile(i + 1);
    if (c === '.') return afterDots(i + 1);
    return c === '/' ? afterSlash(i + 1) : null;
  };
  const afterDots = (i: number): number | null => {
    const c = character(i);
    if (c === '/') return afterSlash(i + 1) ?? i;
    return c === '' || /\s/.test(c) ? i : null;
  };
  const afterTilde = (i: number): number | null => {
    const c = character(i);
    if (FILE_CHARACTER.test(c)) return inFile(i + 1);
    return c === '/' ? afterSlash(i + 1) : null;
  };
  switch (character(start)) {
    case '/':
      return afterSlash(start + 1);
    case '~':
      return behindWord ? null : afterTilde(start + 1);
    case '.': {
      if (behindWord) return FILE_CHARACTER.test(character(start + 1)) ? inFile(start + 1) : null;
      const c = character(start + 1);
      return c === '.' ? afterDots(start + 2) : c === '/' ? afterSlash(start + 2) : null;
    }
    default:
      return null;
  }
}

/** By kind, from 1 on, as ts_token_type says them. */
export const tokenDescriptions = [
  'Word, all ASCII',
  'Word, all letters',
  'Word, letters and digits',
  'Email address',
  'URL',
  'Host',
  'Scientific notation',
  'Version number',
  'Hyphenated word part, letters and digits',
  'Hyphenated word part, all letters',
  'Hyphenated word part, all ASCII',
  'Space symbols',
  'XML tag',
  'Protocol head',
  'Hyphenated word, letters and digits',
  'Hyphenated word, all ASCII',
  'Hyphenated word, all letters',
  'URL path',
  'File or path name',
  'Decimal notation',
  'Signed integer',
  'Unsigned integer',
  'XML entity',
];
