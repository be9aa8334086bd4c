import {type ITopicConfig, Kafka, type Message, type Producer} from 'kafkajs';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {batchRows} from '../../src/columnar/datum-access.ts';
import {connectorNamed} from '../../src/connectors/registry.ts';
import type {DeadLetter, PartitionStatus, Source} from '../../src/dataflow/source.ts';
import {loadKernels} from '../../src/kernels/load.ts';
import {column} from '../../src/types/schema.ts';
import {BIGINT, TEXT} from '../../src/types/sql-type.ts';
import {KafkaBroker} from './kafka/broker.ts';

/** The Kafka source alone, against a real broker. */

const memory = loadKernels();
const SCHEMA = [column('n', BIGINT), column('text', TEXT)];

let broker: KafkaBroker;
let kafka: Kafka;
let producer: Producer;
let directory: string;
const readings = new Set<Reading>();

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'millrace-kafka-source-'));
  broker = await KafkaBroker.start();
  await connectProducer();
});

afterEach(async () => {
  for (const reading of readings) await reading.close();
  readings.clear();
  expect(memory.stats().liveBuffers, 'buffers left behind').toBe(0);
});

afterAll(async () => {
  await producer?.disconnect();
  await broker?.dispose();
  rmSync(directory, {recursive: true, force: true});
});

async function connectProducer(): Promise<void> {
  kafka = new Kafka({brokers: [broker.address], logLevel: 0});
  // Idempotent: or its retries might write a record twice.
  producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: () => choosePartition,
    allowAutoTopicCreation: false,
  });
  await producer.connect();
}

const choosePartition = ({message}: {message: Message}): number => message.partition ?? 0;

let topics = 0;

async function createTopic(partitions: number, config: Partial<ITopicConfig> = {}): Promise<string> {
  const topic = `t${topics++}`;
  await makeTopic(topic, partitions, config);
  return topic;
}

async function makeTopic(topic: string, partitions: number, config: Partial<ITopicConfig> = {}): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({topics: [{topic, numPartitions: partitions, ...config}], waitForLeaders: true});
  await admin.disconnect();
}

const json = (n: number, text = ''): string => JSON.stringify({n, text});

/** Records n = from … to − 1, number n in partition n modulo `partitions`. */
async function produce(topic: string, from: number, to: number, partitions = 1, text = ''): Promise<void> {
  const messages = Array.from({length: to - from}, (_, i) => ({
    value: json(from + i, text),
    partition: (from + i) % partitions,
  }));
  await producer.send({topic, messages});
}

const range = (from: number, to: number): bigint[] => Array.from({length: to - from}, (_, i) => BigInt(from + i));
/** Which numbers are missing, doubled or not expected; nothing if all is well. */
function difference(rows: readonly bigint[], expected: readonly bigint[]): string[] {
  const counts = new Map<bigint, number>();
  for (const n of rows) counts.set(n, (counts.get(n) ?? 0) + 1);
  const wrong = expected.filter(n => counts.get(n) !== 1).map(n => `${counts.get(n) ?? 0} × ${n}`);
  const known = new Set(expected);
  wrong.push(...[...counts.keys()].filter(n => !known.has(n)).map(n => `not expected: ${n}`));
  return wrong.length > 20 ? [...wrong.slice(0, 20), `… ${wrong.length} in all`] : wrong;
}

const sorted = (rows: readonly bigint[]): bigint[] => [...rows].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** A source being read, and what it has given. */
class Reading {
  readonly source: Source;
  readonly rows: bigint[] = [];
  readonly texts: string[] = [];
  readonly letters: DeadLetter[] = [];
  readonly next = new Map<string, bigint>();
  readonly states = new Set<string>();
  rowsSaid = 0;

  private constructor(source: Source) {
    this.source = source;
    readings.add(this);
  }

  static async open(
    topic: string,
    options: Record<string, string> = {},
    from: ReadonlyMap<string, bigint> = new Map(),
  ): Promise<Reading> {
    const source = connectorNamed('kafka').createSource!({
      memory,
      name: 'test',
      schema: SCHEMA,
      options: {brokers: broker.address, topic, ...options},
      format: 'json',
      formatOptions: {},
    });
    const reading = new Reading(source);
    await source.open(from);
    return reading;
  }

  /** Reads until `enough` says so. */
  async until(enough: () => boolean, what: string, end?: ReadonlyMap<string, bigint>): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (!enough()) {
      if (Date.now() > deadline)
        throw new Error(`${what}: ${this.rows.length} rows, ${JSON.stringify(this.statusText())}`);
      if (!(await this.poll(end))) await this.source.wait(200);
    }
  }

  /** Whether something came. */
  async poll(end?: ReadonlyMap<string, bigint>): Promise<boolean> {
    const poll = await this.source.poll(5000, end);
    for (const {state} of this.source.status()) this.states.add(state);
    if (!poll) return false;
    for (const delta of poll.deltas) {
      for (const {row, weight} of batchRows(delta)) {
        expect(weight).toBe(1n);
        this.rows.push(row[0] as bigint);
        this.texts.push(row[1] as string);
      }
      delta.release();
    }
    this.letters.push(...poll.deadLetters);
    for (const rows of poll.rows.values()) this.rowsSaid += rows;
    for (const [partition, offset] of poll.next) {
      expect(offset, 'offsets go up').toBeGreaterThanOrEqual(this.next.get(partition) ?? 0n);
      this.next.set(partition, offset);
    }
    expect(this.rowsSaid).toBe(this.rows.length);
    return true;
  }

  async untilRows(count: number): Promise<void> {
    await this.until(() => this.rows.length >= count, `${count} rows were expected`);
  }

  /** Reads until every partition is at its end. */
  async untilIdle(partitions: number): Promise<void> {
    const idle = (): boolean =>
      this.status().length === partitions && this.status().every(({state, lag}) => state === 'idle' && lag === 0n);
    await this.until(idle, 'the source does not become idle');
  }

  status(): readonly PartitionStatus[] {
    return this.source.status();
  }

  statusText(): string[] {
    return this.status().map(s => `${s.partition} ${s.state} ${s.position} ${String(s.lag)} ${s.lastError}`);
  }

  async close(): Promise<void> {
    await this.source.close();
    readings.delete(this);
  }
}

test.each(['none', 'gzip', 'snappy', 'lz4', 'zstd'])(
  "four partitions with Kafka's own producer, compression %s",
  async codec => {
    const topic = await createTopic(4);
    const file = join(directory, 'records');
    const count = 50_000;
    writeFileSync(file, Array.from({length: count}, (_, n) => `${json(n, `text of record ${n}`)}\n`).join(''));
    await broker.produceFile(topic, file, codec);
    const reading = await Reading.open(topic);
    await reading.untilRows(count);
    expect(difference(reading.rows, range(0, count))).toEqual([]);
    expect(reading.texts[0]).toBe(`text of record ${reading.rows[0]}`);
    await reading.untilIdle(4);
    expect(reading.letters).toEqual([]);
    // A position is the number of records before it.
    const positions = reading.status().map(({position}) => position);
    expect(positions.reduce((sum, position) => sum + position)).toBe(BigInt(count));
    const moved = positions
      .map((position, i) => [String(i), position] as const)
      .filter(([, position]) => position > 0n);
    expect(Object.fromEntries(reading.next)).toEqual(Object.fromEntries(moved));
  },
);

test('new partitions are noticed within seconds and read from their beginning', async () => {
  const topic = await createTopic(2);
  await produce(topic, 0, 10, 2);
  const reading = await Reading.open(topic, {start: 'latest'});
  await reading.untilIdle(2);
  expect(reading.rows).toEqual([]);
  const admin = kafka.admin();
  await admin.connect();
  await admin.createPartitions({topicPartitions: [{topic, count: 4}]});
  await admin.disconnect();
  // The producer has to hear of them too.
  await producer.disconnect();
  await connectProducer();
  await produce(topic, 10, 14, 4);
  const since = Date.now();
  await reading.untilRows(4);
  expect(Date.now() - since).toBeLessThan(15_000);
  expect(difference(reading.rows, range(10, 14))).toEqual([]);
  expect(reading.status().map(({partition}) => partition)).toEqual(['0', '1', '2', '3']);
});

test('START latest, earliest, and at a time', async () => {
  const topic = await createTopic(2);
  await produce(topic, 0, 100, 2);
  await new Promise(resolve => setTimeout(resolve, 50));
  const time = Date.now();
  await new Promise(resolve => setTimeout(resolve, 50));
  // Nothing of partition 1 is younger than the time.
  await producer.send({topic, messages: Array.from({length: 50}, (_, i) => ({value: json(100 + i), partition: 0}))});

  const earliest = await Reading.open(topic, {'scan.startup.mode': 'earliest'});
  const byDefault = await Reading.open(topic);
  const timed = await Reading.open(topic, {start: new Date(time).toISOString()});
  const millis = await Reading.open(topic, {'scan.startup.timestamp.millis': String(time)});
  const latest = await Reading.open(topic, {start: 'latest'});
  for (const reading of [earliest, byDefault, timed, millis, latest]) await reading.untilIdle(2);
  await produce(topic, 150, 160, 2);
  for (const [reading, first] of [
    [earliest, 0],
    [byDefault, 0],
    [timed, 100],
    [millis, 100],
    [latest, 150],
  ] as const) {
    await reading.untilRows(160 - first);
    expect(difference(reading.rows, range(first, 160))).toEqual([]);
  }
});

test('reading goes on at given offsets, and at START where there are none', async () => {
  const topic = await createTopic(3);
  await produce(topic, 0, 300, 3);
  const reading = await Reading.open(
    topic,
    {},
    new Map([
      ['0', 90n],
      ['1', 100n],
      ['2', 0n],
    ]),
  );
  await reading.untilIdle(3);
  expect(sorted(reading.rows)).toEqual(range(0, 300).filter(n => n % 3n === 2n || (n % 3n === 0n && n >= 270n)));
  // Opened again it goes back.
  reading.rows.length = 0;
  reading.rowsSaid = 0;
  reading.next.clear();
  await reading.source.open(
    new Map([
      ['0', 99n],
      ['1', 99n],
      ['2', 99n],
    ]),
  );
  await reading.untilRows(3);
  await reading.untilIdle(3);
  expect(difference(reading.rows, range(297, 300))).toEqual([]);
});

test('undecodable records are dead letters with partition, offset, bytes and reason, the others are rows', async () => {
  const topic = await createTopic(2);
  const values = [json(0), '{"n":', json(2), 'not JSON at all', '{"n":"no number"}', json(5)];
  await producer.send({topic, messages: values.map(value => ({value, partition: 1}))});
  await produce(topic, 10, 20);
  const reading = await Reading.open(topic);
  await reading.untilIdle(2);
  expect(sorted(reading.rows)).toEqual([0n, 2n, 5n, ...range(10, 20)]);
  expect(
    reading.letters.map(({partition, offset, bytes, reason}) => ({
      at: `${partition}/${offset}`,
      value: Buffer.from(bytes).toString(),
      reason,
    })),
  ).toEqual([
    {at: '1/1', value: values[1], reason: expect.stringMatching(/^invalid JSON: unexpected end of record/)},
    {at: '1/3', value: values[3], reason: expect.stringMatching(/^invalid JSON at byte \d/)},
    {at: '1/4', value: values[4], reason: expect.stringMatching(/^column "n": /)},
  ]);
});

test('tombstones and empty values', async () => {
  const topic = await createTopic(1);
  await producer.send({
    topic,
    messages: [{value: json(0)}, {key: 'k', value: null}, {key: 'k', value: '', headers: {h: 'x'}}, {value: json(3)}],
  });
  const reading = await Reading.open(topic);
  await reading.untilIdle(1);
  expect(reading.rows).toEqual([0n, 3n]);
  expect(reading.letters.map(({offset}) => offset)).toEqual([2n]);
});

test('aborted transactions are invisible, open ones come when they are committed', async () => {
  const topic = await createTopic(2);
  const transactional = kafka.producer({
    transactionalId: `tx-${topic}`,
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: () => choosePartition,
  });
  await transactional.connect();
  const send = async (from: number, to: number, end: 'commit' | 'abort' | 'leave') => {
    const transaction = await transactional.transaction();
    for (let n = from; n < to; n += 10) {
      const messages = Array.from({length: Math.min(10, to - n)}, (_, i) => ({value: json(n + i), partition: i % 2}));
      await transaction.send({topic, messages});
    }
    if (end !== 'leave') await transaction[end]();
    return transaction;
  };
  await send(0, 30, 'commit');
  await send(100, 130, 'abort');
  await produce(topic, 30, 40, 2);
  await send(200, 210, 'abort');
  await send(40, 60, 'commit');
  const open = await send(60, 80, 'leave');
  await produce(topic, 80, 90, 2);

  const reading = await Reading.open(topic);
  await reading.untilRows(60);
  // What may not be read yet is not lag.
  await reading.untilIdle(2);
  expect(difference(reading.rows, range(0, 60))).toEqual([]);
  await open.commit();
  await reading.untilRows(90);
  await reading.untilIdle(2);
  expect(difference(reading.rows, range(0, 90))).toEqual([]);
  expect(reading.letters).toEqual([]);
  await transactional.disconnect();
});

test('a topic that does not exist fails visibly, and is read once it does', async () => {
  const reading = await Reading.open('made-later');
  await reading.until(() => reading.status()[0].state === 'failed', 'no failure is to be seen');
  expect(reading.status()).toEqual([
    {partition: '', state: 'failed', position: 0n, lag: null, lastError: 'topic "made-later" does not exist'},
  ]);
  await makeTopic('made-later', 2);
  await produce('made-later', 0, 10, 2);
  await reading.untilRows(10);
  await reading.untilIdle(2);
  expect(difference(reading.rows, range(0, 10))).toEqual([]);
  expect(reading.status().map(({lastError}) => lastError)).toEqual([null, null]);
});

test('records of several megabytes among small ones', async () => {
  const topic = await createTopic(3, {configEntries: [{name: 'max.message.bytes', value: '16000000'}]});
  const sizes = [10, 5_000_000, 1_500_000, 3, 9_000_000, 100];
  for (const [n, size] of sizes.entries()) {
    await producer.send({topic, messages: [{value: json(n, 'x'.repeat(size)), partition: n % 3}]});
  }
  await produce(topic, 6, 30_000, 3, 'y'.repeat(100));
  const reading = await Reading.open(topic);
  await reading.untilRows(30_000);
  expect(difference(reading.rows, range(0, 30_000))).toEqual([]);
  for (const [n, size] of sizes.entries()) {
    const text = reading.texts[reading.rows.indexOf(BigInt(n))];
    expect(text.length).toBe(size);
  }
});

test('a history is read exactly from its start to its end, while the topic goes on', async () => {
  const topic = await createTopic(4);
  await produce(topic, 0, 4000, 4);
  const first = await Reading.open(topic);
  await first.untilRows(2000);
  const until = new Map(first.next);
  const seen = sorted(first.rows);
  await produce(topic, 4000, 8000, 4);
  await first.untilRows(8000);

  const second = await Reading.open(topic, {}, new Map());
  const reached = (): boolean => [...until].every(([partition, end]) => (second.next.get(partition) ?? 0n) >= end);
  await second.until(reached, 'the history does not end', until);
  expect(await second.source.poll(1000, until)).toBe(null);
  expect(sorted(second.rows)).toEqual(seen);
  expect(Object.fromEntries(second.next)).toEqual(Object.fromEntries(until));
  // Waiting for nothing takes its time, though there is more behind the end.
  const before = Date.now();
  await second.source.wait(300);
  expect(Date.now() - before).toBeGreaterThan(250);
  // Part of a history, from the middle of a batch to the middle of another.
  const third = await Reading.open(topic, {}, new Map([['1', 10n]]));
  const end = new Map([['1', 25n]]);
  await third.until(() => third.next.get('1') === 25n, 'the part does not end', end);
  expect(third.rows).toEqual(
    range(0, 4000)
      .filter(n => n % 4n === 1n)
      .slice(10, 25),
  );
});

test('offsets that retention has removed: reading goes on at the oldest record, and says so', async () => {
  const topic = await createTopic(1);
  await produce(topic, 0, 100);
  const admin = kafka.admin();
  await admin.connect();
  await admin.fetchTopicOffsets(topic); // or kafkajs does not know the topic
  await admin.deleteTopicRecords({topic, partitions: [{partition: 0, offset: '60'}]});
  await admin.disconnect();
  const reading = await Reading.open(topic, {}, new Map([['0', 20n]]));
  await reading.untilRows(40);
  expect(reading.rows).toEqual(range(60, 100));
  expect(reading.status()[0].lastError).toBe('offset 20 is out of range: reading goes on at 60, the oldest there is');
  // A history that is gone altogether ends all the same.
  const history = await Reading.open(topic, {}, new Map([['0', 0n]]));
  await history.until(() => history.status()[0].position >= 50n, 'the history does not end', new Map([['0', 50n]]));
  expect(history.rows).toEqual([]);
});

test('a broker that is killed and comes back: failed, then running, nothing lost or doubled', async () => {
  const topic = await createTopic(4);
  await produce(topic, 0, 4000, 4);
  const reading = await Reading.open(topic);
  await reading.untilRows(4000);
  await reading.untilIdle(4);

  await producer.disconnect();
  await broker.kill();
  await reading.until(() => reading.status().every(({state}) => state === 'failed'), 'no failure is to be seen');
  for (const {lastError, position} of reading.status()) {
    expect(lastError).toMatch(/ECONNREFUSED|[Cc]onnection|closed/);
    expect(position).toBe(1000n);
  }
  // It stays failed while attempts go on.
  reading.states.clear();
  const since = Date.now();
  await reading.until(() => Date.now() - since > 1500, 'time passes');
  expect([...reading.states]).toEqual(['failed']);

  await broker.restart();
  await connectProducer();
  await produce(topic, 4000, 8000, 4);
  await reading.untilRows(8000);
  await reading.untilIdle(4);
  expect(difference(reading.rows, range(0, 8000))).toEqual([]);
  expect(reading.status().map(({lastError}) => lastError)).toEqual([null, null, null, null]);

  // In the middle of reading.
  const file = join(directory, 'more');
  const records = Array.from({length: 200_000}, (_, i) => `${json(8000 + i, 'z'.repeat(200))}\n`);
  writeFileSync(file, records.join(''));
  await broker.produceFile(topic, file, 'none');
  await reading.untilRows(20_000);
  await producer.disconnect();
  await broker.kill();
  await reading.until(() => reading.status().every(({state}) => state === 'failed'), 'no failure is to be seen');
  expect(reading.rows.length).toBeLessThan(208_000);
  await broker.restart();
  await connectProducer();
  await reading.untilRows(208_000);
  await reading.untilIdle(4);
  expect(difference(reading.rows, range(0, 208_000))).toEqual([]);
}, 180_000);

test('closing does not wait for brokers that do not answer', async () => {
  for (const brokers of ['127.0.0.1:1', '10.255.255.1:9092', broker.address]) {
    const reading = await Reading.open('t0', {brokers});
    await new Promise(resolve => setTimeout(resolve, 100));
    const before = Date.now();
    await reading.close();
    expect(Date.now() - before).toBeLessThan(1000);
  }
});
