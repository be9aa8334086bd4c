import type {Vector} from '../../columnar/vector.ts';
import {ABSENT, type Address, type Memory} from '../../kernels/memory.ts';
import {childTypesOf, Physical, physicalOf, physicalWidth, SHAPE_BYTES, type SqlType} from '../../types/sql-type.ts';

// A segment in a checkpoint: u32 rows, then each vector, children after their parent: u32 length, u32 bytes of values, of
// offsets, of validity (0: absent), and these buffers, each padded to 8 bytes. Little-endian.

export function encodeVectors(memory: Memory, vectors: readonly Vector[], rows: number): Uint8Array {
  const pieces: Piece[] = [];
  for (const vector of vectors) collect(memory, vector, pieces);
  const total = pieces.reduce(
    (sum, piece) => sum + 16 + padded(piece.values) + padded(piece.offsets) + padded(piece.validity),
    8,
  );
  const bytes = new Uint8Array(total);
  const header = new DataView(bytes.buffer);
  header.setUint32(0, rows, true);
  let at = 8;
  for (const {vector, values, offsets, validity} of pieces) {
    [vector.length, values, offsets, validity].forEach((word, i) => header.setUint32(at + i * 4, word, true));
    at += 16;
    at = put(memory, bytes, at, vector.values, values);
    at = put(memory, bytes, at, vector.offsets, offsets);
    at = put(memory, bytes, at, vector.validity, validity);
  }
  return bytes;
}

type Piece = {readonly vector: Vector; readonly values: number; readonly offsets: number; readonly validity: number};

function collect(memory: Memory, vector: Vector, pieces: Piece[]): void {
  pieces.push({
    vector,
    values: vector.values === 0 ? 0 : valueBytes(memory, vector),
    offsets: vector.offsets === 0 ? 0 : (vector.length + 1) * 4,
    validity: vector.validity === 0 ? 0 : (vector.length + 7) >>> 3,
  });
  for (const child of vector.children) collect(memory, child, pieces);
}

function valueBytes(memory: Memory, vector: Vector): number {
  const physical = physicalOf(vector.type);
  if (physical === Physical.bit) return (vector.length + 7) >>> 3;
  if (physical === Physical.bytes || physical === Physical.decimal) {
    return memory.u32[(vector.offsets >>> 2) + vector.length];
  }
  if (physical === Physical.list) return vector.length * SHAPE_BYTES;
  return vector.length * physicalWidth[physical];
}

const padded = (bytes: number) => (bytes + 7) & ~7;

function put(memory: Memory, bytes: Uint8Array, at: number, from: Address, count: number): number {
  bytes.set(memory.u8.subarray(from, from + count), at);
  return at + padded(count);
}

/** Fresh vectors out of `encodeVectors`' bytes; fewer than there are types where columns have been added since. */
export function decodeVectors(
  memory: Memory,
  types: readonly SqlType[],
  bytes: Uint8Array,
): {readonly vectors: Vector[]; readonly rows: number} {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  const take = (count: number): Address => {
    const address = memory.alloc(count);
    memory.u8.set(bytes.subarray(at, at + count), address);
    at += padded(count);
    return address;
  };
  const decode = (type: SqlType): Vector => {
    const [length, values, offsets, validity] = [0, 4, 8, 12].map(i => header.getUint32(at + i, true));
    at += 16;
    const physical = physicalOf(type);
    const hasValues = physical !== Physical.list && physical !== Physical.struct;
    const own = {
      type,
      length,
      values: hasValues || values > 0 ? take(values) : ABSENT,
      offsets: offsets > 0 ? take(offsets) : ABSENT,
      validity: validity > 0 ? take(validity) : ABSENT,
    };
    return {...own, children: childTypesOf(type).map(decode)};
  };
  const vectors: Vector[] = [];
  for (const type of types) {
    if (at >= bytes.byteLength) break;
    vectors.push(decode(type));
  }
  return {vectors, rows: header.getUint32(0, true)};
}
