import type {CatalogColumn, MaterializedViewObject, ViewObject} from '../../catalog/object.ts';
import {isTemporary, lastingPath} from '../../catalog/temporary.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {CreateMaterializedView, CreateView, Query, StorageOption} from '../ast/index.ts';
import {BindContext} from './context.ts';
import type {BindOptions} from './context.ts';
import {collated, requireCollations} from './collation.ts';
import {commonFields} from './definition.ts';
import {intoOf} from './into.ts';
import {refusePseudoType} from './pseudo-column.ts';
import {asSubquery, bindQueryIn} from './query.ts';
import type {BoundQuery} from './query.ts';
import {rename} from './rel-builders.ts';
import {checkTablespace} from './tablespace.ts';
import {bindViewRel} from './relation.ts';
import {refuseSystemName} from './system-columns.ts';
import {isUpdatable, NO_COLUMNS, viewShape} from './view-shape.ts';

/** The record of a new view. Errors: those of its query, 42601, 42701, 42P02 parameters, 0A000. */
export function bindCreateView(ast: CreateView, options: BindOptions): ViewObject {
  const ctx = new BindContext(options);
  if (ast.persistence === 'unlogged') throw ctx.unsupported('unlogged views', ast);
  if (intoOf(ast.query)) throw new SqlError('0A000', 'views must not contain SELECT INTO');
  if (ast.emit) throw ctx.unsupported('EMIT in a view that is not materialized', ast);
  ctx.defines = 'view';
  ctx.definesOnly = true;
  const bound = bindDefiningQuery(ctx, ast.query, ast.columns, 'VIEW');
  const view = {
    ...commonFields(ctx, ast, ast.name, usesTemporary(ctx) ? 'temporary' : ast.persistence),
    kind: 'view',
    query: ctx.source(ast.query),
    names: ctx.found,
    options: {...plainViewOptions(ast.options), ...checkOption(ast)},
    searchPath: lastingPath(options.searchPath),
    columns: bound.columns,
    dependsOn: [...ctx.dependencies],
  } as const;
  requireUpdatable(view, options);
  return view;
}

/** Errors: 22023 said twice. */
function checkOption({checkOption: written, options}: CreateView): Record<string, string> {
  if (written === 'none') return {};
  if (options.some(({name}) => name === 'check_option')) {
    throw new SqlError('22023', 'parameter "check_option" specified more than once');
  }
  return {check_option: written};
}

/** Errors: 0A000 a check option of a view that is not automatically updatable. */
export function requireUpdatable(view: ViewObject, options: BindOptions): void {
  if (view.options?.['check_option'] === undefined) return;
  const shape = viewShape(new BindContext(options), view);
  const hint = !isUpdatable(shape)
    ? shape.because
    : shape.columns.every(column => typeof column === 'string')
      ? NO_COLUMNS
      : null;
  if (hint === null) return;
  throw new SqlError('0A000', 'WITH CHECK OPTION is supported only on automatically updatable views', {hint});
}

/** It reads what is temporary, so that it cannot outlive that. */
function usesTemporary({catalog, dependencies}: BindContext): boolean {
  return [...dependencies].some(oid => {
    const object = catalog.byOid(oid);
    return object !== null && object.kind !== 'system' && isTemporary(object);
  });
}

/** Errors: 0A000. */
function refuseTemporary(ctx: BindContext): void {
  if (usesTemporary(ctx)) {
    throw new SqlError('0A000', 'materialized views must not use temporary tables or views');
  }
}

export type BoundMaterializedView = {
  readonly object: MaterializedViewObject;
  /** The view's rows; its schema is the view's. */
  readonly rel: Rel;
};

/** The record of a new materialized view, and what it is to compute. Errors: as of `bindCreateView`. */
export function bindCreateMaterializedView(ast: CreateMaterializedView, options: BindOptions): BoundMaterializedView {
  const ctx = new BindContext({...options, lasting: 'materialized view'});
  if (ast.emit === 'on window close') throw ctx.unsupported('EMIT ON WINDOW CLOSE', ast);
  ctx.defines = 'materialized view';
  ctx.definesOnly = !ast.withData;
  const bound = bindDefiningQuery(ctx, ast.query, ast.columns, 'MATERIALIZED VIEW');
  refuseTemporary(ctx);
  checkTablespace(ast.tablespace);
  const common = commonFields(ctx, ast, ast.name);
  if (isTemporary({...common, kind: 'view'})) {
    throw new SqlError('42501', 'cannot create temporary table within security-restricted operation');
  }
  const object: MaterializedViewObject = {
    ...common,
    kind: 'materialized view',
    query: ctx.source(ast.query),
    names: ctx.found,
    searchPath: lastingPath(options.searchPath),
    columns: bound.columns,
    options: viewOptions(ctx, ast.options),
    ...(ast.withData ? {} : {unpopulated: true}),
    dependsOn: [...ctx.dependencies],
  };
  return {object, rel: bound.rel};
}

/** A view that was made WITH NO DATA, and what it is to compute from now on. Errors: those of its query. */
export function bindRefresh(view: MaterializedViewObject, options: BindOptions): BoundMaterializedView {
  const rel = bindViewRel(view, {...options, lasting: 'materialized view'});
  const columns = view.columns.map((column, i) => ({
    ...column,
    type: rel.schema[i].type,
    nullable: rel.schema[i].nullable,
  }));
  const {unpopulated: _, ...object} = view;
  return {object: {...object, columns}, rel};
}

type Defined = {readonly columns: readonly CatalogColumn[]; readonly rel: Rel};

/** A query that defines a relation, with its columns under their final names. */
function bindDefiningQuery(ctx: BindContext, query: Query, names: readonly string[], what: string): Defined {
  const bound = asSubquery(bindQueryIn(ctx, query, {parent: null, commonTables: null}));
  refuseParameters(ctx);
  const rel = collated(ctx, bound.rel);
  requireCollations(rel, what);
  return defined({...bound, rel}, names, what);
}

export function refuseParameters(ctx: BindContext): void {
  if (ctx.parameters.count > 0) throw new SqlError('42P02', 'there is no parameter $1');
}

function defined(bound: BoundQuery, names: readonly string[], what: string): Defined {
  if (names.length > bound.columns.length) {
    // Postgres says "too many column names were specified" of materialized views, which are tables to it.
    const message =
      what === 'VIEW' ? 'CREATE VIEW specifies more column names than columns' : 'too many column names were specified';
    throw new SqlError('42601', message);
  }
  const final = bound.columns.map((column, i) => names[i] ?? column.name);
  final.forEach((name, i) => {
    if (final.indexOf(name) !== i) throw new SqlError('42701', `column "${name}" specified more than once`);
    if (what === 'VIEW') refusePseudoType(name, bound.columns[i].type);
    else refuseSystemName(name);
  });
  const rel = rename(bound.rel, final);
  const columns = rel.schema.map(({name, type, nullable}) => ({name, type, nullable, default: null}));
  return {columns, rel};
}

const BOOLEANS = new Map<string, 'true' | 'false'>([
  ...['true', 'on', 'yes', '1', ''].map(word => [word, 'true'] as const),
  ...['false', 'off', 'no', '0'].map(word => [word, 'false'] as const),
]);

/** `WITH (security_barrier, security_invoker, check_option)` of a view. Errors: 22023. */
export function plainViewOptions(options: readonly StorageOption[]): Record<string, string> {
  const result: Record<string, string> = {};
  for (const {name, value, namespace} of options) {
    if (namespace !== null) throw new SqlError('22023', `unrecognized parameter namespace "${namespace}"`);
    if (name in result) throw new SqlError('22023', `parameter "${name}" specified more than once`);
    if (name === 'check_option') {
      if (value !== 'local' && value !== 'cascaded') {
        throw new SqlError('22023', `invalid value for enum option "check_option": ${value ?? 'true'}`, {
          detail: 'Valid values are "local" and "cascaded".',
        });
      }
      result[name] = value;
      continue;
    }
    requirePlainOption(name);
    const accepted = BOOLEANS.get((value ?? '').toLowerCase());
    if (!accepted) {
      throw new SqlError('22023', `invalid value for boolean option "${name}": ${value ?? ''}`);
    }
    result[name] = accepted;
  }
  return result;
}

const PLAIN_OPTIONS = ['security_barrier', 'security_invoker', 'check_option'];

/** Errors: 22023. */
function requirePlainOption(name: string): void {
  if (!PLAIN_OPTIONS.includes(name)) throw new SqlError('22023', `unrecognized parameter "${name}"`);
}

const viewOptionValues: Readonly<Record<string, readonly string[]>> = {on_error: ['raise', 'quarantine']};

export const viewOptionNames: readonly string[] = Object.keys(viewOptionValues);

/** Of ALTER MATERIALIZED VIEW … SET. Errors: 22023. */
export function bindViewOptions(ast: readonly StorageOption[], options: BindOptions): Readonly<Record<string, string>> {
  return viewOptions(new BindContext(options), ast);
}

/** `WITH (on_error = 'quarantine')`. Errors: 22023. */
function viewOptions(ctx: BindContext, options: readonly StorageOption[]): Readonly<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const option of options) {
    const position = ctx.at(option);
    const allowed = viewOptionValues[option.name];
    if (!allowed || option.namespace !== null) {
      throw new SqlError('22023', `unrecognized parameter "${option.name}"`, {
        hint: `Known parameters are: ${Object.keys(viewOptionValues).join(', ')}.`,
        position,
      });
    }
    const value = (option.value ?? '').toLowerCase();
    if (!allowed.includes(value)) {
      throw new SqlError('22023', `invalid value for parameter "${option.name}": "${option.value ?? ''}"`, {
        hint: `Valid values are: ${allowed.join(', ')}.`,
        position,
      });
    }
    result[option.name] = value;
  }
  return result;
}
