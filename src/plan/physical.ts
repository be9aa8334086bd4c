import type {Expr} from '../expr/expr.ts';
import type {TableCall} from '../expr/table-call.ts';
import type {WindowCall} from '../expr/window-call.ts';
import type {Schema} from '../types/schema.ts';
import type {RelProps} from './props.ts';
import type {ObjectId} from './rel.ts';

/**
 * Physical plan: the operators of a circuit, as plain data that crosses to the worker. Nodes stand in topological
 * order and name their inputs by index, so a shared subplan is one node. Keys are column numbers: the planner has
 * put computed keys into a projection beneath.
 */
export type PhysicalPlan = {
  readonly nodes: readonly PhysicalNode[];
  readonly root: number;
  /** One-shot reads only: how the result is ordered and cut at the end. null: as it comes. */
  readonly finish: Finish | null;
  /** Objects the plan reads. */
  readonly inputs: readonly ObjectId[];
  /** One-shot reads only: an expression without columns that cannot be computed, which is what the read ends with. */
  readonly raises?: Expr;
};

export type Finish = {
  readonly keys: readonly SortKey[];
  readonly limit: Expr | null;
  readonly offset: Expr | null;
  /** Trailing columns (sort keys outside the select list) to drop after sorting: how many columns remain. */
  readonly visible: number;
  /** Visible columns that are computed when the rows stand in order, of those that are given alone: they take numbers. */
  readonly late?: readonly LateColumn[];
};

export type LateColumn = {readonly column: number; readonly expr: Expr};

export type SortKey = {readonly column: number; readonly descending: boolean; readonly nullsFirst: boolean};

/** Which worker holds a row, once there are several. */
export type Distribution =
  {readonly kind: 'any'} | {readonly kind: 'single'} | {readonly kind: 'hash'; readonly keys: readonly number[]};

type Common = {readonly schema: Schema; readonly props: RelProps; readonly distribution: Distribution};

export type PhysicalNode = Common &
  (
    | {readonly node: 'input'; readonly object: ObjectId; readonly name: string}
    | {readonly node: 'values'; readonly rows: readonly (readonly Expr[])[]}
    | {readonly node: 'filter'; readonly input: number; readonly predicate: Expr}
    | {readonly node: 'project'; readonly input: number; readonly exprs: readonly Expr[]}
    | {
        readonly node: 'join';
        /** semi and anti emit left rows alone. left, semi, anti: by keys only (`residual` null), see the planner's outer-join rule. */
        readonly kind: 'inner' | 'left' | 'semi' | 'anti';
        readonly left: number;
        readonly right: number;
        readonly leftKeys: readonly number[];
        readonly rightKeys: readonly number[];
        /** key i matches NULL with NULL (grouping equality) where true; else a NULL key matches nothing. */
        readonly nullSafe: readonly boolean[];
        /** inner only: over left ++ right. */
        readonly residual: Expr | null;
      }
    | {
        readonly node: 'aggregate';
        readonly input: number;
        readonly keys: readonly number[];
        readonly aggregates: readonly PhysicalAggregate[];
      }
    | {readonly node: 'distinct'; readonly input: number}
    | {readonly node: 'union'; readonly inputs: readonly number[]}
    /** Every row with its weight negated: what EXCEPT-like rewrites need. */
    | {readonly node: 'negate'; readonly input: number}
    | {
        readonly node: 'topK';
        readonly input: number;
        readonly partition: readonly number[];
        readonly keys: readonly SortKey[];
        readonly limit: bigint | null;
        readonly offset: bigint;
        /** Bounds that are parameters: of type bigint, in place of the numbers. */
        readonly bounds?: {readonly limit: Expr | null; readonly offset: Expr | null};
      }
    /** Window functions: the input's columns, then the results of the calls. */
    | {
        readonly node: 'over';
        readonly input: number;
        readonly partition: readonly number[];
        readonly keys: readonly SortKey[];
        readonly calls: readonly PhysicalWindowCall[];
        readonly span: WindowSpan;
      }
    /**
     * The rows of `base` and of all iterations of `step` over it, each with the number of its iteration in the last column
     * (0: of base). `step` stands behind this node and reads it: the plan's one kind of cycle. It gives the rows of
     * the next iteration, numbered. `distinct`: a row comes once, in the first iteration that has it.
     */
    | {
        readonly node: 'recursive';
        readonly name: string;
        readonly base: number;
        readonly step: number;
        readonly distinct: boolean;
      }
    /** Passes rows; 21000 as a retractable error for each key with more than one row, and if `asked` has a row where it is there. */
    | {
        readonly node: 'atMostOne';
        readonly input: number;
        /** Without keys alone; absent: somebody always asks. */
        readonly asked?: number;
        readonly keys: readonly number[];
      }
    | {
        readonly node: 'window';
        readonly input: number;
        readonly kind: 'tumble' | 'hop';
        readonly time: number;
        readonly size: bigint;
        readonly slide: bigint;
        readonly offset: bigint;
        /** Nothing above reads the time, only the windows: it may come out as another time that is in the same windows. */
        readonly coarse?: boolean;
      }
    /** Appends to each input row the rows of the set-returning functions over it, in lockstep. */
    | {
        readonly node: 'flatMap';
        readonly input: number;
        readonly calls: readonly TableCall[];
        readonly args: readonly Expr[];
        readonly ordinality: boolean;
      }
  );

export type PhysicalAggregate = {
  /** 'sum(int8)', 'count()': a row of the aggregate registry. */
  readonly signature: string;
  readonly args: readonly number[];
  readonly distinct: boolean;
  /** A boolean column of the input; rows where it is not true do not count. */
  readonly filter: number | null;
  /** The order that the values are wanted in. */
  readonly order?: readonly SortKey[];
  /** Direct arguments of an ordered-set aggregate, over the keys: column i is keys[i]. */
  readonly direct?: readonly Expr[];
};

/** An offset of the frame is free of columns, or one of the partition's columns. */
export type PhysicalWindowCall = Omit<WindowCall, 'args' | 'filter'> & {
  readonly args: readonly number[];
  /** A boolean column of the input; rows where it is not true do not count. */
  readonly filter: number | null;
};

/** What the results for a row depend on, over all calls of an `over`. */
export type WindowSpan = {
  /** So many rows before it and behind it; null: all of them. */
  readonly back: number | null;
  readonly ahead: number | null;
  /** Some call asks which rows are peers. */
  readonly peers: boolean;
  /** Beside the rows `ahead`, all peers of the row. */
  readonly peersAhead: boolean;
};
