import {DuckDBInstance} from '@duckdb/node-api';
import fc from 'fast-check';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {loadKernels} from '../../kernels/load.ts';
import {ByteArena, SLACK_BYTES} from './byte-arena.ts';
import {decompress} from './compression.ts';
import {lz4Block, lz4Frame, lzExpand, type LzStep, snappyBlock, xerialFrame} from './testing/lz-encoders.ts';
import {COMPRESSIONS, zstdCompress} from './testing/record-batches.ts';

const memory = loadKernels();
const SNAPPY = 2;
const LZ4 = 3;
const ZSTD = 4;

/** Uncompresses a copy in linear memory, junk behind it; the junk behind the output must stay within the slack. */
function expand(codec: number, bytes: Uint8Array): Buffer {
  const before = memory.stats();
  const arena = new ByteArena(memory);
  const address = memory.alloc(bytes.length + SLACK_BYTES);
  try {
    memory.u8.fill(0xa5, address, address + bytes.length + SLACK_BYTES);
    memory.u8.set(bytes, address);
    const out = decompress(memory, codec, {address, length: bytes.length}, arena);
    return Buffer.from(memory.u8.slice(out.address, out.address + out.length));
  } finally {
    memory.release(address);
    arena.clear();
    expect(memory.stats().liveBuffers).toBe(before.liveBuffers);
  }
}

/** The bytes uncompressed, or that they are damaged. */
function expandOrFail(codec: number, bytes: Uint8Array): Buffer | string {
  try {
    return expand(codec, bytes);
  } catch (error) {
    return (error as Error).message;
  }
}

/** Literals and matches of all lengths and distances, valid one after the other. */
const steps = (most: {distance: number}): fc.Arbitrary<LzStep[]> => {
  const length = fc.oneof(fc.integer({min: 4, max: 20}), fc.integer({min: 4, max: 300}), fc.constant(5000));
  const literals = fc.oneof(
    fc.uint8Array({minLength: 1, maxLength: 20}),
    fc.uint8Array({minLength: 1, maxLength: 700}),
    fc.constant(new Uint8Array(0)),
  );
  const step = fc.record({literals, back: fc.oneof(fc.nat(20), fc.nat(0xffff), fc.nat()), length});
  return fc.array(step, {minLength: 1, maxLength: 12}).map(list => {
    let size = 0;
    const steps: LzStep[] = [];
    for (const {literals, back, length} of list) {
      const from = size === 0 && literals.length === 0 ? Uint8Array.of(1) : literals;
      size += from.length;
      steps.push({literals: from, distance: 1 + (back % Math.min(size, most.distance)), length});
      size += length;
    }
    steps.push({literals: list[0].literals, distance: 0, length: 0});
    return steps;
  });
};

/** Text with a few words in many places: what matches are for. */
const text = fc
  .array(
    fc.oneof(fc.constantFrom('auction', 'bidder', '2024-01-01T00:00:00.000Z', 'price'), fc.string({maxLength: 6})),
    {
      maxLength: 3000,
      size: 'max',
    },
  )
  .map(words => Buffer.from(words.join('":"')));

test('lz4: any steps, as blocks of one frame and as frames', () => {
  fc.assert(
    fc.property(steps({distance: 65_535}), steps({distance: 65_535}), fc.boolean(), (one, two, checksums) => {
      const blocks = [{bytes: lz4Block(one)}, {bytes: lzExpand(two), raw: true}, {bytes: lz4Block(two)}];
      const frame = lz4Frame(blocks, {checksums, contentSize: checksums ? 1 : undefined});
      const plain = Buffer.concat([lzExpand(one), lzExpand(two), lzExpand(two)]);
      expect(expand(LZ4, frame).equals(plain)).toBe(true);
      const skipped = Buffer.from([0x53, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 9, 9, 9]);
      expect(expand(LZ4, Buffer.concat([frame, skipped, frame])).equals(Buffer.concat([plain, plain]))).toBe(true);
    }),
    {numRuns: 200},
  );
});

test('lz4: blocks that refer to the blocks before them', () => {
  const head = Buffer.from('a block, and then another block of the same words');
  const linked = lz4Block([
    {literals: new Uint8Array(0), distance: head.length, length: head.length},
    {literals: Buffer.from('.....'), distance: 0, length: 0},
  ]);
  const frame = lz4Frame([{bytes: head, raw: true}, {bytes: linked}]);
  expect(expand(LZ4, frame).toString()).toBe(`${head.toString()}${head.toString()}.....`);
});

test('snappy: any steps, bare and framed', () => {
  fc.assert(
    fc.property(steps({distance: 2 ** 31}), steps({distance: 2000}), (one, two) => {
      expect(expand(SNAPPY, snappyBlock(one)).equals(lzExpand(one))).toBe(true);
      const frame = xerialFrame([snappyBlock(one), snappyBlock([]), snappyBlock(two)]);
      expect(expand(SNAPPY, frame).equals(Buffer.concat([lzExpand(one), lzExpand(two)]))).toBe(true);
    }),
    {numRuns: 200},
  );
});

test('snappy: a distance beyond 65,535 and literals beyond 65,536', () => {
  const literals = Buffer.from(Array.from({length: 150_000}, (_, i) => (i * i) >>> 7));
  const far = [
    {literals, distance: 140_000, length: 1000},
    {literals: Buffer.from('end'), distance: 0, length: 0},
  ];
  expect(expand(SNAPPY, snappyBlock(far)).equals(lzExpand(far))).toBe(true);
});

test('zstd: text at every level', () => {
  fc.assert(
    fc.property(text, fc.integer({min: -5, max: 19}), (bytes, level) => {
      expect(expand(ZSTD, zstdCompress(bytes, level)).equals(bytes)).toBe(true);
    }),
    {numRuns: 150},
  );
});

test('zstd: shapes that choose each way to write literals and sequences', () => {
  let seed = 1;
  const random = (n: number): number => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % n;
  const shapes: Record<string, Buffer> = {
    empty: Buffer.alloc(0),
    'one byte': Buffer.from('x'),
    zeros: Buffer.alloc(1_000_000),
    noise: Buffer.from(Array.from({length: 300_000}, () => random(256))),
    'two symbols': Buffer.from(Array.from({length: 200_000}, () => (random(8) === 0 ? 66 : 65))),
    'all symbols, skewed': Buffer.from(Array.from({length: 300_000}, () => random(1 + random(256)))),
    'many small numbers': Buffer.from(Array.from({length: 60_000}, (_, i) => `${i % 977},${random(50)}\n`).join('')),
    'long matches far back': Buffer.concat(
      Array.from({length: 4}, () => Buffer.from(Array.from({length: 150_000}, (_, i) => (i * i * 31) >>> 9))),
    ),
    'changing alphabets': Buffer.concat(
      Array.from({length: 12}, (_, block) =>
        Buffer.from(Array.from({length: 50_000}, () => block * 20 + random(3 + block))),
      ),
    ),
  };
  for (const [name, bytes] of Object.entries(shapes)) {
    for (const level of [-7, 1, 3, 6, 9, 13, 19]) {
      const out = expand(ZSTD, zstdCompress(bytes, level));
      expect(out.equals(bytes), `${name} at level ${level}`).toBe(true);
    }
  }
});

test('zstd: frames as a streaming writer makes them, one after the other', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'millrace-zstd-'));
  try {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const file = join(directory, 'numbers.csv.zst');
    await connection.run(
      `COPY (SELECT range, range * 7919 % 5000, 'channel-' || range % 97 FROM range(60000)) TO '${file}'
       (FORMAT csv, HEADER false, COMPRESSION zstd)`,
    );
    connection.closeSync();
    const packed = readFileSync(file);
    const skipped = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 1, 1]);
    const plain = Array.from({length: 60_000}, (_, i) => `${i},${(i * 7919) % 5000},channel-${i % 97}\n`).join('');
    expect(expand(ZSTD, packed).toString()).toBe(plain);
    expect(expand(ZSTD, Buffer.concat([packed, skipped, packed])).toString()).toBe(plain + plain);
  } finally {
    rmSync(directory, {recursive: true});
  }
});

test('all codecs give back the same bytes', () => {
  fc.assert(
    fc.property(text, bytes => {
      for (const {code, compress} of Object.values(COMPRESSIONS)) {
        expect(expand(code, compress(bytes)).equals(bytes)).toBe(true);
      }
    }),
    {numRuns: 30},
  );
});

test('damaged bytes are an error or other bytes, never more than was said, and leave nothing behind', () => {
  const packed = fc.constantFrom(
    ...[...Object.values(COMPRESSIONS)].flatMap(({code, compress}) =>
      [
        'the quick brown fox jumps over the lazy dog. '.repeat(40),
        Array.from({length: 3000}, (_, i) => `${(i * 7919) % 5000} `).join(''),
      ].map(plain => ({code, bytes: Buffer.from(compress(Buffer.from(plain)))})),
    ),
    ...[1, 12, 19].map(level => ({
      code: ZSTD,
      bytes: Buffer.from(
        zstdCompress(Buffer.from(Array.from({length: 9000}, (_, i) => `${(i * i) % 1013},`).join('')), level),
      ),
    })),
  );
  let failures = 0;
  fc.assert(
    fc.property(
      packed,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), {maxLength: 8}),
      fc.nat(),
      ({code, bytes}, changes, cut) => {
        const damaged = Buffer.from(cut % 4 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes);
        for (const [at, byte] of changes)
          if (damaged.length > 0) damaged[at % Math.min(damaged.length, 1 << (4 + (at % 12)))] = byte;
        if (typeof expandOrFail(code, damaged) === 'string') failures++;
      },
    ),
    {numRuns: 4000},
  );
  expect(failures).toBeGreaterThan(500);
  expect(memory.stats().liveBuffers).toBe(0);
});

test('what is no stream at all', () => {
  for (const code of [1, SNAPPY, LZ4, ZSTD]) {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 100}), bytes => {
        expandOrFail(code, bytes);
      }),
      {numRuns: 500},
    );
  }
  expect(expandOrFail(LZ4, Buffer.from('not a frame'))).toBe('the compressed bytes are damaged');
  expect(expandOrFail(5, Buffer.from('x'))).toBe('compression codec 5 is unknown');
  // A frame that says it holds 4 blocks of 512 MB.
  const block = Buffer.from([0x02, 0, 0]);
  block.writeUIntLE((((1 << 21) - 1) << 3) | 2, 0, 3);
  const bomb = Buffer.concat([
    Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]),
    ...Array.from({length: 600}, () => Buffer.concat([block, Buffer.from([0])])),
  ]);
  expect(expandOrFail(ZSTD, bomb)).toBe('the batch is larger than 1 GB uncompressed');
  expect(memory.stats().liveBuffers).toBe(0);
});
