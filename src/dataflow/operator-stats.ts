/** What an operator has done since it was made; the fields only grow, except `stateBytes`. */
export type OperatorStats = {
  /** As EXPLAIN prints it, and its index in the plan; the output of a view has the index after the last node. */
  readonly name: string;
  readonly index: number;
  rowsIn: number;
  rowsOut: number;
  batchesIn: number;
  /** Time spent in the operator itself, not in those it pushed to. */
  nanoseconds: number;
};

export function operatorStats(name: string, index: number): OperatorStats {
  return {name, index, rowsIn: 0, rowsOut: 0, batchesIn: 0, nanoseconds: 0};
}

/**
 * Attributes time to the operator that runs. Operators push into one another, so it is a stack: entering one stops
 * the clock of the one that pushed.
 */
export class OperatorClock {
  private readonly running: OperatorStats[] = [];
  private last = 0;

  enter(stats: OperatorStats): void {
    const now = performance.now();
    const depth = this.running.length;
    if (depth > 0) this.running[depth - 1].nanoseconds += (now - this.last) * 1e6;
    this.running.push(stats);
    this.last = now;
  }

  leave(): void {
    const now = performance.now();
    this.running.pop()!.nanoseconds += (now - this.last) * 1e6;
    this.last = now;
  }
}
