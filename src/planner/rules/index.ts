import type {Rule} from '../rule.ts';
import {applyInFilter} from './apply-in-filter.ts';
import {aggregateToDistinct, distinctOnUnique} from './distinct.ts';
import {connectJoins} from './connect-joins.ts';
import {emptyRelation} from './empty-relation.ts';
import {filterIntoJoin, onIntoInputs} from './filter-into-join.ts';
import {filterThrough} from './filter-through.ts';
import {impliedEquality} from './implied-equality.ts';
import {mergeFilters} from './merge-filters.ts';
import {identityProject, joinWithOneRow, mergeProjects, projectOfValues} from './merge-projects.ts';
import {outerToInner, outerToInnerUnderJoin, rightToLeft} from './outer-joins.ts';
import {rowPlace} from './row-place.ts';
import {simplifyExpressions} from './simplify-expressions.ts';
import {mergeLimits, redundantSort} from './sort.ts';
import {splitAntiJoin} from './split-anti-join.ts';
import {throughBarrier} from './through-barrier.ts';
import {topOfPartition} from './top-of-partition.ts';
import {distinctOfUnion, flattenUnion} from './union.ts';
import {windowKeys} from './window-keys.ts';

/** In the order in which they are tried on a node. The pruning of columns is a pass of its own (prune-columns.ts). */
export const rules: readonly Rule[] = [
  //  1. Constants and logic first: the others look for literal conditions and plain comparisons.
  simplifyExpressions,
  //  2. What cannot give rows disappears, before work is put into it.
  emptyRelation,
  //  3. One filter, whose conditions stand in the order in which they apply.
  mergeFilters,
  rowPlace,
  throughBarrier,
  //  4. NULL-rejecting filters turn outer joins into inner ones, which 5 and 6 can push through.
  rightToLeft,
  outerToInner,
  outerToInnerUnderJoin,
  //  5. A filter that asks for EXISTS or IN is a semi join; what is left over goes on down.
  applyInFilter,
  //  6. Filters go down, so that less is joined, grouped and kept.
  ...filterThrough,
  filterIntoJoin,
  onIntoInputs,
  //  7. Join conditions in the form of keys.
  impliedEquality,
  splitAntiJoin,
  //     By their keys it is known which of them should meet first.
  connectJoins,
  //  8. Fewer nodes: each is an operator with its own batches.
  projectOfValues,
  mergeProjects,
  identityProject,
  joinWithOneRow,
  flattenUnion,
  //  9. Less state.
  topOfPartition,
  redundantSort,
  mergeLimits,
  windowKeys,
  aggregateToDistinct,
  distinctOfUnion,
  distinctOnUnique,
];
