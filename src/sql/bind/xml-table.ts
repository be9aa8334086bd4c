import type {Expr} from '../../expr/expr.ts';
import type {TableCall} from '../../expr/table-call.ts';
import {tableFunctionsNamed} from '../../expr/table-functions.ts';
import {project} from '../../plan/build.ts';
import {columnAt} from '../../plan/columns.ts';
import {column} from '../../types/schema.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {arrayOf, BIGINT, baseOf, INTEGER, type SqlType, TEXT, XML} from '../../types/sql-type.ts';
import type {Expression, XmlTable, XmlTableColumn} from '../ast/index.ts';
import {callNamed} from './call.ts';
import type {Env} from './clause.ts';
import {mustCoerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import {asType, bindExpression} from './expression.ts';
import {callsOver} from './from-function.ts';
import type {FromItem} from './from.ts';
import {named} from './from.ts';
import {Level, type ScopeColumn} from './level.ts';
import {byLastColumn} from './row-order.ts';
import {categoryOf} from './type-category.ts';
import {bindTypeName} from './type-name.ts';

/**
 * `XMLTABLE(path PASSING document COLUMNS …)`: a function finds each column as a text, which is then read as its type; defaults and
 * NOT NULL come after. Errors: 42601, 42804, 0A000.
 */
export function bindXmlTable(ctx: BindContext, outside: Level, ast: XmlTable): FromItem {
  const level = new Level(outside, outside.commonTables);
  const env: Env = {level, clause: 'functions in FROM'};
  checkColumns(ctx, ast.columns);
  const types = ast.columns.map(({type}) => (type ? bindTypeName(ctx, type) : INTEGER));
  const asText = (part: Expression): Expr => asType(ctx, bindExpression(ctx, env, part), TEXT, 'XMLTABLE');
  const args = [
    asType(ctx, bindExpression(ctx, env, ast.document), XML, 'XMLTABLE'),
    asText(ast.row),
    texts(
      ast.namespaces.map(({name}) => {
        if (name === null) throw new SqlError('0A000', 'DEFAULT namespace is not supported');
        return literal(name);
      }),
    ),
    texts(ast.namespaces.map(({uri}) => asText(uri))),
    texts(ast.columns.map(({name}) => literal(name))),
    texts(ast.columns.map((item, i) => literal(kindOf(item, types[i])))),
    texts(ast.columns.map(({name, path}) => (path ? asText(path) : literal(name)))),
  ];
  const [{signature}] = tableFunctionsNamed('$xml_table');
  const raw = ast.columns.map(({name}) => column(name, TEXT));
  const call: TableCall = {signature, arity: args.length, columns: raw, composite: false};
  const numbers = outside.wantsOrder;
  const schema = numbers ? [...raw, column('ordinality', BIGINT, false)] : raw;
  const found = callsOver(level, [call], args, numbers, schema);
  const shown = ast.columns.map((item, i) => valueOf(ctx, env, item, columnAt(schema, i), types[i]));
  const names = schema.map(({name}) => name);
  const rel = project(found, numbers ? [...shown, columnAt(schema, raw.length)] : shown, names);
  const columns = raw.map(({name}, index): ScopeColumn => ({
    name,
    expr: columnAt(rel.schema, index),
    tableOid: 0,
    attributeNumber: 0,
  }));
  const item = named(outside, rel, columns, ast.alias, {name: 'xmltable', schema: null});
  return numbers ? {...item, order: byLastColumn(rel)} : item;
}

/** Errors: 42601. */
function checkColumns(ctx: BindContext, columns: readonly XmlTableColumn[]): void {
  columns.forEach((item, i) => {
    const before = columns.slice(0, i);
    const position = ctx.at(item);
    if (item.ordinality && before.some(({ordinality}) => ordinality)) {
      throw new SqlError('42601', 'only one FOR ORDINALITY column is allowed', {position});
    }
    if (before.some(({name}) => name === item.name)) {
      throw new SqlError('42601', `column name "${item.name}" is not unique`, {position});
    }
  });
}

function kindOf({ordinality}: XmlTableColumn, type: SqlType): string {
  if (ordinality) return 'ordinality';
  if (baseOf(type).kind === 'xml') return 'xml';
  return categoryOf(baseOf(type)) === 'N' ? 'number' : 'text';
}

function valueOf(ctx: BindContext, env: Env, item: XmlTableColumn, found: Expr, type: SqlType): Expr {
  // What is too long is refused, as types' input does.
  const strict = ['varchar', 'bpchar', 'bit', 'varbit'].includes(baseOf(type).kind);
  const read = mustCoerce(ctx, found, type, strict ? 'assignment' : 'explicit', ctx.at(item));
  const value = item.default ? withDefault(ctx, env, item.default, read) : read;
  return item.notNull ? callNamed(ctx, '$xml_not_null', [value, literal(item.name)], item.span.start) : value;
}

/** Errors: 42804; 0A000 a subquery. */
function withDefault(ctx: BindContext, env: Env, ast: Expression, value: Expr): Expr {
  const pending = env.level.pending.length;
  const bound = bindExpression(ctx, env, ast);
  if (env.level.pending.length > pending) throw notSupported('a subquery as the default of a column', ctx.at(ast));
  const otherwise = mustCoerce(ctx, bound, value.type, 'assignment', ctx.at(ast));
  return {op: 'coalesce', args: [value, otherwise], type: value.type};
}

function literal(value: string): Expr {
  return {op: 'literal', value, type: TEXT};
}

function texts(args: readonly Expr[]): Expr {
  return {op: 'array', args, type: arrayOf(TEXT)};
}
