import type {Batch} from '../../columnar/batch.ts';
import type {Offsets, Source} from '../../dataflow/source.ts';

/** Pause before a reader that failed is made anew. */
const RETRY_MS = 1000;

/**
 * Reads what a source had from `position` up to `until`, with a reader of its own, which is closed at the end. `take`
 * takes over the batches and says whether to go on. Bad records are passed over: the shared reader has kept them.
 * `position` follows what was taken, so that a reader that failed can be followed by another.
 */
export async function readHistory(
  source: Source,
  position: Map<string, bigint>,
  until: Offsets,
  maxRows: number,
  take: (deltas: readonly Batch[]) => Promise<boolean>,
): Promise<void> {
  const left = new Map([...until].filter(([partition, end]) => end > (position.get(partition) ?? 0n)));
  try {
    if (left.size === 0) return;
    await source.open(position);
    while (left.size > 0) {
      const poll = await source.poll(maxRows, until);
      if (poll === null) {
        // What retention has removed, or a source that has ended short, will not come any more.
        for (const status of source.status()) {
          const end = left.get(status.partition);
          if (end !== undefined && (status.position >= end || status.state === 'finished'))
            left.delete(status.partition);
        }
        if (left.size === 0) return;
        if (!(await take([]))) return;
        await source.wait(100);
        continue;
      }
      for (const [partition, next] of poll.next) {
        position.set(partition, next);
        if (next >= (left.get(partition) ?? 0n)) left.delete(partition);
      }
      if (!(await take(poll.deltas))) return;
    }
  } finally {
    await source.close();
  }
}

/** As readHistory, with a new reader after a failure, until `take` does not want more. `failed` is told of each. */
export async function readHistoryPersistently(
  createSource: () => Source,
  starts: Offsets,
  until: Offsets,
  maxRows: number,
  take: (deltas: readonly Batch[]) => Promise<boolean>,
  failed: (error: unknown) => void,
): Promise<void> {
  const position = new Map(starts);
  for (;;) {
    try {
      return await readHistory(createSource(), position, until, maxRows, take);
    } catch (error) {
      failed(error);
    }
    await new Promise(resolve => setTimeout(resolve, RETRY_MS).unref());
    if (!(await take([]))) return;
  }
}
