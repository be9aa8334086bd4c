import {rowTypeOf} from '../../catalog/user-types.ts';
import {type LiveColumn, liveColumns, schemaOf} from '../../catalog/object.ts';
import type {MaterializedViewObject, Relation, ViewObject} from '../../catalog/object.ts';
import type {RelationUse} from '../../catalog/needed-rights.ts';
import {denied} from '../../catalog/rights-errors.ts';
import {mayUseSchema, ownerOf} from '../../catalog/rights.ts';
import {isTemporarySchema, ownTemporarySchema, schemaMeant} from '../../catalog/temporary.ts';
import {barrier} from '../../plan/build.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Node, Query} from '../ast/index.ts';
import {parseStatements} from '../parse/index.ts';
import {collated} from './collation.ts';
import {BindContext} from './context.ts';
import type {BindOptions} from './context.ts';
import type {ScopeColumn, SystemColumns} from './level.ts';
import {hasMasks, maskedRows} from './masking.ts';
import type {Recorder} from './recorder.ts';
import {keepColumns, rename} from './rel-builders.ts';
import type {RowOrder} from './row-order.ts';
import {visibleRows} from './row-security.ts';
import {bindInnerQuery} from './locked-query.ts';
import {type BoundLock, shiftLocks} from './locking.ts';
import type {RowsWanted} from './rows-wanted.ts';
import {withSystemColumns} from './system-columns.ts';

export type NamedRelation = {
  readonly rel: Rel;
  readonly columns: readonly ScopeColumn[];
  readonly name: string;
  readonly schema: string;
  readonly rowType: SqlType | undefined;
  /** See ScopeItem. */
  readonly later: readonly ScopeColumn[];
  readonly system?: SystemColumns;
  /** A table or materialized view: it has rows of its own. */
  readonly stored: boolean;
  /** See ScopeItem. */
  readonly locks: readonly BoundLock[];
  /** Of its rows, where a view's query says one; it may name columns behind `columns`. */
  readonly order?: RowOrder;
};

/** A relation of the catalog by name; a view is its query. Errors: 42P01, 42809, 0A000. */
export function bindRelation(ctx: BindContext, parts: readonly string[], ast: Node): NamedRelation {
  const relation = resolve(ctx, parts, ast);
  if (relation.kind === 'system') {
    const {lasting} = ctx.options;
    if (lasting) throw ctx.unsupported(`system relation "${relation.name}" in a ${lasting}`, ast);
  } else {
    if (relation.kind === 'sequence' && ctx.options.lasting) {
      throw ctx.unsupported(`sequence "${relation.name}" in a ${ctx.options.lasting}`, ast);
    }
    ctx.dependencies.add(relation.oid);
    if (relation.kind === 'materialized view' && relation.unpopulated && !ctx.definesOnly) {
      throw new SqlError('55000', `materialized view "${relation.name}" has not been populated`, {
        hint: 'Use the REFRESH MATERIALIZED VIEW command.',
      });
    }
  }
  const use = ctx.use(relation.oid);
  use.selects = true;
  const wanted = ctx.rowsWanted.get(ast);
  const locked = wanted?.how === 'lock';
  if (locked) use.updates = true;
  const run = isRunAgain(ctx, relation) ? viewRows(ctx, relation, wanted) : null;
  const width = relation.columns.length;
  const masked = hasMasks(ctx, relation.columns);
  const rows = maskedRows(
    ctx,
    relation.columns,
    run ? (masked && run.locks.length === 0 ? keepColumns(run.rel, width) : run.rel) : rowsOf(ctx, relation, locked),
    relation.kind === 'table' ? wanted !== undefined : run !== null && run.locks.length > 0,
  );
  const names = ctx.options.names?.columns[relation.oid];
  const known = names && new Set(names.map(([number]) => number));
  return {
    ...(run && !masked ? {order: run.order} : {}),
    locks: shiftLocks(run?.locks ?? [], masked ? width : 0),
    ...(isView(relation) ? {rel: rows} : withSystemColumns(ctx, relation, rows, use)),
    columns: namedColumns(ctx, relation).map(live => scopeColumn(relation, rows, live, live.name, use)),
    // As it was called where it is named: a view's text keeps saying that.
    name: parts[parts.length - 1],
    schema: relation.schema,
    rowType: relation.kind === 'system' ? undefined : rowTypeOf(relation),
    later: known
      ? liveColumns(relation)
          .filter(({number}) => !known.has(number))
          .map(live => scopeColumn(relation, rows, live, live.column.name, use))
      : [],
    stored: relation.kind === 'table' || relation.kind === 'materialized view',
  };
}

function scopeColumn(
  relation: Relation,
  rows: Rel,
  {column, index, number}: LiveColumn,
  name: string,
  use: RelationUse,
): ScopeColumn {
  // The row type of a table may have got more fields since the view was made.
  const type = column.type.kind === 'struct' && isView(relation) ? rows.schema[index].type : column.type;
  return {name, expr: {op: 'column', index, type}, tableOid: relation.oid, attributeNumber: number, use};
}

/** Its rows are a query's: they have no system columns. */
function isView(relation: Relation): boolean {
  return relation.kind === 'view' || (relation.kind === 'system' && relation.relkind === 'v');
}

/** Its rows, of a table those that policies show: to be locked, they must be ones that UPDATE shows too. */
function rowsOf(ctx: BindContext, relation: Relation, locked: boolean): Rel {
  const get = getRel(relation);
  if (relation.kind !== 'table') return get;
  return visibleRows(ctx, relation, get, locked ? ['select', 'update'] : ['select']);
}

/** Its query is run in the place of its name. */
function isRunAgain(ctx: BindContext, relation: Relation): relation is ViewObject | MaterializedViewObject {
  if (relation.kind === 'view') return true;
  // What lives on reads the materialized view itself, which is there before it.
  return (
    relation.kind === 'materialized view' && !ctx.options.lasting && ctx.options.isUnfilled?.(relation.oid) === true
  );
}

/** The columns; in the text of a view those that there were when it was made, under the names that they had. */
export function namedColumns(ctx: BindContext, relation: Relation) {
  const known = ctx.options.names?.columns[relation.oid];
  const names = known && new Map(known);
  const live = liveColumns(relation).filter(({number}) => !names || names.has(number));
  ctx.found.columns[relation.oid] = live.map(({column, number}) => [number, names?.get(number) ?? column.name]);
  return live.map(column => ({...column, name: names?.get(column.number) ?? column.column.name}));
}

export function resolve(ctx: BindContext, parts: readonly string[], ast: Node): Relation {
  const relation = resolveName(ctx, parts, ast);
  ctx.found.relations[parts.join('.')] = relation.oid;
  ctx.recorder?.relations.set(ast, relation.oid);
  return relation;
}

function resolveName(ctx: BindContext, parts: readonly string[], ast: Node): Relation {
  const known = ctx.options.names?.relations[parts.join('.')];
  if (known !== undefined) return ctx.catalog.relation(known);
  checkSchema(ctx, parts, ast);
  try {
    return accessible(ctx, ctx.catalog.resolve(parts, ctx.options.searchPath));
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    const placed = error.at(ctx.at(ast));
    if (error.code !== '42P01' || parts.length > 1 || !ctx.upcoming.includes(parts[0])) throw placed;
    throw placed.with({
      detail: `There is a WITH item named "${parts[0]}", but it cannot be referenced from this part of the query.`,
      hint: 'Use WITH RECURSIVE, or re-order the WITH items to remove forward references.',
    });
  }
}

/** Errors: 42501 the user may not use the schema that the name begins with. */
export function checkSchema(ctx: BindContext, parts: readonly string[], where: Node): void {
  if (parts.length < 2 || ctx.actingRole === null) return;
  const schema = schemaMeant(parts[parts.length - 2], ctx.options.searchPath);
  if (schema === ownTemporarySchema(ctx.options.searchPath)) return;
  if (!ctx.catalog.hasSchema(schema) || mayUseSchema(ctx.catalog, schema, ctx.actingRole)) return;
  throw denied('schema', schema).at(ctx.at(where));
}

/** Errors: 0A000. */
function accessible(ctx: BindContext, relation: Relation): Relation {
  if (!isTemporarySchema(relation.schema)) return relation;
  if (relation.schema === ownTemporarySchema(ctx.options.searchPath)) return relation;
  throw new SqlError('0A000', 'cannot access temporary tables of other sessions');
}

export function getRel(relation: Relation): Rel {
  return {node: 'get', object: relation.oid, name: relation.name, schema: schemaOf(relation)};
}

/**
 * The view's query bound anew, in the search path it was written in. What is wrong with it now (it was right once)
 * has no position in the user's statement.
 */
function viewRows(ctx: BindContext, view: ViewObject | MaterializedViewObject, wanted?: RowsWanted) {
  const {rel, order, locks} = bindViewStatement(ctx, view, queryOf(view), null, wanted);
  const hides = view.kind === 'view' && view.options?.['security_barrier'] === 'true';
  const names = rel.schema.map(({name}, i) => view.columns[i]?.name ?? name);
  return {rel: rename(hides ? barrier(rel) : rel, names), order, locks};
}

/** The query of a view or materialized view, as its syntax tree. */
export function queryOf(view: ViewObject | MaterializedViewObject): Query {
  const [statement] = parseStatements(view.query);
  if (statement?.kind !== 'query') throw new SqlError('XX000', `view "${view.name}" has no query`);
  return statement;
}

export function bindViewStatement(
  ctx: BindContext,
  view: ViewObject | MaterializedViewObject,
  statement: Query,
  recorder: Recorder | null,
  wanted?: RowsWanted,
) {
  const inner = viewContext(ctx, view);
  inner.definesOnly = ctx.definesOnly;
  inner.recorder = recorder;
  try {
    const bound = bindInnerQuery(inner, statement, {parent: null, commonTables: null}, wanted);
    for (const [table, wait] of inner.lockWaits) ctx.lockWaits.set(table, wait);
    return {...bound, rel: collated(inner, bound.rel)};
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    // That its rows cannot be locked is the statement's fault, not the view's.
    const where = wanted?.how === 'lock' && error.code === '0A000' ? undefined : `view "${view.name}"`;
    throw new SqlError(error.code, error.message, {...error.fields, position: undefined, where});
  }
}

/** In which the view's query is bound. */
export function viewContext(ctx: BindContext, view: ViewObject | MaterializedViewObject): BindContext {
  const {query: text, searchPath} = view;
  return new BindContext({
    ...ctx.options,
    text,
    searchPath,
    parameterTypes: [],
    names: view.names,
    rights: ctx.rights,
    // Within a view of somebody else too it is the user whose rights count.
    as: isInvoker(view) ? undefined : ownerOf(ctx.catalog, view),
    trusted: false,
  });
}

/** WITH (security_invoker): the rights of the user count, not its owner's. */
function isInvoker(view: ViewObject | MaterializedViewObject): boolean {
  return view.kind === 'view' && view.options?.['security_invoker'] === 'true';
}

/** What a view of the catalog shows. */
export function bindViewRel(view: ViewObject | MaterializedViewObject, options: BindOptions): Rel {
  return keepColumns(viewRows(new BindContext(options), view).rel, view.columns.length);
}
