import {packRows, type PackedRows, unpackRows} from '../../../plan/packed-rows.ts';
import type {PhysicalNode} from '../../../plan/physical.ts';
import type {WriteStep} from '../../../session/engine.ts';

/**
 * Steps without the rows that are packed, and those, with whose node of which step they are: an object for each value is most of
 * what a long VALUES costs between threads.
 */
export type PackedSteps = {
  readonly steps: readonly WriteStep[];
  readonly packed: readonly {readonly step: number; readonly node: number; readonly rows: PackedRows}[];
};

export function packSteps(steps: readonly WriteStep[]): PackedSteps {
  const packed: PackedSteps['packed'][number][] = [];
  const rest = steps.map((step, i) =>
    withNodes(step, (node, j) => {
      const rows = node.node === 'values' ? packRows(node.rows) : null;
      if (!rows) return node;
      packed.push({step: i, node: j, rows});
      return {...node, rows: []} as PhysicalNode;
    }),
  );
  return packed.length === 0 ? {steps, packed} : {steps: rest, packed};
}

export function unpackSteps({steps, packed}: PackedSteps): readonly WriteStep[] {
  if (packed.length === 0) return steps;
  return steps.map((step, i) =>
    withNodes(step, (node, j) => {
      const found = packed.find(each => each.step === i && each.node === j);
      return found ? ({...node, rows: unpackRows(found.rows)} as PhysicalNode) : node;
    }),
  );
}

function withNodes(step: WriteStep, map: (node: PhysicalNode, index: number) => PhysicalNode): WriteStep {
  return {...step, plan: {...step.plan, nodes: step.plan.nodes.map(map)}};
}
