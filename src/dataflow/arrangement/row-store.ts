import {Batch} from '../../columnar/batch.ts';
import {readDatum} from '../../columnar/datum-access.ts';
import {DESCRIPTOR_BYTES, describeColumns, descriptorBytes, writeDescriptors} from '../../columnar/descriptor.ts';
import {retainVector} from '../../columnar/vector-references.ts';
import type {Vector} from '../../columnar/vector.ts';
import {type MissingValues, missingVectors} from '../../columnar/widen.ts';
import {ABSENT, type Address, type Memory} from '../../kernels/memory.ts';
import type {Datum} from '../../types/datum.ts';
import type {Schema} from '../../types/schema.ts';
import {childTypesOf, Physical, physicalOf, type SqlType} from '../../types/sql-type.ts';
import {decodeVectors, encodeVectors} from './segment-codec.ts';

// The TypeScript side of the kernels' row store (src/kernels/assembly/state/row-store.ts, whose struct is read here).

/** Rows that fill a segment; a row reference is segment << 13 | row. */
export const SEGMENT_ROWS = 8128;
export const SEGMENT_SHIFT = 13;
/** In a row list: no row. */
export const NO_ROW = 0xffffffff;

const SEGMENTS = 12;
const DIRECTORY = 16;
const METAS = 20;

type Meta = {
  readonly rows: number;
  readonly weights: Address;
  readonly columnsVersion: number;
  readonly weightsVersion: number;
};

/** Descriptors of columns without rows, for a kernel that wants a shape; the caller releases the address. */
export function describeTypes(
  memory: Memory,
  types: readonly SqlType[],
): {readonly address: Address; readonly descriptors: number} {
  const vectors = types.map(blankVector);
  return {address: describeColumns(memory, vectors), descriptors: descriptorBytes(vectors) / DESCRIPTOR_BYTES};
}

function blankVector(type: SqlType): Vector {
  return {
    type,
    length: 0,
    values: ABSENT,
    offsets: ABSENT,
    validity: ABSENT,
    children: childTypesOf(type).map(blankVector),
  };
}

/** The vectors that descriptors at `address` name, of `length` rows; no references are taken. */
export function vectorsAt(memory: Memory, types: readonly SqlType[], address: number, length: number): Vector[] {
  return types.map((type, i) => vectorAt(memory, type, address + i * DESCRIPTOR_BYTES, length));
}

/** The value in row `row` of the column that a descriptor names. */
export function readDatumAt(memory: Memory, type: SqlType, descriptor: number, row: number): Datum {
  const words = memory.u32;
  const at = descriptor >>> 2;
  const values = words[at + 2];
  const validity = words[at + 4];
  if (validity !== 0 && ((memory.u8[validity + (row >>> 3)] >>> (row & 7)) & 1) === 0) return null;
  switch (type.kind) {
    case 'integer':
      return memory.i32[(values >>> 2) + row];
    case 'bigint':
      return memory.i64[(values >>> 3) + row];
    case 'text': {
      const offset = (words[at + 3] >>> 2) + row;
      const start = memory.i32[offset];
      return memory.text(values + start, memory.i32[offset + 1] - start);
    }
    default:
      return readDatum(memory, vectorAt(memory, type, descriptor, row + 1), row);
  }
}

function vectorAt(memory: Memory, type: SqlType, address: number, length: number): Vector {
  const words = memory.u32;
  const at = address >>> 2;
  const offsets = words[at + 3] as Address;
  const physical = physicalOf(type);
  const childLength = physical === Physical.list ? (offsets === 0 ? 0 : words[(offsets >>> 2) + length]) : length;
  return {
    type,
    length,
    values: words[at + 2] as Address,
    offsets,
    validity: words[at + 4] as Address,
    children: vectorsAt(memory, childTypesOf(type), words[at + 6], childLength),
  };
}

/** Fresh vectors: the rows at `rows` (references into `directory`; NO_ROW: nulls) of its columns numbered `columns`. */
export function gatherRows(
  memory: Memory,
  directory: Address,
  types: readonly SqlType[],
  columns: readonly number[],
  rows: Address,
  count: number,
): Vector[] {
  const wanted = columns.map(i => types[i]);
  const {address: out} = describeTypes(memory, wanted);
  const list = columnList(memory, columns);
  memory.kernels.store_gather(directory, list, columns.length, rows, count, out);
  const vectors = vectorsAt(memory, wanted, out, count);
  memory.release(list);
  memory.release(out);
  return vectors;
}

/** uint32 column numbers; the caller releases it. */
export function columnList(memory: Memory, columns: readonly number[]): Address {
  const list = memory.alloc(columns.length * 4);
  memory.u32.set(columns, list >>> 2);
  return list;
}

/** Address of the descriptors of a segment's columns, in a store at an address. */
export function segmentColumns(memory: Memory, store: Address, segment: number): number {
  const words = memory.u32;
  return words[(words[(store + DIRECTORY) >>> 2] >>> 2) + segment];
}

/** A row store at an address that a kernel structure begins with. */
export class RowStore {
  readonly memory: Memory;
  readonly schema: Schema;
  readonly types: readonly SqlType[];
  readonly address: Address;

  constructor(memory: Memory, schema: Schema, address: Address) {
    this.memory = memory;
    this.schema = schema;
    this.types = schema.map(column => column.type);
    this.address = address;
  }

  get segmentCount(): number {
    return this.memory.u32[(this.address + SEGMENTS) >>> 2];
  }

  get directory(): Address {
    return this.memory.u32[(this.address + DIRECTORY) >>> 2] as Address;
  }

  meta(segment: number): Meta {
    const words = this.memory.u32;
    const at = (words[(this.address + METAS) >>> 2] + segment * 16) >>> 2;
    return {
      rows: words[at],
      weights: words[at + 1] as Address,
      columnsVersion: words[at + 2],
      weightsVersion: words[at + 3],
    };
  }

  /** The first `rows` rows of a segment; no references are taken. */
  vectors(segment: number, rows: number): Vector[] {
    return vectorsAt(this.memory, this.types, this.memory.u32[(this.directory >>> 2) + segment], rows);
  }

  gather(columns: readonly number[], rows: Address, count: number): Vector[] {
    return gatherRows(this.memory, this.directory, this.types, columns, rows, count);
  }

  /**
   * The first `rows` rows of a segment as a zero-copy batch with these int64 weights (whose reference is taken over), rows of
   * weight 0 left out by a selection. null if no row is left.
   */
  export(segment: number, rows: number, weights: Address, consolidated: boolean): Batch | null {
    const {memory} = this;
    const {kernels} = memory;
    let selection = memory.alloc(rows * 4);
    const selected = kernels.live_rows(weights, rows, selection);
    if (selected === 0) {
      memory.release(selection);
      memory.release(weights);
      return null;
    }
    if (selected === rows) {
      memory.release(selection);
      selection = ABSENT;
    }
    const ones = selection === 0 && kernels.all_ones(weights, rows) !== 0;
    if (ones) memory.release(weights);
    return new Batch(memory, {
      schema: this.schema,
      length: rows,
      columns: this.vectors(segment, rows).map(vector => retainVector(memory, vector)),
      weights: ones ? ABSENT : weights,
      selection,
      selected,
      consolidated,
    });
  }

  writeColumns(segment: number): Uint8Array {
    const {rows} = this.meta(segment);
    return encodeVectors(this.memory, this.vectors(segment, rows), rows);
  }

  writeWeights(segment: number): Uint8Array {
    const {rows, weights} = this.meta(segment);
    return this.memory.u8.slice(weights, weights + rows * 8);
  }

  /** Puts a segment of a checkpoint behind the others. */
  adopt(
    columns: {readonly bytes: Uint8Array; readonly version: number},
    weights?: {readonly bytes: Uint8Array; readonly version: number},
    missing: MissingValues = new Map(),
  ): void {
    const {memory} = this;
    const {vectors, rows} = decodeVectors(memory, this.types, columns.bytes);
    vectors.push(...missingVectors(memory, this.schema, vectors.length, missing, rows));
    const address = memory.alloc(Math.max(descriptorBytes(vectors), 1));
    writeDescriptors(memory.u32, vectors, address);
    let weightsAddress = ABSENT;
    if (weights) {
      weightsAddress = memory.alloc(weights.bytes.length);
      memory.u8.set(weights.bytes, weightsAddress);
    }
    memory.kernels.store_adopt_segment(
      this.address,
      address,
      rows,
      weightsAddress,
      columns.version,
      weights?.version ?? columns.version,
    );
    memory.release(address);
  }
}
