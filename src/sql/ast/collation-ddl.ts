import type {Node, QualifiedName} from './node.ts';

/** `CREATE COLLATION [IF NOT EXISTS] n (provider = icu, …)` and `… FROM other`. */
export interface CreateCollation extends Node {
  readonly kind: 'create_collation';
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  readonly from: QualifiedName | null;
  readonly options: readonly CollationOption[];
}

export interface CollationOption extends Node {
  readonly kind: 'collation_option';
  readonly name: string;
  /** null: the name alone. */
  readonly value: string | null;
}

export interface DropCollation extends Node {
  readonly kind: 'drop_collation';
  readonly ifExists: boolean;
  readonly names: readonly QualifiedName[];
  readonly behavior: 'restrict' | 'cascade';
}

export interface AlterCollation extends Node {
  readonly kind: 'alter_collation';
  readonly name: QualifiedName;
  readonly change:
    | {readonly type: 'rename'; readonly to: string}
    | {readonly type: 'owner'; readonly role: string}
    | {readonly type: 'schema'; readonly schema: string}
    | {readonly type: 'refresh'};
}
