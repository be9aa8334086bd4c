import type {Datum} from '../types/datum.ts';
import type {PolymorphicKind, SqlType} from '../types/sql-type.ts';
import type {KernelChoice} from './kernel-twin.ts';

/**
 * One overload of a function, operator or cast: one row of the registry. `row` is the truth; `kernel` names its
 * vector twin in the kernel module, tested against `row`.
 *
 * A kernel flags lanes that it cannot answer (overflow, division by zero, a rare form); the evaluator then calls `row`
 * for the flagged lanes that are active, which gives the value or throws the right SqlError.
 */
export type FunctionRow = {
  /** pg_proc.oid (an operator's or cast's function) where Postgres has one, else ≥ 2^30, a hash of the signature. */
  readonly oid: number;
  /** Function name, operator symbol, or 'cast'. */
  readonly name: string;
  readonly kind: 'function' | 'operator' | 'cast';
  /** 'lower(text)', '-(int4)', '+(int4,int4)', 'cast(int4,int8)' (from, to). */
  readonly signature: string;
  /** Parameter types; polymorphic ones by their pseudo-type. A prefix operator has one. */
  readonly args: readonly ParameterType[];
  /** The last parameter repeats, once or more often (VARIADIC). */
  readonly variadic?: boolean;
  /** How many trailing parameters may be left out; their defaults stand in `row`. */
  readonly optional?: number;
  /** What the parameters are called, for calls that name them. */
  readonly names?: readonly string[];
  /** Of the last parameters, where a call by name may leave one out before another. */
  readonly defaults?: readonly Datum[];
  /** Result type; a function where it depends on the arguments (numeric layout, polymorphic). */
  readonly returns: SqlType | ((args: readonly SqlType[]) => SqlType);
  readonly volatility: 'immutable' | 'stable' | 'volatile';
  /** An unknown literal stays one where the parameter is "any"; else it becomes text. */
  readonly keepsUnknown?: boolean;
  /** NULL in, NULL out: `row` is then never called with a null. */
  readonly strict: boolean;
  /** Errors: SqlError, as Postgres raises it. */
  readonly row: (args: readonly Datum[], context: CallContext) => Datum;
  /** Its vector twin; a function where that depends on layouts or constants (null: none for these). */
  readonly kernel?: KernelChoice;
  /** cast rows only: when the binder may apply it by itself, as pg_cast.castcontext. */
  readonly context?: CastContext;
  /** cast rows only: through a function, by taking the same bytes as the other type, or through text (I/O conversion). */
  readonly method?: 'function' | 'binary' | 'io';
  /** The values of argument and result mean the same bytes: the result shares the argument's buffers. */
  readonly relabels?: boolean;
  readonly description: string;
};

export type CastContext = 'implicit' | 'assignment' | 'explicit';

export type ParameterType = SqlType | PseudoType;

/** Polymorphic parameters: those whose names begin alike agree on an element type. */
type PseudoType = 'any' | PolymorphicKind;

/** What a function may look at besides its arguments; absent pieces are a bug of the caller. */
export type CallContext = {
  readonly argTypes: readonly SqlType[];
  readonly resultType: SqlType;
  /** µs since 1970 UTC: the transaction's (tick's) time, what now() gives. */
  readonly now: bigint;
  /** TimeZone, DateStyle, IntervalStyle, bytea_output …: by lower-case name. */
  readonly settings: ReadonlyMap<string, string>;
  /** Casts to a type with a length: refuse what is too long, as INSERT does, and do not cut it. */
  readonly assigning?: boolean;
  /** Answers catalog questions (current_user, pg_get_viewdef …); see session. */
  readonly system?: (name: string, args: readonly Datum[]) => Datum;
};

export function resultTypeOf(row: FunctionRow, args: readonly SqlType[]): SqlType {
  return typeof row.returns === 'function' ? row.returns(args) : row.returns;
}
