import type {PhysicalPlan} from '../plan/physical.ts';
import {printRel} from '../plan/print.ts';
import type {Rel} from '../plan/rel.ts';
import {formatExplained} from './explain/format.ts';
import {explainTree, type ExplainNode} from './explain/tree.ts';
import {optimize, planQuery, type PlanOptions} from './plan.ts';

export type ExplainOptions = {
  /** logical: as the binder understood the query; optimized: after the rules; physical: the operators that run. */
  readonly type: 'logical' | 'optimized' | 'physical';
  readonly format: 'text' | 'json' | 'xml' | 'yaml';
  /** Also what is known of each operator's rows. */
  readonly verbose: boolean;
  /** Of what has been run: how long it took, operator by operator. */
  readonly timing: boolean;
  /** How long planning and running took, where that is known. */
  readonly summary: boolean;
};

type Explained = {
  readonly root: ExplainNode;
  readonly planningMs: number | null;
  /** null: it has not been run. */
  readonly executionMs: number | null;
};

/** The relational plan as lines of text, or as one row of the wanted format. */
export function explainRel(rel: Rel, options: PlanOptions, how: Pick<ExplainOptions, 'type' | 'format'>): string[] {
  const {type, format} = how;
  const lines = printRel(type === 'logical' ? rel : optimize(rel, options)).split('\n');
  return format === 'text' ? lines : formatExplained({root: lines, planningMs: null, executionMs: null}, format, false);
}

export function explainQuery(
  rel: Rel,
  options: PlanOptions,
  how: Pick<ExplainOptions, 'type' | 'format' | 'verbose'>,
): string[] {
  if (how.type !== 'physical') return explainRel(rel, options, how);
  return explainPlan(planQuery(rel, options), how);
}

export function explainPlan(plan: PhysicalPlan, how: Pick<ExplainOptions, 'format' | 'verbose'>): string[] {
  const root = explainTree({plan, counts: null}, {verbose: how.verbose, timing: false});
  return explainText({root, planningMs: null, executionMs: null}, {...how, summary: false});
}

/** The rows of EXPLAIN's one column "QUERY PLAN": lines of text, or one row of another format. */
export function explainText(
  explained: Explained,
  {format, verbose, summary}: Pick<ExplainOptions, 'format' | 'verbose' | 'summary'>,
): string[] {
  const {root} = explained;
  const shown = summary ? explained : {root, planningMs: null, executionMs: null};
  if (format !== 'text') return formatExplained(shown, format, explained.executionMs !== null);
  const lines = treeLines(root, verbose);
  if (shown.planningMs !== null) lines.push(`Planning Time: ${milliseconds(shown.planningMs)} ms`);
  if (shown.executionMs !== null) lines.push(`Execution Time: ${milliseconds(shown.executionMs)} ms`);
  return lines;
}

/**
 * A line for each operator, inputs beneath. One that several others read is drawn once, with its number. Behind each that
 * has been run stands what it has done.
 */
function treeLines(node: ExplainNode, verbose: boolean, depth = 0): string[] {
  const indent = '  '.repeat(depth);
  const arrow = depth === 0 ? '' : '-> ';
  const inside = `${indent}${' '.repeat(arrow.length + 2)}`;
  return [
    `${indent}${arrow}${node.text}${actualText(node)}`,
    ...(verbose ? node.details.map(detail => inside + detail) : []),
    ...node.children.flatMap(child => treeLines(child, verbose, depth + 1)),
  ];
}

function actualText({actual}: ExplainNode): string {
  if (!actual) return '';
  const time = actual.totalMs === null ? '' : `time=0.000..${milliseconds(actual.totalMs)} `;
  const state = actual.stateBytes > 0 ? ` (state=${Math.ceil(actual.stateBytes / 1024)}kB)` : '';
  return ` (actual ${time}rows=${actual.rows} loops=1)${state}`;
}

function milliseconds(value: number): string {
  return value.toFixed(3);
}
