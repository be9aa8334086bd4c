// Aggregates over values in order: `node bench/run.mjs ordered-values`. Milliseconds that a tick takes which appends one row to
// a group of n values, or takes one out, and million rows a second of the first fill.
import {batchFromRows} from '../src/columnar/builder.ts';
import {AggregateOperator} from '../src/dataflow/operators/aggregate.ts';
import {loadKernels} from '../src/kernels/load.ts';
import {aggregateBySignature} from '../src/expr/registry.ts';
import type {PhysicalAggregate} from '../src/plan/physical.ts';
import type {Datum} from '../src/types/datum.ts';
import {column} from '../src/types/schema.ts';
import {DOUBLE, INTEGER, TEXT} from '../src/types/sql-type.ts';
import type {Tick} from '../src/types/tick.ts';

const memory = loadKernels();
const schema = [column('k', INTEGER, false), column('x', DOUBLE), column('s', TEXT), column('o', INTEGER)];
const [K, X, S, O] = [0, 1, 2, 3];
const [VALUES, TICKS] = [100_000, 20];
const ascending = (at: number) => ({column: at, descending: false, nullsFirst: false});
const call = (signature: string, args: number[], rest: Partial<PhysicalAggregate> = {}): PhysicalAggregate => ({
  signature,
  args,
  distinct: false,
  filter: null,
  ...rest,
});
const half = {op: 'literal', value: 0.5, type: DOUBLE} as const;

const aggregates: readonly (readonly [string, PhysicalAggregate])[] = [
  ['array_agg(x order by o)', call('array_agg(anynonarray)', [X], {order: [ascending(O)]})],
  ["string_agg(s, ',' order by o)", call('string_agg(text,text)', [S, S], {order: [ascending(O)]})],
  [
    'percentile_disc(0.5) within group (order by x)',
    call('percentile_disc(float8,anyelement)', [X], {order: [ascending(X)], direct: [half]}),
  ],
  ['first_value(s order by o)', call('first_value(anyelement)', [S], {order: [ascending(O)]})],
  ['max_by(s, x)', call('max_by(anyelement,any)', [S, X])],
  ['mode() within group (order by o)', call('mode(anyelement)', [O], {order: [ascending(O)]})],
  [
    'approx_percentile(0.5) within group (order by x)',
    call('approx_percentile(float8,float8)', [X], {order: [ascending(X)], direct: [half]}),
  ],
  ['stddev(x)', call('stddev(float8)', [X])],
  ['count(distinct o)', call('count(any)', [O], {distinct: true})],
];

let seed = 7;
function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
}
const row = (i: number): Datum[] => [1, random() * 1e6, `value ${i}`, Math.floor(random() * 1000)];

for (const [name, aggregate] of aggregates) {
  const types = aggregate.args.map(arg => schema[arg].type);
  const direct = aggregate.direct?.map(arg => arg.type) ?? [];
  const result = column('a', aggregateBySignature(aggregate.signature).returns([...direct, ...types]));
  const context = {
    memory,
    environment: {now: 0n, settings: new Map<string, string>()},
    mode: 'live',
    retractions: true,
    restored: false,
  } as const;
  const operator = new AggregateOperator([schema[K], result], {schema, monotonic: false}, [K], [aggregate], context);
  let tick = 0;
  const run = (rows: readonly (readonly Datum[])[], weight: bigint): number => {
    const batches = [];
    for (let i = 0; i < rows.length; i += 8192) {
      const some = rows.slice(i, i + 8192);
      batches.push(
        batchFromRows(
          memory,
          schema,
          some,
          some.map(() => weight),
        ),
      );
    }
    const start = performance.now();
    for (const batch of batches) {
      operator.push(0, batch);
      batch.release();
    }
    const out = {emit: (delta: {release(): void}) => delta.release(), emitError: () => undefined};
    while (operator.flush(++tick as Tick, out) === 'more');
    return performance.now() - start;
  };
  const rows = Array.from({length: VALUES}, (_, i) => row(i));
  const fill = run(rows, 1n);
  const added = Array.from({length: TICKS}, (_, i) => run([row(VALUES + i)], 1n)).sort((a, b) => a - b);
  const gone = rows
    .slice(0, TICKS)
    .map(some => run([some], -1n))
    .sort((a, b) => a - b);
  const middle = (times: readonly number[]) => times[times.length >> 1].toFixed(2).padStart(7);
  const bytes = (operator.stateBytes / VALUES).toFixed(0);
  console.log(
    `${name.padEnd(50)} fill ${(VALUES / fill / 1e3).toFixed(2)} M/s, a row more ${middle(added)} ms, less ${middle(gone)} ms, ${bytes} bytes a value`,
  );
  operator.close();
}
