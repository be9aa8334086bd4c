import fc from 'fast-check';
import {expect, test} from 'vitest';
import {batchRows} from '../../columnar/datum-access.ts';
import {loadKernels} from '../../kernels/load.ts';
import type {Address} from '../../kernels/memory.ts';
import type {Datum} from '../../types/datum.ts';
import {column, type Schema} from '../../types/schema.ts';
import {INTEGER, TEXT, numericOf} from '../../types/sql-type.ts';
import {csvFormat} from './csv.ts';

const memory = loadKernels();

type Pieces = {
  readonly options?: Record<string, string>;
  readonly cuts?: readonly number[];
  readonly maxRecords?: number;
};

function decode(schema: Schema, text: string | Uint8Array, {options = {}, cuts = [], maxRecords}: Pieces = {}) {
  const before = memory.stats().liveBuffers;
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const decoder = csvFormat.createDecoder(memory, schema, options);
  const rows: Datum[][] = [];
  const bad: {record: number; offset: number; text: string; reason: string}[] = [];
  let at = 0;
  let records = 0;
  for (const to of [
    ...cuts.filter(cut => cut < bytes.length),
    ...Array<number>(maxRecords ? 40 : 1).fill(bytes.length),
  ]) {
    const address = memory.alloc(to - at);
    memory.u8.set(bytes.subarray(at, to), address);
    const result = decoder.decodeLines(address as Address, to - at, {final: to === bytes.length, maxRecords});
    rows.push(...result.batches.flatMap(batchRows).map(({row}) => row));
    bad.push(
      ...result.bad.map(each => ({
        record: each.record + records,
        offset: each.offset + at,
        text: Buffer.from(each.bytes).toString(),
        reason: each.reason,
      })),
    );
    for (const batch of result.batches) batch.release();
    memory.release(address);
    at += result.consumedBytes;
    records += result.records;
  }
  decoder.close();
  expect(memory.stats().liveBuffers).toBe(before);
  return {rows, bad, records, consumed: at};
}

const schema = [column('id', INTEGER), column('name', TEXT), column('price', numericOf(6, 2))];

test('fields are read by their types, unquoted empty ones are NULL', () => {
  const {rows, bad} = decode(schema, '1,web,1.005\r\n2,"",\n\n3,"a ""quoted"", one\nof two lines",7\n');
  expect(bad).toEqual([]);
  expect(rows).toEqual([
    [1, 'web', {coefficient: 101n, scale: 2}],
    [2, '', null],
    [3, 'a "quoted", one\nof two lines', {coefficient: 700n, scale: 2}],
  ]);
});

test('a header names the fields', () => {
  const {rows, records} = decode(schema, '\ufeffprice,other,id,name\n1,x,2,y\n', {options: {header: 'true'}});
  expect(rows).toEqual([[2, 'y', {coefficient: 100n, scale: 2}]]);
  expect(records).toBe(1);
  expect(() => decode(schema, 'id,name\n1,x\n', {options: {header: 'true'}})).toThrow(
    'column "price" is missing in the CSV header',
  );
});

test('a decoder that starts in the middle is given the header first', () => {
  const decoder = csvFormat.createDecoder(memory, schema, {header: 'true'});
  const bytes = Buffer.from('name,price,id\nx,1,2\ny,3,4\n');
  const address = memory.alloc(bytes.length);
  memory.u8.set(bytes, address);
  expect(decoder.readPreamble(address, 5)).toBe(0);
  expect(decoder.readPreamble(address, bytes.length)).toBe(14);
  const {batches} = decoder.decodeLines((address + 20) as Address, 6, {final: true});
  expect(batches.flatMap(batchRows).map(({row}) => row)).toEqual([[4, 'y', {coefficient: 300n, scale: 2}]]);
  for (const batch of batches) batch.release();
  memory.release(address);
});

test('bad records are reported with their bytes, the others are taken', () => {
  const text = Buffer.concat([
    Buffer.from('1,a,1\nx,b,2\n3,c\n4,d,4,5\n5,"e"f,5\n6,'),
    Buffer.from([0xff]),
    Buffer.from(',6\n7,g,99999\n8,h,8\n9,i,Infinity'),
  ]);
  const {rows, bad, records, consumed} = decode(schema, text);
  expect(rows.map(row => row[0])).toEqual([1, 8]);
  expect(bad.map(({record, offset, reason}) => [record, offset, reason])).toEqual([
    [1, 6, 'column "id": invalid input syntax for type integer: "x"'],
    [2, 12, 'missing data for column "price"'],
    [3, 16, 'extra data after last expected column'],
    [4, 24, 'unexpected character after the closing quote of a CSV field'],
    [5, 33, 'invalid byte sequence for encoding "UTF8"'],
    [6, 39, 'column "price": numeric field overflow'],
    [8, 55, 'column "price": numeric field overflow'],
  ]);
  expect(bad[3].text).toBe('5,"e"f,5');
  expect(records).toBe(9);
  expect(consumed).toBe(text.length);
});

test('delimiter, quote, escape and null text can be chosen', () => {
  const options = {delimiter: ';', quote: "'", escape: '\\', null: 'NULL'};
  expect(decode(schema, "1;'it\\'s;';NULL\n2;;1\n", {options}).rows).toEqual([
    [1, "it's;", null],
    [2, '', {coefficient: 100n, scale: 2}],
  ]);
  expect(() => csvFormat.createDecoder(memory, schema, {delimiter: 'ab'})).toThrow('single one-byte character');
  expect(() => csvFormat.createDecoder(memory, schema, {colour: 'red'})).toThrow('unrecognized option "colour"');
});

test('in any pieces and with any limit, the same rows', () => {
  const field = fc.oneof(fc.string({maxLength: 6}), fc.constantFrom('', '"', ',', '\n', 'a\r\nb', '""'));
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field), {maxLength: 8}), fc.array(fc.nat(), {maxLength: 5}), (pairs, cuts) => {
      const columns = [column('a', TEXT), column('b', TEXT)];
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const usable = pairs.map(pair => pair.map(text => text.replaceAll('\0', '')));
      const text = usable.map(pair => `${pair.map(quoted).join(',')}\n`).join('');
      const length = Buffer.byteLength(text);
      const pieces = cuts.map(cut => cut % (length + 1)).sort((a, b) => a - b);
      expect(decode(columns, text, {cuts: pieces}).rows).toEqual(usable);
      expect(decode(columns, text, {maxRecords: 1}).rows).toEqual(usable);
    }),
  );
});

test('single records, as Kafka has them', () => {
  const decoder = csvFormat.createDecoder(memory, schema, {});
  const bytes = Buffer.from('1,a,12,b');
  const address = memory.alloc(bytes.length);
  memory.u8.set(bytes, address);
  const list = memory.alloc(16);
  memory.u32.set([address, 5, address + 5, 3], list >>> 2);
  const {batches, bad} = decoder.decodeRecords(list, 2);
  expect(batches.flatMap(batchRows).map(({row}) => row)).toEqual([[1, 'a', {coefficient: 100n, scale: 2}]]);
  expect(bad.map(({record, reason}) => [record, reason])).toEqual([[1, 'missing data for column "price"']]);
  for (const batch of batches) batch.release();
  memory.release(list);
  memory.release(address);
});
