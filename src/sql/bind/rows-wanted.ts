import type {Query, TableExpression} from '../ast/index.ts';
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

/**
 * Before its FROM clause is bound: which names there stand for rows that are locked, which takes the right to UPDATE them, or
 * whose place a cursor is to know. Locks reach into subqueries and views.
 */
export function wantRows(ctx: BindContext, query: Query, marks: boolean): void {
  if (query.body.kind !== 'select') return;
  const {from} = query.body;
  for (const {of} of query.locking) {
    const named = new Set(of.map(({parts}) => parts[0]));
    for (const {name, ast} of from.flatMap(item => tablesOf(item, false))) {
      if (of.length === 0 || (name !== null && named.has(name))) want(ctx, ast);
    }
  }
  if (marks && from.length === 1 && from[0].kind === 'table_ref') {
    ctx.rowsWanted.set(from[0].name, 'mark');
  }
}

/** Of a query within one whose rows are locked. */
export function wantAllRows(ctx: BindContext, {body}: Query): void {
  if (body.kind !== 'select') return;
  for (const {ast} of body.from.flatMap(item => tablesOf(item, false))) want(ctx, ast);
}

function want(ctx: BindContext, ast: TableExpression): void {
  if (ast.kind === 'table_ref') ctx.rowsWanted.set(ast.name, 'lock');
  if (ast.kind === 'derived_table') wantAllRows(ctx, ast.query);
}
