import {parseJson} from '../../types/json-parse.ts';
import {isJsonArray, isJsonObject} from '../../types/json-value.ts';
import {SqlError} from '../../types/sql-error.ts';
import {jsonAsText, jsonKind, jsonParts} from '../json/json-text.ts';

const KINDS = ['all', 'key', 'string', 'numeric', 'boolean'];

/** What of a document is text: `["string", "key"]`. Errors: 22023. */
export function jsonKinds(filter: string): ReadonlySet<string> {
  const parsed = parseJson(filter);
  const hint = 'Possible values are: "string", "numeric", "boolean", "key", and "all".';
  const named = isJsonArray(parsed) ? parsed : [parsed];
  if (isJsonObject(parsed)) {
    throw new SqlError('22023', 'wrong flag type, only arrays and scalars are allowed');
  }
  return new Set(
    named.map(kind => {
      if (typeof kind !== 'string') throw new SqlError('22023', 'flag array element is not a string', {hint});
      const lower = kind.toLowerCase();
      if (!KINDS.includes(lower)) throw new SqlError('22023', `wrong flag in flag array: "${kind}"`, {hint});
      return lower;
    }),
  );
}

/** The keys and values of these kinds, in the order in which the text has them. */
export function jsonTexts(json: string, kinds: ReadonlySet<string>): string[] {
  const wants = (kind: string): boolean => kinds.has(kind) || kinds.has('all');
  const texts: string[] = [];
  const visit = (text: string): void => {
    const kind = jsonKind(text);
    if (kind === 'object' || kind === 'array') {
      for (const part of jsonParts(text)!) {
        if (part.key !== null && wants('key')) texts.push(part.key);
        visit(part.text);
      }
    } else if (wants(kind === 'number' ? 'numeric' : kind) && kind !== 'null') texts.push(jsonAsText(text)!);
  };
  visit(json);
  return texts;
}
