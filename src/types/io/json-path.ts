import {parseJsonPath} from '../json-path/parse.ts';
import {printJsonPath} from '../json-path/print.ts';
import {SqlError} from '../sql-error.ts';
import type {TypeIo} from './type-io.ts';

const JSONPATH_VERSION = 1;

/** jsonpath is kept as Postgres prints it. */
export const jsonPathIo: TypeIo = {
  parse: text => printJsonPath(parseJsonPath(text)),
  format: value => value as string,
  read(reader) {
    const version = reader.uint8();
    if (version !== JSONPATH_VERSION) throw new SqlError('XX000', `unsupported jsonpath version number: ${version}`);
    return printJsonPath(parseJsonPath(reader.text()));
  },
  write(writer, value) {
    writer.int8(JSONPATH_VERSION);
    writer.text(value as string);
  },
};
