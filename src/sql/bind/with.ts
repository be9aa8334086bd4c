import {SqlError} from '../../types/sql-error.ts';
import type {CommonTable as CommonTableAst, With} from '../ast/index.ts';
import type {CommonTable, CommonTables} from './common-tables.ts';
import type {BindContext} from './context.ts';
import {ONE_ROW} from '../../plan/build.ts';
import {isVolatile} from '../../plan/function-facts.ts';
import {nextRelId} from '../../plan/rel-id.ts';
import {relExprs, someRel} from '../../plan/rel-children.ts';
import type {Rel} from '../../plan/rel.ts';
import {bindMutual} from './mutual.ts';
import {bindQueryIn} from './query.ts';
import type {BoundQuery, Surroundings} from './query.ts';
import {bindRecursive} from './recursive.ts';
import {inDependencyOrder, namesTable} from './recursive-references.ts';
import {rename} from './rel-builders.ts';
import {asOrderedSubquery} from './row-order.ts';

/** The WITH queries of a query, added to those in sight. Errors: 42712, 42P10, 0A000. */
export function bindWith(ctx: BindContext, ast: With, around: Surroundings): CommonTables | null {
  const recursive = ast.recursion === 'recursive';
  const names = new Set<string>();
  let tables = around.commonTables;
  for (const part of ast.parts) {
    if (names.has(part.name)) {
      throw new SqlError('42712', `WITH query name "${part.name}" specified more than once`, {position: ctx.at(part)});
    }
    names.add(part.name);
  }
  if (ast.recursion === 'mutual') return bindMutual(ctx, ast, around);
  const parts = recursive ? inDependencyOrder(ctx, ast.parts) : ast.parts;
  for (const [i, part] of parts.entries()) {
    ctx.upcoming = recursive ? [] : parts.slice(i).map(({name}) => name);
    if (recursive && namesTable(part, part.name)) {
      tables = {table: bindRecursive(ctx, part, {...around, commonTables: tables}), rest: tables};
      continue;
    }
    if (part.search || part.cycle) {
      throw new SqlError('42601', 'WITH query is not recursive', {position: ctx.at(part)});
    }
    tables = {table: bindPart(ctx, part, {...around, commonTables: tables}), rest: tables};
  }
  ctx.upcoming = [];
  return tables;
}

function bindPart(ctx: BindContext, ast: CommonTableAst, around: Surroundings): CommonTable {
  const nesting = around.parent ? around.parent.nesting : -1;
  const query =
    ast.statement.kind === 'query'
      ? asOrderedSubquery(bindQueryIn(ctx, ast.statement, {...around, keepUnknown: false, top: false}))
      : null;
  const bound = query ?? bindWriting(ctx, ast, around);
  // Without RETURNING it has no columns, and may not be named.
  if (!bound) return {name: ast.name, rel: ONE_ROW, columns: [], nesting, silent: true};
  if (ast.columns.length > bound.columns.length) {
    const counts = `${bound.columns.length} columns available but ${ast.columns.length} columns specified`;
    throw new SqlError('42P10', `WITH query "${ast.name}" has ${counts}`, {position: ctx.at(ast)});
  }
  const names = bound.columns.map((column, i) => ast.columns[i] ?? column.name);
  const hidden = bound.rel.schema.slice(names.length).map(({name}) => name);
  const named = rename(bound.rel, [...names, ...hidden]);
  const {schema} = named;
  const rel: Rel = throwsDice(named) ? {node: 'shared', id: nextRelId(), input: named, schema} : named;
  return {
    name: ast.name,
    rel,
    columns: bound.columns.map((column, index) => ({
      name: names[index],
      expr: {op: 'column', index, type: column.type},
      tableOid: column.tableOid,
      attributeNumber: column.attributeNumber,
    })),
    ...(query ? {order: query.order} : {}),
    nesting,
  };
}

function throwsDice(rel: Rel): boolean {
  return someRel(rel, node => relExprs(node).some(isVolatile));
}

/** INSERT, UPDATE, DELETE in WITH: a step of the statement, whose rows are what it returns. Errors: 0A000. */
function bindWriting(ctx: BindContext, ast: CommonTableAst, around: Surroundings): BoundQuery | null {
  const {statement} = ast;
  if (statement.kind === 'query') return null;
  if (!around.top || !ctx.bindWriting) {
    if (ctx.defines !== null && around.parent === null) {
      const verb = ctx.defines === 'view' ? 'contain' : 'use';
      throw new SqlError('0A000', `${ctx.defines}s must not ${verb} data-modifying statements in WITH`);
    }
    throw new SqlError('0A000', 'WITH clause containing a data-modifying statement must be at the top level', {
      position: ctx.at(ast),
    });
  }
  if (statement.kind === 'merge') {
    throw new SqlError('0A000', 'MERGE not supported in WITH query', {position: ctx.at(ast)});
  }
  const {upcoming} = ctx;
  const {step, result} = ctx.bindWriting(statement, around.commonTables);
  ctx.upcoming = upcoming;
  ctx.steps.push(step);
  return result;
}
