import type {IntervalSpan} from '../../types/interval-span.ts';
import type {Expression} from './expression.ts';
import type {Node} from './node.ts';

export type IntervalFields = IntervalSpan;

/** `a bigint` in `STRUCT<a bigint>`. */
export interface StructField extends Node {
  readonly kind: 'struct_field';
  readonly name: string;
  readonly type: TypeName;
}

/**
 * A type as written. The SQL standard's spellings arrive under their catalog names, as in Postgres: `int` is
 * `['pg_catalog', 'int4']`, `char(3)` is `['pg_catalog', 'bpchar']`, `timestamp with time zone` is
 * `['pg_catalog', 'timestamptz']`; any other name stays as written (`['text']`, `['my', 'type']`).
 */
export interface TypeName extends Node {
  readonly kind: 'type_name';
  /** Empty for a struct. */
  readonly names: readonly string[];
  /** What stands in parentheses, `interval(3)` included; plain `char` and `bit` carry the implied 1. */
  readonly modifiers: readonly Expression[];
  /** `interval day to second`; null for any other type and for a plain `interval`. */
  readonly intervalFields: IntervalFields | null;
  /** One entry a dimension; -1 where no length was given. Empty: not an array. */
  readonly arrayBounds: readonly number[];
  readonly setof: boolean;
  /** `STRUCT<…>`, or null. */
  readonly struct: readonly StructField[] | null;
}
