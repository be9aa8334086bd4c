import type {LockingClause, Query, TableExpression} from '../ast/index.ts';
import type {BindContext} from './context.ts';

/** What of a FROM clause has a name, and whether an outer join may put NULLs in its place. */
export type Locked = {readonly name: string | null; readonly nullable: boolean; readonly ast: TableExpression};

export function tablesOf(ast: TableExpression, nullable: boolean): Locked[] {
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

/** Rows are locked, and `collected` to be so by the statement, or a cursor is to know where it stands. */
export type RowsWanted =
  {readonly how: 'lock'; readonly clause: LockingClause; readonly collected: boolean} | {readonly how: 'mark'};

/**
 * Before its FROM clause is bound: which names there stand for rows that are locked, which takes the right to UPDATE them, or
 * whose place a cursor is to know. Locks reach into subqueries and views.
 */
export function wantRows(ctx: BindContext, query: Query, collected: boolean, marks: boolean): void {
  if (query.body.kind !== 'select') return;
  const {from} = query.body;
  for (const clause of query.locking) {
    const {of} = clause;
    const named = new Set(of.map(({parts}) => parts[0]));
    for (const {name, ast} of from.flatMap(item => tablesOf(item, false))) {
      const wanted = of.length === 0 || (name !== null && named.has(name));
      if (wanted) ctx.rowsWanted.set(ast.kind === 'table_ref' ? ast.name : ast, {how: 'lock', clause, collected});
    }
  }
  const [only, ...others] = from;
  if (!marks || others.length > 0) return;
  if (only?.kind === 'table_ref') ctx.rowsWanted.set(only.name, {how: 'mark'});
  if (only?.kind === 'derived_table') ctx.rowsWanted.set(only, {how: 'mark'});
}

/** The query of a view or in FROM, whose rows are locked with those of the query around it. */
export function withLock(query: Query, wanted: RowsWanted | undefined): Query {
  // Other queries make rows of their own.
  if (wanted?.how !== 'lock' || query.body.kind !== 'select') return query;
  return {...query, locking: [...query.locking, {...wanted.clause, of: []}]};
}
