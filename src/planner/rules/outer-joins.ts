import type {Expr} from '../../expr/expr.ts';
import {join, project} from '../../plan/build.ts';
import {rewriteColumns} from '../../plan/columns.ts';
import {conjuncts} from '../../plan/conjuncts.ts';
import {rejectsNulls} from '../../plan/nullability.ts';
import type {JoinKind, Rel} from '../../plan/rel.ts';
import {columnAt} from '../../plan/columns.ts';
import {rule} from '../rule.ts';

/** There is one kind of one-sided outer join to think about. */
export const rightToLeft = rule('right join to left join', 'join', node => {
  if (node.kind !== 'right') return null;
  const left = node.left.schema.length;
  const right = node.right.schema.length;
  const swap = (index: number) => (index < left ? index + right : index - left);
  const on = rewriteColumns(node.on, column => ({...column, index: swap(column.index)}));
  const swapped = join('left', node.right, node.left, on);
  return project(
    swapped,
    node.schema.map((_, i) => columnAt(swapped.schema, swap(i))),
    node.schema.map(column => column.name),
  );
});

/** A filter that no row extended with NULLs passes: the join need not make these rows. */
export const outerToInner = rule('outer join to inner join', 'filter', node => {
  const below = strengthen(node.input, conjuncts(node.predicate), 0);
  return below && {...node, input: below};
});

/** As above, where the condition is that of a join above. */
export const outerToInnerUnderJoin = rule('outer join to inner join under a join', 'join', node => {
  const parts = conjuncts(node.on);
  const {kind} = node;
  const left = kind === 'inner' || kind === 'semi' || kind === 'right' ? strengthen(node.left, parts, 0) : null;
  const right = kind === 'full' || kind === 'right' ? null : strengthen(node.right, parts, node.left.schema.length);
  return left || right ? {...node, left: left ?? node.left, right: right ?? node.right} : null;
});

/** The outer join without the rows that the conditions (over columns counted from `from`) reject; null: as it is. */
function strengthen(rel: Rel, parts: readonly Expr[], from: number): Rel | null {
  if (rel.node === 'apply' && rel.kind === 'left') {
    return rejects(parts, from + rel.left.schema.length, rel.right.schema.length) ? {...rel, kind: 'inner'} : null;
  }
  if (rel.node !== 'join' || (rel.kind !== 'left' && rel.kind !== 'full')) return null;
  const width = rel.left.schema.length;
  const needsRight = rejects(parts, from + width, rel.right.schema.length);
  const needsLeft = rel.kind === 'left' || rejects(parts, from, width);
  const kind: JoinKind = needsLeft ? (needsRight ? 'inner' : 'left') : needsRight ? 'right' : 'full';
  return kind === rel.kind ? null : {...rel, kind};
}

function rejects(parts: readonly Expr[], from: number, count: number): boolean {
  const columns = new Set(Array.from({length: count}, (_, i) => from + i));
  return parts.some(part => rejectsNulls(part, columns));
}
