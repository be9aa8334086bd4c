// Filter + group-by in the circuit against the same pipeline in db-ivm and d2ts: node bench/run.mjs group-by
import {
  D2 as DbIvm,
  filter as ivmFilter,
  groupBy as ivmGroupBy,
  groupByOperators,
  MultiSet as IvmSet,
  output as ivmOutput,
} from '@tanstack/db-ivm';
import * as d2 from '@electric-sql/d2ts';
import type {Batch} from '../src/columnar/batch.ts';
import {batchFromRows} from '../src/columnar/builder.ts';
import {Circuit} from '../src/dataflow/circuit.ts';
import {loadKernels} from '../src/kernels/load.ts';
import type {PhysicalPlan} from '../src/plan/physical.ts';
import {column} from '../src/types/schema.ts';
import {BIGINT, INTEGER} from '../src/types/sql-type.ts';
import type {Tick} from '../src/types/tick.ts';
import {medians, planOverStream} from './support/in-process.ts';

const GROUPS = 5000;
const BATCH = 8192;
/** The rivals get fewer batches: they would take minutes for ours. */
const OUR_BATCHES = 2000;
const THEIR_BATCHES = 40;
const ROUNDS = 3;

type Row = {k: number; c: number; v: number};

let seed = 1;
function random(bound: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * bound);
}

const data: Row[][] = Array.from({length: THEIR_BATCHES}, () =>
  Array.from({length: BATCH}, () => ({k: random(GROUPS / 5), c: random(5), v: random(1000)})),
);

export type GroupByFigures = {
  readonly millrace: number;
  readonly dbIvm: number;
  readonly d2ts: number;
  readonly stateRatio: number;
};

/** Million input rows a second of each, medians of alternating rounds. */
export function measureGroupBy(): GroupByFigures {
  const [millrace, dbIvm, d2ts] = medians(ROUNDS, [runMillrace, runDbIvm, runD2ts]);
  return {millrace, dbIvm, d2ts, stateRatio: stateRatio()};
}

const schema = [column('k', BIGINT, false), column('c', INTEGER, false), column('v', BIGINT, false)];
const SQL = 'SELECT k, c, count(*) AS n, sum(v) AS total, max(v) AS most FROM events WHERE v >= 500 GROUP BY k, c';

function runMillrace(): number {
  const memory = loadKernels();
  const {object, plan} = planOverStream('events', schema, SQL);
  const circuit = new Circuit(memory);
  circuit.addStream(object, schema, {monotonic: true});
  let changes = 0;
  install(circuit, object, plan, delta => (changes += delta.selected));
  const batches = data.map(rows =>
    batchFromRows(
      memory,
      schema,
      rows.map(({k, c, v}) => [BigInt(k), c, BigInt(v)]),
    ),
  );
  const start = performance.now();
  for (let i = 0; i < OUR_BATCHES; i++) {
    circuit.feed(object, batches[i % batches.length]);
    while (circuit.step((i + 1) as Tick, 1000) === 'more');
  }
  const seconds = (performance.now() - start) / 1000;
  if (changes === 0) throw new Error('nothing came out');
  circuit.close();
  return (OUR_BATCHES * BATCH) / seconds / 1e6;
}

/** A sink over the stream, live from its first row on. */
function install(circuit: Circuit, object: number, plan: PhysicalPlan, take: (delta: Batch) => void): void {
  const dataflow = circuit.install(1, plan, {output: 'sink', onError: 'raise', onDelta: (_tick, delta) => take(delta)});
  dataflow.hydrationInput(object)?.complete();
  while (dataflow.state !== 'live') dataflow.work(1000);
}

function runDbIvm(): number {
  const graph = new DbIvm();
  const input = graph.newInput<Row>();
  let changes = 0;
  input.pipe(
    ivmFilter((row: Row) => row.v >= 500),
    ivmGroupBy((row: Row) => ({k: row.k, c: row.c}), {
      n: groupByOperators.count(),
      total: groupByOperators.sum((row: Row) => row.v),
      most: groupByOperators.max((row: Row) => row.v),
    }),
    ivmOutput(message => (changes += message.getInner().length)),
  );
  graph.finalize();
  const sets = data.map(rows => new IvmSet<Row>(rows.map(row => [row, 1])));
  const start = performance.now();
  for (const set of sets) {
    input.sendData(set);
    graph.run();
  }
  const seconds = (performance.now() - start) / 1000;
  if (changes === 0) throw new Error('nothing came out');
  return (THEIR_BATCHES * BATCH) / seconds / 1e6;
}

function runD2ts(): number {
  const graph = new d2.D2({initialFrontier: 0});
  const input = graph.newInput<Row>();
  let changes = 0;
  input.pipe(
    d2.filter((row: Row) => row.v >= 500),
    d2.groupBy((row: Row) => ({k: row.k, c: row.c}), {
      n: d2.groupByOperators.count(),
      total: d2.groupByOperators.sum((row: Row) => row.v),
      most: d2.groupByOperators.max((row: Row) => row.v),
    }),
    d2.output(message => {
      if (message.type === d2.MessageType.DATA) changes += message.data.collection.getInner().length;
    }),
  );
  graph.finalize();
  const sets = data.map(rows => new d2.MultiSet<Row>(rows.map(row => [row, 1])));
  const start = performance.now();
  // d2ts keeps every version of a group: a few batches are enough to see its rate.
  const rounds = Math.min(2, sets.length);
  for (let i = 0; i < rounds; i++) {
    input.sendData(i, sets[i]);
    input.sendFrontier(i + 1);
    graph.run();
  }
  const seconds = (performance.now() - start) / 1000;
  if (changes === 0) throw new Error('nothing came out');
  return (rounds * BATCH) / seconds / 1e6;
}

/** Bytes of the group-by's state over the bytes of its Arrow columns: 1 M groups of an int64 and an int32 key, count, int128 sum, int64 max. */
function stateRatio(): number {
  const memory = loadKernels();
  const {object, plan} = planOverStream('events', schema, SQL);
  const circuit = new Circuit(memory);
  circuit.addStream(object, schema, {monotonic: true});
  install(circuit, object, plan, () => {});
  const groups = 1_000_000;
  for (let at = 0, tick = 1; at < groups; at += BATCH, tick++) {
    const rows = Array.from({length: Math.min(BATCH, groups - at)}, (_, i) => [BigInt(at + i), 1, 999n]);
    const batch = batchFromRows(memory, schema, rows);
    circuit.feed(object, batch);
    batch.release();
    while (circuit.step(tick as Tick, 1000) === 'more');
  }
  const columns = groups * (8 + 4 + 8 + 16 + 8);
  const ratio = circuit.stateBytes(1) / columns;
  circuit.close();
  return ratio;
}

if (process.argv[1]?.endsWith('bench-group-by.mjs')) {
  const figures = measureGroupBy();
  console.log(`millrace ${figures.millrace.toFixed(1)} M rows/s`);
  console.log(
    `db-ivm   ${figures.dbIvm.toFixed(3)} M rows/s  (${(figures.millrace / figures.dbIvm).toFixed(0)} times)`,
  );
  console.log(`d2ts     ${figures.d2ts.toFixed(3)} M rows/s  (${(figures.millrace / figures.d2ts).toFixed(0)} times)`);
  console.log(`state    ${figures.stateRatio.toFixed(2)} × its Arrow columns`);
}
