import fc from 'fast-check';
import {batchFromRows} from '../../columnar/builder.ts';
import type {Batch} from '../../columnar/batch.ts';
import {batchRows} from '../../columnar/datum-access.ts';
import type {Memory} from '../../kernels/memory.ts';
import {ownShape, withShape} from '../../types/array-shape.ts';
import type {Datum} from '../../types/datum.ts';
import {DECIMAL_NAN} from '../../types/decimal.ts';
import {column, type Schema} from '../../types/schema.ts';
import {
  arrayOf,
  BIGINT,
  BOOLEAN,
  BYTEA,
  DATE,
  DOUBLE,
  INTEGER,
  INTERVAL,
  NUMERIC,
  numericOf,
  REAL,
  SMALLINT,
  type SqlType,
  structOf,
  TEXT,
  TIMESTAMP,
  UUID,
} from '../../types/sql-type.ts';

// Random schemas and deltas over small domains, so that rows meet again.

const decimal = (coefficient: bigint, scale: number) => ({coefficient, scale});

/** Values of a type: few, with the awkward ones among them. */
export function valuesOf(type: SqlType): Datum[] {
  switch (type.kind) {
    case 'boolean':
      return [true, false];
    case 'smallint':
      return [-32768, -1, 0, 1, 32767];
    case 'integer':
    case 'date':
      return [-2147483647, -1, 0, 1, 2, 2147483646];
    case 'bigint':
    case 'timestamp':
      return [-(2n ** 62n), -1n, 0n, 1n, 2n ** 32n, 2n ** 62n];
    case 'real':
      return [-Infinity, -1.5, 0, 1.5, 2 ** 40, NaN];
    case 'double precision':
      return [-Infinity, -1e300, 0, 0.1, 1.5, NaN];
    case 'numeric':
      return type.digits
        ? [...[-100n, 0n, 12345n].map(n => decimal(n, type.digits!.scale)), DECIMAL_NAN]
        : [decimal(-5n, 1), decimal(0n, 0), decimal(12345n, 2), decimal(10n ** 30n, 0), decimal(1n, 12)];
    case 'interval':
      return [
        {months: 0, days: 0, micros: 0n},
        {months: 1, days: 0, micros: 5n},
        {months: 0, days: -3, micros: 86400000001n},
      ];
    case 'uuid':
      return ['00000000-0000-0000-0000-000000000001', 'ffffffff-0000-0000-0000-000000000000'];
    case 'bytea':
      return [new Uint8Array([]), new Uint8Array([0, 255]), new Uint8Array([1])];
    case 'array': {
      const [first, second] = valuesOf(type.element!);
      const shaped = (lengths: number[], lowers: number[]) => withShape([null, second], {lengths, lowers});
      return [
        [],
        [first],
        [null, second],
        shaped([2], [0]),
        shaped([2], [3]),
        shaped([2, 1], [1, 1]),
        shaped([1, 2], [1, 5]),
      ];
    }
    case 'struct':
      return [
        type.fields!.map(field => valuesOf(field.type)[0]),
        type.fields!.map(() => null),
        type.fields!.map(field => valuesOf(field.type)[1]),
      ];
    default:
      return ['', 'a', 'ab', 'abcdefgh', 'abcdefghi', 'a much longer text than sixteen bytes', 'ü€'];
  }
}

const someTypes: readonly SqlType[] = [
  BOOLEAN,
  SMALLINT,
  INTEGER,
  BIGINT,
  REAL,
  DOUBLE,
  numericOf(10, 2),
  numericOf(30, 5),
  NUMERIC,
  TEXT,
  BYTEA,
  DATE,
  TIMESTAMP,
  INTERVAL,
  UUID,
  arrayOf(TEXT),
  structOf([
    {name: 'x', type: BIGINT},
    {name: 'y', type: TEXT},
  ]),
  arrayOf(structOf([{name: 'z', type: NUMERIC}])),
];

export type Delta = readonly {readonly row: readonly Datum[]; readonly weight: bigint}[];

export const schemas = (least: number): fc.Arbitrary<Schema> =>
  fc
    .array(fc.constantFrom(...someTypes), {minLength: least, maxLength: 4})
    .map(types => types.map((type, i) => column(`c${i}`, type)));

export const rowOf = (schema: Schema): fc.Arbitrary<Datum[]> =>
  fc.tuple(...schema.map(({type}) => fc.constantFrom<Datum>(null, ...valuesOf(type)))).map(row => [...row]);

export const deltas = (schema: Schema): fc.Arbitrary<Delta> =>
  fc.array(fc.record({row: rowOf(schema), weight: fc.constantFrom(1n, 1n, 1n, -1n, 2n, 0n)}), {maxLength: 12});

/** Text that is the same for rows of the same representation. */
export function keyOf(row: readonly Datum[]): string {
  return JSON.stringify(row, (_, value) => {
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value === 'number') return String(value);
    if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
    const shape = Array.isArray(value) ? ownShape(value as readonly Datum[]) : undefined;
    if (shape) return {shape, items: [...(value as readonly Datum[])]};
    return value;
  });
}

/** A Z-set as the tests' model. */
export class Model {
  readonly rows = new Map<string, {row: readonly Datum[]; weight: bigint}>();

  static of(entries: Iterable<{readonly row: readonly Datum[]; readonly weight: bigint}>): Model {
    const model = new Model();
    for (const {row, weight} of entries) model.add(row, weight);
    return model;
  }

  add(row: readonly Datum[], weight: bigint): void {
    const key = keyOf(row);
    const sum = (this.rows.get(key)?.weight ?? 0n) + weight;
    if (sum === 0n) this.rows.delete(key);
    else this.rows.set(key, {row, weight: sum});
  }

  copy(): Model {
    return Model.of(this.rows.values());
  }

  /** key → weight, sorted: comparable with toEqual. */
  entries(): [string, bigint][] {
    return [...this.rows]
      .map(([key, {weight}]): [string, bigint] => [key, weight])
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

export function batchOf(memory: Memory, schema: Schema, delta: Delta): Batch {
  return batchFromRows(
    memory,
    schema,
    delta.map(({row}) => row),
    delta.map(({weight}) => weight),
  );
}

/** The batches' rows added up; releases them. */
export function modelOf(batches: Iterable<Batch>): Model {
  const model = new Model();
  for (const batch of batches) {
    for (const {row, weight} of batchRows(batch)) model.add(row, weight);
    batch.release();
  }
  return model;
}
