import type {Expr} from '../../expr/expr.ts';
import {columnsOf, distinct, join, project, union} from '../../plan/build.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, TEXT} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Query, SetOperation} from '../ast/index.ts';
import {mustCoerceExactly} from './coerce.ts';
import {commonType} from './common-type.ts';
import type {CommonTables} from './common-tables.ts';
import type {BindContext} from './context.ts';
import {intoOf} from './into.ts';
import {countedRows} from './counted-rows.ts';
import type {Level} from './level.ts';
import {bindLocking} from './locking.ts';
import {orderOutput} from './order-by.ts';
import {keepColumns} from './rel-builders.ts';
import {withoutAddedInStar} from './search-cycle.ts';
import {bindSelect} from './select.ts';
import {requireEquality} from './sortable.ts';
import {bindValues} from './values.ts';
import {bindWith} from './with.ts';

export type QueryColumn = {
  readonly name: string;
  readonly type: SqlType;
  /** The catalog's column that this one plainly is; else 0. */
  readonly tableOid: number;
  readonly attributeNumber: number;
  /** Where an error about it points. */
  readonly position?: number;
};

/**
 * A bound query. `rel` has the visible columns first; what follows them are sort keys that are not selected, and then
 * the root is a sort.
 */
export type BoundQuery = {readonly rel: Rel; readonly columns: readonly QueryColumn[]};

/** What surrounds a query: the rows its outer references see, and the WITH queries it may name. */
export type Surroundings = {
  readonly parent: Level | null;
  readonly commonTables: CommonTables | null;
  /** Untyped literals and parameters of the select list keep type unknown: INSERT and UNION decide. */
  readonly keepUnknown?: boolean;
  /** Whoever reads the rows heeds their order. */
  readonly ordered?: boolean;
  /** The statement's own query: its WITH may write. */
  readonly top?: boolean;
  /** The query whose FOR UPDATE locks rows. */
  readonly locks?: Query;
};

/** Binds a whole query. Errors: everything that Postgres's parse analysis says. */
export function bindQueryIn(ctx: BindContext, ast: Query, around: Surroundings): BoundQuery {
  refuseClauses(ctx, ast);
  const outside = {...around, commonTables: withoutAddedInStar(around.commonTables)};
  const inner = ast.with ? {...outside, commonTables: bindWith(ctx, ast.with, outside)} : outside;
  switch (ast.body.kind) {
    case 'select':
      return bindSelect(ctx, ast.body, ast, inner);
    case 'values':
      return orderOutput(ctx, bindValues(ctx, ast.body, inner), ast, inner, 'VALUES');
    case 'set_operation':
      return orderOutput(ctx, bindSetOperation(ctx, ast.body, inner), ast, inner, 'set operation');
  }
}

/** A query within another: its visible columns, in no order unless a LIMIT makes it matter. */
export function bindSubquery(ctx: BindContext, ast: Query, parent: Level): BoundQuery {
  return asSubquery(bindQueryIn(ctx, ast, {parent, commonTables: parent.commonTables}));
}

export function asSubquery(bound: BoundQuery): BoundQuery {
  const {rel, columns} = bound;
  const unordered = rel.node === 'sort' && !rel.limit && !rel.offset ? rel.input : rel;
  return {columns, rel: keepColumns(unordered, columns.length)};
}

function refuseClauses(ctx: BindContext, ast: Query): void {
  if (ast.body.kind !== 'select') bindLocking(ctx, ast, null);
  if (ast.asOf) throw ctx.unsupported('AS OF', ast.asOf);
}

function bindSetOperation(ctx: BindContext, ast: SetOperation, around: Surroundings): BoundQuery {
  const late = intoOf(ast.right);
  if (late) {
    throw new SqlError('42601', 'INTO is only allowed on first SELECT of UNION/INTERSECT/EXCEPT', {
      position: ctx.at(late.name),
    });
  }
  const name = ast.operator.toUpperCase();
  const sides = [ast.left, ast.right].map(side =>
    asSubquery(bindQueryIn(ctx, side, {...around, keepUnknown: true, top: false})),
  );
  const [left, right] = sides;
  if (left.columns.length !== right.columns.length) {
    throw new SqlError('42601', `each ${name} query must have the same number of columns`, {
      position: right.columns[0]?.position ?? ctx.at(ast.right),
    });
  }
  const types = left.columns.map((column, i) => {
    const pair = [column, right.columns[i]].map(placeholder(ctx));
    const type = commonType(ctx, pair, name);
    // Within a larger set operation an untyped column stays so until all sides are known.
    const untyped = pair.every(expr => expr.type.kind === 'unknown');
    return untyped && around.keepUnknown ? column.type : type;
  });
  for (const side of [ast.left, ast.right]) ctx.recorder?.columnTypes.set(side, types);
  if (ast.operator !== 'union' || !ast.all) {
    types.forEach((type, i) => requireEquality(type, left.columns[i].position));
  }
  const [a, b] = sides.map(side => coerceColumns(ctx, side.rel, types));
  const columns = left.columns.map((column, i) => ({...column, type: types[i], tableOid: 0, attributeNumber: 0}));
  return {rel: combine(ast, a, b), columns};
}

/** A stand-in for a column in the choice of a common type. */
function placeholder(ctx: BindContext): (column: QueryColumn) => Expr {
  return column => {
    const expr: Expr = {op: 'column', index: 0, type: column.type};
    if (column.position === undefined) return expr;
    return ctx.markAt(expr, column.position);
  };
}

function combine(ast: SetOperation, left: Rel, right: Rel): Rel {
  if (ast.operator === 'union') return ast.all ? union([left, right]) : distinct(union([left, right]));
  if (ast.all) return countedRows(ast.operator, left, right);
  const leftColumns = columnsOf(left.schema);
  const rightColumns = columnsOf(right.schema, left.schema.length);
  const same: Expr[] = leftColumns.map((column, i) => ({
    op: 'distinct',
    left: column,
    right: rightColumns[i],
    negated: true,
    type: BOOLEAN,
  }));
  const on: Expr = same.length === 1 ? same[0] : {op: 'and', args: same, type: BOOLEAN};
  return join(ast.operator === 'intersect' ? 'semi' : 'anti', distinct(left), right, on);
}

/** The relation with each column as the wanted type; literals that had none are read as it. */
export function coerceColumns(
  ctx: BindContext,
  rel: Rel,
  types: readonly SqlType[],
  context: 'implicit' | 'assignment' = 'implicit',
): Rel {
  if (rel.schema.every(({type}, i) => type === types[i])) return rel;
  if (rel.node === 'project') {
    const exprs = rel.exprs.map((expr, i) => mustCoerceExactly(ctx, expr, types[i], context, ctx.positionOf(expr)));
    return project(rel.input, exprs, names(rel));
  }
  if (rel.node === 'values') {
    const rows = rel.rows.map(row =>
      row.map((expr, i) => mustCoerceExactly(ctx, expr, types[i], context, ctx.positionOf(expr))),
    );
    return {...rel, rows, schema: rel.schema.map((column, i) => ({...column, type: types[i]}))};
  }
  if (rel.node === 'union')
    return {...rel, ...union(rel.inputs.map(input => coerceColumns(ctx, input, types, context)))};
  const exprs = columnsOf(rel.schema).map((column, i) => {
    const known: Expr = column.type.kind === 'unknown' ? {...column, type: TEXT} : column;
    return mustCoerceExactly(ctx, known, types[i], known === column ? context : 'explicit');
  });
  return project(rel, exprs, names(rel));
}

function names(rel: Rel): string[] {
  return rel.schema.map(({name}) => name);
}
