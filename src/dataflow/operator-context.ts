import type {EvaluationContext} from '../expr/evaluate.ts';
import type {Memory} from '../kernels/memory.ts';

/** What operators are built with. */
export type OperatorContext = {
  readonly memory: Memory;
  /** What stable functions see. */
  readonly environment: EvaluationContext;
  /**
   * live: deltas come tick after tick. once: a read, whose whole input comes in one tick; state may be cheaper.
   */
  readonly mode: 'live' | 'once';
  /** once: the rows are those that a view is going to have. */
  readonly trial?: boolean;
  /** once: some inputs may retract rows that others insert (a transaction's own deletes). */
  readonly retractions: boolean;
  /** once: the first row that fails ends the read, and what comes before it is given out. */
  readonly stopsAtError?: boolean;
  /** The state comes from a checkpoint: what a first tick emits has been emitted. */
  readonly restored: boolean;
};
