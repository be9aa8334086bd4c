import type {Expression} from './expression.ts';
import type {Node, QualifiedName} from './node.ts';
import type {TypeName} from './type-name.ts';

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

/** `CREATE [OR REPLACE] FUNCTION`. */
export interface CreateFunction extends Node {
  readonly kind: 'create_function';
  readonly orReplace: boolean;
  readonly name: QualifiedName;
  readonly parameters: readonly FunctionParameter[];
  /** null: its OUT parameters say. */
  readonly returns: FunctionResult | null;
  /** null: SQL, of a body that is not quoted. */
  readonly language: string | null;
  readonly volatility: 'immutable' | 'stable' | 'volatile';
  readonly strict: boolean;
  readonly body: string;
  /** `RETURN expression`, and not `AS '…'`. */
  readonly inline: boolean;
}

/** `DROP FUNCTION`. */
export interface DropFunction extends Node {
  readonly kind: 'drop_function';
  readonly ifExists: boolean;
  readonly functions: readonly {
    readonly name: QualifiedName;
    readonly parameters: readonly FunctionParameter[] | null;
  }[];
  readonly behavior: 'restrict' | 'cascade';
}
