import fc from 'fast-check';
import {afterEach, expect, test} from 'vitest';
import {batchRows} from '../../columnar/datum-access.ts';
import {loadKernels} from '../../kernels/load.ts';
import {OutOfMemory} from '../../kernels/memory.ts';
import {column} from '../../types/schema.ts';
import {BIGINT, TEXT} from '../../types/sql-type.ts';
import type {Decoder} from '../formats/format.ts';
import {jsonFormat} from '../formats/json.ts';
import type {AbortedTransaction} from './aborted-transactions.ts';
import {offsetAfter} from './record-batch.ts';
import {RecordReader} from './record-reader.ts';
import {RecordSet} from './record-set.ts';
import {COMPRESSIONS, type CompressionName, encodeBatch, marker, type TestBatch} from './testing/record-batches.ts';

const memory = loadKernels();
const SCHEMA = [column('n', BIGINT), column('text', TEXT)];

afterEach(() => {
  expect(memory.stats().liveBuffers, 'buffers left behind').toBe(0);
});

function newReader(): RecordReader {
  return new RecordReader(memory, jsonFormat.createDecoder(memory, SCHEMA, {}));
}

function recordSet(records: Buffer, from = 0n, aborted: readonly AbortedTransaction[] = [], partition = 0): RecordSet {
  return new RecordSet(memory, {partition, errorCode: 0, lastStableOffset: 0n, aborted, records}, from);
}

type Result = {
  readonly rows: readonly (readonly unknown[])[];
  readonly letters: readonly {readonly partition: string; readonly offset: bigint; readonly reason: string}[];
  readonly counts: Readonly<Record<string, number>>;
};

function take(reader: RecordReader): Result {
  const {deltas, deadLetters, rows} = reader.finish();
  const found = deltas.flatMap(delta => batchRows(delta).map(({row}) => row));
  for (const delta of deltas) delta.release();
  const letters = deadLetters.map(({partition, offset, reason}) => ({partition, offset, reason}));
  return {rows: found, letters, counts: Object.fromEntries(rows)};
}

/** Reads a set at one go. */
function readAll(records: Buffer, from = 0n, end: bigint | null = null, aborted: readonly AbortedTransaction[] = []) {
  const reader = newReader();
  const set = recordSet(records, from, aborted);
  set.read(reader, Infinity, end);
  const result = take(reader);
  const {position, done} = set;
  set.close();
  reader.close();
  return {...result, position, done};
}

const json = (n: number, text = `t${n}`): string => JSON.stringify({n, text});
const records = (from: number, count: number) => Array.from({length: count}, (_, i) => ({value: json(from + i)}));
const rowsOf = (from: number, count: number) =>
  Array.from({length: count}, (_, i) => [BigInt(from + i), `t${from + i}`]);

test.each(Object.keys(COMPRESSIONS) as CompressionName[])('a batch with %s', compression => {
  const bytes = encodeBatch({baseOffset: 10n, records: records(10, 2000), compression});
  expect(readAll(bytes, 10n)).toEqual({
    rows: rowsOf(10, 2000),
    letters: [],
    counts: {0: 2000},
    position: 2010n,
    done: true,
  });
});

test('many small batches of several partitions come as few large ones, each row counted for its partition', () => {
  const reader = newReader();
  const sets = [0, 1, 2].map(partition => {
    const batches = Array.from({length: 300}, (_, i) =>
      encodeBatch({baseOffset: BigInt(i * 10), records: records(i * 10, 10)}),
    );
    return recordSet(Buffer.concat(batches), 0n, [], partition);
  });
  for (const set of sets) set.read(reader, Infinity, null);
  const {deltas, rows} = reader.finish();
  expect(deltas.map(delta => delta.length)).toEqual([8190, 810]);
  expect(Object.fromEntries(rows)).toEqual({0: 3000, 1: 3000, 2: 3000});
  for (const delta of deltas) delta.release();
  reader.close();
});

test('a batch that is cut off at the end is left for the next fetch', () => {
  const whole = encodeBatch({baseOffset: 0n, records: records(0, 3)});
  const next = encodeBatch({baseOffset: 3n, records: records(3, 3)});
  for (const cut of [1, 11, 16, 17, 30, 61, next.length - 1]) {
    const bytes = Buffer.concat([whole, next.subarray(0, cut)]);
    expect(offsetAfter(bytes)).toBe(3n);
    expect(readAll(bytes)).toMatchObject({rows: rowsOf(0, 3), position: 3n, done: true});
  }
  expect(offsetAfter(whole.subarray(0, 40))).toBe(null);
});

test('reading begins in the middle of a batch and ends in the middle of another', () => {
  const bytes = Buffer.concat(
    [0, 5, 10].map(base => encodeBatch({baseOffset: BigInt(base), records: records(base, 5)})),
  );
  expect(readAll(bytes, 3n, 12n)).toMatchObject({rows: rowsOf(3, 9), position: 12n, done: false});
  expect(readAll(bytes, 3n, 10n)).toMatchObject({rows: rowsOf(3, 7), position: 10n, done: false});
  expect(readAll(bytes, 3n, 4n)).toMatchObject({rows: rowsOf(3, 1), position: 4n, done: false});
  expect(readAll(bytes, 3n, 15n)).toMatchObject({rows: rowsOf(3, 12), position: 15n});
});

test('an end that compaction has left no record before', () => {
  const bytes = Buffer.concat([
    encodeBatch({baseOffset: 0n, records: records(0, 2)}),
    encodeBatch({baseOffset: 50n, records: records(50, 2)}),
  ]);
  expect(readAll(bytes, 0n, 30n)).toMatchObject({rows: rowsOf(0, 2), position: 30n});
});

test('batches emptied by compaction move the position', () => {
  const bytes = Buffer.concat([
    encodeBatch({baseOffset: 0n, records: [], lastDelta: 9}),
    encodeBatch({baseOffset: 10n, records: [{value: json(14), delta: 4}], lastDelta: 7}),
  ]);
  expect(readAll(bytes)).toMatchObject({rows: rowsOf(14, 1), position: 18n, done: true});
});

test('tombstones carry no row', () => {
  const bytes = encodeBatch({
    baseOffset: 0n,
    records: [{value: json(0)}, {key: 'gone', value: null}, {key: 'k', value: json(2), headers: [['h', 'v']]}],
  });
  expect(readAll(bytes)).toMatchObject({rows: [...rowsOf(0, 1), ...rowsOf(2, 1)], letters: [], counts: {0: 2}});
});

test('a bad record is a dead letter with its offset, the others are rows', () => {
  const values = [json(0), '{"n":', json(2), 'nonsense', '{"n":"x"}', json(5)];
  const bytes = encodeBatch({baseOffset: 70n, records: values.map(value => ({value})), compression: 'zstd'});
  const reader = newReader();
  const set = recordSet(bytes, 70n);
  set.read(reader, Infinity, null);
  const {deltas, deadLetters, rows} = reader.finish();
  expect(deltas.flatMap(delta => batchRows(delta).map(({row}) => row[0]))).toEqual([0n, 2n, 5n]);
  expect(deadLetters.map(({offset, bytes}) => [offset, Buffer.from(bytes).toString()])).toEqual([
    [71n, '{"n":'],
    [73n, 'nonsense'],
    [74n, '{"n":"x"}'],
  ]);
  for (const {reason} of deadLetters) expect(reason).toMatch(/\S/);
  expect(Object.fromEntries(rows)).toEqual({0: 3});
  for (const delta of deltas) delta.release();
  set.close();
  reader.close();
});

test('a batch whose checksum is wrong is one dead letter, the batches around it are read', () => {
  const bad = encodeBatch({baseOffset: 3n, records: records(3, 4), compression: 'lz4'});
  bad[bad.length - 3] ^= 1;
  const bytes = Buffer.concat([
    encodeBatch({baseOffset: 0n, records: records(0, 3)}),
    bad,
    encodeBatch({baseOffset: 7n, records: records(7, 2)}),
  ]);
  const {rows, letters, counts, position} = readAll(bytes);
  expect(rows).toEqual([...rowsOf(0, 3), ...rowsOf(7, 2)]);
  expect(letters).toEqual([{partition: '0', offset: 3n, reason: 'record batch of offsets 3 to 6: checksum mismatch'}]);
  expect(counts).toEqual({0: 5});
  expect(position).toBe(9n);
});

test('batches that make no sense for all their checksum are dead letters', () => {
  const reasons = (bytes: Buffer): string[] => readAll(bytes).letters.map(({reason}) => reason);
  expect(reasons(encodeBatch({baseOffset: 0n, records: records(0, 1), magic: 1}))).toEqual([
    'record batch of offsets 0 to 0: message format v1 is not supported, only v2 (Kafka 0.11 and later)',
  ]);
  const claim = (change: (bytes: Buffer) => void, compression: CompressionName = 'none'): string[] => {
    const bytes = encodeBatch({baseOffset: 0n, records: records(0, 5), compression});
    change(bytes);
    bytes.writeUInt32BE(memoryCrc(bytes.subarray(21)), 17);
    return reasons(bytes);
  };
  expect(claim(bytes => bytes.writeInt32BE(6, 57))).toEqual(['record batch of offsets 0 to 4: record 5 is malformed']);
  expect(claim(bytes => bytes.writeInt32BE(0x7fffffff, 57))[0]).toMatch(/bytes cannot hold 2147483647 records$/);
  expect(claim(bytes => bytes.writeInt16BE(6, 21))).toEqual([
    'record batch of offsets 0 to 4: compression codec 6 is unknown',
  ]);
  expect(claim(bytes => bytes.fill(7, 61, 80), 'zstd')).toEqual([
    'record batch of offsets 0 to 4: the compressed bytes are damaged',
  ]);
  expect(claim(bytes => bytes.fill(7, 61, 80), 'gzip')[0]).toMatch(/^record batch of offsets 0 to 4: ./);
});

function memoryCrc(bytes: Uint8Array): number {
  const address = memory.alloc(bytes.length);
  memory.u8.set(bytes, address);
  const crc = memory.kernels.crc32c(address, bytes.length) >>> 0;
  memory.release(address);
  return crc;
}

test('aborted transactions and control batches are passed over, committed ones are not', () => {
  const batch = (base: number, count: number, producerId: bigint): Buffer =>
    encodeBatch({baseOffset: BigInt(base), records: records(base, count), transactional: true, producerId});
  const end = (base: number, producerId: bigint, kind: 'abort' | 'commit'): Buffer =>
    encodeBatch({baseOffset: BigInt(base), records: [marker(kind)], transactional: true, control: true, producerId});
  const bytes = Buffer.concat([
    batch(0, 2, 1n), // aborted
    batch(2, 2, 2n), // committed
    encodeBatch({baseOffset: 4n, records: records(4, 1)}), // of no transaction
    batch(5, 2, 1n), // aborted, the same transaction
    end(7, 1n, 'abort'),
    batch(8, 2, 1n), // the producer's next transaction, committed
    end(10, 2n, 'commit'),
    end(11, 1n, 'commit'),
    batch(12, 1, 2n), // aborted
    end(13, 2n, 'abort'),
  ]);
  const aborted = [
    {producerId: 2n, firstOffset: 12n},
    {producerId: 1n, firstOffset: 0n},
  ];
  const expected = [...rowsOf(2, 2), ...rowsOf(4, 1), ...rowsOf(8, 2)];
  expect(readAll(bytes, 0n, null, aborted)).toMatchObject({rows: expected, letters: [], position: 14n, done: true});
  // Begun in the middle: what came before still counts.
  expect(readAll(bytes, 6n, null, aborted)).toMatchObject({rows: rowsOf(8, 2), position: 14n});
});

test('a decoder that fails leaves the sets as they were', () => {
  let broken = true;
  const inner = jsonFormat.createDecoder(memory, SCHEMA, {});
  const decoder: Decoder = {
    schema: SCHEMA,
    readPreamble: () => 0,
    decodeLines: (...args) => inner.decodeLines(...args),
    decodeRecords: (...args) => {
      if (broken) throw new OutOfMemory(1);
      return inner.decodeRecords(...args);
    },
    close: () => inner.close(),
  };
  const reader = new RecordReader(memory, decoder);
  const set = recordSet(encodeBatch({baseOffset: 0n, records: records(0, 20_000), compression: 'snappy framed'}));
  expect(() => {
    set.read(reader, Infinity, null);
    reader.finish();
  }).toThrow(OutOfMemory);
  reader.abandon();
  set.rewind();
  broken = false;
  set.read(reader, Infinity, null);
  expect(take(reader).rows).toEqual(rowsOf(0, 20_000));
  set.close();
  reader.close();
});

/** Batches one after the other, some of transactions, with gaps; and what they are to give. */
type Plan = {
  readonly kind: 'plain' | 'committed' | 'aborted' | 'corrupt';
  readonly compression: CompressionName;
  readonly gap: number;
  readonly records: readonly ('row' | 'bad' | 'tombstone')[];
};

const plan: fc.Arbitrary<readonly Plan[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('plain', 'plain', 'committed', 'aborted', 'corrupt'),
    compression: fc.constantFrom(...(Object.keys(COMPRESSIONS) as CompressionName[])),
    gap: fc.constantFrom(0, 0, 0, 3),
    records: fc.array(fc.constantFrom('row', 'row', 'row', 'bad', 'tombstone'), {minLength: 1, maxLength: 8}),
  }),
  {maxLength: 8},
);

test('however it is cut into polls, and however often they fail, a set gives the same', () => {
  fc.assert(
    fc.property(
      plan,
      fc.nat(12),
      fc.option(fc.nat(60)),
      fc.array(fc.record({maxRows: fc.integer({min: 1, max: 10}), fails: fc.boolean()}), {minLength: 1, maxLength: 30}),
      (plans, from, end, polls) => {
        const {bytes, aborted, rows, letters} = build(plans);
        const within = (offset: bigint): boolean => offset >= BigInt(from) && (end === null || offset < BigInt(end));
        const reader = newReader();
        const set = recordSet(bytes, BigInt(from), aborted);
        const found: unknown[] = [];
        const bad: bigint[] = [];
        for (let i = 0; i < 200; i++) {
          const poll = polls[i % polls.length];
          set.read(reader, poll.maxRows, end === null ? null : BigInt(end));
          if (poll.fails && i < polls.length) {
            reader.abandon();
            set.rewind();
            continue;
          }
          const taken = take(reader);
          set.commit();
          found.push(...taken.rows.map(([n]) => n));
          bad.push(...taken.letters.map(({offset}) => offset));
          if (set.done || (end !== null && set.position >= BigInt(end))) break;
        }
        expect(found).toEqual(rows.filter(within));
        // A corrupt batch is told at the first of its offsets that is asked for.
        const expected = letters
          .filter(({first, last}) => last >= BigInt(from) && (end === null || first < BigInt(end)))
          .map(({first}) => (first < BigInt(from) ? BigInt(from) : first));
        expect(new Set(bad)).toEqual(new Set(expected));
        set.close();
        reader.close();
      },
    ),
    {numRuns: 500},
  );
});

function build(plans: readonly Plan[]) {
  const parts: Buffer[] = [];
  const aborted: AbortedTransaction[] = [];
  const rows: bigint[] = [];
  const letters: {first: bigint; last: bigint}[] = [];
  let offset = 0n;
  plans.forEach((plan, i) => {
    const producerId = BigInt(i);
    const baseOffset = offset;
    const batch: TestBatch = {
      baseOffset,
      records: plan.records.map((kind, j) => ({
        value: kind === 'row' ? json(Number(baseOffset) + j) : kind === 'bad' ? '{' : null,
      })),
      compression: plan.compression,
      transactional: plan.kind === 'committed' || plan.kind === 'aborted',
      producerId,
    };
    const bytes = encodeBatch(batch);
    if (plan.kind === 'corrupt') {
      bytes[bytes.length - 1] ^= 0x40;
      letters.push({first: baseOffset, last: baseOffset + BigInt(plan.records.length) - 1n});
    } else if (plan.kind === 'aborted') {
      aborted.push({producerId, firstOffset: baseOffset});
    } else {
      plan.records.forEach((kind, j) => {
        const at = baseOffset + BigInt(j);
        if (kind === 'row') rows.push(at);
        if (kind === 'bad') letters.push({first: at, last: at});
      });
    }
    parts.push(bytes);
    offset += BigInt(plan.records.length);
    if (batch.transactional) {
      const record = marker(plan.kind === 'aborted' ? 'abort' : 'commit');
      parts.push(encodeBatch({baseOffset: offset, records: [record], transactional: true, control: true, producerId}));
      offset++;
    }
    offset += BigInt(plan.gap);
  });
  return {bytes: Buffer.concat(parts), aborted, rows, letters};
}
