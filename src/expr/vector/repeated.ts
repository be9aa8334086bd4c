import {constantVector} from '../../columnar/batch-rows.ts';
import {vectorFromDatums} from '../../columnar/builder.ts';
import type {Vector} from '../../columnar/vector.ts';
import {releaseVector} from '../../columnar/vector-references.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {Datum} from '../../types/datum.ts';
import {Physical, physicalOf, physicalWidth, type SqlType} from '../../types/sql-type.ts';

const NONE = 0 as Address;

/** One value in every lane. Errors: as vectorFromDatums. */
export function repeated(memory: Memory, type: SqlType, value: Datum, length: number): Vector {
  const physical = physicalOf(type);
  const width = physicalWidth[physical];
  const bytes = physical === Physical.bytes || physical === Physical.decimal;
  if (value === null || length <= 1 || (width === 0 && !bytes)) return constantVector(memory, type, value, length);
  const one = vectorFromDatums(memory, type, [value]);
  const values = memory.alloc(length * (bytes ? memory.i32[(one.offsets >>> 2) + 1] : width));
  let offsets = NONE;
  if (bytes) {
    offsets = memory.alloc((length + 1) * 4);
    memory.kernels.repeat_bytes(one.values, memory.i32[(one.offsets >>> 2) + 1], values, offsets, length);
  } else {
    memory.kernels.repeat_fixed(one.values, values, length, width);
  }
  releaseVector(memory, one);
  return {type, length, values, offsets, validity: NONE, children: []};
}
