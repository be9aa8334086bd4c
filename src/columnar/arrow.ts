import * as arrow from 'apache-arrow';
import type {Address, Memory} from '../kernels/memory.ts';
import {NAN_LANE_64} from '../types/decimal-lanes.ts';
import {decimalPrint, type Decimal} from '../types/decimal.ts';
import {column, type Schema} from '../types/schema.ts';
import {SqlError} from '../types/sql-error.ts';
import {BIGINT, Physical, physicalOf, physicalWidth} from '../types/sql-type.ts';
import {arrowSchema, arrowTypeOf} from './arrow-types.ts';
import {compact} from './batch-rows.ts';
import type {Batch} from './batch.ts';
import {datumReader} from './datum-access.ts';
import type {Vector} from './vector.ts';

export {schemaFromArrow} from './arrow-types.ts';
export {batchFromArrow} from './arrow-import.ts';

/** A batch seen through Arrow. The record batch is valid until `release`. */
type ArrowBatch = {readonly recordBatch: arrow.RecordBatch; release(): void};

/**
 * The rows that count as an Arrow record batch whose buffers are views of linear memory: nothing is copied, except
 *
 * - a batch with a selection, which is gathered first;
 * - numerics stored as scaled int64 (widened to decimal128), numerics without fixed digits (text), and intervals
 *   (microseconds to nanoseconds).
 *
 * The types are those of `arrowTypeOf`. With `weights`, the rows' weights follow as an int64 column of that name; else
 * they are left out. Errors: 22008 for an interval whose time is beyond 2^63 nanoseconds.
 */
export function batchToArrow(batch: Batch, options: {readonly weights?: string} = {}): ArrowBatch {
  const dense = compact(batch);
  const {memory, length} = dense;
  const schema: Schema = options.weights ? [...dense.schema, column(options.weights, BIGINT, false)] : dense.schema;
  let children: arrow.Data[];
  try {
    children = dense.columns.map(vector => toData(memory, vector));
  } catch (error) {
    dense.release();
    throw error;
  }
  if (options.weights) children.push(weightsData(memory, dense));
  const struct = arrow.makeData({type: new arrow.Struct(arrowSchema(schema).fields), length, nullCount: 0, children});
  return {
    recordBatch: new arrow.RecordBatch(arrowSchema(schema), struct),
    release: () => dense.release(),
  };
}

function weightsData(memory: Memory, batch: Batch): arrow.Data {
  const data =
    batch.weights === 0
      ? new BigInt64Array(batch.length).fill(1n)
      : view(memory, BigInt64Array, batch.weights, batch.length);
  return arrow.makeData({type: new arrow.Int64(), length: batch.length, nullCount: 0, data});
}

function toData(memory: Memory, vector: Vector): arrow.Data {
  const {length, validity} = vector;
  const common = {
    length,
    nullCount: validity === 0 ? 0 : length - memory.kernels.bitmap_count(validity, length),
    nullBitmap: validity === 0 ? undefined : view(memory, Uint8Array, validity, (length + 7) >>> 3),
  };
  const type = arrowTypeOf(vector.type);
  const physical = physicalOf(vector.type);
  // makeData's overloads want the concrete Arrow type of each branch; the table in arrowTypeOf says which it is.
  switch (physical) {
    case Physical.bit:
      return arrow.makeData({
        ...common,
        type: type as arrow.Bool,
        data: view(memory, Uint8Array, vector.values, (length + 7) >>> 3),
      });
    case Physical.bytes: {
      const valueOffsets = view(memory, Int32Array, vector.offsets, length + 1);
      const data = view(memory, Uint8Array, vector.values, valueOffsets[length]);
      return arrow.makeData({...common, type: type as arrow.Utf8, valueOffsets, data});
    }
    case Physical.decimal:
      return arrow.makeData({...common, type: type as arrow.Utf8, ...decimalTexts(memory, vector)});
    case Physical.list: {
      const valueOffsets = view(memory, Int32Array, vector.offsets, length + 1);
      return arrow.makeData({
        ...common,
        type: type as arrow.List,
        valueOffsets,
        child: toData(memory, vector.children[0]),
      });
    }
    case Physical.struct:
      return arrow.makeData({
        ...common,
        type: type as arrow.Struct,
        children: vector.children.map(child => toData(memory, child)),
      });
    case Physical.interval:
      return arrow.makeData({...common, type: type as arrow.IntervalMonthDayNano, data: nanoIntervals(memory, vector)});
    default:
      return arrow.makeData({
        ...common,
        type: type as arrow.Int,
        data: fixedLanes(memory, vector, physical) as Int32Array,
      });
  }
}

function fixedLanes(memory: Memory, vector: Vector, physical: Physical): ArrayBufferView {
  const {values, length} = vector;
  switch (physical) {
    case Physical.int16:
      return view(memory, Int16Array, values, length);
    case Physical.int32:
      return view(memory, Int32Array, values, length);
    case Physical.int64:
      return vector.type.kind === 'numeric' ? widened(memory, vector) : view(memory, BigInt64Array, values, length);
    case Physical.float32:
      return view(memory, Float32Array, values, length);
    case Physical.float64:
      return view(memory, Float64Array, values, length);
    case Physical.int128:
      return view(memory, Uint32Array, values, length * 4);
    default:
      return view(memory, Uint8Array, values, length * physicalWidth[physical]);
  }
}

/** int64 lanes as 128-bit ones. */
function widened(memory: Memory, {values, length}: Vector): Uint32Array {
  const lanes = memory.i64;
  const wide = new BigInt64Array(2 * length);
  for (let i = 0, at = values >>> 3; i < length; i++) {
    const lane = lanes[at + i];
    const nan = lane === NAN_LANE_64;
    wide[2 * i] = nan ? -1n : lane;
    wide[2 * i + 1] = nan ? NAN_LANE_64 : lane >> 63n;
  }
  return new Uint32Array(wide.buffer);
}

function nanoIntervals(memory: Memory, {values, length}: Vector): Int32Array {
  const lanes = new Int32Array(4 * length);
  lanes.set(view(memory, Int32Array, values, 4 * length));
  const nanos = new BigInt64Array(lanes.buffer);
  for (let i = 0; i < length; i++) {
    const micros = nanos[2 * i + 1];
    nanos[2 * i + 1] = micros * 1000n;
    if (nanos[2 * i + 1] !== micros * 1000n) throw new SqlError('22008', 'interval out of range');
  }
  return lanes;
}

function decimalTexts(memory: Memory, vector: Vector): {readonly valueOffsets: Int32Array; readonly data: Uint8Array} {
  const read = datumReader(memory, vector);
  const valueOffsets = new Int32Array(vector.length + 1);
  let text = '';
  for (let row = 0; row < vector.length; row++) {
    const value = read(row) as Decimal | null;
    if (value !== null) text += decimalPrint(value);
    valueOffsets[row + 1] = text.length;
  }
  return {valueOffsets, data: Uint8Array.from(Buffer.from(text, 'latin1'))};
}

type ViewConstructor<T> = {new (buffer: ArrayBufferLike, byteOffset: number, length: number): T};

function view<T>(memory: Memory, constructor: ViewConstructor<T>, address: Address, length: number): T {
  return new constructor(memory.raw.buffer, address, length);
}
