import {columnName, printType} from '../../plan/expr-print.ts';
import {type KeyLookup, keyLookups} from '../../plan/key-lookup.ts';
import type {OperatorCounts} from '../../plan/operator-counts.ts';
import type {PhysicalNode, PhysicalPlan} from '../../plan/physical.ts';
import {planInputs} from '../../plan/physical-inputs.ts';
import {type PlanLine, planLines} from '../../plan/print.ts';
import {nodeType} from './node-type.ts';

/** A plan, and what its operators have done if it has been run. */
type PlanRun = {readonly plan: PhysicalPlan; readonly counts: readonly OperatorCounts[] | null};

/** A step of a statement that writes, with the plan of the rows that it is about; `rows`: how many it gives to the client. */
type WriteRun = PlanRun & {
  readonly operation: 'insert' | 'update' | 'delete' | 'merge';
  readonly table: string;
  readonly rows: number;
};

export type ExplainValue = string | number | boolean | readonly (string | number)[];

/** An operator as all formats show it: `properties` under the names that viewers of Postgres's plans know, and some of our own. */
export type ExplainNode = {
  readonly text: string;
  /** For VERBOSE. */
  readonly details: readonly string[];
  readonly properties: readonly (readonly [string, ExplainValue])[];
  readonly actual: Actual | null;
  readonly children: readonly ExplainNode[];
};

/** What it did. `totalMs`: with all that is beneath it; null: not asked for. */
type Actual = {readonly rows: number; readonly totalMs: number | null; readonly stateBytes: number};

type TreeOptions = {
  readonly verbose: boolean;
  readonly timing: boolean;
  /** It is a read by itself, whose rows are looked up where that is possible. */
  readonly lookups?: boolean;
};

/** The plan from the operator that gives its rows down to the inputs. */
export function explainTree({plan, counts}: PlanRun, options: TreeOptions): ExplainNode {
  const lines = planLines(plan);
  const lookups = options.lookups ? keyLookups(plan) : new Map<number, KeyLookup>();
  const totals = counts && totalTimes(lines, counts);
  const {nodes, finish} = plan;
  let at = 0;
  const build = (): ExplainNode => {
    const place = at++;
    const line = lines[place];
    const children: ExplainNode[] = [];
    while (at < lines.length && lines[at].depth > line.depth) children.push(build());
    const node = nodes[line.node];
    const isNode = line.kind === 'node';
    return {
      text:
        (isNode && !options.verbose ? line.text + appendOnlyText(node, nodes) : line.text) + lookupText(node, lookups),
      details: isNode ? details(node, nodes) : [],
      properties: [
        ...nodeType(line, plan),
        ['Operator', line.text],
        ...(isNode && options.verbose ? verboseProperties(node, nodes) : []),
      ],
      actual: totals && isNode ? actualOf(counts!, line.node, options.timing ? totals[place] : null) : null,
      children,
    };
  };
  const root = build();
  const ran = counts && finish ? {...root, actual: finished(counts, options, totals![0])} : root;
  return ran;
}

function lookupText(node: PhysicalNode, lookups: ReadonlyMap<number, KeyLookup>): string {
  const lookup = node.node === 'input' && lookups.get(node.object);
  return lookup ? ` by (${lookup.columns.map(column => columnName(node.schema, column)).join(', ')})` : '';
}

/** The step around the plan of its rows; `before`: steps of WITH, which are done first. */
export function explainWrite(run: WriteRun, before: readonly ExplainNode[], options: TreeOptions): ExplainNode {
  const {operation, table, rows, counts} = run;
  // Other steps may read the same tables whole.
  const rowsOf = explainTree(run, {...options, lookups: before.length === 0});
  const word = operation[0].toUpperCase() + operation.slice(1);
  return {
    text: `${operation} ${operation === 'delete' ? 'from' : operation === 'insert' ? 'into' : 'on'} ${table}`,
    details: [],
    properties: [
      ['Node Type', 'ModifyTable'],
      ['Operation', word],
      ['Relation Name', table],
      ['Alias', table],
    ],
    actual: counts && {rows, totalMs: rowsOf.actual?.totalMs ?? null, stateBytes: 0},
    children: [...before.map(asInitPlan), rowsOf],
  };
}

export function withSteps(root: ExplainNode, before: readonly ExplainNode[]): ExplainNode {
  return {...root, children: [...before.map(asInitPlan), ...root.children]};
}

function asInitPlan(node: ExplainNode): ExplainNode {
  return {...node, properties: [...node.properties, ['Parent Relationship', 'InitPlan']]};
}

/** For each line the time of its operator and of all beneath it that are drawn there. */
function totalTimes(lines: readonly PlanLine[], counts: readonly OperatorCounts[]): number[] {
  const totals = lines.map(({node, kind}) => (kind === 'node' ? (counts[node]?.nanoseconds ?? 0) / 1e6 : 0));
  for (let i = lines.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < lines.length && lines[j].depth > lines[i].depth; j++) {
      if (lines[j].depth === lines[i].depth + 1) totals[i] += totals[j];
    }
  }
  return totals;
}

function actualOf(counts: readonly OperatorCounts[], node: number, totalMs: number | null): Actual {
  const {rowsOut = 0, stateBytes = 0} = counts[node] ?? {};
  return {rows: rowsOut, totalMs, stateBytes};
}

/** ORDER BY and LIMIT at the end: the output is the last operator that counts. */
function finished(counts: readonly OperatorCounts[], {timing}: TreeOptions, totalMs: number): Actual {
  return {rows: counts[counts.length - 1]?.rowsOut ?? 0, totalMs: timing ? totalMs : null, stateBytes: 0};
}

function appendOnlyText(node: PhysicalNode, nodes: readonly PhysicalNode[]): string {
  const appendOnly = arrangedBy(node) !== null && planInputs(node).every(input => nodes[input].props.monotonic);
  return appendOnly ? ' (append-only)' : '';
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
  const {schema, props} = node;
  const lines = [
    `output: ${schema.map((c, i) => `${columnName(schema, i)} ${printType(c.type)}${c.nullable ? '' : ' not null'}`).join(', ')}`,
  ];
  const unique = uniqueKeys(node);
  if (unique.length > 0) lines.push(`unique: ${unique.join(', ')}`);
  lines.push(`append-only: ${props.monotonic ? 'yes' : 'no'}`);
  lines.push(`distribution: ${distributionText(node)}`);
  lines.push(...arrangements(node, nodes).map(text => `arranged: ${text}`));
  return lines;
}

function verboseProperties(node: PhysicalNode, nodes: readonly PhysicalNode[]): [string, ExplainValue][] {
  const unique = uniqueKeys(node);
  const arranged = arrangements(node, nodes);
  return [
    ['Output', node.schema.map((_, i) => columnName(node.schema, i))],
    ['Types', node.schema.map(({type}) => printType(type))],
    ...(unique.length > 0 ? [['Unique Keys', unique] as [string, ExplainValue]] : []),
    ['Append Only', node.props.monotonic],
    ['Distribution', distributionText(node)],
    ...(arranged.length > 0 ? [['Arranged', arranged] as [string, ExplainValue]] : []),
  ];
}

function uniqueKeys({schema, props}: PhysicalNode): string[] {
  return props.uniqueKeys.map(key => `(${key.map(column => columnName(schema, column)).join(', ')})`);
}

function distributionText({schema, distribution}: PhysicalNode): string {
  if (distribution.kind !== 'hash') return distribution.kind;
  return `hash(${distribution.keys.map(column => columnName(schema, column)).join(', ')})`;
}

function arrangements(node: PhysicalNode, nodes: readonly PhysicalNode[]): string[] {
  return (arrangedBy(node) ?? []).map(({input, keys}) => {
    return `input #${input} by (${keys.map(key => columnName(nodes[input].schema, key)).join(', ')})`;
  });
}
