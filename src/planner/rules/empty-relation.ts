import {columnsOf, empty, isEmpty, joinSchema, project} from '../../plan/build.ts';
import {conjuncts, isLiteral, literal} from '../../plan/conjuncts.ts';
import type {JoinRel, Rel} from '../../plan/rel.ts';
import {rule} from '../rule.ts';

/** What reads no rows gives none (or, of an outer join, the rows of the other side). */
export const emptyRelation = rule(
  'empty relation',
  [
    'filter',
    'project',
    'join',
    'apply',
    'aggregate',
    'distinct',
    'union',
    'sort',
    'over',
    'window',
    'flatMap',
    'atMostOne',
  ],
  (node: Rel) => {
    switch (node.node) {
      case 'filter':
        return conjuncts(node.predicate).some(part => isLiteral(part, false) || isLiteral(part, null)) ||
          isEmpty(node.input)
          ? empty(node.schema)
          : null;
      case 'aggregate':
        return node.keys.length > 0 && isEmpty(node.input) ? empty(node.schema) : null;
      case 'sort':
        return isEmpty(node.input) || (node.limit && isLiteral(node.limit, 0n)) ? empty(node.schema) : null;
      case 'union':
        return emptyInputs(node);
      case 'join':
        return emptyJoin(node);
      case 'apply':
        return isEmpty(node.left) ? empty(node.schema) : null;
      case 'project':
      case 'distinct':
      case 'over':
      case 'window':
      case 'flatMap':
        return isEmpty(node.input) ? empty(node.schema) : null;
      case 'atMostOne':
        if (isEmpty(node.input)) return empty(node.schema);
        return node.asked && isEmpty(node.asked) ? node.input : null;
      default:
        return null;
    }
  },
);

function emptyInputs(node: Extract<Rel, {node: 'union'}>): Rel | null {
  const inputs = node.inputs.filter(input => !isEmpty(input));
  if (inputs.length === node.inputs.length) return null;
  return inputs.length === 0 ? empty(node.schema) : {...node, inputs};
}

function emptyJoin(node: JoinRel): Rel | null {
  const never = isLiteral(node.on, false) || isLiteral(node.on, null);
  const noLeft = isEmpty(node.left);
  const noRight = isEmpty(node.right);
  switch (node.kind) {
    case 'inner':
    case 'semi':
      return never || noLeft || noRight ? empty(node.schema) : null;
    case 'left':
      if (noLeft) return empty(node.schema);
      return never || noRight ? withNullsAfter(node) : null;
    case 'right':
      if (noRight) return empty(node.schema);
      return never || noLeft ? withNullsBefore(node) : null;
    case 'full':
      if (noLeft && noRight) return empty(node.schema);
      return noRight ? withNullsAfter(node) : noLeft ? withNullsBefore(node) : null;
    case 'anti':
      if (noLeft) return empty(node.schema);
      return never || noRight ? node.left : null;
  }
}

function withNullsAfter(node: JoinRel): Rel {
  const nulls = joinSchema('full', [], node.right.schema).map(column => literal(null, column.type));
  return project(node.left, [...columnsOf(node.left.schema), ...nulls], names(node));
}

function withNullsBefore(node: JoinRel): Rel {
  const nulls = node.left.schema.map(column => literal(null, column.type));
  return project(node.right, [...nulls, ...columnsOf(node.right.schema)], names(node));
}

function names(node: Rel): string[] {
  return node.schema.map(column => column.name);
}
