import {daysFromCivil} from './calendar.ts';
import {posixZone} from './posix-zone.ts';
import {timeZoneNames} from './time-zone-aliases.ts';

/**
 * Offsets of time zones: IANA names through Intl, `UTC`-like fixed ones, abbreviations, and POSIX specifications
 * (`<+02>-2`, `UTC+3`: west is positive there).
 */
export type TimeZone = {
  /** As the setting shows it: 'Europe/Berlin', 'UTC'. */
  readonly name: string;
  /** The zone that it is only another name of. */
  readonly alias?: string;
  /** Its offset never changes. */
  readonly fixed?: boolean;
  /** Seconds east of UTC at an instant given in whole seconds since 1970. */
  offsetAt(epochSeconds: number): number;
  /** What it is called then, where its name says so. */
  abbreviationAt?(epochSeconds: number): string;
};

const cache = new Map<string, TimeZone | null>();

/** undefined for a name that means no time zone. Case does not matter. */
export function timeZone(name: string): TimeZone | undefined {
  let zone = cache.get(name);
  if (zone === undefined) {
    zone = fixedZone(name) ?? namedZone(name) ?? prefixedZone(name) ?? posixZone(name.toUpperCase()) ?? null;
    if (cache.size < 4096) cache.set(name, zone);
  }
  return zone ?? undefined;
}

function fixedZone(name: string): TimeZone | undefined {
  if (/^(?:(?:etc\/)?(?:utc|gmt|gmt[+-]?0|zulu|uct|universal|greenwich)|factory)$/i.test(name)) {
    return {name: spelledName(name), fixed: true, offsetAt: () => 0};
  }
  return undefined;
}

/** `posix/Europe/Paris`: without leap seconds, as all are. */
function prefixedZone(name: string): TimeZone | undefined {
  const [, bare] = /^posix\/(.+)$/i.exec(name) ?? [];
  const zone = bare === undefined ? undefined : (fixedZone(bare) ?? namedZone(bare));
  return zone && renamed(zone, `posix/${zone.name}`);
}

function renamed(zone: TimeZone, name: string): TimeZone {
  return {name, alias: zone.name, fixed: zone.fixed, offsetAt: at => zone.offsetAt(at)};
}

/** Of the machine, and what POSIX specifications take their rules from. */
const otherwise: Readonly<Record<string, () => string>> = {
  localtime: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  posixrules: () => 'America/New_York',
};

function namedZone(name: string): TimeZone | undefined {
  // Intl also takes offsets such as '+02:00' and a few abbreviations; only names are wanted here.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return undefined;
  const other = otherwise[name.toLowerCase()];
  if (other) return renamed(timeZone(other())!, name.toLowerCase());
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
  return new IntlZone(spelledName(name), format);
}

const knownNames = new Map<string, string>();

/** The name in its usual capitals, whatever case it came in. */
function spelledName(name: string): string {
  if (knownNames.size === 0) {
    for (const known of timeZoneNames()) knownNames.set(known.toLowerCase(), known);
  }
  return knownNames.get(name.toLowerCase()) ?? name;
}

// A JavaScript date ends in the year 275760. Later ones are asked for as many whole 400-year cycles of the calendar earlier.
const LAST_DATE_SECONDS = 8.64e12 - 86400;
const LATE_CYCLES_SECONDS = 100 * 146097 * 86400;

const BLOCK_SECONDS = 4 * 86400;
const MAX_BLOCKS = 20000;

/**
 * Asking Intl costs microseconds, so offsets are kept by blocks of four days; a block with the same offset at both
 * ends has no transition inside.
 */
class IntlZone implements TimeZone {
  readonly name: string;
  private readonly format: Intl.DateTimeFormat;
  /** Offset throughout the block, or the instant of its transition and the offsets around it. */
  private readonly blocks = new Map<number, number | Transition>();
  private lastBlock = NaN;
  private lastOffset: number | Transition = 0;

  constructor(name: string, format: Intl.DateTimeFormat) {
    this.name = name;
    this.format = format;
  }

  offsetAt(epochSeconds: number): number {
    const block = Math.floor(epochSeconds / BLOCK_SECONDS);
    if (block !== this.lastBlock) {
      this.lastOffset = this.blockOffset(block);
      this.lastBlock = block;
    }
    const offset = this.lastOffset;
    if (typeof offset === 'number') return offset;
    return epochSeconds < offset.at ? offset.before : offset.after;
  }

  private blockOffset(block: number): number | Transition {
    let offset = this.blocks.get(block);
    if (offset === undefined) {
      offset = this.scanBlock(block);
      if (this.blocks.size >= MAX_BLOCKS) this.blocks.clear();
      this.blocks.set(block, offset);
    }
    return offset;
  }

  private scanBlock(block: number): number | Transition {
    let low = block * BLOCK_SECONDS;
    let high = low + BLOCK_SECONDS - 1;
    const before = this.ask(low);
    const after = this.ask(high);
    if (before === after) return before;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.ask(middle) === before) low = middle;
      else high = middle;
    }
    return {at: high, before, after};
  }

  private ask(asked: number): number {
    const epochSeconds = asked > LAST_DATE_SECONDS ? asked - LATE_CYCLES_SECONDS : asked;
    const fields = {year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0};
    let beforeChrist = false;
    for (const {type, value} of this.format.formatToParts(epochSeconds * 1000)) {
      if (type === 'era') beforeChrist = value.startsWith('B');
      else if (type in fields) fields[type as keyof typeof fields] = Number(value);
    }
    const year = beforeChrist ? 1 - fields.year : fields.year;
    const local =
      daysFromCivil(year, fields.month, fields.day) * 86400 + fields.hour * 3600 + fields.minute * 60 + fields.second;
    return local - epochSeconds;
  }
}

type Transition = {readonly at: number; readonly before: number; readonly after: number};

/**
 * The offset that turns local time into UTC. A local time skipped by a change of clocks is read with the offset before
 * it, one that occurs twice with the offset after (standard time), as Postgres does.
 */
export function offsetOfLocal(zone: TimeZone, localSeconds: number): number {
  const before = zone.offsetAt(localSeconds - 86400);
  const after = zone.offsetAt(localSeconds + 86400);
  if (before === after) {
    const now = zone.offsetAt(localSeconds - before);
    return now === before ? before : now;
  }
  const beforeHolds = zone.offsetAt(localSeconds - before) === before;
  const afterHolds = zone.offsetAt(localSeconds - after) === after;
  if (beforeHolds && !afterHolds) return before;
  if (afterHolds) return after;
  return before;
}
