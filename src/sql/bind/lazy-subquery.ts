import type {Expr} from '../../expr/expr.ts';
import {filter} from '../../plan/build.ts';
import {rewriteColumns} from '../../plan/columns.ts';
import {canFail} from '../../plan/function-facts.ts';
import {mapOuterOf} from '../../plan/outer-references.ts';
import {mapRelChildren, relChildren, relExprs, someRel} from '../../plan/rel-children.ts';
import type {Rel} from '../../plan/rel.ts';
import type {PendingSubquery} from './level.ts';

/** Whether it matters that the subquery is not asked in vain: an expression in it may fail, or it may find too many rows. */
export function mayRaise({apply, rel}: PendingSubquery): boolean {
  return mayFail(rel) || (apply === 'scalar' && !isSingle(rel));
}

/** The subquery where the condition (over the row around it) is true; where it is not, nothing in it is evaluated. */
export function askedOnlyIf(condition: Expr, subquery: Rel): Rel {
  return guarded(subquery, outside(condition));
}

/** As seen from one level further in. */
function outside(condition: Expr): Expr {
  const raised = mapOuterOf(condition, outer => ({...outer, depth: outer.depth + 1}));
  return rewriteColumns(raised, ({index, type}) => ({op: 'outer', depth: 1, index, type}));
}

/** The filter stands beneath all that may fail, and no further down than that. */
function guarded(rel: Rel, condition: Expr): Rel {
  if (!mayFail(rel) || relChildren(rel).length === 0) return filter(rel, condition);
  const inner = mapRelChildren(rel, (child, i) => {
    const deeper = rel.node === 'apply' && i === 1;
    return guarded(child, deeper ? mapOuterOf(condition, outer => ({...outer, depth: outer.depth + 1})) : condition);
  });
  // It has a row even over none.
  return inner.node === 'aggregate' && inner.keys.length === 0 ? filter(inner, condition) : inner;
}

function mayFail(rel: Rel): boolean {
  return someRel(rel, node => (node.node === 'apply' && node.kind === 'scalar') || relExprs(node).some(canFail));
}

function isSingle(rel: Rel): boolean {
  switch (rel.node) {
    case 'project':
    case 'filter':
      return isSingle(rel.input);
    case 'values':
      return rel.rows.length <= 1;
    case 'aggregate':
      return rel.keys.length === 0;
    case 'sort':
      return isSingle(rel.input) || (rel.limit?.op === 'literal' && rel.limit.value === 1n && !rel.partition);
    default:
      return false;
  }
}
