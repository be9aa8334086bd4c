// Time from starting the process to the ready line, on an empty data directory: node bench/run.mjs cold-start
import {startBenchServer} from './support/server.ts';

const ROUNDS = 5;

/** Milliseconds, median. */
export async function measureColdStart(root: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const server = await startBenchServer(root, null, () => times.push(performance.now() - start));
    await server.stop();
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1];
}

if (process.argv[1]?.endsWith('bench-cold-start.mjs')) {
  console.log(`ready after ${(await measureColdStart(process.env['MILLRACE_ROOT']!)).toFixed(0)} ms`);
}
