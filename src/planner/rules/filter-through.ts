import type {Expr} from '../../expr/expr.ts';
import {filter, filterAll} from '../../plan/build.ts';
import {columnsWithin, substituteColumns, usedColumns} from '../../plan/columns.ts';
import {conjunction, conjuncts} from '../../plan/conjuncts.ts';
import {isVolatile} from '../../plan/function-facts.ts';
import type {FilterRel, Rel} from '../../plan/rel.ts';
import {type Rule, rule} from '../rule.ts';
import {splitFilter} from './split-filter.ts';

// A filter is the cheaper the lower it stands. Each rule here takes it beneath one kind of node.

/** Over a projection it becomes a filter of the projection's input, with the expressions in the columns' places. */
export const filterThroughProject = over('filter through project', 'project', (node, below) => {
  const {moved, kept} = splitFilter(conjuncts(node.predicate), part =>
    [...usedColumns(part)].every(column => !isVolatile(below.exprs[column])),
  );
  if (moved.length === 0) return null;
  const input = filterAll(
    below.input,
    moved.map(part => substituteColumns(part, below.exprs)),
  );
  return filterOf({...below, input}, kept);
});

/** Windows add columns and repeat rows; what the filter says of the row's own columns can be said before. */
export const filterThroughWindow = over('filter through window', 'window', (node, below) =>
  moveWithin(
    node,
    below.input.schema.length,
    () => true,
    moved => ({...below, input: filterAll(below.input, moved)}),
  ),
);

const filterThroughFlatMap = over('filter through flat map', 'flatMap', (node, below) =>
  moveWithin(
    node,
    below.input.schema.length,
    () => true,
    moved => ({...below, input: filterAll(below.input, moved)}),
  ),
);

/** What holds for a group's keys holds for each of its rows. Without keys there is a row even over no input: not then. */
export const filterThroughAggregate = over('filter through aggregate', 'aggregate', (node, below) => {
  if (below.keys.length === 0) return null;
  const notVolatile = (part: Expr) => [...usedColumns(part)].every(column => !isVolatile(below.keys[column]));
  return moveWithin(node, below.keys.length, notVolatile, moved => ({
    ...below,
    input: filterAll(
      below.input,
      moved.map(part => substituteColumns(part, below.keys)),
    ),
  }));
});

export const filterThroughDistinct = over('filter through distinct', 'distinct', (node, below) =>
  moveWithin(
    node,
    node.schema.length,
    () => true,
    moved => ({...below, input: filterAll(below.input, moved)}),
  ),
);

/** What holds for a partition's columns holds for each of its rows, and leaves the other partitions as they are. */
const filterThroughOver = over('filter through window functions', 'over', (node, below) => {
  const columns = below.partition.flatMap(expr => (expr.op === 'column' ? [expr.index] : []));
  const ofPartition = (part: Expr) => !isVolatile(part) && [...usedColumns(part)].every(c => columns.includes(c));
  return moveWithin(node, below.input.schema.length, ofPartition, moved => ({
    ...below,
    input: filterAll(below.input, moved),
  }));
});

/** Not under a limit, which counts the rows. */
export const filterThroughSort = over('filter through sort', 'sort', (node, below) => {
  if (below.limit || below.offset) return null;
  return moveWithin(
    node,
    node.schema.length,
    () => true,
    moved => ({...below, input: filterAll(below.input, moved)}),
  );
});

export const filterThroughUnion = over('filter through union', 'union', (node, below) =>
  moveWithin(
    node,
    node.schema.length,
    () => true,
    moved => ({
      ...below,
      inputs: below.inputs.map(input => filterAll(input, moved)),
    }),
  ),
);

/** A subquery need not be asked for rows that are not wanted. */
export const filterThroughApply = over('filter through apply', 'apply', (node, below) =>
  moveWithin(
    node,
    below.left.schema.length,
    () => true,
    moved => ({...below, left: filterAll(below.left, moved)}),
  ),
);

export const filterThrough: readonly Rule[] = [
  filterThroughProject,
  filterThroughWindow,
  filterThroughFlatMap,
  filterThroughAggregate,
  filterThroughDistinct,
  filterThroughOver,
  filterThroughSort,
  filterThroughUnion,
  filterThroughApply,
];

function over<Kind extends Rel['node']>(
  name: string,
  kind: Kind,
  apply: (node: FilterRel, below: Extract<Rel, {node: Kind}>) => Rel | null,
): Rule {
  return rule(name, 'filter', node =>
    node.input.node === kind ? apply(node, node.input as Extract<Rel, {node: Kind}>) : null,
  );
}

/** Moves the conditions over the first `width` columns (that also pass `test`) beneath. */
function moveWithin(
  node: FilterRel,
  width: number,
  test: (part: Expr) => boolean,
  below: (moved: Expr[]) => Rel,
): Rel | null {
  const {moved, kept} = splitFilter(conjuncts(node.predicate), part => columnsWithin(part, 0, width) && test(part));
  return moved.length === 0 ? null : filterOf(below(moved), kept);
}

function filterOf(input: Rel, kept: readonly Expr[]): Rel {
  return filter(input, conjunction(kept));
}
