import {resultColumn} from '../../catalog/function-signature.ts';
import type {Expr} from '../../expr/expr.ts';
import {functionsNamed} from '../../expr/registry.ts';
import type {TableCall} from '../../expr/table-call.ts';
import {columnsOf, project} from '../../plan/build.ts';
import {columnAt} from '../../plan/columns.ts';
import type {Rel} from '../../plan/rel.ts';
import {oidOf} from '../../types/catalog-oids.ts';
import {column, type Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, baseOf, structOf, type SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {FunctionCall, FunctionColumn, TableFunction, TableFunctionItem} from '../ast/index.ts';
import {bindTextStatistics} from './asked-query.ts';
import type {Env} from './clause.ts';
import {columnName} from './column-name.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {named} from './from.ts';
import type {FromItem} from './from.ts';
import {functionName, userCall, withoutVoid} from './function-call.ts';
import {Level} from './level.ts';
import type {ScopeColumn} from './level.ts';
import {Placement} from './placement.ts';
import {byLastColumn} from './row-order.ts';
import {asDefined, returnsRecord} from './record-function.ts';
import {bindSetCall, definitionsMissing, isSetFunction} from './set-function.ts';
import {bindTypeName} from './type-name.ts';
import type {ResolvedCall} from './named-arguments.ts';
import {bindUserCall, bindUserRows, type UserCallable} from './user-function.ts';
import {bindUserSet, userSetCall} from './user-set.ts';

/** One function of a FROM item, bound: its call, and what its columns are called unless an alias says. */
type Item = {
  readonly call: TableCall;
  readonly args: readonly Expr[];
  readonly scalar: 'named' | 'unnamed' | null;
  /** The composite type that its rows are declared to be of. */
  readonly rowType: SqlType | undefined;
};

/**
 * `f(…) [WITH ORDINALITY]` and `ROWS FROM (f(…), g(…))` in FROM, lateral to what stands left of it. A function that returns
 * one value is one row of it. Where one function has one column, an alias names the column too, as in Postgres. Errors:
 * 42883, 42601 column definition lists that are missing or not wanted.
 */
export function bindFromFunction(ctx: BindContext, outside: Level, written: TableFunction): FromItem {
  if (written.ordinality && written.columns.length > 0) {
    throw new SqlError('42601', 'WITH ORDINALITY cannot be used with a column definition list', {
      hint: 'Put the column definition list inside ROWS FROM().',
      position: ctx.at(written.columns[0]),
    });
  }
  const level = new Level(outside, outside.commonTables);
  const env: Env = {level, clause: 'functions in FROM'};
  const ast = {...written, functions: written.functions.map(item => withoutVoids(ctx, env, item))};
  const made = userRows(ctx, env, ast);
  if (made) return fromRows(outside, ast, made);
  const functions = ast.functions.flatMap(apart);
  const items = functions.map(item => bindItem(ctx, env, item, functions.length === 1 ? ast.columns : []));
  const calls = items.map(({call}) => call);
  const numbers = ast.ordinality || outside.wantsOrder;
  const shown = [
    ...calls.flatMap(call => call.columns),
    ...(ast.ordinality ? [column('ordinality', BIGINT, false)] : []),
  ];
  const schema = numbers && !ast.ordinality ? [...shown, column('ordinality', BIGINT, false)] : shown;
  const rel = callsOver(
    level,
    calls,
    items.flatMap(({args}) => args),
    numbers,
    schema,
  );
  const {alias} = ast;
  const [first] = items;
  const own = columnName(ast.functions[0].call);
  const single = items.length === 1 && first.scalar !== null;
  const columns = shown.map(({name}, index): ScopeColumn => ({
    name: single && first.scalar === 'unnamed' && index === 0 ? (alias?.name ?? own) : name,
    expr: columnAt(schema, index),
    tableOid: 0,
    attributeNumber: 0,
  }));
  const rowType = items.length === 1 && !ast.ordinality ? first.rowType : undefined;
  const item = named(outside, rel, columns, alias, {name: own, schema: null, rowType}, single && !ast.ordinality);
  return numbers ? {...item, order: byLastColumn(rel)} : item;
}

function withoutVoids(ctx: BindContext, env: Env, item: TableFunctionItem): TableFunctionItem {
  const {call} = item;
  return call.kind === 'function_call' ? {...item, call: withoutVoid(ctx, env, call)} : item;
}

/** The rows of the one function that somebody made, or the row that is its value; null: it is called beside others. */
function userRows(ctx: BindContext, env: Env, ast: TableFunction): Rel | null {
  const [{call}] = ast.functions;
  if (ast.functions.length > 1 || ast.ordinality || call.kind !== 'function_call') return null;
  const written = ast.columns.length > 0 ? ast.columns : ast.functions[0].columns;
  const called = userCall(ctx, env, call);
  if (!called && written.length === 0 && isTextStatistics(call)) return bindTextStatistics(ctx, env, call);
  if (!called || (written.length > 0 && !returnsRecord(called.row.object))) return null;
  const match = asWritten(ctx, call, called, written);
  const {object} = match.row;
  const name = resultColumn(object) ?? columnName(call);
  // The session makes rows of what one that acts gives.
  if (!object.set || object.acts) return valueAsRow(env, bindUserCall(ctx, env, call, match), name);
  return object.language === 'sql' ? inFields(bindUserRows(ctx, env, call, match), object.returns) : null;
}

/** Of one that returns record, with the columns of the list. Errors: 42601 there is none. */
function asWritten(
  ctx: BindContext,
  call: FunctionCall,
  match: ResolvedCall<UserCallable>,
  written: readonly FunctionColumn[],
): ResolvedCall<UserCallable> {
  if (!returnsRecord(match.row.object)) return match;
  if (written.length === 0) throw definitionsMissing(ctx, call);
  return asDefined(match, definedColumns(ctx, written));
}

function isTextStatistics({name, args}: FunctionCall): boolean {
  return name.at(-1) === 'ts_stat' && name.length <= 2 && (args.length === 1 || args.length === 2);
}

/** Rows that are one composite value each, as rows of its fields. */
function inFields(rel: Rel, {fields}: SqlType): Rel {
  if (!fields || rel.schema.length !== 1 || !rel.schema[0].type.fields) return rel;
  const value = columnAt(rel.schema, 0);
  return project(
    rel,
    fields.map((field, index): Expr => ({op: 'field', arg: value, index, type: field.type})),
    fields.map(field => field.name),
  );
}

function valueAsRow({level}: Env, bound: Expr, name: string): Rel {
  const placement = new Placement(level, level.rel);
  const value = placement.place(bound);
  const {fields} = value.type;
  const row = project(placement.rel, [value], [name]);
  return fields ? inFields(row, value.type) : row;
}

function fromRows(outside: Level, ast: TableFunction, rel: Rel): FromItem {
  const {alias} = ast;
  const own = columnName(ast.functions[0].call);
  const columns = rel.schema.map(({name}, index): ScopeColumn => ({
    name: rel.schema.length === 1 && name === own ? (alias?.name ?? own) : name,
    expr: columnAt(rel.schema, index),
    tableOid: 0,
    attributeNumber: 0,
  }));
  return named(outside, rel, columns, alias, {name: own, schema: null});
}

/** `unnest(a, b)` is an unnest of each, side by side. */
function apart(item: TableFunctionItem): TableFunctionItem[] {
  const {call} = item;
  if (call.kind !== 'function_call' || call.args.length < 2 || call.name[call.name.length - 1] !== 'unnest')
    return [item];
  return call.args.map(arg => ({...item, call: {...call, args: [arg]}}));
}

function bindItem(ctx: BindContext, env: Env, ast: TableFunctionItem, outer: readonly FunctionColumn[]): Item {
  const written = outer.length > 0 ? outer : ast.columns;
  const definitions = written.length > 0 ? definedColumns(ctx, written) : null;
  const {call} = ast;
  const name = columnName(call);
  const made = call.kind === 'function_call' ? userCall(ctx, env, call) : null;
  if (made && returnsRecord(made.row.object)) return recordItem(ctx, env, call as FunctionCall, made, name, written);
  if (made?.row.object.set) return madeItem(ctx, env, call as FunctionCall, made, name, written);
  if (!made && call.kind === 'function_call' && isSetCall(ctx, env, call)) {
    const {row, args, columns, rowType, defined} = bindSetCall(
      ctx,
      env,
      call,
      functionName(ctx, env, call),
      definitions,
    );
    if (definitions && !defined) {
      throw notWanted(ctx, rowType && row.rowType ? 'composite' : returned(rowType), written[0]);
    }
    const scalar = rowType ? null : columns[0].name === row.name ? 'unnamed' : 'named';
    const shown = scalar === 'unnamed' ? [{...columns[0], name}] : columns;
    const bound = {signature: row.signature, arity: args.length, columns: shown, composite: false};
    return {call: bound, args, scalar, rowType: rowType?.oid === undefined ? undefined : rowType};
  }
  return oneRow(ctx, env, call, name, written, definitions, made !== null);
}

function recordItem(
  ctx: BindContext,
  env: Env,
  ast: FunctionCall,
  match: ResolvedCall<UserCallable>,
  name: string,
  written: readonly FunctionColumn[],
): Item {
  const defined = asWritten(ctx, ast, match, written);
  if (defined.row.object.set) return madeItem(ctx, env, ast, defined, name, []);
  return itemOf(bindUserCall(ctx, env, ast, defined), name);
}

/** Rows of a function that somebody made, beside others or numbered. */
function madeItem(
  ctx: BindContext,
  env: Env,
  ast: FunctionCall,
  match: ResolvedCall<UserCallable>,
  name: string,
  written: readonly FunctionColumn[],
): Item {
  const set = bindUserSet(ctx, env, ast, match);
  if (written.length > 0) {
    throw notWanted(ctx, returned(set.rowType), written[0]);
  }
  const {rowType, columns} = set;
  const shown = rowType || set.isNamed ? columns : [{...columns[0], name}];
  return {
    call: userSetCall({...set, columns: shown}),
    args: [set.array],
    scalar: rowType ? null : set.isNamed ? 'named' : 'unnamed',
    rowType: rowType?.oid === undefined ? undefined : rowType,
  };
}

/** A function that returns one value: a row of it, or of its fields. */
function oneRow(
  ctx: BindContext,
  env: Env,
  ast: TableFunctionItem['call'],
  name: string,
  written: readonly FunctionColumn[],
  definitions: Schema | null,
  hasOuts: boolean,
): Item {
  const bound = bindExpression(ctx, env, ast);
  const isAnonymous = bound.type.kind === 'struct' && bound.type.oid === undefined && !hasOuts;
  if (isAnonymous && definitions) return itemOf(asDefinedRow(bound, definitions), name);
  const record = bound.type.kind === 'record' && !bound.type.fields;
  if (record && !definitions) throw definitionsMissing(ctx, ast as FunctionCall);
  if (!record && definitions) {
    throw notWanted(ctx, returned(bound.type.fields ? bound.type : null), written[0]);
  }
  return itemOf(record ? {...bound, type: structOf(definitions!)} : bound, name);
}

/** A row that is there, as the list of its columns has it. Errors: 42804. */
function asDefinedRow(row: Expr, definitions: Schema): Expr {
  const mismatch = (detail: string): SqlError =>
    new SqlError('42804', 'function return row and query-specified return row do not match', {detail});
  const fields = row.type.fields!;
  if (fields.length !== definitions.length) {
    const attributes = fields.length === 1 ? 'attribute' : 'attributes';
    throw mismatch(`Returned row contains ${fields.length} ${attributes}, but query expects ${definitions.length}.`);
  }
  fields.forEach(({type}, i) => {
    const wanted = definitions[i].type;
    if (oidOf(type) === oidOf(wanted)) return;
    throw mismatch(
      `Returned type ${kindName(type)} at ordinal position ${i + 1}, but query expects ${kindName(wanted)}.`,
    );
  });
  return {...row, type: structOf(definitions)};
}

function itemOf(value: Expr, name: string): Item {
  const {fields} = baseOf(value.type);
  const columns = fields ? fields.map(field => column(field.name, field.type)) : [column(name, value.type)];
  const call: TableCall = {signature: '$row(any)', arity: 1, columns, composite: false};
  const rowType = value.type.oid === undefined ? undefined : value.type;
  return {call, args: [value], scalar: fields ? null : 'unnamed', rowType};
}

/** Of what a function returns: what a column definition list for it is. */
const NOT_WANTED = {
  scalar: 'only allowed for functions returning "record"',
  composite: 'redundant for a function returning a named composite type',
  outs: 'redundant for a function with OUT parameters',
};

function returned(rowType: SqlType | null): keyof typeof NOT_WANTED {
  if (!rowType) return 'scalar';
  return rowType.oid === undefined ? 'outs' : 'composite';
}

function notWanted(ctx: BindContext, what: keyof typeof NOT_WANTED, where: FunctionColumn): SqlError {
  return new SqlError('42601', `a column definition list is ${NOT_WANTED[what]}`, {
    position: ctx.at(where.span.start),
  });
}

function definedColumns(ctx: BindContext, written: readonly FunctionColumn[]): Schema {
  return written.map(({name, type, collation}, i) => {
    if (collation) throw ctx.unsupported('COLLATE in a column definition list', written[i]);
    if (written.findIndex(other => other.name === name) < i) {
      throw new SqlError('42701', `column name "${name}" specified more than once`);
    }
    return column(name, bindTypeName(ctx, type));
  });
}

function isSetCall(ctx: BindContext, env: Env, call: FunctionCall): boolean {
  const name = functionName(ctx, env, call);
  return isSetFunction(name) || functionsNamed(name, 'function').length === 0;
}

/** Arguments that are subqueries stand in a row beside which the functions are called. */
export function callsOver(
  level: Level,
  calls: readonly TableCall[],
  args: readonly Expr[],
  ordinality: boolean,
  schema: Schema,
): Rel {
  const node = {node: 'tableFunction', calls, ordinality, schema} as const;
  if (level.pending.length === 0) return {...node, args};
  const placement = new Placement(level, level.rel);
  const placed = args.map(arg => placement.place(arg));
  const input = project(placement.rel, placed);
  const rows: Rel = {
    node: 'flatMap',
    input,
    calls,
    args: columnsOf(input.schema),
    ordinality,
    schema: [...input.schema, ...schema],
  };
  return project(rows, columnsOf(rows.schema).slice(input.schema.length));
}
