import {rule} from '../rule.ts';

/** UNION ALL of UNION ALL is one; of one input it is that input. */
export const flattenUnion = rule('flatten union', 'union', node => {
  if (node.inputs.length === 1) return node.inputs[0];
  if (!node.inputs.some(input => input.node === 'union')) return null;
  return {...node, inputs: node.inputs.flatMap(input => (input.node === 'union' ? input.inputs : [input]))};
});

/** The branches of a UNION under DISTINCT need not be made distinct first. */
export const distinctOfUnion = rule('distinct of union', 'distinct', node => {
  const {input} = node;
  if (input.node !== 'union' || !input.inputs.some(branch => branch.node === 'distinct')) return null;
  const inputs = input.inputs.map(branch => (branch.node === 'distinct' ? branch.input : branch));
  return {...node, input: {...input, inputs}};
});
