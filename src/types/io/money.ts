import {SqlError} from '../sql-error.ts';
import {invalidSyntax, type TypeIo} from './type-io.ts';

// Amounts as the "C" locale writes them: $1,234.56, two digits behind the point. The datum counts hundredths.

const INT64_MAX = 2n ** 63n - 1n;

/** Signs, a currency sign and blanks in many orders, as Postgres takes them. Errors: 22P02, 22003. */
function parseMoney(text: string): bigint {
  const match = /^\s*\$?\s*([-(+]?)\s*\$?\s*([\d,]*)(\.([\d,]*))?((?:[\s)+$-])*)$/.exec(text);
  if (!match) throw invalidSyntax('money', text);
  const [, sign, whole, , fraction = '', rest] = match;
  const digits = (whole + fraction).replaceAll(',', '');
  const behind = fraction.replaceAll(',', '').length;
  const before = digits.slice(0, digits.length - behind);
  const shown = digits.slice(before.length);
  const rounded = /^[5-9]/.test(shown.slice(2)) ? 1n : 0n;
  const amount = BigInt(before + shown.slice(0, 2).padEnd(2, '0') || '0') + rounded;
  const negative = sign === '-' || sign === '(' || rest.includes('-');
  if (amount > INT64_MAX + (negative ? 1n : 0n)) {
    throw new SqlError('22003', `value "${text}" is out of range for type money`);
  }
  return negative ? -amount : amount;
}

function formatMoney(amount: bigint): string {
  const size = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  const whole = size.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0n ? '-' : ''}$${whole}.${size.slice(-2)}`;
}

export const moneyIo: TypeIo = {
  parse: text => parseMoney(text),
  format: value => formatMoney(value as bigint),
  read: reader => reader.int64(),
  write: (writer, value) => writer.int64(value as bigint),
};
