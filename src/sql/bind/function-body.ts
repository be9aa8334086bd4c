import {isDeepStrictEqual} from 'node:util';
import type {FunctionObject} from '../../catalog/object.ts';
import {inputs, resultColumn} from '../../catalog/function-signature.ts';
import {pathFor} from '../../catalog/temporary.ts';
import type {Expr} from '../../expr/expr.ts';
import {columnsOf, project} from '../../plan/build.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, structOf, type SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import {parseStatements} from '../parse/index.ts';
import {coerceExactly} from './coerce.ts';
import {BindContext, type BindOptions} from './context.ts';
import {asSubquery, bindQueryIn} from './query.ts';
import type {BoundQuery} from './query.ts';
import {sort} from './rel-builders.ts';

/** Functions that call functions: deeper is most likely one that calls itself. */
const MOST_NESTED = 32;

/**
 * The rows that the last query of a function in SQL gives, in the columns of its result; parameters stand as $1, $2 …
 * `ordered`: what sorts them stays under the columns.
 * Errors: those of the body with its name as their context, 42P13 where they are not what it returns, 54001, 0A000.
 */
export function bindFunctionBody(ctx: BindContext, called: FunctionObject, ordered = false): Rel {
  if (ctx.functionNesting >= MOST_NESTED) throw new SqlError('54001', `function "${called.name}" calls itself`);
  const parameters = inputs(called.parameters);
  const inner = new BindContext({
    ...ctx.options,
    text: called.body,
    ...bodyScope(ctx, called),
    parameterTypes: parameters.map(({type}) => type),
    parametersFixed: true,
    rights: ctx.rights,
    // Within a masking policy functions have the rights of its owner.
    as: called.definer ? null : (ctx.options.callAs ?? null),
    trusted: false,
    names: undefined,
    routine: undefined,
    returns: undefined,
  });
  inner.functionNesting = ctx.functionNesting + 1;
  inner.functionName = called.name;
  inner.functionParameters = parameters.map(({name}) => name);
  try {
    const rel = inResultColumns(inner, called, bindLast(inner, called, ordered));
    for (const oid of inner.dependencies) ctx.dependencies.add(oid);
    return rel;
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    throw new SqlError(error.code, error.message, {
      ...error.fields,
      position: undefined,
      where: `SQL function "${called.name}"`,
    });
  }
}

/** The search path in the function, and whose rights count. */
export function bodyScope(ctx: BindContext, called: FunctionObject): Pick<BindOptions, 'searchPath' | 'runAs'> {
  return {
    searchPath: pathOf(ctx, called),
    runAs: called.definer ? ownerOf(ctx, called) : ctx.options.runAs,
  };
}

/** Who has somebody else's rights must not be shown other tables under the names of those: none of the session's own. */
function pathOf({options}: BindContext, {ownPath, searchPath, definer}: FunctionObject): readonly string[] {
  const path = ownPath?.filter(name => name !== 'pg_temp') ?? searchPath;
  return definer ? path : pathFor(options.searchPath, path);
}

function ownerOf({catalog}: BindContext, {owner}: FunctionObject): number {
  return catalog.roleBook.named(owner)!.oid;
}

function bindLast(inner: BindContext, called: FunctionObject, ordered: boolean): BoundQuery {
  const statements = parseStatements(called.body);
  const last = statements.at(-1);
  const other = statements.find(({kind}) => kind !== 'query');
  if (other) throw inner.unsupported(`${other.kind.replaceAll('_', ' ').toUpperCase()} in a function`, other);
  if (last?.kind !== 'query')
    throw mismatch(called, "Function's final statement must be SELECT or INSERT/UPDATE/DELETE RETURNING.");
  const bound = bindQueryIn(inner, last, {parent: null, commonTables: null});
  if (ordered && bound.rel.node === 'sort') return bound;
  return asSubquery(called.set ? bound : {...bound, rel: firstRow(bound.rel)});
}

function inResultColumns(inner: BindContext, declared: FunctionObject, {rel, columns}: BoundQuery): Rel {
  // A record of which nothing says more is whatever comes.
  const called = declared.returns.kind === 'record' ? {...declared, returns: rowOf(columns)} : declared;
  const {returns} = called;
  const fields = returnsFields(inner, called, columns) ? returns.fields! : null;
  if (!fields && columns.length !== 1) throw mismatch(called, 'Final statement must return exactly one column.');
  if (fields && columns.length > fields.length) throw mismatch(called, 'Final statement returns too many columns.');
  const wanted = fields ? fields.map(({type}) => type) : [returns];
  const coerceAll = (exprs: readonly Expr[]) =>
    exprs.map((expr, i) => {
      const coerced = coerceExactly(inner, expr, wanted[i], 'assignment', undefined);
      if (coerced) return coerced;
      const what =
        fields || called.procedure
          ? `Final statement returns ${kindName(expr.type)} instead of ${kindName(wanted[i])} at column ${i + 1}.`
          : `Actual return type is ${kindName(expr.type)}.`;
      throw mismatch(called, what);
    });
  if (fields && columns.length < fields.length) {
    coerceAll(columnsOf(rel.schema).slice(0, columns.length));
    throw mismatch(called, 'Final statement returns too few columns.');
  }
  // Of one column the row itself, which is told from several by being one.
  const names = fields && fields.length > 1 ? fields.map(({name}) => name) : [resultColumn(called) ?? called.name];
  const results = (exprs: readonly Expr[]): readonly Expr[] => {
    const args = coerceAll(exprs);
    return fields?.length === 1 ? [{op: 'row', args, type: returns}] : args;
  };
  return rel.node === 'project'
    ? project(rel.input, results(rel.exprs), names)
    : project(rel, results(columnsOf(rel.schema).slice(0, columns.length)), names);
}

/** The one composite, or all columns. */
function rowOf(columns: BoundQuery['columns']): SqlType {
  const [{type}] = columns;
  return columns.length === 1 && type.fields ? type : structOf(columns);
}

/** The columns are those of the row type that is returned, and not one value of it. */
function returnsFields(ctx: BindContext, {returns}: FunctionObject, columns: BoundQuery['columns']): boolean {
  if (returns.kind !== 'struct' || !returns.fields) return false;
  if (columns.length !== 1) return true;
  const column: Expr = {op: 'column', index: 0, type: columns[0].type};
  return !coerceExactly(ctx, column, returns, 'assignment', undefined);
}

/**
 * What the last statement of a routine that acts gives, in the columns of its result. Errors: 42P13.
 */
export function asResult(
  ctx: BindContext,
  called: FunctionObject,
  result: BoundQuery | null,
  calls: boolean,
): BoundQuery | null {
  if (called.returns.kind === 'void') return result;
  if (!result) {
    throw mismatch(called, "Function's final statement must be SELECT or INSERT/UPDATE/DELETE RETURNING.");
  }
  const {kind, fields} = called.returns;
  if (kind === 'record') return result;
  const wanted = fields && returnsFields(ctx, called, result.columns) ? fields.map(({type}) => type) : [called.returns];
  const fits =
    result.columns.length === wanted.length &&
    wanted.every((type, i) => isDeepStrictEqual(type, result.columns[i].type));
  // Left alone: it keeps its order.
  if (fits || calls) return result;
  const rel = inResultColumns(ctx, called, result);
  return {...result, rel, columns: rel.schema.map(({name, type}) => ({name, type, tableOid: 0, attributeNumber: 0}))};
}

/** Errors: those of the body's statement have the function as their context. */
export function withinBody<T>({name}: FunctionObject, what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SqlError) || error.fields.where?.startsWith('SQL function')) throw error;
    throw new SqlError(error.code, error.message, {
      ...error.fields,
      position: undefined,
      where: `SQL function "${name}"${what}`,
    });
  }
}

function mismatch({returns, name, procedure}: FunctionObject, detail: string): SqlError {
  const isRecord = procedure || (returns.kind === 'struct' && returns.oid === undefined);
  const declared = isRecord ? 'record' : kindName(returns);
  return new SqlError('42P13', `return type mismatch in function declared to return ${declared}`, {
    detail,
    where: `SQL function "${name}"`,
  });
}

/** A function that returns one value takes the first row. */
function firstRow(rel: Rel): Rel {
  if (isOneRow(rel)) return rel;
  const one: Expr = {op: 'literal', value: 1n, type: BIGINT};
  if (rel.node !== 'sort') return sort(rel, [], one);
  return rel.limit ? sort(rel, [], one) : {...rel, limit: one};
}

function isOneRow(rel: Rel): boolean {
  if (rel.node === 'project') return isOneRow(rel.input);
  if (rel.node === 'values') return rel.rows.length === 1;
  return rel.node === 'aggregate' && rel.keys.length === 0;
}

/** The value of a body that is but an expression; null: it reads rows. */
export function expressionOf(rel: Rel): Expr | null {
  if (rel.node !== 'project' || rel.exprs.length !== 1) return null;
  const {input} = rel;
  return input.node === 'values' && input.rows.length === 1 && input.rows[0].length === 0 ? rel.exprs[0] : null;
}
