import {SqlError} from '../sql-error.ts';
import type {SqlType} from '../sql-type.ts';
import {kindName} from '../type-names.ts';
import {labelAt, positionOfLabel} from '../user-types.ts';
import type {TypeIo} from './type-io.ts';

function position(text: string, type: SqlType): number {
  const found = positionOfLabel(type.oid!, text);
  if (found === undefined) {
    throw new SqlError('22P02', `invalid input value for enum ${kindName(type)}: "${text}"`);
  }
  return found;
}

function label(value: number, type: SqlType): string {
  return labelAt(type.oid!, value) ?? '???';
}

/** Enums: the label, in text and in binary. */
export const enumIo: TypeIo = {
  parse: position,
  format: (value, type) => label(value as number, type),
  read: (reader, type) => position(reader.text(), type),
  write: (writer, value, type) => writer.text(label(value as number, type)),
};
