/** Failed logins that an address may make at once, and how long until it has made up for one. */
const ALLOWANCE = 10;
const REFILL_MS = 3_000;
/** Addresses remembered; the longest unseen are forgotten first. */
const MAX_ADDRESSES = 10_000;

type Bucket = {left: number; at: number};

/**
 * Slows down who guesses passwords: an address that has used up its failures is refused, whatever it sends, until time has
 * given it another. One that logs in well is forgiven nothing, or an attacker with an account of his own would be.
 */
export class LoginThrottle {
  private readonly buckets = new Map<string, Bucket>();
  private readonly now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  /** Seconds that the address has to wait before it may try; 0: it may. */
  wait(address: string): number {
    const bucket = this.buckets.get(address);
    if (!bucket) return 0;
    this.refill(bucket);
    return bucket.left >= 1 ? 0 : Math.ceil(((1 - bucket.left) * REFILL_MS) / 1000);
  }

  failed(address: string): void {
    const bucket = this.buckets.get(address) ?? {left: ALLOWANCE, at: this.now()};
    this.refill(bucket);
    bucket.left = Math.max(0, bucket.left - 1);
    // Put last: the map is in order of last failure.
    this.buckets.delete(address);
    this.buckets.set(address, bucket);
    if (this.buckets.size > MAX_ADDRESSES) this.buckets.delete(this.buckets.keys().next().value!);
  }

  private refill(bucket: Bucket): void {
    const now = this.now();
    bucket.left = Math.min(ALLOWANCE, bucket.left + (now - bucket.at) / REFILL_MS);
    bucket.at = now;
  }
}
