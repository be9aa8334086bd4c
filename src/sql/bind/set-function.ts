import type {Expr} from '../../expr/expr.ts';
import {tableFunctionsNamed} from '../../expr/table-functions.ts';
import type {Rel} from '../../plan/rel.ts';
import {BIGINT} from '../../types/sql-type.ts';
import {column} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {FunctionCall} from '../ast/index.ts';
import {noFunction} from './call.ts';
import type {Env} from './clause.ts';
import {mustCoerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import {Level} from './level.ts';
import {bindArgumentValues, resolveCall} from './named-arguments.ts';
import {Placement} from './placement.ts';
import {project} from '../../plan/build.ts';
import {columnsOf} from '../../plan/build.ts';
import {lateral} from './placement.ts';

/** The name is that of a function that returns rows. */
export function isSetFunction(name: string): boolean {
  return tableFunctionsNamed(name).length > 0;
}

/**
 * A set-returning function as a relation. `level` sees the rows it is lateral to, if any: its arguments are bound one
 * level further in. Errors: 42883, 42725.
 */
export function tableFunction(
  ctx: BindContext,
  outside: Level,
  ast: FunctionCall,
  name: string,
  ordinality: boolean,
): Rel {
  const level = new Level(outside, outside.commonTables);
  const env: Env = {level, clause: 'functions in FROM'};
  const args = bindArgumentValues(ctx, env, ast);
  const types = args.map(arg => arg.type);
  const match = resolveCall(ctx, tableFunctionsNamed(name), ast, args);
  if (typeof match === 'string') throw noFunction(ast.name.join('.'), types, match, ctx.at(ast), ast.args);
  const coerced = match.args.map((arg, i) =>
    mustCoerce(ctx, arg, match.parameters[i], 'implicit', ctx.positionOf(arg)),
  );
  const returned = match.row.returns(coerced.map(arg => arg.type));
  const schema = ordinality ? [...returned, column('ordinality', BIGINT, false)] : returned;
  const node = {node: 'tableFunction', signature: match.row.signature, ordinality, schema} as const;
  if (level.pending.length === 0) return {...node, args: coerced};
  return overSubqueries(level, node, coerced, schema.length);
}

type Unapplied = Omit<Rel & {readonly node: 'tableFunction'}, 'args'>;

/** Arguments that are subqueries stand in a row beside which the function is called. */
function overSubqueries(level: Level, node: Unapplied, args: readonly Expr[], width: number): Rel {
  const placement = new Placement(level, level.rel);
  const placed = placement.place({op: 'row', args, type: {kind: 'struct', fields: []}});
  const fields = placed.op === 'row' ? placed.args : [];
  const outer = fields.map((arg): Expr => (arg.op === 'column' ? {...arg, op: 'outer', depth: 1} : arg));
  const joined = lateral(placement.rel, {...node, args: outer});
  return project(joined, columnsOf(joined.schema).slice(-width));
}

/** `SELECT generate_series(1, 3)`: the row repeated. Errors: 0A000 anywhere but in a select list. */
export function bindSetFunction(ctx: BindContext, env: Env, ast: FunctionCall, name: string): Expr {
  if (env.clause === 'window arguments' || env.clause === 'aggregate arguments') {
    const calls = `${env.clause === 'window arguments' ? 'window' : 'aggregate'} function calls`;
    throw new SqlError('0A000', `${calls} cannot contain set-returning function calls`, {
      hint: 'You might be able to move the set-returning function into a LATERAL FROM item.',
      position: ctx.at(ast),
    });
  }
  if (env.clause !== 'SELECT') {
    throw new SqlError('0A000', `set-returning functions are not allowed in ${env.clause}`, {
      position: ctx.at(ast),
    });
  }
  if (env.level.pending.some(({kind}) => kind === 'set')) {
    throw ctx.unsupported('several set-returning functions in a select list', ast);
  }
  const rel = tableFunction(ctx, env.level, ast, name, false);
  if (rel.schema.length !== 1) throw ctx.unsupported(`${name}() in a select list`, ast);
  return env.level.defer({kind: 'set', rel, operands: []}, rel.schema[0].type);
}
