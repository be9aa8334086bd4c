import {vectorFromDatums} from '../../columnar/builder.ts';
import {datumReader} from '../../columnar/datum-access.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Address} from '../../kernels/memory.ts';
import {Physical, physicalOf, physicalWidth, type SqlType} from '../../types/sql-type.ts';
import type {Frame} from './frame.ts';

const NONE = 0 as Address;

/**
 * The lanes of `a` where the condition (a boolean vector) is true, or where `a` is not null, and those of `b` elsewhere.
 * Both have the layout of `type`; the result is kept in the frame.
 */
export function select(frame: Frame, condition: Vector | 'notNull', a: Vector, b: Vector, type: SqlType): Vector {
  const {memory, length} = frame;
  const {kernels} = memory;
  const mask = memory.alloc((length + 7) >>> 3);
  if (condition === 'notNull') kernels.bits_and(a.validity, NONE, mask, length);
  else kernels.bits_and(condition.values, condition.validity, mask, length);
  try {
    return frame.keep(selected(frame, mask, a, b, type));
  } finally {
    memory.release(mask);
  }
}

function selected(frame: Frame, mask: Address, a: Vector, b: Vector, type: SqlType): Vector {
  const {memory, length} = frame;
  const {kernels} = memory;
  const physical = physicalOf(type);
  if (physical === Physical.list || physical === Physical.struct) return selectedDatums(frame, mask, a, b, type);
  let validity = NONE;
  if (a.validity !== 0 || b.validity !== 0) {
    validity = memory.alloc((length + 7) >>> 3);
    kernels.select_bits(mask, a.validity, b.validity, validity, length);
  }
  if (physical === Physical.bytes || physical === Physical.decimal) {
    const offsets = memory.alloc((length + 1) * 4);
    const bytes = kernels.select_offsets(mask, a.offsets, b.offsets, offsets, length) >>> 0;
    const values = memory.alloc(bytes);
    kernels.select_bytes(mask, a.values, a.offsets, b.values, b.offsets, values, length);
    return {type, length, values, offsets, validity, children: []};
  }
  if (physical === Physical.bit) {
    const values = memory.alloc((length + 7) >>> 3);
    kernels.select_bits(mask, a.values, b.values, values, length);
    return {type, length, values, offsets: NONE, validity, children: []};
  }
  const width = physicalWidth[physical];
  const values = memory.alloc(length * width);
  kernels.select_fixed(mask, a.values, b.values, values, length, width);
  return {type, length, values, offsets: NONE, validity, children: []};
}

function selectedDatums({memory, length}: Frame, mask: Address, a: Vector, b: Vector, type: SqlType): Vector {
  const bits = memory.u8;
  const [first, second] = [datumReader(memory, a), datumReader(memory, b)];
  const values = Array.from({length}, (_, row) =>
    (bits[mask + (row >>> 3)] >>> (row & 7)) & 1 ? first(row) : second(row),
  );
  return vectorFromDatums(memory, type, values);
}
