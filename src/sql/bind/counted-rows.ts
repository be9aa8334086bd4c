import type {AggregateCall, Expr} from '../../expr/expr.ts';
import {columnsOf, project, union} from '../../plan/build.ts';
import {FALSE, TRUE} from '../../plan/conjuncts.ts';
import type {Rel} from '../../plan/rel.ts';
import {column} from '../../types/schema.ts';
import {BIGINT, BOOLEAN} from '../../types/sql-type.ts';
import {aggregate, keepColumns} from './rel-builders.ts';

/**
 * INTERSECT ALL, EXCEPT ALL: each different row as often as the counts of it on the two sides say, the lesser of them or
 * what is left of the first one's.
 */
export function countedRows(operator: 'intersect' | 'except', left: Rel, right: Rel): Rel {
  const width = left.schema.length;
  const names = left.schema.map(({name}) => name);
  const marked = (rel: Rel, side: Expr): Rel => project(rel, [...columnsOf(rel.schema), side], [...names, 'side']);
  const both = union([marked(left, TRUE), marked(right, FALSE)]);
  const side = columnsOf(both.schema)[width];
  const count = (filter: Expr): AggregateCall => ({
    signature: 'count()',
    args: [],
    distinct: false,
    filter,
    type: BIGINT,
  });
  const counts = aggregate(both, columnsOf(both.schema).slice(0, width), names, [
    count(side),
    count({op: 'not', arg: side, type: BOOLEAN}),
  ]);
  const sides = columnsOf(counts.schema).slice(width);
  const times: Expr =
    operator === 'intersect'
      ? {op: 'least', args: sides, type: BIGINT}
      : {op: 'call', signature: '-(int8,int8)', args: sides, type: BIGINT};
  const copy = column('copy', BIGINT, false);
  const repeated: Rel = {
    node: 'flatMap',
    input: counts,
    calls: [{signature: 'generate_series(int8,int8)', arity: 2, columns: [copy], composite: false}],
    args: [{op: 'literal', value: 1n, type: BIGINT}, times],
    ordinality: false,
    schema: [...counts.schema, copy],
  };
  return keepColumns(repeated, width);
}
