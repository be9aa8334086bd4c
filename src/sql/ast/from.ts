import type {Expression, NamedArgument} from './expression.ts';
import type {MatchRecognize} from './match-recognize.ts';
import type {Node, QualifiedName} from './node.ts';
import type {Query} from './query.ts';
import type {JsonArgument, JsonBehavior, JsonFormat, JsonValueExpression, JsonWrapper} from './sql-json.ts';
import type {TypeName} from './type-name.ts';

/** `AS name (columns)`. */
export interface Alias extends Node {
  readonly kind: 'alias';
  readonly name: string;
  readonly columns: readonly string[];
}

/** A table, view, source or common table expression by name. */
export interface TableRef extends Node {
  readonly kind: 'table_ref';
  readonly name: QualifiedName;
  /** `ONLY t`. */
  readonly only: boolean;
  readonly alias: Alias | null;
  readonly sample: TableSample | null;
  /** `AS OF expr` or `FOR SYSTEM_TIME AS OF expr`. */
  readonly asOf: AsOf | null;
}

export interface AsOf extends Node {
  readonly kind: 'as_of';
  readonly syntax: 'as of' | 'for system_time';
  readonly time: Expression;
}

export interface TableSample extends Node {
  readonly kind: 'table_sample';
  readonly method: readonly string[];
  readonly args: readonly Expression[];
  readonly repeatable: Expression | null;
}

export interface DerivedTable extends Node {
  readonly kind: 'derived_table';
  readonly lateral: boolean;
  readonly query: Query;
  readonly alias: Alias | null;
}

/** `name type [COLLATE c]` in a column definition list. */
export interface FunctionColumn extends Node {
  readonly kind: 'function_column';
  readonly name: string;
  readonly type: TypeName;
  readonly collation: readonly string[] | null;
}

export interface TableFunctionItem extends Node {
  readonly kind: 'table_function_item';
  /** Any function-like expression: mostly a FunctionCall, rarely COALESCE and its kin. */
  readonly call: Expression;
  /** `f() AS (a int)` inside ROWS FROM. */
  readonly columns: readonly FunctionColumn[];
}

/** `f(…)` or `ROWS FROM (f(…), g(…))`. */
export interface TableFunction extends Node {
  readonly kind: 'table_function';
  readonly lateral: boolean;
  readonly rowsFrom: boolean;
  readonly functions: readonly TableFunctionItem[];
  readonly ordinality: boolean;
  readonly alias: Alias | null;
  /** `f() AS t (a int)`; the alias may be absent: `f() AS (a int)`. */
  readonly columns: readonly FunctionColumn[];
}

/** `TUMBLE(t, ts, INTERVAL '1 minute')` and its kin, Flink's `TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), …))` included. */
export interface WindowTable extends Node {
  readonly kind: 'window_table';
  readonly function: 'tumble' | 'hop' | 'session' | 'cumulate';
  readonly lateral: boolean;
  readonly input: TableRef | DerivedTable;
  /** `SESSION(TABLE t PARTITION BY a, …)`; empty elsewhere. */
  readonly partitionBy: readonly Expression[];
  /** What follows the table: the time column first (a ColumnRef, also for `DESCRIPTOR(ts)`), then sizes. */
  readonly args: readonly (Expression | NamedArgument)[];
  readonly alias: Alias | null;
}

export interface Join extends Node {
  readonly kind: 'join';
  readonly type: 'inner' | 'left' | 'right' | 'full' | 'cross';
  readonly natural: boolean;
  readonly left: TableExpression;
  readonly right: TableExpression;
  /** Null unless `ON`. */
  readonly on: Expression | null;
  /** Null unless `USING`. */
  readonly using: readonly string[] | null;
  /** `USING (a) AS x`. */
  readonly usingAlias: string | null;
  /** `(a JOIN b …) AS x`. */
  readonly alias: Alias | null;
}

export interface XmlNamespace extends Node {
  readonly kind: 'xml_namespace';
  /** Null: DEFAULT. */
  readonly name: string | null;
  readonly uri: Expression;
}

export interface XmlTableColumn extends Node {
  readonly kind: 'xml_table_column';
  readonly name: string;
  readonly ordinality: boolean;
  /** Null only for `FOR ORDINALITY`. */
  readonly type: TypeName | null;
  readonly path: Expression | null;
  readonly default: Expression | null;
  readonly notNull: boolean;
}

export interface XmlTable extends Node {
  readonly kind: 'xml_table';
  readonly lateral: boolean;
  readonly namespaces: readonly XmlNamespace[];
  readonly row: Expression;
  readonly document: Expression;
  readonly columns: readonly XmlTableColumn[];
  readonly alias: Alias | null;
}

export interface JsonTableColumn extends Node {
  readonly kind: 'json_table_column';
  readonly type: 'ordinality' | 'regular' | 'formatted' | 'exists' | 'nested';
  /** Null for a nested one. */
  readonly name: string | null;
  readonly typeName: TypeName | null;
  readonly format: JsonFormat | null;
  readonly path: string | null;
  /** Only of a nested path: `NESTED PATH '…' AS name`. */
  readonly pathName: string | null;
  readonly wrapper: JsonWrapper;
  readonly quotes: 'unspecified' | 'keep' | 'omit';
  readonly onEmpty: JsonBehavior | null;
  readonly onError: JsonBehavior | null;
  /** Only of a nested one. */
  readonly columns: readonly JsonTableColumn[];
}

export interface JsonTable extends Node {
  readonly kind: 'json_table';
  readonly lateral: boolean;
  readonly context: JsonValueExpression;
  readonly path: Expression;
  readonly pathName: string | null;
  readonly passing: readonly JsonArgument[];
  readonly columns: readonly JsonTableColumn[];
  readonly onError: JsonBehavior | null;
  readonly alias: Alias | null;
}

export type TableExpression =
  TableRef | DerivedTable | TableFunction | WindowTable | Join | XmlTable | JsonTable | MatchRecognize;
