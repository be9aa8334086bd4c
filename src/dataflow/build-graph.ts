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
  const looping = loopNodes(plan);
  // In a loop there are several rounds to a tick, even in a read, and a shared index does not step with them.
  const inLoop = {sharedIndex: () => null, context: {...options.context, mode: 'live', retractions: true}} as const;
  try {
    for (const [index, node] of plan.nodes.entries()) {
      const {sharedIndex, context} = looping.has(index) ? inLoop : options;
      const operator = buildOperator({node, nodeAt: at => plan.nodes[at], sharedIndex, context});
      wired.push({operator, inputs: inputsOf(node)});
    }
  } catch (error) {
    for (const {operator} of wired) operator.close();
    output.close();
    throw error;
  }
  wired.push({operator: output, inputs: [plan.root]});
  return {
    graph: new OperatorGraph(wired, options.emitted, options.errors, options.clock, options.context.stopsAtError),
    operators: wired.map(({operator}) => operator),
    inputs: plan.nodes.flatMap((node, index) => (node.node === 'input' ? [{object: node.object, node: index}] : [])),
  };
}

/** The nodes between the head of a loop and its end that depend on the head. */
function loopNodes({nodes}: PhysicalPlan): ReadonlySet<number> {
  const looping = new Set<number>();
  nodes.forEach((node, head) => {
    if (node.node !== 'recursive') return;
    const dependent = new Set([head]);
    for (let i = head + 1; i <= node.step; i++)
      if (inputsOf(nodes[i]).some(input => dependent.has(input))) dependent.add(i);
    for (const i of dependent) if (i !== head) looping.add(i);
  });
  return looping;
}
