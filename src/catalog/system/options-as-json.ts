import type {Options} from '../object.ts';

/** Options in jsonb's canonical text: keys by length, then by bytes; a space behind each colon and comma. */
export function optionsAsJson(options: Options): string {
  const keys = Object.keys(options).sort(
    (a, b) => Buffer.byteLength(a) - Buffer.byteLength(b) || Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );
  return `{${keys.map(key => `${JSON.stringify(key)}: ${JSON.stringify(options[key])}`).join(', ')}}`;
}
