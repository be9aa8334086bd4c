import type {IndexElement, StorageOption} from './dml.ts';
import type {Expression} from './expression.ts';
import type {Node, QualifiedName} from './node.ts';
import type {Query} from './query.ts';
import type {Grant} from './rights.ts';
import type {TypeName} from './type-name.ts';
import type {Execute, Reset, SetVariable} from './utility.ts';
import type {SequenceOption} from './sequence.ts';

export type Persistence = 'permanent' | 'temporary' | 'unlogged';

export type ForeignKeyAction =
  | {readonly type: 'no action' | 'restrict' | 'cascade'}
  | {readonly type: 'set null' | 'set default'; readonly columns: readonly string[]};

/** `DEFERRABLE`, `INITIALLY DEFERRED`, `NOT VALID`, `NO INHERIT`, `NOT ENFORCED`; null where not written. */
export type ConstraintAttributes = {
  readonly deferrable: boolean | null;
  readonly initiallyDeferred: boolean | null;
  readonly notValid: boolean;
  readonly noInherit: boolean;
  readonly enforced: boolean | null;
};

type ConstraintCommon = Node & {
  /** `CONSTRAINT name`, or null. */
  readonly name: string | null;
  readonly attributes: ConstraintAttributes;
};

export type ForeignKeyReference = {
  readonly table: QualifiedName;
  /** Empty: its primary key. */
  readonly columns: readonly string[];
  readonly match: 'simple' | 'full' | 'partial';
  readonly onUpdate: ForeignKeyAction;
  readonly onDelete: ForeignKeyAction;
};

/** A constraint written behind a column. */
export type ColumnConstraint =
  | (ConstraintCommon & {readonly kind: 'not_null'})
  | (ConstraintCommon & {readonly kind: 'nullable'})
  | (ConstraintCommon & {readonly kind: 'default_value'; readonly expression: Expression})
  | (ConstraintCommon & {readonly kind: 'check'; readonly expression: Expression})
  | (ConstraintCommon & {readonly kind: 'primary_key'; readonly options: readonly StorageOption[]})
  | (ConstraintCommon & {
      readonly kind: 'unique';
      readonly nullsNotDistinct: boolean;
      readonly options: readonly StorageOption[];
    })
  | (ConstraintCommon & {
      readonly kind: 'generated';
      readonly expression: Expression;
      readonly storage: 'stored' | 'virtual';
    })
  | (ConstraintCommon & {
      readonly kind: 'identity';
      readonly generation: 'always' | 'by default';
      readonly options: readonly SequenceOption[];
    })
  | (ConstraintCommon & {readonly kind: 'references'; readonly references: ForeignKeyReference});

/** A constraint written beside the columns. */
export type TableConstraint =
  | (ConstraintCommon & {readonly kind: 'check'; readonly expression: Expression})
  | (ConstraintCommon & {readonly kind: 'table_not_null'; readonly column: string})
  | (ConstraintCommon & {
      readonly kind: 'table_primary_key';
      readonly columns: readonly string[];
      /** `USING INDEX i`, in the place of columns. */
      readonly index: string | null;
      readonly include: readonly string[];
      readonly options: readonly StorageOption[];
    })
  | (ConstraintCommon & {
      readonly kind: 'table_unique';
      readonly columns: readonly string[];
      readonly index: string | null;
      readonly nullsNotDistinct: boolean;
      readonly include: readonly string[];
      readonly options: readonly StorageOption[];
    })
  | (ConstraintCommon & {
      readonly kind: 'foreign_key';
      readonly columns: readonly string[];
      readonly references: ForeignKeyReference;
    });

export interface ColumnDefinition extends Node {
  readonly kind: 'column_definition';
  readonly name: string;
  readonly type: TypeName;
  readonly collation: readonly string[] | null;
  readonly constraints: readonly ColumnConstraint[];
}

/** `LIKE t INCLUDING …`. */
export interface LikeTable extends Node {
  readonly kind: 'like_table';
  readonly table: QualifiedName;
  readonly options: readonly {readonly including: boolean; readonly what: string}[];
}

export interface CreateTable extends Node {
  readonly kind: 'create_table';
  readonly persistence: Persistence;
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  readonly elements: readonly (ColumnDefinition | TableConstraint | LikeTable)[];
  readonly inherits: readonly QualifiedName[];
  readonly options: readonly StorageOption[];
  readonly onCommit: 'default' | 'preserve rows' | 'delete rows' | 'drop';
  readonly tablespace: string | null;
}

/** `CREATE TABLE … AS`. */
export interface CreateTableAs extends Node {
  readonly kind: 'create_table_as';
  readonly persistence: Persistence;
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  readonly columns: readonly string[];
  readonly options: readonly StorageOption[];
  readonly onCommit: 'default' | 'preserve rows' | 'delete rows' | 'drop';
  readonly tablespace: string | null;
  readonly source: Query | Execute;
  readonly withData: boolean;
}

/** When rows leave a view: `EMIT ON WINDOW CLOSE`, `EMIT CHANGES`; null where not written. */
export type Emit = 'on window close' | 'changes' | null;

export interface CreateView extends Node {
  readonly kind: 'create_view';
  readonly orReplace: boolean;
  readonly persistence: Persistence;
  readonly recursive: boolean;
  readonly name: QualifiedName;
  readonly columns: readonly string[];
  readonly options: readonly StorageOption[];
  readonly query: Query;
  readonly emit: Emit;
  readonly checkOption: 'none' | 'local' | 'cascaded';
}

export interface CreateMaterializedView extends Node {
  readonly kind: 'create_materialized_view';
  readonly orReplace: boolean;
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  readonly columns: readonly string[];
  readonly options: readonly StorageOption[];
  readonly tablespace: string | null;
  readonly query: Query;
  readonly emit: Emit;
  readonly withData: boolean;
}

export interface CreateIndex extends Node {
  readonly kind: 'create_index';
  readonly unique: boolean;
  readonly concurrently: boolean;
  readonly ifNotExists: boolean;
  readonly name: string | null;
  readonly table: QualifiedName;
  readonly only: boolean;
  readonly method: string | null;
  readonly elements: readonly IndexElement[];
  readonly include: readonly IndexElement[];
  readonly nullsNotDistinct: boolean;
  readonly options: readonly StorageOption[];
  readonly tablespace: string | null;
  readonly where: Expression | null;
}

export interface CreateSchema extends Node {
  readonly kind: 'create_schema';
  readonly ifNotExists: boolean;
  /** Null: named after its owner. */
  readonly name: string | null;
  readonly authorization: string | null;
  readonly elements: readonly SchemaElement[];
}

/** What is made along with a schema, and in it. */
export type SchemaElement = CreateTable | CreateTableAs | CreateView | CreateIndex | CreateSequence | Grant;

export interface CreateSequence extends Node {
  readonly kind: 'create_sequence';
  readonly persistence: Persistence;
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  readonly options: readonly SequenceOption[];
}

/** `CREATE TYPE n AS (…)` and `AS ENUM (…)`. */
export interface CreateType extends Node {
  readonly kind: 'create_type';
  readonly name: QualifiedName;
  readonly definition:
    | {readonly type: 'composite'; readonly attributes: readonly ColumnDefinition[]}
    | {readonly type: 'enum'; readonly labels: readonly string[]}
    | {readonly type: 'range'; readonly options: readonly RangeOption[]};
}

/** `subtype = float8` of CREATE TYPE … AS RANGE: all values are read as names of types. */
export type RangeOption = {readonly name: string; readonly value: TypeName};

export type DropObject =
  'table' | 'view' | 'materialized view' | 'source' | 'sink' | 'index' | 'sequence' | 'schema' | 'type' | 'domain';

export interface Drop extends Node {
  readonly kind: 'drop';
  readonly object: DropObject;
  readonly ifExists: boolean;
  readonly names: readonly QualifiedName[];
  readonly behavior: 'restrict' | 'cascade';
  /** `DROP INDEX CONCURRENTLY`. */
  readonly concurrently: boolean;
}

export type AlterObject =
  'table' | 'view' | 'materialized view' | 'source' | 'sink' | 'index' | 'sequence' | 'schema' | 'type' | 'domain';

export type AlterAction =
  | {readonly action: 'add_column'; readonly ifNotExists: boolean; readonly column: ColumnDefinition}
  | {
      readonly action: 'drop_column';
      readonly ifExists: boolean;
      readonly column: string;
      readonly behavior: 'restrict' | 'cascade';
    }
  | {
      readonly action: 'alter_column_type';
      readonly column: string;
      readonly type: TypeName;
      readonly collation: readonly string[] | null;
      readonly using: Expression | null;
    }
  | {readonly action: 'sequence_options'; readonly options: readonly SequenceOption[]}
  | {readonly action: 'set_default'; readonly column: string; readonly expression: Expression}
  | {readonly action: 'drop_default'; readonly column: string}
  | {readonly action: 'set_not_null'; readonly column: string}
  | {readonly action: 'drop_not_null'; readonly column: string}
  | {
      readonly action: 'add_identity';
      readonly column: string;
      readonly generation: 'always' | 'by default';
      readonly options: readonly SequenceOption[];
    }
  /** `SET GENERATED …`, `SET sequence option`, `RESTART`, one behind the other; null: as it is. */
  | {
      readonly action: 'set_identity';
      readonly column: string;
      readonly generation: 'always' | 'by default' | null;
      readonly options: readonly SequenceOption[];
    }
  | {readonly action: 'drop_identity'; readonly column: string; readonly ifExists: boolean}
  | {readonly action: 'drop_expression'; readonly column: string; readonly ifExists: boolean}
  | {readonly action: 'set_statistics'; readonly column: string; readonly target: string}
  | {readonly action: 'set_storage'; readonly column: string; readonly method: string}
  | {readonly action: 'set_compression'; readonly column: string; readonly method: string}
  | {
      readonly action: 'set_column_options' | 'reset_column_options';
      readonly column: string;
      readonly options: readonly StorageOption[];
    }
  | {readonly action: 'add_constraint'; readonly constraint: TableConstraint}
  | {readonly action: 'alter_constraint'; readonly name: string; readonly attributes: ConstraintAttributes}
  | {
      readonly action: 'drop_constraint';
      readonly ifExists: boolean;
      readonly name: string;
      readonly behavior: 'restrict' | 'cascade';
    }
  | {readonly action: 'validate_constraint'; readonly name: string}
  | {readonly action: 'set_options'; readonly options: readonly StorageOption[]}
  | {readonly action: 'reset_options'; readonly options: readonly StorageOption[]}
  | {readonly action: 'set_tablespace'; readonly tablespace: string}
  /** `ALTER [COLUMN] n SET STATISTICS i` of an index's column. */
  | {readonly action: 'set_index_statistics'; readonly column: number; readonly target: number}
  | {readonly action: 'owner_to'; readonly role: string}
  | {readonly action: 'row_security'; readonly change: 'enable' | 'disable' | 'force' | 'no force'}
  /** Null: UNSET. `using`: the columns given to the policy, the masked one first; empty: that alone. */
  | {
      readonly action: 'set_masking';
      readonly column: string;
      readonly policy: QualifiedName | null;
      readonly using: readonly string[];
      readonly force: boolean;
    }
  | PhysicalAction;

/** How Postgres keeps the table, as written: `SET LOGGED`, `CLUSTER ON i`, `REPLICA IDENTITY …`. */
export type PhysicalAction = {
  readonly action: 'physical';
  readonly clause: string;
  /** What has to be there; null: nothing. */
  readonly needs: {
    readonly kind: 'index' | 'tablespace' | 'access method' | 'trigger' | 'rule';
    readonly name: string;
  } | null;
};

/** `ALTER … action, action`. */
export interface Alter extends Node {
  readonly kind: 'alter';
  readonly object: AlterObject;
  readonly ifExists: boolean;
  readonly only: boolean;
  readonly name: QualifiedName;
  readonly actions: readonly AlterAction[];
}

/** `ALTER … RENAME TO`, `RENAME [COLUMN] a TO b`, `RENAME CONSTRAINT a TO b`. */
export interface Rename extends Node {
  readonly kind: 'rename';
  readonly object: AlterObject;
  readonly ifExists: boolean;
  readonly only: boolean;
  readonly name: QualifiedName;
  readonly part: 'object' | 'column' | 'constraint';
  /** Of the column or constraint; null for the object itself. */
  readonly from: string | null;
  readonly to: string;
}

/** `ALTER … SET SCHEMA s`. */
export interface AlterSchema extends Node {
  readonly kind: 'alter_schema';
  readonly object: AlterObject;
  readonly ifExists: boolean;
  readonly only: boolean;
  readonly name: QualifiedName;
  readonly schema: string;
}

/** `ALTER SYSTEM SET|RESET`. */
export interface AlterSystem extends Node {
  readonly kind: 'alter_system';
  readonly setting: SetVariable | Reset;
}

export interface Truncate extends Node {
  readonly kind: 'truncate';
  readonly tables: readonly {readonly name: QualifiedName; readonly only: boolean}[];
  readonly restartIdentity: boolean;
  readonly behavior: 'restrict' | 'cascade';
}

/** `REFRESH MATERIALIZED VIEW`. */
export interface Refresh extends Node {
  readonly kind: 'refresh';
  readonly concurrently: boolean;
  readonly name: QualifiedName;
  readonly withData: boolean;
}

export type CommentObject = AlterObject | 'column' | 'database' | 'role' | 'extension';

/** `COMMENT ON CONSTRAINT c ON [DOMAIN] t`, and of what else is named within a table. */
export interface CommentOnPart extends Node {
  readonly kind: 'comment_on_part';
  readonly part: 'constraint' | 'policy' | 'trigger' | 'rule';
  readonly name: string;
  readonly on: QualifiedName;
  readonly ofDomain: boolean;
  readonly text: string | null;
}

export type BuiltInKind =
  | 'access method'
  | 'aggregate'
  | 'cast'
  | 'collation'
  | 'conversion'
  | 'language'
  | 'operator'
  | 'operator class'
  | 'operator family'
  | 'text search configuration'
  | 'text search dictionary'
  | 'text search parser'
  | 'text search template';

/** COMMENT ON objects that nobody makes here but those of collations: they are built in. */
export interface CommentOnBuiltIn extends Node {
  readonly kind: 'comment_on_built_in';
  readonly object: BuiltInKind;
  /** Empty for a cast. */
  readonly path: readonly string[];
  /** Of an aggregate its arguments, of an operator its operands (null: NONE), of a cast from what and to what. */
  readonly types: readonly (TypeName | null)[];
  /** The access method of an operator class or family. */
  readonly method: string | null;
  readonly text: string | null;
}

/** `COMMENT ON … IS 'text'`; a column is named by its whole path. */
export interface Comment extends Node {
  readonly kind: 'comment';
  readonly object: CommentObject;
  readonly name: QualifiedName;
  readonly text: string | null;
}
