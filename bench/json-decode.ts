// JSON records to columns against JSON.parse, one thread: node bench/run.mjs json-decode
import {loadKernels} from '../src/kernels/load.ts';
import {formatByName} from '../src/connectors/formats/registry.ts';
import {column, type Schema} from '../src/types/schema.ts';
import * as sql from '../src/types/sql-type.ts';

const RECORDS = 100_000;
const ROUNDS = 9;

let seed = 42;
function random(n: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * n);
}

function word(length: number): string {
  return Array.from({length}, () => String.fromCharCode(97 + random(26))).join('');
}

function bid(i: number) {
  return {
    auction: 1000 + random(100000),
    bidder: 1000 + random(100000),
    price: 1 + random(10000000),
    channel: ['Google', 'Facebook', 'Baidu', 'Apple', 'channel-4711'][random(5)],
    url: `https://www.nexmark.com/${word(5)}/item.htm?query=1`,
    date_time: new Date(1704067200000 + i).toISOString(),
    extra: word(20),
  };
}

const bidFields = [
  column('auction', sql.BIGINT),
  column('bidder', sql.BIGINT),
  column('price', sql.BIGINT),
  column('channel', sql.TEXT),
  column('url', sql.TEXT),
  column('date_time', sql.TIMESTAMP),
  column('extra', sql.TEXT),
];

const WIDE = [sql.INTEGER, sql.TEXT, sql.DOUBLE, sql.BOOLEAN];

type Workload = {
  readonly name: string;
  readonly schema: Schema;
  /** How many: RECORDS unless they are large. */
  readonly records?: number;
  readonly record: (i: number) => unknown;
};

const workloads: readonly Workload[] = [
  {name: 'flat bids', schema: bidFields, record: bid},
  {name: 'two columns of seven', schema: [bidFields[0], bidFields[2]], record: bid},
  {
    name: 'bids in a struct',
    schema: [
      column('event_type', sql.INTEGER),
      column('person', sql.structOf([{name: 'id', type: sql.BIGINT}])),
      column('bid', sql.structOf(bidFields)),
    ],
    record: i => ({event_type: 2, bid: bid(i)}),
  },
  {
    name: 'measurements (doubles)',
    schema: [
      column('id', sql.UUID),
      column('lat', sql.DOUBLE),
      column('lon', sql.DOUBLE),
      column('t', sql.TIMESTAMPTZ),
      column('ok', sql.BOOLEAN),
      column('v', sql.DOUBLE),
    ],
    record: i => ({
      id: `${(0x10000000 + random(0x7fffffff)).toString(16)}-1234-4abc-8def-0123456789ab`,
      lat: random(2 ** 31) / 23860929.4,
      lon: random(2 ** 31) / 11930464.7,
      t: 1704067200000 + i,
      ok: i % 3 === 0,
      v: random(100000) / 100,
    }),
  },
  {
    name: 'orders (numeric, lists)',
    schema: [
      column('order_id', sql.BIGINT),
      column('total', sql.numericOf(12, 2)),
      column('tax', sql.NUMERIC),
      column(
        'lines',
        sql.arrayOf(
          sql.structOf([
            {name: 'sku', type: sql.TEXT},
            {name: 'n', type: sql.INTEGER},
          ]),
        ),
      ),
      column('tags', sql.arrayOf(sql.TEXT)),
    ],
    record: i => ({
      order_id: i,
      total: random(10000000) / 100,
      tax: random(10000) / 1000,
      lines: Array.from({length: 1 + random(4)}, () => ({sku: word(8), n: 1 + random(9)})),
      tags: [word(5), word(7)],
    }),
  },
  {
    name: 'jsonb, keys in any order',
    schema: [column('id', sql.BIGINT), column('payload', sql.JSONB)],
    record: i => ({
      id: i,
      payload: {
        user: word(9),
        action: 'click',
        x: random(1000),
        path: ['a', word(3)],
        nested: {zz: null, y: true, deep: word(12)},
      },
    }),
  },
  {
    name: 'text with escapes, not ASCII',
    schema: [column('id', sql.BIGINT), column('message', sql.TEXT)],
    record: i => ({id: i, message: `Grüße aus „Köln“ № ${random(1000)}\n\t"${word(10)}" — 東京`}),
  },
  {
    name: 'wide rows, 100 columns',
    schema: Array.from({length: 100}, (_, i) => column(`column_${i}`, WIDE[i % 4])),
    records: 10_000,
    record: i =>
      Object.fromEntries(
        Array.from({length: 100}, (_, c) => [
          `column_${c}`,
          [random(100000), word(8), random(100000) / 100, i % 2 === 0][c % 4],
        ]),
      ),
  },
];

/** Seconds of the fastest of several runs of each, taken in turns, so that a busy machine disturbs all alike. */
function fastest(...runs: readonly (() => void)[]): number[] {
  const best = runs.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++) {
    runs.forEach((run, i) => {
      const start = performance.now();
      run();
      best[i] = Math.min(best[i], (performance.now() - start) / 1000);
    });
  }
  return best;
}

export type DecodeFigures = {
  readonly name: string;
  readonly bytesPerRecord: number;
  /** Million records a second. */
  readonly parse: number;
  readonly columns: number;
};

/** JSON.parse of each line against the decoder over the same bytes, for each shape of records in turn. */
export function* measureJsonDecode(): Iterable<DecodeFigures> {
  const memory = loadKernels();
  for (const {name, schema, records: count = RECORDS, record} of workloads) {
    const lines = Array.from({length: count}, (_, i) => JSON.stringify(record(i)));
    const bytes = Buffer.from(lines.map(line => `${line}\n`).join(''));
    const address = memory.alloc(bytes.length);
    memory.u8.set(bytes, address);
    const decoder = formatByName('json').createDecoder(memory, schema, {});
    let kept: unknown;
    const [columns, parse] = fastest(
      () => {
        const {batches, records, bad} = decoder.decodeLines(address, bytes.length, {final: true});
        if (records !== count || bad.length > 0) throw new Error(`${records} records, ${bad.length} of them bad`);
        for (const batch of batches) batch.release();
      },
      () => {
        for (const line of lines) kept = JSON.parse(line);
      },
    );
    if (kept === undefined) throw new Error('nothing parsed');
    decoder.close();
    memory.release(address);
    yield {
      name,
      bytesPerRecord: bytes.length / count,
      parse: count / parse / 1e6,
      columns: count / columns / 1e6,
    };
  }
}

if (process.argv[1]?.endsWith('bench-json-decode.mjs')) {
  console.log(`${''.padEnd(30)}bytes  JSON.parse  to columns   M records/s and ratio`);
  for (const {name, bytesPerRecord, parse, columns} of measureJsonDecode()) {
    const figures = [parse.toFixed(2).padStart(12), columns.toFixed(2).padStart(12)].join('');
    console.log(
      `${name.padEnd(30)}${bytesPerRecord.toFixed(0).padStart(5)}${figures}${(columns / parse).toFixed(1).padStart(8)}`,
    );
  }
}
