/** Units of time by their names in any dialect, as Postgres calls them, and how many of Postgres's one is. */
const units: Readonly<Record<string, readonly [unit: string, count: number]>> = {};

for (const [names, unit, count] of [
  ['MICROSECOND MICROSECONDS US MCS', 'microsecond', 1],
  ['MILLISECOND MILLISECONDS MS', 'millisecond', 1],
  ['SECOND SECONDS SECS SEC S SS', 'second', 1],
  ['MINUTE MINUTES MINS MIN MI N', 'minute', 1],
  ['HOUR HOURS HRS HH H', 'hour', 1],
  ['DAY DAYS DD D DAYOFMONTH', 'day', 1],
  ['WEEK WEEKS WK WW W', 'week', 1],
  ['MONTH MONTHS MON MM M', 'month', 1],
  ['QUARTER QUARTERS QTR QQ Q', 'month', 3],
  ['YEAR YEARS YR YY YYYY Y', 'year', 1],
] as const) {
  for (const name of names.split(' ')) (units as Record<string, readonly [string, number]>)[name] = [unit, count];
}

export function unitOf(name: string): readonly [unit: string, count: number] | null {
  return units[name.toUpperCase()] ?? null;
}

const seconds: Readonly<Record<string, number>> = {second: 1, minute: 60, hour: 3600, day: 86400, week: 604800};

/** An amount of a unit as an interval. */
export function intervalText(amount: string, unit: string, count: number): string {
  const number = /^'?(-?\d+(?:\.\d+)?)'?$/.exec(amount)?.[1];
  if (number !== undefined) return `interval '${Number(number) * count} ${unit}'`;
  return `((${amount}) * interval '${count} ${unit}')`;
}

/** Whole units from one time to another, those that are not complete left out. */
export function wholeUnits(unit: string, count: number, from: string, to: string): string {
  const [a, b] = [`(${from})::timestamp`, `(${to})::timestamp`];
  if (unit === 'month' || unit === 'year') {
    const months = `(extract(year from age(${b}, ${a})) * 12 + extract(month from age(${b}, ${a})))`;
    return `div(${months}, ${unit === 'year' ? 12 : count})::bigint`;
  }
  const span = `extract(epoch from (${b} - ${a}))`;
  if (unit === 'microsecond') return `(${span} * 1000000)::bigint`;
  if (unit === 'millisecond') return `trunc(${span} * 1000)::bigint`;
  return `trunc(${span} / ${seconds[unit] * count})::bigint`;
}

/** How many borders of the unit lie between two times: what DATEDIFF counts in SQL Server, Redshift and Snowflake. */
export function borders(unit: string, count: number, from: string, to: string): string {
  const [a, b] = [`(${from})::timestamp`, `(${to})::timestamp`];
  switch (unit) {
    case 'year':
      return `(extract(year from ${b}) - extract(year from ${a}))::bigint`;
    case 'month': {
      const number = (at: string): string => `(extract(year from ${at}) * 12 + extract(month from ${at}) - 1)`;
      if (count === 1) return `(${number(b)} - ${number(a)})::bigint`;
      return `(div(${number(b)}, ${count}) - div(${number(a)}, ${count}))::bigint`;
    }
    case 'week':
      return `((date_trunc('week', ${b})::date - date_trunc('week', ${a})::date) / 7)::bigint`;
    case 'day':
      return `((${b})::date - (${a})::date)::bigint`;
    default:
      return wholeUnits(unit, count, `date_trunc('${unit}', ${a})`, `date_trunc('${unit}', ${b})`);
  }
}
