import type {Expr} from '../../expr/expr.ts';
import {columnsOf, distinct, project} from '../../plan/build.ts';
import {columnAt} from '../../plan/columns.ts';
import type {RecursiveRel, Rel} from '../../plan/rel.ts';
import {column} from '../../types/schema.ts';
import {BIGINT} from '../../types/sql-type.ts';
import {carryIteration} from './carry-iteration.ts';
import type {Lowering} from './lower.ts';

const ONE: Expr = {op: 'literal', value: 1n, type: BIGINT};
const ZERO: Expr = {op: 'literal', value: 0n, type: BIGINT};

/**
 * A loop of operators through which rows go with the number of their iteration: one instance of the step serves all
 * iterations, and what it reads besides the working table is kept once.
 */
export function lowerRecursive(rel: RecursiveRel, lowering: Lowering): number {
  const {builder, lower, working, recursions} = lowering;
  const there = recursions.get(rel.id);
  if (there !== undefined) return there;
  const carried = carryIteration(rel.step, rel.id);
  if (carried === null) return lower(rel.distinct ? distinct(rel.base) : rel.base);

  const schema = rel.schema.map(each => (each.nullable ? each : {...each, nullable: true}));
  const base = lower(project(rel.base, [...columnsOf(rel.base.schema), ZERO]));
  const loop = builder.openLoop({
    node: 'recursive',
    name: rel.name,
    base,
    distinct: rel.distinct,
    schema: [...schema, column('iteration', BIGINT, false)],
  });
  working.set(rel.id, loop);
  const step = lower(withNextIteration(carried));
  builder.closeLoop(loop, step);
  const result = builder.projectColumns(loop, [...rel.schema.keys()]);
  recursions.set(rel.id, result);
  return result;
}

function withNextIteration(carried: Rel): Rel {
  const last = carried.schema.length - 1;
  const next: Expr = {op: 'call', signature: '+(int8,int8)', args: [columnAt(carried.schema, last), ONE], type: BIGINT};
  return project(carried, [...columnsOf(carried.schema).slice(0, last), next]);
}
