// The columnar state by itself: `node bench/run.mjs state`. Million rows a second of group tables, arrangements, probes,
// ordered multisets and sort (a second of CPU), and the bytes that groups take beside those of their Arrow columns.
import {Batch} from '../src/columnar/batch.ts';
import type {Vector} from '../src/columnar/vector.ts';
import {Arrangement} from '../src/dataflow/arrangement/arrangement.ts';
import {type AccumulatorInput, type GroupAccumulator, GroupTable} from '../src/dataflow/arrangement/group-table.ts';
import {OrderedMultiset} from '../src/dataflow/arrangement/ordered-multiset.ts';
import {sortBatches} from '../src/dataflow/arrangement/sort.ts';
import {loadKernels} from '../src/kernels/load.ts';
import type {Address} from '../src/kernels/memory.ts';
import {column, type Schema} from '../src/types/schema.ts';
import {BIGINT, INTEGER, type SqlType, TEXT} from '../src/types/sql-type.ts';

const memory = loadKernels();
const NONE = 0 as Address;
const ROWS = 8192;
const BATCHES = 244;

let seed = 42;
function random(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

type Make = (row: number) => number;

function integers(type: SqlType, first: number, make: Make): Vector {
  const wide = type === BIGINT;
  const values = memory.allocZeroed(ROWS * (wide ? 8 : 4));
  for (let i = 0; i < ROWS; i++) {
    if (wide) memory.i64[(values >>> 3) + i] = BigInt(make(first + i));
    else memory.i32[(values >>> 2) + i] = make(first + i);
  }
  return {type, length: ROWS, values, offsets: NONE, validity: NONE, children: []};
}

function texts(first: number, make: Make): Vector {
  const encoded = Array.from({length: ROWS}, (_, i) => Buffer.from(`key ${String(make(first + i)).padStart(8, '0')}`));
  const values = memory.alloc(encoded.reduce((sum, {length}) => sum + length, 0));
  const offsets = memory.allocZeroed((ROWS + 1) * 4);
  let end = 0;
  encoded.forEach((bytes, i) => {
    memory.u8.set(bytes, values + end);
    end += bytes.length;
    memory.u32[(offsets >>> 2) + i + 1] = end;
  });
  return {type: TEXT, length: ROWS, values, offsets, validity: NONE, children: []};
}

const vectorOf = (type: SqlType, first: number, make: Make) =>
  type === TEXT ? texts(first, make) : integers(type, first, make);

function batches(columns: readonly (readonly [SqlType, Make])[], count = BATCHES): {schema: Schema; list: Batch[]} {
  const schema = columns.map(([type], i) => column(`c${i}`, type, false));
  const list = Array.from(
    {length: count},
    (_, b) =>
      new Batch(memory, {
        schema,
        length: ROWS,
        columns: columns.map(([type, make]) => vectorOf(type, b * ROWS, make)),
      }),
  );
  return {schema, list};
}

function negated(batch: Batch): Batch {
  const weights = memory.alloc(ROWS * 8);
  memory.kernels.fill_fixed8(weights, -1n, ROWS);
  const negative = batch.pick(
    batch.schema,
    batch.schema.map((_, i) => i),
  );
  return new Batch(memory, {schema: batch.schema, length: ROWS, columns: negative.columns, weights});
}

/** CPU time of one thread, whatever else the machine does; the best of `repeat` runs. */
function report(name: string, rows: number, run: () => void, note = '', repeat = 1): void {
  let seconds = Infinity;
  for (let i = 0; i < repeat; i++) {
    const start = process.cpuUsage();
    run();
    const {user, system} = process.cpuUsage(start);
    seconds = Math.min(seconds, (user + system) / 1e6);
  }
  console.log(`${name.padEnd(58)} ${(rows / seconds / 1e6).toFixed(1).padStart(7)} M/s  ${note}`);
}

function groupBy(name: string, keys: readonly (readonly [SqlType, Make])[], arrowBytes: number): void {
  const {schema, list} = batches([...keys, [INTEGER, () => random(1000)], [BIGINT, () => random(1e6)]]);
  const argument = keys.length;
  const accumulators: GroupAccumulator[] = [
    {accumulator: {kind: 'count', of: 'rows'}, argument: null, everyRow: true},
    {accumulator: {kind: 'sum64'}, argument: INTEGER},
    {accumulator: {kind: 'minmax', order: 'max'}, argument: BIGINT},
  ];
  const inputs: AccumulatorInput[] = [
    {argument: null, filter: null},
    {argument, filter: null},
    {argument: argument + 1, filter: null},
  ];
  const numbers = keys.map((_, i) => i);
  const table = new GroupTable(memory, schema.slice(0, keys.length), accumulators);
  const all = () => list.forEach(batch => table.update(batch, numbers, inputs));
  report(`${name}: first fill`, BATCHES * ROWS, all);
  const per = (table.bytes / table.groups).toFixed(1);
  report(`${name}: flush of all groups`, table.groups, () => {
    for (const changes of table.changes()) changes.release();
  });
  table.endTick();
  report(
    `${name}: update, one tick`,
    BATCHES * ROWS,
    all,
    `${table.groups} groups, ${per} bytes each (Arrow ${arrowBytes})`,
  );
  table.endTick();
  report(`${name}: update, a tick a batch`, BATCHES * ROWS, () =>
    list.forEach(batch => {
      table.update(batch, numbers, inputs);
      table.endTick();
    }),
  );
  table.close();
  list.forEach(batch => batch.release());
}

/** State of a group-by with count and sum, beside its Arrow columns; `nullable`: the values may be NULL. */
function stateSize(key: SqlType, keyBytes: number, nullable: boolean): void {
  const {schema, list} = batches(
    [
      [key, row => row],
      [INTEGER, () => random(1000)],
    ],
    122,
  );
  for (const sum of [{kind: 'sum64'}, {kind: 'sum128', scale: 0}] as const) {
    const table = new GroupTable(
      memory,
      [schema[0]],
      [
        {accumulator: {kind: 'count', of: 'rows'}, argument: null, everyRow: true},
        {accumulator: sum, argument: INTEGER},
        {accumulator: {kind: 'count', of: 'nonNull'}, argument: INTEGER, everyRow: !nullable},
      ],
    );
    const inputs = [
      {argument: null, filter: null},
      {argument: 1, filter: null},
      {argument: 1, filter: null},
    ];
    for (const batch of list) {
      table.update(batch, [0], inputs);
      table.endTick();
    }
    const arrow = keyBytes + 8 + (sum.kind === 'sum64' ? 8 : 16);
    const own = table.bytes / table.groups;
    console.log(
      `state of ${key.kind} key, count, ${sum.kind} of ${nullable ? 'nullable' : 'NOT NULL'} values: ${own.toFixed(1)} bytes a group, ${(own / arrow).toFixed(2)} × its Arrow columns (${arrow})`,
    );
    table.close();
  }
  list.forEach(batch => batch.release());
}

function arrangements(): void {
  const {schema, list} = batches(
    [
      [BIGINT, row => row],
      [BIGINT, row => row % 100000],
      [TEXT, row => row],
    ],
    122,
  );
  const rows = 122 * ROWS;
  const negative = list.map(negated);
  for (const monotonic of [true, false]) {
    const name = monotonic ? 'arrangement, monotonic' : 'arrangement';
    const arrangement = new Arrangement(memory, schema, [0], {monotonic});
    report(`${name}: append`, rows, () => list.forEach(batch => arrangement.append(batch)));
    arrangement.endTick();
    const first = [...arrangement.probe('after', list[0], [0])].length;
    report(`${name}: probe, 1 match (${first} chunk)`, rows, () => probeAll(arrangement, list, [0]));
    console.log(`${name}: ${(arrangement.bytes / arrangement.rows).toFixed(1)} bytes a row`);
    const byGroup = arrangement.index([1]);
    probeAll(byGroup as Arrangement, list.slice(0, 1), [1]);
    report(`${name}: probe, 10 matches`, rows * 10, () => probeAll(byGroup as Arrangement, list, [1]));
    if (!monotonic) {
      report(`${name}: retract and insert again`, rows * 2, () =>
        list.forEach((batch, i) => {
          arrangement.append(negative[i]);
          arrangement.append(batch);
          arrangement.endTick();
        }),
      );
      report(`${name}: snapshot`, rows, () => arrangement.snapshot().release());
      report(`${name}: retract all`, rows, () => negative.forEach(batch => arrangement.append(batch)));
      arrangement.endTick();
    }
    arrangement.close();
  }
  [...list, ...negative].forEach(batch => batch.release());
}

function probeAll(arrangement: Pick<Arrangement, 'probe'>, list: readonly Batch[], columns: readonly number[]): void {
  for (const batch of list) for (const pairs of arrangement.probe('after', batch, columns)) void pairs.count;
}

function ordered(): void {
  const {schema, list} = batches(
    [
      [BIGINT, () => random(10000)],
      [BIGINT, () => random(1e9)],
    ],
    30,
  );
  const rows = new OrderedMultiset(memory, schema, {
    partition: [0],
    order: [{column: 1, descending: true, nullsFirst: false}],
    limit: 1n,
    offset: 0n,
  });
  report('ordered multiset, 10 k groups: append', 30 * ROWS, () => list.forEach(batch => rows.append(batch)));
  rows.endTick();
  const negative = list.map(negated);
  report('ordered multiset: retract, with changes', 30 * ROWS, () =>
    negative.forEach(batch => {
      rows.append(batch);
      for (const change of rows.changes()) change.release();
      rows.endTick();
    }),
  );
  rows.close();
  [...list, ...negative].forEach(batch => batch.release());
}

function sorting(): void {
  const {list} = batches(
    [
      [BIGINT, () => random(1e9)],
      [TEXT, () => random(1e6)],
    ],
    122,
  );
  for (const [name, column] of [
    ['bigint', 0],
    ['text', 1],
  ] as const) {
    report(`sort by ${name}, limit 10`, 122 * ROWS, () =>
      sortBatches(memory, list, [{column, descending: false, nullsFirst: false}], 10).forEach(batch => batch.release()),
    );
  }
  list.forEach(batch => batch.release());
}

const many =
  (groups: number): Make =>
  () =>
    random(groups);
groupBy('group by bigint, 5 k groups', [[BIGINT, many(5000)]], 8 + 8 + 8 + 8);
groupBy(
  'group by bigint, integer, 5 k groups',
  [
    [BIGINT, many(100)],
    [INTEGER, many(50)],
  ],
  36,
);
groupBy('group by bigint, 1 M groups', [[BIGINT, many(1e6)]], 32);
groupBy(
  'group by bigint, integer, 1 M groups',
  [
    [BIGINT, many(10000)],
    [INTEGER, many(100)],
  ],
  36,
);
groupBy('group by text, 5 k groups', [[TEXT, many(5000)]], 40);
groupBy('group by text, 1 M groups', [[TEXT, many(1e6)]], 40);
for (const nullable of [true, false]) {
  stateSize(TEXT, 12 + 4, nullable);
  stateSize(INTEGER, 4, nullable);
}
arrangements();
ordered();
sorting();
