import type {Datum} from '../../types/datum.ts';
import {
  BIGINT,
  BIT,
  BOOLEAN,
  BYTEA,
  CHAR,
  DATE,
  DOUBLE,
  INET,
  INTEGER,
  INTERVAL,
  JSONB,
  MACADDR,
  MACADDR8,
  TSVECTOR,
  MONEY,
  NAME,
  NUMERIC,
  OID,
  REAL,
  sameKind,
  SMALLINT,
  type SqlType,
  TEXT,
  TIME,
  TIMESTAMP,
  TIMESTAMPTZ,
  TIMETZ,
  UUID,
  VARBIT,
} from '../../types/sql-type.ts';
import {SqlError} from '../../types/sql-error.ts';
import {formatDatum} from '../../types/io/registry.ts';
import {kindName} from '../../types/type-names.ts';
import {compareFloats, datumOrder, type DatumOrder} from '../datum-order.ts';
import {compareDecimals} from '../decimal-kernels.ts';
import {operator} from '../define.ts';
import type {CallContext, FunctionRow, ParameterType} from '../function-row.ts';
import type {KernelTwin} from '../kernel-twin.ts';
import {dateToTimestamp, dateToTimestamptz, timestampToTimestamptz} from '../time/conversions.ts';

// = <> < <= > >= of every type that has an order, and of the pairs of types that Postgres compares directly.

type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

const comparisons: Readonly<Record<Comparison, {readonly says: string; readonly holds: (order: number) => boolean}>> = {
  '=': {says: 'equal', holds: order => order === 0},
  '<>': {says: 'not equal', holds: order => order !== 0},
  '<': {says: 'less', holds: order => order < 0},
  '<=': {says: 'less or equal', holds: order => order <= 0},
  '>': {says: 'greater', holds: order => order > 0},
  '>=': {says: 'greater or equal', holds: order => order >= 0},
};

/** Every order is total, so that <>, >= and <= are the negations of =, < and >. */
const primitives: Readonly<Record<Comparison, {readonly test: 'eq' | 'lt' | 'gt'; readonly negate: boolean}>> = {
  '=': {test: 'eq', negate: false},
  '<>': {test: 'eq', negate: true},
  '<': {test: 'lt', negate: false},
  '>=': {test: 'lt', negate: true},
  '>': {test: 'gt', negate: false},
  '<=': {test: 'gt', negate: true},
};

const flipped = {eq: 'eq', lt: 'gt', gt: 'lt'} as const;

function compareTwin(symbol: Comparison, lane: string, operands?: readonly SqlType[]): KernelTwin {
  const {test, negate} = primitives[symbol];
  return {
    export: `compare_${test}_${lane}` as KernelTwin['export'],
    flip: `compare_${flipped[test]}_${lane}` as KernelTwin['export'],
    shape: lane === 'bytes' ? 'bytesCompare' : 'compare',
    negate,
    operands,
  };
}

type Family = {
  readonly type: SqlType;
  /** The lanes that the kernels compare; null: no kernel. */
  readonly lane: string | null;
};

const families: readonly Family[] = [
  {type: BOOLEAN, lane: 'bit'},
  {type: SMALLINT, lane: 'i16'},
  {type: INTEGER, lane: 'i32'},
  {type: BIGINT, lane: 'i64'},
  {type: REAL, lane: 'f32'},
  {type: DOUBLE, lane: 'f64'},
  {type: TEXT, lane: 'bytes'},
  {type: NAME, lane: 'bytes'},
  {type: CHAR, lane: 'bytes'},
  {type: BYTEA, lane: 'bytes'},
  {type: {kind: 'bpchar'}, lane: null},
  {type: DATE, lane: 'i32'},
  {type: TIME, lane: 'i64'},
  {type: TIMETZ, lane: 'bytes'},
  {type: BIT, lane: 'bytes'},
  {type: VARBIT, lane: 'bytes'},
  {type: MONEY, lane: 'i64'},
  {type: TIMESTAMP, lane: 'i64'},
  {type: TIMESTAMPTZ, lane: 'i64'},
  {type: INTERVAL, lane: 'interval'},
  {type: UUID, lane: 'uuid'},
  {type: OID, lane: 'i64'},
  {type: {kind: 'tid'}, lane: 'i64'},
  {type: {kind: 'xid8'}, lane: 'i64'},
  {type: {kind: 'pg_lsn'}, lane: 'i64'},
  {type: INET, lane: 'bytes'},
  {type: MACADDR, lane: 'bytes'},
  {type: MACADDR8, lane: 'bytes'},
  {type: TSVECTOR, lane: 'bytes'},
  {type: JSONB, lane: null},
];

const symbols = Object.keys(comparisons) as Comparison[];

type Two = readonly [Datum, Datum];

/** Pairs of different types; `order` compares them, the kernel takes them as `operands`. */
type Pair = {
  readonly left: SqlType;
  readonly right: SqlType;
  readonly order: (a: Datum, b: Datum, context: CallContext) => number;
  readonly lane?: string;
  readonly operands?: readonly SqlType[];
  readonly stable?: boolean;
};

const integers: DatumOrder = (a, b) => (a! < b! ? -1 : a! > b! ? 1 : 0);

const pairs: readonly Pair[] = [
  ...integerPair(SMALLINT, INTEGER, 'i32'),
  ...integerPair(SMALLINT, BIGINT, 'i64'),
  ...integerPair(INTEGER, BIGINT, 'i64'),
  ...both({
    left: REAL,
    right: DOUBLE,
    order: (a, b) => compareFloats(a as number, b as number),
    lane: 'f64',
    operands: [DOUBLE, DOUBLE],
  }),
  ...both({left: NAME, right: TEXT, order: datumOrder(TEXT), lane: 'bytes'}),
  ...both({
    left: DATE,
    right: TIMESTAMP,
    order: (a, b) => integers(dateToTimestamp(a as number, true), b),
  }),
  ...both({
    left: DATE,
    right: TIMESTAMPTZ,
    order: (a, b, context) => integers(dateToTimestamptz(a as number, context, true), b),
    stable: true,
  }),
  ...both({
    left: TIMESTAMP,
    right: TIMESTAMPTZ,
    order: (a, b, context) => integers(timestampToTimestamptz(a as bigint, context), b),
    stable: true,
  }),
];

function integerPair(left: SqlType, right: SqlType, lane: string): Pair[] {
  const wide = right;
  return both({left, right, order: integers, lane, operands: [wide, wide]});
}

function both(pair: Pair): Pair[] {
  return [pair, {...pair, left: pair.right, right: pair.left, order: (a, b, context) => -pair.order(b, a, context)}];
}

function pairRows(pair: Pair): FunctionRow[] {
  return symbols.map(symbol => {
    const {says, holds} = comparisons[symbol];
    return operator(symbol, [pair.left, pair.right], BOOLEAN, says, ([a, b]: Two, c) => holds(pair.order(a, b, c)), {
      kernel: pair.lane === undefined ? undefined : compareTwin(symbol, pair.lane, pair.operands),
      volatility: pair.stable ? 'stable' : 'immutable',
    });
  });
}

function familyRows({type, lane}: Family): FunctionRow[] {
  const order = datumOrder(type);
  return symbols.map(symbol => {
    const {says, holds} = comparisons[symbol];
    return operator(symbol, [type, type], BOOLEAN, says, ([a, b]: Two) => holds(order(a, b)), {
      kernel: lane === null ? undefined : compareTwin(symbol, lane),
    });
  });
}

function numericRows(): FunctionRow[] {
  const order = datumOrder(NUMERIC);
  return symbols.map(symbol => {
    const {says, holds} = comparisons[symbol];
    return operator(symbol, [NUMERIC, NUMERIC], BOOLEAN, says, ([a, b]: Two) => holds(order(a, b)), {
      kernel: compareDecimals(lane => compareTwin(symbol, lane)),
    });
  });
}

/** Of arrays, ranges and composites: ordered by the argument's own type. */
function nestedRows(parameter: ParameterType): FunctionRow[] {
  const orders = new WeakMap<SqlType, DatumOrder>();
  const orderOf = (type: SqlType): DatumOrder => {
    let order = orders.get(type);
    if (!order) orders.set(type, (order = datumOrder(type)));
    return order;
  };
  return symbols.map(symbol => {
    const {says, holds} = comparisons[symbol];
    return operator(symbol, [parameter, parameter], BOOLEAN, says, ([a, b]: Two, context) => {
      if (parameter !== 'anyarray') checkSimilar(context.argTypes);
      return holds(orderOf(context.argTypes[0])(a, b));
    });
  });
}

/** Errors: 42804 for composites whose fields have other types, or that have more of them. */
function checkSimilar([left, right]: readonly SqlType[]): void {
  const [a, b] = [left.fields ?? [], right?.fields ?? []];
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (sameKind(a[i].type, b[i].type)) continue;
    const types = `${kindName(a[i].type)} and ${kindName(b[i].type)}`;
    throw new SqlError('42804', `cannot compare dissimilar column types ${types} at record column ${i + 1}`);
  }
  if (a.length !== b.length) {
    throw new SqlError('42804', 'cannot compare record types with different numbers of columns');
  }
}

/** `*=`: whether two composites are written alike, where `=` asks whether they are equal. */
function imageRows(): FunctionRow[] {
  const record: SqlType = {kind: 'record'};
  const alike = ([a, b]: readonly [readonly Datum[], readonly Datum[]], context: CallContext): boolean => {
    checkSimilar(context.argTypes);
    const fields = context.argTypes[0].fields ?? [];
    return fields.every(({type}, i) => formatDatum(type, a[i]) === formatDatum(type, b[i]));
  };
  return [
    operator('*=', [record, record], BOOLEAN, 'written alike', alike),
    operator('*<>', [record, record], BOOLEAN, 'not written alike', (args: never, context) => !alike(args, context)),
  ];
}

/** Of any enum: by the positions of the labels. */
function enumRows(): FunctionRow[] {
  return symbols.map(symbol => {
    const {says, holds} = comparisons[symbol];
    return operator(symbol, ['anyenum', 'anyenum'], BOOLEAN, says, ([a, b]: Two) => holds(integers(a, b)), {
      kernel: compareTwin(symbol, 'i32'),
    });
  });
}

/** xid and cid have equality alone. */
function xidRows(): FunctionRow[] {
  const xid: SqlType = {kind: 'xid'};
  const cid: SqlType = {kind: 'cid'};
  const pairs: readonly (readonly [SqlType, SqlType])[] = [
    [xid, xid],
    [xid, INTEGER],
    [cid, cid],
  ];
  return pairs.flatMap(([left, right]) =>
    (['=', '<>'] as const).map(symbol =>
      operator(symbol, [left, right], BOOLEAN, comparisons[symbol].says, ([a, b]: Two) =>
        comparisons[symbol].holds(integers(a, BigInt(b as number | bigint))),
      ),
    ),
  );
}

export const comparisonRows: readonly FunctionRow[] = [
  ...families.flatMap(familyRows),
  ...numericRows(),
  ...pairs.flatMap(pairRows),
  ...enumRows(),
  ...nestedRows('anyarray'),
  ...nestedRows('anyrange'),
  ...nestedRows('anymultirange'),
  ...nestedRows({kind: 'record'}),
  ...imageRows(),
  ...xidRows(),
];
