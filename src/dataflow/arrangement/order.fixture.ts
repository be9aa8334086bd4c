import type {SortKey} from '../../plan/physical.ts';
import {shapeOf} from '../../types/array-shape.ts';
import type {Datum, Interval} from '../../types/datum.ts';
import type {Decimal} from '../../types/decimal.ts';
import type {Schema} from '../../types/schema.ts';
import type {SqlType} from '../../types/sql-type.ts';

// Postgres's order of values, by datums: the oracle of the kernels' comparisons.

/** Neither is null. */
function compareDatums(type: SqlType, a: Datum, b: Datum): number {
  if (type.kind === 'array') {
    const elements = compareElements(
      (a as Datum[]).map(x => [type.element!, x]),
      b as Datum[],
    );
    return elements !== 0 ? elements : compareLists(shapeList(a as Datum[]), shapeList(b as Datum[]));
  }
  if (type.kind === 'struct')
    return compareElements(
      type.fields!.map((field, i) => [field.type, (a as Datum[])[i]]),
      b as Datum[],
    );
  if (typeof a === 'number') {
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
    return order(a, b as number);
  }
  if (type.kind === 'uuid') return order(a as string, b as string);
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b as string));
  if (a instanceof Uint8Array) return Buffer.compare(a, b as Uint8Array);
  if (type.kind === 'interval') return order(span(a as Interval), span(b as Interval));
  if (type.kind === 'numeric') return compareDecimals(a as Decimal, b as Decimal);
  return order(a as bigint | boolean, b as bigint | boolean);
}

function order<T>(a: T, b: T): number {
  return Number(a > b) - Number(a < b);
}

const span = ({months, days, micros}: Interval) => BigInt(months * 30 + days) * 86400000000n + micros;

function compareDecimals(a: Decimal, b: Decimal): number {
  const rank = ({special}: Decimal) =>
    special === 'NaN' ? 2 : special === 'Infinity' ? 1 : special === '-Infinity' ? -1 : 0;
  if (rank(a) !== 0 || rank(b) !== 0) return order(rank(a), rank(b));
  return order(a.coefficient * 10n ** BigInt(b.scale), b.coefficient * 10n ** BigInt(a.scale));
}

function compareElements(a: readonly (readonly [SqlType, Datum])[], b: readonly Datum[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [type, x] = a[i];
    const compared =
      x === null || b[i] === null ? Number(x === null) - Number(b[i] === null) : compareDatums(type, x, b[i]);
    if (compared !== 0) return compared;
  }
  return a.length - b.length;
}

function shapeList(items: readonly Datum[]): number[] {
  const {lengths, lowers} = shapeOf(items);
  return [lengths.length, ...lengths, ...lowers];
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at] - b[at];
}

export function compareRows(
  schema: Schema,
  keys: readonly SortKey[],
  a: readonly Datum[],
  b: readonly Datum[],
): number {
  for (const {column, descending, nullsFirst} of keys) {
    const [x, y] = [a[column], b[column]];
    let compared: number;
    if (x === null || y === null) compared = (Number(x === null) - Number(y === null)) * (nullsFirst ? -1 : 1);
    else compared = compareDatums(schema[column].type, x, y) * (descending ? -1 : 1);
    if (compared !== 0) return compared;
  }
  return 0;
}
