import type {Expr} from '../../expr/expr.ts';
import type {Distribution, PhysicalNode} from '../../plan/physical.ts';
import type {NewNode} from './plan-builder.ts';

const ANY: Distribution = Object.freeze({kind: 'any'});
const SINGLE: Distribution = Object.freeze({kind: 'single'});

/**
 * Which worker each row is on after the node has run. What keeps state by key puts rows where their key belongs, what
 * keeps it over all rows puts them on one worker, the rest leaves rows where they were.
 */
export function distributionOf(node: NewNode, nodes: readonly PhysicalNode[]): Distribution {
  switch (node.node) {
    case 'input':
    case 'union':
      return ANY;
    case 'values':
      return SINGLE;
    case 'recursive':
      return byKeys(node.schema.slice(0, -1).map((_, i) => i));
    case 'filter':
    case 'negate':
    case 'window':
    case 'flatMap':
      return nodes[node.input].distribution;
    case 'project':
      return throughProject(nodes[node.input].distribution, node.exprs);
    case 'join':
      return byKeys(node.leftKeys);
    case 'aggregate':
      return byKeys(node.keys.map((_, i) => i));
    case 'distinct':
      return byKeys(node.schema.map((_, i) => i));
    case 'topK':
    case 'over':
      return byKeys(node.partition);
    case 'atMostOne':
      return byKeys(node.keys);
  }
}

function byKeys(keys: readonly number[]): Distribution {
  return keys.length === 0 ? SINGLE : {kind: 'hash', keys};
}

function throughProject(input: Distribution, exprs: readonly Expr[]): Distribution {
  if (input.kind !== 'hash') return input;
  const keys = input.keys.map(key => exprs.findIndex(expr => expr.op === 'column' && expr.index === key));
  return keys.includes(-1) ? ANY : {kind: 'hash', keys};
}
