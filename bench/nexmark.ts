import {NEXMARK_QUERIES} from './nexmark/queries.ts';
import {runNexmark} from './nexmark/run.ts';

// node bench/run.mjs nexmark [EVENTS] [QUERY …]
const [events = '5000000', ...queries] = process.argv.slice(2);
const root = process.env['MILLRACE_ROOT']!;
const millions = (events: number): string => (events / 1e6).toFixed(2);
await runNexmark(root, Number(events), queries.length > 0 ? queries : Object.keys(NEXMARK_QUERIES), result =>
  console.log(
    `${result.query}  ${millions(result.eventsPerSecond)} M events/s  (${result.seconds.toFixed(2)} s)  ` +
      `${millions(Number(events) / result.cpuSeconds)} M events/CPU s  peak ${(result.peakBytes / 2 ** 20).toFixed(0)} MiB`,
  ),
);
