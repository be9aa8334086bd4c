import {compileRowExpr} from '../../expr/evaluate.ts';
import type {PhysicalAggregate} from '../../plan/physical.ts';
import type {Datum} from '../../types/datum.ts';
import {type Row, compareRows} from './model.ts';

const context = {now: 0n, settings: new Map<string, string>()};

/** Aggregates over values in order and statistics, in the plainest way; undefined: not one of these. */
export function modelAggregate(call: PhysicalAggregate, rows: readonly Row[], keys: Row): Datum | undefined {
  const {args, order = [], direct = []} = call;
  const name = call.signature.slice(0, call.signature.indexOf('('));
  const given = direct.map(expr => compileRowExpr(expr, context)(keys));
  const all = [...order, ...args.map(column => ({column, descending: false, nullsFirst: false}))];
  let sorted = rows.slice().sort((a, b) => compareRows(a, b, all));
  const same = (a: Row, b: Row) => compareRows(a, b, all.slice(order.length)) === 0;
  if (call.distinct) sorted = sorted.filter((row, i) => i === 0 || !same(sorted[i - 1], row));
  const values = sorted.map(row => args.map(arg => row[arg]));
  const firsts = values.map(([first]) => first);
  const present = firsts.filter(value => value !== null);
  switch (name) {
    case 'array_agg':
      return firsts.length === 0 ? null : firsts;
    case 'string_agg': {
      const pieces = values
        .filter(([value]) => value !== null)
        .flatMap(([value, delimiter]) => [delimiter ?? '', value]);
      return pieces.length === 0 ? null : pieces.slice(1).join('');
    }
    case 'bit_xor':
      return present.length === 0 ? null : (present as number[]).reduce((a, b) => a ^ b);
    case 'bit_and':
      return present.length === 0 ? null : (present as number[]).reduce((a, b) => a & b);
    case 'first_value':
      return firsts[0] ?? null;
    case 'last_value':
      return firsts.at(-1) ?? null;
    case 'any_value':
      return present.length === 0 ? null : present.reduce((a, b) => (b! < a! ? b : a));
    case 'max_by':
      return chosenBy(values, (a, b) => a > b);
    case 'min_by':
      return chosenBy(values, (a, b) => a < b);
    case 'approx_count_distinct':
      return BigInt(new Set(present).size);
    case 'mode': {
      const count = (value: Datum) => present.filter(other => other === value).length;
      return present.length === 0 ? null : present.reduce((a, b) => (count(b) > count(a) ? b : a));
    }
    case 'percentile_disc':
      return atFraction(present, given[0], at => present[Math.max(Math.ceil(at * present.length) - 1, 0)]);
    case 'percentile_cont':
      return atFraction(present, given[0], at => {
        const place = at * (present.length - 1);
        const [low, high] = [present[Math.floor(place)], present[Math.ceil(place)]] as number[];
        return low === high ? low : low + (place - Math.floor(place)) * (high - low);
      });
    case 'rank':
    case 'cume_dist': {
      const asked: Datum[] = [];
      args.forEach((arg, i) => (asked[arg] = given[i]));
      const before = sorted.filter(row => compareRows(row, asked, order) < 0).length;
      if (name === 'rank') return BigInt(before + 1);
      return (sorted.filter(row => compareRows(row, asked, order) <= 0).length + 1) / (sorted.length + 1);
    }
    case 'var_pop':
    case 'regr_sxy':
    case 'corr':
      return statistic(name, sorted.map(row => args.map(arg => row[arg])) as (number | null)[][]);
    default:
      return undefined;
  }
}

function chosenBy(values: readonly (readonly Datum[])[], better: (a: Datum & {}, b: Datum & {}) => boolean): Datum {
  let best: readonly Datum[] | null = null;
  // The values are in order of the first argument: of rows as good the first is taken.
  for (const row of values) if (row[1] !== null && (best === null || better(row[1], best[1]!))) best = row;
  return best ? best[0] : null;
}

function atFraction(values: readonly Datum[], fraction: Datum, compute: (at: number) => Datum): Datum {
  if (values.length === 0 || fraction === null) return null;
  return compute(fraction as number);
}

/** Of numbers that are multiples of 1/4, so that everything but the last division is exact. */
function statistic(name: string, rows: readonly (number | null)[][]): Datum {
  const pairs = rows.filter(row => row.every(value => value !== null)).map(row => [row[0]!, row.at(-1)!]);
  const n = pairs.length;
  if (n === 0) return null;
  const special = (side: number) => pairs.some(pair => !Number.isFinite(pair[side]));
  const constant = (side: number) => pairs.every(pair => pair[side] === pairs[0][side]) && !special(side);
  if (name === 'corr' && (constant(0) || constant(1))) return null;
  if (special(0) || special(1)) return NaN;
  const total = (of: (pair: number[]) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0);
  const [x, y] = [total(([a]) => a), total(([, b]) => b)];
  const central = (of: (pair: number[]) => number, a: number, b: number) => n * total(of) - a * b;
  const xy = central(([a, b]) => a * b, x, y);
  if (name === 'var_pop') return xy / (n * n);
  if (name === 'regr_sxy') return xy / n;
  const [xx, yy] = [central(([a]) => a * a, x, x), central(([, b]) => b * b, y, y)];
  return xy / n / Math.sqrt((yy / n) * (xx / n));
}
