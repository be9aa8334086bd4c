import type {Expr} from '../../expr/expr.ts';
import {evaluateWindow} from '../../expr/testing/evaluate-window.ts';
import type {ObjectId, OverRel, Rel} from '../../plan/rel.ts';
import type {Datum} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {evaluateAggregate} from './evaluate-aggregate.ts';
import {evaluateExpr} from './evaluate-expr.ts';

export type Row = readonly Datum[];
export type Tables = ReadonlyMap<ObjectId, readonly Row[]>;

/** What a relation means, computed in the plainest way: row by row, each subquery for each outer row. */
export function runRel(rel: Rel, tables: Tables, outer: readonly Row[] = []): Row[] {
  const run = (input: Rel) => runRel(input, tables, outer);
  const value = (expr: Expr, row: Row) => evaluateExpr(expr, row, outer);
  const holds = (expr: Expr, row: Row) => value(expr, row) === true;
  switch (rel.node) {
    case 'get':
      return [...tables.get(rel.object)!];
    case 'values':
      return rel.rows.map(row => row.map(expr => value(expr, [])));
    case 'filter':
      return run(rel.input).filter(row => holds(rel.predicate, row));
    case 'project':
      return run(rel.input).map(row => rel.exprs.map(expr => value(expr, row)));
    case 'join':
      return joinRows(rel.kind, run(rel.left), run(rel.right), rel.left.schema.length, rel.right.schema.length, row =>
        holds(rel.on, row),
      );
    case 'apply':
      return run(rel.left).flatMap(row => applied(rel, row, runRel(rel.right, tables, [row, ...outer]), outer));
    case 'aggregate': {
      const groups = groupBy(run(rel.input), row => rel.keys.map(key => value(key, row)));
      if (rel.keys.length === 0 && groups.length === 0) groups.push({key: [], rows: []});
      return groups.map(({key, rows}) => [
        ...key,
        ...rel.aggregates.map(call => {
          const counting = rows.filter(row => !call.filter || holds(call.filter, row));
          const args = counting.map(row => call.args.map(arg => value(arg, row)));
          return evaluateAggregate(call.signature, args, call.distinct);
        }),
      ]);
    }
    case 'shared':
      return run(rel.input);
    case 'distinct':
      return groupBy(run(rel.input), row => row).map(({key}) => key);
    case 'union':
      return rel.inputs.flatMap(run);
    case 'recursive': {
      let last = distinctIf(rel.distinct, run(rel.base));
      const all = [...last];
      while (last.length > 0) {
        const made = runRel(rel.step, new Map([...tables, [workingTable(rel.id), last]]), outer);
        const seen = new Set(all.map(keyOf));
        last = distinctIf(rel.distinct, made).filter(row => !rel.distinct || !seen.has(keyOf(row)));
        all.push(...last);
      }
      return all;
    }
    case 'workingTable':
      return [...tables.get(workingTable(rel.id))!];
    case 'sort': {
      const groups = groupBy(run(rel.input), row => (rel.partition ?? []).map(column => row[column]));
      return groups.flatMap(({rows}) => {
        const sorted = [...rows].sort((a, b) => {
          for (const key of rel.keys) {
            const order = compareDatums(value(key.expr, a), value(key.expr, b), key);
            if (order !== 0) return order;
          }
          return 0;
        });
        const from = rel.offset ? Number(value(rel.offset, [])) : 0;
        return sorted.slice(from, rel.limit ? from + Number(value(rel.limit, [])) : undefined);
      });
    }
    case 'over': {
      const groups = groupBy(run(rel.input), row => rel.partition.map(key => value(key, row)));
      return groups.flatMap(({rows}) => overRows(rel.calls, rel.keys, rows, value));
    }
    case 'window':
      return run(rel.input).flatMap(row => windowsOf(row, rel));
    case 'tableFunction':
      return seriesOf(rel.args.map(arg => value(arg, [])));
    case 'flatMap':
      return run(rel.input).flatMap(row =>
        seriesOf(rel.args.map(arg => value(arg, row))).map(made => [...row, ...made]),
      );
    case 'atMostOne':
      if (rel.asked && run(rel.asked).length === 0) return run(rel.input);
      for (const {rows} of groupBy(run(rel.input), row => rel.keys.map(key => row[key])))
        if (rows.length > 1) throw tooMany();
      return run(rel.input);
  }
}

/** The rows of one partition with the results of the calls; ties in the order of the whole row. */
export function overRows<Arg>(
  calls: readonly (Pick<OverRel['calls'][number], 'kind' | 'signature' | 'frame'> & {
    readonly args: readonly Arg[];
    readonly filter: Arg | null;
  })[],
  keys: readonly {readonly expr: Arg; readonly descending: boolean; readonly nullsFirst: boolean}[],
  rows: readonly Row[],
  value: (arg: Arg, row: Row) => Datum,
): Row[] {
  const ascending = {descending: false, nullsFirst: false};
  const byKeys = (a: Row, b: Row): number =>
    keys.map(key => compareDatums(value(key.expr, a), value(key.expr, b), key)).find(order => order !== 0) ?? 0;
  const whole = (a: Row, b: Row): number =>
    a.map((_, i) => compareDatums(a[i], b[i], ascending)).find(order => order !== 0) ?? 0;
  const sorted = [...rows].sort((a, b) => byKeys(a, b) || whole(a, b));
  const results = calls.map(call =>
    evaluateWindow(call, {
      rows: sorted.length,
      arg: (i, row) => (i < call.args.length ? value(call.args[i], sorted[row]) : null),
      peers: (a, b) => byKeys(sorted[a], sorted[b]) === 0,
      key: row => value(keys[0].expr, sorted[row]),
      descending: keys[0]?.descending ?? false,
      aggregate: of => {
        const counting = of.map(i => sorted[i]).filter(row => call.filter === null || value(call.filter, row) === true);
        return evaluateAggregate(
          call.signature,
          counting.map(row => call.args.map(arg => value(arg, row))),
          false,
        );
      },
    }),
  );
  return sorted.map((row, i) => [...row, ...results.map(result => result[i])]);
}

/** Working tables stand among the tables, below all objects. */
function workingTable(id: number): ObjectId {
  return -1 - id;
}

function distinctIf(distinct: boolean, rows: readonly Row[]): readonly Row[] {
  return distinct ? groupBy(rows, row => row).map(({key}) => key) : rows;
}

function applied(rel: Extract<Rel, {node: 'apply'}>, row: Row, found: readonly Row[], outer: readonly Row[]): Row[] {
  const truths = () => found.map(other => evaluateExpr(rel.on, [...row, ...other], outer));
  switch (rel.kind) {
    case 'scalar':
      if (found.length > 1) throw tooMany();
      return [[...row, found.length === 0 ? null : found[0][0]]];
    case 'exists':
      return [[...row, found.length > 0]];
    case 'quantified':
      return [[...row, truths().includes(true) ? true : truths().includes(null) ? null : false]];
    case 'semi':
      return truths().includes(true) ? [row] : [];
    case 'anti':
      return truths().includes(true) ? [] : [row];
    case 'inner':
    case 'left': {
      const width = rel.right.schema.length;
      return joinRows(rel.kind, [row], found, row.length, width, pair => evaluateExpr(rel.on, pair, outer) === true);
    }
  }
}

function joinRows(
  kind: Extract<Rel, {node: 'join'}>['kind'],
  left: readonly Row[],
  right: readonly Row[],
  leftWidth: number,
  rightWidth: number,
  holds: (row: Row) => boolean,
): Row[] {
  const result: Row[] = [];
  const matched = new Set<number>();
  for (const row of left) {
    const pairs = right.flatMap((other, i) => (holds([...row, ...other]) ? [i] : []));
    pairs.forEach(i => matched.add(i));
    if (kind === 'semi' || kind === 'anti') {
      if (pairs.length > 0 === (kind === 'semi')) result.push(row);
      continue;
    }
    for (const i of pairs) result.push([...row, ...right[i]]);
    if (pairs.length === 0 && (kind === 'left' || kind === 'full')) result.push([...row, ...nulls(rightWidth)]);
  }
  if (kind === 'right' || kind === 'full') {
    right.forEach((other, i) => {
      if (!matched.has(i)) result.push([...nulls(leftWidth), ...other]);
    });
  }
  return result;
}

export function nulls(width: number): null[] {
  return new Array<null>(width).fill(null);
}

export function keyOf(row: Row): string {
  return row.map(datum => `${typeof datum}:${String(datum)}`).join('|');
}

export function groupBy(rows: readonly Row[], key: (row: Row) => Row): {key: Row; rows: Row[]}[] {
  const groups = new Map<string, {key: Row; rows: Row[]}>();
  for (const row of rows) {
    const of = key(row);
    const group = groups.get(keyOf(of));
    if (group) group.rows.push(row);
    else groups.set(keyOf(of), {key: of, rows: [row]});
  }
  return [...groups.values()];
}

export function compareDatums(a: Datum, b: Datum, order: {descending: boolean; nullsFirst: boolean}): number {
  if (a === null || b === null) return a === b ? 0 : (a === null) === order.nullsFirst ? -1 : 1;
  const ascending = a < b ? -1 : a > b ? 1 : 0;
  return order.descending ? -ascending : ascending;
}

type Window = {readonly time: number; readonly size: bigint; readonly slide: bigint; readonly offset: bigint};

export function windowsOf(row: Row, {time, size, slide, offset}: Window): Row[] {
  const at = row[time] as bigint | null;
  if (at === null) return [];
  const result: Row[] = [];
  const shifted = at - offset;
  let start = (shifted / slide) * slide;
  if (start > shifted) start -= slide;
  for (; start + size > shifted; start -= slide) result.push([...row, start + offset, start + offset + size]);
  return result;
}

/** generate_series(from, to) */
export function seriesOf([from, to]: readonly Datum[]): Row[] {
  if (from === null || to === null) return [];
  const result: Row[] = [];
  for (let i = from as number; i <= (to as number); i++) result.push([i]);
  return result;
}

export function tooMany(): SqlError {
  return new SqlError('21000', 'more than one row returned by a subquery used as an expression');
}
