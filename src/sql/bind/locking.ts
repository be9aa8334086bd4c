import {SqlError} from '../../types/sql-error.ts';
import type {LockingClause, Query, Select, TableExpression} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import type {Level} from './level.ts';

// FOR UPDATE and its kin. Nothing is locked: writers do not wait for each other here. What Postgres refuses is refused.

/** Errors: 0A000 where rows of the result are no rows of a table, 42P01, 42601. */
export function checkLocking(ctx: BindContext, query: Query, level: Level | null): void {
  for (const clause of query.locking) {
    if (query.withTies && clause.wait === 'skip locked') {
      throw new SqlError('42601', 'SKIP LOCKED and WITH TIES options cannot be used together');
    }
    refuseQuery(query, clause, level);
    if (query.body.kind === 'select') checkTables(ctx, query, query.body, clause);
  }
}

function nameOf(clause: LockingClause): string {
  return `FOR ${clause.strength.toUpperCase()}`;
}

function refuseQuery({body}: Query, clause: LockingClause, level: Level | null): void {
  const fail = (what: string) => new SqlError('0A000', `${nameOf(clause)} is not allowed with ${what}`);
  if (body.kind === 'set_operation') throw fail('UNION/INTERSECT/EXCEPT');
  if (body.kind === 'values') throw new SqlError('0A000', `${nameOf(clause)} cannot be applied to VALUES`);
  if (body.distinct) throw fail('DISTINCT clause');
  if (body.groupBy.length > 0) throw fail('GROUP BY clause');
  if (body.having) throw fail('HAVING clause');
  const has = (kind: string) => level?.pending.some(pending => pending.kind === kind);
  if (has('aggregate')) throw fail('aggregate functions');
  if (has('window')) throw fail('window functions');
  if (has('set')) throw fail('set-returning functions in the target list');
}

/** What of a FROM clause has a name, and whether an outer join may put NULLs in its place. */
type Locked = {readonly name: string | null; readonly nullable: boolean; readonly ast: TableExpression};

function checkTables(ctx: BindContext, query: Query, select: Select, clause: LockingClause): void {
  const tables = select.from.flatMap(item => tablesOf(item, false));
  const all = clause.of.length === 0;
  const named = clause.of.map(name => {
    const position = ctx.at(name);
    if (name.parts.length > 1) {
      throw new SqlError('42601', `${nameOf(clause)} must specify unqualified relation names`, {position});
    }
    const found = tables.find(table => table.name === name.parts[0]);
    if (!found) {
      const message = `relation "${name.parts[0]}" in ${nameOf(clause)} clause not found in FROM clause`;
      throw new SqlError('42P01', message, {position});
    }
    const what = notLockable(query, found);
    if (what) throw new SqlError('0A000', `${nameOf(clause)} cannot be applied to ${what}`, {position});
    return found;
  });
  for (const {nullable, ast} of all ? tables : named) {
    if (nullable && (ast.kind === 'table_ref' || ast.kind === 'derived_table')) {
      throw new SqlError('0A000', `${nameOf(clause)} cannot be applied to the nullable side of an outer join`);
    }
    if (ast.kind === 'derived_table' && ast.query.body.kind !== 'values') refuseQuery(ast.query, clause, null);
  }
}

function notLockable({with: common}: Query, {ast, name}: Locked): string | null {
  switch (ast.kind) {
    case 'join':
      return 'a join';
    case 'table_ref':
      return common?.parts.some(part => part.name === name && ast.name.parts.length === 1) && !ast.alias
        ? 'a WITH query'
        : null;
    case 'derived_table':
      return null;
    case 'xml_table':
    case 'json_table':
      return 'a table function';
    default:
      return 'a function';
  }
}

function tablesOf(ast: TableExpression, nullable: boolean): Locked[] {
  if (ast.kind !== 'join') {
    const own = ast.kind === 'table_ref' ? ast.name.parts[ast.name.parts.length - 1] : null;
    return [{name: ast.alias?.name ?? own, nullable, ast}];
  }
  const sides = [
    ...tablesOf(ast.left, nullable || ast.type === 'right' || ast.type === 'full'),
    ...tablesOf(ast.right, nullable || ast.type === 'left' || ast.type === 'full'),
  ];
  const names = [ast.alias?.name ?? null, ast.usingAlias ?? null].filter(name => name !== null);
  return [...sides, ...names.map(name => ({name, nullable: false, ast}))];
}
