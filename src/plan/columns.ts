import type {Expr} from '../expr/expr.ts';
import {exprChildren, mapExprChildren} from './map-expr.ts';

export type ColumnExpr = Extract<Expr, {op: 'column'}>;

/** Replaces every column reference. */
export function rewriteColumns(expr: Expr, f: (column: ColumnExpr) => Expr): Expr {
  return expr.op === 'column' ? f(expr) : mapExprChildren(expr, child => rewriteColumns(child, f));
}

/** References to columns from `from` up move by `by`. */
export function shiftColumns(expr: Expr, by: number, from = 0): Expr {
  if (by === 0) return expr;
  return rewriteColumns(expr, column => (column.index >= from ? {...column, index: column.index + by} : column));
}

/** Column i becomes column map[i]; a reference that the map does not carry is a bug of the caller. */
export function remapColumns(expr: Expr, map: readonly number[]): Expr {
  return rewriteColumns(expr, column => {
    const index = map[column.index];
    if (index === undefined || index < 0) throw new Error(`column ${column.index} is not there any more`);
    return index === column.index ? column : {...column, index};
  });
}

/** Column i becomes the expression exprs[i]: what stands above a projection, written over the projection's input. */
export function substituteColumns(expr: Expr, exprs: readonly Expr[]): Expr {
  return rewriteColumns(expr, column => exprs[column.index]);
}

/** Indexes of the columns that the expression reads. */
export function usedColumns(expr: Expr, into = new Set<number>()): Set<number> {
  if (expr.op === 'column') into.add(expr.index);
  else for (const child of exprChildren(expr)) usedColumns(child, into);
  return into;
}

/** Every column read lies in [from, to). */
export function columnsWithin(expr: Expr, from: number, to: number): boolean {
  if (expr.op === 'column') return expr.index >= from && expr.index < to;
  return exprChildren(expr).every(child => columnsWithin(child, from, to));
}

export function columnAt(schema: readonly {readonly type: Expr['type']}[], index: number): ColumnExpr {
  return {op: 'column', index, type: schema[index].type};
}
