import type {PhysicalNode} from './physical.ts';

/** Indexes of the nodes that a node reads. */
export function planInputs(node: PhysicalNode): readonly number[] {
  switch (node.node) {
    case 'input':
    case 'values':
      return [];
    case 'join':
      return [node.left, node.right];
    case 'recursive':
      return [node.base, node.step];
    case 'union':
      return node.inputs;
    default:
      return [node.input];
  }
}
