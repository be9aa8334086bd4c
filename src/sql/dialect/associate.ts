import type {Dialect} from './dialect.ts';
import {type Foreign, isForeign} from './foreign.ts';

// node-sql-parser associates some operators wrongly (a AND b OR c becomes a AND (b OR c)). In what order they stand, and what
// stands in parentheses, it does tell; so they are associated anew.

/** An operand, or an operator: a binary one, or one in front of its operand. */
type Item =
  | {readonly kind: 'operand'; readonly node: Foreign}
  | {readonly kind: 'binary' | 'prefix'; readonly operator: string; readonly node: Foreign};

export type Associated =
  | {readonly kind: 'operand'; readonly node: Foreign}
  | {readonly kind: 'prefix'; readonly operator: string; readonly operand: Associated}
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Associated;
      readonly right: Associated;
      readonly node: Foreign;
    };

const OR = 1;
const XOR = 2;
const AND = 3;
const NOT = 4;
const COMPARE = 5;
const BIT_OR = 6;
const BIT_AND = 7;
const SHIFT = 8;
const ADD = 9;
const MULTIPLY = 10;
const BIT_XOR = 11;
const TIGHT = 12;

const powers: Readonly<Record<string, number>> = {
  OR,
  XOR,
  AND,
  '&&': AND,
  '|': BIT_OR,
  '&': BIT_AND,
  '<<': SHIFT,
  '>>': SHIFT,
  '+': ADD,
  '-': ADD,
  '*': MULTIPLY,
  '/': MULTIPLY,
  '%': MULTIPLY,
  DIV: MULTIPLY,
  MOD: MULTIPLY,
  '^': BIT_XOR,
  '->': TIGHT,
  '->>': TIGHT,
  '::': TIGHT,
};

const barPowers: Readonly<Record<Dialect['bars'], number>> = {
  or: OR,
  postgres: BIT_OR,
  additive: ADD,
  multiplicative: MULTIPLY,
  tight: TIGHT,
};

function powerOf(operator: string, dialect: Dialect): number {
  if (operator === '||') return barPowers[dialect.bars];
  return powers[operator] ?? COMPARE;
}

/** The operators around a node, and in it as far as no parentheses part them, as the dialect means them. */
export function associate(node: Foreign, dialect: Dialect): Associated {
  const items: Item[] = [];
  flatten(node, items, true);
  return new Association(withNullSafe(items), dialect).expression(0);
}

export function isOperator(node: Foreign): boolean {
  return node.type === 'binary_expr' || node.type === 'unary_expr';
}

function flatten(node: unknown, items: Item[], top = false): void {
  if (!isForeign(node)) return;
  if (!isOperator(node) || (!top && node.parentheses)) items.push({kind: 'operand', node});
  else if (node.type === 'unary_expr') {
    items.push({kind: 'prefix', operator: String(node.operator).toUpperCase(), node});
    flatten(node.expr, items);
  } else {
    flatten(node.left, items);
    items.push({kind: 'binary', operator: String(node.operator).toUpperCase(), node});
    flatten(node.right, items);
  }
}

/** `a = zsafe + b` is how prepare.ts writes `a <=> b`. */
function withNullSafe(items: readonly Item[]): readonly Item[] {
  const isMark = (item: Item | undefined): boolean => item?.kind === 'operand' && item.node.column === 'zsafe';
  return items.flatMap((item, i): Item[] => {
    if (isMark(item) || isMark(items[i - 1])) return [];
    return item.kind === 'binary' && isMark(items[i + 1]) ? [{...item, operator: '<=>'}] : [item];
  });
}

class Association {
  private readonly items: readonly Item[];
  private readonly dialect: Dialect;
  private at = 0;

  constructor(items: readonly Item[], dialect: Dialect) {
    this.items = items;
    this.dialect = dialect;
  }

  expression(least: number): Associated {
    let left = this.operand();
    for (;;) {
      const item = this.items[this.at] as Item | undefined;
      if (item?.kind !== 'binary') return left;
      const power = powerOf(item.operator, this.dialect);
      if (power < least) return left;
      this.at++;
      left = {
        kind: 'binary',
        operator: item.operator,
        left,
        right: this.expression(power + 1),
        node: item.node,
      };
    }
  }

  private operand(): Associated {
    const item = this.items[this.at++];
    if (item.kind === 'operand') return item;
    const power = item.operator === 'NOT' ? NOT : TIGHT;
    return {kind: 'prefix', operator: item.operator, operand: this.expression(power)};
  }
}
