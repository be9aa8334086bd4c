import {createRequire} from 'node:module';
import type {KafkaConfig} from 'kafkajs';

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

export type FetchPartition = {readonly partition: number; readonly offset: bigint; readonly maxBytes: number};

export type FetchedPartition = {
  readonly partition: number;
  /** Kafka's error code, 0 = none. */
  readonly errorCode: number;
  readonly highWatermark: bigint;
  readonly logStartOffset: bigint;
  /** Aborted transactions whose records may be among these. */
  readonly aborted: readonly {readonly producerId: bigint; readonly firstOffset: bigint}[];
  /** Record batches, the last one possibly cut off. */
  readonly records: Buffer;
};

export type OffsetQuery = 'earliest' | 'latest' | {readonly timestamp: number};

/** A topic's partitions, offsets and raw records. Errors are kafkajs's; `describeError` says them in one line. */
export class RawTopic {
  private readonly cluster: Cluster;
  private readonly topic: string;

  private constructor(cluster: Cluster, topic: string) {
    this.cluster = cluster;
    this.topic = topic;
  }

  static async connect(config: KafkaConfig, topic: string): Promise<RawTopic> {
    const {Kafka} = (await import('kafkajs')).default;
    const kafka = new Kafka(config) as unknown as Record<symbol, (options: unknown) => Cluster>;
    const createCluster = Object.getOwnPropertySymbols(kafka).find(
      s => s.description === 'private:Kafka:createCluster',
    );
    if (!createCluster) throw new Error('this version of kafkajs is not the one that raw-fetch.ts was written for');
    const cluster = kafka[createCluster]({
      metadataMaxAge: NO_LIMIT_OF_AGE,
      allowAutoTopicCreation: false,
      isolationLevel: READ_COMMITTED,
    });
    try {
      await cluster.connect();
      await cluster.addTargetTopic(topic);
    } catch (error) {
      await cluster.disconnect().catch(() => {});
      throw error;
    }
    return new RawTopic(cluster, topic);
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
    const {requests, apiKeys} = require('kafkajs/src/protocol/requests') as {
      requests: {Fetch: unknown};
      apiKeys: {Fetch: number};
    };
    const broker = await this.cluster.findBroker({nodeId: String(node)});
    const request = broker.lookupRequest(
      apiKeys.Fetch,
      requests.Fetch,
    )({
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
    const send = Object.getOwnPropertySymbols(broker).find(s => s.description === 'private:Broker:sendRequest');
    if (!send) throw new Error('this version of kafkajs is not the one that raw-fetch.ts was written for');
    const sendRequest = (broker as unknown as Record<symbol, (r: unknown) => Promise<{payload: Buffer}>>)[send];
    const {payload} = await sendRequest.call(broker, {...request, response: raw});
    return decodeFetchResponse(payload, version);
  }

  async close(): Promise<void> {
    await this.cluster.disconnect();
  }
}

async function passThrough(decoded: unknown): Promise<unknown> {
  return decoded;
}

/** Fetch response, versions 4 to 11 (Kafka protocol guide, "Fetch API"). */
export function decodeFetchResponse(payload: Buffer, version: number): FetchedPartition[] {
  let at = 4; // throttle time
  if (version >= 7) {
    const errorCode = payload.readInt16BE(at);
    if (errorCode !== 0) throw new Error(`fetch failed with Kafka error code ${errorCode}`);
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
      at += 22; // … last stable offset
      let logStartOffset = -1n;
      if (version >= 5) {
        logStartOffset = payload.readBigInt64BE(at);
        at += 8;
      }
      const abortedCount = payload.readInt32BE(at);
      at += 4;
      const aborted = [];
      for (let i = 0; i < abortedCount; i++) {
        aborted.push({producerId: payload.readBigInt64BE(at), firstOffset: payload.readBigInt64BE(at + 8)});
        at += 16;
      }
      if (version >= 11) at += 4; // preferred read replica
      const size = Math.max(0, payload.readInt32BE(at));
      at += 4;
      const records = payload.subarray(at, at + size);
      at += size;
      fetched.push({partition, errorCode, highWatermark, logStartOffset, aborted, records});
    }
  }
  return fetched;
}

/** kafkajs's errors in one line. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = (error as {originalError?: Error; cause?: Error}).originalError ?? (error as {cause?: Error}).cause;
  return cause && cause.message !== error.message ? `${error.message}: ${cause.message}` : error.message;
}
