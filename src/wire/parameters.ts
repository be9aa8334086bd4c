import type {Datum} from '../types/datum.ts';
import type {FormatSettings} from '../types/io/format-settings.ts';
import {decodeText} from '../types/io/byte-reader.ts';
import {parseText, readBinary} from '../types/io/registry.ts';
import type {TextCodec} from '../types/io/text-codec.ts';
import {SqlError} from '../types/sql-error.ts';
import {TEXT, withoutDomains, type SqlType} from '../types/sql-type.ts';
import {readAs} from '../expr/domains.ts';
import {typeOfOid} from '../types/catalog-oids.ts';
import type {BindMessage} from './codec/frontend-messages.ts';
import type {Format} from './codec/protocol.ts';

/** Types of Parse by OID; null = to be inferred. Errors: 0A000 for a type Millrace does not have. */
export function declaredTypes(oids: readonly number[]): (SqlType | null)[] {
  return oids.map(oid => {
    const type = oid === 0 ? null : typeOfOid(oid);
    if (type === undefined) throw new SqlError('0A000', `type with OID ${oid} is not supported`);
    // An unknown parameter is one whose type is to be found.
    return type?.kind === 'unknown' ? null : type;
  });
}

/** The parameters of a Bind by the statement's types. Errors: 08P01 for counts that differ, and those of input. */
export function bindValues(
  message: BindMessage,
  types: readonly SqlType[],
  settings: FormatSettings,
  codec: TextCodec | null,
): Datum[] {
  const {parameters, parameterFormats, statement} = message;
  if (parameterFormats.length > 1 && parameterFormats.length !== parameters.length) {
    throw new SqlError(
      '08P01',
      `bind message has ${parameterFormats.length} parameter formats but ${parameters.length} parameters`,
    );
  }
  if (parameters.length !== types.length) {
    throw new SqlError(
      '08P01',
      `bind message supplies ${parameters.length} parameters, but prepared statement "${statement}" requires ${types.length}`,
    );
  }
  return parameters.map((bytes, i) => {
    const type = types[i];
    const isPlain = withoutDomains(type) === type;
    if (bytes === null) {
      if (!isPlain) readAs(type, null);
      return null;
    }
    const format = formatAt(parameterFormats, i);
    try {
      const value = decodeParameter(bytes, type, format, i + 1, settings, codec);
      return isPlain ? value : readAs(type, value);
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      throw error.with({where: placeOf(message.portal, i + 1, format, error, bytes)});
    }
  });
}

/** As Postgres tells it, which by default does not show the value. */
function placeOf(portal: string, number: number, format: Format, error: SqlError, bytes: Uint8Array): string {
  const name = portal === '' ? 'unnamed portal' : `portal "${portal}"`;
  const hasText = format === 'text' && error.code !== '22021' && error.code !== '22P05';
  return `${name} parameter $${number}${hasText ? ` = '${bytes.length > 0 ? '...' : ''}'` : ''}`;
}

function decodeParameter(
  bytes: Uint8Array,
  type: SqlType,
  format: Format,
  number: number,
  settings: FormatSettings,
  codec: TextCodec | null,
): Datum {
  const known = type.kind === 'unknown' ? TEXT : type;
  if (format === 'text') return parseText(known, decodeText(bytes, codec), settings);
  try {
    return readBinary(known, bytes, codec);
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    if (error.message !== 'incorrect binary data format') throw error;
    throw new SqlError('22P03', `incorrect binary data format in bind parameter ${number}`);
  }
}

/** The format of one item: none given = text, one given = the same for all. */
function formatAt(formats: readonly Format[], index: number): Format {
  if (formats.length === 0) return 'text';
  return formats.length === 1 ? formats[0] : formats[index];
}

/** One format a column. Errors: 08P01 when as many were given as there are no columns. */
export function resultFormats(formats: readonly Format[], columns: number): Format[] {
  if (formats.length > 1 && formats.length !== columns) {
    throw new SqlError('08P01', `bind message has ${formats.length} result formats but query has ${columns} columns`);
  }
  return Array.from({length: columns}, (_, i) => formatAt(formats, i));
}
