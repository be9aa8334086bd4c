import type {RelationUse} from '../../catalog/needed-rights.ts';
import type {AggregateCall, Expr, OrderKey} from '../../expr/expr.ts';
import type {TableCall} from '../../expr/table-call.ts';
import type {WindowCall} from '../../expr/window-call.ts';
import {ONE_ROW} from '../../plan/build.ts';
import {mapOrderKey, mapWindowCall} from '../../plan/rel-children.ts';
import type {Rel} from '../../plan/rel.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {WindowDefinition} from '../ast/index.ts';
import type {Clause} from './clause.ts';
import type {BoundLock} from './locking.ts';
import type {CommonTables} from './common-tables.ts';
import type {RowOrder} from './row-order.ts';

/** A relation of a FROM clause, under its alias or its own name. */
export type RangeEntry = {readonly name: string; readonly columns: readonly ScopeColumn[]};

/** A column as names find it; `expr` is over the level's relation. */
export type ScopeColumn = {
  readonly name: string;
  readonly expr: Expr;
  /** 0: not a column of a relation of the catalog. */
  readonly tableOid: number;
  readonly attributeNumber: number;
  /** Of a relation named here: where it is noted that the column is read. */
  readonly use?: RelationUse;
  /** A system column that would tell of masked columns. */
  readonly masked?: boolean;
  /** Found by its name alone: `*` does not stand for it. */
  readonly notInStar?: boolean;
  /** The one of the FROM clause that it plainly is. */
  readonly from?: {readonly entry: RangeEntry; readonly index: number};
};

/** What the system columns of a relation's rows are made of. */
export type SystemColumns = {
  readonly oid: number;
  readonly use?: RelationUse;
  /** Of its columns some are masked for whoever reads. */
  readonly masked: boolean;
  /** Columns of the level's relation, where its statement speaks of them: hash of the row, and its number among those of its block. */
  readonly stored: {readonly hash: Expr; readonly ctid: Expr} | null;
  /** Of rows that ON CONFLICT may have changed: the column that says so. */
  readonly xmax?: Expr;
  readonly entry?: RangeEntry;
};

/** One name of a FROM clause: a table, a subquery, a join's merged columns. */
export type ScopeItem = {
  /** What qualifies its columns; null: nothing does. */
  readonly alias: string | null;
  /** Of a relation without an alias: `schema.relation.column` finds it too. */
  readonly schema: string | null;
  /** The relation's own name, if an alias hides it. */
  readonly hiddenName: string | null;
  readonly columns: readonly ScopeColumn[];
  /** Found by unqualified names, and part of `*`. */
  readonly columnsVisible: boolean;
  readonly nameVisible: boolean;
  /** Of a relation: the type of its rows. */
  readonly rowType?: SqlType;
  /** Of a relation in a view's text: columns that came after the view. They belong to the row, and nothing else finds them. */
  readonly later?: readonly ScopeColumn[];
  /** On the side of an outer join that may be missing: then its row is NULL, and not a row of NULLs. */
  readonly outer?: boolean;
  /** Its rows have system columns. */
  readonly system?: SystemColumns;
  /** Of a subquery or view: rows of tables that are locked, in columns of the level's relation. */
  readonly locks?: readonly BoundLock[];
  /** A function that returns no composite: named as a whole it is its value, not a row. */
  readonly scalar?: boolean;
};

/**
 * A column that stands for something not placed in the plan yet. Its index is negative: -1 is pending 0, -2 is
 * pending 1 … Aggregates become columns of the aggregation, subqueries columns of an apply, when the clause that holds
 * them is placed (placement.ts).
 */
export type Pending = PendingAggregate | PendingGrouping | PendingSubquery | PendingSet | PendingWindow;

export type PendingAggregate = {readonly kind: 'aggregate'; readonly call: AggregateCall};

/** GROUPING(…): the arguments are over this level. */
export type PendingGrouping = {readonly kind: 'grouping'; readonly args: readonly Expr[]};

export type PendingSubquery = {
  readonly kind: 'subquery';
  readonly apply: 'scalar' | 'exists' | 'quantified';
  /** References this level's columns as `outer` of depth 1. */
  readonly rel: Rel;
  /** Expressions over this level: what `on` compares, or what `rel` has as its parameters $1, $2 … */
  readonly operands: readonly Expr[];
  /** `rel` is the body of a function, and the operands are its arguments. */
  readonly isBody?: true;
  /** quantified: the comparison of the operands with the columns of `rel`. */
  readonly on: ((operands: readonly Expr[], columns: readonly Expr[]) => Expr) | null;
};

/** A call over a window; its expressions are over this level, aggregates and subqueries included. */
export type PendingWindow = {
  readonly kind: 'window';
  readonly call: WindowCall;
  readonly partition: readonly Expr[];
  readonly keys: readonly OrderKey[];
};

/** A set-returning function of the select list: the row is repeated for each of its rows. Arguments are over this level. */
export type PendingSet = {readonly kind: 'set'; readonly call: TableCall; readonly args: readonly Expr[]};

/**
 * What the expressions of one SELECT (or join, or VALUES) see: names, and the relation whose columns they refer to.
 * Each level is the left side of one apply for those whose parent it is, so an `outer` reference's depth is the number
 * of levels up.
 */
export class Level {
  readonly parent: Level | null;
  readonly commonTables: CommonTables | null;
  rel: Rel = ONE_ROW;
  items: readonly ScopeItem[] = [];
  /** All that the FROM clause has named so far, visible or not: for hints only. */
  readonly rangeTable: ScopeItem[];
  /** The table of an UPDATE or DELETE, where its FROM is bound. */
  barred: ScopeItem | null = null;
  readonly pending: Pending[] = [];
  /** Those of the WINDOW clause. */
  windows: readonly WindowDefinition[] = [];
  /** Of the expression that is being bound; null: the FROM clause is. */
  clause: Clause | null = null;
  /** Somebody asks in which order its rows come: functions and VALUES number theirs. */
  wantsOrder = false;
  /** Of its rows, by columns of `rel`. */
  order: RowOrder = [];
  /** `order` is that of all rows, not only of those of some items of the FROM clause. */
  isOrdered = true;
  /** Where the last set-returning function stood that was bound here. */
  lastSetFunction: number | null = null;

  constructor(parent: Level | null, commonTables: CommonTables | null, rangeTable: ScopeItem[] = []) {
    this.parent = parent;
    this.commonTables = commonTables;
    this.rangeTable = rangeTable;
  }

  /** How many levels enclose this one. */
  get nesting(): number {
    return this.parent ? this.parent.nesting + 1 : 0;
  }

  /** A column that stands for `pending` until it is placed. */
  defer(pending: Pending, type: SqlType): Expr & {readonly op: 'column'} {
    this.pending.push(pending);
    return {op: 'column', index: -this.pending.length, type};
  }
}

/** The pending thing that a column of the level stands for, if it does. */
export function pendingOf(level: Level, index: number): Pending | null {
  return index < 0 ? level.pending[-index - 1] : null;
}

/** Every expression of the window call. */
export function pendingWindowExprs({call, partition, keys}: PendingWindow): Expr[] {
  return [...partition, ...keys.map(key => key.expr), ...call.args, ...(call.filter ? [call.filter] : [])];
}

export function mapPendingWindow(pending: PendingWindow, f: (expr: Expr) => Expr): PendingWindow {
  return {
    kind: 'window',
    call: mapWindowCall(pending.call, f),
    partition: pending.partition.map(f),
    keys: pending.keys.map(key => mapOrderKey(key, f)),
  };
}
