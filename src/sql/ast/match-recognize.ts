import type {Expression, SortKey} from './expression.ts';
import type {Alias, TableExpression} from './from.ts';
import type {Node} from './node.ts';
import type {Target} from './query.ts';

export type PatternQuantifier = {
  readonly min: number;
  /** Null: unbounded. */
  readonly max: number | null;
  readonly greedy: boolean;
};

/** A row pattern: a variable, or a composition of patterns. */
export type RowPattern =
  | {readonly type: 'variable'; readonly name: string}
  | {readonly type: 'empty'}
  | {readonly type: 'sequence'; readonly items: readonly RowPattern[]}
  | {readonly type: 'alternation'; readonly items: readonly RowPattern[]}
  | {readonly type: 'permute'; readonly items: readonly RowPattern[]}
  | {readonly type: 'exclusion'; readonly item: RowPattern}
  | {readonly type: 'quantified'; readonly item: RowPattern; readonly quantifier: PatternQuantifier}
  | {readonly type: 'anchor'; readonly edge: 'start' | 'end'};

export interface PatternDefinition extends Node {
  readonly kind: 'pattern_definition';
  readonly name: string;
  readonly condition: Expression;
}

export interface PatternSubset extends Node {
  readonly kind: 'pattern_subset';
  readonly name: string;
  readonly variables: readonly string[];
}

/** `t MATCH_RECOGNIZE (PARTITION BY … ORDER BY … MEASURES … PATTERN (…) DEFINE …)`. */
export interface MatchRecognize extends Node {
  readonly kind: 'match_recognize';
  readonly input: TableExpression;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly SortKey[];
  readonly measures: readonly Target[];
  readonly rows: 'default' | 'one row per match' | 'all rows per match';
  readonly afterMatch:
    | {readonly skip: 'default' | 'past last row' | 'to next row'}
    | {readonly skip: 'to first' | 'to last' | 'to'; readonly variable: string};
  readonly pattern: RowPattern;
  /** `WITHIN INTERVAL …`. */
  readonly within: Expression | null;
  readonly subsets: readonly PatternSubset[];
  readonly definitions: readonly PatternDefinition[];
  readonly alias: Alias | null;
}
