import {civilFromDays, daysFromCivil, daysInMonth, isLeapYear} from './calendar.ts';
import type {TimeZone} from './time-zone.ts';

// `std offset [dst [offset] [,start[/time],end[/time]]]` (POSIX 8.3, Postgres's manual B.5): west is positive.
const NAME = '(<[A-Za-z0-9+:-]+>|[A-Za-z]{3,})';
const OFFSET = '([+-]?\\d{1,3}(?::?\\d{2})?(?::\\d{2})?)';
const fixedPattern = new RegExp(`^${NAME}?${OFFSET}$`);
const changingPattern = new RegExp(
  `^${NAME}${OFFSET}${NAME}${OFFSET}?(?:,([^,/]+)(?:/([^,]+))?,([^,/]+)(?:/([^,]+))?)?$`,
);
const MAX_OFFSET = 167 * 3600 + 59 * 60 + 59;

/** A zone by a POSIX specification; undefined: it is none. Without rules the clocks change as in the United States. */
export function posixZone(name: string): TimeZone | undefined {
  const fixed = fixedPattern.exec(name);
  if (fixed) {
    const offset = secondsEast(fixed[2]);
    return offset === null ? undefined : {name, fixed: true, offsetAt: () => offset};
  }
  const changing = changingPattern.exec(name);
  if (!changing) return undefined;
  const [, standardName, standard, summerName, summer, start = 'M3.2.0', startTime, end = 'M11.1.0', endTime] =
    changing;
  const east = secondsEast(standard);
  const summerEast = summer === undefined && east !== null ? east + 3600 : secondsEast(summer ?? '');
  const rules = [ruleOf(start, startTime), ruleOf(end, endTime)];
  if (east === null || summerEast === null || !rules[0] || !rules[1]) return undefined;
  return new ChangingZone(name, [standardName, summerName], [east, summerEast], [rules[0], rules[1]]);
}

/** Seconds of '8', '+08:30', '-0530'; null: out of range. The sign says west. */
function secondsEast(text: string): number | null {
  const match = /^([+-]?)(\d{1,3}?)(?::?(\d{2}))?(?::(\d{2}))?$/.exec(text);
  if (!match) return null;
  const west = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0);
  if (west > MAX_OFFSET) return null;
  return match[1] === '-' ? west : -west + 0;
}

/** When the clocks change in a year: local seconds after its first midnight. */
type Rule = (year: number) => number;

function ruleOf(day: string, time = '2'): Rule | null {
  const clock = secondsEast(time);
  const dayInYear = dayRule(day);
  if (clock === null || !dayInYear) return null;
  return year => dayInYear(year) * 86400 - clock;
}

/** Mm.w.d: the w-th (5: the last) weekday d of month m; Jn: day n without leap days, from 1; n: day n from 0. */
function dayRule(text: string): Rule | null {
  const byWeek = /^M(\d\d?)\.([1-5])\.([0-6])$/.exec(text);
  if (byWeek) {
    const [month, week, weekday] = byWeek.slice(1).map(Number);
    if (month < 1 || month > 12) return null;
    return year => {
      const first = daysFromCivil(year, month, 1);
      const until = (((weekday - first - 4) % 7) + 7) % 7;
      let day = 1 + until + (week - 1) * 7;
      while (day > daysInMonth(year, month)) day -= 7;
      return first + day - 1 - daysFromCivil(year, 1, 1);
    };
  }
  const byDay = /^(J?)(\d{1,3})$/.exec(text);
  if (!byDay) return null;
  const day = Number(byDay[2]);
  if (byDay[1] === '') return day > 365 ? null : () => day;
  if (day < 1 || day > 365) return null;
  return year => day - 1 + (isLeapYear(year) && day >= 60 ? 1 : 0);
}

class ChangingZone implements TimeZone {
  readonly name: string;
  private readonly names: readonly [string, string];
  private readonly offsets: readonly [standard: number, summer: number];
  private readonly rules: readonly [Rule, Rule];

  constructor(
    name: string,
    names: readonly [string, string],
    offsets: readonly [number, number],
    rules: readonly [Rule, Rule],
  ) {
    this.name = name;
    this.names = names;
    this.offsets = offsets;
    this.rules = rules;
  }

  offsetAt(epochSeconds: number): number {
    return this.offsets[this.isSummer(epochSeconds) ? 1 : 0];
  }

  abbreviationAt(epochSeconds: number): string {
    return this.names[this.isSummer(epochSeconds) ? 1 : 0].replace(/[<>]/g, '');
  }

  private isSummer(epochSeconds: number): boolean {
    const [standard, summer] = this.offsets;
    const {year} = civilFromDays(Math.floor((epochSeconds + standard) / 86400));
    const newYear = daysFromCivil(year, 1, 1) * 86400;
    const start = newYear + this.rules[0](year) - standard;
    const end = newYear + this.rules[1](year) - summer;
    // South of the equator the summer goes over the new year.
    return start < end ? epochSeconds >= start && epochSeconds < end : epochSeconds >= start || epochSeconds < end;
  }
}
