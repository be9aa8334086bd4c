import {expect, test} from 'vitest';
import {loadKernels} from '../kernels/load.ts';
import {column} from '../types/schema.ts';
import {SqlError} from '../types/sql-error.ts';
import {BIGINT} from '../types/sql-type.ts';
import {timestampMillis} from './options.ts';
import {connectorNamed} from './registry.ts';

const memory = loadKernels();
const schema = [column('n', BIGINT)];

/** The error of making a source, or null. */
function failure(
  connector: string,
  options: Record<string, string>,
  format: string | null = 'json',
  formatOptions = {},
) {
  const before = memory.stats().liveBuffers;
  try {
    connectorNamed(connector).createSource!({memory, name: 's', schema, options, format, formatOptions});
    return null;
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    const {code, message, fields} = error;
    return {code, message, hint: fields.hint};
  } finally {
    // A source that was only made holds nothing.
    expect(memory.stats().liveBuffers).toBe(before);
  }
}

const BROKERS = {brokers: 'localhost:9092', topic: 't'};

test('connectors by name', () => {
  expect(connectorNamed('Kafka').name).toBe('kafka');
  expect(failureOf(() => connectorNamed('kinesis'))).toEqual({
    code: '22023',
    message: 'unknown connector "kinesis"',
    hint: 'Connectors are: kafka, file, load generator, blackhole.',
  });
});

function failureOf(act: () => unknown) {
  try {
    act();
    return null;
  } catch (error) {
    const {code, message, fields} = error as SqlError;
    return {code, message, hint: fields.hint};
  }
}

test('kafka, in our words and in those of others', () => {
  expect(failure('kafka', BROKERS)).toBe(null);
  expect(failure('kafka', {...BROKERS, start: 'LATEST'})).toBe(null);
  expect(failure('kafka', {...BROKERS, start: '2024-01-31 12:00:00+02'})).toBe(null);
  expect(failure('kafka', {...BROKERS, start: '1700000000000'})).toBe(null);
  expect(
    failure('kafka', {
      'properties.bootstrap.server': 'a:1, b:2 ,c',
      topic: 't',
      'scan.startup.mode': 'earliest',
      'properties.group.id': 'g',
      'properties.security.protocol': 'SASL_SSL',
      'properties.sasl.mechanism': 'SCRAM-SHA-512',
      'properties.sasl.username': 'u',
      'properties.sasl.password': 'p',
    }),
  ).toBe(null);
  expect(failure('kafka', {...BROKERS, 'scan.startup.timestamp.millis': '1700000000000'})).toBe(null);
});

test('kafka: what is missing, unknown or malformed', () => {
  expect(failure('kafka', {topic: 't'})).toEqual({
    code: '22023',
    message: 'option "brokers" of connector KAFKA is required',
    hint: 'It may also be given as "properties.bootstrap.server" or "properties.bootstrap.servers" or "kafka.brokers".',
  });
  expect(failure('kafka', {brokers: 'a:1'})?.message).toBe('option "topic" of connector KAFKA is required');
  expect(failure('kafka', {brokers: ' ', topic: 't'})?.message).toBe('option "brokers" of connector KAFKA is required');
  const unknown = failure('kafka', {...BROKERS, partitions: '4'});
  expect(unknown).toMatchObject({code: '22023', message: 'unrecognized option "partitions" of connector KAFKA'});
  expect(unknown?.hint).toMatch(/^Its options are: brokers, topic, start, /);
  for (const broker of ['a:b', 'a:70000', 'http://a:1', 'a b']) {
    expect(failure('kafka', {brokers: broker, topic: 't'})?.message).toBe(
      `option "brokers": invalid broker "${broker}"`,
    );
  }
  expect(failure('kafka', {...BROKERS, start: 'yesterday'})).toEqual({
    code: '22023',
    message: 'option "start" must be earliest, latest or a timestamp, not "yesterday"',
    hint: "A timestamp is written as '2024-01-31 12:00:00+00', or as milliseconds since 1970.",
  });
  expect(failure('kafka', {...BROKERS, 'scan.startup.timestamp.millis': 'x'})?.code).toBe('22023');
  expect(failure('kafka', {...BROKERS, security_protocol: 'TLS'})?.message).toBe('unknown security protocol "TLS"');
  expect(failure('kafka', {...BROKERS, security_protocol: 'SASL_SSL'})?.code).toBe('22023');
  expect(failure('kafka', {...BROKERS, security_protocol: 'SASL_SSL', sasl_mechanism: 'GSSAPI'})?.code).toBe('0A000');
  expect(failure('kafka', {...BROKERS, sasl_username: 'u', sasl_password: 'p'})?.code).toBe('22023');
  expect(failure('kafka', BROKERS, 'avro')?.code).toBe('0A000');
  expect(failure('kafka', BROKERS, 'json', {nonsense: '1'})?.code).toBe('22023');
});

test('file', () => {
  expect(failure('file', {path: 'x.json'})).toBe(null);
  expect(failure('file', {path: 'x.csv', follow: 'on'}, 'csv', {header: 'true'})).toBe(null);
  expect(failure('file', {})?.message).toBe('option "path" of connector FILE is required');
  expect(failure('file', {path: 'x', follow: 'maybe'})?.message).toBe(
    'option "follow" must be true or false, not "maybe"',
  );
  expect(failure('file', {path: 'x', glob: '*'})?.hint).toBe('Its options are: path, follow.');
});

test('load generators', () => {
  expect(failure('load generator', {generator: 'NEXMARK', rate: '10_000', seed: '1', events: '0'}, null)).toBe(null);
  expect(failure('load generator', {generator: 'auction', start: '2024-01-31 12:00'}, null)).toBe(null);
  expect(failure('load generator', {generator: 'tpch'}, null)).toEqual({
    code: '22023',
    message: 'unknown load generator "tpch"',
    hint: 'Generators are: AUCTION, NEXMARK, COUNTER.',
  });
  for (const rate of ['-1', '1.5', 'fast', '', '1e3', '0x10']) {
    expect(failure('load generator', {generator: 'counter', rate}, null)?.message).toBe(
      `option "rate" must be a whole number from 0 to 100000000, not "${rate}"`,
    );
  }
  expect(failure('load generator', {generator: 'counter', start: 'soon'}, null)?.code).toBe('22023');
  expect(failure('load generator', {generator: 'counter', tps: '1'}, null)).toEqual({
    code: '22023',
    message: 'unrecognized option "tps" of load generator COUNTER',
    hint: 'Its options are: generator, rate, seed, events, start.',
  });
});

test('blackhole', () => {
  const sink = (options: Record<string, string>) => () =>
    connectorNamed('blackhole').createSink!({memory, name: 's', schema, options, format: null, formatOptions: {}});
  expect(sink({})).not.toThrow();
  expect(failureOf(sink({path: 'x'}))).toEqual({
    code: '22023',
    message: 'unrecognized option "path" of connector BLACKHOLE',
    hint: 'It has no options.',
  });
});

test('timestamps are in UTC unless they say otherwise', () => {
  const noon = Date.UTC(2024, 0, 31, 12);
  for (const text of [
    '2024-01-31 12:00',
    '2024-01-31T12:00:00Z',
    '2024-01-31 12:00:00.000+00',
    ' 2024-01-31 13:30:00+0130 ',
    '2024-01-31 11:00:00 -01:00',
  ]) {
    expect(timestampMillis(text), text).toBe(noon);
  }
  expect(timestampMillis('2024-01-31')).toBe(Date.UTC(2024, 0, 31));
  for (const text of ['', 'noon', '2024', '2024-13-01', '2024-01-31 25:00', '2024-01-31 12:00 noon']) {
    expect(timestampMillis(text), text).toBe(null);
  }
});
