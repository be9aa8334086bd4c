import {columnName, printExpr} from '../../plan/expr-print.ts';
import type {PhysicalNode, PhysicalPlan} from '../../plan/physical.ts';
import {type PlanLine, printSortKeys} from '../../plan/print.ts';
import type {ExplainValue} from './tree.ts';

type Properties = (readonly [string, ExplainValue])[];

const JOIN_TYPES = {inner: 'Inner', left: 'Left', semi: 'Semi', anti: 'Anti'} as const;

/** "Node Type" and what belongs to it: the kind of node of Postgres that comes nearest to the operator. */
export function nodeType({node: index, kind}: PlanLine, plan: PhysicalPlan): Properties {
  const node = plan.nodes[index];
  if (kind === 'finish') return finishType(plan);
  if (kind === 'again') {
    const type = node.node === 'recursive' ? 'WorkTable Scan' : 'CTE Scan';
    return [
      ['Node Type', type],
      ['CTE Name', `#${index}`],
    ];
  }
  return operatorType(node, plan.nodes);
}

function finishType({finish, nodes, root}: PhysicalPlan): Properties {
  const {keys, limit, offset} = finish!;
  const cut = limit !== null || offset !== null;
  return [
    ['Node Type', cut || keys.length === 0 ? 'Limit' : 'Sort'],
    ...(keys.length > 0 ? [['Sort Key', printSortKeys(keys, nodes[root].schema)] as const] : []),
  ];
}

function operatorType(node: PhysicalNode, nodes: readonly PhysicalNode[]): Properties {
  switch (node.node) {
    case 'input':
      return [
        ['Node Type', 'Seq Scan'],
        ['Relation Name', node.name],
        ['Alias', node.name],
      ];
    case 'values':
      return [['Node Type', node.rows.length === 1 ? 'Result' : 'Values Scan']];
    case 'filter':
      return [
        ['Node Type', 'Result'],
        ['Filter', printExpr(node.predicate, nodes[node.input].schema)],
      ];
    case 'join': {
      const conditions = node.leftKeys.map((key, i) => {
        const sides = [
          columnName(nodes[node.left].schema, key),
          columnName(nodes[node.right].schema, node.rightKeys[i]),
        ];
        return sides.join(node.nullSafe[i] ? ' IS NOT DISTINCT FROM ' : ' = ');
      });
      return [
        ['Node Type', conditions.length > 0 ? 'Hash Join' : 'Nested Loop'],
        ['Join Type', JOIN_TYPES[node.kind]],
        ...(conditions.length > 0 ? [['Hash Cond', `(${conditions.join(' AND ')})`] as const] : []),
      ];
    }
    case 'aggregate':
      return [
        ['Node Type', 'Aggregate'],
        ['Strategy', node.keys.length > 0 ? 'Hashed' : 'Plain'],
        ...(node.keys.length > 0
          ? [['Group Key', node.keys.map(key => columnName(nodes[node.input].schema, key))] as const]
          : []),
      ];
    case 'distinct':
      return [
        ['Node Type', 'Aggregate'],
        ['Strategy', 'Hashed'],
        ['Group Key', node.schema.map((_, i) => columnName(node.schema, i))],
      ];
    case 'union':
      return [['Node Type', 'Append']];
    case 'topK':
      return [
        ['Node Type', 'Limit'],
        ['Sort Key', printSortKeys(node.keys, node.schema)],
      ];
    case 'over':
      return [['Node Type', 'WindowAgg']];
    case 'recursive':
      return [
        ['Node Type', 'Recursive Union'],
        ['CTE Name', node.name],
      ];
    case 'flatMap':
    case 'window':
      return [['Node Type', 'ProjectSet']];
    case 'project':
    case 'negate':
    case 'atMostOne':
      return [['Node Type', 'Result']];
  }
}
