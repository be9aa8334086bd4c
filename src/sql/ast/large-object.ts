import type {Node} from './node.ts';

/** `ALTER LARGE OBJECT 16388 OWNER TO ada`. */
export interface AlterLargeObject extends Node {
  readonly kind: 'alter_large_object';
  /** As written: a number. */
  readonly object: string;
  readonly owner: string;
}

/** `COMMENT ON LARGE OBJECT 16388 IS 'a picture'`; null: none any more. */
export interface CommentOnLargeObject extends Node {
  readonly kind: 'comment_on_large_object';
  readonly object: string;
  readonly text: string | null;
}
