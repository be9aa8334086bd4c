// JSON to columns against JSON.parse on generated auction bids: `node bench/json-decode.mjs`. Prints millions of events a second and
// the ratio, best of several rounds each.
import {build} from 'esbuild';
import {mkdirSync, rmSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bundle = join(root, 'dist', `.bench-${process.pid}.mjs`);

/** The decoder as the server bundles it, beside the kernels in dist/. */
async function loadDecoder() {
  mkdirSync(dirname(bundle), {recursive: true});
  await build({
    stdin: {
      contents: `
        export {loadKernels} from './src/kernels/load.ts';
        export {formatByName} from './src/connectors/formats/registry.ts';
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

/** Bids of about 190 bytes, the same ones for every run. */
export function generateBids(count) {
  let seed = 42;
  const random = n => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % n;
  };
  const word = length => Array.from({length}, () => String.fromCharCode(97 + random(26))).join('');
  const channels = ['Google', 'Facebook', 'Baidu', 'Apple', 'channel-4711'];
  const lines = [];
  for (let i = 0; i < count; i++) {
    const time = new Date(1704067200000 + i).toISOString();
    const bid = {
      auction: 1000 + random(100000),
      bidder: 1000 + random(100000),
      price: 1 + random(10000000),
      channel: channels[random(5)],
      url: `https://www.nexmark.com/${word(5)}/item.htm?query=1`,
      date_time: time,
      extra: word(20),
    };
    lines.push(JSON.stringify(bid));
  }
  return lines.join('\n') + '\n';
}

function best(rounds, run) {
  let fastest = Infinity;
  for (let i = 0; i < rounds; i++) {
    const start = process.hrtime.bigint();
    run();
    fastest = Math.min(fastest, Number(process.hrtime.bigint() - start) / 1e9);
  }
  return fastest;
}

export async function jsonDecodeBench({count = 200_000, rounds = 10} = {}) {
  const {loadKernels, formatByName, sql} = await loadDecoder();
  const schema = [
    {name: 'auction', type: sql.BIGINT, nullable: true},
    {name: 'bidder', type: sql.BIGINT, nullable: true},
    {name: 'price', type: sql.BIGINT, nullable: true},
    {name: 'channel', type: sql.TEXT, nullable: true},
    {name: 'url', type: sql.TEXT, nullable: true},
    {name: 'date_time', type: sql.TIMESTAMP, nullable: true},
    {name: 'extra', type: sql.TEXT, nullable: true},
  ];
  const text = generateBids(count);
  const bytes = Buffer.from(text);
  const memory = loadKernels();
  const address = memory.alloc(bytes.length);
  memory.u8.set(bytes, address);
  const decoder = formatByName('json').createDecoder(memory, schema, {});
  const kernel = best(rounds, () => {
    const {batches, records} = decoder.decodeLines(address, bytes.length, {final: true});
    if (records !== count) throw new Error(`${records} records of ${count}`);
    for (const batch of batches) batch.release();
  });
  const lines = text.trimEnd().split('\n');
  let sum = 0;
  const parse = best(Math.max(3, rounds / 3), () => {
    for (const line of lines) sum += JSON.parse(line).price;
  });
  return {
    bytesPerEvent: bytes.length / count,
    kernel: count / kernel / 1e6,
    gigabytes: bytes.length / kernel / 1e9,
    parse: count / parse / 1e6,
    ratio: parse / kernel,
    sum,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = await jsonDecodeBench();
  console.log(`${result.bytesPerEvent.toFixed(0)} bytes an event`);
  console.log(`JSON.parse        ${result.parse.toFixed(2)} M events/s`);
  console.log(`JSON to columns  ${result.kernel.toFixed(2)} M events/s, ${result.gigabytes.toFixed(2)} GB/s`);
  console.log(`ratio            ${result.ratio.toFixed(1)}`);
}
