import {SqlError} from '../sql-error.ts';
import type {TypeIo} from './type-io.ts';

const BACKSLASH = 0x5c;

function parseBytea(text: string): Uint8Array {
  return text.startsWith('\\x') ? parseHex(text) : parseEscape(text);
}

function parseHex(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let i = 2; i < text.length; i++) {
    if (/\s/.test(text[i])) continue;
    const high = hexDigit(text, i++);
    if (i >= text.length) throw new SqlError('22023', 'invalid hexadecimal data: odd number of digits');
    bytes.push(high * 16 + hexDigit(text, i));
  }
  return Uint8Array.from(bytes);
}

function hexDigit(text: string, at: number): number {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  if (!/^[0-9a-fA-F]$/.test(character)) throw new SqlError('22023', `invalid hexadecimal digit: "${character}"`);
  return parseInt(character, 16);
}

/** The escape format: backslashes before octal bytes and before themselves, all else as it is. */
function parseEscape(text: string): Uint8Array {
  const source = Buffer.from(text, 'utf8');
  const bytes: number[] = [];
  for (let i = 0; i < source.length; i++) {
    if (source[i] !== BACKSLASH) {
      bytes.push(source[i]);
      continue;
    }
    const octal = /^[0-3][0-7][0-7]$/.exec(source.toString('latin1', i + 1, i + 4));
    if (octal) {
      bytes.push(parseInt(octal[0], 8));
      i += 3;
    } else if (source[i + 1] === BACKSLASH) {
      bytes.push(BACKSLASH);
      i++;
    } else {
      throw new SqlError('22P02', 'invalid input syntax for type bytea');
    }
  }
  return Uint8Array.from(bytes);
}

function formatHex(bytes: Uint8Array): string {
  return '\\x' + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

function formatEscape(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    if (byte === BACKSLASH) text += '\\\\';
    else if (byte < 0x20 || byte > 0x7e) text += '\\' + byte.toString(8).padStart(3, '0');
    else text += String.fromCharCode(byte);
  }
  return text;
}

export const byteaIo: TypeIo = {
  parse: parseBytea,
  format: (value, _type, settings) =>
    settings.byteaOutput === 'escape' ? formatEscape(value as Uint8Array) : formatHex(value as Uint8Array),
  read: reader => Uint8Array.from(reader.rest()),
  write: (writer, value) => writer.bytes(value as Uint8Array),
};
