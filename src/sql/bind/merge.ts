import type {TableObject} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import {columnsOf, filter, join, project} from '../../plan/build.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, INTEGER} from '../../types/sql-type.ts';
import type {Merge, MergeWhen} from '../ast/index.ts';
import {bindAssignments} from './assignments.ts';
import type {CommonTables} from './common-tables.ts';
import type {BindContext} from './context.ts';
import {bindBoolean} from './expression.ts';
import {bindTableExpression, lateralLevel, shiftItems} from './from.ts';
import {insertTargets} from './insert.ts';
import {valueRow, valuesFor} from './insert-source.ts';
import {outerJoinOnSubqueries} from './join-on-subqueries.ts';
import {Level} from './level.ts';
import type {ScopeItem} from './level.ts';
import {Placement} from './placement.ts';
import {TRUE} from './rel-builders.ts';
import {getRel, resolve} from './relation.ts';
import {checkedMerge, visibleRows} from './row-security.ts';
import type {BoundDml} from './statement.ts';
import {maskedTarget, targetItem, writeTarget, type WriteTarget} from './write-target.ts';
import type {MergeActionKind} from './write-step.ts';

type Branch = {
  readonly when: Expr;
  /** The new row; null where the action makes none. */
  readonly row: readonly Expr[] | null;
  readonly kind: MergeActionKind;
};

/**
 * MERGE: every row of the source with the target's row that it matches, if any; the first WHEN that holds says what
 * becomes of it. Errors: 42P01, 42712, 42601 a WHEN that is never reached, those of INSERT and SET, 0A000.
 */
export function bindMerge(ctx: BindContext, ast: Merge, commonTables: CommonTables | null): BoundDml {
  const written = mergeTarget(ctx, ast);
  const {table} = written;
  checkReachable(ast);
  const use = ctx.use(table.oid);
  use.deletes = ast.whens.some(({action}) => action.type === 'delete');
  // What does nothing tells that the row is there.
  use.selects = ast.whens.some(({action}) => action.type === 'nothing');
  const {rel: marked, item: target} = maskedTarget(
    ctx,
    table,
    withMarker(ctx, table),
    targetItem(table, ast.alias?.name ?? null, use),
  );
  const level = new Level(null, commonTables);
  level.rangeTable.push(target);
  const source = bindTableExpression(ctx, lateralLevel(level, {rel: level.rel, items: []}), ast.using);
  checkNames(target, source.items);
  const width = table.columns.length;
  const sourceItems = shiftItems(source.items, marked.schema.length);
  const both = join('inner', marked, source.rel, TRUE);
  const rel = matchedRows(ctx, ast, level, both, [target, ...sourceItems]);
  const seen = {both: [target, ...sourceItems], source: sourceItems};
  const {branches, rel: chosen} = bindBranches(ctx, ast, written, level, rel, seen, width);
  const actions: readonly MergeActionKind[] = ['nothing', ...branches.map(({kind}) => kind)];
  return {
    step: {
      kind: 'merge',
      table,
      rel: checkedMerge(ctx, table, chosen, actions),
      joined: true,
      actions,
      conflict: null,
      late: [],
      output: null,
    },
    result: null,
  };
}

/** The target's rows that are to be seen, with a column that is true: NULL where an outer join found none. */
function withMarker(ctx: BindContext, table: TableObject): Rel {
  const get = visibleRows(ctx, table, getRel(table), ['select']);
  return project(get, [...columnsOf(get.schema), TRUE], [...table.columns.map(({name}) => name), 'matched']);
}

function matchedRows(ctx: BindContext, ast: Merge, level: Level, both: Rel, items: readonly ScopeItem[]): Rel {
  if (both.node !== 'join') throw new Error('not a join');
  const sees = lateralLevel(level, {rel: both, items});
  const on = bindBoolean(ctx, {level: sees, clause: 'JOIN conditions'}, ast.on, 'JOIN/ON');
  const inserts = ast.whens.some(({match}) => match === 'not matched by target');
  if (sees.pending.length === 0) return join(inserts ? 'right' : 'inner', both.left, both.right, on);
  if (inserts) return outerJoinOnSubqueries('right', both.left, both.right, on, sees);
  const placement = new Placement(sees, both);
  const predicate = placement.place(on);
  return project(filter(placement.rel, predicate), columnsOf(both.schema));
}

function bindBranches(
  ctx: BindContext,
  ast: Merge,
  written: WriteTarget,
  level: Level,
  rel: Rel,
  items: {readonly both: readonly ScopeItem[]; readonly source: readonly ScopeItem[]},
  width: number,
): {readonly branches: readonly Branch[]; readonly rel: Rel} {
  const {table} = written;
  const matchedLevel = lateralLevel(level, {rel, items: items.both});
  const branches = ast.whens.map(when => bindWhen(ctx, written, matchedLevel, when, items, width));
  const number = (value: number): Expr => ({op: 'literal', value, type: INTEGER});
  const placement = new Placement(matchedLevel, rel);
  const action: Expr = {
    op: 'case',
    whens: branches.map(({when}, i) => ({when: placement.place(when), then: number(i + 1)})),
    otherwise: number(0),
    type: INTEGER,
  };
  // The action first, in a projection of its own: what it depends on is computed once.
  const inner = placement.rel;
  const chosen = project(
    inner,
    [...columnsOf(inner.schema), action],
    [...inner.schema.map(({name}) => name), 'action'],
  );
  const after = new Placement(matchedLevel, chosen);
  const before = columnsOf(table.columns);
  const which: Expr = {op: 'column', index: inner.schema.length, type: INTEGER};
  const is = (value: number): Expr => ({
    op: 'call',
    signature: '=(int4,int4)',
    args: [which, number(value)],
    type: BOOLEAN,
  });
  const row = table.columns.map((column, c): Expr => ({
    op: 'case',
    whens: branches.flatMap((branch, i) => (branch.row ? [{when: is(i + 1), then: after.place(branch.row[c])}] : [])),
    otherwise: {op: 'literal', value: null, type: column.type},
    type: column.type,
  }));
  const names = table.columns.map(({name}) => name);
  const none = row.map((expr): Expr => (expr.op === 'case' && expr.whens.length === 0 ? expr.otherwise : expr));
  const all = project(after.rel, [which, ...before, ...none], ['action', ...names, ...names]);
  const acting = filter(all, {
    op: 'distinct',
    left: {...which, index: 0},
    right: number(0),
    negated: false,
    type: BOOLEAN,
  });
  return {branches, rel: acting};
}

function bindWhen(
  ctx: BindContext,
  written: WriteTarget,
  level: Level,
  ast: MergeWhen,
  items: {readonly both: readonly ScopeItem[]; readonly source: readonly ScopeItem[]},
  width: number,
): Branch {
  if (ast.match === 'not matched by source') throw ctx.unsupported('WHEN NOT MATCHED BY SOURCE', ast);
  const matched = ast.match === 'matched';
  // What does not match has no row of the target to speak of.
  level.items = matched ? items.both : items.source;
  const marker: Expr = {op: 'column', index: width, type: BOOLEAN};
  const test: Expr = {op: 'isNull', arg: marker, negated: matched, type: BOOLEAN};
  const condition = ast.condition && bindBoolean(ctx, {level, clause: 'MERGE WHEN conditions'}, ast.condition, 'WHEN');
  const when: Expr = condition ? {op: 'and', args: [test, condition], type: BOOLEAN} : test;
  const {action} = ast;
  switch (action.type) {
    case 'nothing':
    case 'delete':
      return {when, row: null, kind: action.type};
    case 'update': {
      const values = bindAssignments(ctx, {level, clause: 'UPDATE'}, written, action.set);
      return {when, row: columnsOf(written.table.columns).map((column, i) => values.get(i) ?? column), kind: 'update'};
    }
    case 'insert': {
      const targets = insertTargets(ctx, written, action.columns);
      const values = valuesFor(ctx, written, targets, action.overriding, action.columns);
      const row = action.values ? valueRow(level, values, action.values) : values.defaults();
      return {when, row, kind: 'insert'};
    }
  }
}

function checkReachable({whens}: Merge): void {
  const done = new Set<string>();
  for (const {match, condition} of whens) {
    if (done.has(match)) {
      throw new SqlError('42601', 'unreachable WHEN clause specified after unconditional WHEN clause');
    }
    if (!condition) done.add(match);
  }
}

function checkNames(target: ScopeItem, source: readonly ScopeItem[]): void {
  if (!source.some(item => item.nameVisible && item.alias === target.alias)) return;
  throw new SqlError('42712', `name "${target.alias ?? ''}" specified more than once`, {
    detail: 'The name is used both as MERGE target table and data source.',
  });
}

/** Errors: as of `writeTarget`, 0A000 of what is no table. */
function mergeTarget(ctx: BindContext, ast: Merge): WriteTarget {
  const relation = resolve(ctx, ast.table.parts, ast.table);
  switch (relation.kind) {
    case 'view':
    case 'materialized view':
    case 'sequence':
      throw new SqlError('0A000', `cannot execute MERGE on relation "${relation.name}"`, {
        detail: `This operation is not supported for ${relation.kind}s.`,
      });
    default:
      return writeTarget(ctx, ast.table, 'update');
  }
}
