import fc from 'fast-check';
import {expect, test} from 'vitest';
import {loadKernels} from '../../kernels/load.ts';
import {crc32cOf} from './testing/record-batches.ts';

const memory = loadKernels();

function crc32c(bytes: Uint8Array, shift = 0): number {
  const address = memory.alloc(bytes.length + shift + 1);
  memory.u8.set(bytes, address + shift);
  const crc = memory.kernels.crc32c(address + shift, bytes.length) >>> 0;
  memory.release(address);
  return crc;
}

test('known vectors (RFC 3720, B.4; the check value of CRC-32C)', () => {
  expect(crc32c(Buffer.from(''))).toBe(0);
  expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
  expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa);
  expect(crc32c(Buffer.alloc(32, 0xff))).toBe(0x62a8ab43);
  expect(crc32c(Buffer.from(Array.from({length: 32}, (_, i) => i)))).toBe(0x46dd794e);
  expect(crc32c(Buffer.from(Array.from({length: 32}, (_, i) => 31 - i)))).toBe(0x113fdb5c);
});

test('any bytes at any alignment, as by the definition', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 200}), fc.nat(15), (bytes, shift) => {
      expect(crc32c(bytes, shift)).toBe(crc32cOf(bytes));
    }),
    {numRuns: 500},
  );
  expect(memory.stats().liveBuffers).toBe(0);
});
