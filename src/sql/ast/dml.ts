import type {Expression, IndirectionStep} from './expression.ts';
import type {Alias, TableExpression} from './from.ts';
import type {Node, QualifiedName} from './node.ts';
import type {Query, Target, With} from './query.ts';

/** A column to be written: `a`, `a.f`, `a[1]`. */
export interface AssignmentTarget extends Node {
  readonly kind: 'assignment_target';
  readonly column: string;
  readonly steps: readonly IndirectionStep[];
}

/** `RETURNING [WITH (OLD AS o, NEW AS n)] …`. */
export interface Returning extends Node {
  readonly kind: 'returning';
  readonly oldAlias: string | null;
  readonly newAlias: string | null;
  readonly targets: readonly Target[];
}

export interface Insert extends Node {
  readonly kind: 'insert';
  readonly with: With | null;
  readonly table: QualifiedName;
  readonly alias: string | null;
  /** Empty: all. */
  readonly columns: readonly AssignmentTarget[];
  readonly overriding: 'none' | 'system' | 'user';
  /** Null: DEFAULT VALUES. */
  readonly source: Query | null;
  readonly onConflict: OnConflict | null;
  readonly returning: Returning | null;
}

/** `expr [COLLATE c] [opclass] [ASC|DESC] [NULLS …]` of an index or a conflict target. */
export interface IndexElement extends Node {
  readonly kind: 'index_element';
  /** A ColumnRef of one part for a plain column. */
  readonly expression: Expression;
  readonly collation: readonly string[] | null;
  readonly operatorClass: readonly string[] | null;
  readonly operatorClassOptions: readonly StorageOption[];
  readonly direction: 'default' | 'asc' | 'desc';
  readonly nulls: 'default' | 'first' | 'last';
}

/** `name [= value]` in Postgres's `WITH (…)`. */
export interface StorageOption extends Node {
  readonly kind: 'storage_option';
  readonly namespace: string | null;
  readonly name: string;
  /** Numbers and words as their text. */
  readonly value: string | null;
}

export interface OnConflict extends Node {
  readonly kind: 'on_conflict';
  readonly elements: readonly IndexElement[];
  readonly indexWhere: Expression | null;
  readonly constraint: string | null;
  readonly action: 'nothing' | 'update';
  readonly set: readonly SetClause[];
  readonly where: Expression | null;
}

/** `a = expr` (one target), or `(a, b) = row-or-query` (`multiple`). */
export interface SetClause extends Node {
  readonly kind: 'set_clause';
  readonly targets: readonly AssignmentTarget[];
  readonly multiple: boolean;
  readonly value: Expression;
}

export interface Update extends Node {
  readonly kind: 'update';
  readonly with: With | null;
  readonly table: QualifiedName;
  readonly only: boolean;
  readonly alias: Alias | null;
  readonly set: readonly SetClause[];
  readonly from: readonly TableExpression[];
  /** CurrentOf for `WHERE CURRENT OF c`. */
  readonly where: Expression | null;
  readonly returning: Returning | null;
}

export interface Delete extends Node {
  readonly kind: 'delete';
  readonly with: With | null;
  readonly table: QualifiedName;
  readonly only: boolean;
  readonly alias: Alias | null;
  readonly using: readonly TableExpression[];
  readonly where: Expression | null;
  readonly returning: Returning | null;
}

export type MergeMatch = 'matched' | 'not matched by source' | 'not matched by target';

export type MergeActionClause =
  | {readonly type: 'nothing'}
  | {readonly type: 'delete'}
  | {readonly type: 'update'; readonly set: readonly SetClause[]}
  | {
      readonly type: 'insert';
      readonly columns: readonly AssignmentTarget[];
      readonly overriding: 'none' | 'system' | 'user';
      /** Null: DEFAULT VALUES. */
      readonly values: readonly Expression[] | null;
    };

export interface MergeWhen extends Node {
  readonly kind: 'merge_when';
  readonly match: MergeMatch;
  readonly condition: Expression | null;
  readonly action: MergeActionClause;
}

export interface Merge extends Node {
  readonly kind: 'merge';
  readonly with: With | null;
  readonly table: QualifiedName;
  readonly only: boolean;
  readonly alias: Alias | null;
  readonly using: TableExpression;
  readonly on: Expression;
  readonly whens: readonly MergeWhen[];
  readonly returning: Returning | null;
}

export interface Copy extends Node {
  readonly kind: 'copy';
  /** A table with columns (empty: all), or a query. */
  readonly table: QualifiedName | null;
  readonly columns: readonly string[];
  readonly query: Query | Insert | Update | Delete | Merge | null;
  readonly direction: 'from' | 'to';
  readonly endpoint:
    | {readonly type: 'stdio'}
    | {readonly type: 'file'; readonly path: string}
    | {readonly type: 'program'; readonly command: string};
  readonly options: readonly CopyOption[];
  readonly where: Expression | null;
}

/** Both of COPY's option syntaxes arrive as `name value`; e.g. `format`, `header`, `delimiter`, `null`, `force_quote`. */
export interface CopyOption extends Node {
  readonly kind: 'copy_option';
  readonly name: string;
  /** Null: given without a value; `*` for `force_quote *`. */
  readonly value: string | readonly string[] | null;
}
