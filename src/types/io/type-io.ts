import type {Datum} from '../datum.ts';
import {SqlError} from '../sql-error.ts';
import type {SqlType} from '../sql-type.ts';
import type {ByteReader} from './byte-reader.ts';
import type {ByteWriter} from './byte-writer.ts';
import type {FormatSettings} from './format-settings.ts';

export type NonNullDatum = Exclude<Datum, null>;

/**
 * Text and binary form of one kind of type, as Postgres's input, output, receive and send functions have them. Type
 * parameters (typmod) are not applied here. A reader is bounded to the bytes of the value.
 */
export type TypeIo = {
  parse(text: string, type: SqlType, settings: FormatSettings): NonNullDatum;
  format(value: NonNullDatum, type: SqlType, settings: FormatSettings): string;
  read(reader: ByteReader, type: SqlType): NonNullDatum;
  write(writer: ByteWriter, value: NonNullDatum, type: SqlType): void;
};

/** 22P02 in Postgres's words. */
export function invalidSyntax(typeName: string, text: string, detail?: string): SqlError {
  return new SqlError('22P02', `invalid input syntax for type ${typeName}: "${text}"`, {detail});
}

/** Whitespace as C's isspace has it. */
export function trimSpace(text: string): string {
  return text.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '');
}
