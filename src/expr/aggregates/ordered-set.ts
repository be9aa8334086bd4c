import {mapArray} from '../../types/array-shape.ts';
import type {Datum, Interval} from '../../types/datum.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, DOUBLE, INTERVAL, type SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import {datumEquality} from '../datum-order.ts';
import type {ParameterType} from '../function-row.ts';
import {addIntervals, multiplyInterval, subtractIntervals} from '../time/intervals.ts';
import type {AggregateRow} from './aggregate-row.ts';
import {folded} from './define.ts';
import type {OrderedValues} from './fold.ts';

const FRACTIONS = arrayOf(DOUBLE);

type Percentile = (values: OrderedValues, fraction: number) => Datum;

/** The value at the fraction of the way, between two of them where it falls there. */
function continuous(interpolate: (low: Datum, high: Datum, part: number) => Datum): Percentile {
  return (values, fraction) => {
    const place = fraction * (values.count - 1);
    const [first, second] = [Math.floor(place), Math.ceil(place)];
    const [low] = values.at(first);
    return first === second ? low : interpolate(low, values.at(second)[0], place - first);
  };
}

/** The first value whose position is at or beyond the fraction of the way. */
const discrete: Percentile = (values, fraction) => values.at(Math.max(Math.ceil(fraction * values.count) - 1, 0))[0];

/** Errors: 22003. */
export function checkFraction(fraction: number): void {
  if (fraction >= 0 && fraction <= 1) return;
  throw new SqlError('22003', `percentile value ${general(fraction)} is not between 0 and 1`);
}

/** As C's %g, but for the names of what is no number. */
function general(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= -5 && exponent < 6) return String(Number(value.toPrecision(6)));
  const [digits, power] = value.toExponential(5).split('e');
  const sign = power.startsWith('-') ? '-' : '+';
  return `${Number(digits)}e${sign}${power.replace(/^[+-]/, '').padStart(2, '0')}`;
}

function percentile(name: string, type: ParameterType, compute: Percentile, description: string): AggregateRow[] {
  const common = {within: 'orderedSet', direct: 1, description} as const;
  return [
    folded(name, [DOUBLE, type], {
      ...common,
      returns: ([, arg]) => arg,
      fold: () => ({
        required: [0],
        positional: true,
        finish(values, [fraction]) {
          if (fraction === null) return null;
          checkFraction(fraction as number);
          return values.count === 0 ? null : compute(values, fraction as number);
        },
      }),
    }),
    folded(name, [FRACTIONS, type], {
      ...common,
      description: `${description}, for each fraction`,
      returns: ([, arg]) => listOf(arg),
      fold: () => ({
        required: [0],
        positional: true,
        finish(values, [fractions]) {
          if (values.count === 0 || fractions === null) return null;
          return mapArray(fractions as readonly Datum[], fraction => {
            if (fraction === null) return null;
            checkFraction(fraction as number);
            return compute(values, fraction as number);
          });
        },
      }),
    }),
  ];
}

/** Errors: 42704, since an array of arrays is no type. */
function listOf(type: SqlType): SqlType {
  if (type.kind !== 'array') return arrayOf(type);
  throw new SqlError('42704', `could not find array type for data type ${kindName(type)}`);
}

/** The most frequent value, of several the first. */
function mostFrequent(values: OrderedValues, type: SqlType): Datum {
  const same = datumEquality(type);
  let best: Datum = null;
  let most = 0;
  let current: Datum = null;
  let count = 0;
  for (const {row, times} of values.rows()) {
    const [value] = row;
    if (count > 0 && same(value, current)) {
      count += times;
    } else {
      current = value;
      count = times;
    }
    if (count > most) {
      most = count;
      best = current;
    }
  }
  return best;
}

export const orderedSetRows: readonly AggregateRow[] = [
  ...percentile(
    'percentile_disc',
    'anyelement',
    discrete,
    'first value at or beyond a fraction of the values in order',
  ),
  ...percentile(
    'percentile_cont',
    DOUBLE,
    continuous((low, high, part) => (low as number) + part * ((high as number) - (low as number))),
    'value at a fraction of the values in order, interpolated',
  ),
  ...percentile(
    'percentile_cont',
    INTERVAL,
    continuous((low, high, part) =>
      addIntervals(multiplyInterval(subtractIntervals(high as Interval, low as Interval), part), low as Interval),
    ),
    'value at a fraction of the values in order, interpolated',
  ),
  folded('mode', ['anyelement'], {
    within: 'orderedSet',
    direct: 0,
    description: 'most frequent value, the first in order of several',
    returns: ([arg]) => arg,
    fold: ([type]) => ({required: [0], finish: values => mostFrequent(values, type)}),
  }),
];
