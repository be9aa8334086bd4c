import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {Batch} from '../columnar/batch.ts';
import {batchFromRows} from '../columnar/builder.ts';
import {type Address, type Memory} from '../kernels/memory.ts';
import {loadKernels} from '../kernels/load.ts';
import type {ResultColumn} from '../session/api.ts';
import {withShape} from '../types/array-shape.ts';
import type {Datum} from '../types/datum.ts';
import {ByteReader} from '../types/io/byte-reader.ts';
import {ByteWriter} from '../types/io/byte-writer.ts';
import {DEFAULT_FORMAT, type FormatSettings} from '../types/io/format-settings.ts';
import type {RegKind} from '../types/reg-kinds.ts';
import {formatText, parseText, writeBinary} from '../types/io/registry.ts';
import {SqlError} from '../types/sql-error.ts';
import {type SqlType, arrayOf, numericOf, structOf} from '../types/sql-type.ts';
import {typeByName} from '../types/type-names.ts';
import {BackendWriter} from './codec/backend-writer.ts';
import type {Format} from './codec/protocol.ts';
import {encodeRows} from './encode-rows.ts';

let memory: Memory;
beforeAll(() => {
  memory = loadKernels();
});

/** The values of every DataRow; null = NULL. */
function readDataRows(bytes: Buffer): (Buffer | null)[][] {
  const reader = new ByteReader(bytes);
  const rows: (Buffer | null)[][] = [];
  while (reader.remaining > 0) {
    expect(String.fromCharCode(reader.uint8())).toBe('D');
    const body = reader.sub(reader.int32() - 4);
    const values = Array.from({length: body.int16()}, () => {
      const length = body.int32();
      return length === -1 ? null : body.slice(length);
    });
    expect(body.remaining).toBe(0);
    rows.push(values);
  }
  return rows;
}

function encode(
  chunk: Parameters<typeof encodeRows>[1],
  types: readonly SqlType[],
  format: Format,
  settings: FormatSettings = DEFAULT_FORMAT,
): (Buffer | null)[][] {
  const columns: ResultColumn[] = types.map(type => ({name: 'c', type, tableOid: 0, attributeNumber: 0}));
  const writer = new BackendWriter();
  const rows = encodeRows(writer, chunk, columns, types.map(() => format), settings, Infinity); // prettier-ignore
  while (!rows.next().done);
  return readDataRows(writer.take());
}

function expected(type: SqlType, value: Datum, format: Format, settings: FormatSettings): Buffer | null {
  if (value === null) return null;
  if (format === 'text') return Buffer.from(formatText(type, value, settings));
  const writer = new ByteWriter();
  writeBinary(writer, type, value);
  return writer.take();
}

function checkColumn(type: SqlType, values: readonly Datum[], settings: FormatSettings = DEFAULT_FORMAT): void {
  const rows = values.map(value => [value]);
  const batch = batchFromRows(memory, [{name: 'c', type, nullable: true}], rows);
  try {
    for (const format of ['text', 'binary'] as const) {
      const wanted = values.map(value => [expected(type, value, format, settings)]);
      expect(encode({kind: 'batch', batch, release() {}}, [type], format, settings)).toEqual(wanted);
      expect(encode({kind: 'rows', rows}, [type], format, settings)).toEqual(wanted);
    }
  } finally {
    batch.release();
  }
}

type Literal = {readonly type: string; readonly in: string; readonly settings: object; readonly error?: unknown};

describe('rows out of columns are the same bytes as datums', () => {
  const literals = readFileSync(new URL('../types/fixtures/literals.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Literal);
  const plain = [...new Set(literals.map(literal => literal.type))].filter(name => typeByName(name) !== undefined);

  for (const name of plain) {
    it(name, () => {
      const type = typeByName(name)!;
      const values: Datum[] = [null];
      for (const literal of literals) {
        if (literal.type !== name || literal.error || Object.keys(literal.settings).length > 0) continue;
        const value = parseText(type, literal.in);
        values.push(value, null);
      }
      expect(values.length).toBeGreaterThan(2);
      checkColumn(type, values);
    });
  }

  it('numeric in layouts of fixed digits', () => {
    for (const type of [numericOf(18, 2), numericOf(18, 0), numericOf(18, 12), numericOf(38, 10), numericOf(5, 5)]) {
      const {precision, scale} = type.digits!;
      const limit = 10n ** BigInt(precision);
      const near = [0n, 1n, -1n, 99n, -100n, 9007199254740993n, -9007199254740993n, limit - 1n, 1n - limit];
      const fitting = near.filter(n => n < limit && n > -limit);
      checkColumn(
        type,
        fitting.map(coefficient => ({coefficient, scale})),
      );
    }
  });

  it('integers of any size', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n}), {minLength: 1}), values => {
        checkColumn({kind: 'bigint'}, values);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger(), {minLength: 1}), values => {
        checkColumn({kind: 'bigint'}, values.map(BigInt));
      }),
    );
  });

  it('timestamps of any year, in any zone and style', () => {
    const instants = fc.bigInt({min: -210866803200000000n, max: 2n ** 63n - 2n});
    const near = fc.bigInt({min: -4000000000000000n, max: 4000000000000000n});
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', '<-03:30>+03:30');
    const dateStyle = fc.constantFrom('ISO, MDY', 'SQL, DMY', 'Postgres, MDY', 'German');
    fc.assert(
      fc.property(fc.array(fc.oneof(instants, near), {minLength: 1}), zone, dateStyle, (values, timeZone, style) => {
        const settings = {...DEFAULT_FORMAT, timeZone, dateStyle: style};
        checkColumn({kind: 'timestamptz'}, values, settings);
        checkColumn({kind: 'timestamp'}, values, settings);
      }),
    );
  });

  it('nested lists and structs', () => {
    const row = structOf([
      {name: 'a', type: {kind: 'bigint'}},
      {name: 'b', type: {kind: 'text'}},
    ]);
    checkColumn(row, [[1n, 'x y'], null, [null, '']]);
    checkColumn(arrayOf(row), [[[1n, 'a'], null, [2n, '"']], [], null]);
    checkColumn(structOf([{name: 'r', type: arrayOf({kind: 'integer'})}]), [[[1, 2, null]], [null]]);
    const square = withShape([1, 2, 3, null], {lengths: [2, 2], lowers: [0, 1]});
    checkColumn(arrayOf({kind: 'integer'}), [square, [], null, [1]]);
  });
});

describe('encodeRows', () => {
  const type: SqlType = {kind: 'text'};

  function weighted(values: readonly string[], weights: readonly bigint[], selection: readonly number[]): Batch {
    const source = batchFromRows(memory, [{name: 'c', type, nullable: true}], values.map(v => [v]), weights); // prettier-ignore
    if (selection.length === 0) return source;
    const rows = memory.alloc(selection.length * 4);
    memory.u32.set(selection, rows >>> 2);
    return new Batch(memory, {
      schema: source.schema,
      length: source.length,
      columns: source.columns,
      weights: source.weights,
      selection: rows as Address,
      selected: selection.length,
    });
  }

  it('repeats a row by its weight and reads selected rows only', () => {
    const batch = weighted(['a', 'b', 'c'], [2n, 5n, 3n], [0, 2]);
    const rows = encode({kind: 'batch', batch, release() {}}, [type], 'text');
    expect(rows.map(row => row[0]!.toString())).toEqual(['a', 'a', 'c', 'c', 'c']);
    batch.release();
  });

  it('stops whenever enough has gathered, however large the weight', () => {
    const batch = weighted(['x'.repeat(100)], [10_000n], []);
    const writer = new BackendWriter();
    const column = {name: 'c', type, tableOid: 0, attributeNumber: 0};
    const rows = encodeRows(writer, {kind: 'batch', batch, release() {}}, [column], ['text'], DEFAULT_FORMAT, 4096);
    let most = 0;
    let total = 0;
    let step = rows.next();
    for (; !step.done; step = rows.next()) {
      most = Math.max(most, writer.length);
      total += readDataRows(writer.take()).length;
    }
    total += readDataRows(writer.take()).length;
    expect(most).toBeLessThan(4096 + 200);
    expect([total, step.value]).toEqual([10_000, 10_000]);
    batch.release();
  });

  it('takes a half-written row back when a value cannot be encoded', () => {
    const writer = new BackendWriter();
    const column = {name: 'c', type: {kind: 'regclass'}, tableOid: 0, attributeNumber: 0} as const;
    const chunk = {kind: 'rows', rows: [[1n], [2n]]} as const;
    const nameOf = (_kind: RegKind, oid: bigint): string => {
      if (oid === 2n) throw new SqlError('XX000', 'no name');
      return 'a';
    };
    const settings = {...DEFAULT_FORMAT, objectNames: {nameOf, oidOf: () => 0n}};
    const rows = encodeRows(writer, chunk, [column], ['text'], settings, Infinity);
    expect(() => rows.next()).toThrow(SqlError);
    expect(readDataRows(writer.take())).toHaveLength(1);
  });
});
