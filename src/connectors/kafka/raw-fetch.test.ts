import {expect, test} from 'vitest';
import {batchRows} from '../../columnar/datum-access.ts';
import {loadKernels} from '../../kernels/load.ts';
import {column} from '../../types/schema.ts';
import {BIGINT} from '../../types/sql-type.ts';
import {jsonFormat} from '../formats/json.ts';
import {decodeFetchResponse, describeError, kafkaError, RawTopic} from './raw-fetch.ts';
import {offsetAfter} from './record-batch.ts';
import {RecordReader} from './record-reader.ts';
import {RecordSet} from './record-set.ts';
import {encodeBatch, encodeFetchResponse} from './testing/record-batches.ts';

/**
 * What a broker 4.1.1 answered (version 11) for two partitions: records with key, headers, one batch with gzip, a
 * tombstone; and a committed and an aborted transaction with their markers.
 */
const RECORDED = Buffer.from(
  'AAAAAAAAAAAAAAAAAAEAB2ZpeHR1cmUAAAACAAAAAAAAAAAAAAAAAAQAAAAAAAAABAAAAAAAAAAAAAAAAP////8AAADFAAAAAAAAAAAAAABSAAAAAALiO1WnAAAA' +
    'AAABAAABof24n5oAAAGh/bifmv//////////AAAAAAAAAAAAAiQAAAACYQ57Im4iOjB9AgJoAngaAAACAQ57Im4iOjF9AAAAAAAAAAACAAAAWwAAAAACJegm0AAB' +
    'AAAAAQAAAaH9uJ+lAAABof24n6X//////////wAAAAAAAAAAAAIfiwgAAAAAAAADk2JgYGDkq1bKU7IyqmXgY2BgYkpkZAAA9VLDERYAAAAAAAABAAAAAAAAAAAA' +
    'BQAAAAAAAAAFAAAAAAAAAAAAAAABAAAAAAAAAAYAAAAAAAAAAv////8AAAFDAAAAAAAAAAAAAABAAAAAAAIDJB6oABAAAAAAAAABof24oYkAAAGh/bihiQAAAAAA' +
    'AAAGAAAAAAAAAAAAARwAAAABEHsibiI6MTB9AAAAAAAAAAABAAAAQgAAAAAC14yF1wAwAAAAAAAAAaH9uKH9AAABof24of0AAAAAAAAABgAA/////wAAAAEgAAAA' +
    'CAAAAAEMAAAAAAAAAAAAAAAAAAACAAAATwAAAAACSOQ0UQAQAAAAAQAAAaH9uKMzAAABof24ozMAAAAAAAAABgAAAAAAAQAAAAIcAAAAARB7Im4iOjEyfQAcAAAC' +
    'ARB7Im4iOjEzfQAAAAAAAAAABAAAAEIAAAAAAk1Xrf0AMAAAAAAAAAGh/bijOgAAAaH9uKM6AAAAAAAAAAYAAP////8AAAABIAAAAAgAAAAADAAAAAAAAAA=',
  'base64',
);

test('a recorded response', () => {
  const memory = loadKernels();
  const partitions = decodeFetchResponse(RECORDED, 11);
  expect(
    partitions.map(({records, ...rest}) => ({...rest, bytes: records.length, next: offsetAfter(records)})),
  ).toEqual([
    {partition: 0, errorCode: 0, lastStableOffset: 4n, aborted: [], bytes: 197, next: 4n},
    {
      partition: 1,
      errorCode: 0,
      lastStableOffset: 5n,
      aborted: [{producerId: 6n, firstOffset: 2n}],
      bytes: 323,
      next: 5n,
    },
  ]);
  const reader = new RecordReader(memory, jsonFormat.createDecoder(memory, [column('n', BIGINT)], {}));
  for (const fetched of partitions) new RecordSet(memory, fetched, 0n).read(reader, Infinity, null);
  const {deltas, deadLetters, rows} = reader.finish();
  expect(deltas.flatMap(delta => batchRows(delta).map(({row}) => row[0]))).toEqual([0n, 1n, 2n, 10n]);
  expect(deadLetters).toEqual([]);
  expect(Object.fromEntries(rows)).toEqual({0: 3, 1: 1});
  for (const delta of deltas) delta.release();
  reader.close();
  expect(memory.stats().liveBuffers).toBe(0);
});

test.each([4, 5, 6, 7, 8, 9, 10, 11])('responses of version %d', version => {
  const records = encodeBatch({baseOffset: 3n, records: [{value: 'x'}]});
  const payload = encodeFetchResponse(version, 'a.topic', [
    {partition: 7, highWatermark: 9n, lastStableOffset: 8n, aborted: [{producerId: 1n, firstOffset: 2n}], records},
    {partition: 1, errorCode: 6, highWatermark: -1n, records: null},
    {partition: 2, highWatermark: 5n, aborted: [], records: Buffer.alloc(0)},
  ]);
  expect(decodeFetchResponse(payload, version)).toEqual([
    {partition: 7, errorCode: 0, lastStableOffset: 8n, aborted: [{producerId: 1n, firstOffset: 2n}], records},
    {partition: 1, errorCode: 6, lastStableOffset: -1n, aborted: [], records: Buffer.alloc(0)},
    {partition: 2, errorCode: 0, lastStableOffset: 5n, aborted: [], records: Buffer.alloc(0)},
  ]);
});

test("errors say Kafka's own words", () => {
  const failed = encodeFetchResponse(11, 't', []);
  failed.writeInt16BE(29, 4);
  expect(() => decodeFetchResponse(failed, 11)).toThrow('Topic authorization failed');
  expect(kafkaError(3).message).toBe('This server does not host this topic-partition');
  expect(describeError('text')).toBe('text');
  expect(describeError(new Error('outer', {cause: new Error('inner')}))).toBe('outer: inner');
});

test('nobody listening: an error, and nothing left open', async () => {
  const topic = new RawTopic({brokers: ['127.0.0.1:1'], logLevel: 0, retry: {retries: 0}}, 'none');
  await expect(topic.connect()).rejects.toThrow(/ECONNREFUSED/);
  await topic.close();
});
