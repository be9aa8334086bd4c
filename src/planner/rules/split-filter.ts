import type {Expr} from '../../expr/expr.ts';
import {canFail, isVolatile} from '../../plan/function-facts.ts';

/**
 * Which of a filter's conditions may move beneath the node under the filter. One that can fail moves only when all
 * before it do: the conditions written before it may be what keeps it from failing.
 */
export function splitFilter(parts: readonly Expr[], canMove: (part: Expr) => boolean): {moved: Expr[]; kept: Expr[]} {
  const moved: Expr[] = [];
  const kept: Expr[] = [];
  for (const part of parts) {
    if (canMove(part) && !isVolatile(part) && (kept.length === 0 || !canFail(part))) moved.push(part);
    else kept.push(part);
  }
  return {moved, kept};
}
