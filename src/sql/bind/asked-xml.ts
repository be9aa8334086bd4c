import {parseObjectIdentifier} from '../../catalog/object-identifier.ts';
import {isRelation} from '../../catalog/object.ts';
import {rightsOn} from '../../catalog/rights.ts';
import type {Expr} from '../../expr/expr.ts';
import {quoteIdentifier, quoteLiteral} from '../../expr/text/quote.ts';
import {xmlName} from '../../expr/xml/names.ts';
import type {Rel} from '../../plan/rel.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {XML} from '../../types/sql-type.ts';
import type {FunctionCall} from '../ast/index.ts';
import {askedRel} from './asked-query.ts';
import type {Env} from './clause.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';

// What a query, a table or a schema holds, as XML. What is asked for must be written out: it becomes part of the query that calls, as
// an expression of SQL that makes the text.

type Form = {readonly nulls: boolean; readonly forest: boolean; readonly target: string};
/** The query's text, and what one row and all rows are called. */
type Asked = {readonly query: string; readonly row: string; readonly whole: string};

const PARAMETERS: Readonly<Record<string, string>> = {
  query_to_xml: 'query',
  table_to_xml: 'tbl',
  schema_to_xml: 'schema',
};

export function isAskedXml(name: string): boolean {
  return Object.hasOwn(PARAMETERS, name);
}

/** `query_to_xml(query, nulls, tableforest, targetns)` and its kin. Errors: those of the query, 42P01, 3F000, 0A000. */
export function bindAskedXml(ctx: BindContext, env: Env, ast: FunctionCall, name: string): Expr | null {
  const names = [PARAMETERS[name], 'nulls', 'tableforest', 'targetns'];
  if (ast.args.length !== names.length) return null;
  const given = new Map<string, Datum>();
  for (const [i, arg] of ast.args.entries()) {
    const named = arg.kind === 'named_argument';
    const bound = bindExpression(ctx, env, named ? arg.value : arg);
    const value = constantOf(ctx, ast, bound, name);
    if (value === null) return {op: 'literal', value: null, type: XML};
    given.set(named ? arg.name : names[i], value);
  }
  const [about, nulls, forest, target] = names.map(each => given.get(each));
  if (about === undefined || nulls === undefined || forest === undefined || target === undefined) return null;
  const form = {nulls: isTrue(nulls), forest: isTrue(forest), target: target as string};
  const rel = askedRel(ctx, `SELECT xmlparse(content ${textOf(ctx, name, about, form)})`);
  return env.level.defer({kind: 'subquery', apply: 'scalar', rel, operands: [], on: null}, XML);
}

function isTrue(value: Datum): boolean {
  return value === true || value === 't' || value === 'true' || value === 'on' || value === '1' || value === 'yes';
}

/** Errors: 0A000. */
function constantOf(ctx: BindContext, ast: FunctionCall, bound: Expr, name: string): Datum {
  let inner = bound;
  while (inner.op === 'call' && /^(cast|assign)\(/.test(inner.signature)) inner = inner.args[0];
  if (inner.op !== 'literal') throw ctx.unsupported(`${name}() of what is not written out`, ast);
  return inner.value;
}

/** An expression of SQL. */
function textOf(ctx: BindContext, name: string, about: Datum, form: Form): string {
  if (name === 'query_to_xml') {
    return rowsText(ctx, {query: (about as string).replace(/;\s*$/, ''), row: 'row', whole: 'table'}, form, true);
  }
  if (name === 'table_to_xml') {
    const {catalog, options} = ctx;
    const oid =
      typeof about === 'bigint'
        ? about
        : parseObjectIdentifier('regclass', about as string, catalog, options.searchPath);
    const found = catalog.byOid(Number(oid));
    if (!found || !('columns' in found)) throw new SqlError('42P01', `relation with OID ${String(oid)} does not exist`);
    return rowsText(ctx, wholeTable(found), form, true);
  }
  return schemaText(ctx, about as string, form);
}

function wholeTable({schema, name}: {readonly schema: string; readonly name: string}): Asked {
  const query = `SELECT * FROM ${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
  return {query, row: name, whole: name};
}

/** Tables, views and materialized views that one may read, by name. Errors: 3F000. */
function schemaText(ctx: BindContext, schema: string, form: Form): string {
  const {catalog} = ctx;
  if (!catalog.hasSchema(schema)) throw new SqlError('3F000', `schema "${schema}" does not exist`);
  const role = ctx.options.role;
  const tables = [...catalog.all()]
    .filter(each => isRelation(each) && each.kind !== 'sequence' && each.kind !== 'source' && each.schema === schema)
    .filter(each => role === undefined || rightsOn(catalog, each, role, 'r') !== '')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const root = xmlName(schema, true);
  const parts = tables.map(each => `${rowsText(ctx, wholeTable(each), form, false)} || E'\\n'`);
  return [literal(`<${root}${namespaces(form)}>\n\n`), ...parts, literal(`</${root}>\n`)].join(' || ');
}

/** `top`: the outermost element names the spaces. */
function rowsText(ctx: BindContext, {query, row, whole}: Asked, form: Form, top: boolean): string {
  const {schema}: Rel = askedRel(ctx, query);
  const spaces = top ? namespaces(form) : '';
  const name = xmlName(form.forest ? row : 'row', true);
  const fields = schema.map((column, i) => fieldText(`c${i}`, xmlName(column.name, true), form));
  const text = [literal(`<${name}${form.forest ? spaces : ''}>\n`), ...fields, literal(`</${name}>\n\n`)].join(' || ');
  const columns = schema.map((_, i) => `c${i}`).join(', ');
  const from = schema.length === 0 ? `(${query}\n) AS q` : `(${query}\n) AS q(${columns})`;
  const found = `(SELECT coalesce(pg_catalog.string_agg(${text}, ''), '') FROM ${from})`;
  if (form.forest) return found;
  const root = xmlName(whole, true);
  return `${literal(`<${root}${spaces}>\n\n`)} || ${found} || ${literal(`</${root}>\n`)}`;
}

/** Its value as XMLFOREST writes it, under another name. */
function fieldText(column: string, name: string, {nulls}: Form): string {
  const content = `pg_catalog."left"(pg_catalog.substr(xmlforest(q.${column} AS v)::text, 4), -4)`;
  const absent = nulls ? literal(`  <${name} xsi:nil="true"/>\n`) : `''`;
  return `coalesce(${literal(`  <${name}>`)} || ${content} || ${literal(`</${name}>\n`)}, ${absent})`;
}

function namespaces({target}: Form): string {
  const own = target === '' ? '' : ` xmlns="${target}"`;
  return ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"${own}`;
}

function literal(text: string): string {
  return `(${quoteLiteral(text)}::text)`;
}
