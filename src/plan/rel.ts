import type {AggregateCall, Expr, OrderKey} from '../expr/expr.ts';
import type {TableCall} from '../expr/table-call.ts';
import type {WindowCall} from '../expr/window-call.ts';
import type {Schema} from '../types/schema.ts';

/**
 * Logical plan: what a query means, as the binder understood it. Plain, frozen data; every node states its schema.
 * Column references index the input's schema (join and apply: left's columns, then right's).
 */
export type Rel =
  | GetRel
  | ValuesRel
  | FilterRel
  | ProjectRel
  | JoinRel
  | ApplyRel
  | AggregateRel
  | DistinctRel
  | UnionRel
  | SortRel
  | OverRel
  | WindowTableRel
  | TableFunctionRel
  | FlatMapRel
  | AtMostOneRel
  | RecursiveRel
  | SharedRel
  | WorkingTableRel;

/** Identity of a catalog object: its OID. */
export type ObjectId = number;

/** All rows of a table, source, materialized view or system relation. */
export type GetRel = {readonly node: 'get'; readonly object: ObjectId; readonly name: string; readonly schema: Schema};

/** Constant rows; each expression is free of columns. One row without columns is SELECT without FROM. */
export type ValuesRel = {
  readonly node: 'values';
  readonly rows: readonly (readonly Expr[])[];
  readonly schema: Schema;
};

export type FilterRel = {
  readonly node: 'filter';
  readonly input: Rel;
  readonly predicate: Expr;
  /**
   * A security barrier: what stands above may not look at rows that do not come through (the predicate is TRUE). Rules leave it
   * where it is (planner/rule.ts).
   */
  readonly barrier?: true;
  readonly schema: Schema;
};

export type ProjectRel = {
  readonly node: 'project';
  readonly input: Rel;
  readonly exprs: readonly Expr[];
  readonly schema: Schema;
};

export type JoinKind = 'inner' | 'left' | 'right' | 'full' | 'semi' | 'anti';

/** schema: left ++ right; semi and anti: left alone. */
export type JoinRel = {
  readonly node: 'join';
  readonly kind: JoinKind;
  readonly left: Rel;
  readonly right: Rel;
  readonly on: Expr;
  readonly schema: Schema;
};

/**
 * For each row of `left`, `right` evaluated with `outer` references (depth 1) bound to that row: a subquery or LATERAL.
 * The planner removes every apply (decorrelation). schema by kind:
 * - scalar: left ++ the one column of right, NULL without a row; more than one row is 21000
 * - exists: left ++ boolean
 * - quantified: left ++ boolean: `on` (over left ++ right) holds for ANY row, three-valued (IN, = ANY); ALL and NOT IN
 *   are expressed by the binder as NOT ANY of the negated comparison
 * - inner, left: left ++ right, joined where `on` holds (LATERAL)
 * - semi, anti: left alone, the rows for which `on` (over left ++ right) is true of some row, of none; the planner makes
 *   them of exists and quantified where only the truth of the answer is asked for
 */
export type ApplyRel = {
  readonly node: 'apply';
  readonly kind: 'scalar' | 'exists' | 'quantified' | 'inner' | 'left' | 'semi' | 'anti';
  readonly left: Rel;
  readonly right: Rel;
  readonly on: Expr;
  readonly schema: Schema;
};

/** schema: keys, then aggregates. Without keys one row, even over no input. */
export type AggregateRel = {
  readonly node: 'aggregate';
  readonly input: Rel;
  readonly keys: readonly Expr[];
  readonly aggregates: readonly AggregateCall[];
  readonly schema: Schema;
};

export type DistinctRel = {readonly node: 'distinct'; readonly input: Rel; readonly schema: Schema};

/** UNION ALL; every input has the schema's types. */
export type UnionRel = {readonly node: 'union'; readonly inputs: readonly Rel[]; readonly schema: Schema};

/** ORDER BY, LIMIT, OFFSET; limit and offset are column-free expressions of type bigint. */
export type SortRel = {
  readonly node: 'sort';
  readonly input: Rel;
  readonly keys: readonly OrderKey[];
  readonly limit: Expr | null;
  readonly offset: Expr | null;
  /** Columns: limit and offset hold within each group of rows that agree in them. Planner only. */
  readonly partition?: readonly number[];
  readonly schema: Schema;
};

/**
 * Window functions: each row with the results of the calls over the rows that agree with it in `partition`, in the order of
 * the keys. Ties are in the order of the whole row. schema: input ++ calls.
 */
export type OverRel = {
  readonly node: 'over';
  readonly input: Rel;
  readonly partition: readonly Expr[];
  readonly keys: readonly OrderKey[];
  readonly calls: readonly WindowCall[];
  readonly schema: Schema;
};

/**
 * TUMBLE / HOP: each row once a window that its time falls in; adds window_start and window_end (of the time
 * column's type). Windows are aligned to the epoch plus `offset`. Rows with a NULL time are dropped. All in µs.
 */
export type WindowTableRel = {
  readonly node: 'window';
  readonly input: Rel;
  readonly kind: 'tumble' | 'hop';
  readonly time: number;
  readonly size: bigint;
  readonly slide: bigint;
  readonly offset: bigint;
  readonly schema: Schema;
};

/** Set-returning functions in lockstep over column-free (or, under apply, outer) arguments: generate_series, unnest. */
export type TableFunctionRel = {
  readonly node: 'tableFunction';
  readonly calls: readonly TableCall[];
  readonly args: readonly Expr[];
  readonly ordinality: boolean;
  readonly schema: Schema;
};

/** Each row of the input with the rows of set-returning functions over it: a select list's, or lateral ones after decorrelation. */
export type FlatMapRel = {
  readonly node: 'flatMap';
  readonly input: Rel;
  readonly calls: readonly TableCall[];
  readonly args: readonly Expr[];
  readonly ordinality: boolean;
  readonly schema: Schema;
};

/**
 * Passes rows; 21000 for each value of the keys with more than one row; with `asked`, which has no keys, only if that has a
 * row: then somebody asks. Planner only.
 */
export type AtMostOneRel = {
  readonly node: 'atMostOne';
  readonly input: Rel;
  readonly asked: Rel | null;
  readonly keys: readonly number[];
  readonly schema: Schema;
};

/**
 * WITH RECURSIVE: the rows of `base`, then those of `step` over the rows of the iteration before, until there are no more;
 * of all iterations together. `distinct` (UNION): without rows that are already there. `base` and `step` have the schema's
 * types; `step` reads the iteration before as the working table of the same id.
 */
export type RecursiveRel = {
  readonly node: 'recursive';
  readonly id: number;
  readonly name: string;
  readonly base: Rel;
  readonly step: Rel;
  readonly distinct: boolean;
  /**
   * WITH MUTUALLY RECURSIVE: `step` reads all rows that there are yet, not those of the iteration before alone, and gives
   * rows of several queries, which one is said by the column `tag`: 0 … queries - 1. There is no `base`.
   */
  readonly mutual?: {readonly queries: number; readonly tag: number; readonly iterations: bigint | null};
  readonly schema: Schema;
};

/** The rows of the input, found once however many times the query reads them: of a WITH query that throws dice. */
export type SharedRel = {readonly node: 'shared'; readonly id: number; readonly input: Rel; readonly schema: Schema};

/** What the last iteration of the recursion with this id has added. */
export type WorkingTableRel = {
  readonly node: 'workingTable';
  readonly id: number;
  readonly name: string;
  readonly schema: Schema;
};
