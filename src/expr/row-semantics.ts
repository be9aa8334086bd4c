import type {Datum} from '../types/datum.ts';
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

/** array[subscript], 1-based. */
export function subscripted([array, index]: readonly Datum[]): Datum {
  if (array === null || index === null) return null;
  return (array as readonly Datum[])[(index as number) - 1] ?? null;
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
    for (const item of leaves(array as readonly Datum[])) {
      const result = compare(left, item);
      if (result === decides) return decides;
      if (result === null) unknown = true;
    }
    return unknown ? null : !decides;
  };
}

/** The elements of an array of any number of dimensions. */
function* leaves(array: readonly Datum[]): Generator<Datum> {
  for (const item of array) {
    if (Array.isArray(item)) yield* leaves(item);
    else yield item;
  }
}
