import {decimalNegate} from '../decimal-arithmetic.ts';
import {decimalParse} from '../decimal-value.ts';
import {SqlError} from '../sql-error.ts';
import {type PathToken, pathSyntaxError, pathTokens} from './lexer.ts';
import type {
  ArithmeticOperator,
  ComparisonOperator,
  JsonPath,
  MethodName,
  PathItem,
  PathStep,
  RegexFlags,
} from './path.ts';

/** The path that a text means. Errors: 42601, 22P02, 22P05, 0A000. */
export function parseJsonPath(text: string): JsonPath {
  return new PathParser(text).document();
}

/** Words of the grammar, in any case; null, true and false are known in lower case alone. */
const words = new Set(
  'is to abs lax last size type with flag floor double exists starts strict ceiling unknown datetime keyvalue like_regex'.split(
    ' ',
  ),
);

const methods = new Set(['abs', 'size', 'type', 'floor', 'double', 'ceiling', 'keyvalue']);
const comparisons: Readonly<Record<string, ComparisonOperator>> = {
  '==': '==',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** An expression gives items; a predicate a truth value, and cannot stand where items are computed with. */
type Parsed = {readonly item: PathItem; readonly predicate: boolean; readonly parenthesised: boolean};

class PathParser {
  private readonly tokens: readonly PathToken[];
  private at = 0;
  /** Within how many filters, and within a subscript. */
  private filters = 0;
  private inSubscript = false;

  constructor(text: string) {
    this.tokens = pathTokens(text);
  }

  document(): JsonPath {
    if (this.tokens.length === 1) {
      throw new SqlError('22P02', 'invalid input syntax for type jsonpath: ""');
    }
    const strict = this.acceptWord('strict');
    if (!strict) this.acceptWord('lax');
    const {item} = this.disjunction();
    if (this.token.kind !== 'end') throw this.unexpected();
    return {strict, root: item};
  }

  private disjunction(): Parsed {
    let left = this.conjunction();
    while (this.atSymbol('||')) {
      this.requirePredicate(left);
      this.at++;
      const right = this.conjunction();
      this.requirePredicate(right);
      left = predicate({kind: 'binary', operator: '||', left: left.item, right: right.item});
    }
    return left;
  }

  private conjunction(): Parsed {
    let left = this.comparison();
    while (this.atSymbol('&&')) {
      this.requirePredicate(left);
      this.at++;
      const right = this.comparison();
      this.requirePredicate(right);
      left = predicate({kind: 'binary', operator: '&&', left: left.item, right: right.item});
    }
    return left;
  }

  private comparison(): Parsed {
    if (this.atSymbol('!')) return this.negation();
    const left = this.sum();
    if (left.predicate) return left;
    const operator = this.token.kind === 'symbol' ? comparisons[this.token.value] : undefined;
    if (operator) {
      this.at++;
      const right = this.sum();
      this.requireExpression(right);
      return predicate({kind: 'binary', operator, left: left.item, right: right.item});
    }
    if (this.acceptWord('starts')) {
      this.expectWord('with');
      const right = this.stringOrVariable();
      return predicate({kind: 'binary', operator: 'starts with', left: left.item, right});
    }
    if (this.acceptWord('like_regex')) {
      const pattern = this.string();
      const flags = this.acceptWord('flag') ? this.string() : '';
      return predicate({kind: 'likeRegex', operand: left.item, pattern, flags: regexFlags(flags)});
    }
    return left;
  }

  private negation(): Parsed {
    this.at++;
    if (this.isWord('exists')) return predicate({kind: 'not', operand: this.exists()});
    if (!this.atSymbol('(')) throw this.unexpected();
    this.at++;
    const operand = this.disjunction();
    this.requirePredicate(operand);
    this.expectSymbol(')');
    return predicate({kind: 'not', operand: operand.item});
  }

  private exists(): PathItem {
    this.at++;
    this.expectSymbol('(');
    const operand = this.disjunction();
    this.requireExpression(operand);
    this.expectSymbol(')');
    return {kind: 'exists', operand: operand.item};
  }

  private sum(): Parsed {
    let left = this.product();
    while (this.atSymbol('+') || this.atSymbol('-')) left = this.arithmetic(left, () => this.product());
    return left;
  }

  private product(): Parsed {
    let left = this.unary();
    while (this.atSymbol('*') || this.atSymbol('/') || this.atSymbol('%')) {
      left = this.arithmetic(left, () => this.unary());
    }
    return left;
  }

  private arithmetic(left: Parsed, operand: () => Parsed): Parsed {
    this.requireExpression(left);
    const operator = this.token.value as ArithmeticOperator;
    this.at++;
    const right = operand();
    this.requireExpression(right);
    return expression({kind: 'binary', operator, left: left.item, right: right.item});
  }

  private unary(): Parsed {
    if (!this.atSymbol('+') && !this.atSymbol('-')) return this.primary();
    const operator = this.token.value as '+' | '-';
    this.at++;
    const {item, ...rest} = this.unary();
    this.requireExpression({item, ...rest});
    if (item.kind === 'number')
      return expression(operator === '+' ? item : {...item, value: decimalNegate(item.value)});
    return expression({kind: 'unary', operator, operand: item});
  }

  private primary(): Parsed {
    if (this.isWord('exists')) return predicate(this.exists());
    if (this.atSymbol('(')) return this.parenthesis();
    return expression(this.withSteps(this.start()));
  }

  private parenthesis(): Parsed {
    this.at++;
    const inner = this.disjunction();
    this.expectSymbol(')');
    if (inner.predicate && this.acceptWord('is')) {
      this.expectWord('unknown');
      return predicate({kind: 'isUnknown', operand: inner.item});
    }
    if (this.atStep()) return expression(this.withSteps(inner.item));
    return {...inner, parenthesised: true};
  }

  private start(): PathItem {
    const {kind, value} = this.token;
    this.at++;
    switch (kind) {
      case 'string':
        return {kind: 'string', value};
      case 'number':
      case 'integer':
        return {kind: 'number', value: decimalParse(value)};
      case 'variable':
        return {kind: 'variable', name: value};
      case 'symbol':
        if (value === '$') return {kind: 'root'};
        if (value === '@') {
          if (this.filters === 0) throw new SqlError('42601', '@ is not allowed in root expressions');
          return {kind: 'current'};
        }
        break;
      case 'name':
        if (value === 'null') return {kind: 'null'};
        if (value === 'true' || value === 'false') return {kind: 'boolean', value: value === 'true'};
        if (value.toLowerCase() === 'last') {
          if (!this.inSubscript) throw new SqlError('42601', 'LAST is allowed only in array subscripts');
          return {kind: 'last'};
        }
    }
    this.at--;
    throw this.unexpected();
  }

  private atStep(): boolean {
    return this.atSymbol('.') || this.atSymbol('[') || this.atSymbol('?');
  }

  private withSteps(start: PathItem): PathItem {
    const steps: PathStep[] = [];
    while (this.atStep()) steps.push(this.step());
    if (steps.length === 0) return start;
    // A chain in parentheses goes on.
    if (start.kind === 'chain') return {...start, steps: [...start.steps, ...steps]};
    return {kind: 'chain', start, steps};
  }

  private step(): PathStep {
    const symbol = this.token.value;
    this.at++;
    if (symbol === '[') return this.subscripts();
    if (symbol === '?') {
      this.expectSymbol('(');
      this.filters++;
      const condition = this.disjunction();
      this.filters--;
      this.requirePredicate(condition);
      this.expectSymbol(')');
      return {kind: 'filter', predicate: condition.item};
    }
    return this.member();
  }

  private subscripts(): PathStep {
    if (this.acceptSymbol('*')) {
      this.expectSymbol(']');
      return {kind: 'anyElement'};
    }
    const outer = this.inSubscript;
    this.inSubscript = true;
    const ranges: {from: PathItem; to: PathItem | null}[] = [];
    do {
      const from = this.subscript();
      ranges.push({from, to: this.acceptWord('to') ? this.subscript() : null});
    } while (this.acceptSymbol(','));
    this.inSubscript = outer;
    this.expectSymbol(']');
    return {kind: 'subscripts', ranges};
  }

  private subscript(): PathItem {
    const parsed = this.sum();
    this.requireExpression(parsed);
    return parsed.item;
  }

  /** What follows a dot. */
  private member(): PathStep {
    if (this.acceptSymbol('*')) return {kind: 'anyKey'};
    if (this.acceptSymbol('**')) return this.descendants();
    const {kind, value} = this.token;
    if (kind !== 'name' && kind !== 'string') throw this.unexpected();
    const word = value.toLowerCase();
    this.at++;
    if (kind === 'name' && this.atSymbol('(')) {
      if (methods.has(word)) {
        this.at++;
        this.expectSymbol(')');
        return {kind: 'method', name: word as MethodName};
      }
      if (word === 'datetime') {
        this.at++;
        const template = this.token.kind === 'string' ? this.string() : null;
        this.expectSymbol(')');
        return {kind: 'datetime', template};
      }
    }
    return {kind: 'key', name: value};
  }

  private descendants(): PathStep {
    if (!this.acceptSymbol('{')) return {kind: 'descendants', first: 0, last: null};
    const first = this.level();
    const last = this.acceptWord('to') ? this.level() : first;
    this.expectSymbol('}');
    return {kind: 'descendants', first, last};
  }

  private level(): number | null {
    if (this.acceptWord('last')) return null;
    if (this.token.kind !== 'integer') throw this.unexpected();
    const level = Number(this.token.value);
    this.at++;
    return level;
  }

  private string(): string {
    if (this.token.kind !== 'string') throw this.unexpected();
    return this.tokens[this.at++].value;
  }

  private stringOrVariable(): PathItem {
    const {kind, value} = this.token;
    if (kind !== 'string' && kind !== 'variable') throw this.unexpected();
    this.at++;
    return kind === 'string' ? {kind, value} : {kind, name: value};
  }

  private get token(): PathToken {
    return this.tokens[this.at];
  }

  private isWord(word: string): boolean {
    return this.token.kind === 'name' && this.token.value.toLowerCase() === word && words.has(word);
  }

  private acceptWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.at++;
    return true;
  }

  private expectWord(word: string): void {
    if (!this.acceptWord(word)) throw this.unexpected();
  }

  private atSymbol(symbol: string): boolean {
    return this.token.kind === 'symbol' && this.token.value === symbol;
  }

  private acceptSymbol(symbol: string): boolean {
    if (!this.atSymbol(symbol)) return false;
    this.at++;
    return true;
  }

  private expectSymbol(symbol: string): void {
    if (!this.acceptSymbol(symbol)) throw this.unexpected();
  }

  private requirePredicate(parsed: Parsed): void {
    if (!parsed.predicate) throw this.unexpected();
  }

  private requireExpression(parsed: Parsed): void {
    if (parsed.predicate) throw this.unexpected();
  }

  private unexpected(): SqlError {
    return pathSyntaxError('syntax error', this.token.text === '' ? null : this.token.text);
  }
}

function predicate(item: PathItem): Parsed {
  return {item, predicate: true, parenthesised: false};
}

function expression(item: PathItem): Parsed {
  return {item, predicate: false, parenthesised: false};
}

/** Errors: 42601 an unknown letter, 0A000 x. */
function regexFlags(letters: string): RegexFlags {
  const unknown = [...letters].find(letter => !'ismxq'.includes(letter));
  if (unknown !== undefined) {
    throw new SqlError('42601', 'invalid input syntax for type jsonpath', {
      detail: `Unrecognized flag character "${unknown}" in LIKE_REGEX predicate.`,
    });
  }
  const flags = {
    ignoreCase: letters.includes('i'),
    dotAll: letters.includes('s'),
    multiline: letters.includes('m'),
    expanded: letters.includes('x'),
    quoted: letters.includes('q'),
  };
  if (flags.expanded && !flags.quoted) {
    throw new SqlError('0A000', 'XQuery "x" flag (expanded regular expressions) is not implemented');
  }
  return flags;
}
