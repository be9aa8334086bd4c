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

function parseSmall(text: string, typeName: string, limit: number): number {
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
    const value = BigInt(parseDigits(text, 'bigint').replace('+', ''));
    if (value >= 1n << 63n || value < -(1n << 63n)) throw outOfRange(text, 'bigint');
    return value;
  },
  format: String,
  read: reader => reader.int64(),
  write: (writer, value) => writer.int64(value as bigint),
};
