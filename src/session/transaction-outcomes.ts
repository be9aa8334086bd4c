/** What became of a transaction that has ended. */
type Outcome = 'committed' | 'aborted';

/** So many are remembered; of older ones nothing is known, as of those before the server's start. */
const MOST = 1000;

/** How the last transactions that had a number ended, for pg_xact_status(). */
export class TransactionOutcomes {
  private readonly outcomes = new Map<bigint, Outcome>();

  /** `number`: null, of one that nobody has asked for. */
  ended(number: bigint | null, outcome: Outcome): void {
    if (number === null) return;
    this.outcomes.set(number, outcome);
    if (this.outcomes.size <= MOST) return;
    for (const oldest of this.outcomes.keys()) {
      this.outcomes.delete(oldest);
      break;
    }
  }

  get all(): ReadonlyMap<bigint, Outcome> {
    return new Map(this.outcomes);
  }
}
