/** The sequences of a running server as system functions see them; sessions are told apart by their process ids. */
export interface SequenceAccess {
  /** Errors: 42P01, 42809, 2200H the end is reached. */
  nextval(oid: number, session: number): bigint;
  /** Errors: 55000 not called yet. */
  currval(oid: number, session: number): bigint;
  /** Errors: 55000. */
  lastval(session: number): bigint;
  /** Errors: 22003 out of the sequence's bounds. */
  setval(oid: number, value: bigint, called: boolean, session: number): bigint;
  /** null: nextval has not been called. */
  lastValue(oid: number): bigint | null;
}
