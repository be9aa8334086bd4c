import type {Address, Memory} from '../kernels/memory.ts';
import {type Datum, type Interval} from '../types/datum.ts';
import {coefficientAt, type Decimal, decimalToBytes} from '../types/decimal.ts';
import {nanLane} from '../types/decimal-lanes.ts';
import type {Schema} from '../types/schema.ts';
import {SqlError} from '../types/sql-error.ts';
import {childTypesOf, isBinary, Physical, physicalOf, type SqlType} from '../types/sql-type.ts';
import {Batch} from './batch.ts';
import {shapeLanes} from './shape-lanes.ts';
import {makeVectors} from './vector-references.ts';
import type {Vector} from './vector.ts';

/**
 * Collects datums of one type and lays them out as a vector. The datums are kept in JavaScript until `finish`, so a
 * builder that is dropped half-way leaks nothing and buffers have the size of the rows.
 */
export class VectorBuilder {
  readonly type: SqlType;
  private readonly memory: Memory;
  private values: Datum[] = [];

  constructor(memory: Memory, type: SqlType) {
    this.memory = memory;
    this.type = type;
  }

  get length(): number {
    return this.values.length;
  }

  append(value: Datum): void {
    this.values.push(value);
  }

  appendNull(): void {
    this.values.push(null);
  }

  /** The vector, with one reference to each buffer; the builder is empty again. Errors: 22003, see vectorFromDatums. */
  finish(): Vector {
    const values = this.values;
    this.values = [];
    return vectorFromDatums(this.memory, this.type, values);
  }
}

/**
 * A vector of these datums. Errors: 22003 where a numeric has no place in a layout of fixed digits (too large or infinite); a numeric with more fractional digits than the layout is rounded.
 */
export function vectorFromDatums(memory: Memory, type: SqlType, values: readonly Datum[]): Vector {
  const physical = physicalOf(type);
  const children = makeVectors(memory, childDatums(type, physical, values), child =>
    vectorFromDatums(memory, child.type, child.values),
  );
  return {
    type,
    length: values.length,
    ...layOut(memory, type, physical, values),
    validity: validityOf(memory, values),
    children,
  };
}

/** Rows as a batch; a row has one datum a column. Errors: as vectorFromDatums. */
export function batchFromRows(
  memory: Memory,
  schema: Schema,
  rows: readonly (readonly Datum[])[],
  weights?: readonly bigint[],
): Batch {
  const columns = makeVectors(memory, schema, (column, i) =>
    vectorFromDatums(
      memory,
      column.type,
      rows.map(row => row[i]),
    ),
  );
  return new Batch(memory, {
    schema,
    length: rows.length,
    columns,
    weights: weights && weightsFrom(memory, weights),
  });
}

/** int64 weights in memory; absent when all are +1. */
export function weightsFrom(memory: Memory, weights: readonly bigint[]): Address {
  if (weights.every(weight => weight === 1n)) return 0 as Address;
  const address = memory.alloc(weights.length * 8);
  memory.i64.set(weights, address >>> 3);
  return address;
}

function childDatums(
  type: SqlType,
  physical: Physical,
  values: readonly Datum[],
): {readonly type: SqlType; readonly values: readonly Datum[]}[] {
  if (physical === Physical.list) {
    const elements: Datum[] = [];
    for (const value of values) {
      if (value !== null) for (const element of value as readonly Datum[]) elements.push(element);
    }
    return [{type: childTypesOf(type)[0], values: elements}];
  }
  if (physical === Physical.struct) {
    return childTypesOf(type).map((child, i) => ({
      type: child,
      values: values.map(value => (value === null ? null : (value as readonly Datum[])[i])),
    }));
  }
  return [];
}

type Buffers = {readonly values: Address; readonly offsets: Address};

const NONE = 0 as Address;

function layOut(memory: Memory, type: SqlType, physical: Physical, values: readonly Datum[]): Buffers {
  const n = values.length;
  switch (physical) {
    case Physical.struct:
      return {values: NONE, offsets: NONE};
    case Physical.list:
      return {values: shapeLanes(memory, values), offsets: listOffsets(memory, values)};
    case Physical.bytes:
      return isBinary(type)
        ? blobs(memory, values as (Uint8Array | null)[])
        : texts(memory, values as (string | null)[]);
    case Physical.decimal:
      return blobs(
        memory,
        values.map(value => (value === null ? null : decimalToBytes(value as Decimal))),
      );
    case Physical.bit: {
      const address = memory.allocZeroed((n + 7) >>> 3);
      const bytes = memory.u8;
      for (let i = 0; i < n; i++) if (values[i] === true) bytes[address + (i >>> 3)] |= 1 << (i & 7);
      return {values: address, offsets: NONE};
    }
    case Physical.int16: {
      const address = memory.alloc(n * 2);
      const lanes = memory.i16;
      for (let i = 0, at = address >>> 1; i < n; i++) lanes[at + i] = (values[i] as number | null) ?? 0;
      return {values: address, offsets: NONE};
    }
    case Physical.int32: {
      const address = memory.alloc(n * 4);
      const lanes = memory.i32;
      for (let i = 0, at = address >>> 2; i < n; i++) lanes[at + i] = dateLane((values[i] as number | null) ?? 0);
      return {values: address, offsets: NONE};
    }
    case Physical.float32: {
      const address = memory.alloc(n * 4);
      const lanes = memory.f32;
      for (let i = 0, at = address >>> 2; i < n; i++) lanes[at + i] = (values[i] as number | null) ?? 0;
      return {values: address, offsets: NONE};
    }
    case Physical.float64: {
      const address = memory.alloc(n * 8);
      const lanes = memory.f64;
      for (let i = 0, at = address >>> 3; i < n; i++) lanes[at + i] = (values[i] as number | null) ?? 0;
      return {values: address, offsets: NONE};
    }
    case Physical.int64:
      return {values: int64Lanes(memory, type, values), offsets: NONE};
    case Physical.int128: {
      const coefficients = values.map(value => (value === null ? 0n : scaledCoefficient(type, value as Decimal)));
      const address = memory.alloc(n * 16);
      const words = memory.u64;
      for (let i = 0, at = address >>> 3; i < n; i++) {
        words[at + 2 * i] = BigInt.asUintN(64, coefficients[i]);
        words[at + 2 * i + 1] = BigInt.asUintN(64, coefficients[i] >> 64n);
      }
      return {values: address, offsets: NONE};
    }
    case Physical.interval: {
      const address = memory.allocZeroed(n * 16);
      const {i32, i64} = memory;
      for (let i = 0; i < n; i++) {
        const value = values[i] as Interval | null;
        if (value === null) continue;
        i32[(address >>> 2) + 4 * i] = value.months;
        i32[(address >>> 2) + 4 * i + 1] = value.days;
        i64[(address >>> 3) + 2 * i + 1] = value.micros;
      }
      return {values: address, offsets: NONE};
    }
    case Physical.uuid: {
      const address = memory.allocZeroed(n * 16);
      const bytes = memory.u8;
      for (let i = 0; i < n; i++) {
        if (values[i] !== null) bytes.set(uuidBytes(values[i] as string), address + 16 * i);
      }
      return {values: address, offsets: NONE};
    }
  }
}

/** A date's lane: the infinities are the ends of int32. */
function dateLane(value: number): number {
  if (value === Infinity) return 0x7fffffff;
  if (value === -Infinity) return -0x80000000;
  return value;
}

function int64Lanes(memory: Memory, type: SqlType, values: readonly Datum[]): Address {
  const numeric = type.kind === 'numeric';
  const lanes = values.map(value => {
    if (value === null) return 0n;
    return numeric ? scaledCoefficient(type, value as Decimal) : (value as bigint);
  });
  const address = memory.alloc(values.length * 8);
  memory.i64.set(lanes, address >>> 3);
  return address;
}

/** Throws what `vectorFromDatums` would: for a caller that cannot have one bad value fail a whole vector. */
export function checkStorable(type: SqlType, value: Datum): void {
  if (value === null) return;
  if (type.digits) scaledCoefficient(type, value as Decimal);
  else if (physicalOf(type) === Physical.list) {
    const [element] = childTypesOf(type);
    (value as readonly Datum[]).forEach(each => checkStorable(element, each));
  } else childTypesOf(type).forEach((child, i) => checkStorable(child, (value as readonly Datum[])[i]));
}

function scaledCoefficient(type: SqlType, value: Decimal): bigint {
  const {precision, scale} = type.digits!;
  if (value.special === 'NaN') return nanLane(precision);
  const coefficient = value.special ? null : coefficientAt(value, scale);
  if (coefficient === null || coefficient >= 10n ** BigInt(precision) || coefficient <= -(10n ** BigInt(precision))) {
    throw new SqlError('22003', 'numeric field overflow', {
      detail: `A field with precision ${precision}, scale ${scale} cannot hold this value.`,
    });
  }
  return coefficient;
}

function uuidBytes(text: string): Uint8Array {
  return Buffer.from(text.replaceAll('-', ''), 'hex');
}

function listOffsets(memory: Memory, values: readonly Datum[]): Address {
  const address = memory.alloc((values.length + 1) * 4);
  const lanes = memory.i32;
  const at = address >>> 2;
  lanes[at] = 0;
  let end = 0;
  values.forEach((value, i) => {
    if (value !== null) end += (value as readonly Datum[]).length;
    lanes[at + i + 1] = end;
  });
  return address;
}

function texts(memory: Memory, values: readonly (string | null)[]): Buffers {
  let total = 0;
  for (const value of values) if (value !== null) total += Buffer.byteLength(value);
  const offsets = memory.alloc((values.length + 1) * 4);
  const bytes = memory.alloc(checkedBytes(total));
  const lanes = memory.i32;
  const at = offsets >>> 2;
  lanes[at] = 0;
  let end = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value !== null) end += memory.writeText(bytes + end, value);
    lanes[at + i + 1] = end;
  }
  return {values: bytes, offsets};
}

function blobs(memory: Memory, values: readonly (Uint8Array | null)[]): Buffers {
  let total = 0;
  for (const value of values) if (value !== null) total += value.length;
  const offsets = memory.alloc((values.length + 1) * 4);
  const bytes = memory.alloc(checkedBytes(total));
  const {i32: lanes, u8} = memory;
  const at = offsets >>> 2;
  lanes[at] = 0;
  let end = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value !== null) {
      u8.set(value, bytes + end);
      end += value.length;
    }
    lanes[at + i + 1] = end;
  }
  return {values: bytes, offsets};
}

/** The bytes of one vector are addressed by int32 offsets. */
function checkedBytes(total: number): number {
  if (total > 0x7fffffff) throw new SqlError('54000', 'values of one batch exceed 2 GB');
  return total;
}

function validityOf(memory: Memory, values: readonly Datum[]): Address {
  let nulls = false;
  for (const value of values) {
    if (value === null || value === undefined) {
      nulls = true;
      break;
    }
  }
  if (!nulls) return NONE;
  const address = memory.allocZeroed((values.length + 7) >>> 3);
  const bytes = memory.u8;
  for (let i = 0; i < values.length; i++) if (values[i] !== null) bytes[address + (i >>> 3)] |= 1 << (i & 7);
  return address;
}
