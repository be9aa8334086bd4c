import type {IntervalTotal, IntervalUnit} from './interval-total.ts';

const dateUnits: Readonly<Record<string, IntervalUnit>> = {Y: 'year', M: 'month', W: 'week', D: 'day'};
const timeUnits: Readonly<Record<string, IntervalUnit>> = {H: 'hour', M: 'minute', S: 'second'};

// Beyond this a double has no exact whole part to go with a fraction.
const MAX_NUMBER = 1e15;

type Number8601 = {readonly whole: bigint; readonly fraction: number; readonly digits: number};

/**
 * P1Y2M3DT4H5M6S; P0001-02-03T04:05:06 and P00010203T040506, the alternative format (ISO 8601, 4.4.3). Numbers may have
 * signs, fractions and exponents. False: neither. Errors: 22015.
 */
export function addIso8601(text: string, total: IntervalTotal): boolean {
  return text.length >= 2 && text.startsWith('P') && new Reader(text, total).read();
}

class Reader {
  private readonly text: string;
  private readonly total: IntervalTotal;
  private at = 1;

  constructor(text: string, total: IntervalTotal) {
    this.text = text;
    this.total = total;
  }

  read(): boolean {
    let inDate = true;
    let first = true;
    while (this.at < this.text.length) {
      if (this.text[this.at] === 'T') {
        inDate = false;
        first = true;
        this.at++;
        continue;
      }
      const number = this.number();
      if (!number) return false;
      const mark = this.text[this.at] ?? '';
      const unit = (inDate ? dateUnits : timeUnits)[mark];
      if (unit) {
        this.at++;
        this.total.add(number.whole, number.fraction, unit);
        first = false;
        continue;
      }
      // No designator: the alternative format, which holds the whole half.
      if (!first || !(inDate ? this.alternativeDate(number, mark) : this.alternativeTime(number, mark))) return false;
    }
    return true;
  }

  private alternativeDate(number: Number8601, mark: string): boolean {
    const {whole, fraction, digits} = number;
    if (mark !== '' && mark !== 'T' && mark !== '-') return false;
    if (mark !== '-' && digits === 8) {
      this.total.add(whole / 10000n, 0, 'year');
      this.total.add((whole / 100n) % 100n, 0, 'month');
      this.total.add(whole % 100n, fraction, 'day');
      return true;
    }
    this.total.add(whole, fraction, 'year');
    for (const unit of ['month', 'day'] as const) {
      if (this.text[this.at] !== '-') break;
      this.at++;
      const next = this.number();
      if (!next) return false;
      this.total.add(next.whole, next.fraction, unit);
    }
    return this.at === this.text.length || this.text[this.at] === 'T';
  }

  private alternativeTime(number: Number8601, mark: string): boolean {
    const {whole, fraction, digits} = number;
    if (mark !== '' && mark !== ':') return false;
    if (mark === '' && digits === 6) {
      this.total.add(whole / 10000n, 0, 'hour');
      this.total.add((whole / 100n) % 100n, 0, 'minute');
      this.total.add(whole % 100n, 0, 'second');
      // Postgres counts what is behind the point in microseconds here.
      this.total.add(0n, fraction, 'microsecond');
      return true;
    }
    this.total.add(whole, fraction, 'hour');
    for (const unit of ['minute', 'second'] as const) {
      if (this.text[this.at] !== ':') break;
      this.at++;
      const next = this.number();
      if (!next) return false;
      this.total.add(next.whole, next.fraction, unit);
    }
    return this.at === this.text.length;
  }

  private number(): Number8601 | null {
    const match = /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i.exec(this.text.slice(this.at));
    if (!match) return null;
    const value = Number(match[0]);
    if (Math.abs(value) > MAX_NUMBER) throw this.total.overflow();
    this.at += match[0].length;
    const whole = Math.trunc(value);
    return {whole: BigInt(whole), fraction: value - whole, digits: /^-?(\d*)/.exec(match[0])![1].length};
  }
}
