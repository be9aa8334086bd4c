import type {Expr} from '../../expr/expr.ts';
import {SqlError} from '../../types/sql-error.ts';
import {INTEGER} from '../../types/sql-type.ts';
import type {GroupingExpression} from '../ast/index.ts';
import {ownerOf} from './aggregate-level.ts';
import {allowsAggregates} from './clause.ts';
import type {Env} from './clause.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';

/** Bits of an integer. */
const MOST_ARGUMENTS = 31;

/**
 * `GROUPING(a, …)`: a bit for each argument, the last one lowest, 1 where the row's grouping set does not have it. Whether
 * they are grouped by is found out when the groups are known. Errors: 42803, 54023, 0A000.
 */
export function bindGrouping(ctx: BindContext, env: Env, ast: GroupingExpression): Expr {
  const position = ctx.at(ast);
  if (ast.args.length > MOST_ARGUMENTS) {
    throw new SqlError('54023', 'GROUPING must have fewer than 32 arguments', {position});
  }
  const args = ast.args.map(arg => bindExpression(ctx, env, arg));
  const {level, levelsUp, raised} = ownerOf(ctx, env, args, position);
  const clause = levelsUp === 0 ? env.clause : level.clause;
  if (clause === null || !allowsAggregates(clause)) throw misplaced(clause, position);
  const column = level.defer({kind: 'grouping', args: args.map(raised)}, INTEGER);
  return levelsUp === 0 ? column : {...column, op: 'outer', depth: levelsUp};
}

function misplaced(clause: Env['clause'] | null, position: number): SqlError {
  if (clause === 'aggregate arguments') {
    return new SqlError('42803', 'aggregate function calls cannot be nested', {position});
  }
  const place = clause ?? 'FROM clause of their own query level';
  return new SqlError('42803', `grouping operations are not allowed in ${place}`, {position});
}
