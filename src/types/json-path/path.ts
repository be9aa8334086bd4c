import type {Decimal} from '../decimal.ts';

/**
 * A SQL/JSON path, as data. An accessor chain is a list: what it starts from, then one step after another.
 */
export type JsonPath = {readonly strict: boolean; readonly root: PathItem};

export type PathItem =
  | {readonly kind: 'null' | 'root' | 'current' | 'last'}
  | {readonly kind: 'boolean'; readonly value: boolean}
  | {readonly kind: 'string'; readonly value: string}
  | {readonly kind: 'number'; readonly value: Decimal}
  | {readonly kind: 'variable'; readonly name: string}
  | {readonly kind: 'chain'; readonly start: PathItem; readonly steps: readonly PathStep[]}
  | {readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: PathItem; readonly right: PathItem}
  | {readonly kind: 'unary'; readonly operator: '+' | '-'; readonly operand: PathItem}
  | {readonly kind: 'not' | 'isUnknown' | 'exists'; readonly operand: PathItem}
  | {readonly kind: 'likeRegex'; readonly operand: PathItem; readonly pattern: string; readonly flags: RegexFlags};

export type PathStep =
  | {readonly kind: 'key'; readonly name: string}
  | {readonly kind: 'anyKey' | 'anyElement'}
  /** `[1, 2 to last]`. */
  | {readonly kind: 'subscripts'; readonly ranges: readonly {readonly from: PathItem; readonly to: PathItem | null}[]}
  /** `.**{first to last}`; null: `last`, the deepest level. */
  | {readonly kind: 'descendants'; readonly first: number | null; readonly last: number | null}
  | {readonly kind: 'filter'; readonly predicate: PathItem}
  | {readonly kind: 'method'; readonly name: MethodName}
  | {readonly kind: 'datetime'; readonly template: string | null};

export type MethodName = 'type' | 'size' | 'double' | 'ceiling' | 'floor' | 'abs' | 'keyvalue';

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';
type BinaryOperator = '&&' | '||' | 'starts with' | ComparisonOperator | ArithmeticOperator;

export type RegexFlags = {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
  readonly multiline: boolean;
  readonly expanded: boolean;
  readonly quoted: boolean;
};

const priorities: Readonly<Partial<Record<BinaryOperator, number>>> = {
  '||': 0,
  '&&': 1,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '%': 4,
};

/** How tightly an item binds, as its printed form takes it; what is no operator binds tightest. */
export function priorityOf(item: PathItem): number {
  if (item.kind === 'binary') return priorities[item.operator] ?? 2;
  return item.kind === 'unary' ? 5 : 6;
}
