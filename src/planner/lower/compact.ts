import type {PhysicalNode} from '../../plan/physical.ts';
import {planInputs} from '../../plan/physical-inputs.ts';
import type {Schema} from '../../types/schema.ts';

/** The nodes that the root needs, numbered anew in topological order; the root's columns get their names. */
export function compact(
  nodes: readonly PhysicalNode[],
  root: number,
  names: Schema,
): {nodes: PhysicalNode[]; root: number} {
  const needed = new Set<number>();
  const mark = (index: number): void => {
    if (needed.has(index)) return;
    needed.add(index);
    planInputs(nodes[index]).forEach(mark);
  };
  mark(root);
  const places = new Map<number, number>();
  const kept: PhysicalNode[] = [];
  const order = [...needed].sort((a, b) => a - b);
  order.forEach((index, place) => places.set(index, place));
  for (const index of order) kept.push(renumber(nodes[index], input => places.get(input)!));
  const last = kept[kept.length - 1];
  kept[kept.length - 1] = {...last, schema: last.schema.map((column, i) => ({...column, name: names[i].name}))};
  return {nodes: kept, root: kept.length - 1};
}

/** The node over other inputs. */
export function renumber(node: PhysicalNode, place: (input: number) => number): PhysicalNode {
  switch (node.node) {
    case 'input':
    case 'values':
      return node;
    case 'join':
      return {...node, left: place(node.left), right: place(node.right)};
    case 'union':
      return {...node, inputs: node.inputs.map(place)};
    case 'recursive':
      return {...node, base: place(node.base), step: place(node.step)};
    case 'atMostOne': {
      const asked = node.asked === undefined ? {} : {asked: place(node.asked)};
      return {...node, input: place(node.input), ...asked};
    }
    default:
      return {...node, input: place(node.input)};
  }
}
