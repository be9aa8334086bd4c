import {decimalAdd} from '../../types/decimal-arithmetic.ts';
import {decimalCompare} from '../../types/decimal-value.ts';
import type {Datum, Interval} from '../../types/datum.ts';
import type {Decimal} from '../../types/decimal.ts';
import {column} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BIGINT, INTEGER, INTERVAL, NUMERIC, type SqlType, TIMESTAMP, TIMESTAMPTZ} from '../../types/sql-type.ts';
import type {CallContext} from '../function-row.ts';
import {functionBySignature} from '../registry.ts';
import {signatureOf} from '../short-names.ts';
import type {TableFunctionRow} from '../table-functions.ts';

// generate_series(start, stop [, step]): PostgreSQL manual, 9.25.

const NAME = 'generate_series';

function zeroStep(): SqlError {
  return new SqlError('22023', 'step size cannot equal zero');
}

type Series = {
  readonly oids: readonly [number | null, number];
  readonly type: SqlType;
  readonly step: SqlType;
  readonly rows: (args: readonly Datum[], context: CallContext) => Iterable<readonly Datum[]>;
};

function* integers([start, stop, step = 1]: readonly Datum[]): Iterable<readonly Datum[]> {
  const [from, to, by] = [start as number, stop as number, step as number];
  if (by === 0) throw zeroStep();
  for (let i = from; by > 0 ? i <= to : i >= to; i += by) yield [i];
}

function* bigints([start, stop, step = 1n]: readonly Datum[]): Iterable<readonly Datum[]> {
  const [from, to, by] = [start as bigint, stop as bigint, step as bigint];
  if (by === 0n) throw zeroStep();
  for (let i = from; by > 0n ? i <= to : i >= to; i += by) yield [i];
}

const ONE: Decimal = {coefficient: 1n, scale: 0};

function* numerics([start, stop, step = ONE]: readonly Datum[]): Iterable<readonly Datum[]> {
  const [from, to, by] = [start as Decimal, stop as Decimal, step as Decimal];
  for (const [what, value] of [
    ['start value', from],
    ['stop value', to],
    ['step size', by],
  ] as const) {
    if (value.special === 'NaN') throw new SqlError('22023', `${what} cannot be NaN`);
    if (value.special) throw new SqlError('22023', `${what} cannot be infinity`);
  }
  if (by.coefficient === 0n) throw zeroStep();
  const ascending = by.coefficient > 0n;
  for (let i = from; ; i = decimalAdd(i, by)) {
    const order = decimalCompare(i, to);
    if (ascending ? order > 0 : order < 0) return;
    yield [i];
  }
}

/** Months, days and microseconds count by the calendar, so each step is the + of the type itself. */
function* times([start, stop, step]: readonly Datum[], context: CallContext): Iterable<readonly Datum[]> {
  const by = step as Interval;
  const sign = by.months * 30 * 86_400e6 + by.days * 86_400e6 + Number(by.micros);
  if (sign === 0) throw zeroStep();
  const type = context.argTypes[0];
  const plus = functionBySignature(signatureOf('+', [type, INTERVAL]));
  const stepContext = {...context, argTypes: [type, INTERVAL], resultType: type};
  const to = stop as bigint;
  for (let i = start as bigint; sign > 0 ? i <= to : i >= to;) {
    yield [i];
    i = plus.row([i, by], stepContext) as bigint;
  }
}

const series: readonly Series[] = [
  {oids: [1067, 1066], type: INTEGER, step: INTEGER, rows: integers},
  {oids: [1069, 1068], type: BIGINT, step: BIGINT, rows: bigints},
  {oids: [3260, 3259], type: NUMERIC, step: NUMERIC, rows: numerics},
  {oids: [null, 938], type: TIMESTAMP, step: INTERVAL, rows: times},
  {oids: [null, 939], type: TIMESTAMPTZ, step: INTERVAL, rows: times},
];

/** With and without a step where Postgres has both. */
export const seriesFunctions: readonly TableFunctionRow[] = series.flatMap(({oids, type, step, rows}) => {
  const row = (oid: number, args: readonly SqlType[]): TableFunctionRow => ({
    oid,
    name: NAME,
    args,
    signature: signatureOf(NAME, args),
    returns: () => [column(NAME, type, false)],
    rows,
    description: 'the values from start to stop, by step',
  });
  const [short, long] = [oids[1], oids[0]];
  return [
    ...(short !== null && step !== INTERVAL ? [row(short, [type, type])] : []),
    row(step === INTERVAL ? short : long!, [type, type, step]),
  ];
});
