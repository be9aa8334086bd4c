import {afterEach, expect, test} from 'vitest';
import type {Batch} from '../../columnar/batch.ts';
import {batchFromRows} from '../../columnar/builder.ts';
import {batchRows} from '../../columnar/datum-access.ts';
import type {Offsets, PartitionStatus, Poll, Source} from '../../dataflow/source.ts';
import {loadKernels} from '../../kernels/load.ts';
import type {InputUsage} from '../../plan/input-usage.ts';
import {column} from '../../types/schema.ts';
import {INTEGER} from '../../types/sql-type.ts';
import {SourceFeed} from './source-feed.ts';

const memory = loadKernels();
afterEach(() => expect(memory.stats().liveBuffers).toBe(0));

const END = 5;

/** Rows (n, n), n < END, one a poll; a column that is not kept is NULL. */
class Counting implements Source {
  readonly schema = [column('a', INTEGER, true), column('b', INTEGER, true)];
  readonly monotonic = true;
  private next = 0;
  private usage: InputUsage | null = null;

  async open(from: Offsets): Promise<void> {
    this.next = Number(from.get('0') ?? 0n);
  }

  keepOnly(usage: InputUsage): void {
    this.usage = usage;
  }

  async poll(): Promise<Poll | null> {
    if (this.next === END) return null;
    const row = [0, 1].map(i => (!this.usage || this.usage.has(i) ? this.next : null));
    this.next++;
    return {
      deltas: [batchFromRows(memory, this.schema, [row])],
      deadLetters: [],
      rows: new Map([['0', 1]]),
      next: new Map([['0', BigInt(this.next)]]),
    };
  }

  wait(timeoutMs: number): Promise<void> {
    return new Promise(resolve => setTimeout(resolve, timeoutMs).unref());
  }

  status(): readonly PartitionStatus[] {
    const state = this.next === END ? 'finished' : 'running';
    return [{partition: '0', state, position: BigInt(this.next), lag: null, lastError: null}];
  }

  async close(): Promise<void> {}
}

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** The rows of some ticks. */
async function rowsOf(feed: SourceFeed, ticks: number): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  for (let n = 0; n < ticks; n++) {
    const deltas: readonly Batch[] = feed.take()?.deltas ?? [];
    for (const delta of deltas) {
      rows.push(...batchRows(delta).map(({row}) => [...row]));
      delta.release();
    }
    await turn();
  }
  return rows;
}

const first: InputUsage = new Map([[0, 'all']]);
const both: InputUsage = new Map([
  [0, 'all'],
  [1, 'all'],
]);

test('what was polled without a column that is wanted now is polled again', async () => {
  const feed = new SourceFeed(new Counting(), new Map(), new Map(), 3, () => {});
  feed.start();
  feed.want(first);
  await turn();
  expect(feed.isReady).toBe(true);
  feed.want(both);
  expect(feed.isReady).toBe(false);
  expect(feed.status()[0].state).toBe('running');
  expect(await rowsOf(feed, 10)).toEqual([0, 1, 2, 3, 4].map(n => [n, n]));
  expect(feed.status()[0]).toMatchObject({state: 'finished', position: 5n, rows: 5});
  await feed.close();
});

test('what ticks have taken in is not given again', async () => {
  const feed = new SourceFeed(new Counting(), new Map(), new Map(), 3, () => {});
  feed.start();
  feed.want(first);
  await turn();
  const before = await rowsOf(feed, 1);
  expect(before).toEqual([
    [0, null],
    [1, null],
  ]);
  feed.want(both);
  const after = await rowsOf(feed, 10);
  expect(after).toEqual([2, 3, 4].map(n => [n, n]));
  await feed.close();
});
