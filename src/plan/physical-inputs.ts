import type {PhysicalNode} from './physical.ts';

/** Indexes of the nodes that a node reads. */
export function planInputs(node: PhysicalNode): readonly number[] {
  switch (node.node) {
    case 'input':
    case 'values':
      return [];
    case 'atMostOne':
      return node.asked === undefined ? [node.input] : [node.input, node.asked];
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
