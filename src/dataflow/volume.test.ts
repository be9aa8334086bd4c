import {expect, test} from 'vitest';
import type {Batch} from '../columnar/batch.ts';
import {batchFromRows} from '../columnar/builder.ts';
import {batchRows} from '../columnar/datum-access.ts';
import {loadKernels} from '../kernels/load.ts';
import type {PhysicalPlan} from '../plan/physical.ts';
import {column} from '../types/schema.ts';
import {BIGINT, INTEGER, TEXT} from '../types/sql-type.ts';
import type {Tick} from '../types/tick.ts';
import {Circuit} from './circuit.ts';
import type {Dataflow} from './dataflow.ts';
import {PlanBuilder, agg, by, lit} from './testing/plan-builder.ts';

// More rows than fit a chunk, more output than one slice makes, more deltas than one step of catching up takes.

const memory = loadKernels();
const schema = [column('k', INTEGER), column('v', BIGINT), column('s', TEXT)];
const CHUNK = 8192;

function chunk(from: number, rows: number, weight = 1n): Batch {
  return batchFromRows(
    memory,
    schema,
    Array.from({length: rows}, (_, i) => [(from + i) % 1000, BigInt(from + i), `row ${(from + i) % 7}`]),
    new Array<bigint>(rows).fill(weight),
  );
}

function feed(circuit: Circuit, object: number, batch: Batch): void {
  circuit.feed(object, batch);
  batch.release();
}

function install(circuit: Circuit, object: number, plan: PhysicalPlan): Dataflow {
  return circuit.install(object, plan, {output: 'materialize', onError: 'raise'});
}

function finish(dataflow: Dataflow): void {
  let slices = 0;
  while (dataflow.work(0) !== 'done') if (++slices > 1e6) throw new Error('hangs');
  if (dataflow.failure) throw dataflow.failure;
}

/** Sum of weights, and of weight × column. */
function totals(circuit: Circuit, object: number, index = 1): readonly [bigint, bigint] {
  const snapshot = circuit.arrangement(object)!.snapshot();
  let count = 0n;
  let sum = 0n;
  for (const batch of snapshot.batches) {
    for (const {row, weight} of batchRows(batch)) {
      count += weight;
      sum += weight * ((row[index] as bigint | null) ?? 0n);
    }
  }
  snapshot.release();
  return [count, sum];
}

test('a view hydrates in slices while many large ticks go on, and catches up', () => {
  const circuit = new Circuit(memory);
  circuit.addTable(1, schema);
  let tick = 0;
  const step = () => {
    tick++;
    while (circuit.step(tick as Tick, 0) === 'more');
  };
  for (let i = 0; i < 8; i++) feed(circuit, 1, chunk(i * CHUNK, CHUNK));
  step();
  const p = new PlanBuilder();
  const group = p.aggregate(p.input(1, schema), [0], [agg('count()'), agg('max(int8)', [1])]);
  const view = install(circuit, 2, p.plan(group));
  for (let i = 8; i < 28; i++) {
    feed(circuit, 1, chunk(i * CHUNK, CHUNK));
    if (i % 2 === 0) feed(circuit, 1, chunk((i - 8) * CHUNK, CHUNK, -1n));
    step();
  }
  expect(view.state).toBe('hydrating');
  expect(view.progress()!.retainedRows).toBe(30 * CHUNK);
  finish(view);
  expect(totals(circuit, 2)[0]).toBe(1000n);
  expect(totals(circuit, 2, 1)[1]).toBe(BigInt((28 - 10) * CHUNK));
  circuit.close();
});

test('a join with more matches than one slice emits', () => {
  const before = memory.stats().liveBuffers;
  const circuit = new Circuit(memory);
  circuit.addTable(1, schema);
  circuit.addTable(2, schema);
  const p = new PlanBuilder();
  const join = p.join('inner', p.input(1, schema), p.input(2, schema), {leftKeys: [0], rightKeys: [0]});
  const owned = new PlanBuilder();
  const [a, b] = [owned.input(1, schema), owned.input(2, schema)];
  const columns = (input: number) => schema.map((_, i) => owned.col(input, i));
  const ownedJoin = owned.join('left', owned.project(a, columns(a)), owned.project(b, columns(b)), {
    leftKeys: [2],
    rightKeys: [2],
  });
  const views = [
    install(circuit, 3, p.plan(p.aggregate(join, [], [agg('count()'), agg('sum(int8)', [1])]))),
    install(circuit, 4, owned.plan(owned.aggregate(ownedJoin, [], [agg('count()'), agg('sum(int8)', [1])]))),
  ];
  views.forEach(finish);
  feed(circuit, 1, chunk(0, 4000));
  feed(circuit, 2, chunk(0, 4000));
  let slices = 0;
  while (circuit.step(1 as Tick, 0) === 'more') slices++;
  expect(slices).toBeGreaterThan(10);
  // 1000 keys, 4 rows each on both sides.
  expect(totals(circuit, 3, 0)[1]).toBe(16_000n);
  // 7 texts: 4000 = 3 × 572 + 4 × 571 rows.
  const pairs = 3 * 572 ** 2 + 4 * 571 ** 2;
  expect(totals(circuit, 4, 0)[1]).toBe(BigInt(pairs));
  feed(circuit, 2, chunk(0, 4000, -1n));
  while (circuit.step(2 as Tick, 0) === 'more');
  expect(totals(circuit, 3, 0)[1]).toBe(0n);
  // Every left row stands alone now.
  expect(totals(circuit, 4, 0)[1]).toBe(4000n);
  circuit.close();
  expect(memory.stats().liveBuffers).toBe(before);
});

test('a read of a join stops early at its limit and gives everything back', () => {
  const before = memory.stats().liveBuffers;
  const circuit = new Circuit(memory);
  circuit.addTable(1, schema);
  feed(circuit, 1, chunk(0, CHUNK));
  circuit.step(1 as Tick, Infinity);
  const p = new PlanBuilder();
  const cross = p.join('inner', p.input(1, schema), p.input(1, schema), {leftKeys: [], rightKeys: []});
  const run = circuit.query(p.plan(cross, {limit: lit(10_000n, BIGINT)}));
  let rows = 0;
  for (let next = run.next(0); next !== null; next = run.next(0)) {
    if (next === 'more') continue;
    rows += next.selected;
    next.release();
  }
  expect(rows).toBe(10_000);
  run.close();
  const closed = circuit.query(p.plan(cross));
  expect(closed.next(-1)).toBe('more');
  expect(closed.next(-1)).toBe('more');
  closed.close();
  circuit.close();
  expect(memory.stats().liveBuffers).toBe(before);
});

test('a large view with listeners passes on what truly changed', () => {
  const circuit = new Circuit(memory);
  circuit.addTable(1, schema);
  const p = new PlanBuilder();
  const input = p.input(1, schema);
  const keys = p.project(input, [p.col(input, 0), p.col(input, 2)]);
  const deltas: bigint[] = [];
  const view = circuit.install(2, p.plan(keys), {
    output: 'materialize',
    onError: 'raise',
    onDelta: (_, delta) => deltas.push(...batchRows(delta).map(({weight}) => weight)),
  });
  finish(view);
  feed(circuit, 1, chunk(0, CHUNK));
  feed(circuit, 1, chunk(7000, CHUNK));
  circuit.step(1 as Tick, Infinity);
  expect(deltas).toHaveLength(7000);
  expect(deltas.reduce((sum, weight) => sum + weight, 0n)).toBe(BigInt(2 * CHUNK));
  deltas.length = 0;
  // Row i and row i + 7000 project to the same.
  feed(circuit, 1, chunk(0, 1000, -1n));
  feed(circuit, 1, chunk(21_000, 1000));
  circuit.step(2 as Tick, Infinity);
  expect(deltas).toHaveLength(0);
  circuit.close();
});

test('top-k over many rows, sorted reads of many rows', () => {
  const circuit = new Circuit(memory);
  circuit.addTable(1, schema);
  const p = new PlanBuilder();
  const top = p.topK(p.input(1, schema), {partition: [2], keys: [by(1, true)], limit: 2n, offset: 1n});
  finish(install(circuit, 2, p.plan(top)));
  for (let i = 0; i < 6; i++) {
    feed(circuit, 1, chunk(i * CHUNK, CHUNK));
    circuit.step((i + 1) as Tick, Infinity);
  }
  const read = new PlanBuilder();
  const run = circuit.query(
    read.plan(read.input(2, schema), {keys: [by(1, true)], limit: null, offset: null, visible: 2}),
  );
  const values: bigint[] = [];
  for (let next = run.next(0); next !== null; next = run.next(0)) {
    if (next === 'more') continue;
    values.push(...batchRows(next).map(({row}) => row[1] as bigint));
    next.release();
  }
  const last = 6 * CHUNK - 1;
  // The two best of each text but the best: rows 7 … 20 from the end.
  expect(values).toEqual(Array.from({length: 14}, (_, i) => BigInt(last - 7 - i)));
  circuit.close();
});
