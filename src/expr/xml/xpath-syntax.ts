import {SqlError} from '../../types/sql-error.ts';

// XPath 1.0 (https://www.w3.org/TR/1999/REC-xpath-19991116/): expressions as trees.

export type Axis = (typeof AXES)[number];

export type NodeTest =
  | {readonly kind: 'name'; readonly prefix: string | null; readonly local: string | null}
  | {readonly kind: 'node' | 'text' | 'comment'}
  | {readonly kind: 'processing-instruction'; readonly target: string | null};

export type Step = {readonly axis: Axis; readonly test: NodeTest; readonly predicates: readonly XPath[]};

export type XPath =
  | {readonly op: 'number'; readonly value: number}
  | {readonly op: 'string'; readonly value: string}
  | {readonly op: 'call'; readonly name: string; readonly args: readonly XPath[]}
  | {readonly op: 'negate'; readonly arg: XPath}
  | {readonly op: BinaryOperator; readonly left: XPath; readonly right: XPath}
  /** From the document, from a value, or (null) from where one stands. */
  | {readonly op: 'path'; readonly from: 'root' | XPath | null; readonly steps: readonly Step[]}
  | {readonly op: 'filter'; readonly arg: XPath; readonly predicates: readonly XPath[]};

type BinaryOperator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod' | '|';

const AXES = [
  'ancestor',
  'ancestor-or-self',
  'attribute',
  'child',
  'descendant',
  'descendant-or-self',
  'following',
  'following-sibling',
  'namespace',
  'parent',
  'preceding',
  'preceding-sibling',
  'self',
] as const;

/** From the loosest on. */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];
const NODE_TYPES: ReadonlySet<string> = new Set(['node', 'text', 'comment', 'processing-instruction']);
const MAX_NESTING = 200;
/** Trees of chains of operators are as deep as the chains are long. */
const MAX_TOKENS = 5000;

const NAME = String.raw`[\p{L}_][\p{L}\p{Nd}\p{M}_.·-]*`;
const TOKEN = new RegExp(
  String.raw`\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|("[^"]*"|'[^']*')|(${NAME}(?::(?!:)(?:${NAME}|\*))?)|(\/\/|::|\.\.|!=|<=|>=|[()[\].@,/|+=<>*$-]))`,
  'uy',
);

type Token = {readonly kind: 'number' | 'string' | 'name' | 'symbol'; readonly text: string};

/** Errors: XX000. */
export function parseXPath(text: string): XPath {
  return new Parser(tokensOf(text)).whole();
}

function invalid(): SqlError {
  return new SqlError('XX000', 'invalid XPath expression');
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) throw invalid();
    if (tokens.length === MAX_TOKENS) throw invalid();
    const [, number, string, name, symbol] = found;
    if (number !== undefined) tokens.push({kind: 'number', text: number});
    else if (string !== undefined) tokens.push({kind: 'string', text: string.slice(1, -1)});
    else if (name !== undefined) tokens.push({kind: 'name', text: name});
    else tokens.push({kind: 'symbol', text: symbol});
  }
  return tokens;
}

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private nesting = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): XPath {
    const expression = this.binary(0);
    if (this.at < this.tokens.length) throw invalid();
    return expression;
  }

  private is(text: string, ahead = 0): boolean {
    const token = this.tokens[this.at + ahead];
    return token?.kind === 'symbol' && token.text === text;
  }

  private accept(text: string): boolean {
    const found = this.is(text);
    if (found) this.at++;
    return found;
  }

  private expect(text: string): void {
    if (!this.accept(text)) throw invalid();
  }

  private nested(): XPath {
    if (++this.nesting > MAX_NESTING) throw invalid();
    const expression = this.binary(0);
    this.nesting--;
    return expression;
  }

  /** Where an operator may stand, `and`, `div` and `*` are operators. */
  private binary(level: number): XPath {
    if (level === LEVELS.length) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const token = this.tokens[this.at];
      const op = LEVELS[level].find(operator => token?.text === operator && token.kind !== 'string');
      if (op === undefined) break;
      this.at++;
      left = {op, left, right: this.binary(level + 1)};
    }
    return left;
  }

  private unary(): XPath {
    let negations = 0;
    while (this.accept('-')) negations++;
    let value = this.path();
    while (this.accept('|')) value = {op: '|', left: value, right: this.path()};
    return negations === 0 ? value : {op: 'negate', arg: negations % 2 === 1 ? value : {op: 'negate', arg: value}};
  }

  private path(): XPath {
    if (this.is('/') || this.is('//')) {
      const deep = this.accept('//');
      if (!deep) this.at++;
      if (!deep && !this.beginsStep()) return {op: 'path', from: 'root', steps: []};
      return {op: 'path', from: 'root', steps: this.steps(deep)};
    }
    if (!this.beginsPrimary()) return {op: 'path', from: null, steps: this.steps(false)};
    const primary = this.filtered();
    if (this.accept('/')) return {op: 'path', from: primary, steps: this.steps(false)};
    return this.accept('//') ? {op: 'path', from: primary, steps: this.steps(true)} : primary;
  }

  private beginsStep(): boolean {
    const token = this.tokens[this.at];
    if (!token) return false;
    return token.kind === 'name' || ['.', '..', '@', '*'].some(symbol => this.is(symbol));
  }

  private beginsPrimary(): boolean {
    const token = this.tokens[this.at];
    if (!token) throw invalid();
    if (token.kind === 'number' || token.kind === 'string' || this.is('(') || this.is('$')) return true;
    return token.kind === 'name' && this.is('(', 1) && !NODE_TYPES.has(token.text);
  }

  private filtered(): XPath {
    const arg = this.primary();
    const predicates = this.predicates();
    return predicates.length > 0 ? {op: 'filter', arg, predicates} : arg;
  }

  private primary(): XPath {
    const {kind, text} = this.tokens[this.at++];
    if (kind === 'number') return {op: 'number', value: Number(text)};
    if (kind === 'string') return {op: 'string', value: text};
    if (text === '$' && kind === 'symbol') {
      const variable = this.tokens[this.at++];
      if (variable?.kind !== 'name') throw invalid();
      return {op: 'call', name: `$${variable.text}`, args: []};
    }
    if (kind === 'symbol') {
      const inner = this.nested();
      this.expect(')');
      return inner;
    }
    this.expect('(');
    const args: XPath[] = [];
    if (!this.is(')')) {
      do args.push(this.nested());
      while (this.accept(','));
    }
    this.expect(')');
    return {op: 'call', name: text, args};
  }

  private steps(deep: boolean): Step[] {
    const steps: Step[] = [];
    const everywhere: Step = {axis: 'descendant-or-self', test: {kind: 'node'}, predicates: []};
    if (deep) steps.push(everywhere);
    for (;;) {
      steps.push(this.step());
      if (this.accept('//')) steps.push(everywhere);
      else if (!this.accept('/')) return steps;
    }
  }

  private step(): Step {
    if (this.accept('.')) return {axis: 'self', test: {kind: 'node'}, predicates: this.predicates()};
    if (this.accept('..')) return {axis: 'parent', test: {kind: 'node'}, predicates: this.predicates()};
    const axis = this.axis();
    const test = this.test();
    return {axis, test, predicates: this.predicates()};
  }

  private axis(): Axis {
    if (this.accept('@')) return 'attribute';
    if (!this.is('::', 1)) return 'child';
    const axis = AXES.find(name => name === this.tokens[this.at].text);
    if (!axis) throw invalid();
    this.at += 2;
    return axis;
  }

  private test(): NodeTest {
    if (this.accept('*')) return {kind: 'name', prefix: null, local: null};
    const token = this.tokens[this.at++];
    if (token?.kind !== 'name') throw invalid();
    if (NODE_TYPES.has(token.text) && this.accept('(')) {
      const target = this.tokens[this.at];
      const named = token.text === 'processing-instruction' && target?.kind === 'string';
      if (named) this.at++;
      this.expect(')');
      if (token.text !== 'processing-instruction') return {kind: token.text as 'node'};
      return {kind: token.text, target: named ? target.text : null};
    }
    const [prefix, local] = token.text.includes(':') ? token.text.split(':') : [null, token.text];
    return {kind: 'name', prefix, local: local === '*' ? null : local};
  }

  private predicates(): XPath[] {
    const predicates: XPath[] = [];
    while (this.accept('[')) {
      predicates.push(this.nested());
      this.expect(']');
    }
    return predicates;
  }
}
