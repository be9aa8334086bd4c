import {parseJson} from '../../types/json-parse.ts';
import {isJsonArray, isJsonObject, type JsonValue, printJson, quoteJson} from '../../types/json-value.ts';
import {jsonAsText, jsonKind, jsonParts} from '../json/json-text.ts';
import type {Headlines} from './headline.ts';

/** The document with every string value (no key) become its headline, without white space. */
export function jsonHeadlines(json: string, headlines: Headlines): string {
  const kind = jsonKind(json);
  if (kind === 'string') return quoteJson(headlines.of(jsonAsText(json)!));
  const parts = jsonParts(json);
  if (parts === null) return json.trim();
  const shown = parts.map(({key, text}) => (key === null ? '' : `${quoteJson(key)}:`) + jsonHeadlines(text, headlines));
  return kind === 'array' ? `[${shown.join()}]` : `{${shown.join()}}`;
}

export function jsonbHeadlines(json: string, headlines: Headlines): string {
  const shown = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') return headlines.of(value);
    if (isJsonArray(value)) return value.map(shown);
    if (isJsonObject(value)) return new Map([...value].map(([key, member]) => [key, shown(member)]));
    return value;
  };
  return printJson(shown(parseJson(json)));
}
