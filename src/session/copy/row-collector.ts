import {Batch, MAX_BATCH_ROWS} from '../../columnar/batch.ts';
import {checkStorable, vectorFromDatums} from '../../columnar/builder.ts';
import {makeVectors} from '../../columnar/vector-references.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {Datum} from '../../types/datum.ts';
import type {FormatSettings} from '../../types/io/format-settings.ts';
import {parseText} from '../../types/io/registry.ts';
import type {Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {applyTypmod} from '../../types/typmod.ts';
import type {Fields} from './lines.ts';
import type {CopyFormat} from './options.ts';
import type {RowWatch} from './watched-rows.ts';

/** Texts of lines that are kept, so that an error of the table can show the line. */
const KEPT_TEXT = 1024 * 1024;
const SHOWN_BYTES = 100;

/** How the text of one column is read. */
type Reader = (text: string) => Datum;

/** Makes batches of the rows of a COPY, and says of an error where in the data it is. */
export class RowCollector {
  /** Full ones; whoever closes the collector releases them. */
  readonly batches: Batch[] = [];
  /** The number of each row's line, by batch. */
  private readonly lines: number[][] = [];
  private readonly texts: string[] = [];
  private textLength = 0;
  private readonly memory: Memory;
  private readonly schema: Schema;
  private readonly format: CopyFormat;
  private readonly table: string;
  private readonly readers: readonly Reader[];
  private readonly plain: boolean;
  private readonly watch: RowWatch;
  /** A row has come that the table will hardly take. */
  isSuspect = false;
  private columns: Datum[][];
  private numbers: number[] = [];

  constructor(
    memory: Memory,
    schema: Schema,
    format: CopyFormat,
    table: string,
    settings: FormatSettings,
    watch: RowWatch,
  ) {
    this.memory = memory;
    this.schema = schema;
    this.format = format;
    this.table = table;
    this.watch = watch;
    this.readers = schema.map(({type}) => readerOf(type, settings));
    this.plain = format.forceNull.length === 0 && format.forceNotNull.length === 0;
    this.columns = schema.map(() => []);
  }

  /** Rows in full batches and in the one that is being made. */
  get count(): number {
    return this.batches.length * MAX_BATCH_ROWS + this.numbers.length;
  }

  /** Errors: 22P04 for a wrong number of fields, those of the types. */
  take(fields: Fields, line: number, text: string): void {
    const {schema} = this;
    if (fields.length > schema.length && !(schema.length === 0 && text === '')) {
      throw this.failed(new SqlError('22P04', 'extra data after last expected column'), line, text);
    }
    for (let i = 0; i < schema.length; i++) {
      if (i === fields.length) {
        throw this.failed(new SqlError('22P04', `missing data for column "${schema[i].name}"`), line, text);
      }
      const field = this.plain ? fields[i] : this.forced(fields[i], schema[i].name);
      const domain = this.watch.domains[i];
      if (field === null && !domain) this.columns[i].push(null);
      else {
        try {
          const value = field === null ? null : this.readers[i](field);
          domain?.(value);
          this.columns[i].push(value);
        } catch (error) {
          throw error instanceof SqlError ? this.wrongValue(error, line, schema[i].name, field) : error;
        }
      }
    }
    this.keepText(text);
    this.rowDone(line);
  }

  /** A row that came in values. */
  takeValues(row: readonly Datum[], line: number): void {
    row.forEach((value, i) => {
      try {
        this.watch.domains[i]?.(value);
      } catch (error) {
        throw error instanceof SqlError ? this.wrongColumn(error, line, this.schema[i].name) : error;
      }
      this.columns[i].push(value);
    });
    this.rowDone(line);
  }

  /** What has come so far is in the table; `lines` go on. */
  forget(): void {
    this.close();
    this.lines.length = 0;
    this.texts.length = 0;
    this.textLength = 0;
    this.isSuspect = false;
  }

  /** The rows so far as batches. */
  finish(): readonly Batch[] {
    if (this.numbers.length > 0) this.flush();
    return this.batches;
  }

  close(): void {
    for (const batch of this.batches.splice(0)) batch.release();
  }

  failed(error: SqlError, line: number, text: string | null): SqlError {
    const shown = text === null ? '' : `: "${shortened(text)}"`;
    return error.with({where: `COPY ${this.table}, line ${line}${shown}`});
  }

  /** `text`: null for a field that is NULL. */
  wrongValue(error: SqlError, line: number, column: string, text: string | null): SqlError {
    const shown = text === null ? 'null input' : `"${shortened(text)}"`;
    return error.with({where: `COPY ${this.table}, line ${line}, column ${column}: ${shown}`});
  }

  private wrongColumn(error: SqlError, line: number, column: string): SqlError {
    return error.with({where: `COPY ${this.table}, line ${line}, column ${column}`});
  }

  /** An error of the table about the row of this number, counted from 0. */
  failedRow(error: SqlError, row: number): SqlError {
    const line = this.lines[Math.floor(row / MAX_BATCH_ROWS)]?.[row % MAX_BATCH_ROWS];
    if (line === undefined) return error;
    // Of a key that is there already Postgres shows no more than the number.
    const text = error.code === '23505' ? null : (this.texts[row] ?? null);
    return this.failed(error, line, text);
  }

  private forced(field: string | null, name: string): string | null {
    const {nullText, forceNull, forceNotNull} = this.format;
    if (field === null) return forceNotNull.includes(name) ? nullText : null;
    return field === nullText && forceNull.includes(name) ? null : field;
  }

  private keepText(text: string): void {
    if (this.textLength > KEPT_TEXT) return;
    this.textLength += text.length;
    this.texts.push(text);
  }

  private rowDone(line: number): void {
    this.numbers.push(line);
    this.isSuspect ||= this.watch.suspects?.(this.columns.map(column => column[column.length - 1])) ?? false;
    if (this.numbers.length === MAX_BATCH_ROWS) this.flush();
  }

  private flush(): void {
    const length = this.numbers.length;
    const columns = makeVectors(this.memory, this.schema, ({type}, i) =>
      vectorFromDatums(this.memory, type, this.columns[i]),
    );
    this.batches.push(new Batch(this.memory, {schema: this.schema, length, columns}));
    this.lines.push(this.numbers);
    this.numbers = [];
    this.columns = this.schema.map(() => []);
  }
}

function readerOf(type: SqlType, settings: FormatSettings): Reader {
  switch (type.kind) {
    case 'text':
      return text => text;
    case 'integer':
      return text => shortInteger(text) ?? parseText(type, text, settings);
    case 'bigint':
      return text => {
        const value = shortInteger(text);
        return value === null ? parseText(type, text, settings) : BigInt(value);
      };
    default:
      return text => {
        const value = applyTypmod(type, parseText(type, text, settings), 'implicit');
        checkStorable(type, value);
        return value;
      };
  }
}

/** Up to nine digits, or null. */
function shortInteger(text: string): number | null {
  const {length} = text;
  if (length === 0 || length > 9) return null;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}

function shortened(text: string): string {
  if (Buffer.byteLength(text) <= SHOWN_BYTES) return text;
  const cut = Buffer.from(text).subarray(0, SHOWN_BYTES).toString('utf8');
  return `${cut.replace(/\ufffd+$/, '')}...`;
}
