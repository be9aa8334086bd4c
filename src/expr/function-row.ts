import type {Datum} from '../types/datum.ts';
import type {SqlType} from '../types/sql-type.ts';

/**
 * One overload of a function, operator or cast: one row of the registry. `row` is the truth; `kernel` names its
 * vector twin in the kernel module, tested against `row`.
 *
 * A kernel flags lanes that it cannot answer (overflow, division by zero, a rare form); the evaluator then calls `row`
 * for the flagged lanes that are active, which gives the value or throws the right SqlError.
 */
export type FunctionRow = {
  /** pg_proc.oid (or pg_operator's/pg_cast's function) where Postgres has one, else from 16384-70000 up, stable. */
  readonly oid: number;
  /** Function name, operator symbol, or 'cast'. */
  readonly name: string;
  readonly kind: 'function' | 'operator' | 'cast';
  /** Parameter types; a kind of polymorphism is resolved by `matches`. */
  readonly args: readonly ParameterType[];
  /** The last parameter repeats (VARIADIC). */
  readonly variadic?: boolean;
  /** Result type; a function where it depends on the arguments (numeric layout, polymorphic). */
  readonly returns: SqlType | ((args: readonly SqlType[]) => SqlType);
  readonly volatility: 'immutable' | 'stable' | 'volatile';
  /** NULL in, NULL out: `row` is then never called with a null. */
  readonly strict: boolean;
  readonly row: (args: readonly Datum[], context: CallContext) => Datum;
  readonly kernel?: KernelTwin;
  /** cast rows only: when the binder may apply it by itself, as pg_cast.castcontext. */
  readonly context?: 'implicit' | 'assignment' | 'explicit';
  readonly description: string;
};

export type ParameterType = SqlType | 'any' | 'anyelement' | 'anyarray' | 'anynonarray' | 'anycompatible';

/** What a function may look at besides its arguments; absent pieces are a bug of the caller. */
export type CallContext = {
  readonly argTypes: readonly SqlType[];
  readonly resultType: SqlType;
  /** µs since 1970 UTC: the transaction's (tick's) time, what now() gives. */
  readonly now: bigint;
  readonly settings: ReadonlyMap<string, string>;
  /** Answers catalog questions (current_user, pg_get_viewdef …); see session. */
  readonly system?: (name: string, args: readonly Datum[]) => Datum;
};

/** Which kernel export to call and how; filled in by the expr layer's evaluator conventions (src/expr/kernel-twin.ts). */
export type KernelTwin = {readonly export: string; readonly shape: string};
