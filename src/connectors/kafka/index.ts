import type {KafkaConfig} from 'kafkajs';
import {SqlError} from '../../types/sql-error.ts';
import type {Connector} from '../connector.ts';
import type {Decoder} from '../formats/format.ts';
import {formatByName} from '../formats/registry.ts';
import {OptionReader} from '../options.ts';
import {KafkaSource} from './kafka-source.ts';
import type {OffsetQuery} from './raw-fetch.ts';

/** kafkajs's logLevel.NOTHING: what goes wrong is in the source's status. */
const NO_LOG = 0;

/** Kafka, in our words (BROKERS, TOPIC, START) and in RisingWave's (properties.bootstrap.server, scan.startup.mode). */
export const kafka: Connector = {
  name: 'kafka',
  createSource({memory, name, schema, options, format, formatOptions}) {
    const reader = new OptionReader(options);
    const brokers = reader
      .require('brokers', 'properties.bootstrap.server', 'properties.bootstrap.servers')
      .split(',')
      .map(broker => broker.trim())
      .filter(broker => broker !== '');
    const topic = reader.require('topic');
    // RisingWave's queries name a consumer group; offsets are kept here, not with the brokers.
    reader.take('group');
    const start = startOption(reader);
    const config: KafkaConfig = {
      brokers,
      clientId: `millrace-${name}`,
      connectionTimeout: 3000,
      requestTimeout: 30_000,
      // Retrying is the source's own, so that its status can tell.
      retry: {retries: 0},
      logLevel: NO_LOG,
      ...security(reader),
    };
    reader.refuseRest();
    const decoding = formatByName(format ?? 'json');
    const createDecoder = (): Decoder => decoding.createDecoder(memory, schema, formatOptions);
    // Now, so that a bad option is an error of CREATE SOURCE.
    createDecoder().close();
    return new KafkaSource(memory, schema, createDecoder, {config, topic, start});
  },
};

function startOption(reader: OptionReader): OffsetQuery {
  const millis = reader.take('scan.startup.timestamp.millis');
  if (millis !== undefined) return {timestamp: Number(millis)};
  const start = reader.take('start', 'scan.startup.mode') ?? 'earliest';
  const word = start.toLowerCase();
  if (word === 'earliest' || word === 'latest') return word;
  const timestamp = /^\d+$/.test(start) ? Number(start) : Date.parse(start);
  if (!Number.isNaN(timestamp)) return {timestamp};
  throw new SqlError('22023', `option "start" must be earliest, latest or a timestamp, not "${start}"`);
}

function security(reader: OptionReader): Pick<KafkaConfig, 'ssl' | 'sasl'> {
  const protocol = (reader.take('properties.security.protocol', 'security_protocol') ?? 'PLAINTEXT').toUpperCase();
  const mechanism = (reader.take('properties.sasl.mechanism', 'sasl_mechanism') ?? 'PLAIN').toLowerCase();
  const username = reader.take('properties.sasl.username', 'sasl_username');
  const password = reader.take('properties.sasl.password', 'sasl_password');
  if (!['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'].includes(protocol)) {
    throw new SqlError('22023', `unknown security protocol "${protocol}"`);
  }
  const ssl = protocol.endsWith('SSL');
  if (!protocol.startsWith('SASL')) return {ssl};
  if (!['plain', 'scram-sha-256', 'scram-sha-512'].includes(mechanism)) {
    throw new SqlError('0A000', `SASL mechanism ${mechanism} is not supported yet`);
  }
  if (username === undefined || password === undefined) {
    throw new SqlError('22023', 'SASL needs a user name and a password');
  }
  return {ssl, sasl: {mechanism: mechanism as 'plain', username, password}};
}
