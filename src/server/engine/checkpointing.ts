import type {CheckpointStore} from '../../storage/checkpoint-store.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Tick} from '../../types/tick.ts';
import type {Logger} from '../log.ts';
import type {Objects} from './objects.ts';

/** What checkpoints need of the engine around them. */
type CheckpointHost = {
  readonly checkpoints: CheckpointStore;
  readonly objects: Objects;
  readonly log: Logger;
  /** The last tick, and the last commit in it. */
  readonly reached: () => {readonly tick: Tick; readonly sequence: number};
  readonly whenIdle: <T>(work: () => T) => Promise<T>;
};

/** Takes checkpoints, one at a time: of the state between two ticks. */
export class Checkpointing {
  private readonly host: CheckpointHost;
  private due = false;
  private underWay: Promise<void> | null = null;

  constructor(host: CheckpointHost) {
    this.host = host;
  }

  /** The next is taken as soon as it can be. */
  demand(): void {
    this.due = true;
  }

  /** Between two ticks. One that fails is logged; the next, in its turn, covers what this one should have. */
  startIfDue(): void {
    if (!this.due || this.underWay) return;
    this.due = false;
    this.underWay = this.take('timed')
      .catch(error => this.host.log.error(`checkpoint failed, will be tried again: ${(error as Error).message}`))
      .finally(() => (this.underWay = null));
  }

  /** Errors: 58030. */
  async now(): Promise<void> {
    // One that is under way may have captured before what the client asks for.
    while (this.underWay) await this.underWay;
    try {
      await this.host
        .whenIdle(() => {
          const done = this.take('requested');
          this.underWay = done.catch(() => {}).finally(() => (this.underWay = null));
          return [done];
        })
        .then(([done]) => done);
    } catch (error) {
      throw new SqlError('58030', `checkpoint failed: ${(error as Error).message}`);
    }
  }

  /** When nothing moves any more. Errors: why it could not be taken, 58030. */
  async last(): Promise<void> {
    await this.underWay;
    try {
      await this.take('requested');
    } catch (error) {
      throw new SqlError('58030', `the last checkpoint failed: ${(error as Error).message}`);
    }
  }

  /** Captures at once; the rest may take its time. Nothing is lost if it fails: the last one and the log stand. */
  private async take(why: 'timed' | 'requested'): Promise<void> {
    const {tick, sequence} = this.host.reached();
    const persist = this.host.checkpoints.capture(
      {
        tick,
        sequence,
        offsets: this.host.objects.sources.offsets(),
        counters: this.host.objects.sources.counters(),
      },
      this.host.objects.states(),
    );
    const start = performance.now();
    await persist();
    await this.host.objects.committed(tick);
    const millis = performance.now() - start;
    const {checkpoints} = this.host.objects.activity;
    checkpoints[why]++;
    checkpoints.millis += millis;
    this.host.log.debug(`checkpoint of tick ${tick} in ${Math.round(millis)} ms`);
  }
}
