import type {Address, Memory} from '../kernels/memory.ts';
import {Physical, physicalOf, type SqlType} from '../types/sql-type.ts';
import type {Vector} from './vector.ts';

/** Bytes of one column descriptor; its fields stand in src/kernels/assembly/layout.ts. */
export const DESCRIPTOR_BYTES = 32;

/** Bytes that `writeDescriptors` needs for these columns, nested children included. */
export function descriptorBytes(columns: readonly Vector[]): number {
  let bytes = 0;
  for (const column of columns) bytes += DESCRIPTOR_BYTES + descriptorBytes(column.children);
  return bytes;
}

/** A fresh buffer that describes `columns` to a kernel, one descriptor after the other; the caller releases it. */
export function describeColumns(memory: Memory, columns: readonly Vector[]): Address {
  const address = memory.alloc(Math.max(descriptorBytes(columns), 1));
  writeDescriptors(memory.u32, columns, address);
  return address;
}

/** What a kernel must know of a type beside its physical form: a decimal's scale; 1: jsonb, 2: bpchar, whose values compare as such. */
function descriptorDetail(type: SqlType, physical: Physical): number {
  if (physical === Physical.int64 || physical === Physical.int128) return type.digits?.scale ?? 0;
  return type.kind === 'jsonb' ? 1 : type.kind === 'bpchar' ? 2 : 0;
}

/** Writes the descriptors of `columns` at `address`, those of their children behind them; returns the end. */
export function writeDescriptors(words: Uint32Array, columns: readonly Vector[], address: number): number {
  let end = address + columns.length * DESCRIPTOR_BYTES;
  columns.forEach((column, i) => {
    const at = (address + i * DESCRIPTOR_BYTES) >>> 2;
    const physical = physicalOf(column.type);
    words[at] = physical;
    words[at + 1] = column.length;
    words[at + 2] = column.values;
    words[at + 3] = column.offsets;
    words[at + 4] = column.validity;
    words[at + 5] = column.children.length;
    words[at + 6] = column.children.length > 0 ? end : 0;
    words[at + 7] = descriptorDetail(column.type, physical);
    end = writeDescriptors(words, column.children, end);
  });
  return end;
}
