import type {Address, Memory} from '../kernels/memory.ts';
import {SqlError} from '../types/sql-error.ts';
import {childTypesOf, Physical, physicalOf, physicalWidth, type SqlType} from '../types/sql-type.ts';
import {concatShapes} from './shape-lanes.ts';
import type {Vector} from './vector.ts';

/** Rows from … from + count of a vector. */
type VectorRange = {readonly vector: Vector; readonly from: number; readonly count: number};

const NONE = 0 as Address;

/** The ranges one behind the other, as one new vector of any length. All have `type`'s layout. */
export function concatVectors(memory: Memory, type: SqlType, ranges: readonly VectorRange[]): Vector {
  const length = ranges.reduce((sum, range) => sum + range.count, 0);
  return {type, length, ...concatLanes(memory, type, ranges, length), validity: concatValidity(memory, ranges, length)};
}

function concatValidity(memory: Memory, ranges: readonly VectorRange[], length: number): Address {
  if (ranges.every(range => range.vector.validity === 0) || length === 0) return NONE;
  const {kernels} = memory;
  const validity = memory.alloc((length + 7) >>> 3);
  let at = 0;
  for (const {vector, from, count} of ranges) {
    if (vector.validity === 0) kernels.bitmap_set_range(validity, at, count, 1);
    else kernels.bitmap_copy(vector.validity, from, validity, at, count);
    at += count;
  }
  if (kernels.bitmap_count(validity, length) < length) return validity;
  memory.release(validity);
  return NONE;
}

type Lanes = {readonly values: Address; readonly offsets: Address; readonly children: readonly Vector[]};

function concatLanes(memory: Memory, type: SqlType, ranges: readonly VectorRange[], length: number): Lanes {
  const {kernels} = memory;
  const physical = physicalOf(type);
  switch (physical) {
    case Physical.struct:
      return {
        values: NONE,
        offsets: NONE,
        children: childTypesOf(type).map((child, i) =>
          concatVectors(
            memory,
            child,
            ranges.map(range => ({...range, vector: range.vector.children[i]})),
          ),
        ),
      };
    case Physical.list: {
      const {offsets, parts} = concatOffsets(memory, ranges, length);
      const child = concatVectors(
        memory,
        childTypesOf(type)[0],
        ranges.map((range, i) => ({
          vector: range.vector.children[0],
          from: parts[i].start,
          count: parts[i].end - parts[i].start,
        })),
      );
      const shapes = ranges.map(({vector, from, count}) => ({shapes: vector.values, from, count}));
      return {values: concatShapes(memory, shapes, length), offsets, children: [child]};
    }
    case Physical.bytes:
    case Physical.decimal: {
      const {offsets, parts} = concatOffsets(memory, ranges, length);
      const values = memory.alloc(parts.reduce((sum, part) => sum + part.end - part.start, 0));
      let at = values as number;
      ranges.forEach(({vector}, i) => {
        const {start, end} = parts[i];
        if (end > start) kernels.copy_bytes(at, vector.values + start, end - start);
        at += end - start;
      });
      return {values, offsets, children: []};
    }
    case Physical.bit: {
      const values = memory.alloc((length + 7) >>> 3);
      let at = 0;
      for (const {vector, from, count} of ranges) {
        kernels.bitmap_copy(vector.values, from, values, at, count);
        at += count;
      }
      return {values, offsets: NONE, children: []};
    }
    default: {
      const width = physicalWidth[physical];
      const values = memory.alloc(length * width);
      let at = values as number;
      for (const {vector, from, count} of ranges) {
        if (count > 0) kernels.copy_bytes(at, vector.values + from * width, count * width);
        at += count * width;
      }
      return {values, offsets: NONE, children: []};
    }
  }
}

/** The joined offsets, and what each range covers of its own source's bytes or elements. */
function concatOffsets(
  memory: Memory,
  ranges: readonly VectorRange[],
  length: number,
): {readonly offsets: Address; readonly parts: readonly {readonly start: number; readonly end: number}[]} {
  const offsets = memory.alloc((length + 1) * 4);
  const lanes = memory.i32;
  lanes[offsets >>> 2] = 0;
  let row = 0;
  let base = 0;
  const parts = ranges.map(({vector, from, count}) => {
    const start = lanes[(vector.offsets >>> 2) + from];
    const end = lanes[(vector.offsets >>> 2) + from + count];
    base = memory.kernels.concat_offsets(vector.offsets, from, count, offsets, row, base);
    if (base < 0) {
      memory.release(offsets);
      throw new SqlError('54000', 'values of one batch exceed 2 GB');
    }
    row += count;
    return {start, end};
  });
  return {offsets, parts};
}
