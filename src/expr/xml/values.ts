import type {Datum} from '../../types/datum.ts';
import type {FormatSettings} from '../../types/io/format-settings.ts';
import {formatText} from '../../types/io/registry.ts';
import {TIMESTAMP_INFINITY, TIMESTAMP_NEGATIVE_INFINITY} from '../../types/calendar.ts';
import {SqlError} from '../../types/sql-error.ts';
import {baseOf, type SqlType} from '../../types/sql-type.ts';
import {isoText} from '../json/from-datum.ts';

export type XmlFormat = {readonly format: FormatSettings; readonly binary: 'base64' | 'hex'};

const ESCAPES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#x0d;'};

export function escapeXml(text: string): string {
  return text.replace(/[&<>\r]/g, character => ESCAPES[character]);
}

/** An SQL value as the content of an element. Errors: 22008. */
export function xmlContent(value: Exclude<Datum, null>, type: SqlType, settings: XmlFormat): string {
  const text = xmlText(value, type, settings);
  return hasOwnMarkup(baseOf(type)) ? text : escapeXml(text);
}

/** What is not escaped again, or has nothing to escape. */
function hasOwnMarkup({kind}: SqlType): boolean {
  return kind === 'xml' || kind === 'array';
}

/** An SQL value as XML has it: SQL/XML, clause 9.8. Errors: 22008. */
export function xmlText(value: Exclude<Datum, null>, declared: SqlType, settings: XmlFormat): string {
  const type = baseOf(declared);
  switch (type.kind) {
    case 'boolean':
      return String(value);
    case 'date':
      if (!Number.isFinite(value)) throw infinite('date');
      return isoText(value, type, settings.format);
    case 'timestamp':
    case 'timestamptz':
      if (value === TIMESTAMP_INFINITY || value === TIMESTAMP_NEGATIVE_INFINITY) throw infinite('timestamp');
      return isoText(value, type, settings.format);
    case 'bytea':
      return inAscii(value as Uint8Array, settings);
    case 'array':
      return elements(value as readonly Datum[], type.element!, settings);
    default:
      return formatText(type, value, settings.format);
  }
}

function inAscii(bytes: Uint8Array, {binary}: XmlFormat): string {
  const text = Buffer.from(bytes).toString(binary);
  return binary === 'hex' ? text.toUpperCase() : text;
}

/** Of all dimensions, one after the other; nulls are left out. */
function elements(array: readonly Datum[], type: SqlType, settings: XmlFormat): string {
  return array.map(item => (item === null ? '' : `<element>${xmlContent(item, type, settings)}</element>`)).join('');
}

function infinite(type: string): SqlError {
  return new SqlError('22008', `${type} out of range`, {detail: `XML does not support infinite ${type} values.`});
}
