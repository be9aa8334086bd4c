import {notSupported} from '../../types/sql-error.ts';
import {csvFormat} from './csv.ts';
import type {Format} from './format.ts';
import {jsonFormat} from './json.ts';

/** Every format: adding one is a file and a row here. */
const formats: readonly Format[] = [jsonFormat, csvFormat];

/** The format of this name, in any case. Errors: 0A000. */
export function formatByName(name: string): Format {
  const format = formats.find(each => each.name === name.toLowerCase());
  if (!format) throw notSupported(`format ${name.toUpperCase()}`);
  return format;
}
