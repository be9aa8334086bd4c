import {type Decimal, decimalCompare} from '../../types/decimal.ts';
import type {ComparisonOperator} from '../../types/json-path/path.ts';
import type {TimeZone} from '../../types/time-zone.ts';
import {compareText} from '../text-order.ts';
import {compareDateTimes, DateTimeItem} from './datetime-item.ts';
import {isScalar, type Item, typeOfItem} from './items.ts';

/** true, false or unknown. */
export type Truth = boolean | null;

export function compared(operator: ComparisonOperator, a: Item, b: Item, zone: TimeZone | null): Truth {
  const order = orderOf(a, b, zone);
  if (order === 'unequal') return operator === '!=';
  return order === null ? null : meets(operator, order);
}

/** null: they cannot be compared; 'unequal': one is null, and the other is not. */
function orderOf(a: Item, b: Item, zone: TimeZone | null): number | 'unequal' | null {
  if (a instanceof DateTimeItem && b instanceof DateTimeItem) return compareDateTimes(a, b, zone);
  const [x, y] = [typeOfItem(a), typeOfItem(b)];
  if (a instanceof DateTimeItem || b instanceof DateTimeItem || x !== y)
    return a === null || b === null ? 'unequal' : null;
  if (a === null) return 0;
  if (!isScalar(a)) return null;
  if (typeof a === 'string') return compareText(a, b as string);
  if (typeof a === 'boolean') return Number(a) - Number(b);
  return decimalCompare(a as Decimal, b as Decimal);
}

function meets(operator: ComparisonOperator, order: number): boolean {
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}
