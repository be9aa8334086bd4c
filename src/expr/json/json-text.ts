// Values inside a json (not jsonb) text, as they are written there. The text has been validated.

import {parseJson} from '../../types/json-parse.ts';
import {quoteJson} from '../../types/json-value.ts';

type Span = {readonly start: number; readonly end: number};

function skipSpace(text: string, at: number): number {
  for (let c = text.charCodeAt(at); c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09; c = text.charCodeAt(++at));
  return at;
}

const scalarEnd = /[^,\]}\s]*/y;

/** Just behind the value that begins at `at`. */
function skipValue(text: string, at: number): number {
  const c = text[at];
  if (c === '"') return skipString(text, at);
  if (c !== '{' && c !== '[') {
    scalarEnd.lastIndex = at;
    scalarEnd.test(text);
    return scalarEnd.lastIndex;
  }
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === '"') i = skipString(text, i) - 1;
    else if (text[i] === '{' || text[i] === '[') depth++;
    else if ((text[i] === '}' || text[i] === ']') && --depth === 0) return i + 1;
  }
  return text.length;
}

function skipString(text: string, at: number): number {
  let i = at + 1;
  while (text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i + 1;
}

/** What a string literal says. Errors: 22P02, 22P05 escapes that stand for no character. */
function unquoted(literal: string): string {
  return literal.includes('\\') ? (parseJson(literal) as string) : literal.slice(1, -1);
}

/** The elements of an array or, with their keys, the members of an object; null for a scalar. */
export function jsonParts(text: string): readonly {readonly key: string | null; readonly text: string}[] | null {
  let at = skipSpace(text, 0);
  const open = text[at];
  if (open !== '{' && open !== '[') return null;
  const parts: {key: string | null; text: string}[] = [];
  at = skipSpace(text, at + 1);
  while (text[at] !== '}' && text[at] !== ']') {
    let key: string | null = null;
    if (open === '{') {
      const end = skipString(text, at);
      key = unquoted(text.slice(at, end));
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    const span: Span = {start: at, end: skipValue(text, at)};
    parts.push({key, text: text.slice(span.start, span.end)});
    at = skipSpace(text, span.end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return parts;
}

type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

export function jsonKind(text: string): JsonKind {
  switch (text.trimStart()[0]) {
    case '{':
      return 'object';
    case '[':
      return 'array';
    case '"':
      return 'string';
    case 't':
    case 'f':
      return 'boolean';
    case 'n':
      return 'null';
    default:
      return 'number';
  }
}

/** The member of an object (the last of its name); null where there is none. */
export function jsonMember(text: string, key: string): string | null {
  let at = skipSpace(text, 0);
  if (text[at] !== '{') return null;
  const wanted = quoteJson(key);
  let found: string | null = null;
  at = skipSpace(text, at + 1);
  while (text[at] !== '}') {
    const end = skipString(text, at);
    // Of what is not asked for nothing is made but its extent.
    const same = end - at === wanted.length && text.startsWith(wanted, at);
    const matches = same || (text.slice(at, end).includes('\\') && unquoted(text.slice(at, end)) === key);
    at = skipSpace(text, skipSpace(text, end) + 1);
    const valueEnd = skipValue(text, at);
    if (matches) found = text.slice(at, valueEnd);
    at = skipSpace(text, valueEnd);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return found;
}

/** The element of an array, from the end where the index is negative. */
export function jsonElement(text: string, index: number): string | null {
  if (jsonKind(text) !== 'array') return null;
  return jsonParts(text)!.at(index)?.text ?? null;
}

/** A value as ->> gives it: strings without quotes, null as NULL, the rest as written. */
export function jsonAsText(text: string | null): string | null {
  if (text === null) return null;
  const kind = jsonKind(text);
  if (kind === 'null') return null;
  return kind === 'string' ? unquoted(text.trim()) : text.trim();
}

/** Follows keys and indexes; null where the path leads nowhere. */
export function jsonPath(text: string, path: readonly (string | null)[]): string | null {
  let at: string | null = text;
  for (const step of path) {
    if (at === null || step === null) return null;
    if (jsonKind(at) === 'object') at = jsonMember(at, step);
    else at = /^\s*[+-]?\d+\s*$/.test(step) ? jsonElement(at, Number(step)) : null;
  }
  return at;
}

/** Without members that are null, and without white space; strings are written anew. */
export function compactWithoutNulls(text: string): string {
  const kind = jsonKind(text);
  if (kind === 'string') return quoteJson(unquoted(text.trim()));
  const parts = jsonParts(text);
  if (parts === null) return text.trim();
  if (kind === 'array') return `[${parts.map(part => compactWithoutNulls(part.text)).join(',')}]`;
  const kept = parts.filter(part => jsonKind(part.text) !== 'null');
  return `{${kept.map(part => `${quoteJson(part.key!)}:${compactWithoutNulls(part.text)}`).join(',')}}`;
}
