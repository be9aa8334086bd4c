import {compileRowExpr} from '../../expr/evaluate.ts';
import type {Expr} from '../../expr/expr.ts';
import {compileTableCalls} from '../../expr/table-call.ts';
import {evaluateWindow} from '../../expr/testing/evaluate-window.ts';
import type {PhysicalAggregate, PhysicalNode, PhysicalPlan, SortKey} from '../../plan/physical.ts';
import type {ObjectId} from '../../plan/rel.ts';
import type {Datum} from '../../types/datum.ts';
import {
  type Decimal,
  decimalAdd,
  decimalCompare,
  decimalDiv,
  decimalFromBigint,
  isDecimal,
} from '../../types/decimal.ts';
import {formatDatum} from '../../types/io/registry.ts';
import type {Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {structOf} from '../../types/sql-type.ts';
import {modelAggregate} from './model-aggregates.ts';

export type Row = readonly Datum[];
type ModelRow = {readonly row: Row; readonly weight: number};
type ModelTables = ReadonlyMap<ObjectId, readonly Row[]>;

export type ModelResult = {
  /** Row as text → weight. */
  readonly rows: ReadonlyMap<string, number>;
  /** SQLSTATE → how many error rows. */
  readonly errors: ReadonlyMap<string, number>;
};

const context = {now: 0n, settings: new Map<string, string>()};

/** What a plan means, over tables as bags of rows, computed in the plainest way. */
export function runModel(plan: PhysicalPlan, tables: ModelTables): ModelResult {
  const errors = new Map<string, number>();
  const fail = (error: unknown, weight: number) => {
    if (!(error instanceof SqlError)) throw error;
    add(errors, error.code, weight);
  };
  const results: ModelRow[][] = [];
  const run = (node: PhysicalNode, failing: Fail) =>
    consolidated(
      evaluate(
        node,
        index => results[index],
        index => plan.nodes[index].schema,
        tables,
        failing,
      ),
      node.schema,
    );
  plan.nodes.forEach((node, index) => {
    if (node.node !== 'recursive') {
      results[index] = run(node, fail);
      return;
    }
    // All iterations' rows: what base and step give, until that is what the step has been given.
    results[index] = [];
    for (let last = ''; ;) {
      for (let i = index + 1; i <= node.step; i++) results[i] = run(plan.nodes[i], () => {});
      const rows = consolidated([...results[node.base], ...results[node.step]], node.schema);
      results[index] = node.distinct ? firstIterations(rows, node.schema) : rows;
      const text = JSON.stringify([...weights(results[index], node.schema)].sort());
      if (text === last) break;
      last = text;
    }
  });
  return {rows: weights(results[plan.root], plan.nodes[plan.root].schema), errors};
}

function firstIterations(rows: readonly ModelRow[], schema: Schema): ModelRow[] {
  const iteration = ({row}: ModelRow) => row.at(-1) as bigint;
  const first = new Map<string, ModelRow>();
  for (const made of rows) {
    const key = rowText(made.row.slice(0, -1), schema.slice(0, -1));
    const there = first.get(key);
    if (!there || iteration(made) < iteration(there)) first.set(key, {...made, weight: 1});
  }
  return [...first.values()];
}

/** Rows by their text, with summed weights. */
function weights(rows: Iterable<ModelRow>, schema: Schema): Map<string, number> {
  const sums = new Map<string, number>();
  for (const {row, weight} of rows) add(sums, rowText(row, schema), weight);
  return sums;
}

export function rowText(row: Row, schema: Schema): string {
  const type = structOf(schema.map((column, i) => ({name: `c${i}`, type: column.type})));
  return formatDatum(type, row)!;
}

function add(sums: Map<string, number>, key: string, weight: number): void {
  const sum = (sums.get(key) ?? 0) + weight;
  if (sum === 0) sums.delete(key);
  else sums.set(key, sum);
}

function consolidated(rows: readonly ModelRow[], schema: Schema): ModelRow[] {
  const sums = new Map<string, {row: Row; weight: number}>();
  for (const {row, weight} of rows) {
    const key = rowText(row, schema);
    const entry = sums.get(key);
    if (entry) entry.weight += weight;
    else sums.set(key, {row, weight});
  }
  return [...sums.values()].filter(({weight}) => weight !== 0);
}

type Fail = (error: unknown, weight: number) => void;

function evaluate(
  node: PhysicalNode,
  input: (index: number) => readonly ModelRow[],
  schemaOf: (index: number) => Schema,
  tables: ModelTables,
  fail: Fail,
): ModelRow[] {
  /** Rows for which `make` gives rows; one that raises is an error row. */
  const each = (rows: readonly ModelRow[], make: (row: Row) => readonly Row[]) =>
    rows.flatMap(({row, weight}) => {
      try {
        return make(row).map(made => ({row: made, weight}));
      } catch (error) {
        fail(error, weight);
        return [];
      }
    });
  const compiled = (expr: Expr) => compileRowExpr(expr, context);
  switch (node.node) {
    case 'input':
      return tables.get(node.object)!.map(row => ({row, weight: 1}));
    case 'values':
      return each(
        node.rows.map((_, i) => ({row: [BigInt(i)], weight: 1})),
        ([i]) => [node.rows[Number(i)].map(expr => compiled(expr)([]))],
      );
    case 'filter': {
      const predicate = compiled(node.predicate);
      return each(input(node.input), row => (predicate(row) === true ? [row] : []));
    }
    case 'project': {
      const exprs = node.exprs.map(compiled);
      return each(input(node.input), row => [exprs.map(expr => expr(row))]);
    }
    case 'join':
      return join(node, input(node.left), input(node.right), schemaOf(node.right).length, fail);
    case 'aggregate':
      return aggregate(node, input(node.input), schemaOf(node.input), fail);
    case 'distinct':
      return input(node.input).flatMap(({row, weight}) => (weight > 0 ? [{row, weight: 1}] : []));
    case 'union':
      return node.inputs.flatMap(index => [...input(index)]);
    case 'negate':
      return input(node.input).map(({row, weight}) => ({row, weight: -weight}));
    case 'topK':
      return [...groups(input(node.input), node.partition, schemaOf(node.input)).values()].flatMap(rows => {
        const sorted = repeated(rows).sort((a, b) => compareRows(a, b, node.keys));
        const from = Number(node.offset);
        return sorted
          .slice(from, node.limit === null ? undefined : from + Number(node.limit))
          .map(row => ({row, weight: 1}));
      });
    case 'over': {
      const schema = schemaOf(node.input);
      const whole = schema.map((_, column) => ({column, descending: false, nullsFirst: false}));
      return [...groups(input(node.input), node.partition, schema).values()].flatMap(rows => {
        const sorted = repeated(rows).sort((a, b) => compareRows(a, b, [...node.keys, ...whole]));
        const results = node.calls.map(call =>
          evaluateWindow(call, {
            rows: sorted.length,
            arg: (i, row) => (i < call.args.length ? sorted[row][call.args[i]] : null),
            peers: (a, b) => compareRows(sorted[a], sorted[b], node.keys) === 0,
            key: row => sorted[row][node.keys[0].column],
            descending: node.keys[0]?.descending ?? false,
            aggregate: of =>
              result(
                {...call, distinct: false},
                of.map(i => sorted[i]),
                schema,
                [],
              ),
          }),
        );
        return sorted.map((row, i) => ({row: [...row, ...results.map(values => values[i])], weight: 1}));
      });
    }
    case 'atMostOne':
      if (node.asked !== undefined && repeated([...input(node.asked)]).length === 0) return [...input(node.input)];
      for (const rows of groups(input(node.input), node.keys, schemaOf(node.input)).values()) {
        if (repeated(rows).length > 1) fail(new SqlError('21000', 'more than one row'), 1);
      }
      return [...input(node.input)];
    case 'recursive':
      throw new Error('a recursion in the step of another');
    case 'window':
      return each(input(node.input), row => windows(node, row));
    case 'flatMap': {
      const args = node.args.map(compiled);
      const types = node.args.map(({type}) => type);
      const rows = compileTableCalls(node.calls, types, node.ordinality, context);
      return each(input(node.input), row => [...rows(args.map(arg => arg(row)))].map(made => [...row, ...made]));
    }
  }
}

function join(
  {kind, leftKeys, rightKeys, nullSafe, residual}: Extract<PhysicalNode, {node: 'join'}>,
  left: readonly ModelRow[],
  right: readonly ModelRow[],
  rightWidth: number,
  fail: Fail,
): ModelRow[] {
  const matches = (l: Row, r: Row) =>
    leftKeys.every((key, i) => {
      const [a, b] = [l[key], r[rightKeys[i]]];
      if (a === null || b === null) return nullSafe[i] && a === b;
      return compareDatums(a, b) === 0;
    });
  const on = residual && compileRowExpr(residual, context);
  const rows: ModelRow[] = [];
  for (const {row, weight} of left) {
    const found = right.filter(other => matches(row, other.row));
    if (kind === 'semi' && found.length > 0) rows.push({row, weight});
    if (kind === 'anti' && found.length === 0) rows.push({row, weight});
    if (kind === 'left' && found.length === 0) {
      rows.push({row: [...row, ...new Array<null>(rightWidth).fill(null)], weight});
    }
    if (kind === 'semi' || kind === 'anti') continue;
    for (const other of found) {
      const both = [...row, ...other.row];
      try {
        if (!on || on(both) === true) rows.push({row: both, weight: weight * other.weight});
      } catch (error) {
        fail(error, weight * other.weight);
      }
    }
  }
  return rows;
}

function groups(rows: readonly ModelRow[], keys: readonly number[], schema: Schema): Map<string, ModelRow[]> {
  const byKey = new Map<string, ModelRow[]>();
  const keySchema = keys.map(key => schema[key]);
  for (const entry of rows) {
    const text = rowText(
      keys.map(key => entry.row[key]),
      keySchema,
    );
    const group = byKey.get(text);
    if (group) group.push(entry);
    else byKey.set(text, [entry]);
  }
  return byKey;
}

function repeated(rows: readonly ModelRow[]): Row[] {
  return rows.flatMap(({row, weight}) => new Array<Row>(Math.max(weight, 0)).fill(row));
}

function aggregate(
  node: Extract<PhysicalNode, {node: 'aggregate'}>,
  rows: readonly ModelRow[],
  schema: Schema,
  fail: Fail,
): ModelRow[] {
  const byKey = groups(rows, node.keys, schema);
  if (node.keys.length === 0 && byKey.size === 0) byKey.set('()', []);
  return [...byKey.values()].flatMap(members => {
    try {
      const keys = node.keys.map(key => members[0].row[key]);
      const all = repeated(members);
      return [{row: [...keys, ...node.aggregates.map(call => result(call, all, schema, keys))], weight: 1}];
    } catch (error) {
      fail(error, 1);
      return [];
    }
  });
}

function result(call: PhysicalAggregate, rows: readonly Row[], schema: Schema, keys: Row): Datum {
  const {signature, args, distinct, filter} = call;
  const counting = rows.filter(row => filter === null || row[filter] === true);
  const name = signature.slice(0, signature.indexOf('('));
  if (args.length === 0) return BigInt(counting.length);
  const modelled = modelAggregate(call, counting, keys);
  if (modelled !== undefined) return modelled;
  const {type} = schema[args[0]];
  let values = counting.map(row => row[args[0]]).filter(value => value !== null);
  if (distinct) {
    values = values.filter((value, i) => values.findIndex(other => compareDatums(other, value) === 0) === i);
  }
  if (name === 'count') return BigInt(values.length);
  if (values.length === 0) return null;
  if (name === 'min') return values.reduce((a, b) => (compareDatums(b, a) < 0 ? b : a));
  if (name === 'max') return values.reduce((a, b) => (compareDatums(b, a) > 0 ? b : a));
  if (type.kind === 'double precision') {
    const sum = values.reduce<number>((total, value) => total + (value as number), 0);
    return name === 'sum' ? sum : sum / values.length;
  }
  const sum = values.map(toDecimal).reduce(decimalAdd);
  if (name === 'avg') return decimalDiv(sum, decimalFromBigint(BigInt(values.length)));
  if (type.kind !== 'integer' && type.kind !== 'smallint') return sum;
  if (BigInt.asIntN(64, sum.coefficient) !== sum.coefficient) throw new SqlError('22003', 'bigint out of range');
  return sum.coefficient;
}

function toDecimal(value: Datum): Decimal {
  return isDecimal(value) ? value : decimalFromBigint(BigInt(value as number | bigint));
}

function windows({size, slide, offset, time}: Extract<PhysicalNode, {node: 'window'}>, row: Row): Row[] {
  const t = row[time] as bigint | null;
  if (t === null) return [];
  const into = (((t - offset) % slide) + slide) % slide;
  const made: Row[] = [];
  for (let start = t - into; start + size > t; start -= slide) made.push([...row, start, start + size]);
  return made;
}

/** Order of non-null datums of one type. */
function compareDatums(a: Datum, b: Datum): number {
  if (isDecimal(a) && isDecimal(b)) return decimalCompare(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return (a as number) < (b as number) ? -1 : (a as number) > (b as number) ? 1 : 0;
}

export function compareRows(a: Row, b: Row, keys: readonly SortKey[]): number {
  for (const {column, descending, nullsFirst} of keys) {
    const [x, y] = [a[column], b[column]];
    if (x === null && y === null) continue;
    if (x === null) return nullsFirst ? -1 : 1;
    if (y === null) return nullsFirst ? 1 : -1;
    const order = compareDatums(x, y);
    if (order !== 0) return descending ? -order : order;
  }
  return 0;
}
