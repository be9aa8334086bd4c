import type {Expr} from '../../expr/expr.ts';
import {columnsOf, filter, project, projectColumns} from '../../plan/build.ts';
import {conjunction, conjuncts, literal} from '../../plan/conjuncts.ts';
import {comparisonOf} from '../../plan/function-facts.ts';
import type {OverRel, Rel} from '../../plan/rel.ts';
import {spanOf} from '../../plan/window-span.ts';
import {BIGINT} from '../../types/sql-type.ts';
import {rule} from '../rule.ts';

/**
 * WHERE row_number() OVER (PARTITION BY p ORDER BY k) <= n keeps the first n rows of each partition, which a top-k finds
 * without looking at the others. The condition is then true of all rows, and where nobody else reads the number, the window
 * function goes too. Only where no other call of the window looks at rows behind its own.
 */
export const topOfPartition = rule('top of partition', 'filter', node => {
  const {input: over} = node;
  if (over.node !== 'over') return null;
  const parts = conjuncts(node.predicate);
  const bounds = parts.map(part => upperBound(over, part));
  const limits = bounds.flatMap(bound => (bound ? [bound.limit] : []));
  if (limits.length === 0) return null;
  const limit = limits.reduce((least, other) => (other < least ? other : least));
  const span = spanOf(over.calls);
  if (isCut(over.input, limit) || span.ahead !== 0 || span.peersAhead) return null;
  const kept = parts.filter((_, i) => bounds[i]?.implied !== true);
  return filter({...over, input: firstRows(over, limit)}, conjunction(kept));
});

/** `limit`: the row's number is at most that. `implied`: and that is all that the condition says of it. */
type UpperBound = {readonly limit: bigint; readonly implied: boolean};

function upperBound(over: OverRel, part: Expr): UpperBound | null {
  const compared = comparisonOf(part);
  if (!compared) return null;
  const {left, right, operator} = compared;
  if (isRowNumber(over, left)) return boundOf(operator, right);
  return isRowNumber(over, right) ? boundOf(mirrored[operator], left) : null;
}

const mirrored: Readonly<Record<string, string>> = {'<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=', '<>': '<>'};

function boundOf(operator: string, expr: Expr): UpperBound | null {
  if (expr.op !== 'literal' || (typeof expr.value !== 'bigint' && typeof expr.value !== 'number')) return null;
  if (!['smallint', 'integer', 'bigint'].includes(expr.type.kind)) return null;
  const value = BigInt(expr.value);
  if (operator === '<=') return {limit: value, implied: true};
  if (operator === '<') return {limit: value - 1n, implied: true};
  return operator === '=' ? {limit: value, implied: value === 1n} : null;
}

function isRowNumber({input, calls}: OverRel, expr: Expr): boolean {
  return expr.op === 'column' && calls[expr.index - input.schema.length]?.signature === 'row_number()';
}

/** The rule has been here. */
function isCut(rel: Rel, limit: bigint): boolean {
  if (rel.node === 'project') return isCut(rel.input, limit);
  if (rel.node !== 'sort' || rel.limit?.op !== 'literal') return false;
  return rel.partition !== undefined && (rel.limit.value as bigint) <= limit;
}

function firstRows({input, partition, keys}: OverRel, limit: bigint): Rel {
  const computed = partition.filter(expr => expr.op !== 'column');
  const extended = computed.length === 0 ? input : project(input, [...columnsOf(input.schema), ...computed]);
  const columns = partition.map(expr =>
    expr.op === 'column' ? expr.index : input.schema.length + computed.indexOf(expr),
  );
  const first: Rel = {
    node: 'sort',
    input: extended,
    keys,
    limit: literal(limit < 0n ? 0n : limit, BIGINT),
    offset: null,
    partition: columns,
    schema: extended.schema,
  };
  return projectColumns(first, [...input.schema.keys()]);
}
