import type {Expr} from '../../expr/expr.ts';
import {castBetween} from '../../expr/registry.ts';
import {filter} from '../../plan/build.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, DOUBLE, REAL, structOf, TEXT} from '../../types/sql-type.ts';
import type {TableRef, TableSample} from '../ast/index.ts';
import {coerce, cannotCast} from './coerce.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {Level} from './level.ts';
import type {NamedRelation} from './relation.ts';

/**
 * TABLESAMPLE: a filter that takes each row with the same probability, by dice, or with REPEATABLE by a hash of the row.
 * Errors: 42704, 2202H, 0A000 for what is no table, and in a view without REPEATABLE.
 */
export function sampled(
  ctx: BindContext,
  level: Level,
  {rel, columns}: Pick<NamedRelation, 'rel' | 'columns'>,
  sample: TableSample,
): Rel {
  const word = /^tablesample\s*/i.exec(ctx.source(sample))?.[0].length ?? 0;
  const position = ctx.at(sample.span.start + word);
  const method = sample.method[sample.method.length - 1];
  if (method !== 'bernoulli' && method !== 'system') {
    throw new SqlError('42704', `tablesample method ${sample.method.join('.')} does not exist`, {position});
  }
  if (sample.args.length !== 1) {
    const counts = `requires 1 argument, not ${sample.args.length}`;
    throw new SqlError('2202H', `tablesample method ${method} ${counts}`, {position});
  }
  const bind = (arg: TableSample['args'][number], type: Expr['type']): Expr => {
    const blind = new Level(level, level.commonTables, level.rangeTable);
    const bound = bindExpression(ctx, {level: blind, clause: 'functions in FROM'}, arg);
    if (blind.pending.length > 0) throw ctx.unsupported('subqueries in TABLESAMPLE', arg);
    const at = ctx.at(arg.span.start);
    const coerced = coerce(ctx, bound, type, 'assignment', at);
    if (!coerced) throw cannotCast(bound.type, type, at);
    return coerced;
  };
  const percent = bind(sample.args[0], REAL);
  const seed = sample.repeatable && bind(sample.repeatable, DOUBLE);
  if (!seed && ctx.options.lasting) {
    throw ctx.unsupported(`TABLESAMPLE without REPEATABLE in a ${ctx.options.lasting}`, sample);
  }
  const predicate: Expr = seed
    ? {op: 'call', signature: 'in_sample(float4,float8,text)', args: [percent, seed, wholeRow(columns)], type: BOOLEAN}
    : {op: 'call', signature: 'in_sample(float4)', args: [percent], type: BOOLEAN};
  return filter(rel, predicate);
}

/** Errors: 0A000, of whatever is not kept. */
export function refuseSample(ctx: BindContext, ast: TableRef): never {
  throw new SqlError('0A000', 'TABLESAMPLE clause can only be applied to tables and materialized views', {
    position: ctx.at(ast),
  });
}

/** As it is seen: what is masked must not tell by being drawn. */
function wholeRow(columns: NamedRelation['columns']): Expr {
  const type = structOf(columns.map(({name, expr}) => ({name, type: expr.type})));
  const row: Expr = {op: 'row', args: columns.map(({expr}) => expr), type};
  return {op: 'call', signature: castBetween(type, TEXT)!.signature, args: [row], type: TEXT};
}
