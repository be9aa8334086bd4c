import {liveColumns, schemaOf} from '../../catalog/object.ts';
import type {Relation, TableObject} from '../../catalog/object.ts';
import {columnsOf} from '../../plan/build.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {LockingClause, Query, Select} from '../ast/index.ts';
import type {BindContext} from './context.ts';
import {hasMasks} from './masking.ts';
import {findCommonTable} from './common-tables.ts';
import type {Level, ScopeItem} from './level.ts';
import {resolve} from './relation.ts';
import {type Locked, tablesOf} from './rows-wanted.ts';
import type {BoundTarget} from './target-list.ts';

// FOR UPDATE and its kin. What Postgres refuses is refused. Rows are locked for the clauses of a statement's own query alone;
// within others, clauses say whether a statement that writes waits for rows, fails or passes them over.

/** Rows of a table that a query locks: whole, they stand in its columns from `first` on. */
export type BoundLock = {readonly table: TableObject; readonly first: number; readonly mode: RowLockMode};

/** none: the row is only to be known, for WHERE CURRENT OF. */
type RowLockMode = 'update' | 'share' | 'none';

/**
 * `targets`: of the query whose rows are locked; the columns of these are put behind them, and each lock into the context.
 * Errors: 0A000 where rows of the result are no rows of a table, 42P01, 42601.
 */
export function bindLocking(
  ctx: BindContext,
  query: Query,
  level: Level | null,
  targets: BoundTarget[] | null = null,
): void {
  for (const clause of query.locking) {
    if (query.withTies && clause.wait === 'skip locked') {
      throw new SqlError('42601', 'SKIP LOCKED and WITH TIES options cannot be used together');
    }
    refuseQuery(query, clause, level);
    if (query.body.kind !== 'select' || !level) continue;
    for (const locked of lockedTables(ctx, query, query.body, clause)) {
      const table = tableOf(ctx, level, locked);
      if (!table) {
        if (targets) addInnerRows(ctx, itemOf(level, locked), targets);
        continue;
      }
      ctx.use(table.oid).updates = true;
      if (clause.wait !== 'block') ctx.lockWaits.set(table.oid, clause.wait);
      const shared = clause.strength === 'share' || clause.strength === 'key share';
      if (targets) addRow(ctx, level, locked, table, shared ? 'share' : 'update', targets);
    }
  }
}

/** A cursor's query over one table: whose row it stands on, WHERE CURRENT OF may ask. */
export function markRow(ctx: BindContext, ast: Select, level: Level, targets: BoundTarget[]): void {
  const [from, ...others] = ast.from;
  const grouped = ast.distinct || ast.distinctOn.length > 0 || ast.groupBy.length > 0 || ast.having;
  if (others.length > 0 || (from?.kind !== 'table_ref' && from?.kind !== 'derived_table') || grouped) return;
  if (level.pending.some(({kind}) => kind !== 'subquery')) return;
  const [marked] = tablesOf(from, false);
  const relation = relationOf(ctx, level, marked);
  if (relation?.kind === 'table') addRow(ctx, level, marked, relation, 'none', targets);
  else addInnerRows(ctx, itemOf(level, marked), targets);
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

function lockedTables(ctx: BindContext, query: Query, select: Select, clause: LockingClause): readonly Locked[] {
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
  return all ? tables : named;
}

/** null: the rows are not a table's of the catalog. Errors: 42809. */
function tableOf(ctx: BindContext, level: Level, locked: Locked): TableObject | null {
  const relation = relationOf(ctx, level, locked);
  if (relation?.kind === 'materialized view') {
    throw new SqlError('42809', `cannot lock rows in materialized view "${relation.name}"`);
  }
  return relation?.kind === 'table' ? relation : null;
}

function relationOf(ctx: BindContext, level: Level, {ast}: Locked): Relation | null {
  if (ast.kind !== 'table_ref') return null;
  const {parts} = ast.name;
  if (parts.length === 1 && findCommonTable(level.commonTables, parts[0])) return null;
  return resolve(ctx, parts, ast.name);
}

function addRow(
  ctx: BindContext,
  level: Level,
  locked: Locked,
  table: TableObject,
  mode: RowLockMode,
  targets: BoundTarget[],
): void {
  const seen = itemOf(level, locked)?.columns[0];
  if (seen?.expr.op !== 'column') return;
  const shown = seen.expr.index - liveColumns(table).find(({number}) => number === seen.attributeNumber)!.index;
  // The rows as they are stand behind what is seen of them.
  const start = hasMasks(ctx, table.columns) ? shown + table.columns.length : shown;
  putRow(ctx, table, start, mode, targets);
}

function putRow(ctx: BindContext, table: TableObject, start: number, mode: RowLockMode, targets: BoundTarget[]): void {
  ctx.locks.push({table, first: targets.length, mode});
  for (const [i, expr] of columnsOf(schemaOf(table), start).entries()) {
    targets.push({name: table.columns[i].name, expr, tableOid: 0, attributeNumber: 0});
  }
}

/** Rows of the tables that a view or a query in FROM is made of. */
function addInnerRows(ctx: BindContext, item: ScopeItem | undefined, targets: BoundTarget[]): void {
  for (const {table, first, mode} of item?.locks ?? []) putRow(ctx, table, first, mode, targets);
}

function itemOf({items}: Level, {name}: Locked): ScopeItem | undefined {
  return items.find(({alias, nameVisible}) => nameVisible && alias === name);
}

export function shiftLocks(locks: readonly BoundLock[], by: number): readonly BoundLock[] {
  return locks.map(lock => ({...lock, first: lock.first + by}));
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
