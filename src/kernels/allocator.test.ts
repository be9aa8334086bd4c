import {Worker} from 'node:worker_threads';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createMemory, loadKernels} from './load.ts';
import {type Address, type Memory, OutOfMemory} from './memory.ts';

type Live = {readonly address: Address; readonly bytes: number; readonly mark: number};

/** Every byte of the buffer is `mark`, as it was filled. */
function intact(memory: Memory, {address, bytes, mark}: Live): boolean {
  return Buffer.alloc(bytes, mark).equals(memory.u8.subarray(address, address + bytes));
}

test('random allocations keep their contents, never overlap and all come back', () => {
  const memory = loadKernels();
  const size = fc.oneof(
    fc.nat(300),
    fc.nat(40_000),
    // Around the end of the size classes and across several pages.
    fc.integer({min: 32_600, max: 32_800}),
    fc.nat(400_000),
  );
  const step = fc.oneof(
    {weight: 3, arbitrary: size.map(bytes => ({bytes}))},
    {weight: 2, arbitrary: fc.nat().map(free => ({free}))},
  );
  fc.assert(
    fc.property(fc.array(step, {maxLength: 120, size: 'max'}), steps => {
      const live: Live[] = [];
      let mark = 0;
      for (const each of steps) {
        if ('bytes' in each) {
          const address = memory.alloc(each.bytes);
          expect(address % 64).toBe(0);
          mark = (mark + 1) & 255;
          memory.u8.fill(mark, address, address + each.bytes);
          live.push({address, bytes: each.bytes, mark});
        } else if (live.length > 0) {
          const [freed] = live.splice(each.free % live.length, 1);
          expect(intact(memory, freed)).toBe(true);
          memory.release(freed.address);
        }
      }
      expect(memory.stats().liveBuffers).toBe(live.length);
      expect(memory.stats().liveBytes).toBe(live.reduce((sum, each) => sum + each.bytes, 0));
      for (const each of live) {
        expect(intact(memory, each)).toBe(true);
        memory.release(each.address);
      }
      expect(memory.stats()).toMatchObject({liveBuffers: 0, liveBytes: 0});
    }),
    {numRuns: 100},
  );
});

test('freed spans merge: a memory that was full of small spans serves one large span without growing', () => {
  const memory = loadKernels();
  const page = 65536;
  const pieces = Array.from({length: 64}, () => memory.alloc(page - 64));
  const grown = memory.stats().totalBytes;
  // Odd ones first, so that each even one finds free neighbours on both sides.
  for (let i = 1; i < 64; i += 2) memory.release(pieces[i]);
  for (let i = 0; i < 64; i += 2) memory.release(pieces[i]);
  const large = memory.alloc(64 * page - 64);
  expect(memory.stats().totalBytes).toBe(grown);
  memory.release(large);
});

test('the last of several references frees', () => {
  const memory = loadKernels();
  const address = memory.alloc(100);
  memory.retain(address);
  memory.release(address);
  expect(memory.stats().liveBuffers).toBe(1);
  memory.release(address);
  expect(memory.stats().liveBuffers).toBe(0);
});

/** What each thread runs: thousands of random allocations, filled with the thread's own byte and checked before freeing. */
const churn = `
  const {workerData, parentPort} = require('node:worker_threads');
  const {memory, wasm, mark, rounds} = workerData;
  const {exports: kernels} = new WebAssembly.Instance(new WebAssembly.Module(wasm), {env: {memory, abort() {}}});
  kernels.mem_init();
  let seed = mark;
  const random = n => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % n;
  const live = [];
  let damaged = 0;
  const release = ({address, bytes}) => {
    const view = new Uint8Array(memory.buffer, address, bytes);
    if (!Buffer.alloc(bytes, mark).equals(view)) damaged++;
    kernels.mem_release(address);
  };
  for (let i = 0; i < rounds; i++) {
    if (live.length < 50 || random(2)) {
      const bytes = random(8) === 0 ? random(200000) : random(2000);
      const address = kernels.mem_alloc(bytes) >>> 0;
      new Uint8Array(memory.buffer, address, bytes).fill(mark);
      live.push({address, bytes});
    } else {
      const at = random(live.length);
      release(live[at]);
      live[at] = live[live.length - 1];
      live.pop();
    }
  }
  for (const each of live) release(each);
  parentPort.postMessage(damaged);
`;

test('two instances over one memory on two threads share the heap', async () => {
  const {readFileSync} = await import('node:fs');
  const wasm = readFileSync(new URL('../../dist/kernels.wasm', import.meta.url));
  const memory = loadKernels();
  const run = (mark: number) =>
    new Promise<number>((resolve, reject) => {
      const worker = new Worker(churn, {eval: true, workerData: {memory: memory.raw, wasm, mark, rounds: 8000}});
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  expect(await Promise.all([run(1), run(2)])).toEqual([0, 0]);
  expect(memory.stats()).toMatchObject({liveBuffers: 0, liveBytes: 0});
});

describe('when memory is exhausted', () => {
  const limit = 16 << 20;

  /** As many buffers as there is room for. */
  function fill(memory: Memory, bytes: number): Address[] {
    const taken: Address[] = [];
    for (;;) {
      try {
        taken.push(memory.alloc(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(OutOfMemory);
        return taken;
      }
    }
  }

  test('what small buffers have given back serves large ones, and the other way round', () => {
    const memory = loadKernels(createMemory(limit));
    const large = 8 << 20;
    for (const bytes of [1, 200, 1000, 20_000, 100_000, 1]) {
      const taken = fill(memory, bytes);
      expect(taken.length * bytes).toBeGreaterThan(bytes < 200 ? 0 : large);
      for (const address of taken) memory.release(address);
      memory.release(memory.alloc(large));
    }
    expect(memory.stats()).toMatchObject({liveBuffers: 0, liveBytes: 0});
    expect(memory.stats().totalBytes).toBeLessThanOrEqual(limit);
  });

  test('pages that still hold a small buffer stay as they are', () => {
    const memory = loadKernels(createMemory(limit));
    const size = fc.oneof(fc.nat(300), fc.integer({min: 1000, max: 32_000}), fc.integer({min: 40_000, max: 900_000}));
    fc.assert(
      fc.property(fc.array(fc.tuple(size, fc.integer({min: 2, max: 9})), {minLength: 1, maxLength: 12}), rounds => {
        let live: Live[] = [];
        for (const [bytes, every] of rounds) {
          const mark = live.length & 255;
          for (const address of fill(memory, bytes)) {
            memory.u8.fill(mark, address, address + bytes);
            live.push({address, bytes, mark});
          }
          const kept = live.filter((_, i) => i % every === 0);
          for (const [i, each] of live.entries()) if (i % every !== 0) memory.release(each.address);
          for (const each of kept) expect(intact(memory, each)).toBe(true);
          live = kept;
        }
        for (const each of live) memory.release(each.address);
        expect(memory.stats()).toMatchObject({liveBuffers: 0, liveBytes: 0});
      }),
      {numRuns: 6},
    );
  });
});
