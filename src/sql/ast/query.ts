import type {Expression, SortKey, WindowSpec} from './expression.ts';
import type {TableExpression} from './from.ts';
import type {Node, QualifiedName} from './node.ts';
import type {Delete, Insert, Merge, Update} from './dml.ts';
import type {TypeName} from './type-name.ts';

/** A whole query: `[WITH …] body [ORDER BY …] [LIMIT …] …`. Parentheses that add nothing leave no trace. */
export interface Query extends Node {
  readonly kind: 'query';
  readonly with: With | null;
  readonly body: QueryBody;
  readonly orderBy: readonly SortKey[];
  /** Null when absent, and for `LIMIT ALL` a NullLiteral. */
  readonly limit: Expression | null;
  /** `FETCH FIRST … WITH TIES`. */
  readonly withTies: boolean;
  readonly offset: Expression | null;
  readonly locking: readonly LockingClause[];
  /** `AS OF expr` at the query's end: read at that tick or time. */
  readonly asOf: Expression | null;
}

export type QueryBody = Select | Values | SetOperation;

export interface Select extends Node {
  readonly kind: 'select';
  readonly distinct: boolean;
  /** `DISTINCT ON (…)`; empty for a plain DISTINCT. */
  readonly distinctOn: readonly Expression[];
  /** May be empty. `TABLE t` is `SELECT * FROM t`. */
  readonly targets: readonly Target[];
  readonly into: SelectInto | null;
  readonly from: readonly TableExpression[];
  readonly where: Expression | null;
  readonly groupBy: readonly (Expression | GroupingSet)[];
  /** `GROUP BY DISTINCT`. */
  readonly groupDistinct: boolean;
  readonly having: Expression | null;
  readonly windows: readonly WindowDefinition[];
}

/** `VALUES (…), (…)`. */
export interface Values extends Node {
  readonly kind: 'values';
  readonly rows: readonly (readonly Expression[])[];
}

export interface SetOperation extends Node {
  readonly kind: 'set_operation';
  readonly operator: 'union' | 'intersect' | 'except';
  readonly all: boolean;
  readonly left: Query;
  readonly right: Query;
  readonly at: number;
}

/** One item of a select list or of RETURNING. */
export interface Target extends Node {
  readonly kind: 'target';
  readonly expression: Expression;
  /** Only what was written; the implied name is the binder's. */
  readonly alias: string | null;
}

export interface SelectInto extends Node {
  readonly kind: 'select_into';
  readonly name: QualifiedName;
  readonly persistence: 'permanent' | 'temporary' | 'unlogged';
}

/** `()`, `ROLLUP (…)`, `CUBE (…)`, `GROUPING SETS (…)`. A composite `(a, b)` inside is an implicit RowExpression. */
export interface GroupingSet extends Node {
  readonly kind: 'grouping_set';
  readonly type: 'empty' | 'rollup' | 'cube' | 'sets';
  readonly items: readonly (Expression | GroupingSet)[];
}

export interface WindowDefinition extends Node {
  readonly kind: 'window_definition';
  readonly name: string;
  readonly spec: WindowSpec;
}

export interface LockingClause extends Node {
  readonly kind: 'locking';
  readonly strength: 'update' | 'no key update' | 'share' | 'key share';
  readonly of: readonly QualifiedName[];
  readonly wait: 'block' | 'nowait' | 'skip locked';
}

export interface With extends Node {
  readonly kind: 'with';
  /** `mutual`: `WITH MUTUALLY RECURSIVE`, every part of which has typed columns. */
  readonly recursion: 'none' | 'recursive' | 'mutual';
  /** `WITH MUTUALLY RECURSIVE (RETURN AT RECURSION LIMIT n)`. */
  readonly limit: RecursionLimit | null;
  readonly parts: readonly CommonTable[];
}

export interface RecursionLimit extends Node {
  readonly kind: 'recursion_limit';
  readonly iterations: string;
  /** Without a word: error. */
  readonly at: 'return' | 'error';
}

export interface CommonTable extends Node {
  readonly kind: 'common_table';
  readonly name: string;
  readonly columns: readonly string[];
  /** Beside `columns`, only in `WITH MUTUALLY RECURSIVE`; empty elsewhere. */
  readonly columnTypes: readonly TypeName[];
  readonly materialized: 'default' | 'always' | 'never';
  readonly statement: Query | Insert | Update | Delete | Merge;
  readonly search: SearchClause | null;
  readonly cycle: CycleClause | null;
}

export interface SearchClause extends Node {
  readonly kind: 'search';
  readonly order: 'depth' | 'breadth';
  readonly by: readonly string[];
  readonly set: string;
}

export interface CycleClause extends Node {
  readonly kind: 'cycle';
  readonly columns: readonly string[];
  readonly set: string;
  /** The pair of marks; Postgres's defaults true and false where not written. */
  readonly to: Expression;
  readonly default: Expression;
  readonly using: string;
}
