import type {Expr} from '../../expr/expr.ts';
import {columnsOf, distinct, filter, project} from '../../plan/build.ts';
import {columnAt} from '../../plan/columns.ts';
import type {RecursiveRel, Rel} from '../../plan/rel.ts';
import {column} from '../../types/schema.ts';
import {BIGINT, BOOLEAN} from '../../types/sql-type.ts';
import {carryEarliest} from './carry-earliest.ts';
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
  const carried = rel.mutual ? carryEarliest(rel.step, rel.id) : carryIteration(rel.step, rel.id);
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
  const step = lower(rel.mutual ? withTurn(carried, rel.mutual) : withNextIteration(carried));
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

/**
 * Several queries take turns: turn t is that of query t modulo their number, which sees the rows of all turns before. A row
 * comes with the first turn of its query after those of the rows that it is made from.
 */
function withTurn(carried: Rel, {queries, tag, iterations}: NonNullable<RecursiveRel['mutual']>): Rel {
  const columns = columnsOf(carried.schema);
  const last = columns.length - 1;
  const count = number(queries);
  const own = columnAt(carried.schema, tag);
  const latest = columns[last];
  const place = arithmetic('%', arithmetic('+', latest, count), count);
  const ahead = arithmetic('%', arithmetic('+', arithmetic('-', own, place), number(2 * queries - 1)), count);
  const turn = arithmetic('+', arithmetic('+', latest, ahead), ONE);
  const numbered = project(carried, [...columns.slice(0, last), turn]);
  if (iterations === null) return numbered;
  const end: Expr = {op: 'literal', value: iterations * BigInt(queries), type: BIGINT};
  const turnColumn = columnAt(numbered.schema, last);
  return filter(numbered, {op: 'call', signature: '<(int8,int8)', args: [turnColumn, end], type: BOOLEAN});
}

function arithmetic(operator: '+' | '-' | '%', left: Expr, right: Expr): Expr {
  return {op: 'call', signature: `${operator}(int8,int8)`, args: [left, right], type: BIGINT};
}

function number(value: number): Expr {
  return {op: 'literal', value: BigInt(value), type: BIGINT};
}
