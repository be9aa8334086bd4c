import {SqlError} from '../../types/sql-error.ts';
import type {CommonTable as CommonTableAst, With} from '../ast/index.ts';
import type {CommonTable, CommonTables} from './common-tables.ts';
import type {BindContext} from './context.ts';
import {asSubquery, bindQueryIn} from './query.ts';
import type {Surroundings} from './query.ts';
import {rename} from './rel-builders.ts';

/** The WITH queries of a query, added to those in sight. Errors: 42712, 42P10, 0A000 recursive and data-modifying ones. */
export function bindWith(ctx: BindContext, ast: With, around: Surroundings): CommonTables | null {
  if (ast.recursion === 'mutual') throw ctx.unsupported('WITH MUTUALLY RECURSIVE', ast);
  if (ast.recursion === 'recursive') throw ctx.unsupported('WITH RECURSIVE', ast);
  const names = new Set<string>();
  let tables = around.commonTables;
  for (const [i, part] of ast.parts.entries()) {
    ctx.upcoming = ast.parts.slice(i).map(({name}) => name);
    if (names.has(part.name)) {
      throw new SqlError('42712', `WITH query name "${part.name}" specified more than once`, {position: ctx.at(part)});
    }
    names.add(part.name);
    tables = {table: bindPart(ctx, part, {...around, commonTables: tables}), rest: tables};
  }
  ctx.upcoming = [];
  return tables;
}

function bindPart(ctx: BindContext, ast: CommonTableAst, around: Surroundings): CommonTable {
  if (ast.statement.kind !== 'query') throw ctx.unsupported('data-modifying statements in WITH', ast.statement);
  const bound = asSubquery(bindQueryIn(ctx, ast.statement, {...around, keepUnknown: false}));
  if (ast.columns.length > bound.columns.length) {
    const counts = `${bound.columns.length} columns available but ${ast.columns.length} columns specified`;
    throw new SqlError('42P10', `WITH query "${ast.name}" has ${counts}`, {position: ctx.at(ast)});
  }
  const names = bound.columns.map((column, i) => ast.columns[i] ?? column.name);
  const rel = rename(bound.rel, names);
  return {
    name: ast.name,
    rel,
    columns: bound.columns.map((column, index) => ({
      name: names[index],
      expr: {op: 'column', index, type: column.type},
      tableOid: column.tableOid,
      attributeNumber: column.attributeNumber,
    })),
    nesting: around.parent ? around.parent.nesting : -1,
  };
}
