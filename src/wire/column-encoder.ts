import {datumReader} from '../columnar/datum-access.ts';
import type {Vector} from '../columnar/vector.ts';
import type {Memory} from '../kernels/memory.ts';
import {civilFromDays} from '../types/calendar.ts';
import {decimalFromBytes, decimalPrint, pow10} from '../types/decimal.ts';
import {decimalOfLane64} from '../types/decimal-lanes.ts';
import type {ByteWriter} from '../types/io/byte-writer.ts';
import {sentMicros} from '../types/io/datetime.ts';
import {formatDouble, formatReal} from '../types/io/floats.ts';
import {type FormatSettings, dateStyleOf} from '../types/io/format-settings.ts';
import {formatText, ioOf, writeBinary} from '../types/io/registry.ts';
import type {Datum} from '../types/datum.ts';
import {Physical, type SqlType, type TypeKind, isBinary, physicalOf} from '../types/sql-type.ts';
import {type TimeZone, timeZone} from '../types/time-zone.ts';
import type {Format} from './codec/protocol.ts';
import {writeInteger, writePadded} from './encode-digits.ts';

/** Appends the value at a physical row: its length (-1 for NULL) and its bytes. */
type ColumnEncoder = (row: number) => void;

/** Appends the bytes of a value that is not null. */
type ValueEncoder = (row: number) => void;

const EPOCH_DAYS = 10957;
const INT32_MAX = 0x7fffffff;
const INT32_MIN = -0x80000000;
const SAFE = Number.MAX_SAFE_INTEGER;

/**
 * Encodes the values of one vector. Hot types are read straight out of linear memory; the rest goes by way of datums.
 * Valid as long as the vector is.
 */
export function columnEncoder(
  writer: ByteWriter,
  memory: Memory,
  vector: Vector,
  format: Format,
  settings: FormatSettings,
): ColumnEncoder {
  const encode =
    format === 'binary' ? binaryEncoder(writer, memory, vector) : textEncoder(writer, memory, vector, settings);
  return withNulls(writer, memory, vector, encode ?? datumEncoder(writer, memory, vector, format, settings));
}

/** The bytes of a vector's values, without their lengths; false for NULL, which has none. */
export function valueWriter(
  writer: ByteWriter,
  memory: Memory,
  vector: Vector,
  format: Format,
  settings: FormatSettings,
): (row: number) => boolean {
  const encode =
    (format === 'binary' ? binaryEncoder(writer, memory, vector) : textEncoder(writer, memory, vector, settings)) ??
    datumEncoder(writer, memory, vector, format, settings);
  const {validity} = vector;
  const bits = memory.u8;
  return row => {
    if (validity !== 0 && ((bits[validity + (row >>> 3)] >>> (row & 7)) & 1) === 0) return false;
    encode(row);
    return true;
  };
}

/** Encodes a datum where rows never were columns. */
export function writeDatum(
  writer: ByteWriter,
  type: SqlType,
  format: Format,
  settings: FormatSettings,
  value: Datum,
): void {
  if (value === null) {
    writer.int32(-1);
    return;
  }
  const start = writer.length;
  writer.int32(0);
  if (format === 'binary') writeBinary(writer, type, value);
  else writer.text(formatText(type, value, settings));
  writer.putInt32(start, writer.length - start - 4);
}

function withNulls(writer: ByteWriter, memory: Memory, vector: Vector, encode: ValueEncoder): ColumnEncoder {
  const {validity} = vector;
  const bits = memory.u8;
  const value: ColumnEncoder = row => {
    const start = writer.length;
    writer.int32(0);
    encode(row);
    writer.putInt32(start, writer.length - start - 4);
  };
  if (validity === 0) return value;
  return row => {
    if ((bits[validity + (row >>> 3)] >>> (row & 7)) & 1) value(row);
    else writer.int32(-1);
  };
}

function datumEncoder(
  writer: ByteWriter,
  memory: Memory,
  vector: Vector,
  format: Format,
  settings: FormatSettings,
): ValueEncoder {
  const {type} = vector;
  const io = ioOf(type);
  const read = datumReader(memory, {...vector, validity: 0 as Vector['validity']});
  if (format === 'binary') return row => io.write(writer, read(row)!, type);
  return row => writer.text(io.format(read(row)!, type, settings));
}

/** Copies the bytes of a variable-width value. */
function bytesEncoder(writer: ByteWriter, memory: Memory, vector: Vector): ValueEncoder {
  const source = memory.u8;
  const lanes = memory.i32;
  const at = vector.offsets >>> 2;
  const {values} = vector;
  return row => {
    const from = values + lanes[at + row];
    const length = lanes[at + row + 1] - lanes[at + row];
    const to = writer.reserve(length);
    const target = writer.buffer;
    if (length < 24) for (let i = 0; i < length; i++) target[to + i] = source[from + i];
    else target.set(source.subarray(from, from + length), to);
    writer.length = to + length;
  };
}

/** Reads int64 lanes as numbers; NaN where the value is beyond 2^53 in size. */
function int64Reader(memory: Memory, vector: Vector): (row: number) => number {
  const {i32, u32} = memory;
  const at = vector.values >>> 2;
  return row => {
    const value = i32[at + 2 * row + 1] * 0x100000000 + u32[at + 2 * row];
    return value <= SAFE && value >= -SAFE ? value : NaN;
  };
}

/** Kinds whose values are laid out as bytes, but not those that are sent. */
const sentOtherwise: ReadonlySet<TypeKind> = new Set<TypeKind>([
  'pg_snapshot',
  'txid_snapshot',
  '"char"',
  'bit',
  'varbit',
  'timetz',
  'inet',
  'cidr',
  'tsvector',
  'tsquery',
  'point',
  'lseg',
  'box',
  'path',
  'polygon',
  'circle',
  'line',
]);

/** Kinds whose values are laid out as text, but not the one that is printed. */
const printedOtherwise: ReadonlySet<TypeKind> = new Set<TypeKind>(['"char"', 'xml']);

/** undefined: no faster way than the datum's. */
function binaryEncoder(writer: ByteWriter, memory: Memory, vector: Vector): ValueEncoder | undefined {
  const {type, values} = vector;
  switch (physicalOf(type)) {
    case Physical.bit: {
      const bits = memory.u8;
      return row => writer.int8((bits[values + (row >>> 3)] >>> (row & 7)) & 1);
    }
    case Physical.int16: {
      const lanes = memory.i16;
      return row => writer.int16(lanes[(values >>> 1) + row]);
    }
    case Physical.int32: {
      if (type.kind === 'enum') return undefined;
      const lanes = memory.i32;
      if (type.kind !== 'date') return row => writer.int32(lanes[(values >>> 2) + row]);
      return row => {
        const days = lanes[(values >>> 2) + row];
        writer.int32(days === INT32_MAX || days === INT32_MIN ? days : days - EPOCH_DAYS);
      };
    }
    case Physical.int64: {
      const lanes = memory.i64;
      switch (type.kind) {
        case 'bigint':
        case 'time':
          return row => writer.int64(lanes[(values >>> 3) + row]);
        case 'timestamp':
        case 'timestamptz':
          return row => writer.int64(sentMicros(lanes[(values >>> 3) + row]));
        default:
          return undefined;
      }
    }
    case Physical.float32: {
      const lanes = memory.f32;
      return row => writer.float32(lanes[(values >>> 2) + row]);
    }
    case Physical.float64: {
      const lanes = memory.f64;
      return row => writer.float64(lanes[(values >>> 3) + row]);
    }
    case Physical.bytes: {
      if (sentOtherwise.has(type.kind) || writer.codec) return undefined;
      const copy = bytesEncoder(writer, memory, vector);
      // These begin with the version of their format.
      if (type.kind !== 'jsonb' && type.kind !== 'jsonpath') return copy;
      return row => {
        writer.int8(1);
        copy(row);
      };
    }
    case Physical.decimal:
      return bytesEncoder(writer, memory, vector);
    case Physical.uuid: {
      const bytes = memory.u8;
      return row => writer.bytes(bytes.subarray(values + 16 * row, values + 16 * row + 16));
    }
    default:
      return undefined;
  }
}

function textEncoder(
  writer: ByteWriter,
  memory: Memory,
  vector: Vector,
  settings: FormatSettings,
): ValueEncoder | undefined {
  const {type, values} = vector;
  switch (physicalOf(type)) {
    case Physical.bit: {
      const bits = memory.u8;
      return row => writer.int8((bits[values + (row >>> 3)] >>> (row & 7)) & 1 ? 0x74 : 0x66);
    }
    case Physical.int16: {
      const lanes = memory.i16;
      return row => writeInteger(writer, lanes[(values >>> 1) + row]);
    }
    case Physical.int32: {
      const lanes = memory.i32;
      if (type.kind !== 'date' && type.kind !== 'enum') {
        return row => writeInteger(writer, lanes[(values >>> 2) + row]);
      }
      return undefined;
    }
    case Physical.int64:
      return int64TextEncoder(writer, memory, vector, settings);
    case Physical.float32: {
      const lanes = memory.f32;
      const digits = settings.extraFloatDigits;
      return row => writer.utf8(formatReal(lanes[(values >>> 2) + row], digits));
    }
    case Physical.float64: {
      const lanes = memory.f64;
      const digits = settings.extraFloatDigits;
      return row => writer.utf8(formatDouble(lanes[(values >>> 3) + row], digits));
    }
    case Physical.bytes:
      return isBinary(type) || printedOtherwise.has(type.kind) || writer.codec
        ? undefined
        : bytesEncoder(writer, memory, vector);
    case Physical.decimal: {
      const {u8, i32} = memory;
      const at = vector.offsets >>> 2;
      return row => {
        const value = decimalFromBytes(u8, values + i32[at + row], values + i32[at + row + 1]);
        writer.utf8(decimalPrint(value));
      };
    }
    default:
      return undefined;
  }
}

function int64TextEncoder(
  writer: ByteWriter,
  memory: Memory,
  vector: Vector,
  settings: FormatSettings,
): ValueEncoder | undefined {
  const {type} = vector;
  const lanes = memory.i64;
  const at = vector.values >>> 3;
  const read = int64Reader(memory, vector);
  switch (type.kind) {
    case 'bigint':
    case 'oid':
    case 'xid':
      return row => {
        const value = read(row);
        if (value === value) writeInteger(writer, value);
        else writer.utf8(lanes[at + row].toString());
      };
    case 'numeric': {
      const {scale} = type.digits!;
      return row => {
        const value = read(row);
        if (value === value && scale <= 9) writeScaled(writer, value, scale);
        else writer.utf8(decimalPrint(decimalOfLane64(lanes[at + row], scale)));
      };
    }
    case 'timestamp':
    case 'timestamptz': {
      if (dateStyleOf(settings).output !== 'ISO') return undefined;
      const zone = type.kind === 'timestamptz' ? (timeZone(settings.timeZone) ?? timeZone('UTC')!) : undefined;
      const write = timestampWriter(writer, zone);
      return row => {
        const value = read(row);
        // A quarter of a million years around 1970 fit a safe integer's microseconds only in part: the rest is rare.
        if (value === value && write(value)) return;
        writer.utf8(formatText(type, lanes[at + row], settings));
      };
    }
    default:
      return undefined;
  }
}

/** value × 10^-scale, scale ≤ 9. */
function writeScaled(writer: ByteWriter, value: number, scale: number): void {
  if (scale === 0) return writeInteger(writer, value);
  const unit = Number(pow10(scale));
  const size = Math.abs(value);
  if (value < 0) writer.int8(0x2d);
  const whole = Math.floor(size / unit);
  writeInteger(writer, whole);
  writer.int8(0x2e);
  writePadded(writer, size - whole * unit, scale);
}

const MICROS_PER_DAY = 86_400_000_000;

/**
 * Writes ISO timestamps of the years 1 to 9999; false (nothing written) for others. The date of the last value is kept:
 * neighbours share it mostly.
 */
function timestampWriter(writer: ByteWriter, zone: TimeZone | undefined): (micros: number) => boolean {
  let lastDays = NaN;
  let date = civilFromDays(0);
  return micros => {
    const offset = zone ? zone.offsetAt(Math.floor(micros / 1_000_000)) : 0;
    const local = micros + offset * 1_000_000;
    const days = Math.floor(local / MICROS_PER_DAY);
    if (days !== lastDays) {
      date = civilFromDays(days);
      lastDays = days;
    }
    if (date.year < 1 || date.year > 9999 || offset % 60 !== 0) return false;
    writePadded(writer, date.year, 4);
    writer.int8(0x2d);
    writePadded(writer, date.month, 2);
    writer.int8(0x2d);
    writePadded(writer, date.day, 2);
    writer.int8(0x20);
    writeClock(writer, local - days * MICROS_PER_DAY);
    if (zone) writeOffset(writer, offset);
    return true;
  };
}

function writeClock(writer: ByteWriter, micros: number): void {
  const seconds = Math.floor(micros / 1_000_000);
  writePadded(writer, (seconds / 3600) | 0, 2);
  writer.int8(0x3a);
  writePadded(writer, ((seconds / 60) | 0) % 60, 2);
  writer.int8(0x3a);
  writePadded(writer, seconds % 60, 2);
  let fraction = micros - seconds * 1_000_000;
  if (fraction === 0) return;
  let digits = 6;
  for (; fraction % 10 === 0; fraction /= 10) digits--;
  writer.int8(0x2e);
  writePadded(writer, fraction, digits);
}

function writeOffset(writer: ByteWriter, offset: number): void {
  const size = Math.abs(offset);
  writer.int8(offset < 0 ? 0x2d : 0x2b);
  writePadded(writer, (size / 3600) | 0, 2);
  if (size % 3600 === 0) return;
  writer.int8(0x3a);
  writePadded(writer, ((size / 60) | 0) % 60, 2);
}
