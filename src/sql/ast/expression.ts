import type {Node} from './node.ts';
import type {Query} from './query.ts';
import type {TypeName} from './type-name.ts';
import type {SqlJsonExpression} from './sql-json.ts';
import type {XmlExpression} from './xml.ts';

/** `a`, `t.a`, `s.t.a`; with `star`, `*` and `t.*` (path empty or the qualifier). */
export interface ColumnRef extends Node {
  readonly kind: 'column_ref';
  readonly path: readonly string[];
  readonly star: boolean;
}

/** `$1` has index 1. */
export interface Parameter extends Node {
  readonly kind: 'parameter';
  readonly index: number;
}

/**
 * An integer as written, sign folded in (`-9223372036854775808` is one literal). `text` is decimal digits with an
 * optional `-`, or what Postgres keeps of larger and `0x`, `0b`, `0o` numbers.
 */
export interface IntegerLiteral extends Node {
  readonly kind: 'integer';
  /** Decimal, of any size: the reader decides between integer, bigint and numeric. */
  readonly text: string;
}

/** A number with a point or an exponent (`1.5`, `1e3`, `-.5`): numeric. */
export interface NumericLiteral extends Node {
  readonly kind: 'numeric';
  readonly text: string;
}

/** Any string form, escapes resolved. Its type is `unknown` until the binder decides. */
export interface StringLiteral extends Node {
  readonly kind: 'string';
  readonly value: string;
}

/** `B'101'` and `X'1F'`; digits unchecked, as in Postgres's grammar. */
export interface BitStringLiteral extends Node {
  readonly kind: 'bit_string';
  readonly base: 'b' | 'x';
  readonly digits: string;
}

export interface BooleanLiteral extends Node {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullLiteral extends Node {
  readonly kind: 'null';
}

/** `DEFAULT` where a value may stand. */
export interface DefaultValue extends Node {
  readonly kind: 'default';
}

/** An operator's name; `schema` is non-empty only for `OPERATOR(schema.op)`. */
export type Operator = {readonly schema: readonly string[]; readonly name: string};

/** Prefix operator. */
export interface UnaryExpression extends Node {
  readonly kind: 'unary';
  readonly operator: Operator;
  readonly operand: Expression;
  readonly at: number;
}

/** Infix operator, comparisons included (`!=` arrives as `<>`). */
export interface BinaryExpression extends Node {
  readonly kind: 'binary';
  readonly operator: Operator;
  readonly left: Expression;
  readonly right: Expression;
  readonly at: number;
}

/** `a AND b AND c` is one node of three operands, as in Postgres (left-nested chains only). */
export interface LogicalExpression extends Node {
  readonly kind: 'logical';
  readonly operator: 'and' | 'or';
  readonly operands: readonly Expression[];
  readonly at: number;
}

export interface NotExpression extends Node {
  readonly kind: 'not';
  readonly operand: Expression;
}

/** `IS [NOT] NULL`, `ISNULL`, `NOTNULL`, `IS [NOT] TRUE|FALSE|UNKNOWN|DOCUMENT`. */
export interface IsExpression extends Node {
  readonly kind: 'is';
  readonly operand: Expression;
  readonly test: 'null' | 'true' | 'false' | 'unknown' | 'document';
  readonly negated: boolean;
  readonly at: number;
}

/** `IS [NOT] DISTINCT FROM`. */
export interface IsDistinctExpression extends Node {
  readonly kind: 'is_distinct';
  readonly left: Expression;
  readonly right: Expression;
  readonly negated: boolean;
  readonly at: number;
}

/** `IS [NOT] JSON [VALUE|ARRAY|OBJECT|SCALAR] [WITH|WITHOUT UNIQUE KEYS]`. */
export interface IsJsonExpression extends Node {
  readonly kind: 'is_json';
  readonly operand: Expression;
  readonly type: 'any' | 'array' | 'object' | 'scalar';
  readonly uniqueKeys: boolean;
  readonly negated: boolean;
}

export interface LikeExpression extends Node {
  readonly kind: 'like';
  readonly operator: 'like' | 'ilike' | 'similar';
  readonly negated: boolean;
  readonly operand: Expression;
  readonly pattern: Expression;
  readonly escape: Expression | null;
  readonly at: number;
}

export interface BetweenExpression extends Node {
  readonly kind: 'between';
  readonly operand: Expression;
  readonly low: Expression;
  readonly high: Expression;
  readonly symmetric: boolean;
  readonly negated: boolean;
  readonly at: number;
}

export interface InListExpression extends Node {
  readonly kind: 'in_list';
  readonly operand: Expression;
  readonly items: readonly Expression[];
  readonly negated: boolean;
  readonly at: number;
}

export interface InSubqueryExpression extends Node {
  readonly kind: 'in_subquery';
  readonly operand: Expression;
  readonly query: Query;
  readonly negated: boolean;
  readonly at: number;
}

/**
 * `a = ANY (…)`, `a < ALL (…)`; SOME is ANY. `LIKE ANY` and its kin arrive under their operators `~~`, `!~~`, `~~*`, `!~~*`.
 * The right side is a query or an expression of an array type.
 */
export interface QuantifiedExpression extends Node {
  readonly kind: 'quantified';
  readonly left: Expression;
  readonly operator: Operator;
  readonly quantifier: 'any' | 'all';
  readonly right: Expression | Query;
  readonly at: number;
}

/** `a::t`, `CAST(a AS t)`, `date '…'`, `interval '1' day`. */
export interface CastExpression extends Node {
  readonly kind: 'cast';
  readonly operand: Expression;
  readonly type: TypeName;
  readonly at: number;
}

export interface CollateExpression extends Node {
  readonly kind: 'collate';
  readonly operand: Expression;
  readonly collation: readonly string[];
  readonly at: number;
}

export interface CaseWhen extends Node {
  readonly kind: 'when';
  readonly condition: Expression;
  readonly result: Expression;
}

export interface CaseExpression extends Node {
  readonly kind: 'case';
  readonly operand: Expression | null;
  readonly whens: readonly CaseWhen[];
  readonly otherwise: Expression | null;
}

export interface CoalesceExpression extends Node {
  readonly kind: 'coalesce';
  readonly args: readonly Expression[];
}

/** `GREATEST(…)`, `LEAST(…)`. */
export interface MinMaxExpression extends Node {
  readonly kind: 'min_max';
  readonly function: 'greatest' | 'least';
  readonly args: readonly Expression[];
}

export interface NullIfExpression extends Node {
  readonly kind: 'null_if';
  readonly left: Expression;
  readonly right: Expression;
}

/** `ROW(a, b)`, or `(a, b)` when not explicit. */
export interface RowExpression extends Node {
  readonly kind: 'row';
  readonly items: readonly Expression[];
  readonly explicit: boolean;
}

/** `ARRAY[…]`, and the bracketed rows inside one of several dimensions. */
export interface ArrayExpression extends Node {
  readonly kind: 'array';
  readonly items: readonly Expression[];
}

export interface ScalarSubquery extends Node {
  readonly kind: 'subquery';
  readonly query: Query;
}

export interface ExistsExpression extends Node {
  readonly kind: 'exists';
  readonly query: Query;
}

/** `ARRAY(SELECT …)`. */
export interface ArraySubquery extends Node {
  readonly kind: 'array_subquery';
  readonly query: Query;
}

export type IndirectionStep =
  | {readonly kind: 'field'; readonly name: string}
  | {readonly kind: 'star'}
  | {readonly kind: 'subscript'; readonly index: Expression}
  | {readonly kind: 'slice'; readonly lower: Expression | null; readonly upper: Expression | null};

/** `(x).f`, `(x).*`, `a[1]`, `a[1:2]`, in any mixture. */
export interface IndirectionExpression extends Node {
  readonly kind: 'indirection';
  readonly base: Expression;
  readonly steps: readonly IndirectionStep[];
}

/** `name => value`; the old `:=` arrives the same. */
export interface NamedArgument extends Node {
  readonly kind: 'named_argument';
  readonly name: string;
  readonly value: Expression;
}

export interface SortKey extends Node {
  readonly kind: 'sort_key';
  readonly expression: Expression;
  readonly direction: 'default' | 'asc' | 'desc' | 'using';
  /** Only with `using`. */
  readonly using: Operator | null;
  readonly nulls: 'default' | 'first' | 'last';
}

export type FrameBound =
  | {readonly type: 'unbounded_preceding'}
  | {readonly type: 'preceding'; readonly offset: Expression}
  | {readonly type: 'current_row'}
  | {readonly type: 'following'; readonly offset: Expression}
  | {readonly type: 'unbounded_following'};

export interface WindowFrame extends Node {
  readonly kind: 'window_frame';
  readonly unit: 'rows' | 'range' | 'groups';
  readonly start: FrameBound;
  /** Null when BETWEEN was not written: the current row. */
  readonly end: FrameBound | null;
  readonly exclude: 'none' | 'current_row' | 'group' | 'ties';
}

/** What stands in `OVER (…)` or `WINDOW w AS (…)`. */
export interface WindowSpec extends Node {
  readonly kind: 'window_spec';
  /** The window this one refines: `OVER (w ORDER BY …)`. */
  readonly base: string | null;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly SortKey[];
  readonly frame: WindowFrame | null;
}

/** `OVER w`. */
export interface WindowName extends Node {
  readonly kind: 'window_name';
  readonly name: string;
}

/**
 * A call, of a plain function, an aggregate or a window function. The standard's own call syntaxes
 * (`EXTRACT(year FROM d)`, `a AT TIME ZONE z`, `TRIM(…)`, `OVERLAY`, `POSITION`, `SUBSTRING`, `OVERLAPS`,
 * `COLLATION FOR`, `NORMALIZE`, `IS NORMALIZED`, …) arrive as Postgres makes them: a call of `pg_catalog.f` with
 * `sqlSyntax` set, so a binder needs to do nothing for them.
 */
export interface FunctionCall extends Node {
  readonly kind: 'function_call';
  readonly name: readonly string[];
  /** A NamedArgument only here. */
  readonly args: readonly (Expression | NamedArgument)[];
  /** `count(*)`. */
  readonly star: boolean;
  readonly distinct: boolean;
  /** The last argument was marked VARIADIC. */
  readonly variadic: boolean;
  readonly orderBy: readonly SortKey[];
  /** `WITHIN GROUP (ORDER BY …)`: then `orderBy` is that. */
  readonly withinGroup: boolean;
  readonly filter: Expression | null;
  readonly over: WindowSpec | WindowName | null;
  readonly sqlSyntax: boolean;
  readonly at: number;
}

/** The standard's functions without parentheses. */
export interface SqlValueFunction extends Node {
  readonly kind: 'sql_value_function';
  readonly function:
    | 'current_date'
    | 'current_time'
    | 'current_timestamp'
    | 'localtime'
    | 'localtimestamp'
    | 'current_role'
    | 'current_user'
    | 'user'
    | 'session_user'
    | 'current_catalog'
    | 'current_schema';
  readonly precision: number | null;
}

/** `GROUPING(a, b)`. */
export interface GroupingExpression extends Node {
  readonly kind: 'grouping';
  readonly args: readonly Expression[];
}

/** `merge_action()` in MERGE's RETURNING. */
export interface MergeActionFunction extends Node {
  readonly kind: 'merge_action';
}

/** `WHERE CURRENT OF cursor`: only as the whole condition of UPDATE and DELETE. */
export interface CurrentOf extends Node {
  readonly kind: 'current_of';
  readonly cursor: string;
}

export type Literal = IntegerLiteral | NumericLiteral | StringLiteral | BitStringLiteral | BooleanLiteral | NullLiteral;

export type Expression =
  | ColumnRef
  | Parameter
  | Literal
  | DefaultValue
  | UnaryExpression
  | BinaryExpression
  | LogicalExpression
  | NotExpression
  | IsExpression
  | IsDistinctExpression
  | IsJsonExpression
  | LikeExpression
  | BetweenExpression
  | InListExpression
  | InSubqueryExpression
  | QuantifiedExpression
  | CastExpression
  | CollateExpression
  | CaseExpression
  | CoalesceExpression
  | MinMaxExpression
  | NullIfExpression
  | RowExpression
  | ArrayExpression
  | ScalarSubquery
  | ExistsExpression
  | ArraySubquery
  | IndirectionExpression
  | FunctionCall
  | SqlValueFunction
  | GroupingExpression
  | MergeActionFunction
  | CurrentOf
  | XmlExpression
  | SqlJsonExpression;
