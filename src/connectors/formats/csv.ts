import {isUtf8} from 'node:buffer';
import {createRequire} from 'node:module';
import type * as csvParse from 'csv-parse/sync';
import type {CsvError, Options} from 'csv-parse/sync';
import {Batch, MAX_BATCH_ROWS} from '../../columnar/batch.ts';
import {checkStorable, vectorFromDatums} from '../../columnar/builder.ts';
import {makeVectors} from '../../columnar/vector-references.ts';
import type {Address, Memory} from '../../kernels/memory.ts';
import type {Datum} from '../../types/datum.ts';
import {parseText} from '../../types/io/registry.ts';
import type {Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {findCsvRecords, type CsvRange} from './csv-records.ts';
import {inputValue} from './input-value.ts';
import type {BadRecord, Decoded, DecodedLines, Decoder, Format, LineOptions} from './format.ts';

const require = createRequire(import.meta.url);

/** Most servers read no CSV: the parser is loaded by the first that does. */
const parse: typeof csvParse.parse = (...given: Parameters<typeof csvParse.parse>) =>
  (require('csv-parse/sync') as typeof csvParse).parse(...given);

/**
 * Comma-separated values as COPY … CSV reads them: an unquoted empty field is NULL, fields are read by the column type's
 * input function. Options: `header` (the first line names the columns, in any order, others are passed over; default
 * false) or its opposite `without_header`, `delimiter` (`,`), `quote` (`"`), `escape` (the quote), `null` (the unquoted
 * text that is NULL, default empty). Blank lines are passed over.
 */
export const csvFormat: Format = {
  name: 'csv',
  createDecoder: (memory, schema, options) => new CsvDecoder(memory, schema, csvOptions(options)),
};

type CsvOptions = {
  readonly header: boolean;
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly nullText: string;
};

function csvOptions(options: Readonly<Record<string, string>>): CsvOptions {
  let header = false;
  let [delimiter, quote, nullText]: string[] = [',', '"', ''];
  let escape: string | undefined;
  for (const [name, value] of Object.entries(options)) {
    if (name === 'header') header = flag(name, value);
    else if (name === 'without_header') header = !flag(name, value);
    else if (name === 'delimiter') delimiter = character(name, value);
    else if (name === 'quote') quote = character(name, value);
    else if (name === 'escape') escape = character(name, value);
    else if (name === 'null') nullText = value;
    else throw new SqlError('22023', `unrecognized option "${name}" of format CSV`);
  }
  if (delimiter === quote) throw new SqlError('22023', 'CSV delimiter and quote must be different');
  return {header, delimiter, quote, escape: escape ?? quote, nullText};
}

function flag(name: string, value: string): boolean {
  if (/^(true|on|yes|1|)$/i.test(value)) return true;
  if (/^(false|off|no|0)$/i.test(value)) return false;
  throw new SqlError('22023', `CSV option "${name}" requires a Boolean value`);
}

function character(name: string, value: string): string {
  const text = value === '\\t' ? '\t' : value;
  if (text.length !== 1 || text.charCodeAt(0) > 127 || text === '\n' || text === '\r') {
    throw new SqlError('22023', `CSV ${name} must be a single one-byte character`);
  }
  return text;
}

type Fields = readonly (string | null)[];

/** Rows and bad records of a call, as they are found. */
type Output = {readonly rows: Datum[][]; readonly bad: BadRecord[]};

class CsvDecoder implements Decoder {
  readonly schema: Schema;
  private readonly memory: Memory;
  private readonly options: CsvOptions;
  private readonly parsing: Options;
  /** For each column the field that it takes; null until the header is read. */
  private fieldOf: readonly number[] | null;
  private fieldCount: number;

  constructor(memory: Memory, schema: Schema, options: CsvOptions) {
    this.memory = memory;
    this.schema = schema;
    this.options = options;
    this.fieldOf = options.header ? null : schema.map((_, i) => i);
    this.fieldCount = schema.length;
    this.parsing = {
      delimiter: options.delimiter,
      quote: options.quote,
      escape: options.escape,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
      cast: (value, {quoting}) => (!quoting && value === options.nullText ? null : value),
    };
  }

  readPreamble(address: Address, length: number): number {
    if (this.fieldOf !== null) return 0;
    const bytes = this.memory.u8.slice(address, address + length);
    const {ranges, consumed} = findCsvRecords(bytes, this.options, {final: false, maxRecords: 1});
    if (ranges.length === 0) return 0;
    this.readHeader(bytes.subarray(ranges[0].start, ranges[0].end));
    return consumed;
  }

  decodeLines(address: Address, length: number, {final, maxRecords = Infinity}: LineOptions): DecodedLines {
    const all = this.memory.u8.subarray(address, address + length);
    const wanted = this.fieldOf === null ? maxRecords + 1 : maxRecords;
    const {ranges, consumed} = findCsvRecords(all, this.options, {final, maxRecords: wanted});
    const bytes = all.slice(0, consumed);
    if (this.fieldOf === null && ranges.length > 0) {
      const header = ranges.shift()!;
      this.readHeader(bytes.subarray(header.start, header.end));
    }
    const out: Output = {rows: [], bad: []};
    const parsed = this.parseAll(bytes, ranges);
    ranges.forEach((range, i) => {
      const record = bytes.subarray(range.start, range.end);
      this.takeRecord(parsed ? parsed[i] : this.parseOne(record), {record: i, offset: range.start, bytes: record}, out);
    });
    return {batches: this.batchesOf(out.rows), bad: out.bad, records: ranges.length, consumedBytes: consumed};
  }

  decodeRecords(records: Address, count: number): Decoded {
    const words = this.memory.u32.slice(records >>> 2, (records >>> 2) + 2 * count);
    const out: Output = {rows: [], bad: []};
    for (let i = 0; i < count; i++) {
      const bytes = this.memory.u8.slice(words[2 * i], words[2 * i] + words[2 * i + 1]);
      this.takeRecord(this.parseOne(bytes), {record: i, offset: 0, bytes}, out);
    }
    return {batches: this.batchesOf(out.rows), bad: out.bad, records: count};
  }

  close(): void {}

  private readHeader(bytes: Uint8Array): void {
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const names = this.parseOne(bytes.subarray(mark));
    if (typeof names === 'string') throw new SqlError('22P04', `CSV header: ${names}`);
    this.fieldOf = this.schema.map(({name}) => {
      const field = names.indexOf(name);
      if (field < 0) throw new SqlError('22P04', `column "${name}" is missing in the CSV header`);
      return field;
    });
    this.fieldCount = names.length;
  }

  /** The fields of every record at once; null where one of them is at fault, and all must be looked at apart. */
  private parseAll(bytes: Uint8Array, ranges: readonly CsvRange[]): Fields[] | null {
    if (ranges.length === 0) return [];
    const block = bytes.subarray(ranges[0].start, ranges[ranges.length - 1].end);
    if (!isUtf8(block)) return null;
    try {
      const records = parse(Buffer.from(block), this.parsing) as unknown as Fields[];
      return records.length === ranges.length ? records : null;
    } catch {
      return null;
    }
  }

  /** The fields of one record, or why it has none. */
  private parseOne(bytes: Uint8Array): Fields | string {
    if (!isUtf8(bytes)) return 'invalid byte sequence for encoding "UTF8"';
    try {
      const records = parse(Buffer.from(bytes), this.parsing) as unknown as Fields[];
      return records.length === 1 ? records[0] : 'expected one CSV record';
    } catch (error) {
      return reasonOf(error as CsvError);
    }
  }

  private takeRecord(fields: Fields | string, record: Omit<BadRecord, 'reason'>, out: Output): void {
    const reason = typeof fields === 'string' ? fields : this.takeFields(fields, out.rows);
    if (reason !== null) out.bad.push({...record, bytes: Uint8Array.from(record.bytes), reason});
  }

  /** Adds the row; or says why there is none. */
  private takeFields(fields: Fields, rows: Datum[][]): string | null {
    if (fields.length > this.fieldCount) return 'extra data after last expected column';
    const row: Datum[] = [];
    for (let i = 0; i < this.schema.length; i++) {
      const {name, type} = this.schema[i];
      const text = fields[this.fieldOf![i]];
      if (text === undefined) return `missing data for column "${name}"`;
      if (text === null) {
        row.push(null);
        continue;
      }
      try {
        if (text.includes('\0')) throw new SqlError('22021', 'invalid byte sequence for encoding "UTF8": 0x00');
        const value = inputValue(type, parseText(type, text));
        checkStorable(type, value);
        row.push(value);
      } catch (error) {
        if (!(error instanceof SqlError)) throw error;
        return `column "${name}": ${error.message}`;
      }
    }
    rows.push(row);
    return null;
  }

  private batchesOf(rows: readonly Datum[][]): Batch[] {
    const batches: Batch[] = [];
    for (let at = 0; at < rows.length; at += MAX_BATCH_ROWS) {
      const some = rows.slice(at, at + MAX_BATCH_ROWS);
      const columns = makeVectors(this.memory, this.schema, ({type}, i) =>
        vectorFromDatums(
          this.memory,
          type,
          some.map(row => row[i]),
        ),
      );
      batches.push(new Batch(this.memory, {schema: this.schema, length: some.length, columns}));
    }
    return batches;
  }
}

function reasonOf({code}: CsvError): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'unterminated CSV quoted field';
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'unexpected character after the closing quote of a CSV field';
    case 'INVALID_OPENING_QUOTE':
      return 'quote inside an unquoted CSV field';
    default:
      return `invalid CSV (${code})`;
  }
}
