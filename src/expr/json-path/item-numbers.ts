import {
  type Decimal,
  decimalAdd,
  decimalDiv,
  decimalMod,
  decimalMul,
  decimalSub,
  decimalToNumber,
  decimalTryParse,
} from '../../types/decimal.ts';
import {isJsonNumber} from '../../types/json-value.ts';
import type {ArithmeticOperator} from '../../types/json-path/path.ts';
import {DateTimeItem} from './datetime-item.ts';
import {fail, type Item} from './items.ts';

export const arithmetic: Readonly<Record<ArithmeticOperator, (a: Decimal, b: Decimal) => Decimal>> = {
  '+': decimalAdd,
  '-': decimalSub,
  '*': decimalMul,
  '/': decimalDiv,
  '%': decimalMod,
};

export function isArithmetic(operator: string): operator is ArithmeticOperator {
  return operator in arithmetic;
}

export function singleNumber(items: readonly Item[], side: 'left' | 'right', operator: string): Decimal {
  const [item] = items;
  if (items.length === 1 && !(item instanceof DateTimeItem) && isJsonNumber(item)) return item;
  throw fail('22038', `${side} operand of jsonpath operator ${operator} is not a single numeric value`);
}

export function toDouble(item: Item): Item {
  if (!(item instanceof DateTimeItem) && isJsonNumber(item)) {
    if (Number.isFinite(decimalToNumber(item))) return item;
    throw fail('22036', 'numeric argument of jsonpath item method .double() is out of range for type double precision');
  }
  if (typeof item !== 'string') {
    throw fail('22036', 'jsonpath item method .double() can only be applied to a string or numeric value');
  }
  const number = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(item) ? Number(item) : NaN;
  if (!Number.isFinite(number)) {
    throw fail(
      '22036',
      'string argument of jsonpath item method .double() is not a valid representation of a double precision number',
    );
  }
  // float8 becomes numeric with 15 digits.
  return decimalTryParse(String(Number(number.toPrecision(15))))!;
}
