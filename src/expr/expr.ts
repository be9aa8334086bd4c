import type {Datum} from '../types/datum.ts';
import type {SqlType} from '../types/sql-type.ts';

/**
 * A bound expression: names are resolved, types are known, every coercion stands as a call. Plain, cloneable data
 * (it crosses to the worker inside plans); `text` positions are 1-based offsets into the statement, for errors.
 *
 * Three-valued logic is explicit: and/or/not are their own nodes; `case` and `coalesce` evaluate lazily, so an
 * error in a branch that is not taken is not raised.
 */
export type Expr =
  | {readonly op: 'column'; readonly index: number; readonly type: SqlType}
  /** A column of an enclosing query, `depth` ≥ 1 levels up; only before decorrelation. */
  | {readonly op: 'outer'; readonly depth: number; readonly index: number; readonly type: SqlType}
  | {readonly op: 'literal'; readonly value: Datum; readonly type: SqlType}
  /** $index (1-based); replaced by a literal when the portal is bound. */
  | {readonly op: 'parameter'; readonly index: number; readonly type: SqlType}
  /** A function, operator or cast of the registry, by its signature: 'lower(text)', '+(int4,int4)', 'cast(int4,int8)'. */
  | {
      readonly op: 'call';
      readonly signature: string;
      readonly args: readonly Expr[];
      readonly type: SqlType;
      readonly position?: number;
    }
  | {readonly op: 'and' | 'or'; readonly args: readonly Expr[]; readonly type: SqlType}
  | {readonly op: 'not'; readonly arg: Expr; readonly type: SqlType}
  | {readonly op: 'isNull'; readonly arg: Expr; readonly negated: boolean; readonly type: SqlType}
  /** x IS [NOT] TRUE | FALSE | UNKNOWN */
  | {
      readonly op: 'isTruth';
      readonly arg: Expr;
      readonly truth: 'true' | 'false' | 'unknown';
      readonly negated: boolean;
      readonly type: SqlType;
    }
  /** IS [NOT] DISTINCT FROM, both sides of one type: grouping equality, NULL equals NULL. */
  | {
      readonly op: 'distinct';
      readonly left: Expr;
      readonly right: Expr;
      readonly negated: boolean;
      readonly type: SqlType;
    }
  | {
      readonly op: 'case';
      readonly whens: readonly {readonly when: Expr; readonly then: Expr}[];
      readonly otherwise: Expr;
      readonly type: SqlType;
    }
  | {readonly op: 'coalesce'; readonly args: readonly Expr[]; readonly type: SqlType}
  /** GREATEST / LEAST: nulls ignored. */
  | {readonly op: 'greatest' | 'least'; readonly args: readonly Expr[]; readonly type: SqlType}
  /** (composite).field */
  | {readonly op: 'field'; readonly arg: Expr; readonly index: number; readonly type: SqlType}
  | {readonly op: 'row'; readonly args: readonly Expr[]; readonly type: SqlType}
  | {readonly op: 'array'; readonly args: readonly Expr[]; readonly type: SqlType}
  /** array[subscript], 1-based; out of bounds is NULL */
  | {readonly op: 'subscript'; readonly arg: Expr; readonly subscript: Expr; readonly type: SqlType}
  /** left OP ANY|ALL (array), OP a boolean operator of the registry */
  | {
      readonly op: 'quantified';
      readonly quantifier: 'any' | 'all';
      readonly signature: string;
      readonly left: Expr;
      readonly array: Expr;
      readonly type: SqlType;
    };

/** An aggregate call of the registry: 'sum(int8)', 'count()'. */
export type AggregateCall = {
  readonly signature: string;
  /** Those of WITHIN GROUP among them, direct ones not. */
  readonly args: readonly Expr[];
  readonly distinct: boolean;
  readonly filter: Expr | null;
  /** Where the order of the values matters: the order. Absent: none was asked for. */
  readonly order?: readonly OrderKey[];
  /** Direct arguments of an ordered-set aggregate: the same for all rows of a group. */
  readonly direct?: readonly Expr[];
  readonly type: SqlType;
};

/** A sort key; `nullsFirst` is explicit (Postgres's default: last when ascending, first when descending). */
export type OrderKey = {readonly expr: Expr; readonly descending: boolean; readonly nullsFirst: boolean};
