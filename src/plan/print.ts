import type {AggregateCall, Expr, OrderKey} from '../expr/expr.ts';
import type {TableCall} from '../expr/table-call.ts';
import type {FrameBound, WindowFrame} from '../expr/window-call.ts';
import {aggregateBySignature} from '../expr/registry.ts';
import type {Schema} from '../types/schema.ts';
import {columnName, printExpr, printMicros} from './expr-print.ts';
import {functionName} from './function-facts.ts';
import {isLiteral} from './conjuncts.ts';
import type {PhysicalAggregate, PhysicalNode, PhysicalPlan, SortKey} from './physical.ts';
import {planInputs} from './physical-inputs.ts';
import {relChildren} from './rel-children.ts';
import type {Rel} from './rel.ts';

/** A relational tree as indented lines, inputs beneath. */
export function printRel(rel: Rel): string {
  const lines: string[] = [];
  const visit = (node: Rel, indent: string): void => {
    lines.push(indent + describeRel(node));
    for (const child of relChildren(node)) visit(child, `${indent}  `);
  };
  visit(rel, '');
  return lines.join('\n');
}

function describeRel(rel: Rel): string {
  const exprs = (list: readonly Parameters<typeof printExpr>[0][], schema: Schema) =>
    list.map(expr => printExpr(expr, schema)).join(', ');
  switch (rel.node) {
    case 'get':
      return `get ${rel.name}`;
    case 'values':
      return `values ${rel.rows.map(row => `(${exprs(row, [])})`).join(', ') || '(no rows)'}`;
    case 'filter':
      return `filter ${printExpr(rel.predicate, rel.input.schema)}`;
    case 'project':
      return `project ${exprs(rel.exprs, rel.input.schema)}`;
    case 'join':
    case 'apply': {
      const on = isLiteral(rel.on, true) ? '' : ` on ${printExpr(rel.on, [...rel.left.schema, ...rel.right.schema])}`;
      return `${rel.kind} ${rel.node}${on}`;
    }
    case 'aggregate': {
      const calls = rel.aggregates.map(call => printCall(call, rel.input.schema)).join(', ');
      return `aggregate [${exprs(rel.keys, rel.input.schema)}] ${calls}`.trimEnd();
    }
    case 'distinct':
    case 'shared':
    case 'union':
      return rel.node;
    case 'recursive':
      return `recursive ${rel.distinct ? 'distinct ' : ''}${rel.name}`;
    case 'workingTable':
      return `working table ${rel.name}`;
    case 'sort': {
      const parts = ['sort'];
      if (rel.partition) parts.push(`by [${rel.partition.map(c => columnName(rel.schema, c)).join(', ')}]`);
      if (rel.keys.length > 0) parts.push(rel.keys.map(key => printOrderKey(key, rel.input.schema)).join(', '));
      if (rel.limit) parts.push(`limit ${printExpr(rel.limit, [])}`);
      if (rel.offset) parts.push(`offset ${printExpr(rel.offset, [])}`);
      return parts.join(' ');
    }
    case 'over': {
      const {schema} = rel.input;
      const calls = rel.calls.map(call => printWindowCall(call, printCall({...call, distinct: false}, schema)));
      const order = rel.keys.map(key => printOrderKey(key, schema)).join(', ');
      return `over [${exprs(rel.partition, schema)}]${order && ` order by ${order}`}: ${calls.join(', ')}`;
    }
    case 'window':
      return `${rel.kind} ${columnName(rel.input.schema, rel.time)} ${windowText(rel)}`;
    case 'tableFunction':
      return `table function ${printTableCalls(rel, [])}`;
    case 'flatMap':
      return `flat map ${printTableCalls(rel, rel.input.schema)}`;
    case 'atMostOne':
      return `at most one by [${rel.keys.map(c => columnName(rel.schema, c)).join(', ')}]${rel.asked ? ' if asked' : ''}`;
  }
}

function printTableCalls(
  {calls, args}: {readonly calls: readonly TableCall[]; readonly args: readonly Expr[]},
  schema: Schema,
): string {
  let from = 0;
  const texts = calls.map(({signature, arity}) => {
    const own = args.slice(from, (from += arity));
    return `${functionName(signature)}(${own.map(arg => printExpr(arg, schema)).join(', ')})`;
  });
  return texts.join(', ');
}

function printCall(call: AggregateCall, schema: Schema): string {
  const args = call.args.map(arg => printExpr(arg, schema)).join(', ');
  const filter = call.filter ? ` filter (${printExpr(call.filter, schema)})` : '';
  const order = (call.order ?? []).map(key => printOrderKey(key, schema));
  const direct = (call.direct ?? []).map(arg => printExpr(arg, schema));
  const inside = args || (call.signature.endsWith('()') ? '*' : '');
  return printAggregate(call, inside, order, direct) + filter;
}

function printOrderKey(key: OrderKey, schema: Schema): string {
  return `${printExpr(key.expr, schema)}${orderText(key)}`;
}

function orderText({descending, nullsFirst}: {descending: boolean; nullsFirst: boolean}): string {
  const nulls = nullsFirst === descending ? '' : nullsFirst ? ' nulls first' : ' nulls last';
  return `${descending ? ' desc' : ''}${nulls}`;
}

function windowText(window: {kind: 'tumble' | 'hop'; size: bigint; slide: bigint; offset: bigint}): string {
  const every = window.kind === 'hop' ? ` every ${printMicros(window.slide)}` : '';
  return `${printMicros(window.size)}${every}${window.offset === 0n ? '' : ` offset ${printMicros(window.offset)}`}`;
}

function printWindowCall(
  {kind, frame}: {readonly kind: 'window' | 'aggregate'; readonly frame: WindowFrame},
  call: string,
): string {
  return (kind === 'window' ? call.replace('(*)', '()') : call) + frameText(frame);
}

/** Nothing for the frame that stands where none is written. */
function frameText({unit, start, end, exclude}: WindowFrame): string {
  const usual = unit === 'range' && start.type === 'unboundedPreceding' && end.type === 'currentRow';
  const words = exclude === 'currentRow' ? 'current row' : exclude;
  const excluded = exclude === 'none' ? '' : ` exclude ${words}`;
  return usual ? excluded : ` ${unit} between ${boundText(start)} and ${boundText(end)}${excluded}`;
}

function boundText(bound: FrameBound): string {
  if ('offset' in bound) return `${printExpr(bound.offset, [])} ${bound.type}`;
  return bound.type.replace(/[A-Z]/, letter => ` ${letter.toLowerCase()}`);
}

/** A node that several others read is drawn where it is first reached; elsewhere it is named by its number. */
export type PlanLine = {
  readonly depth: number;
  readonly text: string;
  readonly node: number;
  readonly kind: 'node' | 'again' | 'finish';
};

/** The operators of a plan as an indented tree from the root down. */
export function printPlan(plan: PhysicalPlan): string {
  return planLines(plan)
    .map(({depth, text}) => '  '.repeat(depth) + text)
    .join('\n');
}

export function planLines(plan: PhysicalPlan): PlanLine[] {
  const readers = new Array<number>(plan.nodes.length).fill(0);
  for (const node of plan.nodes) for (const input of planInputs(node)) readers[input]++;
  const drawn = new Set<number>();
  const lines: PlanLine[] = [];
  const visit = (index: number, depth: number): void => {
    const node = plan.nodes[index];
    const shared = readers[index] > 1 && node.node !== 'input';
    const text = describeNode(node, plan.nodes);
    if (shared && drawn.has(index)) {
      lines.push({depth, text: `#${index} again`, node: index, kind: 'again'});
      return;
    }
    drawn.add(index);
    lines.push({depth, text: shared ? `#${index} ${text}` : text, node: index, kind: 'node'});
    for (const input of planInputs(node)) visit(input, depth + 1);
  };
  if (plan.finish) lines.push({depth: 0, text: describeFinish(plan), node: plan.root, kind: 'finish'});
  visit(plan.root, lines.length);
  return lines;
}

/** How the rows are put in order and cut at the end. */
function describeFinish(plan: PhysicalPlan): string {
  const {keys, limit, offset, visible, late = []} = plan.finish!;
  const {schema} = plan.nodes[plan.root];
  const parts = ['finish'];
  if (keys.length > 0) parts.push(`order by ${printSortKeys(keys, schema).join(', ')}`);
  if (limit) parts.push(`limit ${printExpr(limit, [])}`);
  if (offset) parts.push(`offset ${printExpr(offset, [])}`);
  for (const {column, expr} of late) parts.push(`then ${printOutput(expr, schema[column].name, schema)}`);
  if (visible < schema.length) parts.push(`first ${visible} columns`);
  return parts.join(' ');
}

export function printSortKeys(keys: readonly SortKey[], schema: Schema): string[] {
  return keys.map(key => printSortKey(key, schema));
}

function describeNode(node: PhysicalNode, nodes: readonly PhysicalNode[]): string {
  switch (node.node) {
    case 'input':
      return `input ${node.name}`;
    case 'values':
      return `values ${node.rows.map(row => `(${row.map(expr => printExpr(expr, [])).join(', ')})`).join(', ') || '(no rows)'}`;
    case 'filter':
      return `filter ${printExpr(node.predicate, nodes[node.input].schema)}`;
    case 'project':
      return `project ${node.exprs.map((expr, i) => printOutput(expr, node.schema[i].name, nodes[node.input].schema)).join(', ')}`;
    case 'join':
      return printJoin(node, nodes);
    case 'aggregate': {
      const {schema} = nodes[node.input];
      const keys = node.keys.map(key => schema[key]);
      const calls = node.aggregates.map(call => printPhysicalCall(call, schema, keys)).join(', ');
      return `aggregate [${names(node.keys, schema)}] ${calls}`.trimEnd();
    }
    case 'distinct':
    case 'union':
    case 'negate':
      return node.node;
    case 'recursive':
      return `recursive ${node.distinct ? 'distinct ' : ''}${node.name}`;
    case 'topK': {
      const {schema} = node;
      const by = node.partition.length > 0 ? ` by [${names(node.partition, schema)}]` : '';
      const order =
        node.keys.length > 0 ? ` order by ${node.keys.map(key => printSortKey(key, schema)).join(', ')}` : '';
      const limit = node.limit === null ? '' : ` limit ${node.limit}`;
      return `top-k${by}${order}${limit}${node.offset === 0n ? '' : ` offset ${node.offset}`}`;
    }
    case 'over': {
      const {schema} = nodes[node.input];
      const calls = node.calls.map(call =>
        printWindowCall(call, printPhysicalCall({...call, distinct: false}, schema, [])),
      );
      const order = node.keys.map(key => printSortKey(key, schema)).join(', ');
      const by = node.partition.length > 0 ? ` by [${names(node.partition, schema)}]` : '';
      return `window functions${by}${order && ` order by ${order}`}: ${calls.join(', ')}`;
    }
    case 'atMostOne':
      return `at most one by [${names(node.keys, node.schema)}]${node.asked === undefined ? '' : ' if asked'}`;
    case 'window':
      return `${node.kind} ${columnName(nodes[node.input].schema, node.time)} ${windowText(node)}`;
    case 'flatMap':
      return `flat map ${printTableCalls(node, nodes[node.input].schema)}${node.ordinality ? ' with ordinality' : ''}`;
  }
}

function printOutput(expr: Parameters<typeof printExpr>[0], name: string, schema: Schema): string {
  const text = printExpr(expr, schema);
  const plain = expr.op === 'column' && schema[expr.index].name === name;
  return plain || name === '?column?' || text === name || text.endsWith(`.${name}`) ? text : `${text} as ${name}`;
}

function printJoin(node: Extract<PhysicalNode, {node: 'join'}>, nodes: readonly PhysicalNode[]): string {
  const left = nodes[node.left].schema;
  const right = nodes[node.right].schema;
  const keys = node.leftKeys.map((key, i) => {
    const operator = node.nullSafe[i] ? 'is' : '=';
    return `${columnName(left, key)} ${operator} ${columnName(right, node.rightKeys[i])}`;
  });
  const how = keys.length > 0 ? ` on ${keys.join(', ')}` : node.kind === 'inner' ? ' (every pair)' : '';
  const residual = node.residual ? ` where ${printExpr(node.residual, [...left, ...right])}` : '';
  return `${node.kind} join${how}${residual}`;
}

function printPhysicalCall(call: PhysicalAggregate, schema: Schema, keys: Schema): string {
  const args = call.signature.endsWith('()') ? '*' : names(call.args, schema);
  const filter = call.filter === null ? '' : ` filter (${columnName(schema, call.filter)})`;
  const order = (call.order ?? []).map(key => printSortKey(key, schema));
  const direct = (call.direct ?? []).map(arg => printExpr(arg, keys));
  return printAggregate(call, args, order, direct) + filter;
}

function printAggregate(
  {signature, distinct}: {readonly signature: string; readonly distinct: boolean},
  args: string,
  order: readonly string[],
  direct: readonly string[],
): string {
  const name = functionName(signature);
  // A window function is no aggregate, and has no order of its own.
  if (order.length > 0 && aggregateBySignature(signature).within) {
    return `${name}(${direct.join(', ')}) within group (order by ${order.join(', ')})`;
  }
  const by = order.length === 0 ? '' : ` order by ${order.join(', ')}`;
  return `${name}(${distinct ? 'distinct ' : ''}${args}${by})`;
}

function printSortKey(key: SortKey, schema: Schema): string {
  return `${columnName(schema, key.column)}${orderText(key)}`;
}

function names(columns: readonly number[], schema: Schema): string {
  return columns.map(column => columnName(schema, column)).join(', ');
}
