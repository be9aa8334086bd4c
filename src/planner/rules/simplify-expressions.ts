import type {Expr} from '../../expr/expr.ts';
import {nullableColumns} from '../../plan/nullability.ts';
import {mapRelExprs} from '../../plan/rel-children.ts';
import type {Rel} from '../../plan/rel.ts';
import {rule} from '../rule.ts';
import {simplifyExpr, simplifyPredicate} from '../simplify.ts';

const simple = new WeakMap<Expr, readonly boolean[]>();

/** Constants are folded and boolean logic tidied in every expression; in filters and ON, NULL counts as false. */
export const simplifyExpressions = rule(
  'simplify expressions',
  ['values', 'filter', 'project', 'join', 'apply', 'aggregate', 'sort', 'over', 'tableFunction', 'flatMap'],
  (node: Rel, context) => {
    const nullable = nullableInputs(node);
    const simplify =
      node.node === 'filter' || node.node === 'join' || isJoinLike(node) ? simplifyPredicate : simplifyExpr;
    const simplified = mapRelExprs(node, expr => {
      if (isSimple(expr) || isKnown(expr, nullable)) return expr;
      const result = simplify(expr, {nullable, evaluate: context.evaluate});
      simple.set(result, nullable);
      return result;
    });
    return simplified === node ? null : simplified;
  },
);

/** Nothing can be done about it; and the weak map would be slow with each of the parameters of a long VALUES in it. */
function isSimple({op}: Expr): boolean {
  return op === 'column' || op === 'literal' || op === 'parameter';
}

/** Simplified before, when no more was known of its columns. */
function isKnown(expr: Expr, nullable: readonly boolean[]): boolean {
  const before = simple.get(expr);
  return before !== undefined && before.length === nullable.length && before.every((can, i) => !can || nullable[i]);
}

function isJoinLike(node: Rel): boolean {
  return node.node === 'apply' && node.kind !== 'quantified';
}

function nullableInputs(node: Rel): readonly boolean[] {
  switch (node.node) {
    case 'join':
    case 'apply':
      return [...nullableColumns(node.left), ...nullableColumns(node.right)];
    case 'filter':
    case 'project':
    case 'aggregate':
    case 'sort':
    case 'over':
    case 'flatMap':
      return nullableColumns(node.input);
    default:
      return [];
  }
}
