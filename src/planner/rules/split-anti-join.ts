import type {Expr} from '../../expr/expr.ts';
import {join} from '../../plan/build.ts';
import {columnsWithin} from '../../plan/columns.ts';
import {conjunction, conjuncts, disjuncts, isMissing} from '../../plan/conjuncts.ts';
import {comparisonOf} from '../../plan/function-facts.ts';
import {exprNullable, nullableColumns} from '../../plan/nullability.ts';
import type {JoinRel, Rel} from '../../plan/rel.ts';
import {rule} from '../rule.ts';

const MOST_PARTS = 4;

/**
 * No row for which `p OR q` is: no row for which p is, and none for which q is. Each of the two can then use its own
 * keys. That is what NOT IN over nullable columns comes to: no equal row, no NULL among the rows, no rows if the left
 * side is NULL itself.
 */
export const splitAntiJoin = rule('anti join on OR', 'join', node => {
  if (node.kind !== 'anti') return null;
  const nullable = [...nullableColumns(node.left), ...nullableColumns(node.right)];
  const parts = conjuncts(node.on);
  for (const [i, part] of parts.entries()) {
    const choices = choicesOf(part, nullable);
    const rest = parts.filter((_, other) => other !== i);
    if (choices.length < 2 || choices.length > MOST_PARTS || rest.some(other => isKey(other, node))) continue;
    return choices.reduce<Rel>(
      (left, choice) => join('anti', left, node.right, conjunction([...rest, choice])),
      node.left,
    );
  }
  return null;
});

function choicesOf(part: Expr, nullable: readonly boolean[]): readonly Expr[] {
  if (part.op === 'or') return disjuncts(part);
  if (part.op !== 'isTruth' || part.truth !== 'false' || !part.negated) return [part];
  const compared = comparisonOf(part.arg);
  if (!compared) return [part];
  const sides = [compared.left, compared.right].filter(side => exprNullable(side, nullable));
  return [part.arg, ...sides.map(side => isMissing(side))];
}

function isKey(part: Expr, node: JoinRel): boolean {
  const width = node.left.schema.length;
  const sides = part.op === 'distinct' && part.negated ? part : comparisonOf(part);
  if (!sides || ('operator' in sides && sides.operator !== '=')) return false;
  const {left, right} = sides;
  return (
    (columnsWithin(left, 0, width) && columnsWithin(right, width, Infinity)) ||
    (columnsWithin(right, 0, width) && columnsWithin(left, width, Infinity))
  );
}
