import type {Expr} from '../../expr/expr.ts';
import {isLiteral, literal} from '../../plan/conjuncts.ts';
import {rule} from '../rule.ts';

/**
 * Relations have no order: a sort that neither cuts nor is the last thing of a query (that one is no node any more when
 * the rules run) does nothing.
 */
export const redundantSort = rule('redundant sort', 'sort', node => {
  const limit = node.limit && isLiteral(node.limit, null) ? null : node.limit;
  const offset = node.offset && (isLiteral(node.offset, null) || isLiteral(node.offset, 0n)) ? null : node.offset;
  if (!limit && !offset) return node.input;
  return limit === node.limit && offset === node.offset ? null : {...node, limit, offset};
});

/** LIMIT over LIMIT keeps the smaller, when the outer one does not choose by an order of its own. */
export const mergeLimits = rule('merge limits', 'sort', node => {
  const {input} = node;
  if (input.node !== 'sort' || node.keys.length > 0 || node.offset || node.partition || input.partition) return null;
  const [outer, inner] = [constantOf(node.limit), constantOf(input.limit)];
  if (outer === null || (inner === null && input.limit)) return null;
  const least = inner === null || outer < inner ? outer : inner;
  return {...input, limit: literal(least, node.limit!.type)};
});

function constantOf(expr: Expr | null): bigint | null {
  return expr?.op === 'literal' && typeof expr.value === 'bigint' ? expr.value : null;
}
