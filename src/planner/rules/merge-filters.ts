import {conjunction, conjuncts, isLiteral} from '../../plan/conjuncts.ts';
import {rule} from '../rule.ts';

/** Filter over filter is one filter, the lower one's conditions first; a filter that is always true is none. */
export const mergeFilters = rule('merge filters', 'filter', node => {
  if (isLiteral(node.predicate, true)) return node.input;
  const {input} = node;
  if (input.node !== 'filter' || input.barrier) return null;
  const parts = [...conjuncts(input.predicate), ...conjuncts(node.predicate)];
  return {...node, input: input.input, predicate: conjunction(parts)};
});
