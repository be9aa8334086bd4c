import type {PhysicalNode, PhysicalPlan} from '../plan/physical.ts';
import {planInputs} from '../plan/physical-inputs.ts';
import {describeNode, planLines, printRel} from '../plan/print.ts';
import {columnName, printExpr, printType} from '../plan/expr-print.ts';
import type {Rel} from '../plan/rel.ts';
import {optimize, planQuery, type PlanOptions} from './plan.ts';

export type ExplainOptions = {
  /** logical: as the binder understood the query; optimized: after the rules; physical: the operators that run. */
  readonly type: 'logical' | 'optimized' | 'physical';
  readonly format: 'text' | 'json';
  /** Also what is known of each operator's rows. */
  readonly verbose: boolean;
};

/** The rows of EXPLAIN's one column "QUERY PLAN": lines of text, or one row of JSON. */
export function explainQuery(rel: Rel, options: PlanOptions, how: ExplainOptions): string[] {
  if (how.type !== 'physical') {
    const text = printRel(how.type === 'logical' ? rel : optimize(rel, options));
    return how.format === 'json' ? [JSON.stringify([{Plan: text.split('\n')}], null, 2)] : text.split('\n');
  }
  return explainPlan(planQuery(rel, options), how);
}

export function explainPlan(plan: PhysicalPlan, {format, verbose}: Omit<ExplainOptions, 'type'>): string[] {
  return format === 'json' ? [JSON.stringify(planAsJson(plan), null, 2)] : explainText(plan, verbose);
}

/**
 * A line for each operator, inputs beneath. One that several others read is drawn once, with its number. Behind each that
 * keeps rows stands by which columns they are arranged.
 */
function explainText(plan: PhysicalPlan, verbose: boolean): string[] {
  return planLines(plan).flatMap(({depth, text, node, kind}) => {
    const indent = '  '.repeat(depth);
    const arrow = depth === 0 ? '' : '-> ';
    const line = `${indent}${arrow}${text}${kind === 'node' && !verbose ? stateText(plan.nodes[node], plan.nodes) : ''}`;
    if (!verbose || kind !== 'node') return [line];
    const inside = `${indent}${' '.repeat(arrow.length + 2)}`;
    return [line, ...details(plan.nodes[node], plan.nodes).map(detail => inside + detail)];
  });
}

function stateText(node: PhysicalNode, nodes: readonly PhysicalNode[]): string {
  const appendOnly = isStateful(node) && planInputs(node).every(input => nodes[input].props.monotonic);
  return appendOnly ? ' (append-only)' : '';
}

function isStateful(node: PhysicalNode): boolean {
  return arrangedBy(node) !== null;
}

/** For each input that the operator keeps: by which of its columns; null: it keeps nothing. */
function arrangedBy(node: PhysicalNode): {readonly input: number; readonly keys: readonly number[]}[] | null {
  switch (node.node) {
    case 'join':
      return [
        {input: node.left, keys: node.leftKeys},
        {input: node.right, keys: node.rightKeys},
      ];
    case 'aggregate':
    case 'atMostOne':
      return [{input: node.input, keys: node.keys}];
    case 'distinct':
      return [{input: node.input, keys: [...node.schema.keys()]}];
    case 'topK':
      return [{input: node.input, keys: node.partition}];
    default:
      return null;
  }
}

function details(node: PhysicalNode, nodes: readonly PhysicalNode[]): string[] {
  const {schema, props, distribution} = node;
  const names = (columns: readonly number[]) => columns.map(column => columnName(schema, column)).join(', ');
  const lines = [
    `output: ${schema.map((c, i) => `${columnName(schema, i)} ${printType(c.type)}${c.nullable ? '' : ' not null'}`).join(', ')}`,
  ];
  if (props.uniqueKeys.length > 0) lines.push(`unique: ${props.uniqueKeys.map(key => `(${names(key)})`).join(', ')}`);
  lines.push(`append-only: ${props.monotonic ? 'yes' : 'no'}`);
  lines.push(`distribution: ${distribution.kind === 'hash' ? `hash(${names(distribution.keys)})` : distribution.kind}`);
  for (const {input, keys} of arrangedBy(node) ?? []) {
    const by = keys.map(key => columnName(nodes[input].schema, key)).join(', ');
    lines.push(`arranged: input #${input} by (${by})`);
  }
  return lines;
}

function planAsJson(plan: PhysicalPlan): unknown {
  const {nodes, finish} = plan;
  return [
    {
      Plan: {
        Root: plan.root,
        Nodes: nodes.map((node, i) => ({
          Id: i,
          Operator: node.node,
          Description: describeNode(node, nodes),
          Inputs: planInputs(node),
          Output: node.schema.map(column => ({
            Name: column.name,
            Type: printType(column.type),
            Nullable: column.nullable,
          })),
          'Unique Keys': node.props.uniqueKeys,
          'Append Only': node.props.monotonic,
          Distribution: node.distribution.kind === 'hash' ? {hash: node.distribution.keys} : node.distribution.kind,
          ...(isStateful(node)
            ? {Arranged: arrangedBy(node)!.map(({input, keys}) => ({Input: input, Keys: keys}))}
            : {}),
        })),
        ...(finish && {
          Finish: {
            'Sort Keys': finish.keys.map(key => ({
              Column: key.column,
              Order: key.descending ? 'descending' : 'ascending',
              Nulls: key.nullsFirst ? 'first' : 'last',
            })),
            Limit: finish.limit && printExpr(finish.limit, []),
            Offset: finish.offset && printExpr(finish.offset, []),
          },
        }),
      },
    },
  ];
}
