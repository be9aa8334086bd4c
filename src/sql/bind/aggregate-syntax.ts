import {SqlError} from '../../types/sql-error.ts';
import type {FunctionCall} from '../ast/index.ts';
import type {BindContext} from './context.ts';

/** Errors: 42809 a call of a plain function that is written as one of an aggregate or window function. */
export function refuseAggregateSyntax(ctx: BindContext, ast: FunctionCall, name: string): void {
  const position = ctx.at(ast);
  const fail = (what: string) => new SqlError('42809', `${what}, but ${name} is not an aggregate function`, {position});
  if (ast.star) throw fail(`${name}(*) specified`);
  if (ast.distinct) throw fail('DISTINCT specified');
  if (ast.withinGroup) throw fail('WITHIN GROUP specified');
  if (ast.orderBy.length > 0) throw fail('ORDER BY specified');
  if (ast.filter) throw fail('FILTER specified');
  if (!ast.over) return;
  const message = `OVER specified, but ${name} is not a window function nor an aggregate function`;
  throw new SqlError('42809', message, {position});
}
