import fc from 'fast-check';
import type {ObjectId} from '../../plan/rel.ts';
import type {Datum} from '../../types/datum.ts';
import type {Schema} from '../../types/schema.ts';
import type {SqlType} from '../../types/sql-type.ts';
import type {Row} from './model.ts';

export type TestTable = {
  readonly object: ObjectId;
  readonly schema: Schema;
  /** Only inserts come. */
  readonly monotonic?: boolean;
  /** Rows pass and are not kept. */
  readonly stream?: boolean;
  /** Values by column; few, so that rows meet. Default: of the column's type. */
  readonly domains?: readonly (readonly Datum[])[];
};

/** A chunk of weighted rows of one table. */
export type Chunk = {readonly object: ObjectId; readonly rows: readonly {readonly row: Row; readonly weight: number}[]};
/** Ticks, each with chunks in the order they are fed. */
export type Script = readonly (readonly Chunk[])[];

/** Random inserts, deletes and updates (both in one chunk or in different ones) of rows that are there. */
export function arbitraryScript(
  tables: readonly TestTable[],
  options: {readonly ticks?: number; readonly changes?: number} = {},
): fc.Arbitrary<Script> {
  const change = fc.record({
    table: fc.nat(tables.length - 1),
    kind: fc.constantFrom('insert', 'insert', 'insert', 'delete', 'update'),
    seed: fc.array(fc.nat(1000), {minLength: 12, maxLength: 12}),
    cut: fc.boolean(),
  });
  const tick = fc.array(change, {maxLength: options.changes ?? 8});
  return fc.array(tick, {minLength: 1, maxLength: options.ticks ?? 6}).map(ticks => {
    const rows = new Map<ObjectId, Row[]>(tables.map(({object}) => [object, []]));
    return ticks.map(changes => {
      const chunks: {object: ObjectId; rows: {row: Row; weight: number}[]}[] = [];
      for (const {table, kind, seed, cut} of changes) {
        const {object, schema, monotonic, domains} = tables[table];
        const there = rows.get(object)!;
        let chunk = chunks.at(-1);
        if (!chunk || cut || chunk.object !== object) chunks.push((chunk = {object, rows: []}));
        const removes = kind !== 'insert' && !monotonic && there.length > 0;
        if (removes) chunk.rows.push({row: there.splice(seed[0] % there.length, 1)[0], weight: -1});
        if (removes && kind === 'delete') continue;
        const row = schema.map(({type, nullable}, i) =>
          valueAt(domains?.[i] ?? domainOf(type, nullable), seed[1 + (i % 11)]),
        );
        there.push(row);
        chunk.rows.push({row, weight: 1});
      }
      return chunks;
    });
  });
}

function valueAt(domain: readonly Datum[], seed: number): Datum {
  return domain[seed % domain.length];
}

function domainOf(type: SqlType, nullable: boolean): readonly Datum[] {
  const values = valuesOf(type);
  return nullable ? [...values, null] : values;
}

function valuesOf(type: SqlType): Datum[] {
  switch (type.kind) {
    case 'boolean':
      return [true, false];
    case 'smallint':
    case 'integer':
      return [0, 1, 2, 3, -1];
    case 'bigint':
      return [0n, 1n, 2n, 3n, 40000000000n];
    case 'double precision':
      return [0, 0.5, -1.25, 1024.75];
    case 'numeric':
      return [0n, 125n, -50n, 100n].map(coefficient => ({coefficient, scale: type.digits?.scale ?? 2}));
    case 'timestamp':
    case 'timestamptz':
      return [0n, 1n, 9_999_999n, 10_000_000n, 25_000_000n, -1n];
    case 'text':
      return ['', 'a', 'b', 'abc', 'a text longer than sixteen bytes'];
    default:
      throw new Error(`no test values of type ${type.kind}`);
  }
}
