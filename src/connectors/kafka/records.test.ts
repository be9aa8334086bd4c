import fc from 'fast-check';
import {expect, test} from 'vitest';
import {loadKernels} from '../../kernels/load.ts';
import {encodeRecord, type TestRecord} from './testing/record-batches.ts';

const memory = loadKernels();

type Walked = {readonly offset: bigint; readonly value: string};

/** What kafka_records finds: the records, or the number of the malformed one. */
function walk(bytes: Uint8Array, count: number, base = 0n, first = 0n, last = 2n ** 62n): Walked[] | number {
  const address = memory.alloc(bytes.length + 16);
  memory.u8.set(bytes, address);
  // Junk behind the end must not matter.
  memory.u8.fill(0x81, address + bytes.length, address + bytes.length + 16);
  const values = memory.alloc(count * 8 + 8);
  const offsets = memory.alloc(count * 8 + 8);
  memory.u8.fill(0xee, values + count * 8, values + count * 8 + 8);
  const end = address + bytes.length;
  const kept = memory.kernels.kafka_records(address, end, count, base, first, last, values, offsets);
  const found: Walked[] = [];
  for (let i = 0; i < kept; i++) {
    const [at, length] = memory.u32.subarray((values >>> 2) + 2 * i, (values >>> 2) + 2 * i + 2);
    expect(at >= address && at + length <= end, 'the value lies in the bytes').toBe(true);
    const value = Buffer.from(memory.u8.slice(at, at + length)).toString('latin1');
    found.push({offset: memory.i64[(offsets >>> 3) + i], value});
  }
  expect(memory.u8[values + count * 8]).toBe(0xee);
  for (const buffer of [address, values, offsets]) memory.release(buffer);
  return kept < 0 ? -1 - kept : found;
}

/** The same, as the protocol guide has it, one byte after the other. Only times need more than 8 bytes. */
function walkReference(bytes: Uint8Array, count: number, base: bigint, first: bigint, last: bigint): Walked[] | number {
  let at = 0;
  let end = bytes.length;
  const bad = Symbol();
  const varint = (most = 8n): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < most * 7n; shift += 7n) {
      if (at >= end) throw bad;
      const byte = bytes[at++];
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asIntN(64, (value >> 1n) ^ -(value & 1n));
    }
    throw bad;
  };
  const found: Walked[] = [];
  for (let i = 0; i < count; i++) {
    try {
      end = bytes.length;
      const length = varint();
      if (length < 0n || length > BigInt(end - at)) throw bad;
      end = at + Number(length);
      at++;
      varint(10n);
      const delta = varint();
      const key = varint();
      if (key > 0n) {
        if (key > BigInt(end - at)) throw bad;
        at += Number(key);
      }
      const value = varint();
      if (value > BigInt(end - at)) throw bad;
      if (value >= 0n && delta >= first && delta < last) {
        const text = Buffer.from(bytes.subarray(at, at + Number(value))).toString('latin1');
        found.push({offset: base + delta, value: text});
      }
      at = end;
    } catch {
      return i;
    }
  }
  return found;
}

const record: fc.Arbitrary<TestRecord> = fc.record({
  value: fc.option(fc.oneof(fc.string({maxLength: 20}), fc.string({minLength: 60, maxLength: 200}))),
  key: fc.option(fc.string({maxLength: 100})),
  headers: fc.array(fc.tuple(fc.string({maxLength: 5}), fc.string({maxLength: 80})), {maxLength: 3}),
  delta: fc.oneof(fc.nat(300), fc.nat(0x7fffffff)),
  timeDelta: fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n}),
});

test('records with keys, headers, tombstones and times of any size', () => {
  fc.assert(
    fc.property(fc.array(record, {maxLength: 20}), fc.bigInt({min: 0n, max: 2n ** 50n}), (records, base) => {
      const bytes = Buffer.concat(records.map(encodeRecord));
      const expected = records
        .filter(({value}) => value !== null)
        .map(({value, delta}) => ({
          offset: base + BigInt(delta!),
          value: Buffer.from(value as string).toString('latin1'),
        }));
      expect(walk(bytes, records.length, base)).toEqual(expected);
    }),
    {numRuns: 300},
  );
});

test('only records between two offsets', () => {
  const bytes = Buffer.concat(Array.from({length: 10}, (_, i) => encodeRecord({value: `v${i}`, delta: i})));
  expect(walk(bytes, 10, 100n, 3n, 6n)).toEqual([3, 4, 5].map(i => ({offset: 100n + BigInt(i), value: `v${i}`})));
  expect(walk(bytes, 10, 100n, 0n, 0n)).toEqual([]);
});

test('changed, cut and random bytes: as the reference has it, and never a value outside', () => {
  const damaged = fc.oneof(
    fc
      .tuple(
        fc.array(record, {minLength: 1, maxLength: 8}),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), {maxLength: 6}),
        fc.nat(),
      )
      .map(([records, changes, cut]) => {
        const bytes = Buffer.concat(records.map(encodeRecord));
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        return {
          bytes: bytes.subarray(0, bytes.length - (cut % 3 === 0 ? cut % bytes.length : 0)),
          count: records.length,
        };
      }),
    fc.record({bytes: fc.uint8Array({maxLength: 200}), count: fc.nat(30)}),
  );
  fc.assert(
    fc.property(damaged, fc.nat(5), fc.nat(400), ({bytes, count}, first, last) => {
      const expected = walkReference(bytes, count, 7n, BigInt(first), BigInt(last));
      expect(walk(bytes, count, 7n, BigInt(first), BigInt(last))).toEqual(expected);
    }),
    {numRuns: 5000},
  );
  expect(memory.stats().liveBuffers).toBe(0);
});
