import {shiftColumns} from '../../plan/columns.ts';
import {ONE_ROW} from '../../plan/build.ts';
import type {Rel} from '../../plan/rel.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Alias, DerivedTable, TableExpression} from '../ast/index.ts';
import {findCommonTable} from './common-tables.ts';
import type {BindContext} from './context.ts';
import {bindFromFunction} from './from-function.ts';
import {bindXmlTable} from './xml-table.ts';
import {bindJoin} from './join.ts';
import {Level} from './level.ts';
import type {RangeEntry, ScopeColumn, ScopeItem, SystemColumns} from './level.ts';
import {raiseOuter} from './outer.ts';
import {bindInnerQuery} from './locked-query.ts';
import {type BoundLock, shiftLocks} from './locking.ts';
import {lateral} from './placement.ts';
import {bindRelation} from './relation.ts';
import {addOrder} from './row-order.ts';
import type {RowOrder} from './row-order.ts';
import {shiftSystemColumns} from './system-columns.ts';
import {refuseSample, sampled} from './table-sample.ts';
import {bindWindowTable} from './window-table.ts';

/**
 * A FROM item: its rows, and the names under which its columns are found. Columns refer to `rel`, and so does the order, which
 * may name columns that have no name.
 */
export type FromItem = {
  readonly rel: Rel;
  readonly items: readonly ScopeItem[];
  readonly order?: RowOrder;
  /** It leaves open how some rows follow each other that are not equal. */
  readonly isPartlyOrdered?: boolean;
};

/**
 * Binds a FROM clause into the level: items side by side, later ones lateral to earlier ones where they ask for it. `changed`:
 * the table of an UPDATE or DELETE, which its FROM cannot name.
 */
export function bindFrom(ctx: BindContext, level: Level, from: readonly TableExpression[], changed?: ScopeItem): void {
  for (const ast of from) {
    const before = lateralLevel(level, {rel: level.rel, items: level.items.filter(item => item !== changed)});
    before.barred = changed ?? null;
    const item = bindTableExpression(ctx, before, ast);
    checkNames(level.items, item.items);
    const first = level.rel === ONE_ROW;
    const combined = lateral(level.rel, item.rel);
    level.items = [...level.items, ...shiftItems(item.items, level.rel.schema.length)];
    addOrder(level, item, level.rel.schema.length);
    // Nothing stands beside the first item: joining it to the empty row would be a detour.
    level.rel = first && combined.node === 'join' ? combined.right : combined;
  }
}

/** A level whose rows are those of some FROM items: what a lateral item sees as its parent. */
export function lateralLevel(level: Level, visible: FromItem): Level {
  const seen = new Level(level.parent, level.commonTables, level.rangeTable);
  seen.rel = visible.rel;
  seen.items = visible.items;
  seen.wantsOrder = level.wantsOrder;
  seen.barred = level.barred;
  return seen;
}

/** The same place in the nesting, but nothing of it can be named: what an item that is not lateral sees. */
export function maskedLevel(level: Level): Level {
  const masked = lateralLevel(level, {rel: level.rel, items: []});
  masked.barred = null;
  return masked;
}

/** `outside` is the level of the items to the left; the result's outer references count from it. */
export function bindTableExpression(ctx: BindContext, outside: Level, ast: TableExpression): FromItem {
  const item = dispatch(ctx, outside, ast);
  const from = ctx.recorder && (ast.kind !== 'join' || ast.alias) ? item.items[0].columns[0]?.from : undefined;
  if (from) ctx.recorder!.entries.set(from.entry, ast);
  return item;
}

function dispatch(ctx: BindContext, outside: Level, ast: TableExpression): FromItem {
  switch (ast.kind) {
    case 'table_ref': {
      if (ast.asOf) throw ctx.unsupported(ast.asOf.syntax.toUpperCase(), ast.asOf);
      const {parts} = ast.name;
      const common = parts.length === 1 ? findCommonTable(outside.commonTables, parts[0]) : null;
      if (!common) {
        const relation = bindRelation(ctx, parts, ast.name);
        const item = {
          ...named(outside, relation.rel, relation.columns, ast.alias, relation),
          order: relation.order,
        };
        if (!ast.sample) return item;
        // What is hidden of a table is hidden from its samples too.
        if (!relation.stored && item.rel.node !== 'get') return refuseSample(ctx, ast);
        return {...item, rel: sampled(ctx, maskedLevel(outside), relation, ast.sample)};
      }
      if (common.silent) {
        throw new SqlError('0A000', `WITH query "${common.name}" does not have a RETURNING clause`, {
          position: ctx.at(ast),
        });
      }
      if (ast.sample) return refuseSample(ctx, ast);
      const levels = common.nesting < 0 ? 0 : outside.nesting - common.nesting;
      const rel = raiseOuter(common.rel, levels);
      return {
        ...named(outside, rel, common.columns, ast.alias, {name: common.name, schema: null}),
        order: common.order,
      };
    }
    case 'derived_table':
      return bindDerivedTable(ctx, outside, ast);
    case 'table_function':
      return bindFromFunction(ctx, outside, ast);
    case 'window_table':
      return bindWindowTable(ctx, outside, ast);
    case 'join':
      return bindJoin(ctx, outside, ast);
    case 'xml_table':
      return bindXmlTable(ctx, outside, ast);
    case 'json_table':
      throw ctx.unsupported('JSON_TABLE', ast);
    case 'match_recognize':
      throw ctx.unsupported('MATCH_RECOGNIZE', ast);
  }
}

function bindDerivedTable(ctx: BindContext, outside: Level, ast: DerivedTable): FromItem {
  const parent = ast.lateral ? outside : maskedLevel(outside);
  const around = {parent, commonTables: outside.commonTables, ordered: outside.wantsOrder};
  const bound = bindInnerQuery(ctx, ast.query, around, ctx.rowsWanted.get(ast));
  if (!ast.alias) {
    const what = ast.query.body.kind === 'values' ? 'VALUES' : 'subquery';
    throw new SqlError('42601', `${what} in FROM must have an alias`, {
      hint: what === 'VALUES' ? 'For example, FROM (VALUES ...) [AS] foo.' : 'For example, FROM (SELECT ...) [AS] foo.',
      position: ctx.at(ast),
    });
  }
  const columns = bound.columns.map((column, index): ScopeColumn => ({
    name: column.name,
    expr: {op: 'column', index, type: column.type},
    tableOid: column.tableOid,
    attributeNumber: column.attributeNumber,
  }));
  const own = {name: ast.alias.name, schema: null, locks: bound.locks};
  return {...named(outside, bound.rel, columns, ast.alias, own), order: bound.order};
}

/** A relation under its alias, or its own name. Errors: 42P10 more aliases than columns. */
export function named(
  outside: Level,
  rel: Rel,
  columns: readonly ScopeColumn[],
  alias: Alias | null,
  own: {
    readonly name: string;
    readonly schema: string | null;
    readonly rowType?: SqlType;
    readonly later?: readonly ScopeColumn[];
    readonly system?: SystemColumns;
    readonly locks?: readonly BoundLock[];
  },
  scalar = false,
): FromItem {
  const shown = alias ? renamed(columns, alias, `table "${alias.name}"`) : columns;
  const entry: RangeEntry = {name: alias?.name ?? own.name, columns: shown};
  const item: ScopeItem = {
    alias: alias?.name ?? own.name,
    schema: alias ? null : own.schema,
    hiddenName: alias && alias.name !== own.name ? own.name : null,
    columns: shown.map((column, index) => ({...column, from: {entry, index}})),
    columnsVisible: true,
    nameVisible: true,
    rowType: own.rowType,
    ...(own.later?.length ? {later: own.later} : {}),
    scalar,
    ...(own.system ? {system: {...own.system, entry}} : {}),
    ...(own.locks?.length ? {locks: own.locks} : {}),
  };
  outside.rangeTable.push(item);
  return {rel, items: [item]};
}

/** The columns under an alias's column list, which may be shorter. Errors: 42P10. */
export function renamed(columns: readonly ScopeColumn[], alias: Alias, what: string): readonly ScopeColumn[] {
  if (alias.columns.length > columns.length) {
    const counts = `${columns.length} columns available but ${alias.columns.length} columns specified`;
    throw new SqlError('42P10', `${what} has ${counts}`);
  }
  return columns.map((column, i) => (alias.columns[i] === undefined ? column : {...column, name: alias.columns[i]}));
}

/** The items over a relation in which `by` columns stand before theirs. */
export function shiftItems(items: readonly ScopeItem[], by: number): readonly ScopeItem[] {
  if (by === 0) return items;
  return items.map(item => ({
    ...item,
    columns: shiftedColumns(item.columns, by),
    ...(item.later ? {later: shiftedColumns(item.later, by)} : {}),
    ...(item.system ? {system: shiftSystemColumns(item.system, by)} : {}),
    ...(item.locks ? {locks: shiftLocks(item.locks, by)} : {}),
  }));
}

function shiftedColumns(columns: readonly ScopeColumn[], by: number): ScopeColumn[] {
  return columns.map(column => ({...column, expr: shiftColumns(column.expr, by)}));
}

/** Errors: 42712 a name twice in one FROM clause. */
export function checkNames(left: readonly ScopeItem[], right: readonly ScopeItem[]): void {
  for (const item of right) {
    if (item.alias === null || !item.nameVisible) continue;
    const taken = left.some(
      other =>
        other.nameVisible &&
        other.alias === item.alias &&
        (other.schema === null || other.schema === item.schema || item.schema === null),
    );
    if (taken) {
      throw new SqlError('42712', `table name "${item.alias}" specified more than once`);
    }
  }
}
