import {ownShape, stacked} from '../types/array-shape.ts';
import type {Datum} from '../types/datum.ts';
import {SqlError} from '../types/sql-error.ts';
import type {SqlType} from '../types/sql-type.ts';
import {datumEquality, datumOrder} from './datum-order.ts';

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
