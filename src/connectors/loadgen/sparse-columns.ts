import {makeVectors} from '../../columnar/vector-references.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {SqlType} from '../../types/sql-type.ts';

const NONE = 0 as Address;

/** A field of a struct column: how it is taken out of what a row holds. */
export type SparseField<T> =
  | {readonly kind: 'integer'; readonly of: (item: T) => number}
  /** ASCII. */
  | {readonly kind: 'text'; readonly of: (item: T) => string};

/**
 * A column of composites that only some rows have, column by column: items[i] is in row rows[i], ascending. Integers are
 * bigint or timestamp and fit a double exactly.
 */
export function sparseStruct<T>(
  memory: Memory,
  type: SqlType,
  length: number,
  rows: readonly number[],
  items: readonly T[],
  fields: readonly SparseField<T>[],
): Vector {
  const validity = rows.length === length ? NONE : validityOf(memory, length, rows);
  try {
    const children = makeVectors(memory, fields, (field, i): Vector => {
      const buffers =
        field.kind === 'integer'
          ? integers(memory, length, rows, items.map(field.of))
          : texts(memory, length, rows, items.map(field.of));
      // The fields are null where the composite is: they share its bitmap, each with a reference.
      if (validity !== 0) memory.retain(validity);
      return {type: type.fields![i].type, length, ...buffers, validity, children: []};
    });
    return {type, length, values: NONE, offsets: NONE, validity, children};
  } catch (error) {
    if (validity !== 0) memory.release(validity);
    throw error;
  }
}

function validityOf(memory: Memory, length: number, rows: readonly number[]): Address {
  const address = memory.allocZeroed((length + 7) >>> 3);
  const bytes = memory.u8;
  for (const row of rows) bytes[address + (row >>> 3)] |= 1 << (row & 7);
  return address;
}

type Buffers = {readonly values: Address; readonly offsets: Address};

function integers(memory: Memory, length: number, rows: readonly number[], values: readonly number[]): Buffers {
  const address = memory.allocZeroed(length * 8);
  const words = memory.u32;
  const at = address >>> 2;
  for (let i = 0; i < rows.length; i++) {
    const value = values[i];
    words[at + 2 * rows[i]] = value >>> 0;
    words[at + 2 * rows[i] + 1] = Math.floor(value / 0x1_0000_0000);
  }
  return {values: address, offsets: NONE};
}

function texts(memory: Memory, length: number, rows: readonly number[], values: readonly string[]): Buffers {
  const all = values.join('');
  const bytes = memory.alloc(Math.max(all.length, 1));
  let offsets: Address;
  try {
    offsets = memory.alloc((length + 1) * 4);
  } catch (error) {
    memory.release(bytes);
    throw error;
  }
  memory.writeText(bytes, all);
  const lanes = memory.i32;
  let end = 0;
  let next = 0;
  for (let row = 0, at = offsets >>> 2; row < length; row++) {
    lanes[at + row] = end;
    if (rows[next] === row) end += values[next++].length;
  }
  lanes[(offsets >>> 2) + length] = end;
  return {values: bytes, offsets};
}
