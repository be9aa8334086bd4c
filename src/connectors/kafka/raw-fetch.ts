import {createRequire} from 'node:module';
import {connect as connectTcp, isIP, type Socket} from 'node:net';
import {connect as connectTls} from 'node:tls';
import type * as kafkajs from 'kafkajs';
import type {AbortedTransaction} from './aborted-transactions.ts';

// The one file that knows kafkajs's insides (version pinned exactly in package.json). Its consumer makes an object per
// record; here its cluster and connections are used for everything but the records, which stay bytes.

const require = createRequire(import.meta.url);

type Broker = {readonly lookupRequest: (apiKey: number, definitions: unknown) => (options: unknown) => RawRequest};
type RawRequest = {request: unknown; response: unknown; requestTimeout?: number};
type PartitionMetadata = {readonly partitionId: number; readonly leader: number};
type Cluster = {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  addTargetTopic(topic: string): Promise<void>;
  refreshMetadata(): Promise<void>;
  findTopicPartitionMetadata(topic: string): readonly PartitionMetadata[];
  findBroker(node: {nodeId: string}): Promise<Broker>;
  fetchTopicsOffset(
    topics: readonly {
      topic: string;
      partitions: readonly {partition: number}[];
      fromBeginning?: boolean;
      fromTimestamp?: number;
    }[],
  ): Promise<readonly {partitions: readonly {partition: number; offset: string}[]}[]>;
};

const READ_COMMITTED = 1;
const NO_LIMIT_OF_AGE = 0x7fffffff;
const KEEP_ALIVE_MS = 60_000;

type FetchPartition = {readonly partition: number; readonly offset: bigint; readonly maxBytes: number};

export type FetchedPartition = {
  readonly partition: number;
  /** Kafka's error code, 0 = none. */
  readonly errorCode: number;
  /** The offset before which every transaction has ended: what can be read now reaches up to here. */
  readonly lastStableOffset: bigint;
  /** Aborted transactions whose records may be among these. */
  readonly aborted: readonly AbortedTransaction[];
  /** Record batches, the last one possibly cut off. */
  readonly records: Buffer;
};

export type OffsetQuery = 'earliest' | 'latest' | {readonly timestamp: number};

/** A topic's partitions, offsets and raw records. Errors are kafkajs's; `describeError` says them in one line. */
export class RawTopic {
  private readonly topic: string;
  private readonly cluster: Cluster;
  private readonly sockets = new Set<Socket>();
  private closed = false;

  /** Nothing is opened yet. */
  constructor(config: kafkajs.KafkaConfig, topic: string) {
    this.topic = topic;
    const {Kafka} = require('kafkajs') as typeof kafkajs;
    const kafka = new Kafka({...config, socketFactory: this.socketFactory()});
    const createCluster = privateMember(kafka, 'private:Kafka:createCluster') as (options: unknown) => Cluster;
    this.cluster = createCluster.call(kafka, {
      metadataMaxAge: NO_LIMIT_OF_AGE,
      allowAutoTopicCreation: false,
      isolationLevel: READ_COMMITTED,
    });
  }

  async connect(): Promise<void> {
    await this.cluster.connect();
    try {
      await this.cluster.addTargetTopic(this.topic);
    } catch (error) {
      const unknown = (error as {type?: string}).type === 'UNKNOWN_TOPIC_OR_PARTITION';
      throw unknown ? new Error(`topic "${this.topic}" does not exist`) : error;
    }
  }

  /** Partition numbers by the node that leads them now. */
  async partitions(refresh: boolean): Promise<ReadonlyMap<number, readonly number[]>> {
    if (refresh) await this.cluster.refreshMetadata();
    const leaders = new Map<number, number[]>();
    for (const {partitionId, leader} of this.cluster.findTopicPartitionMetadata(this.topic)) {
      leaders.set(leader, [...(leaders.get(leader) ?? []), partitionId]);
    }
    return leaders;
  }

  /** The offset that `where` means in each partition. */
  async offsets(partitions: readonly number[], where: OffsetQuery): Promise<ReadonlyMap<number, bigint>> {
    const ask = async (query: object): Promise<Map<number, bigint>> => {
      const topics = await this.cluster.fetchTopicsOffset([
        {topic: this.topic, partitions: partitions.map(partition => ({partition})), ...query},
      ]);
      return new Map(topics.flatMap(topic => topic.partitions.map(p => [p.partition, BigInt(p.offset)])));
    };
    if (where === 'earliest') return ask({fromBeginning: true});
    if (where === 'latest') return ask({fromBeginning: false});
    const found = await ask({fromTimestamp: where.timestamp});
    // −1: no record is that young.
    const latest = await ask({fromBeginning: false});
    return new Map([...found].map(([partition, offset]) => [partition, offset < 0n ? latest.get(partition)! : offset]));
  }

  /** One fetch from one node; waits up to `maxWaitMs` for the first byte. */
  async fetch(node: number, partitions: readonly FetchPartition[], maxWaitMs: number): Promise<FetchedPartition[]> {
    const {requests} = require('kafkajs/src/protocol/requests') as {requests: {Fetch: unknown}};
    const apiKeys = require('kafkajs/src/protocol/requests/apiKeys') as {Fetch: number};
    const broker = await this.cluster.findBroker({nodeId: String(node)});
    const makeRequest = broker.lookupRequest(apiKeys.Fetch, requests.Fetch);
    const request = makeRequest({
      isolationLevel: READ_COMMITTED,
      maxWaitTime: maxWaitMs,
      minBytes: 1,
      maxBytes: partitions.reduce((sum, p) => sum + p.maxBytes, 0),
      rackId: '',
      topics: [
        {
          topic: this.topic,
          partitions: partitions.map(p => ({
            partition: p.partition,
            fetchOffset: p.offset.toString(),
            maxBytes: p.maxBytes,
          })),
        },
      ],
    });
    const version = (request.request as {apiVersion: number}).apiVersion;
    const raw = {decode: async (payload: Buffer) => ({payload, clientSideThrottleTime: 0}), parse: passThrough};
    const sendRequest = privateMember(broker, 'private:Broker:sendRequest') as (
      request: unknown,
    ) => Promise<{payload: Buffer}>;
    const {payload} = await sendRequest.call(broker, {...request, response: raw});
    return decodeFetchResponse(payload, version);
  }

  /** Ends all connections at once, also those that are being made. */
  async close(): Promise<void> {
    this.closed = true;
    for (const socket of this.sockets) socket.destroy(new Error('closed'));
    await this.cluster.disconnect().catch(() => {});
  }

  private socketFactory(): kafkajs.ISocketFactory {
    return ({host, port, ssl, onConnect}) => {
      const name = isIP(host) ? {} : {servername: host};
      const socket = ssl
        ? connectTls({host, port, ...name, ...ssl}, onConnect)
        : connectTcp({host, port, noDelay: true}, onConnect);
      socket.setKeepAlive(true, KEEP_ALIVE_MS);
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
      if (this.closed) socket.destroy(new Error('closed'));
      return socket;
    };
  }
}

/** A member that kafkajs keeps under a symbol. */
function privateMember(object: object, name: string): (...args: never[]) => unknown {
  for (let at: object | null = object; at; at = Object.getPrototypeOf(at) as object | null) {
    const symbol = Object.getOwnPropertySymbols(at).find(s => s.description === name);
    if (symbol) return (at as Record<symbol, (...args: never[]) => unknown>)[symbol];
  }
  throw new Error('this version of kafkajs is not the one that raw-fetch.ts was written for');
}

async function passThrough(decoded: unknown): Promise<unknown> {
  return decoded;
}

/** Fetch response, versions 4 to 11 (Kafka protocol guide, "Fetch API"). */
export function decodeFetchResponse(payload: Buffer, version: number): FetchedPartition[] {
  let at = 4; // throttle time
  if (version >= 7) {
    const errorCode = payload.readInt16BE(at);
    if (errorCode !== 0) throw kafkaError(errorCode);
    at += 6; // error code, session id
  }
  const fetched: FetchedPartition[] = [];
  const topics = payload.readInt32BE(at);
  at += 4;
  for (let t = 0; t < topics; t++) {
    at += 2 + payload.readInt16BE(at); // name
    const partitions = payload.readInt32BE(at);
    at += 4;
    for (let p = 0; p < partitions; p++) {
      const partition = payload.readInt32BE(at);
      const errorCode = payload.readInt16BE(at + 4);
      const highWatermark = payload.readBigInt64BE(at + 6);
      const stable = payload.readBigInt64BE(at + 14);
      at += version >= 5 ? 30 : 22; // … log start offset
      const abortedCount = payload.readInt32BE(at);
      at += 4;
      const aborted: AbortedTransaction[] = [];
      for (let i = 0; i < abortedCount; i++) {
        aborted.push({producerId: payload.readBigInt64BE(at), firstOffset: payload.readBigInt64BE(at + 8)});
        at += 16;
      }
      if (version >= 11) at += 4; // preferred read replica
      const size = Math.max(0, payload.readInt32BE(at));
      at += 4;
      const records = payload.subarray(at, at + size);
      at += size;
      const lastStableOffset = stable < 0n ? highWatermark : stable;
      fetched.push({partition, errorCode, lastStableOffset, aborted, records});
    }
  }
  return fetched;
}

/** The error of one of Kafka's codes. */
export function kafkaError(code: number): Error {
  const {createErrorFromCode} = require('kafkajs/src/protocol/error') as {createErrorFromCode(code: number): Error};
  return createErrorFromCode(code);
}

/** kafkajs's errors in one line. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = (error as {originalError?: Error; cause?: Error}).originalError ?? (error as {cause?: Error}).cause;
  return cause && cause.message !== error.message ? `${error.message}: ${cause.message}` : error.message;
}
