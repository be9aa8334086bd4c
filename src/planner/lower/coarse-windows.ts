import {nodeUsage} from '../../plan/input-usage.ts';
import type {PhysicalNode} from '../../plan/physical.ts';

/**
 * Marks the windows behind which nobody reads the time. Where windows overlap, as many rows as there are events in the
 * stretch between two starts of windows are then one, before each is multiplied by the number of its windows.
 */
export function coarseWindows(nodes: readonly PhysicalNode[], root: number): PhysicalNode[] {
  const usage = nodeUsage({nodes, root});
  return nodes.map((node, i) =>
    node.node === 'window' && node.size > node.slide && !usage[i].has(node.time) ? {...node, coarse: true} : node,
  );
}
