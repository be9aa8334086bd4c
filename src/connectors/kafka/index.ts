import type {KafkaConfig} from 'kafkajs';
import {SqlError} from '../../types/sql-error.ts';
import type {Connector} from '../connector.ts';
import type {Decoder} from '../formats/format.ts';
import {formatByName} from '../formats/registry.ts';
import {OptionReader, timestampMillis} from '../options.ts';
import {KafkaSource} from './kafka-source.ts';
import type {OffsetQuery} from './raw-fetch.ts';

/** kafkajs's logLevel.NOTHING: what goes wrong is in the source's status. */
const NO_LOG = 0;

/** Kafka, in our words (BROKERS, TOPIC, START) and in RisingWave's (properties.bootstrap.server, scan.startup.mode). */
export const kafka: Connector = {
  name: 'kafka',
  createSource({memory, name, schema, options, format, formatOptions}) {
    const reader = new OptionReader('connector KAFKA', options);
    const brokers = brokerList(
      reader.require('brokers', 'properties.bootstrap.server', 'properties.bootstrap.servers', 'kafka.brokers'),
    );
    const topic = reader.require('topic', 'kafka.topic');
    const start = startOption(reader);
    const config: KafkaConfig = {
      brokers,
      clientId: reader.take('client_id', 'properties.client.id') ?? `millrace-${name}`,
      connectionTimeout: 3000,
      requestTimeout: 30_000,
      // Retrying is the source's own, so that its status can tell.
      retry: {retries: 0},
      logLevel: NO_LOG,
      ...security(reader),
    };
    // Statements written for RisingWave name a consumer group; offsets are kept here, not with the brokers.
    reader.take('group', 'group.id.prefix', 'properties.group.id');
    reader.refuseRest();
    const decoding = formatByName(format ?? 'json');
    const createDecoder = (): Decoder => decoding.createDecoder(memory, schema, formatOptions);
    // Now, so that a bad option is an error of CREATE SOURCE.
    createDecoder().close();
    return new KafkaSource(memory, schema, createDecoder, {config, topic, start});
  },
};

const DEFAULT_PORT = 9092;

/** Errors: 22023. */
function brokerList(text: string): string[] {
  const brokers = text
    .split(',')
    .map(broker => broker.trim())
    .filter(broker => broker !== '');
  return brokers.map(broker => {
    const [, host, port = String(DEFAULT_PORT)] = /^([^\s:/]+)(?::(\d+))?$/.exec(broker) ?? [];
    if (host !== undefined && Number(port) > 0 && Number(port) < 65536) return `${host}:${port}`;
    throw new SqlError('22023', `option "brokers": invalid broker "${broker}"`, {
      hint: 'Brokers are given as host:port, several of them separated by commas.',
    });
  });
}

/** Where partitions begin that have not been read before. Errors: 22023. */
function startOption(reader: OptionReader): OffsetQuery {
  const start = reader.take('start', 'scan.startup.mode');
  const millis = reader.take('start_timestamp_millis', 'scan.startup.timestamp.millis');
  if (millis !== undefined) {
    if (/^\d+$/.test(millis.trim())) return {timestamp: Number(millis)};
    throw new SqlError(
      '22023',
      `option "scan.startup.timestamp.millis" must be milliseconds since 1970, not "${millis}"`,
    );
  }
  const word = (start ?? 'earliest').trim().toLowerCase();
  if (word === 'earliest' || word === 'latest') return word;
  const timestamp = /^\d+$/.test(word) ? Number(word) : timestampMillis(word);
  if (timestamp !== null) return {timestamp};
  throw new SqlError('22023', `option "start" must be earliest, latest or a timestamp, not "${start}"`, {
    hint: "A timestamp is written as '2024-01-31 12:00:00+00', or as milliseconds since 1970.",
  });
}

const MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/** Errors: 22023; 0A000 for a SASL mechanism that is not there. */
function security(reader: OptionReader): Pick<KafkaConfig, 'ssl' | 'sasl'> {
  const protocol = (reader.take('security_protocol', 'properties.security.protocol') ?? 'PLAINTEXT').toUpperCase();
  const named = (reader.take('sasl_mechanism', 'properties.sasl.mechanism') ?? 'PLAIN').toLowerCase();
  const username = reader.take('sasl_username', 'properties.sasl.username');
  const password = reader.take('sasl_password', 'properties.sasl.password');
  if (!['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'].includes(protocol)) {
    throw new SqlError('22023', `unknown security protocol "${protocol}"`, {
      hint: 'Security protocols are: PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL.',
    });
  }
  const ssl = protocol.endsWith('SSL');
  if (!protocol.startsWith('SASL')) {
    if (username === undefined) return {ssl};
    throw new SqlError('22023', `security protocol ${protocol} takes no user name`, {
      hint: 'Give SASL_SSL or SASL_PLAINTEXT as "security_protocol".',
    });
  }
  const mechanism = MECHANISMS.find(each => each === named);
  if (!mechanism) {
    throw new SqlError('0A000', `SASL mechanism ${named.toUpperCase()} is not supported yet`, {
      hint: `Mechanisms are: ${MECHANISMS.map(each => each.toUpperCase()).join(', ')}.`,
    });
  }
  if (username === undefined || password === undefined) {
    throw new SqlError('22023', 'SASL needs options "sasl_username" and "sasl_password"');
  }
  // The types of kafkajs want one literal mechanism each.
  return {ssl, sasl: {mechanism: mechanism as 'plain', username, password}};
}
