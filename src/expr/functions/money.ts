import {type Decimal, decimalToBigint} from '../../types/decimal.ts';
import {BIGINT, DOUBLE, INTEGER, MONEY, NUMERIC, REAL, SMALLINT, type SqlType, TEXT} from '../../types/sql-type.ts';
import {fitted} from '../casts.ts';
import {cast, func, operator} from '../define.ts';
import type {CallContext, FunctionRow} from '../function-row.ts';
import {SqlError} from '../../types/sql-error.ts';
import {roundHalfEven} from './float.ts';
import {divisionByZero, int8, outOfRange} from './ranges.ts';

// Amounts of money, in hundredths.

type Two = readonly [bigint, bigint];

/** Errors: 22003. */
function inRange(amount: bigint): bigint {
  if (amount !== BigInt.asIntN(64, amount)) throw outOfRange('money');
  return amount;
}

/** Errors: 22003. */
function ofFloat(amount: number): bigint {
  if (!(Math.abs(amount) < 2 ** 63)) throw outOfRange('money');
  return BigInt(roundHalfEven(amount));
}

const integers: readonly SqlType[] = [SMALLINT, INTEGER, BIGINT];
const floats: readonly SqlType[] = [REAL, DOUBLE];

function times(type: SqlType): FunctionRow[] {
  const product = floats.includes(type)
    ? (amount: bigint, by: number | bigint) => ofFloat(Number(amount) * Number(by))
    : (amount: bigint, by: number | bigint) => inRange(amount * BigInt(by));
  const quotient = floats.includes(type)
    ? (amount: bigint, by: number | bigint) => ofFloat(Number(amount) / Number(by))
    : (amount: bigint, by: number | bigint) => amount / BigInt(by);
  return [
    operator('*', [MONEY, type], MONEY, 'so many times the amount', ([a, by]: readonly [bigint, number | bigint]) =>
      product(a, by),
    ),
    operator('*', [type, MONEY], MONEY, 'so many times the amount', ([by, a]: readonly [number | bigint, bigint]) =>
      product(a, by),
    ),
    operator('/', [MONEY, type], MONEY, 'a part of the amount', ([a, by]: readonly [bigint, number | bigint]) => {
      if (Number(by) === 0) throw divisionByZero();
      return quotient(a, by);
    }),
  ];
}

const small = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A number below a thousand. */
function hundreds(value: number): string {
  const below = (rest: number): string => {
    if (rest < 20) return small[rest];
    return rest % 10 === 0 ? tens[rest / 10] : `${tens[Math.floor(rest / 10)]} ${small[rest % 10]}`;
  };
  if (value < 100) return below(value);
  const head = `${small[Math.floor(value / 100)]} hundred`;
  const rest = value % 100;
  if (rest === 0) return head;
  // Only whole tens and small numbers are joined by a word.
  return rest < 20 || rest % 10 === 0 ? `${head} and ${below(rest)}` : `${head} ${below(rest)}`;
}

const groups = ['quadrillion', 'trillion', 'billion', 'million', 'thousand', ''];

function inWords(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  const dollars = size / 100n;
  const words = amount < 0n ? ['minus'] : [];
  groups.forEach((name, i) => {
    const group = Number((dollars / 1000n ** BigInt(groups.length - 1 - i)) % 1000n);
    // As Postgres writes it: a blank stands behind each such word, whatever follows.
    if (group > 0) words.push(name === '' ? hundreds(group) : `${hundreds(group)} ${name}`);
    else if (name === '' && dollars > 0n) words.push('');
  });
  if (dollars === 0n) words.push('zero');
  const cents = Number(size % 100n);
  const text = `${words.join(' ')} ${dollars === 1n ? 'dollar' : 'dollars'} and ${hundreds(cents)} ${cents === 1 ? 'cent' : 'cents'}`;
  return text[0].toUpperCase() + text.slice(1);
}

function ofDecimal([value]: readonly [Decimal]): bigint {
  if (value.special)
    throw new SqlError('0A000', `cannot convert ${value.special === 'NaN' ? 'NaN' : 'infinity'} to bigint`);
  return int8(decimalToBigint({coefficient: value.coefficient * 100n, scale: value.scale})!);
}

const stable = {volatility: 'stable'} as const;

export const moneyRows: readonly FunctionRow[] = [
  operator('+', [MONEY, MONEY], MONEY, 'sum', ([a, b]: Two) => inRange(a + b)),
  operator('-', [MONEY, MONEY], MONEY, 'difference', ([a, b]: Two) => inRange(a - b)),
  operator('/', [MONEY, MONEY], DOUBLE, 'how often one goes into the other', ([a, b]: Two) => {
    if (b === 0n) throw divisionByZero();
    return Number(a) / Number(b);
  }),
  ...[...integers, ...floats].flatMap(times),
  func('cash_words', [MONEY], TEXT, 'the amount in words', ([amount]: readonly [bigint]) => inWords(amount)),
  cast(
    MONEY,
    NUMERIC,
    'assignment',
    ([amount]: readonly [bigint], context: CallContext) => fitted({coefficient: amount, scale: 2}, context),
    stable,
  ),
  cast(NUMERIC, MONEY, 'assignment', ofDecimal, stable),
  ...[INTEGER, BIGINT].map(type =>
    cast(type, MONEY, 'assignment', ([value]: readonly [number | bigint]) => int8(BigInt(value) * 100n), stable),
  ),
];
