import fc from 'fast-check';
import {expect, test} from 'vitest';
import {batchRows} from '../../columnar/datum-access.ts';
import {loadKernels} from '../../kernels/load.ts';
import type {Address} from '../../kernels/memory.ts';
import {column, type Schema} from '../../types/schema.ts';
import * as sql from '../../types/sql-type.ts';
import {jsonFormat} from './json.ts';

const memory = loadKernels();

function decode(schema: Schema, text: string | Uint8Array, options = {final: true}) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const before = memory.stats().liveBuffers;
  const decoder = jsonFormat.createDecoder(memory, schema, {});
  const address = memory.alloc(bytes.length);
  memory.u8.set(bytes, address);
  const result = decoder.decodeLines(address as Address, bytes.length, options);
  const rows = result.batches.flatMap(batchRows).map(({row}) => row);
  for (const batch of result.batches) batch.release();
  memory.release(address);
  decoder.close();
  expect(memory.stats().liveBuffers, 'buffers left behind').toBe(before);
  return {rows, bad: result.bad, records: result.records, consumed: result.consumedBytes};
}

test('flat records', () => {
  const schema = [
    column('auction', sql.BIGINT),
    column('price', sql.INTEGER),
    column('channel', sql.TEXT),
    column('ok', sql.BOOLEAN),
    column('rate', sql.DOUBLE),
    column('at', sql.TIMESTAMP),
  ];
  const {rows, bad} = decode(
    schema,
    `{"auction":1000,"price":-5,"channel":"Google","ok":true,"rate":1.5,"at":"2024-01-01T00:00:00.123Z"}
{"channel": "h\\u00e9llo \\ud83d\\ude00", "price" : 7, "auction":12345678901234567, "extra": {"a":[1,2,{"b":null}]}}
{}
{"ok":false,"rate":1e-7,"at":"2024-02-29 23:59:59"}
`,
  );
  expect(bad).toEqual([]);
  expect(rows).toEqual([
    [1000n, -5, 'Google', true, 1.5, 1704067200123000n],
    [12345678901234567n, 7, 'héllo 😀', null, null, null],
    [null, null, null, null, null, null],
    [null, null, null, false, 1e-7, 1709251199000000n],
  ]);
});

function one(type: sql.SqlType, value: string) {
  const {rows, bad} = decode([column('c', type)], `{"c":${value}}`);
  return rows.length === 1 ? rows[0][0] : bad[0].reason;
}

test('integers take any number that is integral, and strings as their input function does', () => {
  expect(one(sql.INTEGER, '1e3')).toBe(1000);
  expect(one(sql.INTEGER, '1.0')).toBe(1);
  expect(one(sql.INTEGER, '-0')).toBe(0);
  expect(one(sql.INTEGER, '1234500e-2')).toBe(12345);
  expect(one(sql.INTEGER, '" 42 "')).toBe(42);
  expect(one(sql.BIGINT, '-9223372036854775808')).toBe(-(2n ** 63n));
  expect(one(sql.BIGINT, '9223372036854775807')).toBe(2n ** 63n - 1n);
  expect(one(sql.BIGINT, '9.223372036854775807e18')).toBe(2n ** 63n - 1n);
  expect(one(sql.SMALLINT, '32768')).toBe('column "c": value "32768" is out of range for type smallint');
  expect(one(sql.INTEGER, '-2147483649')).toBe('column "c": value "-2147483649" is out of range for type integer');
  expect(one(sql.INTEGER, '1.5')).toBe('column "c": invalid input syntax for type integer: "1.5"');
  expect(one(sql.INTEGER, '"x"')).toBe('column "c": invalid input syntax for type integer: "x"');
  expect(one(sql.INTEGER, 'true')).toBe('column "c": invalid input syntax for type integer: "true"');
  expect(one(sql.INTEGER, '01')).toBe('invalid JSON at byte 6');
});

test('numerics keep every digit', () => {
  expect(one(sql.NUMERIC, '1.50')).toEqual({coefficient: 150n, scale: 2});
  expect(one(sql.NUMERIC, '123456789012345678901234567890.5e3')).toEqual({
    coefficient: 123456789012345678901234567890500n,
    scale: 0,
  });
  expect(one(sql.NUMERIC, '0.00001e-2')).toEqual({coefficient: 1n, scale: 7});
  expect(one(sql.NUMERIC, '"NaN"')).toEqual({special: 'NaN', coefficient: 0n, scale: 0});
  expect(one(sql.numericOf(5, 2), '1.005')).toEqual({coefficient: 101n, scale: 2});
  expect(one(sql.numericOf(5, 2), '-999.994')).toEqual({coefficient: -99999n, scale: 2});
  expect(one(sql.numericOf(5, 2), '999.995')).toBe('column "c": numeric field overflow');
  expect(one(sql.numericOf(38, 10), '-12345678901234567890123456.0123456789')).toEqual({
    coefficient: -123456789012345678901234560123456789n,
    scale: 10,
  });
});

test('dates and times', () => {
  expect(one(sql.DATE, '"2024-02-29"')).toBe(19782);
  expect(one(sql.DATE, '"2023-02-29"')).toBe('column "c": date/time field value out of range: "2023-02-29"');
  expect(one(sql.DATE, '"29 Feb 2024"')).toBe(19782);
  expect(one(sql.TIME, '"23:59:59.5"')).toBe(86399500000n);
  expect(one(sql.TIMESTAMP, '"2024-01-01 00:00:00.123456"')).toBe(1704067200123456n);
  expect(one(sql.TIMESTAMP, '"2024-01-01T00:00:00.1234567Z"')).toBe(1704067200123457n);
  expect(one(sql.TIMESTAMP, '"2024-01-01T00:00:00+05:30"')).toBe(1704067200000000n);
  expect(one(sql.TIMESTAMPTZ, '"2024-01-01T00:00:00+05:30"')).toBe(1704047400000000n);
  expect(one(sql.TIMESTAMPTZ, '"2024-01-01T00:00:00-08"')).toBe(1704096000000000n);
  expect(one(sql.TIMESTAMPTZ, '"infinity"')).toBe(2n ** 63n - 1n);
  expect(one(sql.TIMESTAMP, '1704067200123')).toBe(1704067200123000n);
  expect(one(sql.TIMESTAMP, '-1.5')).toBe(-1500n);
  expect(one(sql.INTERVAL, '"1 day 02:00:00"')).toEqual({months: 0, days: 1, micros: 7200000000n});
});

test('text takes strings decoded and other values as they stand', () => {
  expect(one(sql.TEXT, '"a\\u0041\\n\\/\\"\\\\"')).toBe('aA\n/"\\');
  expect(one(sql.TEXT, '12.50')).toBe('12.50');
  expect(one(sql.TEXT, '{"a": [1, 2]}')).toBe('{"a": [1, 2]}');
  expect(one(sql.TEXT, '"\\ud83d"')).toBe('invalid JSON: invalid escape sequence at byte 6');
  expect(one(sql.TEXT, '"\\u0000"')).toBe('\\u0000 cannot be converted to text at byte 6');
  expect(one({kind: 'varchar', length: 3}, '"äöü"')).toBe('äöü');
  expect(one({kind: 'varchar', length: 3}, '"abcd"')).toBe('column "c": value too long for type character varying(3)');
  expect(one({kind: 'bpchar', length: 3}, '"a"')).toBe('a  ');
});

test('bytea, uuid, boolean', () => {
  expect(one(sql.BYTEA, '"\\\\x00fF"')).toEqual(Uint8Array.of(0, 255));
  expect(one(sql.BYTEA, '"abc"')).toEqual(Uint8Array.from(Buffer.from('abc')));
  expect(one(sql.UUID, '"00112233-4455-6677-8899-AABBCCDDEEFF"')).toBe('00112233-4455-6677-8899-aabbccddeeff');
  expect(one(sql.UUID, '"0011223344556677-8899-aabb-ccddeeff"')).toBe('00112233-4455-6677-8899-aabbccddeeff');
  expect(one(sql.UUID, '"00112233-4455-6677-8899-aabbccddeefg"')).toContain('invalid input syntax for type uuid');
  expect(one(sql.BOOLEAN, '"off"')).toBe(false);
  expect(one(sql.BOOLEAN, '1')).toBe(true);
});

test('jsonb is put into canonical form', () => {
  expect(one(sql.JSONB, '{"bb":1,"a":[1.50,-0.0,"\\u0001\\/é"],"a":{"z":null , "y":true},"":"\\t"}')).toBe(
    '{"": "\\t", "a": {"y": true, "z": null}, "bb": 1}',
  );
  expect(one(sql.JSONB, '[1.50,-0.0,"\\u0001\\/é",1e2, {}]')).toBe('[1.50, 0.0, "\\u0001/é", 100, {}]');
  expect(one(sql.JSONB, 'null')).toBe(null);
  expect(one(sql.JSON_TYPE, '{"b" : 1,"a":2}')).toBe('{"b" : 1,"a":2}');
  const keys = Array.from({length: 300}, (_, i) => `k${(i * 7919) % 100}`);
  const object = `{${keys.map((key, i) => `"${key}":${i}`).join(',')}}`;
  const value = one(sql.JSONB, object) as string;
  expect(JSON.parse(value)).toEqual(JSON.parse(object));
  expect(Object.keys(JSON.parse(value) as object)).toEqual(
    [...new Set(keys)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)),
  );
});

test('structs and lists nest; the last of a key given twice counts whole', () => {
  const schema = [
    column(
      's',
      sql.structOf([
        {name: 'a', type: sql.BIGINT},
        {name: 't', type: sql.arrayOf(sql.TEXT)},
      ]),
    ),
    column('l', sql.arrayOf(sql.structOf([{name: 'x', type: sql.INTEGER}]))),
  ];
  const {rows, bad} = decode(
    schema,
    `{"s":{"a":1,"t":["x",null]},"l":[{"x":1},null,{}]}
{"s":{"a":2,"t":["y"]},"s":{"t":[]},"l":[],"l":null}
{"s":null}
{"s":[]}
{"l":{}}
`,
  );
  expect(rows).toEqual([
    [
      [1n, ['x', null]],
      [[1], null, [null]],
    ],
    [[null, []], null],
    [null, null],
  ]);
  expect(bad.map(({record, reason}) => [record, reason])).toEqual([
    [3, 'column "s": expected JSON object'],
    [4, 'column "l": expected JSON array'],
  ]);
});

test('a bad record is reported with place and reason, and the others are taken', () => {
  const schema = [column('a', sql.INTEGER), column('t', sql.TEXT)];
  const lines = ['{"a":1,"t":"x"}', '{"a":1,', '[1]', '{"a":2} x', '{"a":3,"t":"\\x"}', 'nul', '  ', '{"t":"y"}'];
  const {rows, bad, records, consumed} = decode(schema, lines.join('\n'));
  expect(rows).toEqual([
    [1, 'x'],
    [null, 'y'],
  ]);
  expect(bad.map(({record, offset, reason, bytes}) => [record, offset, reason, Buffer.from(bytes).toString()])).toEqual(
    [
      [1, 16, 'invalid JSON: unexpected end of record at byte 7', lines[1]],
      [2, 24, 'expected JSON object', lines[2]],
      [3, 28, 'invalid JSON at byte 8', lines[3]],
      [4, 38, 'invalid JSON: invalid escape sequence at byte 12', lines[4]],
      [5, 55, 'invalid JSON at byte 0', lines[5]],
    ],
  );
  expect(records).toBe(7);
  expect(consumed).toBe(Buffer.byteLength(lines.join('\n')));
});

test('more bad records than the kernel lists at once', () => {
  const text = Array.from({length: 20_000}, (_, i) =>
    i % 3 === 0 ? `{"a":${i}}` : i % 3 === 1 ? '{' : '{"a":"x"}',
  ).join('\n');
  const {rows, bad, records} = decode([column('a', sql.INTEGER)], text);
  expect(records).toBe(20_000);
  expect(rows.length).toBe(6667);
  expect(bad.map(each => each.record)).toEqual(Array.from({length: 20_000}, (_, i) => i).filter(i => i % 3 !== 0));
});

test('batches hold at most 8192 rows, and a limit of records is kept', () => {
  const schema = [column('a', sql.INTEGER)];
  const bytes = Buffer.from(Array.from({length: 10_000}, (_, i) => `{"a":${i}}\n`).join(''));
  const decoder = jsonFormat.createDecoder(memory, schema, {});
  const address = memory.alloc(bytes.length);
  memory.u8.set(bytes, address);
  const all = decoder.decodeLines(address, bytes.length, {final: false});
  expect(all.batches.map(batch => batch.length)).toEqual([8192, 1808]);
  const some = decoder.decodeLines(address, bytes.length, {final: false, maxRecords: 3});
  expect([some.records, some.consumedBytes]).toEqual([3, 24]);
  for (const batch of [...all.batches, ...some.batches]) batch.release();
  memory.release(address);
  decoder.close();
});

test('the last line waits for its line feed unless nothing follows', () => {
  const schema = [column('a', sql.INTEGER)];
  expect(decode(schema, '{"a":1}\n{"a":2', {final: false})).toMatchObject({rows: [[1]], consumed: 8});
  expect(decode(schema, '{"a":1}\n{"a":2}', {final: true})).toMatchObject({rows: [[1], [2]], consumed: 15});
  expect(decode(schema, '\n \r\n', {final: false})).toMatchObject({rows: [], records: 0, consumed: 4});
});

test('strings are valid UTF-8 exactly when a fatal TextDecoder takes them', () => {
  const byte = fc.oneof(
    {weight: 3, arbitrary: fc.integer({min: 0x80, max: 0xbf})},
    fc.integer({min: 0xc0, max: 0xff}),
    fc.integer({min: 0x61, max: 0x7a}),
    fc.constantFrom(0xe0, 0xed, 0xf0, 0xf4, 0x9f, 0xa0, 0x8f, 0x90),
  );
  const piece = fc.oneof(
    fc.array(byte, {maxLength: 5}),
    fc
      .string({unit: 'grapheme', maxLength: 12})
      .map(text => [...Buffer.from(text)].filter(b => b > 0x1f && b !== 0x22 && b !== 0x5c)),
  );
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 6}), pieces => {
      const text = Uint8Array.from(pieces.flat());
      const {rows} = decode([column('t', sql.TEXT)], Buffer.concat([Buffer.from('{"t":"'), text, Buffer.from('"}')]));
      let expected: string | null = null;
      try {
        expected = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(text);
      } catch {
        // not UTF-8
      }
      expect(rows).toEqual(expected === null ? [] : [[expected]]);
    }),
    {numRuns: 3000},
  );
});

test('a type without a form in JSON and unknown options are refused', () => {
  expect(() => jsonFormat.createDecoder(memory, [column('v', sql.VOID)], {})).toThrow('not supported yet');
  expect(() => jsonFormat.createDecoder(memory, [], {colour: 'red'})).toThrow('unrecognized option "colour"');
});

test('deep nesting is refused, not crashed on', () => {
  expect(one(sql.JSONB, `${'['.repeat(400)}${']'.repeat(400)}`)).toBe(`${'['.repeat(400)}${']'.repeat(400)}`);
  for (const type of [sql.JSONB, sql.JSON_TYPE, sql.INTEGER]) {
    expect(one(type, '['.repeat(100_000))).toMatch('nested too deeply');
  }
});
