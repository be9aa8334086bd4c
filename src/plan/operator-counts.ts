/** What one operator of a plan has done: of EXPLAIN ANALYZE. */
export type OperatorCounts = {
  /** Of the plan's node. */
  readonly index: number;
  readonly rowsIn: number;
  readonly rowsOut: number;
  /** In the operator itself, not in those it pushed to. */
  readonly nanoseconds: number;
  readonly stateBytes: number;
};
