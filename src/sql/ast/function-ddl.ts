import type {Expression} from './expression.ts';
import type {Node, QualifiedName} from './node.ts';
import type {TypeName} from './type-name.ts';
import type {Reset, SetVariable} from './utility.ts';

export type ParameterMode = 'in' | 'out' | 'inout' | 'variadic';

export interface FunctionParameter extends Node {
  readonly kind: 'function_parameter';
  readonly mode: ParameterMode;
  readonly name: string | null;
  readonly type: TypeName;
  readonly default: Expression | null;
}

export type FunctionResult =
  | {readonly type: 'value'; readonly typeName: TypeName}
  /** `RETURNS TABLE (…)`. */
  | {readonly type: 'table'; readonly columns: readonly FunctionParameter[]};

/** What may be said of a function besides what it does; null where nothing is. */
export type FunctionTraits = {
  readonly volatility: 'immutable' | 'stable' | 'volatile' | null;
  readonly strict: boolean | null;
  readonly leakproof: boolean | null;
  readonly security: 'definer' | 'invoker' | null;
  readonly parallel: string | null;
  /** A number's text. */
  readonly cost: string | null;
  readonly rows: string | null;
  /** SET and RESET, in order; null: none. */
  readonly settings: readonly (SetVariable | Reset)[] | null;
};

/** `CREATE [OR REPLACE] FUNCTION|PROCEDURE`. */
export interface CreateFunction extends Node {
  readonly kind: 'create_function';
  readonly procedure: boolean;
  readonly orReplace: boolean;
  readonly name: QualifiedName;
  readonly parameters: readonly FunctionParameter[];
  /** null: its OUT parameters say. */
  readonly returns: FunctionResult | null;
  /** null: SQL, of a body that is not quoted. */
  readonly language: string | null;
  readonly traits: FunctionTraits;
  readonly body: string;
  /** How the body is written: `AS '…'`, `RETURN expression`, `BEGIN ATOMIC … END`. */
  readonly form: 'string' | 'return' | 'atomic';
}

export type FunctionReference = {
  readonly name: QualifiedName;
  /** null: the one of the name. */
  readonly parameters: readonly FunctionParameter[] | null;
};

/** The word that a statement names a function with. */
export type RoutineWord = 'function' | 'procedure' | 'routine';

/** `ALTER FUNCTION|ROUTINE|PROCEDURE`. */
export interface AlterFunction extends Node {
  readonly kind: 'alter_function';
  readonly word: RoutineWord;
  readonly function: FunctionReference;
  readonly change:
    | {readonly type: 'rename'; readonly to: string}
    | {readonly type: 'owner'; readonly role: string}
    | {readonly type: 'schema'; readonly schema: string}
    | {readonly type: 'traits'; readonly traits: FunctionTraits};
}

/** `COMMENT ON FUNCTION|ROUTINE|PROCEDURE`. */
export interface CommentOnFunction extends Node {
  readonly kind: 'comment_on_function';
  readonly word: RoutineWord;
  readonly function: FunctionReference;
  readonly text: string | null;
}

/** `DROP FUNCTION|ROUTINE|PROCEDURE`. */
export interface DropFunction extends Node {
  readonly kind: 'drop_function';
  readonly word: RoutineWord;
  readonly ifExists: boolean;
  readonly functions: readonly FunctionReference[];
  readonly behavior: 'restrict' | 'cascade';
}
