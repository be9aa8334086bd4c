import {NEXMARK_QUERIES} from './nexmark/queries.ts';
import {runNexmark} from './nexmark/run.ts';

// node bench/run.mjs nexmark [EVENTS] [QUERY …]
const [events = '5000000', ...queries] = process.argv.slice(2);
const root = process.env['MILLRACE_ROOT']!;
await runNexmark(root, Number(events), queries.length > 0 ? queries : Object.keys(NEXMARK_QUERIES), result =>
  console.log(
    `${result.query}  ${(result.eventsPerSecond / 1e6).toFixed(2)} M events/s  (${result.seconds.toFixed(2)} s)`,
  ),
);
