import {isJsonArray, isJsonNumber, isJsonObject, type JsonValue, printJson} from '../../types/json-value.ts';
import {SqlError} from '../../types/sql-error.ts';
import {DateTimeItem} from './datetime-item.ts';

/** What a path gives: JSON, or a date or time that `.datetime()` made. */
export type Item = JsonValue | DateTimeItem;

/** An error of a path over this JSON: predicates take it for unknown, and `silent` for nothing. Others go through. */
export class PathError extends Error {
  readonly error: SqlError;

  constructor(error: SqlError) {
    super(error.message);
    this.error = error;
  }
}

export function fail(code: string, message: string): PathError {
  return new PathError(new SqlError(code, message));
}

export function isScalar(item: Item): boolean {
  return item instanceof DateTimeItem || !(isJsonArray(item) || isJsonObject(item));
}

/** As `.type()` calls it. */
export function typeOfItem(item: Item): string {
  if (item instanceof DateTimeItem) return item.typeName;
  if (item === null) return 'null';
  if (typeof item === 'boolean') return 'boolean';
  if (typeof item === 'string') return 'string';
  if (isJsonNumber(item)) return 'number';
  return isJsonArray(item) ? 'array' : 'object';
}

/** The item as jsonb has it: dates and times as strings. */
export function itemJson(item: Item): JsonValue {
  return item instanceof DateTimeItem ? item.print() : item;
}

export function printItem(item: Item): string {
  return printJson(itemJson(item));
}
