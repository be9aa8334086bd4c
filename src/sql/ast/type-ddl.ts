import type {ColumnConstraint, ColumnDefinition, ConstraintAttributes} from './ddl.ts';
import type {Expression} from './expression.ts';
import type {Node, QualifiedName} from './node.ts';
import type {TypeName} from './type-name.ts';

/** `ALTER TYPE n ADD VALUE` and `RENAME VALUE`. */
export interface AlterEnum extends Node {
  readonly kind: 'alter_enum';
  readonly name: QualifiedName;
  readonly change:
    | {
        readonly type: 'add';
        readonly ifNotExists: boolean;
        readonly label: string;
        /** null: at the end. */
        readonly neighbour: string | null;
        readonly after: boolean;
      }
    | {readonly type: 'rename'; readonly from: string; readonly to: string};
}

export type AttributeAction = {readonly behavior: 'restrict' | 'cascade'} & (
  | {readonly action: 'add'; readonly attribute: ColumnDefinition}
  | {readonly action: 'drop'; readonly ifExists: boolean; readonly name: string}
  | {
      readonly action: 'alter';
      readonly name: string;
      readonly type: TypeName;
      readonly collation: readonly string[] | null;
    }
);

/** `ALTER TYPE n ADD|DROP|ALTER ATTRIBUTE …, …`. */
export interface AlterComposite extends Node {
  readonly kind: 'alter_composite';
  readonly name: QualifiedName;
  readonly actions: readonly AttributeAction[];
}

/** `ALTER TYPE n RENAME ATTRIBUTE a TO b`. */
export interface RenameAttribute extends Node {
  readonly kind: 'rename_attribute';
  readonly name: QualifiedName;
  readonly from: string;
  readonly to: string;
  readonly behavior: 'restrict' | 'cascade';
}

export interface CreateDomain extends Node {
  readonly kind: 'create_domain';
  readonly name: QualifiedName;
  readonly type: TypeName;
  readonly collation: readonly string[] | null;
  readonly constraints: readonly ColumnConstraint[];
}

/** What ALTER DOMAIN adds. */
export interface DomainConstraint extends Node {
  readonly kind: 'check' | 'not_null';
  readonly name: string | null;
  /** null of NOT NULL. */
  readonly expression: Expression | null;
  readonly attributes: ConstraintAttributes;
}

export type DomainAction =
  | {readonly action: 'set_default'; readonly expression: Expression}
  | {readonly action: 'drop_default'}
  | {readonly action: 'set_not_null'}
  | {readonly action: 'drop_not_null'}
  | {readonly action: 'add_constraint'; readonly constraint: DomainConstraint}
  | {
      readonly action: 'drop_constraint';
      readonly ifExists: boolean;
      readonly name: string;
      readonly behavior: 'restrict' | 'cascade';
    }
  | {readonly action: 'validate_constraint'; readonly name: string};

export interface AlterDomain extends Node {
  readonly kind: 'alter_domain';
  readonly name: QualifiedName;
  readonly change: DomainAction;
}
