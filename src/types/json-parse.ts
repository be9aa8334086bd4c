import {decimalParse} from './decimal.ts';
import {type JsonValue, jsonObject} from './json-value.ts';
import {SqlError} from './sql-error.ts';

// Levels of nesting; beyond it Postgres, too, gives up ("stack depth limit exceeded").
const MAX_DEPTH = 6000;

/** The value of a JSON text, for jsonb. Errors: 22P02 with detail and context, 22P05 for \u0000, 54001. */
export function parseJson(text: string): JsonValue {
  return new JsonParser(text, true).document();
}

/** Checks a JSON text as type json does: escapes are looked at, not decoded. Errors: as `parseJson`. */
export function validateJson(text: string): void {
  new JsonParser(text, false).document();
}

type Token = 'string' | 'number' | 'true' | 'false' | 'null' | '{' | '}' | '[' | ']' | ',' | ':' | 'end' | 'invalid';

const alphanumeric = /[A-Za-z0-9_\u0080-\uffff]/;
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const numberStart = /-?(?:0|[1-9]\d*)?(?:\.\d*)?(?:[eE][+-]?\d*)?/y;
const plainString = /[^"\\\u0000-\u001f]*/y;

class JsonParser {
  private readonly text: string;
  private readonly decode: boolean;
  private token: Token = 'invalid';
  private tokenStart = 0;
  /** Just behind the current token; in an error, behind what was understood. */
  private position = 0;
  private stringValue = '';
  private depth = 0;

  constructor(text: string, decode: boolean) {
    this.text = text;
    this.decode = decode;
    if (text.includes('\0')) throw new SqlError('22021', 'invalid byte sequence for encoding "UTF8": 0x00');
  }

  document(): JsonValue {
    this.next();
    const value = this.value();
    if (!this.at('end')) this.fail(`Expected end of input, but found "${this.tokenText()}".`);
    return value;
  }

  private value(): JsonValue {
    switch (this.token) {
      case '{':
        return this.nested(() => this.object());
      case '[':
        return this.nested(() => this.array());
      case 'string': {
        const value = this.stringValue;
        this.next();
        return value;
      }
      case 'number': {
        const value = this.decode ? decimalParse(this.tokenText()) : null;
        this.next();
        return value;
      }
      case 'true':
      case 'false': {
        const value = this.token === 'true';
        this.next();
        return value;
      }
      case 'null':
        this.next();
        return null;
      default:
        return this.unexpected('JSON value');
    }
  }

  private nested(parse: () => JsonValue): JsonValue {
    if (++this.depth > MAX_DEPTH) throw new SqlError('54001', 'stack depth limit exceeded');
    const value = parse();
    this.depth--;
    return value;
  }

  private object(): JsonValue {
    const entries: [string, JsonValue][] = [];
    this.next();
    if (!this.at('}')) {
      for (let first = true; ; first = false) {
        if (!this.at('string')) this.unexpected(first ? 'string or "}"' : 'string');
        const key = this.stringValue;
        this.next();
        if (!this.at(':')) this.unexpected('":"');
        this.next();
        entries.push([key, this.value()]);
        if (this.at('}')) break;
        if (!this.at(',')) this.unexpected('"," or "}"');
        this.next();
      }
    }
    this.next();
    return this.decode ? jsonObject(entries) : null;
  }

  private array(): JsonValue {
    const items: JsonValue[] = [];
    this.next();
    if (!this.at(']')) {
      for (;;) {
        items.push(this.value());
        if (this.at(']')) break;
        if (!this.at(',')) this.unexpected('"," or "]"');
        this.next();
      }
    }
    this.next();
    return items;
  }

  private at(token: Token): boolean {
    return this.token === token;
  }

  private next(): void {
    const text = this.text;
    let at = this.position;
    while (isSpace(text.charCodeAt(at))) at++;
    this.tokenStart = at;
    const character = text[at];
    switch (character) {
      case undefined:
        this.token = 'end';
        this.position = at;
        return;
      case '{':
      case '}':
      case '[':
      case ']':
      case ',':
      case ':':
        this.token = character;
        this.position = at + 1;
        return;
      case '"':
        this.token = 'string';
        this.string();
        return;
      default:
        if (character === '-' || (character >= '0' && character <= '9')) this.number();
        else this.word();
    }
  }

  private number(): void {
    numberPattern.lastIndex = this.tokenStart;
    const found = numberPattern.test(this.text);
    const end = numberPattern.lastIndex;
    // A point behind a whole number begins a fraction that is not there; elsewhere it is the next token.
    const brokenFraction = this.text[end] === '.' && /^-?\d+$/.test(this.text.slice(this.tokenStart, end));
    if (!found || this.isAlphanumeric(end) || brokenFraction) {
      numberStart.lastIndex = this.tokenStart;
      numberStart.test(this.text);
      this.invalidToken(this.skipAlphanumeric(numberStart.lastIndex));
    }
    this.token = 'number';
    this.position = end;
  }

  private word(): void {
    const end = this.skipAlphanumeric(this.tokenStart);
    const word = this.text.slice(this.tokenStart, end);
    if (word !== 'true' && word !== 'false' && word !== 'null') this.invalidToken(Math.max(end, this.tokenStart + 1));
    this.token = word as Token;
    this.position = end;
  }

  private skipAlphanumeric(from: number): number {
    let at = from;
    while (this.isAlphanumeric(at)) at++;
    return at;
  }

  private isAlphanumeric(at: number): boolean {
    return at < this.text.length && alphanumeric.test(this.text[at]);
  }

  private string(): void {
    const text = this.text;
    let value = '';
    let at = this.tokenStart + 1;
    for (;;) {
      plainString.lastIndex = at;
      plainString.test(text);
      const end = plainString.lastIndex;
      if (this.decode) value += text.slice(at, end);
      at = end;
      const character = text[at];
      if (character === '"') break;
      if (character === undefined) this.invalidToken(at);
      if (character !== '\\') {
        this.position = at;
        const code = text.charCodeAt(at).toString(16).padStart(2, '0');
        this.fail(`Character with value 0x${code} must be escaped.`);
      }
      const escape = this.escape(at);
      value += escape.value;
      at = escape.end;
    }
    this.position = at + 1;
    this.stringValue = value;
  }

  /** The escape whose backslash is at `at`. */
  private escape(at: number): {value: string; end: number} {
    const character = this.text[at + 1];
    if (character === undefined) this.invalidToken(at + 1);
    if (character === 'u') return this.unicodeEscape(at);
    const index = '"\\/bfnrt'.indexOf(character);
    if (index < 0) {
      const whole = String.fromCodePoint(this.text.codePointAt(at + 1)!);
      this.position = at + 1 + whole.length;
      this.fail(`Escape sequence "\\${whole}" is invalid.`);
    }
    return {value: '"\\/\b\f\n\r\t'[index], end: at + 2};
  }

  private unicodeEscape(at: number): {value: string; end: number} {
    const unit = this.hexUnit(at);
    if (!this.decode) return {value: '', end: at + 6};
    if (unit === 0) {
      this.position = at + 6;
      this.fail('\\u0000 cannot be converted to text.', '22P05', 'unsupported Unicode escape sequence');
    }
    if (unit >= 0xdc00 && unit <= 0xdfff) this.surrogate(at + 6, 'low');
    if (unit < 0xd800 || unit > 0xdbff) return {value: String.fromCharCode(unit), end: at + 6};
    if (this.text[at + 6] !== '\\') this.surrogate(at + 7, 'low');
    if (this.text[at + 7] !== 'u') this.surrogate(at + 8, 'low');
    const second = this.hexUnit(at + 6);
    if (second >= 0xd800 && second <= 0xdbff) this.surrogate(at + 12, 'high');
    if (second < 0xdc00 || second > 0xdfff) this.surrogate(at + 12, 'low');
    return {value: String.fromCharCode(unit, second), end: at + 12};
  }

  private hexUnit(at: number): number {
    for (let i = at + 2; i < at + 6; i++) {
      const digit = this.text[i];
      if (digit === undefined) this.invalidToken(i);
      if (!/[0-9a-fA-F]/.test(digit)) {
        this.position = i + 1;
        this.fail('"\\u" must be followed by four hexadecimal digits.');
      }
    }
    return parseInt(this.text.slice(at + 2, at + 6), 16);
  }

  private surrogate(position: number, which: 'high' | 'low'): never {
    this.position = position;
    const rule = which === 'high' ? 'must not follow' : 'must follow';
    return this.fail(`Unicode ${which} surrogate ${rule} a high surrogate.`);
  }

  private tokenText(): string {
    return this.text.slice(this.tokenStart, this.position);
  }

  private invalidToken(end: number): never {
    this.position = end;
    return this.fail(`Token "${this.tokenText()}" is invalid.`);
  }

  private unexpected(wanted: string): never {
    if (this.token === 'end') return this.fail('The input string ended unexpectedly.');
    return this.fail(`Expected ${wanted}, but found "${this.tokenText()}".`);
  }

  private fail(detail: string, code = '22P02', message = 'invalid input syntax for type json'): never {
    throw new SqlError(code, message, {detail, where: this.context()});
  }

  /** The line of the error up to where it was noticed, as Postgres shows it. */
  private context(): string {
    const before = this.text.slice(0, this.position);
    const lineStart = before.lastIndexOf('\n') + 1;
    const line = before.split('\n').length;
    let start = Math.max(lineStart, this.position - 49);
    if (start - lineStart <= 3) start = lineStart;
    const following = this.text[this.position];
    const more = this.token !== 'end' && following !== undefined && following !== '\n' && following !== '\r';
    const excerpt = `${start > lineStart ? '...' : ''}${this.text.slice(start, this.position)}${more ? '...' : ''}`;
    return `JSON data, line ${line}: ${excerpt}`;
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
