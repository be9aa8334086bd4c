import {type Decimal, decimalPrint, isDecimal} from './decimal.ts';

/**
 * A jsonb value. An object is a Map in Postgres's key order (shorter keys first, then by bytes), without duplicates;
 * numbers are exact.
 */
export type JsonValue = null | boolean | string | Decimal | readonly JsonValue[] | ReadonlyMap<string, JsonValue>;

export function isJsonObject(value: JsonValue): value is ReadonlyMap<string, JsonValue> {
  return value instanceof Map;
}

export function isJsonArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

export function isJsonNumber(value: JsonValue): value is Decimal {
  return isDecimal(value);
}

/** An object of these entries; of equal keys the last one counts. */
export function jsonObject(entries: Iterable<readonly [string, JsonValue]>): ReadonlyMap<string, JsonValue> {
  const last = new Map(entries);
  if (last.size < 2) return last;
  return new Map([...last].sort((a, b) => compareJsonKeys(a[0], b[0])));
}

/** Shorter first (in UTF-8 bytes), then by bytes. */
function compareJsonKeys(a: string, b: string): number {
  const plain = isAscii(a) && isAscii(b);
  if (plain) return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length - y.length || Buffer.compare(x, y);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** The canonical text of a jsonb value: `{"a": 1, "b": [1, 2]}`. */
export function printJson(value: JsonValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return quoteJson(value);
  if (isJsonNumber(value)) return decimalPrint(value);
  if (isJsonArray(value)) return `[${value.map(printJson).join(', ')}]`;
  const members: string[] = [];
  for (const [key, member] of value) members.push(`${quoteJson(key)}: ${printJson(member)}`);
  return `{${members.join(', ')}}`;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const mustEscape = /["\\\u0000-\u001f]/g;

/** A string as a JSON literal, with the escapes Postgres writes and no others. */
export function quoteJson(text: string): string {
  const body = text.replace(mustEscape, c => escapes[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${body}"`;
}
