import type {Batch} from '../columnar/batch.ts';
import type {PhysicalPlan} from '../plan/physical.ts';
import type {ObjectId} from '../plan/rel.ts';
import {type ErrorOutput, OperatorGraph, type WiredOperator} from './operator-graph.ts';
import type {OperatorClock} from './operator-stats.ts';
import type {OperatorContext} from './operator-context.ts';
import type {Operator} from './operator.ts';
import {type Build, buildOperator, inputsOf} from './operators/registry.ts';

export type PlanInput = {readonly object: ObjectId; readonly node: number};

export type PlanGraph = {
  readonly graph: OperatorGraph;
  readonly operators: readonly Operator[];
  /** Where the deltas of objects enter. */
  readonly inputs: readonly PlanInput[];
};

/** The operators of a plan, wired, with `output` behind the root. */
export function buildGraph(
  plan: PhysicalPlan,
  output: Operator,
  options: {
    readonly context: OperatorContext;
    readonly sharedIndex: Build<'join'>['sharedIndex'];
    /** Gets what `output` emits and keeps no reference. */
    readonly emitted: (delta: Batch) => void;
    readonly errors: ErrorOutput;
    readonly clock: OperatorClock;
  },
): PlanGraph {
  const wired: WiredOperator[] = [];
  try {
    for (const node of plan.nodes) {
      const operator = buildOperator({
        node,
        nodeAt: index => plan.nodes[index],
        sharedIndex: options.sharedIndex,
        context: options.context,
      });
      wired.push({operator, inputs: inputsOf(node)});
    }
  } catch (error) {
    for (const {operator} of wired) operator.close();
    output.close();
    throw error;
  }
  wired.push({operator: output, inputs: [plan.root]});
  return {
    graph: new OperatorGraph(wired, options.emitted, options.errors, options.clock),
    operators: wired.map(({operator}) => operator),
    inputs: plan.nodes.flatMap((node, index) => (node.node === 'input' ? [{object: node.object, node: index}] : [])),
  };
}
