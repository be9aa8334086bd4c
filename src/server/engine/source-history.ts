import type {Batch} from '../../columnar/batch.ts';
import type {Offsets, Source} from '../../dataflow/source.ts';

/**
 * Reads what a source had from `starts` up to `until`, with a reader of its own, which is closed at the end. `take` takes
 * over the batches and says whether to go on. Bad records are passed over: the shared reader has kept them.
 */
export async function readHistory(
  source: Source,
  starts: Offsets,
  until: Offsets,
  maxRows: number,
  take: (deltas: readonly Batch[]) => Promise<boolean>,
): Promise<void> {
  const left = new Map([...until].filter(([partition, end]) => end > (starts.get(partition) ?? 0n)));
  try {
    if (left.size === 0) return;
    await source.open(starts);
    while (left.size > 0) {
      const poll = await source.poll(maxRows, until);
      if (poll === null) {
        // What retention has removed, or a source that has ended short, will not come any more.
        for (const {partition, position, state} of source.status()) {
          const end = left.get(partition);
          if (end !== undefined && (position >= end || state === 'finished')) left.delete(partition);
        }
        if (left.size > 0) await source.wait(100);
        continue;
      }
      for (const [partition, next] of poll.next) if (next >= (left.get(partition) ?? 0n)) left.delete(partition);
      if (!(await take(poll.deltas))) return;
    }
  } finally {
    await source.close();
  }
}
