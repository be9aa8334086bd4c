import type {Expr} from '../expr/expr.ts';
import {columnsOf, project, projectColumns} from '../plan/build.ts';
import {sameExpr} from '../plan/expr-key.ts';
import type {Finish, SortKey} from '../plan/physical.ts';
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
  const names = query.schema.map(column => column.name);
  return {
    rel: project(sort.input, exprs, names.slice(0, outputs.length)),
    finish: {keys, limit: sort.limit, offset: sort.offset, visible: outputs.length},
  };
}
