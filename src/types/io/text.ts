import {SqlError} from '../sql-error.ts';
import type {TypeIo} from './type-io.ts';

const NAME_BYTES = 63;

function checkText(text: string): string {
  if (text.includes('\0')) throw new SqlError('22021', 'invalid byte sequence for encoding "UTF8": 0x00');
  return text;
}

/** An identifier cut to the 63 bytes that a name holds, at a character's end. */
export function truncateName(text: string): string {
  if (text.length * 3 <= NAME_BYTES || Buffer.byteLength(text) <= NAME_BYTES) return text;
  let name = '';
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > NAME_BYTES) break;
    name += character;
  }
  return name;
}

export const textIo: TypeIo = {
  parse: checkText,
  format: value => value as string,
  read: reader => reader.text(),
  write: (writer, value) => writer.text(value as string),
};

export const nameIo: TypeIo = {
  ...textIo,
  parse: text => truncateName(checkText(text)),
  read: reader => truncateName(reader.text()),
};

/** The first byte of a text, or the one that \\ooo says; the empty text is the zero byte. */
export function firstByte(text: string): string {
  const octal = /^\\([0-7]{3})$/.exec(text);
  const byte = octal ? parseInt(octal[1], 8) & 0xff : (Buffer.from(text.slice(0, 2))[0] ?? 0);
  return byte === 0 ? '' : String.fromCharCode(byte);
}

/** A byte as text: the zero byte is nothing, what is not ASCII is \\ooo. */
export function byteText(value: string): string {
  const byte = value === '' ? 0 : value.charCodeAt(0);
  return byte < 0x80 ? value : `\\${byte.toString(8)}`;
}

/** "char": one byte, held as the character of its number. */
export const charIo: TypeIo = {
  parse: text => firstByte(checkText(text)),
  format: value => byteText(value as string),
  read(reader) {
    const byte = reader.uint8();
    return byte === 0 ? '' : String.fromCharCode(byte);
  },
  write: (writer, value) => writer.int8(value === '' ? 0 : (value as string).charCodeAt(0)),
};

export const voidIo: TypeIo = {
  parse: () => '',
  format: () => '',
  read: () => '',
  write: () => {},
};
