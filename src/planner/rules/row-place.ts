import type {Expr} from '../../expr/expr.ts';
import {filter} from '../../plan/build.ts';
import {usedColumns} from '../../plan/columns.ts';
import {conjunction, conjuncts} from '../../plan/conjuncts.ts';
import {BIGINT, BOOLEAN} from '../../types/sql-type.ts';
import {rule} from '../rule.ts';

/**
 * `ctid = '(b,n)'` asks for a block and for a number in it: the first goes down to the rows, before they are counted. The place of
 * a row is made of the two (sql/bind/system-columns.ts).
 */
export const rowPlace = rule('row place', 'filter', node => {
  const parts = conjuncts(node.predicate);
  const split = parts.flatMap(part => splitPlace(part) ?? [part]);
  return split.length === parts.length ? null : filter(node.input, conjunction(split));
});

function splitPlace(part: Expr): Expr[] | null {
  if (part.op !== 'call' || part.signature !== '=(tid,tid)') return null;
  const [left, right] = part.args;
  const [row, wanted] = isRowPlace(left) ? [left, right] : [right, left];
  if (!isRowPlace(row) || usedColumns(wanted).size > 0) return null;
  const [block, number] = row.args;
  if (block.op === 'literal') return null;
  const zero: Expr = {op: 'literal', value: 0n, type: BIGINT};
  const blockOf: Expr = {op: 'call', signature: '$tid_block(tid)', args: [wanted], type: BIGINT};
  const within: Expr = {op: 'call', signature: '$tid_in_block(tid)', args: [wanted], type: wanted.type};
  return [
    {op: 'call', signature: '=(int8,int8)', args: [block, blockOf], type: BOOLEAN},
    {...part, args: [{...row, args: [zero, number]}, within]},
  ];
}

function isRowPlace(expr: Expr): expr is Extract<Expr, {op: 'call'}> {
  return expr.op === 'call' && expr.signature === '$row_tid(int8,int8)';
}
