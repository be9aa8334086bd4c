import type {ColumnDefinition, TableConstraint} from './ddl.ts';
import type {Expression, Literal} from './expression.ts';
import type {Node, QualifiedName} from './node.ts';
import type {Query} from './query.ts';

/**
 * `name [=] value` of a connector or format. Names are lower case, dotted ones joined by `.`
 * (`properties.bootstrap.server`). A bare word arrives as a `word` (`START EARLIEST`), a number as a literal, an
 * interval as a cast of a string, several values in parentheses as a list; a name alone has no value (null).
 */
export interface ConnectorOption extends Node {
  readonly kind: 'connector_option';
  readonly name: string;
  readonly value: OptionValue | null;
}

export type OptionValue = Literal | OptionWord | OptionList | Expression;

export interface OptionWord extends Node {
  readonly kind: 'option_word';
  /** Folded unless quoted. */
  readonly word: string;
}

export interface OptionList extends Node {
  readonly kind: 'option_list';
  readonly items: readonly OptionValue[];
}

/** `WATERMARK FOR ts AS ts - INTERVAL '5' SECOND`. */
export interface WatermarkDefinition extends Node {
  readonly kind: 'watermark';
  readonly column: string;
  readonly expression: Expression;
}

/**
 * `FORMAT JSON (…)`, or RisingWave's `FORMAT PLAIN ENCODE JSON (…)`: names lower case, `format` null in the short form.
 */
export interface FormatClause extends Node {
  readonly kind: 'format';
  /** `plain`, `upsert`, `debezium` …; null when only the encoding was given. */
  readonly format: string | null;
  /** `json`, `csv` … */
  readonly encode: string;
  readonly options: readonly ConnectorOption[];
}

export interface CreateSource extends Node {
  readonly kind: 'create_source';
  readonly orReplace: boolean;
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  /** Null: no column list was written. */
  readonly elements: readonly (ColumnDefinition | TableConstraint | WatermarkDefinition)[] | null;
  /**
   * Lower case: `kafka`, `file`, `load generator`, or what `WITH (connector = '…')` says, which then is not repeated
   * in `options`; null when nothing says it.
   */
  readonly connector: string | null;
  /** How it was written: `from` is ours, `with` RisingWave's. */
  readonly syntax: 'from' | 'with';
  /** The generator's name, lower case: `auction`, `nexmark`, `counter`. Only of a load generator. */
  readonly generator: string | null;
  readonly options: readonly ConnectorOption[];
  readonly format: FormatClause | null;
}

export interface CreateSink extends Node {
  readonly kind: 'create_sink';
  readonly ifNotExists: boolean;
  readonly name: QualifiedName;
  /** `FROM view` or `AS query`. */
  readonly from: QualifiedName | Query;
  readonly connector: string | null;
  readonly options: readonly ConnectorOption[];
  readonly format: FormatClause | null;
}

/** `SUBSCRIBE [TO] name | (query) [WITH (…)] [AS OF expr] [UP TO expr]`. */
export interface Subscribe extends Node {
  readonly kind: 'subscribe';
  readonly target: QualifiedName | Query;
  readonly options: readonly ConnectorOption[];
  readonly asOf: Expression | null;
  readonly upTo: Expression | null;
}
