import type {Address, Memory} from '../kernels/memory.ts';
import {SqlError} from '../types/sql-error.ts';
import {childTypesOf, Physical, physicalOf, physicalWidth, type SqlType} from '../types/sql-type.ts';
import {takeShapes} from './shape-lanes.ts';
import type {Vector} from './vector.ts';
import {retainVector} from './vector-references.ts';

const NONE = 0 as Address;

/** In a row list of `takeVectorOrNull`: no row, the lane is null. */
export const NO_ROW = 0xffffffff;

/** A new vector whose lane i is lane rows[i] of `vector`; `rows` is uint32[count] in memory. */
export function takeVector(memory: Memory, vector: Vector, rows: Address, count: number): Vector {
  return {
    type: vector.type,
    length: count,
    ...takeLanes(memory, vector, rows, count),
    validity: takeValidity(memory, vector.validity, rows, count),
  };
}

/** As `takeVector`, and NO_ROW in the list gives a null: what an outer join needs. */
export function takeVectorOrNull(memory: Memory, vector: Vector, rows: Address, count: number): Vector {
  if (vector.length === 0) return nullVector(memory, vector.type, count);
  const {kernels} = memory;
  const present = memory.alloc((count + 7) >>> 3);
  const clamped = memory.alloc(count * 4);
  const there = kernels.take_present(rows, count, clamped, present);
  const taken = takeVector(memory, vector, clamped, count);
  memory.release(clamped);
  const result = there === count ? taken : withNullsOf(memory, taken, present);
  memory.release(present);
  return result;
}

/** Every lane null. */
export function nullVector(memory: Memory, type: SqlType, length: number): Vector {
  const physical = physicalOf(type);
  const width = physical === Physical.bit ? 1 / 8 : physicalWidth[physical];
  const variable = physical === Physical.bytes || physical === Physical.decimal;
  return {
    type,
    length,
    values: width > 0 ? memory.allocZeroed(Math.ceil(width * length)) : variable ? memory.alloc(0) : NONE,
    offsets: variable || physical === Physical.list ? memory.allocZeroed((length + 1) * 4) : NONE,
    validity: length > 0 ? memory.allocZeroed((length + 7) >>> 3) : NONE,
    children:
      physical === Physical.list
        ? [nullVector(memory, childTypesOf(type)[0], 0)]
        : childTypesOf(type).map(child => nullVector(memory, child, length)),
  };
}

/** The vector with every lane null that is 0 in `present`; takes over the references of `vector`. */
export function withNullsOf(memory: Memory, vector: Vector, present: Address): Vector {
  let validity: Address;
  if (vector.validity === 0) {
    validity = present;
    memory.retain(present);
  } else {
    validity = memory.alloc((vector.length + 7) >>> 3);
    memory.kernels.bitmap_and(vector.validity, present, validity, vector.length);
    memory.release(vector.validity);
  }
  const children =
    physicalOf(vector.type) === Physical.struct
      ? vector.children.map(child => withNullsOf(memory, child, present))
      : vector.children;
  return {...vector, validity, children};
}

/** The field of a struct vector as a vector of its own, sharing its buffers; null where the struct is. */
export function fieldVector(memory: Memory, vector: Vector, index: number): Vector {
  return retainVector(memory, vector.children[index]);
}

function takeValidity(memory: Memory, validity: Address, rows: Address, count: number): Address {
  if (validity === 0 || count === 0) return NONE;
  const taken = memory.alloc((count + 7) >>> 3);
  if (memory.kernels.take_bit(validity, rows, count, taken) < count) return taken;
  memory.release(taken);
  return NONE;
}

type Lanes = {readonly values: Address; readonly offsets: Address; readonly children: readonly Vector[]};

function takeLanes(memory: Memory, vector: Vector, rows: Address, count: number): Lanes {
  const {kernels} = memory;
  const physical = physicalOf(vector.type);
  switch (physical) {
    case Physical.struct:
      return {
        values: NONE,
        offsets: NONE,
        children: vector.children.map(child => takeVector(memory, child, rows, count)),
      };
    case Physical.list: {
      const offsets = memory.alloc((count + 1) * 4);
      const elements = checkedTotal(kernels.take_offsets(vector.offsets, rows, count, offsets), memory, offsets);
      const childRows = memory.alloc(elements * 4);
      kernels.take_list_rows(vector.offsets, rows, count, childRows);
      const child = takeVector(memory, vector.children[0], childRows, elements);
      memory.release(childRows);
      return {values: takeShapes(memory, vector.values, rows, count), offsets, children: [child]};
    }
    case Physical.bytes:
    case Physical.decimal: {
      const offsets = memory.alloc((count + 1) * 4);
      const bytes = checkedTotal(kernels.take_offsets(vector.offsets, rows, count, offsets), memory, offsets);
      const values = memory.alloc(bytes);
      kernels.take_bytes(vector.offsets, vector.values, rows, count, offsets, values);
      return {values, offsets, children: []};
    }
    case Physical.bit: {
      const values = memory.alloc((count + 7) >>> 3);
      kernels.take_bit(vector.values, rows, count, values);
      return {values, offsets: NONE, children: []};
    }
    default: {
      const width = physicalWidth[physical];
      const values = memory.alloc(count * width);
      if (width === 2) kernels.take_fixed2(vector.values, rows, count, values);
      else if (width === 4) kernels.take_fixed4(vector.values, rows, count, values);
      else if (width === 8) kernels.take_fixed8(vector.values, rows, count, values);
      else kernels.take_fixed16(vector.values, rows, count, values);
      return {values, offsets: NONE, children: []};
    }
  }
}

function checkedTotal(total: number, memory: Memory, offsets: Address): number {
  if (total >= 0) return total;
  memory.release(offsets);
  throw new SqlError('54000', 'values of one batch exceed 2 GB');
}
