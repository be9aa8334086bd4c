import type {Expr} from '../../expr/expr.ts';
import {columnsOf, filter, project} from '../../plan/build.ts';
import {columnAt} from '../../plan/columns.ts';
import type {Rel} from '../../plan/rel.ts';
import {column, type Column, type Schema} from '../../types/schema.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {arrayOf, BIGINT, structOf, type SqlType} from '../../types/sql-type.ts';
import type {
  CommonTable as CommonTableAst,
  CycleClause,
  Node,
  Query,
  SearchClause,
  SetOperation,
  TableExpression,
  TableRef,
  Target,
} from '../ast/index.ts';
import {coerceAll, commonType} from './common-type.ts';
import type {CommonTable, CommonTables} from './common-tables.ts';
import type {BindContext} from './context.ts';
import {bindExpression} from './expression.ts';
import {Level} from './level.ts';
import {callOperator} from './operator.ts';
import {callQuantified} from './predicates.ts';
import {requireEquality} from './sortable.ts';

/** A column that SEARCH or CYCLE adds to a recursion; its values are over the columns of the query and those added. */
type Added = {
  readonly column: Column;
  /** For the rows that the recursion begins with. */
  readonly first: (own: readonly Expr[]) => Expr;
  /** For a row of the step; `before`: the columns added to the row that it was made from. */
  readonly next: (own: readonly Expr[], before: (name: string) => Expr) => Expr;
};

/** What SEARCH and CYCLE make of a recursion: more columns, and rows that it does not go on from. */
type Tracking = {
  readonly columns: Schema;
  /** The rows that the recursion begins with, and their added columns. */
  readonly begin: (base: Rel) => Rel;
  /** The rows of the step, behind whose columns stand those added to the rows they were made from. */
  readonly goOn: (step: Rel) => Rel;
  /** Errors: 42601, 42701 for names that do not fit. */
  readonly check: () => void;
};

/** The pair of marks of a CYCLE clause. Errors: 42804 where they have no common type. */
type Marks = {readonly value: Expr; readonly otherwise: Expr};

export function bindMarks(ctx: BindContext, {to, default: otherwise}: CycleClause): Marks {
  const level = new Level(null, null);
  const marks = [to, otherwise].map(ast => bindExpression(ctx, {level, clause: 'SELECT'}, ast));
  const type = commonType(ctx, marks, 'CYCLE');
  const [value, other] = coerceAll(ctx, marks, type, () => 'CYCLE');
  requireEquality(type, undefined);
  return {value, otherwise: other};
}

/** `own`: the columns that the query has without it. Errors: 42601. */
export function trackingOf(ctx: BindContext, ast: CommonTableAst, own: Schema, marks: Marks | null): Tracking {
  const {search, cycle} = ast;
  checkAddedNames(ctx, ast);
  const added = [
    ...(search ? [search.order === 'depth' ? depthFirst(ctx, own, search) : breadthFirst(ctx, own, search)] : []),
    ...(cycle ? cycleColumns(ctx, own, cycle, marks!) : []),
  ];
  const columns = added.map(each => each.column);
  const names = [...own, ...columns].map(({name}) => name);
  return {
    columns,
    begin: base => {
      const values = columnsOf(base.schema);
      return project(base, [...values, ...added.map(({first}) => first(values))], names);
    },
    goOn: step => {
      const values = columnsOf(step.schema).slice(0, own.length);
      const before = (name: string): Expr =>
        columnAt(step.schema, own.length + columns.findIndex(each => each.name === name));
      const unmarked = cycle
        ? filter(step, callOperator(ctx, '<>', [before(cycle.set), marks!.value], cycle.span.start))
        : step;
      return project(unmarked, [...values, ...added.map(({next}) => next(values, before))], names);
    },
    check: () => checkNames(ctx, ast, own),
  };
}

/** The path to the row: the rows' columns, from the first on. */
function depthFirst(ctx: BindContext, own: Schema, {by, set, span}: Pick<SearchClause, 'by' | 'set' | 'span'>): Added {
  const type = rowType(own, by);
  return {
    column: column(set, arrayOf(type)),
    first: values => ({op: 'array', args: [rowOf(own, by, values, type)], type: arrayOf(type)}),
    next: (values, before) => {
      const last: Expr = {op: 'array', args: [rowOf(own, by, values, type)], type: arrayOf(type)};
      return callOperator(ctx, '||', [before(set), last], span.start);
    },
  };
}

/** How far the row is from the first, then its columns. */
function breadthFirst(
  ctx: BindContext,
  own: Schema,
  {by, set, span}: Pick<SearchClause, 'by' | 'set' | 'span'>,
): Added {
  const {fields} = rowType(own, by);
  const type = structOf([{name: '*DEPTH*', type: BIGINT}, ...fields!]);
  const at = (depth: Expr, values: readonly Expr[]): Expr => {
    const row = rowOf(own, by, values, type);
    return {op: 'row', args: [depth, ...row.args], type};
  };
  return {
    column: column(set, type),
    first: values => at({op: 'literal', value: 0n, type: BIGINT}, values),
    next: (values, before) => {
      const depth: Expr = {op: 'field', arg: before(set), index: 0, type: BIGINT};
      const one: Expr = {op: 'literal', value: 1n, type: BIGINT};
      return at(callOperator(ctx, '+', [depth, one], span.start), values);
    },
  };
}

/** Whether the row is on its own path, and the path with it at the end. */
function cycleColumns(ctx: BindContext, own: Schema, ast: CycleClause, {value, otherwise}: Marks): Added[] {
  const path = depthFirst(ctx, own, {by: ast.columns, set: ast.using, span: ast.span});
  const type = rowType(own, ast.columns);
  const mark: Added = {
    column: column(ast.set, value.type),
    first: () => otherwise,
    next: (values, before) => {
      type.fields!.forEach(field => requireEquality(field.type, undefined));
      const row = rowOf(own, ast.columns, values, type);
      const when = callQuantified(ctx, '=', 'any', row, before(ast.using), ast.span.start);
      return {op: 'case', whens: [{when, then: value}], otherwise, type: value.type};
    },
  };
  return [mark, path];
}

function rowType(own: Schema, by: readonly string[]): SqlType {
  return structOf(placesOf(own, by).map(place => ({name: own[place].name, type: own[place].type})));
}

function rowOf(own: Schema, by: readonly string[], values: readonly Expr[], type: SqlType) {
  return {op: 'row', args: placesOf(own, by).map(place => values[place]), type} as const;
}

/** Names that no column has are left out: checkNames tells of them, once the query itself is found to be right. */
function placesOf(own: Schema, by: readonly string[]): number[] {
  return by.map(name => own.findIndex(each => each.name === name)).filter(place => place >= 0);
}

function checkNames(ctx: BindContext, {search, cycle}: CommonTableAst, own: Schema): void {
  const names = own.map(({name}) => name);
  const fail = (code: string, message: string, where: Node) => {
    throw new SqlError(code, message, {position: ctx.at(where)});
  };
  const checkColumns = (kind: string, columns: readonly string[], where: Node) => {
    for (const [i, name] of columns.entries()) {
      if (!names.includes(name)) fail('42601', `${kind} column "${name}" not in WITH query column list`, where);
      if (columns.indexOf(name) < i) fail('42701', `${kind} column "${name}" specified more than once`, where);
    }
  };
  const checkNew = (what: string, name: string, where: Node) => {
    if (names.includes(name)) fail('42601', `${what} name "${name}" already used in WITH query column list`, where);
  };
  if (search) {
    checkColumns('search', search.by, search);
    checkNew('search sequence column', search.set, search);
  }
  if (cycle) {
    checkColumns('cycle', cycle.columns, cycle);
    checkNew('cycle mark column', cycle.set, cycle);
    checkNew('cycle path column', cycle.using, cycle);
  }
}

/** Errors: 42601 for a name that two of the added columns would have. */
function checkAddedNames(ctx: BindContext, {search, cycle}: CommonTableAst): void {
  if (!cycle) return;
  const fail = (what: string, where: Node) => {
    throw new SqlError('42601', `${what} are the same`, {position: ctx.at(where)});
  };
  if (cycle.set === cycle.using) fail('cycle mark column name and cycle path column name', cycle);
  if (search?.set === cycle.set) fail('search sequence column name and cycle mark column name', search);
  if (search?.set === cycle.using) fail('search sequence column name and cycle path column name', search);
}

/**
 * The step with the columns added to the row that it goes on from behind its own. Errors: 0A000, 42601 where it is not a
 * SELECT that has the recursion in its FROM clause.
 */
export function selectingAdded(ast: CommonTableAst, sides: SetOperation, added: Schema): Query {
  const form = 'with a SEARCH or CYCLE clause, the';
  if (isNestedSetOperation(sides.left)) {
    throw new SqlError('0A000', `${form} left side of the UNION must be a SELECT`);
  }
  if (isNestedSetOperation(sides.right)) {
    throw new SqlError('42601', `${form} right side of the UNION must be a SELECT`);
  }
  const {right} = sides;
  const ref =
    right.body.kind === 'select' ? right.body.from.map(from => referenceIn(from, ast.name)).find(Boolean) : null;
  if (right.body.kind !== 'select' || !ref) {
    const where = 'must be at the top level of its right-hand SELECT';
    throw new SqlError('0A000', `${form} recursive reference to WITH query "${ast.name}" ${where}`);
  }
  if (right.body.groupBy.length > 0 || right.body.distinctOn.length > 0) {
    throw notSupported('GROUP BY and DISTINCT ON in a recursion with SEARCH or CYCLE');
  }
  const {span} = ref;
  const targets = added.map(({name}): Target => {
    const expression = {kind: 'column_ref', path: [ref.alias?.name ?? ast.name, name], star: false, span} as const;
    return {kind: 'target', expression, alias: null, span};
  });
  return {...right, body: {...right.body, targets: [...right.body.targets, ...targets]}};
}

function isNestedSetOperation({body, with: inner, orderBy, limit, offset, locking}: Query): boolean {
  return body.kind === 'set_operation' && !inner && !limit && !offset && orderBy.length + locking.length === 0;
}

/** Where a FROM item names the WITH query itself. */
function referenceIn(from: TableExpression, name: string): TableRef | null {
  if (from.kind === 'join') return referenceIn(from.left, name) ?? referenceIn(from.right, name);
  if (from.kind !== 'table_ref') return null;
  return from.name.parts.length === 1 && from.name.parts[0] === name ? from : null;
}

/** As a query sees the tables of those around it: `*` does not stand for the columns that SEARCH and CYCLE add. */
export function withoutAddedInStar(tables: CommonTables | null): CommonTables | null {
  if (!tables) return null;
  const rest = withoutAddedInStar(tables.rest);
  const {table} = tables;
  const seen =
    table.added && table.columns.some((each, i) => i >= table.columns.length - table.added! && !each.notInStar);
  if (rest === tables.rest && !seen) return tables;
  return {table: seen ? hiddenFromStar(table) : table, rest};
}

function hiddenFromStar(table: CommonTable): CommonTable {
  const own = table.columns.length - (table.added ?? 0);
  return {...table, columns: table.columns.map((each, i) => (i < own ? each : {...each, notInStar: true}))};
}
