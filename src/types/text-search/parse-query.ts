import {SqlError} from '../sql-error.ts';
import {isSpace, type ReadWord, readWord} from './lexeme-reader.ts';
import {withoutStops} from './query-stops.ts';
import {type BinaryQuery, PRIORITY, type QueryNode, type TextQuery} from './query.ts';
import {MAX_POSITION} from './vector.ts';

/** A query while words that nobody looks for still hold a place in its phrases. */
export type PlacedQuery =
  | QueryNode
  | {readonly op: 'stop'}
  | {readonly op: 'not'; readonly arg: PlacedQuery}
  | {
      readonly op: 'and' | 'or' | 'phrase';
      readonly distance?: number;
      readonly left: PlacedQuery;
      readonly right: PlacedQuery;
    };

/** What a word of the text is to be: itself, or what a dictionary makes of it. */
export type WordMeaning = (text: string, weights: number, prefix: boolean) => PlacedQuery;

export const asItIs: WordMeaning = (text, weights, prefix) => {
  if (Buffer.byteLength(text) > MAX_LEXEME) throw new SqlError('54000', `word is too long in tsquery: "${text}"`);
  return {op: 'lexeme', text, weights, prefix};
};

type Operator = 'not' | BinaryQuery['op'];

type Token =
  | {readonly kind: 'word'; readonly text: string; readonly weights: number; readonly prefix: boolean}
  | {readonly kind: 'operator'; readonly op: Operator; readonly distance: number}
  | {readonly kind: 'open' | 'close' | 'stop' | 'end'};

/** Bytes. */
const MAX_LEXEME = 2046;
const MAX_OPERATORS = 32;
const WEIGHT_BITS = 'DCBA';

/** The text of a tsquery, or of to_tsquery. Errors: 42601, 22023, 54000, XX000 too many operators wait. */
export function parseQuery(text: string, meaning: WordMeaning = asItIs): TextQuery {
  return withoutStops(new QueryParser(new StandardTokens(text), meaning).parse());
}

/** The text of websearch_to_tsquery: there is nothing that it could not read. */
export function parseWebQuery(text: string, meaning: WordMeaning): TextQuery {
  return withoutStops(new QueryParser(new WebTokens(text), meaning).parse());
}

interface Tokens {
  next(): Token;
}

/** Operator precedence by a stack, as the tokens come. */
class QueryParser {
  private readonly tokens: Tokens;
  private readonly meaning: WordMeaning;
  private depth = 0;

  constructor(tokens: Tokens, meaning: WordMeaning) {
    this.tokens = tokens;
    this.meaning = meaning;
  }

  parse(): PlacedQuery | null {
    return this.group() ?? null;
  }

  /** What stands in parentheses, or all of it. */
  private group(): PlacedQuery | undefined {
    if (++this.depth > 1000) throw new SqlError('54001', 'stack depth limit exceeded');
    const operands: PlacedQuery[] = [];
    const waiting: {op: Operator; distance: number}[] = [];
    const apply = (): void => {
      const {op, distance} = waiting.pop()!;
      const right = operands.pop()!;
      if (op === 'not') operands.push({op, arg: right});
      else operands.push({op, distance, left: operands.pop()!, right});
    };
    for (;;) {
      const token = this.tokens.next();
      switch (token.kind) {
        case 'word':
          operands.push(this.meaning(token.text, token.weights, token.prefix));
          break;
        case 'stop':
          operands.push({op: 'stop'});
          break;
        case 'open':
          operands.push(this.group()!);
          break;
        case 'operator': {
          const {op} = token;
          // NOT alone binds to the right.
          const binds = (other: Operator) =>
            op === 'not' ? PRIORITY[other] > PRIORITY[op] : PRIORITY[other] >= PRIORITY[op];
          while (waiting.length > 0 && binds(waiting.at(-1)!.op)) apply();
          if (waiting.length === MAX_OPERATORS) throw new SqlError('XX000', 'tsquery stack too small');
          waiting.push(token);
          break;
        }
        default:
          while (waiting.length > 0) apply();
          this.depth--;
          return operands[0];
      }
    }
  }
}

function syntaxError(text: string): SqlError {
  return new SqlError('42601', `syntax error in tsquery: "${text}"`);
}

class StandardTokens implements Tokens {
  private readonly text: string;
  private at = 0;
  private open = 0;
  private wanted: 'first' | 'operand' | 'operator' = 'first';

  constructor(text: string) {
    this.text = text;
  }

  next(): Token {
    const {text} = this;
    while (this.at < text.length && isSpace(text[this.at])) this.at++;
    return this.wanted === 'operator' ? this.operator() : this.operand();
  }

  private operand(): Token {
    const {text} = this;
    const character = text[this.at];
    if (character === ':') throw syntaxError(text);
    if (character === '!' || character === '(') {
      this.at++;
      this.wanted = 'operand';
      if (character === '!') return {kind: 'operator', op: 'not', distance: 0};
      this.open++;
      return {kind: 'open'};
    }
    const word = readWord(text, this.at, {operators: true, web: false});
    if (!word) {
      if (this.wanted === 'first') return {kind: 'end'};
      throw new SqlError('42601', `no operand in tsquery: "${text}"`);
    }
    this.wanted = 'operator';
    return this.withModifiers(word);
  }

  /** `:AB*` */
  private withModifiers({text, end}: ReadWord): Token {
    const found = /^:([abcd*]*)/i.exec(this.text.slice(end))?.[1].toUpperCase();
    this.at = end + (found === undefined ? 0 : found.length + 1);
    const weights = [...(found ?? '')].reduce(
      (bits, letter) => bits | (letter === '*' ? 0 : 1 << WEIGHT_BITS.indexOf(letter)),
      0,
    );
    return {kind: 'word', text, weights, prefix: found?.includes('*') ?? false};
  }

  private operator(): Token {
    const {text} = this;
    if (this.at === text.length) {
      if (this.open > 0) throw syntaxError(text);
      return {kind: 'end'};
    }
    const character = text[this.at];
    if (character === ')') {
      this.at++;
      if (--this.open < 0) throw syntaxError(text);
      return {kind: 'close'};
    }
    const phrase = /^<(?:-|(\d+))>/.exec(text.slice(this.at));
    if (phrase) {
      const distance = phrase[1] === undefined ? 1 : checkedDistance(Number(phrase[1]));
      return this.took(phrase[0].length, 'phrase', distance);
    }
    if (character === '&') return this.took(1, 'and');
    if (character === '|') return this.took(1, 'or');
    throw syntaxError(text);
  }

  private took(length: number, op: Operator, distance = 0): Token {
    this.at += length;
    this.wanted = 'operand';
    return {kind: 'operator', op, distance};
  }
}

/** Errors: 22023. */
export function checkedDistance(distance: number): number {
  if (distance >= 0 && distance <= MAX_POSITION + 1) return distance;
  throw new SqlError(
    '22023',
    `distance in phrase operator must be an integer value between zero and ${MAX_POSITION + 1} inclusive`,
  );
}

/** Words are joined by AND; "…" is a phrase, - leaves out, `or` is a choice, and nothing else means anything. */
class WebTokens implements Tokens {
  private readonly text: string;
  private at = 0;
  private wanted: 'first' | 'operand' | 'operator' = 'first';

  constructor(text: string) {
    this.text = text;
  }

  next(): Token {
    const {text} = this;
    while (this.at < text.length && (isSpace(text[this.at]) || /[!&|()<]/.test(text[this.at]))) {
      // An operator that means nothing still asks for another operand.
      if (this.wanted === 'first' && !isSpace(text[this.at])) this.wanted = 'operand';
      this.at++;
    }
    return this.wanted === 'operator' ? this.operator() : this.operand();
  }

  private operand(): Token {
    const {text} = this;
    if (text[this.at] === '-') {
      this.at++;
      this.wanted = 'operand';
      return {kind: 'operator', op: 'not', distance: 0};
    }
    if (text[this.at] === '"') return this.quoted();
    const word = readWord(text, this.at, {operators: true, web: true});
    if (!word) {
      if (this.wanted === 'first') return {kind: 'end'};
      this.wanted = 'operator';
      return {kind: 'stop'};
    }
    this.at = word.end;
    this.wanted = 'operator';
    return {kind: 'word', text: word.text, weights: 0, prefix: false};
  }

  private quoted(): Token {
    const start = this.at + 1;
    const end = this.text.indexOf('"', start);
    const text = this.text.slice(start, end < 0 ? undefined : end);
    this.at = end < 0 ? this.text.length : end + 1;
    this.wanted = 'operator';
    return {kind: 'word', text, weights: 0, prefix: false};
  }

  private operator(): Token {
    if (this.at >= this.text.length) return {kind: 'end'};
    this.wanted = 'operand';
    // A word of its own with something behind it.
    const or = /^or(?![-_\p{L}\p{N}])[^]\s*\S/iu.test(this.text.slice(this.at));
    if (or) this.at += 2;
    return {kind: 'operator', op: or ? 'or' : 'and', distance: 0};
  }
}
