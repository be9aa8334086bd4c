import type {QualifiedName} from './node.ts';
import type {TypeName} from './type-name.ts';

export type SequenceOption =
  | {readonly name: 'as'; readonly type: TypeName}
  | {readonly name: 'cache' | 'increment' | 'start'; readonly value: string}
  /** Null: `NO MAXVALUE`, `NO MINVALUE`. */
  | {readonly name: 'maxvalue' | 'minvalue'; readonly value: string | null}
  | {readonly name: 'cycle'; readonly cycle: boolean}
  /** Null: a plain RESTART. */
  | {readonly name: 'restart'; readonly value: string | null}
  | {readonly name: 'logged' | 'unlogged'}
  | {readonly name: 'owned by'; readonly column: QualifiedName}
  | {readonly name: 'sequence name'; readonly sequence: QualifiedName};
