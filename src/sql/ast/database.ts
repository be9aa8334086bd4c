import type {Node} from './node.ts';
import type {RoleSpec} from './rights.ts';

export type DatabaseOption = {
  /** Of one or two words: "connection limit". */
  readonly name: string;
  /** Null: DEFAULT. */
  readonly value: string | null;
  /** Where it stands in the text. */
  readonly at: number;
};

export interface CreateDatabase extends Node {
  readonly kind: 'create_database';
  readonly name: string;
  readonly options: readonly DatabaseOption[];
}

export type DatabaseChange =
  | {readonly action: 'rename'; readonly to: string}
  | {readonly action: 'owner'; readonly owner: RoleSpec}
  | {readonly action: 'options'; readonly options: readonly DatabaseOption[]}
  | {readonly action: 'tablespace'; readonly tablespace: string}
  | {readonly action: 'refresh collation version'};

/** All but SET and RESET, which are AlterRoleSet. */
export interface AlterDatabase extends Node {
  readonly kind: 'alter_database';
  readonly name: string;
  readonly change: DatabaseChange;
}

export interface DropDatabase extends Node {
  readonly kind: 'drop_database';
  readonly ifExists: boolean;
  readonly name: string;
}

export type DatabaseStatement = CreateDatabase | AlterDatabase | DropDatabase;
