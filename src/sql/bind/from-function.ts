import {columnsOf, project} from '../../plan/build.ts';
import {columnAt} from '../../plan/columns.ts';
import type {Rel} from '../../plan/rel.ts';
import {BIGINT, baseOf} from '../../types/sql-type.ts';
import type {FunctionCall, TableFunction} from '../ast/index.ts';
import {functionsNamed} from '../../expr/registry.ts';
import type {Env} from './clause.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {named} from './from.ts';
import type {FromItem} from './from.ts';
import {functionName} from './function-call.ts';
import {Level} from './level.ts';
import type {ScopeColumn} from './level.ts';
import {Placement} from './placement.ts';
import {isSetFunction, tableFunction} from './set-function.ts';
import {columnName} from './column-name.ts';

/**
 * `f(…) [WITH ORDINALITY]` in FROM, lateral to what stands left of it. A function that returns one value is one row
 * of it. With one column, an alias names the column too, as in Postgres. Errors: 42883, 0A000 ROWS FROM and column
 * definition lists.
 */
export function bindFromFunction(ctx: BindContext, outside: Level, ast: TableFunction): FromItem {
  if (ast.rowsFrom && ast.functions.length !== 1) throw ctx.unsupported('ROWS FROM', ast);
  const [item] = ast.functions;
  const definitions = ast.columns.length > 0 ? ast.columns : item.columns;
  if (definitions.length > 0) throw ctx.unsupported('column definition lists', definitions[0]);
  const {call} = item;
  const own = columnName(call);
  const env: Env = {level: new Level(outside, outside.commonTables), clause: 'functions in FROM'};
  const rel =
    call.kind === 'function_call' && isSetCall(ctx, env, call)
      ? tableFunction(ctx, outside, call, functionName(ctx, env, call), ast.ordinality)
      : oneRow(ctx, outside, ast, own);
  const {alias} = ast;
  const composite = rel.schema[0].type;
  if (composite.fields && composite.oid !== undefined && rel.schema.length === (ast.ordinality ? 2 : 1)) {
    return compositeItem(outside, rel, alias, own);
  }
  const valueColumns = rel.schema.length - (ast.ordinality ? 1 : 0);
  const columns = rel.schema.map((column, index): ScopeColumn => ({
    name: valueColumns === 1 && index === 0 ? (alias?.name ?? own) : column.name,
    expr: columnAt(rel.schema, index),
    tableOid: 0,
    attributeNumber: 0,
  }));
  return named(outside, rel, columns, alias, {name: own, schema: null});
}

/** A function whose rows are composites of a declared type has their fields as columns. */
function compositeItem(outside: Level, rel: Rel, alias: TableFunction['alias'], own: string): FromItem {
  const [first, ...rest] = columnsOf(rel.schema);
  const type = baseOf(first.type);
  const fields = type.fields!.map((field, index) => ({op: 'field', arg: first, index, type: field.type}) as const);
  const names = [...type.fields!.map(({name}) => name), ...rel.schema.slice(1).map(({name}) => name)];
  const spread = project(rel, [...fields, ...rest], names);
  const columns = spread.schema.map((column, index): ScopeColumn => ({
    name: column.name,
    expr: columnAt(spread.schema, index),
    tableOid: 0,
    attributeNumber: 0,
  }));
  return named(outside, spread, columns, alias, {
    name: own,
    schema: null,
    rowType: rest.length === 0 ? type : undefined,
  });
}

function isSetCall(ctx: BindContext, env: Env, call: FunctionCall): boolean {
  const name = functionName(ctx, env, call);
  return isSetFunction(name) || functionsNamed(name, 'function').length === 0;
}

function oneRow(ctx: BindContext, outside: Level, ast: TableFunction, name: string): Rel {
  const level = new Level(outside, outside.commonTables);
  const bound = bindExpression(ctx, {level, clause: 'functions in FROM'}, ast.functions[0].call);
  const placement = new Placement(level, level.rel);
  const value = placement.place(bound);
  const exprs = value.type.fields
    ? value.type.fields.map((field, index) => ({op: 'field', arg: value, index, type: field.type}) as const)
    : [value];
  const names = value.type.fields ? value.type.fields.map(field => field.name) : [name];
  const rel = project(placement.rel, exprs, names);
  if (!ast.ordinality) return rel;
  const one = {op: 'literal', value: 1n, type: BIGINT} as const;
  return project(rel, [...columnsOf(rel.schema), one], [...names, 'ordinality']);
}
