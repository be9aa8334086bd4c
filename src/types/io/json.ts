import {parseJson, validateJson} from '../json-parse.ts';
import {printJson} from '../json-value.ts';
import {SqlError} from '../sql-error.ts';
import type {TypeIo} from './type-io.ts';

const JSONB_VERSION = 1;

/** json keeps its text as it came. */
export const jsonIo: TypeIo = {
  parse(text) {
    validateJson(text);
    return text;
  },
  format: value => value as string,
  read(reader) {
    const text = reader.text();
    validateJson(text);
    return text;
  },
  write: (writer, value) => writer.text(value as string),
};

/** jsonb is kept in its canonical text. */
export const jsonbIo: TypeIo = {
  parse: text => printJson(parseJson(text)),
  format: value => value as string,
  read(reader) {
    const version = reader.uint8();
    if (version !== JSONB_VERSION) throw new SqlError('XX000', `unsupported jsonb version number ${version}`);
    return printJson(parseJson(reader.text()));
  },
  write(writer, value) {
    writer.int8(JSONB_VERSION);
    writer.text(value as string);
  },
};
