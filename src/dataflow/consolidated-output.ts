import type {PhysicalPlan} from '../plan/physical.ts';

/**
 * Whether all that the node emits in a tick has every row at most once, so that nobody need add it up: true of operators that
 * compare their output before and after, and of those above them that keep rows apart.
 */
export function isConsolidated(plan: PhysicalPlan, index: number): boolean {
  const node = plan.nodes[index];
  switch (node.node) {
    case 'aggregate':
    case 'distinct':
    case 'topK':
    case 'over':
      return true;
    case 'filter':
    case 'negate':
    case 'atMostOne':
      return isConsolidated(plan, node.input);
    case 'window':
      return !node.coarse && isConsolidated(plan, node.input);
    case 'project': {
      const kept = new Set(node.exprs.flatMap(expr => (expr.op === 'column' ? [expr.index] : [])));
      return kept.size === plan.nodes[node.input].schema.length && isConsolidated(plan, node.input);
    }
    case 'input':
    case 'values':
    case 'join':
    case 'recursive':
    case 'union':
    case 'flatMap':
      return false;
  }
}
