import {afterEach, expect, test, vi} from 'vitest';
import {batchRows} from '../../columnar/datum-access.ts';
import type {Source} from '../../dataflow/source.ts';
import {loadKernels} from '../../kernels/load.ts';
import type {Datum} from '../../types/datum.ts';
import {loadGenerator} from './index.ts';

const memory = loadKernels();

afterEach(() => {
  vi.useRealTimers();
  expect(memory.stats().liveBuffers, 'buffers left behind').toBe(0);
});

type Row = readonly Datum[];

async function openSource(options: Record<string, string>, from = 0n): Promise<Source> {
  const schema = loadGenerator.defaultSchema!(options)!;
  const source = loadGenerator.createSource!({memory, name: 'g', schema, options, format: null, formatOptions: {}});
  await source.open(new Map([['0', from]]));
  return source;
}

async function pollRows(source: Source, maxRows: number, until?: bigint): Promise<Row[] | null> {
  const poll = await source.poll(maxRows, until === undefined ? undefined : new Map([['0', until]]));
  if (!poll) return null;
  const rows = poll.deltas.flatMap(delta => batchRows(delta).map(({row}) => row));
  for (const delta of poll.deltas) delta.release();
  expect(Object.fromEntries(poll.rows)).toEqual({0: rows.length});
  expect(poll.deadLetters).toEqual([]);
  return rows;
}

/** Events from … to − 1, in polls of `step` rows. */
async function rowsOf(options: Record<string, string>, from: number, to: number, step = 4096): Promise<Row[]> {
  const source = await openSource(options, BigInt(from));
  const rows: Row[] = [];
  while (rows.length < to - from) rows.push(...(await pollRows(source, Math.min(step, to - from - rows.length)))!);
  await source.close();
  return rows;
}

test.each(['auction', 'nexmark', 'counter'])(
  '%s: the same seed gives the same events, from wherever',
  async generator => {
    const options = {generator, seed: '42'};
    const all = await rowsOf(options, 0, 10_000);
    expect(await rowsOf(options, 0, 10_000, 999)).toEqual(all);
    for (const from of [1, 49, 50, 51, 777, 9_999]) {
      expect(await rowsOf(options, from, Math.min(from + 300, 10_000))).toEqual(all.slice(from, from + 300));
    }
    // Far on: numbers beyond 32 bits.
    const far = 2 ** 40;
    expect(await rowsOf(options, far, far + 100)).toEqual((await rowsOf(options, far - 50, far + 100)).slice(50));
    if (generator !== 'counter') expect(await rowsOf({...options, seed: '43'}, 0, 100)).not.toEqual(all.slice(0, 100));
  },
);

test('counter', async () => {
  expect(await rowsOf({generator: 'counter'}, 0, 3)).toEqual([[1n], [2n], [3n]]);
});

test('nexmark: of 50 events 1 is a person, 3 are auctions, 46 are bids', async () => {
  const rows = await rowsOf({generator: 'nexmark'}, 0, 5000);
  for (let i = 0; i < rows.length; i += 50) {
    const kinds = rows.slice(i, i + 50).map(([kind]) => kind as number);
    expect([0, 1, 2].map(kind => kinds.filter(each => each === kind).length)).toEqual([1, 3, 46]);
  }
  // Only the event's own column has a value.
  for (const [kind, ...columns] of rows) {
    expect(columns.map(value => value !== null)).toEqual([0, 1, 2].map(each => each === kind));
  }
});

test('nexmark: ids, references, times and distributions', async () => {
  const rows = await rowsOf({generator: 'nexmark', seed: '1', start: '2024-01-01'}, 0, 100_000);
  const of = (kind: number): Row[] => rows.filter(([each]) => each === kind).map(row => row[kind + 1] as Row);
  const [persons, auctions, bids] = [of(0), of(1), of(2)];

  // Numbered from 1000 on, each once.
  expect(persons.map(([id]) => id)).toEqual(persons.map((_, i) => BigInt(1000 + i)));
  expect(auctions.map(([id]) => id)).toEqual(auctions.map((_, i) => BigInt(1000 + i)));

  // 10,000 events a second of event time, from START on.
  const start = BigInt(Date.UTC(2024, 0, 1)) * 1000n;
  const times = rows.map(([kind, ...columns]) => (columns[kind as number] as Row)[[6, 5, 5][kind as number]] as bigint);
  expect(times[0]).toBe(start);
  expect(times[99_990]).toBe(start + 9_999_000n);
  expect(times.every((time, i) => i === 0 || time >= times[i - 1])).toBe(true);

  // Half of the bids go to the newest hot auction, three quarters of them come from the newest hot bidder.
  const share = (list: readonly Row[], hot: (row: Row) => boolean): number => list.filter(hot).length / list.length;
  expect(share(bids, ([auction]) => (auction as bigint) % 100n === 0n)).toBeCloseTo(0.505, 1);
  expect(share(bids, ([, bidder]) => (bidder as bigint) % 100n === 1n)).toBeCloseTo(0.75, 1);
  expect(share(auctions, row => (row[7] as bigint) % 100n === 0n)).toBeCloseTo(0.75, 1);
  // References are to what there is, or will be soon.
  const beyond = rows.filter((row, n) => {
    if (row[0] !== 2) return false;
    const [auction, bidder] = row[3] as Row;
    const epoch = Math.floor(n / 50) + 1;
    return Number(auction) >= 1000 + epoch * 3 + 10 || Number(bidder) >= 1000 + epoch + 10;
  });
  expect(beyond).toEqual([]);

  // Prices are log-uniform from 1.00 to 1,000,000.00: a sixth in each decade.
  const prices = bids.map(([, , price]) => Math.log10(Number(price) / 100));
  expect(Math.min(...prices)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...prices)).toBeLessThanOrEqual(6);
  for (let decade = 0; decade < 6; decade++) {
    const part = prices.filter(price => price >= decade && price < decade + 1).length / prices.length;
    expect(part).toBeCloseTo(1 / 6, 1);
  }
  for (const [, , , initialBid, reserve, dateTime, expires, , category] of auctions) {
    if (reserve! > initialBid! && expires! > dateTime! && (category as bigint) >= 10n && (category as bigint) < 15n)
      continue;
    expect.fail(`reserve ${String(reserve)}, expires ${String(expires)}, category ${String(category)}`);
  }

  // Half of the bids come over one of four channels.
  const channels = new Map<unknown, number>();
  for (const [, , , channel] of bids) channels.set(channel, (channels.get(channel) ?? 0) + 1);
  const hot = ['Google', 'Facebook', 'Baidu', 'Apple'].map(channel => channels.get(channel)! / bids.length);
  for (const part of hot) expect(part).toBeCloseTo(0.125, 1);
  expect(channels.size).toBeGreaterThan(5000);
  const extra = (list: readonly Row[]): number =>
    list.reduce((sum, row) => sum + (row[row.length - 1] as string).length, 0) / list.length;
  expect(extra(bids)).toBeGreaterThan(55);
  expect(extra(bids)).toBeLessThan(80);
});

test('auction: amounts and times', async () => {
  const rows = await rowsOf({generator: 'auction', rate: '0'}, 0, 20_000);
  expect(rows.map(([id]) => id)).toEqual(rows.map((_, i) => BigInt(i)));
  const amounts = rows.map(row => row[5] as {coefficient: bigint; scale: number});
  expect(amounts.every(({coefficient, scale}) => scale === 2 && coefficient >= 100n && coefficient <= 100_000n)).toBe(
    true,
  );
  expect(new Set(rows.map(row => row[3])).size).toBe(50);
});

test('EVENTS ends the stream', async () => {
  const source = await openSource({generator: 'counter', events: '10'});
  expect(source.status()).toEqual([{partition: '0', state: 'running', position: 0n, lag: 10n, lastError: null}]);
  expect(await pollRows(source, 7)).toHaveLength(7);
  expect(source.status()[0]).toMatchObject({state: 'running', position: 7n, lag: 3n});
  expect(await pollRows(source, 7)).toEqual([[8n], [9n], [10n]]);
  expect(source.status()[0]).toMatchObject({state: 'finished', position: 10n, lag: 0n});
  expect(await pollRows(source, 7)).toBe(null);
  await source.close();
  const later = await openSource({generator: 'counter', events: '10'}, 10n);
  expect(await pollRows(later, 7)).toBe(null);
  expect(later.status()[0].state).toBe('finished');
  await later.close();
});

test('RATE paces the stream by the clock, from wherever it begins', async () => {
  vi.useFakeTimers({now: 1_700_000_000_000});
  const source = await openSource({generator: 'counter', rate: '1000'}, 5000n);
  expect(await pollRows(source, 1_000_000)).toBe(null);
  expect(source.status()[0]).toMatchObject({position: 5000n, lag: 0n});
  vi.advanceTimersByTime(100);
  expect(source.status()[0]).toMatchObject({position: 5000n, lag: 100n});
  expect(await pollRows(source, 1_000_000)).toHaveLength(100);
  expect(await pollRows(source, 1_000_000)).toBe(null);
  vi.advanceTimersByTime(1);
  expect(await pollRows(source, 1_000_000)).toEqual([[5101n]]);
  // What could not be taken in time is made up for.
  vi.advanceTimersByTime(10_000);
  let rows = 0;
  for (let some = await pollRows(source, 3000); some; some = await pollRows(source, 3000)) rows += some.length;
  expect(rows).toBe(10_000);
  await source.close();
});

test('a slow RATE waits for the next event and no longer', async () => {
  vi.useFakeTimers({now: 1_700_000_000_000});
  const source = await openSource({generator: 'counter', rate: '2'});
  expect(await pollRows(source, 10)).toBe(null);
  const waiting = source.wait(10_000);
  await vi.advanceTimersByTimeAsync(500);
  await waiting;
  expect(await pollRows(source, 10)).toEqual([[1n]]);
  await source.close();
});

test('history is not paced and ends where it is told to', async () => {
  vi.useFakeTimers({now: 1_700_000_000_000});
  const source = await openSource({generator: 'counter', rate: '1'});
  expect(await pollRows(source, 100, 250n)).toHaveLength(100);
  expect(await pollRows(source, 1000, 250n)).toHaveLength(150);
  expect(await pollRows(source, 1000, 250n)).toBe(null);
  await source.close();
});

test('closing ends a wait', async () => {
  const source = await openSource({generator: 'counter', rate: '1'});
  const waiting = source.wait(60_000);
  await source.close();
  await waiting;
});
