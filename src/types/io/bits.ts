import {SqlError} from '../sql-error.ts';
import type {ByteReader} from './byte-reader.ts';
import type {TypeIo} from './type-io.ts';

// Bit strings. The datum is a text of zeros and ones: its order, byte by byte, is that of the bits.

/** A text of binary digits, or with an x before it of hexadecimal ones. Errors: 22P02. */
export function parseBits(text: string): string {
  const hexadecimal = /^x/i.test(text);
  const digits = /^[bx]/i.test(text) ? text.slice(1) : text;
  if (!hexadecimal) {
    const wrong = /[^01]/su.exec(digits);
    if (wrong) throw new SqlError('22P02', `"${wrong[0]}" is not a valid binary digit`);
    return digits;
  }
  const wrong = /[^0-9a-f]/isu.exec(digits);
  if (wrong) throw new SqlError('22P02', `"${wrong[0]}" is not a valid hexadecimal digit`);
  return Array.from(digits, digit => parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
}

function readBits(reader: ByteReader): string {
  const length = reader.int32();
  if (length < 0) throw new SqlError('22P03', 'invalid length in external bit string');
  const bytes = reader.slice(Math.ceil(length / 8));
  return Array.from(bytes, byte => byte.toString(2).padStart(8, '0'))
    .join('')
    .slice(0, length);
}

export const bitsIo: TypeIo = {
  parse: parseBits,
  format: value => value as string,
  read: reader => readBits(reader),
  write(writer, value) {
    const bits = value as string;
    writer.int32(bits.length);
    for (let i = 0; i < bits.length; i += 8) writer.int8(parseInt(bits.slice(i, i + 8).padEnd(8, '0'), 2));
  },
};
