import {SqlError} from '../sql-error.ts';
import {type TypeIo, invalidSyntax} from './type-io.ts';

const integerPattern = /^[ \t\n\v\f\r]*([+-]?\d+)[ \t\n\v\f\r]*$/;

function parseDigits(text: string, typeName: string): string {
  const match = integerPattern.exec(text);
  if (!match) throw invalidSyntax(typeName, text);
  return match[1];
}

function outOfRange(text: string, typeName: string): SqlError {
  return new SqlError('22003', `value "${text}" is out of range for type ${typeName}`);
}

/** Of a few digits and nothing else, as nearly all are; NaN: there is more to it. */
function fewDigits(text: string): number {
  if (text.length === 0 || text.length > 9) return NaN;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

function parseSmall(text: string, typeName: string, limit: number): number {
  const plain = fewDigits(text);
  if (plain < limit) return plain;
  // Number reads a leading + too; -0 must not come out as a float zero.
  const value = Number(parseDigits(text, typeName)) + 0;
  if (value >= limit || value < -limit) throw outOfRange(text, typeName);
  return value;
}

export const smallintIo: TypeIo = {
  parse: text => parseSmall(text, 'smallint', 0x8000),
  format: String,
  read: reader => reader.int16(),
  write: (writer, value) => writer.int16(value as number),
};

export const integerIo: TypeIo = {
  parse: text => parseSmall(text, 'integer', 0x80000000),
  format: String,
  read: reader => reader.int32(),
  write: (writer, value) => writer.int32(value as number),
};

export const bigintIo: TypeIo = {
  parse(text) {
    const plain = fewDigits(text);
    if (!Number.isNaN(plain)) return BigInt(plain);
    const value = BigInt(parseDigits(text, 'bigint').replace('+', ''));
    if (value >= 1n << 63n || value < -(1n << 63n)) throw outOfRange(text, 'bigint');
    return value;
  },
  format: String,
  read: reader => reader.int64(),
  write: (writer, value) => writer.int64(value as bigint),
};
