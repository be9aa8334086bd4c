import type {Expr, OrderKey} from '../expr/expr.ts';
import {DEFAULT_FRAME, type WindowCall} from '../expr/window-call.ts';
import {column} from '../types/schema.ts';
import {BIGINT, BOOLEAN} from '../types/sql-type.ts';
import {columnAt} from './columns.ts';
import {isNull, literal} from './conjuncts.ts';
import type {OverRel, Rel} from './rel.ts';

// LIMIT and OFFSET by the numbers of rows, for what neither a top-k nor the end of a read can do.

/** The rows of each partition with their number and their rank. */
export function numberRows(input: Rel, partition: readonly number[], keys: readonly OrderKey[]): OverRel {
  const calls = ['row_number', 'rank'].map((name): WindowCall => ({
    kind: 'window',
    signature: `${name}()`,
    args: [],
    filter: null,
    frame: DEFAULT_FRAME,
    type: BIGINT,
  }));
  const schema = [...input.schema, column('row_number', BIGINT, false), column('rank', BIGINT, false)];
  return {node: 'over', input, partition: partition.map(index => columnAt(input.schema, index)), keys, calls, schema};
}

/**
 * What is true of the rows that are left, over numbered rows or what stands on them. With ties: those up to number n and their
 * peers are those of rank up to n.
 */
export function withinLimits(
  {input: {schema}}: OverRel,
  limit: Expr | null,
  offset: Expr | null,
  withTies = false,
): Expr[] {
  const numbers = (index: number): Expr => ({op: 'column', index: schema.length + index, type: BIGINT});
  const none = literal(0n, BIGINT);
  const skipped: Expr = offset ? {op: 'coalesce', args: [offset, none], type: BIGINT} : none;
  const conditions = offset ? [call('>(int8,int8)', numbers(0), skipped)] : [];
  if (!limit) return conditions;
  const last: Expr = offset ? {op: 'call', signature: '+(int8,int8)', args: [limit, skipped], type: BIGINT} : limit;
  const upTo = call('<=(int8,int8)', numbers(withTies ? 1 : 0), last);
  // Of no rows there are no peers, though rows that OFFSET skips may have some.
  const within: Expr =
    withTies && offset ? {op: 'and', args: [call('>(int8,int8)', limit, none), upTo], type: BOOLEAN} : upTo;
  return [...conditions, {op: 'or', args: [isNull(limit), within], type: BOOLEAN}];
}

function call(signature: string, left: Expr, right: Expr): Expr {
  return {op: 'call', signature, args: [left, right], type: BOOLEAN};
}
