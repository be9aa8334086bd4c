import type {Batch} from '../columnar/batch.ts';
import type {CopyOut, ResultChunk} from '../session/api.ts';
import type {ByteWriter} from '../types/io/byte-writer.ts';
import type {TextCodec} from '../types/io/text-codec.ts';
import type {Datum} from '../types/datum.ts';
import type {FormatSettings} from '../types/io/format-settings.ts';
import {formatText, writeBinary} from '../types/io/registry.ts';
import type {BackendWriter} from './codec/backend-writer.ts';
import {valueWriter} from './column-encoder.ts';

const COPY_DATA = 'd'.charCodeAt(0);
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');

const LF = 10;
const BACKSLASH = 92;

/** What each byte of a text value is written as, behind a backslash; 0 = as it is. */
type Escapes = Uint8Array;

/** Writes the rows of a COPY … TO STDOUT, each as one CopyData message, in the form that the statement asks for. */
export class CopyWriter {
  private readonly writer: BackendWriter;
  private readonly bytes: ByteWriter;
  private readonly copy: CopyOut;
  private readonly settings: FormatSettings;
  /** Of the rows as a whole; null: UTF-8. */
  private readonly codec: TextCodec | null;
  /** The binary format's, which is sent together with the first row, or the end. */
  private headerDue = false;
  private readonly delimiter: number;
  private readonly nullBytes: Buffer;
  private readonly escapes: Escapes;
  private readonly writeValue: (column: number, write: () => boolean) => void;

  constructor(writer: BackendWriter, copy: CopyOut, settings: FormatSettings, codec: TextCodec | null) {
    const {format} = copy;
    this.writer = writer;
    this.bytes = writer.bytes;
    this.copy = copy;
    this.settings = settings;
    // The binary format's values are converted one by one.
    this.codec = format.format === 'binary' ? null : codec;
    this.delimiter = format.delimiter.charCodeAt(0);
    this.nullBytes = Buffer.from(format.nullText);
    this.escapes = escapesOf(this.delimiter);
    this.writeValue =
      format.format === 'binary'
        ? (_column, write) => this.binaryValue(write)
        : format.format === 'csv'
          ? (column, write) => this.csvValue(this.isForced(column), write)
          : (_column, write) => this.textValue(write);
  }

  /** The header, if there is one. */
  begin(): void {
    const {columns, format} = this.copy;
    if (format.format === 'binary') this.headerDue = true;
    else if (format.header !== 'none') {
      const named = (i: number) => (): boolean => {
        this.bytes.utf8(columns[i].name);
        return true;
      };
      this.row(named, format.format === 'csv' ? (_column, write) => this.csvValue(false, write) : undefined);
    }
  }

  /** Yields whenever the writer holds `flushBytes` or more. */
  *rows(chunk: ResultChunk, flushBytes: number): Generator<void, void> {
    if (chunk.kind === 'batch') {
      yield* this.batchRows(chunk.batch, flushBytes);
      return;
    }
    for (const row of chunk.rows) {
      this.row(i => () => this.datum(i, row[i]));
      if (this.writer.length >= flushBytes) yield;
    }
  }

  end(): void {
    if (this.copy.format.format === 'binary') this.message(() => this.bytes.int16(-1));
  }

  private *batchRows(batch: Batch, flushBytes: number): Generator<void, void> {
    const {memory, selected} = batch;
    const format = this.copy.format.format === 'binary' ? 'binary' : 'text';
    const writers = this.inUtf8(() =>
      batch.columns.map(vector => valueWriter(this.bytes, memory, vector, format, this.settings)),
    );
    const rows = memory.u32;
    const selection = batch.selection >>> 2;
    const weightAt = batch.weights >>> 3;
    for (let i = 0; i < selected; i++) {
      const row = selection === 0 ? i : rows[selection + i];
      const weight = weightAt === 0 ? 1 : Number(memory.i64[weightAt + row]);
      for (let repeat = 0; repeat < weight; repeat++) {
        this.row(column => () => writers[column](row));
        if (this.writer.length >= flushBytes) yield;
      }
    }
  }

  private datum(column: number, value: Datum): boolean {
    if (value === null) return false;
    const {type} = this.copy.columns[column];
    if (this.copy.format.format === 'binary') writeBinary(this.bytes, type, value);
    else this.bytes.text(formatText(type, value, this.settings));
    return true;
  }

  private row(write: (column: number) => () => boolean, writeValue = this.writeValue): void {
    const {bytes} = this;
    const {columns, format} = this.copy;
    this.message(() => {
      if (format.format === 'binary') bytes.int16(columns.length);
      for (let i = 0; i < columns.length; i++) {
        if (i > 0 && format.format !== 'binary') bytes.int8(this.delimiter);
        writeValue(i, write(i));
      }
      if (format.format !== 'binary') bytes.int8(LF);
    });
  }

  /** A value that cannot be written takes the half-written message back. */
  private message(write: () => void): void {
    const before = this.bytes.length;
    try {
      const start = this.writer.begin(COPY_DATA);
      if (this.headerDue) this.binaryHeader();
      const rowAt = this.bytes.length;
      this.inUtf8(write);
      if (this.codec) this.convert(rowAt, this.codec);
      this.writer.end(start);
    } catch (error) {
      this.bytes.length = before;
      throw error;
    }
  }

  /** Values of text formats are written so that their bytes can be escaped; in binary they are the client's at once. */
  private inUtf8<T>(write: () => T): T {
    const {bytes} = this;
    const {codec} = bytes;
    if (codec === null || this.copy.format.format === 'binary') return write();
    bytes.codec = null;
    try {
      return write();
    } finally {
      bytes.codec = codec;
    }
  }

  /** The delimiters are what they were: they are ASCII, which all encodings have. */
  private convert(from: number, codec: TextCodec): void {
    const {bytes} = this;
    const row = codec.encode(bytes.buffer.toString('utf8', from, bytes.length));
    bytes.length = from;
    bytes.bytes(row);
  }

  private binaryHeader(): void {
    this.headerDue = false;
    this.bytes.bytes(SIGNATURE);
    this.bytes.int32(0);
    this.bytes.int32(0);
  }

  private binaryValue(write: () => boolean): void {
    const {bytes} = this;
    const start = bytes.length;
    bytes.int32(-1);
    if (write()) bytes.putInt32(start, bytes.length - start - 4);
  }

  private textValue(write: () => boolean): void {
    const {bytes, escapes} = this;
    const start = bytes.length;
    if (!write()) {
      bytes.bytes(this.nullBytes);
      return;
    }
    const end = bytes.length;
    let at = start;
    while (at < end && escapes[bytes.buffer[at]] === 0) at++;
    if (at === end) return;
    const rest = Buffer.from(bytes.buffer.subarray(at, end));
    bytes.length = at;
    for (const byte of rest) {
      if (escapes[byte] !== 0) {
        bytes.int8(BACKSLASH);
        bytes.int8(escapes[byte]);
      } else bytes.int8(byte);
    }
  }

  private isForced(column: number): boolean {
    const {forceQuote} = this.copy.format;
    return forceQuote === 'all' || forceQuote.includes(this.copy.columns[column].name);
  }

  private csvValue(forced: boolean, write: () => boolean): void {
    const {bytes} = this;
    const {quote, escape} = this.copy.format;
    const start = bytes.length;
    if (!write()) {
      bytes.bytes(this.nullBytes);
      return;
    }
    const value = bytes.buffer.subarray(start, bytes.length);
    if (!forced && !this.needsQuotes(value)) return;
    const copy = Buffer.from(value);
    const [quoteByte, escapeByte] = [quote.charCodeAt(0), escape.charCodeAt(0)];
    bytes.length = start;
    bytes.int8(quoteByte);
    for (const byte of copy) {
      if (byte === quoteByte || byte === escapeByte) bytes.int8(escapeByte);
      bytes.int8(byte);
    }
    bytes.int8(quoteByte);
  }

  /** What would be read as NULL, as the end of the data or as several fields. */
  private needsQuotes(value: Buffer): boolean {
    const quote = this.copy.format.quote.charCodeAt(0);
    if (value.equals(this.nullBytes)) return true;
    if (this.copy.columns.length === 1 && value.length === 2 && value[0] === BACKSLASH && value[1] === 0x2e)
      return true;
    for (const byte of value) {
      if (byte === this.delimiter || byte === quote || byte === LF || byte === 13) return true;
    }
    return false;
  }
}

function escapesOf(delimiter: number): Escapes {
  const escapes = new Uint8Array(256);
  for (const [byte, letter] of [
    [8, 'b'],
    [9, 't'],
    [10, 'n'],
    [11, 'v'],
    [12, 'f'],
    [13, 'r'],
    [BACKSLASH, '\\'],
  ] as const) {
    escapes[byte] = letter.charCodeAt(0);
  }
  if (escapes[delimiter] === 0 || delimiter === 9) escapes[delimiter] = delimiter === 9 ? 't'.charCodeAt(0) : delimiter;
  return escapes;
}
