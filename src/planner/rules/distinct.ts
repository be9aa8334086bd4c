import {distinct, project} from '../../plan/build.ts';
import {rule} from '../rule.ts';

/** Rows that cannot repeat need no DISTINCT. */
export const distinctOnUnique = rule('distinct on unique rows', 'distinct', (node, {props}) => {
  const all = node.schema.map((_, i) => i);
  const {nonNegative} = props.of(node.input);
  return nonNegative && props.isUniqueOn(node.input, all) ? node.input : null;
});

/** GROUP BY without aggregates is DISTINCT, which needs no accumulators. */
export const aggregateToDistinct = rule('aggregate to distinct', 'aggregate', node => {
  if (node.aggregates.length > 0 || node.keys.length === 0) return null;
  return distinct(
    project(
      node.input,
      node.keys,
      node.schema.map(column => column.name),
    ),
  );
});
