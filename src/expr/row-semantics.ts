import {ownShape, stacked} from '../types/array-shape.ts';
import type {Datum} from '../types/datum.ts';
import {SqlError} from '../types/sql-error.ts';
import {sameKind, type SqlType} from '../types/sql-type.ts';
import {datumEquality, datumOrder} from './datum-order.ts';
import {equalityKey} from './equality-key.ts';

// Row truths of the nodes that are no calls; the row and the vector evaluator share them.

/** GREATEST and LEAST: nulls ignored. */
export function extreme(op: 'greatest' | 'least', type: SqlType): (args: readonly Datum[]) => Datum {
  const order = datumOrder(type);
  const sign = op === 'greatest' ? 1 : -1;
  return args => {
    let best: Datum = null;
    for (const arg of args) if (arg !== null && (best === null || sign * order(arg, best) > 0)) best = arg;
    return best;
  };
}

export function isDistinct(type: SqlType, negated: boolean): (args: readonly Datum[]) => Datum {
  const equal = datumEquality(type);
  return ([a, b]) => equal(a, b) === negated;
}

/** IS [NOT] NULL; of a composite: whether all its fields are (not) null. */
export function isNull(type: SqlType, negated: boolean): (args: readonly Datum[]) => Datum {
  if (type.kind !== 'struct' && type.kind !== 'record') return ([a]) => (a === null) !== negated;
  return ([a]) => {
    if (a === null) return !negated;
    return (a as readonly Datum[]).every(field => (field === null) !== negated);
  };
}

/** ARRAY[…] of elements, or of arrays, which become the rows of one with one dimension more. Errors: 2202E, 54000. */
export function constructed(args: readonly {readonly type: SqlType}[]): (values: readonly Datum[]) => Datum {
  if (args[0]?.type.kind !== 'array') return values => [...values];
  return values => {
    const arrays = values.map(value => (value ?? []) as readonly Datum[]);
    return arrays.every(array => array.length === 0) ? [] : stacked(arrays, mismatched);
  };
}

function mismatched(): SqlError {
  return new SqlError('2202E', 'multidimensional arrays must have array expressions with matching dimensions');
}

/** array[subscript] of an array of one dimension; NULL outside of its bounds, and where there are more dimensions. */
export function subscripted([array, index]: readonly Datum[]): Datum {
  if (array === null || index === null) return null;
  const items = array as readonly Datum[];
  const shape = ownShape(items);
  if (!shape) return items[(index as number) - 1] ?? null;
  return shape.lengths.length === 1 ? (items[(index as number) - shape.lowers[0]] ?? null) : null;
}

/** Kinds whose `=` holds for a value in parts, or is unknown: they have no key to be looked up by. */
const IN_PARTS: readonly SqlType['kind'][] = ['struct', 'record', 'array'];

/**
 * `left = ANY (items)` or, for 'all', `left <> ALL (items)`, both of one type: looked up by hash, however many items there are.
 * null: no items, other operators, types in parts.
 */
export function listed(
  quantifier: 'any' | 'all',
  operator: string,
  types: readonly [left: SqlType, element: SqlType],
  items: readonly Datum[],
): ((args: readonly Datum[]) => Datum) | null {
  const [type, element] = types;
  // With none the answer is the same for NULL too.
  if (items.length === 0) return null;
  if (operator !== (quantifier === 'any' ? '=' : '<>') || !sameKind(type, element)) return null;
  if (IN_PARTS.includes(type.kind) || items.some(item => Array.isArray(item))) return null;
  const keys = new Set(items.map(item => equalityKey(type, item)));
  const missing = items.includes(null) ? null : quantifier === 'all';
  return ([left]) => {
    if (left === null) return null;
    return keys.has(equalityKey(type, left)) ? quantifier === 'any' : missing;
  };
}

/** left OP ANY | ALL (array), three-valued; `compare` is the operator's, null for a null operand where it is strict. */
export function quantified(
  quantifier: 'any' | 'all',
  compare: (left: Datum, right: Datum) => Datum,
): (args: readonly Datum[]) => Datum {
  const decides = quantifier === 'any';
  return ([left, array]) => {
    if (array === null) return null;
    let unknown = false;
    for (const item of array as readonly Datum[]) {
      const result = compare(left, item);
      if (result === decides) return decides;
      if (result === null) unknown = true;
    }
    return unknown ? null : !decides;
  };
}
