import type {Address, Memory} from '../../kernels/memory.ts';
import {holdsBlock} from './group-accumulators.ts';
import {SEGMENT_SHIFT} from './row-store.ts';

// The rows of a segment's groups in a checkpoint: u32 rows, u32 bytes of a row, the rows as they lie in memory; then what
// stands outside them: {u32 row, u32 accumulator, u32 bytes, 0} and the bytes, padded to 8. These are the block that a cell
// names, or (8 bytes, the last u32 is 1) the carry of a sum.

const ACCUMULATORS = 56;
const ROW_BYTES = 60;
const ENTRY = 16;

export function writePage(memory: Memory, groups: Address, segment: number, rows: number): Uint8Array {
  const stride = memory.u32[(groups + ROW_BYTES) >>> 2];
  const page = memory.kernels.groups_page_address(groups, segment);
  const outside = [...blocksOf(memory, groups, page, rows, stride), ...carriesOf(memory, groups, segment)];
  const bytes = new Uint8Array(
    outside.reduce((sum, {bytes: own}) => sum + ENTRY + padded(own.length), 8 + rows * stride),
  );
  const view = new DataView(bytes.buffer);
  view.setUint32(0, rows, true);
  view.setUint32(4, stride, true);
  bytes.set(memory.u8.subarray(page, page + rows * stride), 8);
  let at = 8 + rows * stride;
  for (const piece of outside) {
    const words = [piece.row, piece.accumulator, piece.bytes.length, Number(piece.carry)];
    words.forEach((word, i) => view.setUint32(at + i * 4, word, true));
    bytes.set(piece.bytes, at + ENTRY);
    at += ENTRY + padded(piece.bytes.length);
  }
  return bytes;
}

type Piece = {readonly row: number; readonly accumulator: number; readonly carry: boolean; readonly bytes: Uint8Array};

const padded = (bytes: number) => (bytes + 7) & ~7;

/** kind, place of the cell, address of the carries of each accumulator. */
function accumulatorsOf(memory: Memory, groups: Address): {kind: number; place: number; carries: number}[] {
  return Array.from({length: memory.u32[(groups + ACCUMULATORS) >>> 2]}, (_, i) => {
    const at = memory.kernels.groups_accumulator_address(groups, i) >>> 2;
    return {kind: memory.u32[at], place: memory.u32[at + 1], carries: memory.u32[at + 7]};
  });
}

function* blocksOf(memory: Memory, groups: Address, page: number, rows: number, stride: number): Generator<Piece> {
  for (const [accumulator, {kind, place}] of accumulatorsOf(memory, groups).entries()) {
    if (!holdsBlock(kind)) continue;
    for (let row = 0; row < rows; row++) {
      const block = memory.u32[(page + row * stride + place) >>> 2];
      if (block === 0) continue;
      yield {row, accumulator, carry: false, bytes: memory.u8.slice(block, block + memory.kernels.mem_size(block))};
    }
  }
}

function* carriesOf(memory: Memory, groups: Address, segment: number): Generator<Piece> {
  for (const [accumulator, {carries}] of accumulatorsOf(memory, groups).entries()) {
    if (carries === 0) continue;
    const end = carries + memory.kernels.mem_size(carries);
    for (let at = carries; at < end; at += 16) {
      const reference = memory.u32[at >>> 2] - 1;
      if (reference < 0 || reference >>> SEGMENT_SHIFT !== segment) continue;
      const row = reference & (2 ** SEGMENT_SHIFT - 1);
      yield {row, accumulator, carry: true, bytes: memory.u8.slice(at + 8, at + 16)};
    }
  }
}

/** The groups of the segment are there, with rows of zeros. */
export function restorePage(
  memory: Memory,
  groups: Address,
  segment: number,
  version: number,
  bytes: Uint8Array,
): void {
  const {kernels} = memory;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint32(0, true) * view.getUint32(4, true);
  memory.u8.set(bytes.subarray(8, 8 + size), kernels.groups_page_address(groups, segment));
  for (let at = 8 + size; at < bytes.length;) {
    const [row, accumulator, length, carry] = [0, 4, 8, 12].map(offset => view.getUint32(at + offset, true));
    const reference = segment * 2 ** SEGMENT_SHIFT + row;
    if (carry !== 0) {
      kernels.groups_restore_carry(groups, reference, accumulator, view.getBigInt64(at + ENTRY, true));
    } else {
      const block = kernels.groups_restore_block_address(groups, reference, accumulator, length);
      memory.u8.set(bytes.subarray(at + ENTRY, at + ENTRY + length), block);
    }
    at += ENTRY + padded(length);
  }
  kernels.groups_set_page_version(groups, segment, version);
}
