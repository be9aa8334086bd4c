import {constantColumns, windowProps} from '../../plan/derive-props.ts';
import {dependsOnTime} from '../../plan/function-facts.ts';
import type {PhysicalNode} from '../../plan/physical.ts';
import type {PropsProvider, RelProps} from '../../plan/props.ts';
import {
  AT_MOST_ONE_ROW,
  keysOfJoin,
  keysThroughProject,
  keysWithConstants,
  minimalKeys,
} from '../../plan/unique-keys.ts';
import {hasForms} from '../../types/sql-type.ts';
import type {NewNode} from './plan-builder.ts';

/** What is known of a node's rows, from what is known of its inputs'. */
export function physicalProps(node: NewNode, nodes: readonly PhysicalNode[], provider: PropsProvider): RelProps {
  switch (node.node) {
    case 'input':
      return provider(node.object);
    case 'values':
      return {uniqueKeys: node.rows.length <= 1 ? AT_MOST_ONE_ROW : [], monotonic: true, nonNegative: true};
    case 'filter': {
      const {props} = nodes[node.input];
      return {
        ...props,
        uniqueKeys: keysWithConstants(props.uniqueKeys, constantColumns(node.predicate)),
        monotonic: props.monotonic && !dependsOnTime(node.predicate),
      };
    }
    case 'project': {
      const {props} = nodes[node.input];
      return {
        ...props,
        uniqueKeys: keysThroughProject(props.uniqueKeys, node.exprs),
        monotonic: props.monotonic && !node.exprs.some(dependsOnTime),
      };
    }
    case 'join':
      return joinProps(node, nodes);
    case 'aggregate':
      return {uniqueKeys: [node.keys.map((_, i) => i)], monotonic: false, nonNegative: true};
    case 'distinct': {
      const {props} = nodes[node.input];
      const all = node.schema.map((_, i) => i);
      const monotonic = props.monotonic && !node.schema.some(({type}) => hasForms(type));
      return {uniqueKeys: minimalKeys([...props.uniqueKeys, all]), monotonic, nonNegative: true};
    }
    case 'union': {
      const inputs = node.inputs.map(input => nodes[input].props);
      return {
        uniqueKeys: [],
        monotonic: inputs.every(props => props.monotonic),
        nonNegative: inputs.every(props => props.nonNegative),
      };
    }
    case 'negate':
      return {uniqueKeys: nodes[node.input].props.uniqueKeys, monotonic: false, nonNegative: false};
    case 'topK': {
      const {props} = nodes[node.input];
      const one = node.limit !== null && node.limit <= 1n ? [node.partition] : [];
      return {uniqueKeys: minimalKeys([...props.uniqueKeys, ...one]), monotonic: false, nonNegative: true};
    }
    case 'over':
      return {...nodes[node.input].props, monotonic: false, nonNegative: true};
    case 'atMostOne': {
      const {props} = nodes[node.input];
      return {...props, uniqueKeys: minimalKeys([...props.uniqueKeys, node.keys])};
    }
    case 'recursive': {
      const row = node.schema.slice(0, -1).map((_, i) => i);
      return {uniqueKeys: node.distinct ? [row] : [], monotonic: false, nonNegative: true};
    }
    case 'window':
      return windowProps(nodes[node.input].props, node.kind, nodes[node.input].schema.length);
    case 'flatMap': {
      const {props} = nodes[node.input];
      const last = node.schema.length - 1;
      return {...props, uniqueKeys: node.ordinality ? props.uniqueKeys.map(key => [...key, last]) : []};
    }
  }
}

function joinProps(node: Extract<NewNode, {node: 'join'}>, nodes: readonly PhysicalNode[]): RelProps {
  const left = nodes[node.left];
  const right = nodes[node.right];
  const inputsGrow = left.props.monotonic && right.props.monotonic && !(node.residual && dependsOnTime(node.residual));
  const nonNegative = left.props.nonNegative && right.props.nonNegative;
  if (node.kind === 'semi' || node.kind === 'anti') {
    return {
      uniqueKeys: left.props.uniqueKeys,
      monotonic: node.kind === 'semi' && inputsGrow,
      nonNegative: left.props.nonNegative,
    };
  }
  const uniqueKeys = keysOfJoin(
    left.props.uniqueKeys,
    right.props.uniqueKeys,
    left.schema.length,
    node.leftKeys,
    node.rightKeys,
    node.kind,
  );
  return {uniqueKeys, monotonic: node.kind === 'inner' && inputsGrow, nonNegative};
}
