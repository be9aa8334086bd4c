import {SqlError} from '../sql-error.ts';

const MAX_HOURS = 15;

/** '+02', '-0530', '+05:30:15' as seconds east. Null: something else behind it. Errors: 22009. */
export function readZoneOffset(zone: string, text: string): number | null {
  const match = /^([+-])(\d*)(?::(\d*)(?::(\d*))?)?/.exec(zone);
  if (!match) return null;
  const [whole, sign, digits, minuteDigits, secondDigits] = match;
  let hours = Number(digits);
  let minutes = Number(minuteDigits ?? 0);
  const seconds = Number(secondDigits ?? 0);
  if (minuteDigits === undefined && whole === zone && zone.length > 3) {
    minutes = hours % 100;
    hours = Math.floor(hours / 100);
  }
  if (hours > MAX_HOURS || minutes > 59 || seconds > 59) {
    throw new SqlError('22009', `time zone displacement out of range: "${text}"`);
  }
  if (whole !== zone) return null;
  const offset = hours * 3600 + minutes * 60 + seconds;
  return sign === '-' ? -offset : offset;
}
