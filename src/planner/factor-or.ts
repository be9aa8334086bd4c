import type {Expr} from '../expr/expr.ts';
import {conjunction, conjuncts, disjunction, disjuncts} from '../plan/conjuncts.ts';
import {sameExpr} from '../plan/expr-key.ts';
import {canFail, isVolatile} from '../plan/function-facts.ts';

/**
 * (a AND b) OR (a AND c) is a AND (b OR c): so a join finds its keys in conditions that repeat them in every arm. A
 * condition that can fail stays where it is, since those before it in its arm may be what keeps it from failing.
 */
export function factorOr(expr: Expr): Expr {
  if (expr.op !== 'or') return expr;
  const arms = disjuncts(expr).map(conjuncts);
  const [first, ...others] = arms;
  const common = first.filter(
    part => !canFail(part) && !isVolatile(part) && others.every(arm => arm.some(other => sameExpr(part, other))),
  );
  if (common.length === 0) return expr;
  const rests = arms.map(arm => arm.filter(part => !common.some(shared => sameExpr(shared, part))));
  if (rests.some(rest => rest.length === 0)) return conjunction(common);
  return conjunction([...common, disjunction(rests.map(conjunction))]);
}
