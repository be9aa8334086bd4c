// npm run bench [-- --events N] [--markdown]: one table, each row a ratio measured in this run. --markdown: as
// docs/benchmarks.md has it.
import {measureColdStart} from './cold-start.ts';
import {measureGroupBy} from './group-by.ts';
import {measureJsonDecode} from './json-decode.ts';
import {measureLatency} from './latency.ts';
import {NEXMARK_QUERIES} from './nexmark/queries.ts';
import {runNexmark} from './nexmark/run.ts';
import {measureStalls} from './stalls.ts';

const root = process.env['MILLRACE_ROOT']!;
const flag = process.argv.indexOf('--events');
const markdown = process.argv.includes('--markdown');
const events = flag < 0 ? 5_000_000 : Number(process.argv[flag + 1]);

/** Flink SQL on the same events and machine class, M events/s a core, JSON in, heap state, warm JVM. */
const FLINK: Readonly<Record<string, number>> = {q0: 0.44, q1: 0.42, q2: 0.42, q3: 0.44, q5: 0.29, q7: 0.17, q8: 0.39};

function row(what: string, ours: string, baseline: string, ratio: string): void {
  if (markdown) console.log(`| ${[what, ours, baseline, ratio].join(' | ')} |`);
  else console.log(`${what.padEnd(44)} ${ours.padStart(16)} ${baseline.padStart(34)} ${ratio.padStart(8)}`);
}

const rate = (millions: number, what: string): string => `${millions.toFixed(millions < 1 ? 3 : 1)} M ${what}/s`;

row('', 'Millrace', 'baseline', 'ratio');
if (markdown) console.log('|---|---|---|---|');
for (const {name, parse, columns} of measureJsonDecode()) {
  row(`JSON decode: ${name}`, rate(columns, 'rec'), `${rate(parse, 'rec')} JSON.parse`, (columns / parse).toFixed(1));
}
const groupBy = measureGroupBy();
for (const [name, figure] of [
  ['@tanstack/db-ivm', groupBy.dbIvm],
  ['@electric-sql/d2ts', groupBy.d2ts],
] as const) {
  const ratio = (groupBy.millrace / figure).toFixed(0);
  row('filter + group-by, 5,000 groups', rate(groupBy.millrace, 'rows'), `${rate(figure, 'rows')} ${name}`, ratio);
}
row('group-by state, 1 M groups', '', 'its Arrow columns', groupBy.stateRatio.toFixed(2));
await runNexmark(root, events, Object.keys(NEXMARK_QUERIES), ({query, eventsPerSecond}) => {
  const ours = eventsPerSecond / 1e6;
  const flink = FLINK[query];
  row(
    `Nexmark ${query}, one core`,
    `${ours.toFixed(2)} M ev/s`,
    `${flink} M ev/s Flink SQL (recorded)`,
    (ours / flink).toFixed(1),
  );
});
const latency = await measureLatency(root);
row(
  `INSERT to changed view read, ${latency.rate}/s`,
  `p50 ${latency.p50.toFixed(2)} ms`,
  `p99 ${latency.p99.toFixed(2)} ms`,
  (latency.p99 / latency.p50).toFixed(1),
);
let idle: number | null = null;
await measureStalls(root, ({name, seconds, others}) => {
  for (const [what, {median, p99, worst}] of others) {
    idle ??= p99;
    row(
      `${what}, during: ${name}, ${seconds.toFixed(1)} s`,
      `p99 ${p99.toFixed(1)} ms`,
      `median ${median.toFixed(1)} ms, worst ${worst.toFixed(0)} ms`,
      (p99 / idle).toFixed(1),
    );
  }
});
row('cold start, empty server', `${(await measureColdStart(root)).toFixed(0)} ms`, '1000 ms wanted', '');
