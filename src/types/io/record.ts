import {scanQuoted} from './scan-quoted.ts';
import type {Datum} from '../datum.ts';
import {oidOf, typeOfOid} from '../catalog-oids.ts';
import {SqlError, notSupported} from '../sql-error.ts';
import {TEXT, type SqlType} from '../sql-type.ts';
import {kindName} from '../type-names.ts';
import {isOtherBuiltIn, readItem, writeItem} from './array.ts';
import type {ByteReader} from './byte-reader.ts';
import type {FormatSettings} from './format-settings.ts';
import type {NonNullDatum, TypeIo} from './type-io.ts';

/** Composites: `(1,"a b",)`. One without declared fields (record) can be printed, but not read from text. */
export function recordIo(ioOf: (type: SqlType) => TypeIo): TypeIo {
  return {
    parse: (text, type, settings) => parseRecord(text, type, ioOf, settings),
    format(value, type, settings) {
      const texts = (value as readonly Datum[]).map((field, i) => {
        const fieldType = fieldTypeOf(type, i);
        return field === null ? '' : quoteField(ioOf(fieldType).format(field, fieldType, settings));
      });
      return `(${texts.join(',')})`;
    },
    read: (reader, type) => readRecord(reader, type, ioOf),
    write(writer, value, type) {
      const fields = value as readonly Datum[];
      writer.int32(fields.length);
      fields.forEach((field, i) => {
        const fieldType = fieldTypeOf(type, i);
        writer.int32(oidOf(fieldType));
        writeItem(writer, field, fieldType, ioOf(fieldType));
      });
    },
  };
}

function fieldTypeOf(type: SqlType, index: number): SqlType {
  return type.fields?.[index].type ?? TEXT;
}

function malformed(text: string, detail: string): SqlError {
  return new SqlError('22P02', `malformed record literal: "${text}"`, {detail});
}

function parseRecord(
  text: string,
  type: SqlType,
  ioOf: (type: SqlType) => TypeIo,
  settings: FormatSettings,
): NonNullDatum {
  if (!type.fields) throw notSupported('input of anonymous composite types');
  const texts = splitRecord(text, type.fields.length);
  return texts.map((field, i) => {
    const fieldType = type.fields![i].type;
    return field === null ? null : ioOf(fieldType).parse(field, fieldType, settings);
  });
}

/** The fields' texts, unquoted; null where nothing stands between the commas. */
function splitRecord(text: string, count: number): (string | null)[] {
  let at = skipSpace(text, 0);
  if (text[at] !== '(') throw malformed(text, 'Missing left parenthesis.');
  at++;
  const fields: (string | null)[] = [];
  for (let i = 0; i < count; i++) {
    if (i > 0) {
      if (text[at] !== ',') throw malformed(text, 'Too few columns.');
      at++;
    }
    if (text[at] === ',' || text[at] === ')') {
      fields.push(null);
      continue;
    }
    const field = scanQuoted(text, at, ',)', detail => malformed(text, detail));
    fields.push(field.value);
    at = field.end;
  }
  if (text[at] !== ')') throw malformed(text, 'Too many columns.');
  if (skipSpace(text, at + 1) < text.length) throw malformed(text, 'Junk after right parenthesis.');
  return fields;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[ \t\n\v\f\r]/.test(text[at])) at++;
  return at;
}

function quoteField(text: string): string {
  if (text !== '' && !/["\\(), \t\n\v\f\r]/.test(text)) return text;
  return `"${text.replace(/["\\]/g, '$&$&')}"`;
}

function readRecord(reader: ByteReader, type: SqlType, ioOf: (type: SqlType) => TypeIo): NonNullDatum {
  const count = reader.int32();
  const expected = type.fields?.length ?? count;
  if (count !== expected) {
    throw new SqlError('42804', `wrong number of columns: ${count}, expected ${expected}`);
  }
  if (count < 0 || count > reader.remaining / 8) throw new SqlError('08P01', 'insufficient data left in message');
  return Array.from({length: count}, (_, i) => {
    const oid = reader.uint32();
    const fieldType = type.fields?.[i].type ?? typeOfOid(oid);
    if (!fieldType || isOtherBuiltIn(oid, oidOf(fieldType))) {
      const sent = typeOfOid(oid);
      const told = `${oid} (${sent ? kindName(sent) : '???'}) instead of expected`;
      const wanted = fieldType ? `${oidOf(fieldType)} (${kindName(fieldType)})` : '0 (-)';
      throw new SqlError('42804', `binary data has type ${told} ${wanted} in record column ${i + 1}`);
    }
    return readItem(reader, fieldType, ioOf(fieldType));
  });
}
