import type {Expression, SortKey, WindowName, WindowSpec} from './expression.ts';
import type {Node} from './node.ts';
import type {Query} from './query.ts';
import type {TypeName} from './type-name.ts';

/** `FORMAT JSON [ENCODING UTF8]`. */
export type JsonFormat = {readonly encoding: 'utf8' | 'utf16' | 'utf32' | null};

/** `RETURNING type [FORMAT JSON]`. */
export interface JsonReturning extends Node {
  readonly kind: 'json_returning';
  readonly type: TypeName;
  readonly format: JsonFormat | null;
}

/** An input: `expr [FORMAT JSON …]`. */
export interface JsonValueExpression extends Node {
  readonly kind: 'json_value_expression';
  readonly value: Expression;
  readonly format: JsonFormat | null;
}

export interface JsonKeyValue extends Node {
  readonly kind: 'json_key_value';
  readonly key: Expression;
  readonly value: JsonValueExpression;
}

/** `JSON_OBJECT(k : v, …)`; nullOnNull is the default there. */
export interface JsonObject extends Node {
  readonly kind: 'json_object';
  readonly entries: readonly JsonKeyValue[];
  readonly absentOnNull: boolean;
  readonly uniqueKeys: boolean;
  readonly returning: JsonReturning | null;
}

/** `JSON_ARRAY(a, b …)`; absentOnNull is the default there. */
export interface JsonArray extends Node {
  readonly kind: 'json_array';
  readonly items: readonly JsonValueExpression[];
  readonly absentOnNull: boolean;
  readonly returning: JsonReturning | null;
}

/** `JSON_ARRAY(SELECT …)`. */
export interface JsonArrayQuery extends Node {
  readonly kind: 'json_array_query';
  readonly query: Query;
  readonly format: JsonFormat | null;
  readonly returning: JsonReturning | null;
}

export interface JsonObjectAggregate extends Node {
  readonly kind: 'json_object_aggregate';
  readonly entry: JsonKeyValue;
  readonly absentOnNull: boolean;
  readonly uniqueKeys: boolean;
  readonly returning: JsonReturning | null;
  readonly filter: Expression | null;
  readonly over: WindowSpec | WindowName | null;
}

export interface JsonArrayAggregate extends Node {
  readonly kind: 'json_array_aggregate';
  readonly item: JsonValueExpression;
  readonly orderBy: readonly SortKey[];
  readonly absentOnNull: boolean;
  readonly returning: JsonReturning | null;
  readonly filter: Expression | null;
  readonly over: WindowSpec | WindowName | null;
}

/** `JSON(expr [WITH UNIQUE KEYS])`. */
export interface JsonParse extends Node {
  readonly kind: 'json_parse';
  readonly value: JsonValueExpression;
  readonly uniqueKeys: boolean;
}

export interface JsonScalar extends Node {
  readonly kind: 'json_scalar';
  readonly value: Expression;
}

export interface JsonSerialize extends Node {
  readonly kind: 'json_serialize';
  readonly value: JsonValueExpression;
  readonly returning: JsonReturning | null;
}

/** `… ON EMPTY`, `… ON ERROR`. */
export interface JsonBehavior extends Node {
  readonly kind: 'json_behavior';
  readonly type: 'error' | 'null' | 'true' | 'false' | 'unknown' | 'empty_array' | 'empty_object' | 'default';
  /** Only with `default`. */
  readonly value: Expression | null;
}

export interface JsonArgument extends Node {
  readonly kind: 'json_argument';
  readonly name: string;
  readonly value: JsonValueExpression;
}

export type JsonWrapper = 'unspecified' | 'none' | 'conditional' | 'unconditional';

/** `JSON_EXISTS`, `JSON_VALUE`, `JSON_QUERY`. */
export interface JsonPathFunction extends Node {
  readonly kind: 'json_path_function';
  readonly function: 'json_exists' | 'json_value' | 'json_query';
  readonly context: JsonValueExpression;
  readonly path: Expression;
  readonly passing: readonly JsonArgument[];
  readonly returning: JsonReturning | null;
  /** Only json_query. */
  readonly wrapper: JsonWrapper;
  /** Only json_query. */
  readonly quotes: 'unspecified' | 'keep' | 'omit';
  readonly onEmpty: JsonBehavior | null;
  readonly onError: JsonBehavior | null;
}

export type SqlJsonExpression =
  | JsonObject
  | JsonArray
  | JsonArrayQuery
  | JsonObjectAggregate
  | JsonArrayAggregate
  | JsonParse
  | JsonScalar
  | JsonSerialize
  | JsonPathFunction;
