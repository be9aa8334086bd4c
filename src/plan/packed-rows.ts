import type {Expr} from '../expr/expr.ts';
import type {Datum} from '../types/datum.ts';
import {column, type Schema} from '../types/schema.ts';
import type {SqlType} from '../types/sql-type.ts';

/** Fewer rows are not worth it. */
const LEAST_ROWS = 64;

/** Rows of VALUES that differ in their constants alone, by columns. */
export type PackedRows = {
  /** A row, for what all have. */
  readonly row: readonly Expr[];
  readonly length: number;
  /** Which of its columns are the very same expression in all rows: defaults are. They have no places. */
  readonly shared: readonly boolean[];
  /**
   * What the rows differ in, one list a place, in the order in which a walk over the other columns meets them: the value of a
   * literal, the position of a call before the places of its arguments.
   */
  readonly places: readonly (readonly unknown[])[];
};

/** null: they are few, or differ in more. */
export function packRows(rows: readonly (readonly Expr[])[]): PackedRows | null {
  if (rows.length < LEAST_ROWS) return null;
  const [first] = rows;
  const shared = first.map((expr, i) => rows.every(row => row[i] === expr));
  const places: unknown[][] = [];
  for (const row of rows) {
    let place: number | null = 0;
    for (let i = 0; i < first.length && place !== null; i++) {
      if (!shared[i]) place = take(first[i], row[i], places, place);
    }
    if (place === null) return null;
  }
  return {row: first, length: rows.length, shared, places};
}

/** Adds what may differ to the places from `place` on; gives the next place, null where more does. */
function take(first: Expr, expr: Expr, places: unknown[][], place: number): number | null {
  if (first.op !== expr.op || !isSame(first.type, expr.type)) return null;
  if (expr.op === 'literal') {
    (places[place] ??= []).push(expr.value);
    return place + 1;
  }
  if (first.op !== 'call' || expr.op !== 'call') return null;
  if (first.signature !== expr.signature || first.args.length !== expr.args.length) return null;
  (places[place] ??= []).push(expr.position);
  let next: number | null = place + 1;
  for (let i = 0; i < first.args.length && next !== null; i++) next = take(first.args[i], expr.args[i], places, next);
  return next;
}

function isSame(a: SqlType, b: SqlType): boolean {
  if (a === b) return true;
  const keys = Object.keys(a) as (keyof SqlType)[];
  return keys.length === Object.keys(b).length && keys.every(key => a[key] === b[key]);
}

export function unpackRows(packed: PackedRows): Expr[][] {
  return Array.from({length: packed.length}, (_, i) => unpackRow(packed, i));
}

function unpackRow({row, shared, places}: PackedRows, index: number): Expr[] {
  let place = 0;
  const give = (expr: Expr): Expr => {
    const value = places[place++][index];
    if (expr.op === 'literal') return {...expr, value: value as typeof expr.value};
    if (expr.op !== 'call') throw new Error(`not packed: ${expr.op}`);
    // It comes before its arguments.
    const position = value as number | undefined;
    return {...expr, args: expr.args.map(give), position};
  };
  return row.map((expr, i) => (shared[i] ? expr : give(expr)));
}

/** The row's expressions over columns, which hold the constants that the rows differ in. */
export function overConstants({row, shared, places}: PackedRows): {
  readonly exprs: readonly Expr[];
  readonly schema: Schema;
  readonly columns: readonly (readonly Datum[])[];
} {
  const schema: Schema[number][] = [];
  const columns: (readonly Datum[])[] = [];
  let place = 0;
  const over = (expr: Expr): Expr => {
    const values = places[place++];
    if (expr.op === 'literal') {
      const index = columns.push(values as readonly Datum[]) - 1;
      schema.push(column(`column${index + 1}`, expr.type, true));
      return {op: 'column', index, type: expr.type};
    }
    if (expr.op !== 'call') throw new Error(`not packed: ${expr.op}`);
    return {...expr, args: expr.args.map(over)};
  };
  return {exprs: row.map((expr, i) => (shared[i] ? expr : over(expr))), schema, columns};
}
