const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames = [
  'january', 'february', 'march', 'april', 'may', 'june',
  'july', 'august', 'september', 'october', 'november', 'december',
]; // prettier-ignore
const weekdays =
  /^(?:sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday|s)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?)$/;

/** 1…12 for a lower-case month or its abbreviation, else 0. */
export function monthOf(word: string): number {
  const short = word === 'sept' ? 'sep' : word;
  const index = months.indexOf(short);
  return (index >= 0 ? index : monthNames.indexOf(word)) + 1;
}

/** A lower-case weekday or one of its abbreviations: read, and ignored. */
export function isWeekday(word: string): boolean {
  return weekdays.test(word);
}
