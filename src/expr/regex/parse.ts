import {SqlError} from '../../types/sql-error.ts';
import {ANY, CharSet, type ClassTerm, isClassName, NOT_NEWLINE, type Range} from './char-set.ts';
import {collatingElement} from './collating-elements.ts';
import type {Assertion, Node} from './node.ts';
import {type Options, withOption} from './options.ts';

type Parsed = {readonly node: Node; readonly captures: number; readonly options: Options};

function invalidRegex(reason: string): SqlError {
  return new SqlError('2201B', `invalid regular expression: ${reason}`);
}

const BAD_ESCAPE = 'invalid escape \\ sequence';
const BAD_QUANTIFIER = 'quantifier operand invalid';
const MAX_REPEATS = 255;

/** A pattern with its directors (***, (?i)) as a tree. Errors: 2201B. */
export function parseRegex(pattern: string, options: Options): Parsed {
  if (options.flavor === 'literal') return literally(pattern, options);
  if (pattern.startsWith('***=')) return literally(pattern.slice(4), options);
  let rest = pattern;
  let chosen = options;
  if (rest.startsWith('***:')) {
    rest = rest.slice(4);
    chosen = {...chosen, flavor: 'advanced'};
  } else if (rest.startsWith('***')) throw invalidRegex(BAD_QUANTIFIER);
  if (chosen.flavor === 'advanced') {
    const embedded = /^\(\?(\p{L}+)/u.exec(rest);
    if (embedded) {
      for (const letter of embedded[1]) {
        const changed = withOption(chosen, letter);
        if (!changed) throw invalidRegex('invalid embedded option');
        chosen = changed;
      }
      rest = rest.slice(embedded[0].length);
      if (!rest.startsWith(')')) throw invalidRegex('invalid embedded option');
      rest = rest.slice(1);
      if (chosen.flavor === 'literal') return literally(rest, chosen);
    }
  }
  return new Parser(rest, chosen).parse();
}

function literally(text: string, options: Options): Parsed {
  const parts = Array.from(text, character => one(character.codePointAt(0)!, options));
  return {node: {kind: 'sequence', parts}, captures: 0, options};
}

function one(code: number, {ignoreCase}: Options): Node {
  return {kind: 'set', set: new CharSet([[code, code]], [], false, ignoreCase)};
}

const shorthands: Readonly<Record<string, string>> = {d: 'digit', s: 'space', w: 'word'};

const assertions: Readonly<Record<string, Assertion>> = {
  A: 'textStart',
  Z: 'textEnd',
  m: 'wordStart',
  M: 'wordEnd',
  y: 'wordEdge',
  Y: 'noWordEdge',
};

const characterEscapes: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  B: 92,
  e: 27,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
};

class Parser {
  private readonly text: string;
  private readonly options: Options;
  private at = 0;
  private captures = 0;
  private readonly closed = new Set<number>();
  private depth = 0;
  /** Within a lookaround constraint nothing is captured. */
  private looking = 0;

  constructor(text: string, options: Options) {
    this.text = text;
    this.options = options;
  }

  parse(): Parsed {
    const node = this.alternatives();
    if (this.at < this.text.length) throw invalidRegex('parentheses () not balanced');
    return {node, captures: this.captures, options: this.options};
  }

  private get basic(): boolean {
    return this.options.flavor === 'basic';
  }

  private startsWith(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  private accept(text: string): boolean {
    if (!this.startsWith(text)) return false;
    this.at += text.length;
    return true;
  }

  /** Blanks and comments where the pattern may have them. */
  private skip(): void {
    for (;;) {
      if (this.options.flavor === 'advanced' && this.startsWith('(?#')) {
        const end = this.text.indexOf(')', this.at);
        this.at = end < 0 ? this.text.length : end + 1;
      } else if (this.options.expanded && /[ \t\n\v\f\r]/.test(this.text[this.at] ?? '')) this.at++;
      else if (this.options.expanded && this.text[this.at] === '#') {
        const end = this.text.indexOf('\n', this.at);
        this.at = end < 0 ? this.text.length : end;
      } else return;
    }
  }

  private alternatives(): Node {
    const branches = [this.branch()];
    while (!this.basic && this.accept('|')) branches.push(this.branch());
    return branches.length === 1 ? branches[0] : {kind: 'either', branches};
  }

  private atBranchEnd(): boolean {
    this.skip();
    if (this.at >= this.text.length) return true;
    if (this.basic) return this.startsWith('\\)');
    const c = this.text[this.at];
    if (c === ')' && this.depth === 0 && this.options.flavor === 'extended') return false;
    return c === '|' || c === ')';
  }

  private branch(): Node {
    const parts: Node[] = [];
    while (!this.atBranchEnd()) {
      const atom = this.atom(parts.length === 0);
      this.skip();
      parts.push(atom.kind === 'assert' || atom.kind === 'look' ? atom : this.quantified(atom));
    }
    return parts.length === 1 ? parts[0] : {kind: 'sequence', parts};
  }

  private quantified(body: Node): Node {
    const bounds = this.quantifier();
    if (!bounds) return body;
    this.skip();
    if (this.quantifierAhead()) throw invalidRegex(BAD_QUANTIFIER);
    return {kind: 'repeat', body, ...bounds};
  }

  private quantifierAhead(): boolean {
    const c = this.text[this.at];
    if (this.basic) return c === '*' || this.startsWith('\\{');
    return c === '*' || c === '+' || c === '?' || (c === '{' && /[0-9]/.test(this.text[this.at + 1] ?? ''));
  }

  private quantifier(): {
    readonly min: number;
    readonly max: number;
    readonly prefers: 'longer' | 'shorter' | null;
  } | null {
    const c = this.text[this.at];
    const advanced = this.options.flavor === 'advanced';
    const preference = (): 'longer' | 'shorter' => (advanced && this.accept('?') ? 'shorter' : 'longer');
    if (c === '*') {
      this.at++;
      return {min: 0, max: Infinity, prefers: preference()};
    }
    if (!this.basic && (c === '+' || c === '?')) {
      this.at++;
      return {min: c === '+' ? 1 : 0, max: c === '+' ? Infinity : 1, prefers: preference()};
    }
    if (this.basic ? this.startsWith('\\{') : c === '{' && this.quantifierAhead()) return this.bounds(preference);
    return null;
  }

  private bounds(preference: () => 'longer' | 'shorter') {
    const match = /^\\?\{(\d+)(?:(,)(\d*))?/.exec(this.text.slice(this.at));
    if (!match) throw invalidRegex('invalid repetition count(s)');
    this.at += match[0].length;
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === '' ? Infinity : Number(match[3]);
    if (min > MAX_REPEATS || (max !== Infinity && max > MAX_REPEATS)) throw invalidRegex('invalid repetition count(s)');
    if (this.at >= this.text.length) throw invalidRegex('braces {} not balanced');
    if (!this.accept(this.basic ? '\\}' : '}')) throw invalidRegex('invalid repetition count(s)');
    if (min > max) throw invalidRegex('invalid repetition count(s)');
    const written = preference();
    return {min, max, prefers: match[2] === undefined ? null : written};
  }

  private takeCharacter(): number {
    const code = this.text.codePointAt(this.at)!;
    this.at += code > 0xffff ? 2 : 1;
    return code;
  }

  private atom(first: boolean): Node {
    if (this.basic) return this.basicAtom(first);
    const c = this.text[this.at];
    switch (c) {
      case '*':
      case '+':
      case '?':
        throw invalidRegex(BAD_QUANTIFIER);
      case '{':
        if (this.quantifierAhead()) throw invalidRegex(BAD_QUANTIFIER);
        break;
      case '(':
        this.at++;
        return this.parenthesis();
      case ')':
        if (this.depth > 0 || this.options.flavor === 'advanced') throw invalidRegex('parentheses () not balanced');
        break;
      case '[':
        return this.bracketOrWordEdge();
      case '.':
        this.at++;
        return {kind: 'set', set: this.options.newlineStops ? NOT_NEWLINE : ANY};
      case '^':
        this.at++;
        return {kind: 'assert', what: this.options.newlineAnchors ? 'lineStart' : 'textStart'};
      case '$':
        this.at++;
        return {kind: 'assert', what: this.options.newlineAnchors ? 'lineEnd' : 'textEnd'};
      case '\\':
        this.at++;
        return this.escape();
    }
    return one(this.takeCharacter(), this.options);
  }

  private basicAtom(first: boolean): Node {
    const {newlineAnchors, newlineStops} = this.options;
    if (this.accept('\\(')) return this.captured('\\)');
    const c = this.text[this.at];
    if (c === '.') {
      this.at++;
      return {kind: 'set', set: newlineStops ? NOT_NEWLINE : ANY};
    }
    if (c === '[') return this.bracketOrWordEdge();
    if (c === '^' && first) {
      this.at++;
      return {kind: 'assert', what: newlineAnchors ? 'lineStart' : 'textStart'};
    }
    if (c === '$' && (this.at + 1 === this.text.length || this.text.startsWith('\\)', this.at + 1))) {
      this.at++;
      return {kind: 'assert', what: newlineAnchors ? 'lineEnd' : 'textEnd'};
    }
    if (c === '\\') {
      this.at++;
      if (this.at >= this.text.length) throw invalidRegex(BAD_ESCAPE);
      if (this.accept('<')) return {kind: 'assert', what: 'wordStart'};
      if (this.accept('>')) return {kind: 'assert', what: 'wordEnd'};
      if (/[1-9]/.test(this.text[this.at])) return this.reference(Number(this.text[this.at++]));
    }
    return one(this.takeCharacter(), this.options);
  }

  private parenthesis(): Node {
    if (this.options.flavor !== 'advanced' || !this.startsWith('?')) return this.captured(')');
    if (this.accept('?:')) return {kind: 'group', capture: 0, body: this.enclosed(')')};
    for (const [start, ahead, negated] of lookarounds) {
      if (!this.accept(start)) continue;
      this.looking++;
      const body = this.enclosed(')');
      this.looking--;
      return {kind: 'look', ahead, negated, body};
    }
    throw invalidRegex(BAD_QUANTIFIER);
  }

  private captured(close: string): Node {
    if (this.looking > 0) return {kind: 'group', capture: 0, body: this.enclosed(close)};
    const capture = ++this.captures;
    const body = this.enclosed(close);
    this.closed.add(capture);
    return {kind: 'group', capture, body};
  }

  private enclosed(close: string): Node {
    this.depth++;
    const body = this.alternatives();
    this.depth--;
    if (!this.accept(close)) throw invalidRegex('parentheses () not balanced');
    return body;
  }

  private reference(capture: number): Node {
    if (this.looking > 0 || !this.closed.has(capture)) throw invalidRegex('invalid backreference number');
    return {kind: 'reference', capture};
  }

  private escape(): Node {
    if (this.at >= this.text.length) throw invalidRegex(BAD_ESCAPE);
    const c = this.text[this.at];
    if (this.options.flavor === 'extended' || !/[A-Za-z0-9]/.test(c)) return one(this.takeCharacter(), this.options);
    this.at++;
    const {ignoreCase} = this.options;
    if (c in assertions) return {kind: 'assert', what: assertions[c]};
    if (c.toLowerCase() in shorthands) {
      const negated = c < 'a';
      const term: ClassTerm = {name: shorthands[c.toLowerCase()], negated};
      return {kind: 'set', set: new CharSet([], [term], false, ignoreCase)};
    }
    if (/[1-9]/.test(c)) {
      const digits = /^\d{1,255}/.exec(this.text.slice(this.at - 1))![0];
      // Several digits are an octal number, unless there are so many groups.
      if (digits.length === 1 || Number(digits) <= this.captures) {
        this.at += digits.length - 1;
        return this.reference(Number(digits));
      }
    }
    return one(this.characterEscape(c), this.options);
  }

  /** `c` is read. */
  private characterEscape(c: string): number {
    if (c in characterEscapes) return characterEscapes[c];
    switch (c) {
      case 'c': {
        if (this.at >= this.text.length) throw invalidRegex(BAD_ESCAPE);
        return this.takeCharacter() & 31;
      }
      case 'u':
        return this.hex(/^[0-9A-Fa-f]{4}/);
      case 'U':
        return this.hex(/^[0-9A-Fa-f]{8}/);
      case 'x':
        return this.hex(/^[0-9A-Fa-f]{1,255}/);
    }
    if (/[0-9]/.test(c)) return this.octal();
    throw invalidRegex(BAD_ESCAPE);
  }

  private hex(digits: RegExp): number {
    const match = digits.exec(this.text.slice(this.at));
    if (!match) throw invalidRegex(BAD_ESCAPE);
    this.at += match[0].length;
    const code = parseInt(match[0], 16);
    if (code > 0x10ffff) throw invalidRegex(BAD_ESCAPE);
    return code;
  }

  private octal(): number {
    this.at--;
    let digits = /^[0-7]{1,3}/.exec(this.text.slice(this.at))?.[0];
    if (digits === undefined) throw invalidRegex(BAD_ESCAPE);
    if (parseInt(digits, 8) > 0xff) digits = digits.slice(0, 2);
    this.at += digits.length;
    return parseInt(digits, 8);
  }

  private bracketOrWordEdge(): Node {
    if (this.accept('[[:<:]]')) return {kind: 'assert', what: 'wordStart'};
    if (this.accept('[[:>:]]')) return {kind: 'assert', what: 'wordEnd'};
    this.at++;
    return this.bracket();
  }

  private bracket(): Node {
    const negated = this.accept('^');
    const ranges: Range[] = [];
    const terms: ClassTerm[] = [];
    for (let first = true; first || !this.startsWith(']'); first = false) {
      const low = this.bracketItem(terms, first);
      if (low === null) {
        if (this.startsWith('-') && this.text[this.at + 1] !== ']') throw invalidRegex('invalid character range');
        continue;
      }
      let high = low;
      if (this.startsWith('-') && this.text[this.at + 1] !== ']' && this.at + 1 < this.text.length) {
        this.at++;
        const end = this.bracketItem(terms, true);
        if (this.at >= this.text.length) throw invalidRegex('brackets [] not balanced');
        if (end === null || end < low) throw invalidRegex('invalid character range');
        high = end;
        if (this.startsWith('-') && this.text[this.at + 1] !== ']') throw invalidRegex('invalid character range');
      }
      ranges.push([low, high]);
    }
    this.at++;
    if (negated && this.options.newlineStops) ranges.push([10, 10]);
    return {kind: 'set', set: new CharSet(ranges, terms, negated, this.options.ignoreCase)};
  }

  /** The next character of a bracket; null where it is a class, put into `terms`. A "]" stands for itself at first. */
  private bracketItem(terms: ClassTerm[], first: boolean): number | null {
    if (this.at >= this.text.length) throw invalidRegex('brackets [] not balanced');
    const c = this.text[this.at];
    if (c === '[' && /[.:=]/.test(this.text[this.at + 1] ?? '')) return this.bracketTerm(terms);
    if (c === '-' && !first && this.at + 1 < this.text.length && this.text[this.at + 1] !== ']')
      throw invalidRegex('invalid character range');
    if (c !== '\\' || this.options.flavor !== 'advanced') return this.takeCharacter();
    this.at++;
    if (this.at >= this.text.length) throw invalidRegex(BAD_ESCAPE);
    const escaped = this.text[this.at];
    if (!/[A-Za-z0-9]/.test(escaped)) return this.takeCharacter();
    this.at++;
    if (escaped.toLowerCase() in shorthands) {
      terms.push({name: shorthands[escaped.toLowerCase()], negated: escaped < 'a'});
      return null;
    }
    // What would be a reference has no meaning here; more digits may be an octal number.
    if (/[1-9]/.test(escaped) && !/[0-9]/.test(this.text[this.at] ?? '')) throw invalidRegex(BAD_ESCAPE);
    return this.characterEscape(escaped);
  }

  private bracketTerm(terms: ClassTerm[]): number | null {
    const kind = this.text[this.at + 1];
    const end = this.text.indexOf(`${kind}]`, this.at + 2);
    if (end < 0) throw invalidRegex('brackets [] not balanced');
    const name = this.text.slice(this.at + 2, end);
    this.at = end + 2;
    if (kind === ':') {
      if (!isClassName(name)) throw invalidRegex('invalid character class');
      terms.push({name, negated: false});
      return null;
    }
    const code = collatingElement(name);
    if (code === null) throw invalidRegex('invalid collating element');
    return code;
  }
}

const lookarounds: readonly (readonly [start: string, ahead: boolean, negated: boolean])[] = [
  ['?=', true, false],
  ['?!', true, true],
  ['?<=', false, false],
  ['?<!', false, true],
];
