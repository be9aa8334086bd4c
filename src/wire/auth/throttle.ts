/** Failed logins that an address may make at once, and how long until it has made up for one. */
const ALLOWANCE = 10;
const REFILL_MS = 3_000;
/** Addresses remembered; the longest unseen are forgotten first. */
const MAX_ADDRESSES = 10_000;

/** What an address has to make up for, ms, as of a time. */
type Debt = {ms: number; at: number};

/**
 * Slows down who guesses passwords: an address that has used up its failures is refused, whatever it sends, until time has
 * given it another. One that logs in well is forgiven nothing, or an attacker with an account of his own would be.
 */
export class LoginThrottle {
  private readonly debts = new Map<string, Debt>();
  private readonly now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  /** Seconds that the address has to wait before it may try; 0: it may. */
  wait(address: string): number {
    const excess = this.debtOf(address) - (ALLOWANCE - 1) * REFILL_MS;
    return Math.max(0, Math.ceil(excess / 1000));
  }

  failed(address: string): void {
    const debt = {ms: Math.min(this.debtOf(address) + REFILL_MS, ALLOWANCE * REFILL_MS), at: this.now()};
    // Put last: the map is in order of last failure.
    this.debts.delete(address);
    this.debts.set(address, debt);
    if (this.debts.size > MAX_ADDRESSES) this.debts.delete(this.debts.keys().next().value!);
  }

  private debtOf(address: string): number {
    const debt = this.debts.get(address);
    return debt ? Math.max(0, debt.ms - (this.now() - debt.at)) : 0;
  }
}
