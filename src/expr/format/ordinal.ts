import {SqlError} from '../../types/sql-error.ts';

/** st, nd, rd or th behind a number. Errors: 22P02 where there is no digit to go by. */
export function ordinalOf(number: string, ordinal: 'TH' | 'th'): string {
  const last = number[number.length - 1];
  if (last === undefined || last < '0' || last > '9') throw new SqlError('22P02', `"${number}" is not a number`);
  const teens = number.length > 1 && number[number.length - 2] === '1';
  const ending = teens ? 'th' : ({'1': 'st', '2': 'nd', '3': 'rd'}[last] ?? 'th');
  return ordinal === 'TH' ? ending.toUpperCase() : ending;
}

const units = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC'];
const hundreds = ['', 'C', 'CC', 'CCC', 'CD', 'D', 'DC', 'DCC', 'DCCC', 'CM'];

/** In Roman numerals, of which there are those from 1 to 3999. */
export function roman(n: number): string {
  if (!(n >= 1 && n <= 3999)) return '#'.repeat(15);
  return (
    'M'.repeat(Math.floor(n / 1000)) +
    hundreds[Math.floor(n / 100) % 10] +
    tens[Math.floor(n / 10) % 10] +
    units[n % 10]
  );
}
