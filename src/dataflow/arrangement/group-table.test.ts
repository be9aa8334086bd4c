import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {batchFromRows} from '../../columnar/builder.ts';
import {readRow} from '../../columnar/datum-access.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Accumulator} from '../../expr/aggregates/aggregate-row.ts';
import {loadKernels} from '../../kernels/load.ts';
import type {Datum, Interval} from '../../types/datum.ts';
import {type Decimal, decimalToBytes, isDecimal} from '../../types/decimal.ts';
import {column, type Schema} from '../../types/schema.ts';
import {
  arrayOf,
  BIGINT,
  BOOLEAN,
  DOUBLE,
  INTEGER,
  INTERVAL,
  NUMERIC,
  numericOf,
  REAL,
  SMALLINT,
  type SqlType,
  TEXT,
} from '../../types/sql-type.ts';
import {exactSum} from './exact-sum.fixture.ts';
import {type AccumulatorInput, type GroupChanges, GroupTable} from './group-table.ts';
import {keyOf, rowOf, schemas, valuesOf} from './rows.fixture.ts';

const memory = loadKernels();
const RUNS = {numRuns: 150};

type Case = {
  readonly accumulator: Accumulator;
  readonly argument: SqlType | null;
  readonly filtered: boolean;
  readonly everyRow?: boolean;
};

const linear: readonly Case[] = [
  {accumulator: {kind: 'count', of: 'rows'}, argument: null, filtered: false, everyRow: true},
  {accumulator: {kind: 'count', of: 'rows'}, argument: null, filtered: false},
  {accumulator: {kind: 'count', of: 'rows'}, argument: null, filtered: true},
  {accumulator: {kind: 'count', of: 'nonNull'}, argument: TEXT, filtered: false},
  {accumulator: {kind: 'count', of: 'true'}, argument: BOOLEAN, filtered: false},
  {accumulator: {kind: 'sum64'}, argument: INTEGER, filtered: false},
  {accumulator: {kind: 'sum64'}, argument: SMALLINT, filtered: true},
  {accumulator: {kind: 'sum64'}, argument: BIGINT, filtered: false},
  {accumulator: {kind: 'sum64', part: 'months'}, argument: INTERVAL, filtered: false},
  {accumulator: {kind: 'sum64', part: 'days'}, argument: INTERVAL, filtered: false},
  {accumulator: {kind: 'sum64', part: 'micros'}, argument: INTERVAL, filtered: true},
  {accumulator: {kind: 'sum128', scale: 0}, argument: BIGINT, filtered: false},
  {accumulator: {kind: 'sum128', scale: 0}, argument: INTEGER, filtered: false},
  {accumulator: {kind: 'sum128', scale: 2}, argument: numericOf(10, 2), filtered: true},
  {accumulator: {kind: 'sum128', scale: 5}, argument: numericOf(38, 5), filtered: false},
  {accumulator: {kind: 'exactFloat', width: 64}, argument: DOUBLE, filtered: false},
  {accumulator: {kind: 'exactFloat', width: 32}, argument: REAL, filtered: false},
  {accumulator: {kind: 'specials'}, argument: DOUBLE, filtered: false},
  {accumulator: {kind: 'specials'}, argument: numericOf(10, 2), filtered: false},
  {accumulator: {kind: 'specials'}, argument: numericOf(38, 5), filtered: true},
  {accumulator: {kind: 'decimalSum'}, argument: NUMERIC, filtered: false},
];

const extremes: readonly Case[] = [
  INTEGER,
  SMALLINT,
  BIGINT,
  REAL,
  DOUBLE,
  TEXT,
  NUMERIC,
  numericOf(30, 5),
  INTERVAL,
  BOOLEAN,
].flatMap((argument): Case[] => [
  {accumulator: {kind: 'minmax', order: 'min'}, argument, filtered: false},
  {accumulator: {kind: 'minmax', order: 'max'}, argument, filtered: true},
]);

/** Wider than `valuesOf`: sums that overflow, floats far apart. */
function argumentsOf(type: SqlType): fc.Arbitrary<Datum> {
  switch (type.kind) {
    case 'bigint':
      return fc.oneof(fc.bigInt(-5n, 5n), fc.constantFrom(2n ** 63n - 1n, -(2n ** 63n)));
    case 'integer':
      return fc.integer();
    case 'double precision':
      return fc.oneof(
        fc.double(),
        fc.constantFrom(0.1, 0.2, 1e16, 1, 2, 3, 2 ** 53, -(2 ** 53), 5e-324, 1e308),
        fc.tuple(fc.constantFrom(-1, 1), fc.integer({min: -80, max: 80})).map(([sign, e]) => sign * 2 ** e),
      );
    case 'real':
      return fc.oneof(fc.float(), fc.constantFrom(...[0.1, 0.7, 16777216, 1, 3e38].map(Math.fround)));
    case 'numeric':
      if (!type.digits) {
        return fc.oneof(
          fc.record({coefficient: fc.bigInt(-(10n ** 20n), 10n ** 20n), scale: fc.constantFrom(0, 1, 2, 9, 40)}),
          fc.constantFrom<Datum>(...valuesOf(type)),
          fc
            .constantFrom<Decimal['special']>('NaN', 'Infinity', '-Infinity')
            .map(special => ({coefficient: 0n, scale: 0, special})),
        );
      }
      return fc
        .bigInt(-(10n ** BigInt(type.digits.precision)) + 1n, 10n ** BigInt(type.digits.precision) - 1n)
        .map(coefficient => ({coefficient, scale: type.digits!.scale}));
    default:
      return fc.constantFrom(...valuesOf(type));
  }
}

type Row = {readonly key: Datum[]; readonly values: Datum[]; readonly filter: boolean | null; readonly weight: bigint};

function rows(keys: Schema, cases: readonly Case[], weights: fc.Arbitrary<bigint>): fc.Arbitrary<Row[]> {
  return fc.array(
    fc.record({
      key: rowOf(keys),
      values: fc
        .tuple(...cases.map(({argument}) => fc.option(argumentsOf(argument ?? INTEGER), {freq: 5})))
        .map(v => [...v]),
      filter: fc.constantFrom(true, true, false, null),
      weight: weights,
    }),
    {maxLength: 10},
  );
}

/** Feeds rows of (filter, arguments…, keys…). */
class Fixture {
  readonly table: GroupTable;
  private readonly schema: Schema;
  private readonly keys: readonly number[];
  private readonly inputs: readonly AccumulatorInput[];

  constructor(keys: Schema, cases: readonly Case[]) {
    this.table = new GroupTable(memory, keys, cases);
    this.schema = [column('filter', BOOLEAN), ...cases.map(({argument}) => column('x', argument ?? INTEGER)), ...keys];
    this.keys = keys.map((_, i) => 1 + cases.length + i);
    this.inputs = cases.map(({argument, filtered}, i) => ({
      argument: argument === null ? null : i + 1,
      filter: filtered ? 0 : null,
    }));
  }

  update(delta: readonly Row[]): void {
    const batch = batchFromRows(
      memory,
      this.schema,
      delta.map(({filter, values, key}) => [filter, ...values, ...key]),
      delta.map(({weight}) => weight),
    );
    this.table.update(batch, this.keys, this.inputs);
    batch.release();
  }
}

/** Group key → what the rows of the group come to. */
type Groups = Map<string, {weight: bigint; values: Datum[] | 'out of range'}>;

function groupsOf(all: readonly Row[], cases: readonly Case[]): Groups {
  const byKey = new Map<string, Row[]>();
  for (const row of all) byKey.set(keyOf(row.key), [...(byKey.get(keyOf(row.key)) ?? []), row]);
  const groups: Groups = new Map();
  for (const [key, members] of byKey) {
    const weight = members.reduce((sum, row) => sum + row.weight, 0n);
    if (weight === 0n) continue;
    const values = cases.map((one, i) => expectedValue(one, i, members));
    groups.set(key, {weight, values: values.some(value => value === undefined) ? 'out of range' : (values as Datum[])});
  }
  return groups;
}

/** undefined: out of range. */
function expectedValue({accumulator, argument, filtered}: Case, i: number, members: readonly Row[]): Datum | undefined {
  const counted = members.filter(row => !filtered || row.filter === true);
  const given = counted.filter(row => row.values[i] !== null).map(({values, weight}) => ({x: values[i], weight}));
  const total = (of: readonly {weight: bigint}[]) => of.reduce((sum, {weight}) => sum + weight, 0n);
  const sum = (value: (x: Datum) => bigint) => given.reduce((result, {x, weight}) => result + value(x) * weight, 0n);
  switch (accumulator.kind) {
    case 'count':
      if (accumulator.of === 'rows') return total(counted);
      return total(accumulator.of === 'true' ? given.filter(({x}) => x === true) : given);
    case 'sum64': {
      const part = accumulator.part ?? 'micros';
      const exact = sum(x => BigInt(argument === INTERVAL ? (x as Interval)[part] : (x as number | bigint)));
      return BigInt.asIntN(64, exact) === exact ? exact : undefined;
    }
    case 'sum128': {
      const exact = sum(x => (typeof x === 'object' ? (x as Decimal).coefficient : BigInt(x as number | bigint)));
      return BigInt.asIntN(128, exact) === exact ? {coefficient: exact, scale: accumulator.scale} : undefined;
    }
    case 'exactFloat':
      return exactSum(given as {x: number; weight: bigint}[], accumulator.width as 32 | 64);
    case 'specials':
      return total(given.filter(({x}) => (isDecimal(x) ? x.special !== undefined : !Number.isFinite(x))));
    case 'decimalSum':
      return decimalSum(given as {x: Decimal; weight: bigint}[]);
    case 'minmax':
      return extreme(
        given.filter(({weight}) => weight > 0n).map(({x}) => x),
        accumulator.order,
      );
  }
}

function decimalSum(given: readonly {x: Decimal; weight: bigint}[]): Decimal {
  const special = (kind: Decimal['special']) =>
    given.reduce((sum, {x, weight}) => (x.special === kind ? sum + weight : sum), 0n) > 0n;
  if (special('NaN') || (special('Infinity') && special('-Infinity')))
    return {coefficient: 0n, scale: 0, special: 'NaN'};
  for (const kind of ['Infinity', '-Infinity'] as const)
    if (special(kind)) return {coefficient: 0n, scale: 0, special: kind};
  const scales = new Map<number, bigint>();
  let coefficient = 0n;
  for (const {x, weight} of given) {
    if (x.special) continue;
    scales.set(x.scale, (scales.get(x.scale) ?? 0n) + weight);
    coefficient += x.coefficient * 10n ** BigInt(60 - x.scale) * weight;
  }
  const scale = Math.max(0, ...[...scales].filter(([, weight]) => weight > 0n).map(([s]) => s));
  return {coefficient: coefficient / 10n ** BigInt(60 - scale), scale};
}

function extreme(values: readonly Datum[], order: 'min' | 'max'): Datum {
  const rank = (x: Datum): number | bigint | string => {
    if (typeof x === 'number' || typeof x === 'bigint' || typeof x === 'string') return x;
    if (typeof x === 'boolean') return Number(x);
    if (x !== null && typeof x === 'object' && 'micros' in x) {
      return BigInt(x.months * 30 + x.days) * 86400000000n + x.micros;
    }
    const {coefficient, scale, special} = x as Decimal;
    if (special === 'NaN') return 10n ** 200n;
    if (special) return special === 'Infinity' ? 10n ** 199n : -(10n ** 199n);
    return coefficient * 10n ** BigInt(50 - scale);
  };
  const less = (a: Datum, b: Datum) => {
    if (Number.isNaN(a) || Number.isNaN(b)) return !Number.isNaN(a);
    return typeof a === 'string' ? Buffer.compare(Buffer.from(a), Buffer.from(b as string)) < 0 : rank(a) < rank(b);
  };
  let best: Datum = null;
  for (const x of values) if (best === null || (order === 'min' ? less(x, best) : less(best, x))) best = x;
  return best;
}

/** NULL of a sum over no rows is `finish`'s business: empty sums are 0 here as they are there. */
function readSide(changes: GroupChanges, side: 'before' | 'after', accumulators: number): Groups {
  const {weights, accumulators: vectors, overflow} = changes[side];
  const groups: Groups = new Map();
  expect(vectors.length).toBe(accumulators);
  for (let i = 0; i < changes.count; i++) {
    const weight = memory.i64[(weights >>> 3) + i];
    if (weight === 0n) continue;
    const out = overflow !== 0 && memory.u8[overflow + i] !== 0;
    groups.set(keyOf(readRow(memory, changes.keys, i)), {
      weight,
      values: out ? 'out of range' : readRow(memory, vectors as Vector[], i),
    });
  }
  return groups;
}

function collect(chunks: Iterable<GroupChanges>, accumulators: number): {before: Groups; after: Groups} {
  const before: Groups = new Map();
  const after: Groups = new Map();
  for (const changes of chunks) {
    for (const [key, group] of readSide(changes, 'before', accumulators)) before.set(key, group);
    for (const [key, group] of readSide(changes, 'after', accumulators)) after.set(key, group);
    changes.release();
  }
  return {before, after};
}

/** Comparable with toEqual: -0 and 0, and a decimal's scale where it is in the bytes. */
function plain(groups: Groups): unknown {
  const value = (x: Datum): unknown => {
    if (typeof x === 'number') return x === 0 ? '0' : String(x);
    if (x !== null && typeof x === 'object' && 'coefficient' in x)
      return Buffer.from(decimalToBytes(x)).toString('hex');
    return keyOf([x]);
  };
  return [...groups]
    .map(([key, {weight, values}]) => [key, weight, values === 'out of range' ? values : values.map(value)])
    .sort(([a], [b]) => (a! < b! ? -1 : 1));
}

function changed(before: Groups, after: Groups): {before: Groups; after: Groups} {
  const same = (key: string) =>
    JSON.stringify(plain(new Map([[key, before.get(key)!]]) as Groups), bigints) ===
    JSON.stringify(plain(new Map([[key, after.get(key)!]]) as Groups), bigints);
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter(
    key => !(before.has(key) && after.has(key)) || !same(key),
  );
  const pick = (from: Groups) => new Map(keys.filter(key => from.has(key)).map(key => [key, from.get(key)!]));
  return {before: pick(before), after: pick(after)};
}

const bigints = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}` : value);

function withoutLeak(use: () => void): void {
  const before = memory.stats();
  use();
  expect(memory.stats().liveBuffers).toBe(before.liveBuffers);
  expect(memory.stats().liveBytes).toBe(before.liveBytes);
}

function checkHistory(cases: readonly Case[], weights: fc.Arbitrary<bigint>): void {
  const histories = schemas(0).chain(keys =>
    fc.tuple(
      fc.constant(keys),
      fc
        .subarray([...cases], {maxLength: 6})
        .chain(some =>
          fc.tuple(fc.constant(some), fc.array(fc.array(rows(keys, some, weights), {maxLength: 3}), {maxLength: 4})),
        ),
    ),
  );
  fc.assert(
    fc.property(histories, fc.boolean(), ([keys, [some, ticks]], restart) =>
      withoutLeak(() => {
        let fixture = new Fixture(keys, some);
        const all: Row[] = [];
        for (const tick of ticks) {
          const before = groupsOf(all, some);
          for (const delta of tick) {
            fixture.update(delta);
            all.push(...delta);
          }
          const after = groupsOf(all, some);
          expect(fixture.table.groups).toBe(after.size);
          const expected = changed(before, after);
          const found = collect(fixture.table.changes({touched: true}), some.length);
          const reported = changed(found.before, found.after);
          expect(plain(reported.before)).toEqual(plain(expected.before));
          expect(plain(reported.after)).toEqual(plain(expected.after));
          const only = collect(fixture.table.changes(), some.length);
          for (const key of expected.after.keys()) expect(only.after.has(key)).toBe(true);
          for (const key of expected.before.keys()) expect(only.before.has(key)).toBe(true);
          fixture.table.endTick();
          if (restart) fixture = restarted(fixture, keys, some);
          expect(plain(collect(fixture.table.all(), some.length).after)).toEqual(plain(after));
          expect(collect(fixture.table.changes(), some.length).after.size).toBe(0);
        }
        fixture.table.close();
      }),
    ),
    RUNS,
  );
}

function restarted(old: Fixture, keys: Schema, cases: readonly Case[]): Fixture {
  const fresh = new Fixture(keys, cases);
  const segments = old.table.segments();
  fresh.table.restore(segments.map(segment => ({...segment, bytes: old.table.writeSegment(segment.segment)})));
  expect(fresh.table.segments()).toEqual(segments);
  old.table.close();
  return fresh;
}

describe('group table', () => {
  it('keeps linear accumulators exactly under insertions and deletions', () =>
    checkHistory(linear, fc.constantFrom(1n, 1n, 2n, -1n, -1n, 0n, 2n ** 40n, -(2n ** 40n))));

  it('keeps linear accumulators of plain insertions', () => checkHistory(linear, fc.constant(1n)));

  it('keeps the least and greatest values of an input that only grows', () =>
    checkHistory([...extremes, linear[0], linear[17]], fc.constantFrom(1n, 1n, 2n, 0n)));

  it('takes great weights', () => checkHistory(linear, fc.constantFrom(1n, -1n, 2n ** 55n + 1n, -(2n ** 55n) - 7n)));

  it('groups what GROUP BY equates, and nothing else', () => {
    const numeric = (coefficient: bigint, scale: number): Datum => ({coefficient, scale});
    const span = (months: number, days: number, micros: bigint): Datum => ({months, days, micros});
    const cases: [SqlType, Datum[][]][] = [
      [DOUBLE, [[0, -0], [NaN, -NaN], [1], [-1], [null, null]]],
      [REAL, [[0, -0], [NaN, -NaN], [1], [-1]]],
      [
        NUMERIC,
        [
          [numeric(0n, 0), numeric(0n, 5)],
          [numeric(10n, 1), numeric(1n, 0), numeric(100000n, 5)],
          [numeric(-1n, 0)],
          [numeric(1n, 4)],
          [numeric(10000n, 0), numeric(100000n, 1)],
        ],
      ],
      [
        INTERVAL,
        [
          [span(1, 0, 0n), span(0, 30, 0n), span(0, 29, 86400000000n)],
          [span(-1, 0, 0n), span(0, -30, 0n), span(0, -31, 86400000000n)],
          [span(0, 0, 1n)],
        ],
      ],
      [
        arrayOf(NUMERIC),
        [
          [
            [numeric(10n, 1), null],
            [numeric(1n, 0), null],
          ],
          [[null, numeric(1n, 0)]],
          [[]],
          [null],
        ],
      ],
    ];
    for (const [type, classes] of cases) {
      const fixture = new Fixture([column('k', type)], []);
      const rowsOf = (value: Datum): Row => ({key: [value], values: [], filter: true, weight: 1n});
      fixture.update(classes.flat().map(rowsOf));
      fixture.update(classes.flat().reverse().map(rowsOf));
      const weights = [...collect(fixture.table.all(), 0).after.values()].map(({weight}) => Number(weight));
      expect(weights.sort()).toEqual(classes.map(({length}) => 2 * length).sort());
      fixture.table.close();
    }
  });

  it('keeps floats of any distance apart', () => {
    const cases: Case[] = [{accumulator: {kind: 'exactFloat', width: 64}, argument: DOUBLE, filtered: false}];
    for (const large of [3 * 2 ** 70, -3 * 2 ** 70, 2 ** 70, -(2 ** 70)]) {
      for (let e = 0; e < 250; e++) {
        const fixture = new Fixture([], cases);
        const values = [large, 1, 2 ** -e, -large, -1];
        fixture.update(values.slice(0, 3).map(x => ({key: [], values: [x], filter: true, weight: 1n})));
        const sum = () => collect(fixture.table.all(), 1).after.get('[]')!.values[0];
        expect(sum()).toBe(
          exactSum(
            values.slice(0, 3).map(x => ({x, weight: 1n})),
            64,
          ),
        );
        fixture.update(values.slice(3).map(x => ({key: [], values: [x], filter: true, weight: 1n})));
        expect(sum()).toBe(2 ** -e);
        fixture.table.close();
      }
    }
  });

  it('takes back what it added: floats do not drift', () => {
    fc.assert(
      fc.property(fc.array(fc.double({noNaN: true, noDefaultInfinity: true}), {maxLength: 30}), values =>
        withoutLeak(() => {
          const fixture = new Fixture(
            [],
            [{accumulator: {kind: 'exactFloat', width: 64}, argument: DOUBLE, filtered: false}],
          );
          const row = (x: number, weight: bigint): Row => ({key: [], values: [x], filter: true, weight});
          fixture.update([row(0.1, 1n), ...values.map(x => row(x, 1n))]);
          fixture.table.endTick();
          fixture.update([...values].reverse().map(x => row(x, -1n)));
          expect(collect(fixture.table.all(), 1).after.get('[]')!.values).toEqual([0.1]);
          fixture.table.close();
        }),
      ),
      RUNS,
    );
  });

  it('compacts away groups that are gone', () =>
    withoutLeak(() => {
      const keys = [column('k', TEXT)];
      const cases: Case[] = [linear[0], linear[15], linear[18]];
      const fixture = new Fixture(keys, cases);
      const delta = (from: number, to: number, weight: bigint): Row[] =>
        Array.from({length: to - from}, (_, i) => ({
          key: [`key ${from + i}`],
          values: [null, from + i + (i % 2) * 1e300, {coefficient: BigInt(from + i), scale: 1}],
          filter: true,
          weight,
        }));
      for (let i = 0; i < 25000; i += 5000) fixture.update(delta(i, i + 5000, 1n));
      fixture.table.endTick();
      const full = fixture.table.bytes;
      for (let i = 0; i < 20000; i += 5000) fixture.update(delta(i, i + 5000, -1n));
      expect(collect(fixture.table.changes(), 3).before.size).toBe(20000);
      fixture.table.endTick();
      expect(fixture.table.groups).toBe(5000);
      expect(fixture.table.bytes).toBeLessThan(full / 3);
      fixture.update(delta(24990, 25010, 1n));
      const {before, after} = collect(fixture.table.changes(), 3);
      expect([before.size, after.size]).toEqual([10, 20]);
      expect(after.get('["key 24995"]')!.values[0]).toBe(2n);
      fixture.table.endTick();
      const again = restarted(fixture, keys, cases);
      expect(again.table.groups).toBe(5010);
      again.table.close();
    }));

  it('keeps its values store small as better values come', () =>
    withoutLeak(() => {
      const fixture = new Fixture([], [{accumulator: {kind: 'minmax', order: 'max'}, argument: TEXT, filtered: false}]);
      for (let i = 0; i < 5000; i++) {
        const text = String(i).padStart(8, '0');
        fixture.update([{key: [], values: [text], filter: true, weight: 1n}]);
        if (i % 100 === 99) fixture.table.endTick();
      }
      expect(fixture.table.bytes).toBeLessThan(60000);
      expect(collect(fixture.table.all(), 1).after.get('[]')!.values).toEqual(['00004999']);
      fixture.table.close();
    }));
});
