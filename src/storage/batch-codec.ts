import type {Batch} from '../columnar/batch.ts';
import {Batch as BatchClass} from '../columnar/batch.ts';
import type {Vector} from '../columnar/vector.ts';
import {type MissingValues, missingVectors} from '../columnar/widen.ts';
import type {Address, Memory} from '../kernels/memory.ts';
import type {Schema} from '../types/schema.ts';
import {childTypesOf, Physical, physicalOf, physicalWidth, SHAPE_BYTES, type SqlType} from '../types/sql-type.ts';

/**
 * A dense batch as bytes: u32 rows, u32 has weights, then weights and each column's buffers (validity, offsets, values,
 * children), as they lie in memory, each behind a u32 length and padded to 8 bytes. The schema is not part of it.
 */
export function encodeBatch(batch: Batch): Uint8Array {
  if (batch.selection !== 0) throw new Error('only a dense batch can be encoded');
  const parts: {address: number; bytes: number}[] = [];
  parts.push({address: batch.weights, bytes: batch.weights === 0 ? 0 : batch.length * 8});
  for (const column of batch.columns) listBuffers(batch.memory, column, parts);

  const size = parts.reduce((sum, part) => sum + 8 + padded(part.bytes), 8);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  view.setUint32(0, batch.length, true);
  view.setUint32(4, parts.length, true);
  let at = 8;
  const u8 = batch.memory.u8;
  for (const part of parts) {
    view.setUint32(at, part.bytes, true);
    out.set(u8.subarray(part.address, part.address + part.bytes), at + 8);
    at += 8 + padded(part.bytes);
  }
  return out;
}

/** Columns that have been added since it was encoded are filled with what `missing` says. */
export function decodeBatch(
  memory: Memory,
  schema: Schema,
  bytes: Uint8Array,
  missing: MissingValues = new Map(),
): Batch {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  let at = 8;
  const next = (): Address => {
    const size = view.getUint32(at, true);
    const address = size === 0 ? (0 as Address) : memory.alloc(size);
    if (size > 0) memory.u8.set(bytes.subarray(at + 8, at + 8 + size), address);
    at += 8 + padded(size);
    return address;
  };
  const weights = next();
  const columns: Vector[] = [];
  for (const {type} of schema) {
    if (at >= bytes.byteLength) break;
    columns.push(readVector(memory, type, length, next));
  }
  columns.push(...missingVectors(memory, schema, columns.length, missing, length));
  return new BatchClass(memory, {schema, length, columns, weights});
}

function readVector(memory: Memory, type: SqlType, length: number, next: () => Address): Vector {
  const validity = next();
  const offsets = next();
  const values = next();
  const physical = physicalOf(type);
  const childLength = physical === Physical.list ? memory.i32[(offsets >>> 2) + length] : length;
  const children =
    physical === Physical.list || physical === Physical.struct
      ? childTypesOf(type).map(child => readVector(memory, child, childLength, next))
      : [];
  return {type, length, values: ensure(memory, values, physical), offsets, validity, children};
}

/** A kernel may be given the address of an empty buffer, never address 0. */
function ensure(memory: Memory, values: Address, physical: Physical): Address {
  if (values !== 0 || physical === Physical.list || physical === Physical.struct) return values;
  return memory.alloc(1);
}

function listBuffers(memory: Memory, vector: Vector, parts: {address: number; bytes: number}[]): void {
  const physical = physicalOf(vector.type);
  const {length} = vector;
  parts.push({address: vector.validity, bytes: vector.validity === 0 ? 0 : (length + 7) >>> 3});
  parts.push({address: vector.offsets, bytes: vector.offsets === 0 ? 0 : (length + 1) * 4});
  parts.push({address: vector.values, bytes: vector.values === 0 ? 0 : valueBytes(memory, vector, physical)});
  for (const child of vector.children) listBuffers(memory, child, parts);
}

function valueBytes(memory: Memory, vector: Vector, physical: Physical): number {
  if (physical === Physical.bit) return (vector.length + 7) >>> 3;
  if (physical === Physical.bytes || physical === Physical.decimal) {
    return memory.i32[(vector.offsets >>> 2) + vector.length];
  }
  if (physical === Physical.list) return vector.length * SHAPE_BYTES;
  return vector.length * physicalWidth[physical];
}

function padded(bytes: number): number {
  return (bytes + 7) & ~7;
}
