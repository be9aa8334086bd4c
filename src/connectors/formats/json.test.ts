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
