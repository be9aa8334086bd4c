import {columnsOf, empty, filter, project, union} from '../../plan/build.ts';
import {columnAt} from '../../plan/columns.ts';
import {literal} from '../../plan/conjuncts.ts';
import {nextRelId} from '../../plan/rel-id.ts';
import type {RecursiveRel, Rel, WorkingTableRel} from '../../plan/rel.ts';
import {column, type Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, BOOLEAN, type SqlType} from '../../types/sql-type.ts';
import {typeName} from '../../types/type-names.ts';
import type {CommonTable as CommonTableAst, Query, RecursionLimit, With} from '../ast/index.ts';
import {canCoerce} from './type-category.ts';
import type {CommonTable, CommonTables} from './common-tables.ts';
import type {BindContext} from './context.ts';
import {asSubquery, bindQueryIn, coerceColumns} from './query.ts';
import type {Surroundings} from './query.ts';
import {rename} from './rel-builders.ts';
import {namesTable} from './recursive-references.ts';
import {bindTypeName} from './type-name.ts';

/** A query of WITH MUTUALLY RECURSIVE, with the columns it is declared with. */
type Part = {readonly ast: CommonTableAst; readonly query: Query; readonly columns: Schema};

/**
 * The queries of WITH MUTUALLY RECURSIVE, each of which may name all: those that lead back to themselves are one recursion,
 * whose rows say by a number which query they are of. Errors: 42601, 42804, 0A000 for what is no set.
 */
export function bindMutual(ctx: BindContext, ast: With, around: Surroundings): CommonTables | null {
  const parts = ast.parts.map((part): Part => {
    if (part.statement.kind !== 'query') {
      throw new SqlError('0A000', 'WITH MUTUALLY RECURSIVE must not contain data-modifying statements', {
        position: ctx.at(part),
      });
    }
    const columns = part.columns.map((name, i) => column(name, bindTypeName(ctx, part.columnTypes[i])));
    return {ast: part, query: part.statement, columns};
  });
  let tables = around.commonTables;
  for (const group of inOrder(parts)) {
    const recurses = group.length > 1 || names(group[0], group[0]);
    for (const table of recurses
      ? recursion(ctx, group, ast.limit, {...around, commonTables: tables})
      : [single(ctx, group[0], {...around, commonTables: tables})]) {
      tables = {table, rest: tables};
    }
  }
  return tables;
}

function names(part: Part, other: Part): boolean {
  return namesTable(part.ast, other.ast.name);
}

/** Parts that reach each other stand together; each group behind those that it names. */
function inOrder(parts: readonly Part[]): Part[][] {
  const reached = new Map(parts.map(part => [part, reachable(part, parts)]));
  const groups: Part[][] = [];
  let left = [...parts];
  while (left.length > 0) {
    const first = left.find(part =>
      left.every(other => !reached.get(part)!.has(other) || other === part || reached.get(other)!.has(part)),
    )!;
    const group = left.filter(
      other => other === first || (reached.get(first)!.has(other) && reached.get(other)!.has(first)),
    );
    groups.push(group);
    left = left.filter(part => !group.includes(part));
  }
  return groups;
}

function reachable(from: Part, parts: readonly Part[]): ReadonlySet<Part> {
  const found = new Set<Part>();
  const visit = (part: Part): void => {
    for (const other of parts) {
      if (found.has(other) || !names(part, other)) continue;
      found.add(other);
      visit(other);
    }
  };
  visit(from);
  return found;
}

function single(ctx: BindContext, part: Part, around: Surroundings): CommonTable {
  return tableOf(part, bindPart(ctx, part, around), around);
}

function recursion(
  ctx: BindContext,
  group: readonly Part[],
  limit: RecursionLimit | null,
  around: Surroundings,
): CommonTable[] {
  if (limit?.at === 'error') throw ctx.unsupported('RECURSION LIMIT without RETURN AT', limit);
  const tag = column('query', BIGINT, false);
  const schema = [tag, ...group.flatMap(({columns}) => columns)];
  const id = nextRelId();
  const name = group.map(({ast}) => ast.name).join(', ');
  const working: WorkingTableRel = {node: 'workingTable', id, name, schema};
  const inner = group.reduce<CommonTables | null>(
    (rest, part, k) => ({table: tableOf(part, rowsOf(working, group, k), around), rest}),
    around.commonTables,
  );
  const steps = group.map((part, k) => {
    if (!isSet(part.query)) {
      throw ctx.unsupported(
        'a query that recurses and may give a row twice in WITH MUTUALLY RECURSIVE',
        part.ast,
        'Use UNION or SELECT DISTINCT.',
      );
    }
    return tagged(bindPart(ctx, part, {...around, commonTables: inner}), group, k, schema);
  });
  const rel: RecursiveRel = {
    node: 'recursive',
    id,
    name,
    base: empty(schema),
    step: union(steps),
    distinct: true,
    mutual: {queries: group.length, tag: 0, iterations: limit && BigInt(limit.iterations)},
    schema,
  };
  return group.map((part, k) => tableOf(part, rowsOf(rel, group, k), around));
}

function isSet({body}: Query): boolean {
  return body.kind === 'set_operation' ? !body.all : body.kind === 'select' && body.distinct;
}

/** The query's rows with the declared columns. Errors: 42601, 42804. */
function bindPart(ctx: BindContext, {ast, query, columns}: Part, around: Surroundings): Rel {
  const bound = asSubquery(bindQueryIn(ctx, query, {...around, keepUnknown: true, top: false}));
  const declared = columns.map(({type}) => type);
  const given = bound.columns.map(({type}) => type);
  const fits = given.length === declared.length && given.every((type, i) => fitsInto(type, declared[i]));
  if (!fits) {
    const list = (types: readonly SqlType[]): string => `(${types.map(typeName).join(', ')})`;
    const message = `WITH MUTUALLY RECURSIVE query "${ast.name}" declared types ${list(declared)}, but query returns types ${list(given)}`;
    throw new SqlError('42804', message, {position: ctx.at(ast)});
  }
  return rename(
    coerceColumns(ctx, bound.rel, declared, 'assignment'),
    columns.map(({name}) => name),
  );
}

function fitsInto(given: SqlType, declared: SqlType): boolean {
  return given.kind === 'unknown' || given.kind === declared.kind || canCoerce(given, declared, 'assignment');
}

/** In the columns of all queries: its own, and NULL in those of the others. */
function tagged(rel: Rel, group: readonly Part[], k: number, schema: Schema): Rel {
  const own = columnsOf(rel.schema);
  const values = group.flatMap(({columns}, i) => (i === k ? own : columns.map(({type}) => literal(null, type))));
  return project(
    rel,
    [literal(BigInt(k), BIGINT), ...values],
    schema.map(({name}) => name),
  );
}

/** Of the rows of all queries those of the one. */
function rowsOf(rel: Rel, group: readonly Part[], k: number): Rel {
  const from = 1 + group.slice(0, k).reduce((width, {columns}) => width + columns.length, 0);
  const own = filter(rel, {
    op: 'call',
    signature: '=(int8,int8)',
    args: [columnAt(rel.schema, 0), literal(BigInt(k), BIGINT)],
    type: BOOLEAN,
  });
  return project(own, columnsOf(rel.schema).slice(from, from + group[k].columns.length));
}

function tableOf({ast, columns}: Part, rel: Rel, around: Surroundings): CommonTable {
  return {
    name: ast.name,
    rel,
    columns: columns.map(({name, type}, index) => ({
      name,
      expr: {op: 'column', index, type},
      tableOid: 0,
      attributeNumber: 0,
    })),
    nesting: around.parent ? around.parent.nesting : -1,
  };
}
