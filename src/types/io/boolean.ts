import {type TypeIo, invalidSyntax, trimSpace} from './type-io.ts';

const words = ['true', 'false', 'yes', 'no', 'on', 'off'];

function parseBoolean(text: string): boolean {
  const word = trimSpace(text).toLowerCase();
  if (word === '1') return true;
  if (word === '0') return false;
  // Any unique prefix will do; 'o' could be either.
  const found = word === '' ? [] : words.filter(candidate => candidate.startsWith(word));
  if (found.length !== 1) throw invalidSyntax('boolean', text);
  return found[0] === 'true' || found[0] === 'yes' || found[0] === 'on';
}

export const booleanIo: TypeIo = {
  parse: parseBoolean,
  format: value => (value === true ? 't' : 'f'),
  read: reader => reader.int8() !== 0,
  write: (writer, value) => writer.int8(value === true ? 1 : 0),
};
