import * as arrow from 'apache-arrow';
import type {Address, Memory} from '../kernels/memory.ts';
import {decimalOfLane128} from '../types/decimal-lanes.ts';
import type {Datum} from '../types/datum.ts';
import {decimalParse} from '../types/decimal.ts';
import type {Schema} from '../types/schema.ts';
import {notSupported} from '../types/sql-error.ts';
import {childTypesOf, Physical, physicalOf, physicalWidth, type SqlType} from '../types/sql-type.ts';
import {arrowTypeOf, schemaFromArrow} from './arrow-types.ts';
import {Batch} from './batch.ts';
import {vectorFromDatums} from './builder.ts';
import {withNullsOf} from './take.ts';
import {makeVectors} from './vector-references.ts';
import type {Vector} from './vector.ts';

/**
 * A record batch copied into linear memory. `schema` says which SQL types are wanted (by default those of
 * `schemaFromArrow`); buffers of the Arrow type that `arrowTypeOf` gives are copied as they are, other Arrow types that
 * hold the same kind of value go through datums. Errors: 0A000 where the column's Arrow type holds something else.
 */
export function batchFromArrow(memory: Memory, recordBatch: arrow.RecordBatch, schema?: Schema): Batch {
  const wanted = schema ?? schemaFromArrow(recordBatch.schema);
  return new Batch(memory, {
    schema: wanted,
    length: recordBatch.numRows,
    columns: makeVectors(memory, wanted, (column, i) => fromData(memory, recordBatch.data.children[i], column.type)),
  });
}

const NONE = 0 as Address;

function fromData(memory: Memory, data: arrow.Data, type: SqlType): Vector {
  const physical = physicalOf(type);
  const converted = physical === Physical.decimal || physical === Physical.interval || narrowed(type, physical);
  const structural = physical === Physical.list || physical === Physical.struct;
  const alike = structural
    ? data.typeId === arrowTypeOf(type).typeId
    : arrow.util.compareTypes(data.type, arrowTypeOf(type));
  if (converted || !alike) return vectorFromDatums(memory, type, datumsOf(data, type));
  return copied(memory, data, type, physical);
}

function narrowed(type: SqlType, physical: Physical): boolean {
  return type.kind === 'numeric' && physical === Physical.int64;
}

function copied(memory: Memory, data: arrow.Data, type: SqlType, physical: Physical): Vector {
  const {length} = data;
  // `values` and `valueOffsets` of sliced data are already sliced; bitmaps start at bit `offset`.
  const validity = data.nullCount > 0 ? importBits(memory, data.nullBitmap as Uint8Array, data.offset, length) : NONE;
  const vector = {type, length, values: NONE, offsets: NONE, validity, children: [] as readonly Vector[]};
  switch (physical) {
    case Physical.bit:
      return {...vector, values: importBits(memory, data.values as Uint8Array, data.offset, length)};
    case Physical.bytes: {
      const [start, end] = [data.valueOffsets[0], data.valueOffsets[length]];
      const values = importBytes(memory, (data.values as Uint8Array).subarray(start, end));
      return {...vector, values, offsets: importOffsets(memory, data)};
    }
    case Physical.list: {
      const [start, end] = [data.valueOffsets[0], data.valueOffsets[length]];
      const child = fromData(memory, data.children[0].slice(start, end - start), childTypesOf(type)[0]);
      return {...vector, offsets: importOffsets(memory, data), children: [child]};
    }
    case Physical.struct: {
      const children = makeVectors(memory, childTypesOf(type), (field, i) => {
        const child = fromData(memory, data.children[i], field);
        return validity === 0 ? child : withNullsOf(memory, child, validity);
      });
      return {...vector, children};
    }
    default: {
      const lanes = data.values as Uint8Array;
      const bytes = new Uint8Array(lanes.buffer, lanes.byteOffset, length * physicalWidth[physical]);
      return {...vector, values: importBytes(memory, bytes)};
    }
  }
}

function importBytes(memory: Memory, bytes: Uint8Array): Address {
  const address = memory.alloc(bytes.length);
  memory.u8.set(bytes, address);
  return address;
}

function importBits(memory: Memory, bitmap: Uint8Array, from: number, length: number): Address {
  const source = importBytes(memory, bitmap.subarray(from >>> 3, (from + length + 7) >>> 3));
  if ((from & 7) === 0) return source;
  const aligned = memory.alloc((length + 7) >>> 3);
  memory.kernels.bitmap_copy(source, from & 7, aligned, 0, length);
  memory.release(source);
  return aligned;
}

function importOffsets(memory: Memory, {valueOffsets, length}: arrow.Data): Address {
  const address = memory.alloc((length + 1) * 4);
  const lanes = memory.i32;
  const start = valueOffsets[0] as number;
  for (let i = 0, at = address >>> 2; i <= length; i++) lanes[at + i] = (valueOffsets[i] as number) - start;
  return address;
}

function datumsOf(data: arrow.Data, type: SqlType): Datum[] {
  const read = readerOf(data, type);
  return Array.from({length: data.length}, (_, row) => read(row));
}

type Reader = (row: number) => Datum;

/** Reads rows of Arrow data of any type as datums of `type`; null where Arrow has a null. */
function readerOf(data: arrow.Data, type: SqlType): Reader {
  const read = valueReaderOf(data, type);
  if (read === null) throw notSupported(`reading Arrow type ${String(data.type)} as ${type.kind}`);
  return row => (data.getValid(row) ? read(row) : null);
}

function valueReaderOf(data: arrow.Data, type: SqlType): Reader | null {
  const from = data.type;
  const lanes = data.values as ArrayLike<number | bigint>;
  // Arrow's own getter, for the types where it gives the plain value.
  const vector = new arrow.Vector([data]);
  const get = (row: number): unknown => vector.get(row);
  switch (type.kind) {
    case 'boolean':
      return arrow.DataType.isBool(from) ? row => get(row) as boolean : null;
    case 'smallint':
    case 'integer':
    case 'real':
    case 'double precision':
      return arrow.DataType.isInt(from) || arrow.DataType.isFloat(from) ? row => Number(get(row)) : null;
    case 'bigint':
    case 'oid':
      return arrow.DataType.isInt(from) ? row => BigInt(lanes[row]) : null;
    case 'numeric':
      if (arrow.DataType.isDecimal(from)) {
        return row => decimalOfLane128(wordsToBigint(get(row) as Uint32Array), from.scale);
      }
      return arrow.DataType.isInt(from) || holdsText(from) ? row => decimalParse(String(get(row))) : null;
    case 'interval':
      return arrow.DataType.isInterval(from) && from.unit === arrow.IntervalUnit.MONTH_DAY_NANO
        ? row => intervalOf(get(row) as Int32Array)
        : null;
    case 'date':
      if (!arrow.DataType.isDate(from)) return null;
      return from.unit === arrow.DateUnit.DAY
        ? row => lanes[row] as number
        : row => Math.floor(Number(lanes[row]) / 86_400_000);
    case 'time':
      return arrow.DataType.isTime(from) ? row => toMicros(lanes[row], from.unit) : null;
    case 'timestamp':
    case 'timestamptz':
      return arrow.DataType.isTimestamp(from) ? row => toMicros(lanes[row], from.unit) : null;
    case 'bytea':
    case 'timetz':
    case 'inet':
    case 'cidr':
    case 'macaddr':
    case 'macaddr8':
    case 'tsvector':
    case 'tsquery':
    case 'point':
    case 'lseg':
    case 'box':
    case 'path':
    case 'polygon':
    case 'circle':
    case 'line':
      return holdsBytes(from) ? row => Uint8Array.from(get(row) as Uint8Array) : null;
    case 'array':
      return listReaderOf(data, type.element!);
    case 'struct': {
      if (!arrow.DataType.isStruct(from)) return null;
      const fields = type.fields!.map((field, i) => readerOf(data.children[i], field.type));
      return row => fields.map(read => read(row));
    }
    default:
      return holdsText(from) ? row => String(get(row)) : null;
  }
}

function listReaderOf(data: arrow.Data, elementType: SqlType): Reader | null {
  const {type} = data;
  const fixed = arrow.DataType.isFixedSizeList(type) ? type.listSize : null;
  if (fixed === null && !arrow.DataType.isList(type)) return null;
  const element = readerOf(data.children[0], elementType);
  const offsets = data.valueOffsets;
  return row => {
    const start = fixed === null ? offsets[row] : row * fixed;
    const end = fixed === null ? offsets[row + 1] : start + fixed;
    return Array.from({length: end - start}, (_, i) => element(start + i));
  };
}

function holdsBytes(type: arrow.DataType): boolean {
  return arrow.DataType.isBinary(type) || arrow.DataType.isLargeBinary(type) || arrow.DataType.isFixedSizeBinary(type);
}

function holdsText(type: arrow.DataType): boolean {
  if (arrow.DataType.isDictionary(type)) return holdsText(type.dictionary);
  return arrow.DataType.isUtf8(type) || arrow.DataType.isLargeUtf8(type) || arrow.DataType.isUtf8View(type);
}

function wordsToBigint(words: Uint32Array): bigint {
  let value = 0n;
  for (let i = words.length - 1; i >= 0; i--) value = (value << 32n) | BigInt(words[i]);
  return BigInt.asIntN(32 * words.length, value);
}

function intervalOf(lanes: Int32Array): Datum {
  const nanos = (BigInt(lanes[3]) << 32n) | BigInt(lanes[2] >>> 0);
  return {months: lanes[0], days: lanes[1], micros: nanos / 1000n};
}

function toMicros(value: number | bigint, unit: arrow.TimeUnit): bigint {
  const count = BigInt(value);
  if (unit === arrow.TimeUnit.SECOND) return count * 1_000_000n;
  if (unit === arrow.TimeUnit.MILLISECOND) return count * 1000n;
  return unit === arrow.TimeUnit.NANOSECOND ? count / 1000n : count;
}
