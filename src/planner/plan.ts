import type {Expr} from '../expr/expr.ts';
import {PropsDeriver} from '../plan/derive-props.ts';
import {someRel} from '../plan/rel-children.ts';
import type {PhysicalPlan} from '../plan/physical.ts';
import type {PropsProvider} from '../plan/props.ts';
import type {ObjectId, Rel} from '../plan/rel.ts';
import type {Datum} from '../types/datum.ts';
import {decorrelate} from './decorrelate/decorrelate.ts';
import {extractFinish} from './finish.ts';
import {foldConstants} from './fold-constants.ts';
import {coarseWindows} from './lower/coarse-windows.ts';
import {compact} from './lower/compact.ts';
import {lowerRel} from './lower/lower.ts';
import {narrowFilters} from './lower/narrow-filters.ts';
import {PlanBuilder} from './lower/plan-builder.ts';
import {Rewriter} from './rewrite.ts';
import type {PlannerContext} from './rule.ts';
import {rules} from './rules/index.ts';
import {pruneColumns} from './rules/prune-columns.ts';

export type PlanOptions = {
  /** view: kept alive, its rows have no order. once: run over snapshots, ordered at the end. */
  readonly mode: 'view' | 'once';
  /** How many of the query's columns are results; sort keys that are not selected may stand behind them. All by default. */
  readonly visible?: number;
  readonly props: PropsProvider;
  /** The value of an expression without columns; throws what evaluating it raises. */
  readonly evaluate: (expr: Expr) => Datum;
};

/**
 * Errors: 0A000 for what cannot be planned, 2201W and 2201X for a negative LIMIT or OFFSET; of a view, those of its constants,
 * which a plan of a read raises when it is run.
 */
export function planQuery(query: Rel, options: PlanOptions): PhysicalPlan {
  const {rel: folded, raises} = foldConstants(query, options.evaluate);
  if (raises && options.mode === 'view') options.evaluate(raises);
  const {rel, finish} = extractFinish(folded, options.mode, options.visible ?? query.schema.length);
  const optimized = optimize(rel, options);
  const builder = new PlanBuilder(options.props);
  const root = lowerRel(optimized, builder, options.evaluate);
  const whole = compact(builder.nodes, root, rel.schema);
  const narrowed = narrowFilters(whole, options.props);
  const {nodes, root: last} = narrowed === whole ? whole : compact(narrowed.nodes, narrowed.root, rel.schema);
  const plan = {nodes: coarseWindows(nodes, last), root: last, finish, inputs: inputsOf(nodes)};
  return raises ? {...plan, raises} : plan;
}

/** The relation without subqueries, after all rules: what EXPLAIN (TYPE LOGICAL) shows. */
export function optimize(rel: Rel, options: Pick<PlanOptions, 'props' | 'evaluate'>): Rel {
  const context: PlannerContext = {props: new PropsDeriver(options.props), evaluate: options.evaluate};
  const rewriter = new Rewriter(rules, context);
  let optimized = rewriter.rewrite(rel);
  if (someRel(optimized, node => node.node === 'apply')) {
    // Columns first: a subquery whose answer nobody reads is gone before it is turned into joins.
    optimized = rewriter.rewrite(pruneColumns(optimized, context));
    optimized = rewriter.rewrite(decorrelate(optimized, context));
  }
  const pruned = pruneColumns(optimized, context);
  if (pruned === optimized) return optimized;
  optimized = rewriter.rewrite(pruned);
  // Conditions that moved down leave columns behind that only they read.
  return rewriter.rewrite(pruneColumns(optimized, context));
}

function inputsOf(nodes: PhysicalPlan['nodes']): ObjectId[] {
  return [...new Set(nodes.flatMap(node => (node.node === 'input' ? [node.object] : [])))];
}
