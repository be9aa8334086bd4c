import type {Expr} from '../expr/expr.ts';
import {columnsOf, project, projectColumns} from '../plan/build.ts';
import {columnAt, rewriteColumns, substituteColumns} from '../plan/columns.ts';
import {sameExpr} from '../plan/expr-key.ts';
import {isVolatile, usesSequence} from '../plan/function-facts.ts';
import {exprChildren} from '../plan/map-expr.ts';
import type {Finish, LateColumn, SortKey} from '../plan/physical.ts';
import type {Rel, SortRel} from '../plan/rel.ts';

/**
 * Takes the order off the top of a query. A one-shot read sorts and cuts its result at the end (`finish`); a view has no
 * order, so that its ORDER BY without LIMIT says nothing, and one with LIMIT stays and chooses rows.
 */
export function extractFinish(query: Rel, mode: 'view' | 'once', visible: number): {rel: Rel; finish: Finish | null} {
  const top = query.node === 'project' ? query.input : query;
  if (top.node !== 'sort' || top.partition) return {rel: firstColumns(query, visible), finish: null};
  if (mode === 'once') {
    const outputs = query.node === 'project' ? query.exprs : columnsOf(query.schema);
    return finishOf(query, outputs.slice(0, visible), top);
  }
  if (top.limit || top.offset) return {rel: firstColumns(query, visible), finish: null};
  return {
    rel: firstColumns(query.node === 'project' ? {...query, input: top.input} : top.input, visible),
    finish: null,
  };
}

function firstColumns(rel: Rel, visible: number): Rel {
  return rel.schema.length === visible ? rel : projectColumns(rel, [...rel.schema.keys()].slice(0, visible));
}

function finishOf(query: Rel, outputs: readonly Expr[], sort: SortRel): {rel: Rel; finish: Finish} {
  const exprs = [...outputs];
  const keys = sort.keys.map(({expr, descending, nullsFirst}): SortKey => {
    const there = exprs.findIndex(output => sameExpr(output, expr));
    return {column: there >= 0 ? there : exprs.push(expr) - 1, descending, nullsFirst};
  });
  const names = query.schema.map(column => column.name).slice(0, outputs.length);
  const finish: Finish = {keys, limit: sort.limit, offset: sort.offset, visible: outputs.length};
  const {rel, late} = withoutLate(sort.input, exprs, names, finish);
  return {rel, finish: late.length > 0 ? {...finish, late} : finish};
}

/** Columns that take numbers of sequences are computed behind the sort, as in Postgres, over columns put behind the others. */
function withoutLate(
  input: Rel,
  exprs: readonly Expr[],
  names: readonly string[],
  {keys, visible}: Finish,
): {readonly rel: Rel; readonly late: readonly LateColumn[]} {
  const plain = {rel: project(input, exprs, names), late: []};
  const below = input.node === 'project' ? input.exprs : columnsOf(input.schema);
  const source = input.node === 'project' ? input.input : input;
  const whole = exprs.map(expr => substituteColumns(expr, below));
  const isLate = (expr: Expr, i: number): boolean =>
    i < visible && usesSequence(expr) && !keys.some(({column}) => column === i);
  if (!whole.some(isLate) || movesTwice(exprs, below)) return plain;
  const columns = [...new Set(whole.filter(isLate).flatMap(columnsIn))];
  const behind = (expr: Expr): Expr =>
    rewriteColumns(expr, part => ({...part, index: whole.length + columns.indexOf(part.index)}));
  const wide = whole.map((expr, i): Expr => (isLate(expr, i) ? {op: 'literal', value: null, type: expr.type} : expr));
  return {
    rel: project(source, [...wide, ...columns.map(index => columnAt(source.schema, index))], names),
    late: whole.flatMap((expr, column) => (isLate(expr, column) ? [{column, expr: behind(expr)}] : [])),
  };
}

/** Something that gives another value each time is read in two places: it stays what is computed once. */
function movesTwice(exprs: readonly Expr[], below: readonly Expr[]): boolean {
  const read = exprs.flatMap(columnsIn);
  return below.some((expr, index) => isVolatile(expr) && read.filter(column => column === index).length > 1);
}

function columnsIn(expr: Expr): number[] {
  return expr.op === 'column' ? [expr.index] : exprChildren(expr).flatMap(columnsIn);
}
