import {barrier, filter, filterAll} from '../../plan/build.ts';
import {conjunction, conjuncts} from '../../plan/conjuncts.ts';
import {canFail, isVolatile} from '../../plan/function-facts.ts';
import {rule} from '../rule.ts';

/**
 * Beneath a barrier are rows that the statement must not learn of. Only conditions that tell nothing of a row they turn down
 * go there: those that cannot fail. So a row is still found by its key.
 */
export const throughBarrier = rule('conditions that cannot fail through a barrier', 'filter', node => {
  const {input} = node;
  if (input.node !== 'filter' || !input.barrier) return null;
  const parts = conjuncts(node.predicate);
  const quiet = parts.filter(part => !canFail(part) && !isVolatile(part));
  if (quiet.length === 0) return null;
  const rest = parts.filter(part => !quiet.includes(part));
  const below = barrier(filterAll(input.input, quiet));
  return rest.length === 0 ? below : filter(below, conjunction(rest));
});
