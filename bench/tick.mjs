// What a tick costs: `node bench/tick.mjs`. One-row ticks (µs each) and ticks of one and of 16 full chunks (million rows a second) through
// filter → project → aggregate → materialize, and through the parts of it.
import {build} from 'esbuild';
import {mkdirSync, rmSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bundle = join(root, 'dist', `.bench-tick-${process.pid}.mjs`);

async function loadDataflow() {
  mkdirSync(dirname(bundle), {recursive: true});
  await build({
    stdin: {
      contents: `
        export {loadKernels} from './src/kernels/load.ts';
        export {batchFromRows} from './src/columnar/builder.ts';
        export {Circuit} from './src/dataflow/circuit.ts';
        export * from './src/dataflow/testing/plan-builder.ts';
        export * as sql from './src/types/sql-type.ts';`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  try {
    return await import(pathToFileURL(bundle).href);
  } finally {
    rmSync(bundle);
  }
}

const {loadKernels, batchFromRows, Circuit, PlanBuilder, agg, call, lit, sql} = await loadDataflow();
const memory = loadKernels();
const schema = [
  {name: 'auction', type: sql.BIGINT, nullable: true},
  {name: 'price', type: sql.BIGINT, nullable: true},
  {name: 'channel', type: sql.TEXT, nullable: true},
];

const positive = (p, input) => p.filter(input, call('>(int8,int8)', p.col(input, 1), lit(0n, sql.BIGINT)));
const doubled = (p, input) =>
  p.project(input, [p.col(input, 0), call('*(int8,int8)', p.col(input, 1), lit(2n, sql.BIGINT))]);
const grouped = (p, input) => p.aggregate(input, [0], [agg('count()'), agg('sum(int8)', [1]), agg('max(int8)', [1])]);

const plans = {
  'input → materialize': (p, input) => input,
  'filter → materialize': positive,
  'filter → project → materialize': (p, input) => doubled(p, positive(p, input)),
  'aggregate → materialize': grouped,
  'filter → project → aggregate → materialize': (p, input) => grouped(p, doubled(p, positive(p, input))),
  'self-join of 1 in 64 → aggregate': (p, input) => {
    const few = p.filter(
      input,
      call('=(int8,int8)', call('%(int8,int8)', p.col(input, 1), lit(64n, sql.BIGINT)), lit(1n, sql.BIGINT)),
    );
    const join = p.join('inner', few, p.distinct(few), {leftKeys: [0, 1, 2], rightKeys: [0, 1, 2]});
    return p.aggregate(join, [2], [agg('count()')]);
  },
};

function row(i) {
  return [BigInt((i * 7919) % 5000), BigInt(1 + ((i * 31) % 1000)), i % 3 === 0 ? 'web' : 'mobile app'];
}

function makeCircuit(makePlan, output) {
  const circuit = new Circuit(memory);
  circuit.addStream(1, schema, {monotonic: true});
  const p = new PlanBuilder();
  const view = circuit.install(2, p.plan(makePlan(p, p.input(1, schema, true))), {output, onError: 'raise'});
  view.hydrationInput(1).complete();
  while (view.work(100) !== 'done');
  return circuit;
}

function runTicks(circuit, batches, first, perTick = 1) {
  let tick = first;
  const start = performance.now();
  for (let i = 0; i < batches.length; i += perTick) {
    for (const batch of batches.slice(i, i + perTick)) circuit.feed(1, batch);
    while (circuit.step(tick, 1000) === 'more');
    tick++;
  }
  return performance.now() - start;
}

const ONE_ROW_TICKS = 20_000;
const FULL_ROWS = 8192;
const FULL_TICKS = 256;
const CHUNKS_IN_LARGE = 16;
const single = Array.from({length: 2000}, (_, i) => batchFromRows(memory, schema, [row(i)]));
const full = Array.from({length: 16}, (_, b) =>
  batchFromRows(
    memory,
    schema,
    Array.from({length: FULL_ROWS}, (_, i) => row(b * FULL_ROWS + i)),
  ),
);

console.log('plan'.padEnd(46), 'one row'.padStart(10), '8,192 rows'.padStart(12), '131,072 rows'.padStart(12));
for (const [name, makePlan] of Object.entries(plans)) {
  const circuit = makeCircuit(makePlan, 'materialize');
  let tick = 1;
  let best = Infinity;
  for (let round = 0; round < ONE_ROW_TICKS / single.length; round++) {
    best = Math.min(best, runTicks(circuit, single, tick));
    tick += single.length;
  }
  const chunks = Array.from({length: FULL_TICKS}, (_, i) => full[i % full.length]);
  const sink = makeCircuit(makePlan, 'sink');
  runTicks(sink, chunks, 1);
  const ms = runTicks(sink, chunks, 1 + FULL_TICKS);
  const large = runTicks(sink, chunks, 1 + 2 * FULL_TICKS, CHUNKS_IN_LARGE);
  const perTick = ((best * 1000) / single.length).toFixed(1);
  console.log(
    name.padEnd(46),
    `${perTick} µs`.padStart(10),
    `${((FULL_TICKS * FULL_ROWS) / ms / 1000).toFixed(1)} M/s`.padStart(12),
    `${((FULL_TICKS * FULL_ROWS) / large / 1000).toFixed(1)} M/s`.padStart(12),
  );
  circuit.close();
  sink.close();
}
