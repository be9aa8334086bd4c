import {outermost} from '../../types/array-shape.ts';
import type {Datum} from '../../types/datum.ts';
import type {Decimal} from '../../types/decimal.ts';
import {decimalFromBigint, decimalPrint, decimalTryParse} from '../../types/decimal.ts';
import type {FormatSettings} from '../../types/io/format-settings.ts';
import {formatText} from '../../types/io/registry.ts';
import {parseJson} from '../../types/json-parse.ts';
import {type JsonValue, jsonObject, quoteJson} from '../../types/json-value.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';

// Values as JSON, as to_jsonb and to_json have them: numbers as numbers, times in ISO 8601, the rest as text.

/** As text, times in ISO 8601. */
export function isoText(value: Datum, type: SqlType, settings: FormatSettings): string {
  const iso = {...settings, dateStyle: 'ISO, MDY'};
  const text = formatText(type, value!, iso);
  return type.kind === 'timestamp' || type.kind === 'timestamptz' ? isoTimestamp(text) : text;
}

/** 2020-01-02T03:04:05+00:00: Postgres's ISO output with a T, and the minutes of the offset. */
function isoTimestamp(text: string): string {
  const joined = text.replace(/^(\S+) (\d)/, '$1T$2');
  return joined.replace(/([+-]\d{2})$/, '$1:00').replace(/([+-]\d{2})( BC)$/, '$1:00$2');
}

export function jsonOf(value: Datum, type: SqlType, settings: FormatSettings): JsonValue {
  if (value === null) return null;
  switch (type.kind) {
    case 'boolean':
      return value as boolean;
    case 'smallint':
    case 'integer':
      return decimalFromBigint(value as number);
    case 'bigint':
      return decimalFromBigint(value as bigint);
    case 'numeric':
      return (value as Decimal).special ?? (value as Decimal);
    case 'real':
    case 'double precision':
      return Number.isFinite(value) ? decimalTryParse(formatText(type, value, settings)) : String(value);
    case 'json':
    case 'jsonb':
      return parseJson(value as string);
    case 'array':
      return outermost<JsonValue>(
        value as readonly Datum[],
        sub => jsonOf(sub, type, settings),
        item => jsonOf(item, type.element!, settings),
      );
    case 'struct':
      return jsonObject(
        type.fields!.map((field, i) => [field.name, jsonOf((value as readonly Datum[])[i], field.type, settings)]),
      );
    default:
      return isoText(value, type, settings);
  }
}

/** A value as the key of a member. Errors: 22023 it is no scalar. */
export function jsonKeyOf(value: Exclude<Datum, null>, type: SqlType, settings: FormatSettings): string {
  if (type.kind === 'array' || isComposite(type) || type.kind === 'json' || type.kind === 'jsonb') {
    throw new SqlError('22023', 'key value must be scalar, not array, composite, or json');
  }
  return type.kind === 'boolean' ? String(value) : isoText(value, type, settings);
}

function isComposite(type: SqlType): boolean {
  return type.kind === 'struct' || type.kind === 'record';
}

/** As json (not jsonb) writes it: no spaces, keys in the order of the fields; `pretty`: parts of the outermost on lines of their own. */
export function jsonTextOf(value: Datum, type: SqlType, settings: FormatSettings, pretty = false): string {
  if (value === null) return 'null';
  const separator = pretty ? ',\n ' : ',';
  switch (type.kind) {
    case 'boolean':
    case 'smallint':
    case 'integer':
    case 'bigint':
      return String(value);
    case 'numeric':
      return (value as Decimal).special ? quoteJson((value as Decimal).special!) : decimalPrint(value as Decimal);
    case 'real':
    case 'double precision':
      return Number.isFinite(value) ? formatText(type, value, settings) : quoteJson(String(value));
    case 'json':
    case 'jsonb':
      return value as string;
    case 'array': {
      const texts = outermost(
        value as readonly Datum[],
        sub => jsonTextOf(sub, type, settings),
        item => jsonTextOf(item, type.element!, settings),
      );
      return `[${texts.join(separator)}]`;
    }
    case 'struct': {
      const members = type.fields!.map(
        (field, i) => `${quoteJson(field.name)}:${jsonTextOf((value as readonly Datum[])[i], field.type, settings)}`,
      );
      return `{${members.join(separator)}}`;
    }
    default:
      return quoteJson(isoText(value, type, settings));
  }
}
