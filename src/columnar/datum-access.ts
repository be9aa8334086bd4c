import type {Memory} from '../kernels/memory.ts';
import type {Datum} from '../types/datum.ts';
import {decimalFromBytes} from '../types/decimal.ts';
import {decimalOfLane128, decimalOfLane64} from '../types/decimal-lanes.ts';
import {isBinary, Physical, physicalOf} from '../types/sql-type.ts';
import type {Batch} from './batch.ts';
import {shapedItems} from './shape-lanes.ts';
import type {Vector} from './vector.ts';

/** One value of a vector; null where its validity says so. */
export function readDatum(memory: Memory, vector: Vector, row: number): Datum {
  return datumReader(memory, vector)(row);
}

/** The row's values, a datum a column. `row` is a physical row. */
export function readRow(memory: Memory, columns: readonly Vector[], row: number): Datum[] {
  return columns.map(column => readDatum(memory, column, row));
}

type WeightedRow = {readonly row: Datum[]; readonly weight: bigint};

/** The rows that count (the selected ones), in order. */
export function batchRows(batch: Batch): WeightedRow[] {
  const readers = batch.columns.map(column => datumReader(batch.memory, column));
  return Array.from(selectedRows(batch), row => ({
    row: readers.map(read => read(row)),
    weight: weightOf(batch, row),
  }));
}

/** Physical numbers of the rows that count, ascending. */
export function* selectedRows(batch: Batch): Generator<number> {
  if (batch.selection === 0) {
    for (let row = 0; row < batch.length; row++) yield row;
    return;
  }
  const rows = batch.memory.u32;
  const at = batch.selection >>> 2;
  for (let i = 0; i < batch.selected; i++) yield rows[at + i];
}

/** Weight of a physical row. */
export function weightOf(batch: Batch, row: number): bigint {
  return batch.weights === 0 ? 1n : batch.memory.i64[(batch.weights >>> 3) + row];
}

/**
 * Reads values of one vector by physical row; for loops over many rows. Valid as long as the vector is (growing the memory
 * does not disturb it: a shared memory's old views stay good for what was there).
 */
export function datumReader(memory: Memory, vector: Vector): (row: number) => Datum {
  const read = valueReader(memory, vector);
  const {validity} = vector;
  if (validity === 0) return read;
  const bits = memory.u8;
  return row => ((bits[validity + (row >>> 3)] >>> (row & 7)) & 1 ? read(row) : null);
}

function valueReader(memory: Memory, vector: Vector): (row: number) => Datum {
  const {type, values, offsets} = vector;
  switch (physicalOf(type)) {
    case Physical.bit: {
      const bits = memory.u8;
      return row => ((bits[values + (row >>> 3)] >>> (row & 7)) & 1) === 1;
    }
    case Physical.int16: {
      const lanes = memory.i16;
      return row => lanes[(values >>> 1) + row];
    }
    case Physical.int32: {
      const lanes = memory.i32;
      if (type.kind !== 'date') return row => lanes[(values >>> 2) + row];
      return row => {
        const days = lanes[(values >>> 2) + row];
        return days === 0x7fffffff ? Infinity : days === -0x80000000 ? -Infinity : days;
      };
    }
    case Physical.int64: {
      const lanes = memory.i64;
      if (type.kind !== 'numeric') return row => lanes[(values >>> 3) + row];
      const {scale} = type.digits!;
      return row => decimalOfLane64(lanes[(values >>> 3) + row], scale);
    }
    case Physical.int128: {
      const {i64: high, u64: low} = memory;
      const {scale} = type.digits!;
      return row => {
        const at = (values >>> 3) + 2 * row;
        return decimalOfLane128((high[at + 1] << 64n) | low[at], scale);
      };
    }
    case Physical.float32: {
      const lanes = memory.f32;
      return row => lanes[(values >>> 2) + row];
    }
    case Physical.float64: {
      const lanes = memory.f64;
      return row => lanes[(values >>> 3) + row];
    }
    case Physical.interval: {
      const {i32, i64} = memory;
      return row => ({
        months: i32[(values >>> 2) + 4 * row],
        days: i32[(values >>> 2) + 4 * row + 1],
        micros: i64[(values >>> 3) + 2 * row + 1],
      });
    }
    case Physical.uuid: {
      const bytes = memory.u8;
      return row => uuidText(bytes, values + 16 * row);
    }
    case Physical.bytes: {
      const lanes = memory.i32;
      const at = offsets >>> 2;
      if (!isBinary(type)) return row => memory.text(values + lanes[at + row], lanes[at + row + 1] - lanes[at + row]);
      const bytes = memory.u8;
      return row => bytes.slice(values + lanes[at + row], values + lanes[at + row + 1]);
    }
    case Physical.decimal: {
      const {u8, i32} = memory;
      const at = offsets >>> 2;
      return row => decimalFromBytes(u8, values + i32[at + row], values + i32[at + row + 1]);
    }
    case Physical.list: {
      const lanes = memory.i32;
      const at = offsets >>> 2;
      const element = datumReader(memory, vector.children[0]);
      return row => {
        const elements: Datum[] = [];
        for (let i = lanes[at + row]; i < lanes[at + row + 1]; i++) elements.push(element(i));
        return values === 0 ? elements : shapedItems(lanes, values, row, elements);
      };
    }
    case Physical.struct: {
      const fields = vector.children.map(child => datumReader(memory, child));
      return row => fields.map(read => read(row));
    }
  }
}

const hex = Array.from({length: 256}, (_, byte) => byte.toString(16).padStart(2, '0'));

function uuidText(bytes: Uint8Array, at: number): string {
  let text = '';
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
    text += hex[bytes[at + i]];
  }
  return text;
}
