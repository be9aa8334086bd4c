import {beforeEach, expect, test} from 'vitest';
import type {Batch} from '../columnar/batch.ts';
import {formatDelta, parseDelta} from '../columnar/delta-text.ts';
import {loadKernels} from '../kernels/load.ts';
import type {Finish, PhysicalPlan} from '../plan/physical.ts';
import {column} from '../types/schema.ts';
import {BIGINT, INTEGER, TEXT} from '../types/sql-type.ts';
import type {Tick} from '../types/tick.ts';
import {Circuit} from './circuit.ts';
import type {InstallOptions} from './dataflow.ts';
import type {QueryOptions} from './query-run.ts';
import {PlanBuilder, agg, by, call, lit} from './testing/plan-builder.ts';

const memory = loadKernels();
const T = 1;
const schema = [column('k', TEXT), column('v', INTEGER)];

let circuit: Circuit;
let tick = 0;

beforeEach(() => {
  circuit = new Circuit(memory);
  tick = 0;
  circuit.addTable(T, schema);
});

function delta(text: string): Batch {
  return parseDelta(memory, schema, text);
}

function feed(text: string, object = T): void {
  const batch = delta(text);
  circuit.feed(object, batch);
  batch.release();
}

function step(): void {
  tick++;
  while (circuit.step(tick as Tick, 0) === 'more');
}

function change(text: string): void {
  feed(text);
  step();
}

function plan(build: (p: PlanBuilder) => number, finish: Partial<Finish> | null = null): PhysicalPlan {
  const p = new PlanBuilder();
  return p.plan(build(p), finish);
}

function install(object: number, view: PhysicalPlan, options: Partial<InstallOptions> = {}) {
  const dataflow = circuit.install(object, view, {
    name: `v${object}`,
    output: 'materialize',
    onError: 'raise',
    ...options,
  });
  while (dataflow.work(0) === 'more');
  return dataflow;
}

/** All rows of a read, as text without the header. */
function query(read: PhysicalPlan, options: QueryOptions = {}): string[] {
  const run = circuit.query(read, options);
  const batches: Batch[] = [];
  try {
    for (;;) {
      const next = run.next(0);
      if (next === null) break;
      if (next !== 'more') batches.push(next);
    }
    return formatDelta(batches, run.schema).split('\n').slice(1);
  } finally {
    for (const batch of batches) batch.release();
    run.close();
  }
}

function rowsOf(object: number): string[] {
  return query(plan(p => p.input(object, circuit.schemaOf(object))));
}

const countByKey = plan(p => p.aggregate(p.input(T, schema), [0], [agg('count()')]));

test('a view and a view on it move in one tick', () => {
  install(2, countByKey);
  const counts = circuit.schemaOf(2);
  install(
    3,
    plan(p => p.aggregate(p.input(2, counts), [1], [agg('count()')])),
  );
  change('+ a 1\n+ a 2\n+ b 1');
  expect(rowsOf(2)).toEqual(['+ a 2', '+ b 1']);
  expect(rowsOf(3)).toEqual(['+ 1 1', '+ 2 1']);
  change('- a 1');
  expect(rowsOf(2)).toEqual(['+ a 1', '+ b 1']);
  expect(rowsOf(3)).toEqual(['+ 1 2']);
});

test('a view joins a table with a view over it, in the same tick', () => {
  install(2, countByKey);
  install(
    3,
    plan(p => p.join('inner', p.input(T, schema), p.input(2, circuit.schemaOf(2)), {leftKeys: [0], rightKeys: [0]})),
  );
  change('+ a 1\n+ a 2');
  change('+ b 7\n- a 1');
  expect(rowsOf(3)).toEqual(['+ a 2 a 1', '+ b 7 b 1']);
});

test('both sides of a join share the rows of the table', () => {
  change('+ a 1\n+ a 2\n+ b 3');
  const join = plan(p => p.join('inner', p.input(T, schema), p.input(T, schema), {leftKeys: [0], rightKeys: [0]}));
  install(2, join);
  expect(circuit.statistics(2).find(({name}) => name === 'hash join')!.stateBytes).toBe(0);
  change('+ b 4');
  expect(rowsOf(2)).toHaveLength(8);
});

test('what is fed within a tick belongs to the next', () => {
  install(2, countByKey);
  feed('+ a 1');
  expect(circuit.step(1 as Tick, -1)).toBe('more');
  feed('+ a 2');
  expect(() => rowsOf(2)).toThrow('read within a tick');
  while (circuit.step(1 as Tick, 0) === 'more');
  expect(rowsOf(2)).toEqual(['+ a 1']);
  while (circuit.step(2 as Tick, 0) === 'more');
  expect(rowsOf(2)).toEqual(['+ a 2']);
});

test('an error row is raised by reads, also of views above, until the row is gone', () => {
  const divided = plan(p => {
    const input = p.input(T, schema);
    return p.project(input, [p.col(input, 0), call('/(int4,int4)', lit(6, INTEGER), p.col(input, 1))]);
  });
  const view = install(2, divided);
  install(
    3,
    plan(p => p.distinct(p.input(2, circuit.schemaOf(2)))),
  );
  install(4, countByKey);
  change("+ a 2\n+ 'b c' 0\n+ d 0");
  expect(() => rowsOf(2)).toThrow('division by zero');
  try {
    rowsOf(2);
  } catch (error) {
    expect(error).toMatchObject({
      code: '22012',
      fields: {detail: 'Materialized view "v2" has this error for row ("b c",0). 1 more row has an error.'},
    });
  }
  expect(() => rowsOf(3)).toThrow('division by zero');
  expect(rowsOf(4)).toEqual(['+ a 1', "+ 'b c' 1", '+ d 1'].sort());
  expect(circuit.errors(2).map(({row}) => row)).toEqual(['("b c",0)', '(d,0)']);

  view.onError = 'quarantine';
  expect(rowsOf(2)).toEqual(['+ a 3']);
  view.onError = 'raise';

  change("- 'b c' 0\n- d 0\n+ d 3");
  expect(rowsOf(2)).toEqual(['+ a 3', '+ d 2']);
  expect(rowsOf(3)).toEqual(['+ a 3', '+ d 2']);
});

test('an operator that fails stops its view and no other', () => {
  install(
    2,
    plan(p => p.aggregate(p.input(T, schema), [0], [agg('sum(int4)', [1])])),
  );
  const p = new PlanBuilder();
  const input = p.input(T, schema);
  // 2^62 × 4 leaves the range of a weight.
  install(3, p.plan(p.join('inner', input, input, {leftKeys: [0], rightKeys: [0]})));
  change('+ a 1');
  change(`+${2n ** 40n} b 1`);
  expect(circuit.dataflow(3)!.state).toBe('failed');
  expect(() => rowsOf(3)).toThrow('bigint out of range');
  expect(rowsOf(2)).toEqual(['+ a 1', `+ b ${2n ** 40n}`]);
  change('+ c 1');
  expect(rowsOf(2)).toHaveLength(3);
  circuit.drop(3);
});

test('what stands on a view that has failed is no part of a checkpoint, and its reads raise the error', () => {
  const p = new PlanBuilder();
  const input = p.input(T, schema);
  install(2, p.plan(p.join('inner', input, input, {leftKeys: [0], rightKeys: [0]})));
  const joined = circuit.schemaOf(2);
  install(
    3,
    plan(q => q.join('inner', q.input(2, joined), q.input(T, schema), {leftKeys: [0], rightKeys: [0]})),
  );
  change('+ a 1');
  expect(circuit.state(3)).not.toHaveLength(0);
  change(`+${2n ** 40n} a 2`);
  change('+ b 3');
  expect(circuit.dataflow(2)!.state).toBe('failed');
  expect(circuit.state(2)).toHaveLength(0);
  expect(circuit.state(3)).toHaveLength(0);
  expect(() => rowsOf(3)).toThrow('bigint out of range');
  circuit.drop(3);
  circuit.drop(2);
});

test('a view on a view that is still hydrating waits for it', () => {
  const S = 5;
  circuit.addStream(S, schema, {monotonic: true});
  const first = install(
    2,
    plan(p => p.input(S, schema, true)),
  );
  expect(first.state).toBe('hydrating');
  expect(() => rowsOf(2)).toThrow('materialized view "v2" has not been populated');
  const second = install(
    3,
    plan(p => p.aggregate(p.input(2, schema), [0], [agg('count()')])),
  );
  expect(second.state).toBe('waiting');
  expect(second.work(0)).toBe('waiting');

  const history = delta('+ a 1\n+ a 2');
  first.hydrationInput(S)!.push(history);
  history.release();
  feed('+ b 3', S);
  step();
  first.hydrationInput(S)!.complete();
  while (first.work(0) === 'more');
  expect(first.state).toBe('live');
  while (second.work(0) === 'more');
  expect(rowsOf(3)).toEqual(['+ a 2', '+ b 1']);
  feed('+ b 4', S);
  step();
  expect(rowsOf(3)).toEqual(['+ a 2', '+ b 2']);
});

test('a read sees the own deltas of its transaction', () => {
  change('+ a 1\n+ b 2');
  const own = delta('- a 1\n+ c 3\n+ c 3');
  const read = plan(p => p.input(T, schema));
  expect(query(read, {extraInput: new Map([[T, [own]]])})).toEqual(['+ b 2', '+2 c 3']);
  expect(query(read)).toEqual(['+ a 1', '+ b 2']);
  own.release();
});

test('an error that the own deltas take back is not raised', () => {
  change('+ a 0\n+ b 2');
  const own = delta('- a 0');
  const read = plan(p => {
    const input = p.input(T, schema);
    return p.project(input, [call('/(int4,int4)', lit(6, INTEGER), p.col(input, 1))]);
  });
  expect(() => query(read)).toThrow('division by zero');
  expect(query(read, {extraInput: new Map([[T, [own]]])})).toEqual(['+ 3']);
  own.release();
});

test('a read of what the circuit does not keep takes the rows it is given', () => {
  const given = delta('+ x 1');
  expect(
    query(
      plan(p => p.input(99, schema)),
      {extraInput: new Map([[99, [given]]])},
    ),
  ).toEqual(['+ x 1']);
  given.release();
});

test('ORDER BY, LIMIT, OFFSET and columns to sort by', () => {
  change('+ a 3\n+2 b 1\n+ c 2\n+ d 9');
  const run = circuit.query(
    plan(p => p.input(T, schema), {
      keys: [by(1, true)],
      limit: lit(3n, BIGINT),
      offset: lit(1n, BIGINT),
      visible: 1,
    }),
  );
  const texts: string[] = [];
  for (let next = run.next(0); next !== null; next = run.next(0)) {
    if (next === 'more') continue;
    texts.push(formatDelta(next, run.schema));
    next.release();
  }
  expect(texts).toEqual(['k text\n+ a\n+ b\n+ c']);
  run.close();
});

test('who wants few rows is given few, and all of them in the end', () => {
  change(Array.from({length: 3000}, (_, i) => `+ k${i} ${i % 10}`).join('\n'));
  const p = new PlanBuilder();
  const input = p.input(T, schema);
  const sevens = p.filter(input, call('=(int4,int4)', p.col(input, 1), lit(7, INTEGER)));
  const run = circuit.query(p.plan(sevens));
  const given: number[] = [];
  for (let next = run.next(Infinity, 5); next !== null; next = run.next(Infinity, 5)) {
    if (next === 'more') continue;
    given.push(next.selected);
    next.release();
  }
  expect(Math.max(...given)).toBeLessThan(10);
  expect(given.reduce((sum, rows) => sum + rows, 0)).toBe(300);
  run.close();
});

test.each([
  [null, null, 6n],
  [4n, null, 4n],
  [0n, null, 0n],
  [null, 4n, 2n],
  [2n, 1n, 2n],
  [9n, 9n, 0n],
] as const)('LIMIT %s OFFSET %s without order gives %s rows', (limit, offset, count) => {
  change('+ a 3\n+4 b 1\n+ c 2');
  const rows = query(
    plan(p => p.input(T, schema), {
      limit: limit === null ? null : lit(limit, BIGINT),
      offset: offset === null ? null : lit(offset, BIGINT),
    }),
  );
  const total = rows.reduce((sum, row) => sum + BigInt(/^\+(\d*)/.exec(row)![1] || 1), 0n);
  expect(total).toBe(count);
});

test('a negative LIMIT is refused', () => {
  const read = plan(p => p.input(T, schema), {limit: lit(-1n, BIGINT)});
  expect(() => circuit.query(read)).toThrow(expect.objectContaining({code: '2201W'}));
});

test('a read goes on over the rows of its tick while later ticks come', () => {
  change('+ a 1\n+ b 2');
  const run = circuit.query(plan(p => p.aggregate(p.input(T, schema), [], [agg('sum(int4)', [1])])));
  expect(run.next(-1)).toBe('more');
  change('+ c 100\n- a 1');
  let next = run.next(0);
  while (next === 'more') next = run.next(0);
  expect(formatDelta(next!, run.schema)).toContain('+ 3');
  next!.release();
  run.close();
});

test('statistics count what passes each operator', () => {
  const p = new PlanBuilder();
  const input = p.input(T, schema);
  install(2, p.plan(p.filter(input, call('>(int4,int4)', p.col(input, 1), lit(1, INTEGER)))));
  change('+ a 1\n+ b 2\n+ c 3');
  const [, filter, output] = circuit.statistics(2);
  expect(filter).toMatchObject({name: 'filter', index: 1, rowsIn: 3, rowsOut: 2, stateBytes: 0});
  expect(filter.nanoseconds).toBeGreaterThan(0);
  expect(output).toMatchObject({name: 'materialize', rowsIn: 2});
  expect(output.stateBytes).toBeGreaterThan(0);
  expect(circuit.stateBytes(2)).toBe(output.stateBytes);
});

test('a thousand views, made, fed and dropped, give all memory back', () => {
  change('+ a 1\n+ b 2');
  const p = new PlanBuilder();
  const input = p.input(T, schema);
  const group = p.aggregate(
    input,
    [0],
    [agg('count()'), agg('min(int4)', [1]), agg('count(any)', [1], {distinct: true})],
  );
  const joined = p.join('left', group, p.filter(input, call('>(int4,int4)', p.col(input, 1), lit(0, INTEGER))), {
    leftKeys: [0],
    rightKeys: [0],
  });
  const view = p.plan(p.topK(joined, {partition: [], keys: [by(0)], limit: 5n, offset: 0n}));
  const cycle = (i: number) => {
    install(2 + i, view);
    change(`+ c ${i}\n+ a ${i}`);
    change(`- c ${i}\n- a ${i}`);
    circuit.drop(2 + i);
  };
  cycle(0);
  const before = memory.stats();
  for (let i = 1; i <= 1000; i++) cycle(i);
  const after = memory.stats();
  expect(after.liveBuffers).toBe(before.liveBuffers);
  expect(after.liveBytes).toBeLessThanOrEqual(before.liveBytes * 1.1);
}, 120_000);

test('a tick costs nothing for views that it does not reach', () => {
  circuit.addTable(500, schema);
  for (let i = 0; i < 300; i++)
    install(
      1000 + i,
      plan(p => p.aggregate(p.input(500, schema), [0], [agg('count()')])),
    );
  install(2, countByKey);
  change('+ a 1');
  const before = circuit.statistics(1000).map(({batchesIn}) => batchesIn);
  change('+ a 2');
  expect(circuit.statistics(1000).map(({batchesIn}) => batchesIn)).toEqual(before);
  expect(rowsOf(2)).toEqual(['+ a 2']);
});

test('an object that is read cannot be dropped', () => {
  install(2, countByKey);
  expect(() => circuit.drop(T)).toThrow('object 2 reads object 1');
  circuit.drop(2);
  circuit.drop(T);
});
