import {decimalToBytes, type Decimal, coefficientAt} from '../../types/decimal.ts';
import {nanLane} from '../../types/decimal-lanes.ts';
import type {Datum, Interval} from '../../types/datum.ts';
import {Physical, physicalOf, type SqlType} from '../../types/sql-type.ts';
import {uuidBytes} from '../../types/io/uuid.ts';

/**
 * The constants that kernels of one expression read, as bytes that each evaluation copies into memory in one go (so a
 * compiled expression holds no memory between evaluations). Offsets are aligned for their type.
 */
export class ConstantPool {
  private bytes = new Uint8Array(0);

  /** The bytes as of now; whole 16-byte units, so that what follows is aligned. */
  get contents(): Uint8Array {
    return this.bytes;
  }

  add(bytes: Uint8Array, alignment = 16): number {
    const at = Math.ceil(this.bytes.length / alignment) * alignment;
    const grown = new Uint8Array(Math.ceil((at + bytes.length) / 16) * 16);
    grown.set(this.bytes);
    grown.set(bytes, at);
    this.bytes = grown;
    return at;
  }

  /** One value as a vector of one lane would hold it. Not for lists and structs; `value` is not null. */
  addDatum(type: SqlType, value: Datum): {readonly values: number; readonly offsets: number} {
    const bytes = datumBytes(type, value);
    const values = this.add(bytes);
    const variable = physicalOf(type) === Physical.bytes || physicalOf(type) === Physical.decimal;
    return {values, offsets: variable ? this.add(new Uint8Array(Int32Array.of(0, bytes.length).buffer)) : 0};
  }
}

function datumBytes(type: SqlType, value: Datum): Uint8Array {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  switch (physicalOf(type)) {
    case Physical.bit:
      bytes[0] = value ? 1 : 0;
      return bytes;
    case Physical.int16:
      view.setInt16(0, value as number, true);
      return bytes;
    case Physical.int32:
      view.setInt32(0, dateLane(value as number), true);
      return bytes;
    case Physical.int64:
      view.setBigInt64(0, type.kind === 'numeric' ? coefficientOf(type, value) : (value as bigint), true);
      return bytes;
    case Physical.int128: {
      const coefficient = coefficientOf(type, value);
      view.setBigUint64(0, BigInt.asUintN(64, coefficient), true);
      view.setBigInt64(8, coefficient >> 64n, true);
      return bytes;
    }
    case Physical.float32:
      view.setFloat32(0, value as number, true);
      return bytes;
    case Physical.float64:
      view.setFloat64(0, value as number, true);
      return bytes;
    case Physical.interval: {
      const interval = value as Interval;
      view.setInt32(0, interval.months, true);
      view.setInt32(4, interval.days, true);
      view.setBigInt64(8, interval.micros, true);
      return bytes;
    }
    case Physical.uuid:
      return uuidBytes(value as string);
    case Physical.bytes:
      return typeof value === 'string' ? Buffer.from(value) : (value as Uint8Array);
    case Physical.decimal:
      return decimalToBytes(value as Decimal);
    default:
      throw new Error(`no constant of type ${type.kind} in a kernel`);
  }
}

function coefficientOf(type: SqlType, value: Datum): bigint {
  const {precision, scale} = type.digits!;
  const decimal = value as Decimal;
  return decimal.special === 'NaN' ? nanLane(precision) : coefficientAt(decimal, scale);
}

function dateLane(value: number): number {
  return value === Infinity ? 0x7fffffff : value === -Infinity ? -0x80000000 : value;
}
