import type {Node} from './node.ts';

/** `CREATE EXTENSION`; schema and version are not kept. */
export interface CreateExtension extends Node {
  readonly kind: 'create_extension';
  readonly ifNotExists: boolean;
  readonly name: string;
}

/** `DROP EXTENSION`. */
export interface DropExtension extends Node {
  readonly kind: 'drop_extension';
  readonly ifExists: boolean;
  readonly names: readonly string[];
}

/** `DO [LANGUAGE l] 'code'`. */
export interface Do extends Node {
  readonly kind: 'do';
  readonly language: string;
  readonly code: string;
}
