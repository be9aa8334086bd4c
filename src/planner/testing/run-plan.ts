import type {PhysicalNode, PhysicalPlan} from '../../plan/physical.ts';
import {evaluateAggregate} from './evaluate-aggregate.ts';
import {evaluateExpr} from './evaluate-expr.ts';
import {
  compareDatums,
  groupBy,
  keyOf,
  nulls,
  seriesOf,
  overRows,
  tooMany,
  windowsOf,
  type Row,
  type Tables,
} from './run-rel.ts';

type Weighted = {readonly row: Row; readonly weight: number};

/** What a physical plan gives over tables that do not change, in the plainest way; with the order that `finish` asks for. */
export function runPlan(plan: PhysicalPlan, tables: Tables): Row[] {
  const results: Weighted[][] = [];
  plan.nodes.forEach((node, i) => {
    results[i] = consolidate(
      node.node === 'recursive' ? runLoop(node, i, results, plan, tables) : runNode(node, results, plan, tables),
    );
  });
  const rows = repeat(results[plan.root]);
  if (!plan.finish) return rows;
  const {keys, limit, offset, visible} = plan.finish;
  rows.sort((a, b) => {
    for (const key of keys) {
      const order = compareDatums(a[key.column], b[key.column], key);
      if (order !== 0) return order;
    }
    return 0;
  });
  const from = offset ? Number(evaluateExpr(offset, [])) : 0;
  return rows.slice(from, limit ? from + Number(evaluateExpr(limit, [])) : undefined).map(row => row.slice(0, visible));
}

/** All iterations' rows: what base and step give, until that is what the step has been given. */
function runLoop(
  node: Extract<PhysicalNode, {node: 'recursive'}>,
  index: number,
  before: readonly Weighted[][],
  plan: PhysicalPlan,
  tables: Tables,
): Weighted[] {
  const results = [...before];
  results[index] = [];
  for (;;) {
    for (let i = index + 1; i <= node.step; i++)
      results[i] = consolidate(runNode(plan.nodes[i], results, plan, tables));
    const rows = consolidate([...results[node.base], ...results[node.step]]);
    const next = node.distinct ? firstIterations(rows) : rows;
    if (
      next.length === results[index].length &&
      next.every(({row, weight}) =>
        results[index].some(other => other.weight === weight && keyOf(other.row) === keyOf(row)),
      )
    )
      return next;
    results[index] = next;
  }
}

function firstIterations(rows: readonly Weighted[]): Weighted[] {
  const iteration = (row: Row) => row.at(-1) as bigint;
  return groupBy(
    rows.map(({row}) => row),
    row => row.slice(0, -1),
  ).map(group => ({
    row: group.rows.reduce((least, row) => (iteration(row) < iteration(least) ? row : least)),
    weight: 1,
  }));
}

function runNode(node: PhysicalNode, results: readonly Weighted[][], plan: PhysicalPlan, tables: Tables): Weighted[] {
  switch (node.node) {
    case 'input':
      return once(tables.get(node.object)!);
    case 'values':
      return once(node.rows.map(row => row.map(expr => evaluateExpr(expr, []))));
    case 'filter':
      return results[node.input].filter(({row}) => evaluateExpr(node.predicate, row) === true);
    case 'project':
      return results[node.input].map(({row, weight}) => ({
        row: node.exprs.map(expr => evaluateExpr(expr, row)),
        weight,
      }));
    case 'join':
      return runJoin(node, results[node.left], results[node.right], plan.nodes[node.right].schema.length);
    case 'aggregate': {
      const groups = groupBy(repeat(results[node.input]), row => node.keys.map(key => row[key]));
      if (node.keys.length === 0 && groups.length === 0) groups.push({key: [], rows: []});
      return once(
        groups.map(({key, rows}) => [
          ...key,
          ...node.aggregates.map(({signature, args, distinct, filter}) => {
            const counting = rows.filter(row => filter === null || row[filter] === true);
            return evaluateAggregate(
              signature,
              counting.map(row => args.map(arg => row[arg])),
              distinct,
            );
          }),
        ]),
      );
    }
    case 'distinct':
      return results[node.input].filter(({weight}) => weight > 0).map(({row}) => ({row, weight: 1}));
    case 'union':
      return node.inputs.flatMap(input => results[input]);
    case 'negate':
      return results[node.input].map(({row, weight}) => ({row, weight: -weight}));
    case 'topK': {
      const groups = groupBy(repeat(results[node.input]), row => node.partition.map(column => row[column]));
      return once(
        groups.flatMap(({rows}) => {
          rows.sort((a, b) => {
            for (const key of node.keys) {
              const order = compareDatums(a[key.column], b[key.column], key);
              if (order !== 0) return order;
            }
            return 0;
          });
          const from = Number(node.offset);
          return rows.slice(from, node.limit === null ? undefined : from + Number(node.limit));
        }),
      );
    }
    case 'over': {
      const groups = groupBy(repeat(results[node.input]), row => node.partition.map(column => row[column]));
      const keys = node.keys.map(({column, ...order}) => ({expr: column, ...order}));
      return once(groups.flatMap(({rows}) => overRows(node.calls, keys, rows, (column, row) => row[column])));
    }
    case 'recursive':
      throw new Error('a recursion in the step of another');
    case 'atMostOne': {
      const groups = groupBy(repeat(results[node.input]), row => node.keys.map(key => row[key]));
      const asked = node.asked === undefined || repeat(results[node.asked]).length > 0;
      if (asked && groups.some(({rows}) => rows.length > 1)) throw tooMany();
      return results[node.input];
    }
    case 'window':
      return results[node.input].flatMap(({row, weight}) => windowsOf(row, node).map(made => ({row: made, weight})));
    case 'flatMap':
      return results[node.input].flatMap(({row, weight}) =>
        seriesOf(node.args.map(arg => evaluateExpr(arg, row))).map(made => ({row: [...row, ...made], weight})),
      );
  }
}

function runJoin(
  node: Extract<PhysicalNode, {node: 'join'}>,
  left: readonly Weighted[],
  right: readonly Weighted[],
  rightWidth: number,
): Weighted[] {
  if (node.kind !== 'inner' && node.residual) throw new Error(`a ${node.kind} join with a residual condition`);
  const matches = (a: Row, b: Row) =>
    node.leftKeys.every((key, i) => {
      const [x, y] = [a[key], b[node.rightKeys[i]]];
      return x === null || y === null ? node.nullSafe[i] && x === y : x === y;
    });
  return left.flatMap(({row, weight}) => {
    const found = right.filter(other => matches(row, other.row));
    switch (node.kind) {
      case 'semi':
        return found.length > 0 ? [{row, weight}] : [];
      case 'anti':
        return found.length > 0 ? [] : [{row, weight}];
      case 'left':
        if (found.length === 0) return [{row: [...row, ...nulls(rightWidth)], weight}];
    }
    return found
      .map(other => ({row: [...row, ...other.row], weight: weight * other.weight}))
      .filter(pair => !node.residual || evaluateExpr(node.residual, pair.row) === true);
  });
}

function once(rows: readonly Row[]): Weighted[] {
  return rows.map(row => ({row, weight: 1}));
}

function consolidate(rows: readonly Weighted[]): Weighted[] {
  const byKey = new Map<string, {row: Row; weight: number}>();
  for (const {row, weight} of rows) {
    const there = byKey.get(keyOf(row));
    if (there) there.weight += weight;
    else byKey.set(keyOf(row), {row, weight});
  }
  return [...byKey.values()].filter(({weight}) => weight !== 0);
}

function repeat(rows: readonly Weighted[]): Row[] {
  return rows.flatMap(({row, weight}) => {
    if (weight < 0) throw new Error('a negative weight where rows are counted');
    return new Array<Row>(weight).fill(row);
  });
}
