import {ownShape} from '../types/array-shape.ts';
import type {Datum, Interval} from '../types/datum.ts';
import type {Decimal} from '../types/decimal.ts';
import {formatText} from '../types/io/registry.ts';
import {parseJson} from '../types/json-parse.ts';
import {isJsonArray, isJsonNumber, isJsonObject, type JsonValue} from '../types/json-value.ts';
import type {SqlType} from '../types/sql-type.ts';
import {intervalSpan, withoutBlanks} from './datum-order.ts';

/** A text that two values of the type share exactly if Postgres's `=` holds between them (NULLs: if both are). */
export function equalityKey(type: SqlType, value: Datum): string {
  if (value === null) return 'n';
  return `v${plainKey(type, value)}`;
}

function plainKey(type: SqlType, value: Exclude<Datum, null>): string {
  switch (type.kind) {
    case 'real':
    case 'double precision':
      return String((value as number) + 0);
    case 'numeric':
      return numericKey(value as Decimal);
    case 'interval':
      return String(intervalSpan(value as Interval));
    case 'bpchar':
      return withoutBlanks(value as string);
    case 'json':
    case 'jsonb':
      return jsonKey(parseJson(value as string));
    case 'array':
      return arrayKey(type.element!, value as readonly Datum[]);
    case 'struct':
    case 'record':
      return (value as readonly Datum[])
        .map((item, i) => JSON.stringify(equalityKey(type.fields![i].type, item)))
        .join();
    default:
      return formatText(type, value);
  }
}

/** Of the elements, and of the shape where it is none of a plain list. */
function arrayKey(element: SqlType, items: readonly Datum[]): string {
  const shape = ownShape(items);
  const keys = items.map(item => JSON.stringify(equalityKey(element, item)));
  return (shape ? JSON.stringify(shape) : '') + keys.join();
}

/** Without trailing zeros behind the point. */
function numericKey(value: Decimal): string {
  const text = formatText({kind: 'numeric'}, value);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** jsonb keeps its keys in one order; only numbers have several spellings. */
function jsonKey(value: JsonValue): string {
  if (isJsonNumber(value)) return numericKey(value);
  if (isJsonArray(value)) return `[${value.map(jsonKey).join()}]`;
  if (isJsonObject(value))
    return `{${[...value].map(([key, item]) => `${JSON.stringify(key)}:${jsonKey(item)}`).join()}}`;
  return JSON.stringify(value);
}
