import {isUtf8} from 'node:buffer';
import {decodeText, decodeUtf8} from '../../types/io/byte-reader.ts';
import type {TextCodec} from '../../types/io/text-codec.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {CopyFormat} from './options.ts';

/** What a line is split into: null where a field is NULL. */
export type Fields = readonly (string | null)[];

export type LineTaker = {
  /** `line`: its number, which in CSV is that of its last line of text. */
  readonly take: (fields: Fields, line: number, text: string) => void;
  /** An error of the line as a whole. */
  readonly failed: (error: SqlError, line: number, text: string | null) => SqlError;
};

/** Bytes that are gathered before they are looked at: clients send a line a message. */
const BLOCK_BYTES = 64 * 1024;

const LF = 10;
const CR = 13;

/**
 * Cuts the text and CSV formats of COPY into lines and fields, wherever the pieces of the stream are cut. All lines end as the
 * first does, with LF, CR or both; `\.` alone on a line ends the data.
 */
export class CopyLines {
  private readonly format: CopyFormat;
  private readonly taker: LineTaker;
  /** Of the data; null: they are UTF-8. */
  private readonly codec: TextCodec | null;
  private chunks: Buffer[] = [];
  private gathered = 0;
  private wanted = BLOCK_BYTES;
  /** Complete lines that belong to a value which goes on. */
  private rest = '';
  private eol: '\n' | '\r' | '\r\n' | null = null;
  private line = 0;
  private ended = false;

  constructor(format: CopyFormat, taker: LineTaker, codec: TextCodec | null = null) {
    this.format = format;
    this.taker = taker;
    this.codec = codec;
  }

  /** The number of the line that would come next. */
  get next(): number {
    const waiting = this.chunks.reduce((count, chunk) => count + chunk.filter(byte => byte === LF).length, 0);
    return this.line + waiting + 1;
  }

  push(chunk: Uint8Array): void {
    if (this.ended || chunk.length === 0) return;
    this.chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    this.gathered += chunk.length;
    if (this.gathered >= this.wanted) this.readBlock(false);
  }

  /** Reads the lines that have come whole. One that is long and does not end is left to `push`. */
  pause(): void {
    if (!this.ended && this.gathered > 0 && this.gathered < BLOCK_BYTES) this.readBlock(false);
  }

  end(): void {
    if (!this.ended) this.readBlock(true);
  }

  private readBlock(final: boolean): void {
    const bytes = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks, this.gathered);
    this.eol ??= eolOf(bytes, final);
    const cut = final ? bytes.length : this.eol === null ? 0 : bytes.lastIndexOf(this.eol === '\r' ? CR : LF) + 1;
    // The pieces are views of buffers that are the connection's.
    this.chunks = cut === bytes.length ? [] : [Buffer.from(bytes.subarray(cut))];
    this.gathered = bytes.length - cut;
    // A line that does not end is not searched again for every piece that comes.
    this.wanted = Math.max(BLOCK_BYTES, 2 * this.gathered);
    const block = bytes.subarray(0, cut);
    const whole = this.textOf(block);
    const valid = whole === null ? this.firstBadLine(block) : block.length;
    const text = this.rest + (whole ?? this.textOf(block.subarray(0, valid))!);
    this.rest = '';
    if (valid < block.length) this.invalid(text, block.subarray(valid));
    else if (this.format.format === 'csv') this.csvLines(text, final);
    else this.textLines(text, final);
  }

  /** null: the bytes are no text. */
  private textOf(bytes: Buffer): string | null {
    if (this.codec === null) return isUtf8(bytes) ? bytes.toString('utf8') : null;
    try {
      return this.codec.decode(bytes);
    } catch (error) {
      if (error instanceof SqlError) return null;
      throw error;
    }
  }

  /** Where the first line begins that is no text. */
  private firstBadLine(bytes: Buffer): number {
    let at = 0;
    for (;;) {
      const end = bytes.indexOf(LF, at);
      if (end < 0 || this.textOf(bytes.subarray(at, end)) === null) return at;
      at = end + 1;
    }
  }

  private invalid(before: string, bytes: Buffer): never {
    if (this.format.format === 'csv') this.csvLines(before, false);
    else this.textLines(before, false);
    const end = bytes.indexOf(LF);
    try {
      // Where a character takes more bytes than the line has, Postgres shows the line's end with it.
      decodeText(end < 0 || this.codec ? bytes : bytes.subarray(0, end), this.codec);
    } catch (error) {
      if (error instanceof SqlError) throw this.taker.failed(error, this.line + 1, null);
      throw error;
    }
    throw this.taker.failed(new SqlError('22021', 'invalid byte sequence for encoding "UTF8"'), this.line + 1, null);
  }

  // Text

  private textLines(text: string, final: boolean): void {
    const eol = this.eol ?? '\n';
    const end = eol.charCodeAt(eol.length - 1);
    let at = 0;
    while (at < text.length && !this.ended) {
      let to = text.indexOf(eol.length === 1 ? eol : '\n', at);
      while (to > 0 && isEscaped(text, at, to)) to = nextEnd(text, end, to + 1);
      if (to < 0) {
        if (!final) {
          this.rest = text.slice(at);
          return;
        }
        to = text.length;
      }
      this.line++;
      let line = text.slice(at, to);
      at = to + 1;
      if (eol === '\r\n') {
        if (line.endsWith('\r')) line = line.slice(0, -1);
        else if (to < text.length) throw this.strayNewline();
      }
      if (line === '\\.') this.ended = true;
      else this.textLine(line);
    }
  }

  private textLine(line: string): void {
    const {delimiter, nullText} = this.format;
    if (line.includes('\0')) throw this.nul();
    if (this.eol !== '\r' && line.includes('\r')) throw this.strayReturn();
    if (this.eol === '\r' && line.includes('\n')) throw this.strayNewline();
    let fields: (string | null)[];
    if (!line.includes('\\')) {
      fields = line.split(delimiter);
      if (fields.includes(nullText)) fields = fields.map(field => (field === nullText ? null : field));
    } else {
      fields = splitEscaped(line, delimiter).map(field => {
        if (field === nullText) return null;
        try {
          return field.includes('\\') ? unescape(field) : field;
        } catch (error) {
          throw error instanceof SqlError ? this.taker.failed(error, this.line, line) : error;
        }
      });
    }
    this.taker.take(fields, this.line, line);
  }

  // CSV

  private csvLines(text: string, final: boolean): void {
    const {quote} = this.format;
    const eol = this.eol ?? '\n';
    let at = 0;
    let nextQuote = text.indexOf(quote);
    while (at < text.length && !this.ended) {
      const start = at;
      if (nextQuote >= 0 && nextQuote < at) nextQuote = text.indexOf(quote, at);
      let to = text.indexOf(eol, at);
      if (to < 0) to = text.length;
      const quoted = nextQuote >= 0 && nextQuote < to;
      if (quoted) {
        const end = this.endOfRecord(text, at, eol);
        if (end === null) {
          if (!final) {
            this.rest = text.slice(at);
            return;
          }
          this.countLines(text.slice(at));
          throw this.taker.failed(new SqlError('22P04', 'unterminated CSV quoted field'), this.line, text.slice(start));
        }
        to = end;
      }
      if (to === text.length && !final) {
        this.rest = text.slice(at);
        return;
      }
      const line = text.slice(at, to);
      this.countLines(line);
      at = to + eol.length;
      if (line === '\\.') this.ended = true;
      else this.csvLine(line, quoted);
    }
  }

  /** As Postgres counts: line ends within quotes too, but not before it has seen how lines end. */
  private countLines(record: string): void {
    this.line += this.line === 0 ? 1 : record.split(this.eol ?? '\n').length;
  }

  private csvLine(line: string, quoted: boolean): void {
    const {delimiter, nullText} = this.format;
    if (line.includes('\0')) throw this.nul();
    if (quoted) {
      this.taker.take(this.csvFields(line), this.line, line);
      return;
    }
    if (line.includes('\r')) throw this.strayReturn();
    if (line.includes('\n')) throw this.strayNewline();
    const fields: (string | null)[] = line.split(delimiter);
    this.taker.take(
      fields.includes(nullText) ? fields.map(field => (field === nullText ? null : field)) : fields,
      this.line,
      line,
    );
  }

  /** The end of line outside of quotes; null: a quoted field goes on beyond the text. */
  private endOfRecord(text: string, from: number, eol: string): number | null {
    const {quote, escape} = this.format;
    let inside = false;
    for (let i = from; i < text.length; i++) {
      const c = text[i];
      if (inside && c === escape && escape !== quote && (text[i + 1] === quote || text[i + 1] === escape)) i++;
      else if (c === quote) inside = !inside;
      else if (!inside && c === eol[0] && text.startsWith(eol, i)) return i;
      else if (!inside && (c === '\r' || c === '\n')) {
        this.line++;
        throw c === '\r' ? this.strayReturn() : this.strayNewline();
      }
    }
    return inside ? null : text.length;
  }

  /** A quoted text is never NULL; quotes may begin and end within a field. */
  private csvFields(line: string): Fields {
    const {delimiter, quote, escape, nullText} = this.format;
    const fields: (string | null)[] = [];
    let value = '';
    let inside = false;
    let sawQuote = false;
    const finish = (): void => {
      fields.push(!sawQuote && value === nullText ? null : value);
      value = '';
      sawQuote = false;
    };
    for (let i = 0; i < line.length; i++) {
      const c = line[i];
      if (!inside) {
        if (c === delimiter) finish();
        else if (c === quote) inside = sawQuote = true;
        else value += c;
      } else if (c === escape && (line[i + 1] === quote || line[i + 1] === escape)) {
        value += line[++i];
      } else if (c === quote) {
        inside = false;
      } else {
        value += c;
      }
    }
    finish();
    return fields;
  }

  // Errors

  private nul(): SqlError {
    return this.taker.failed(new SqlError('22021', 'invalid byte sequence for encoding "UTF8": 0x00'), this.line, null);
  }

  private strayReturn(): SqlError {
    return this.stray('carriage return', '\\r');
  }

  private strayNewline(): SqlError {
    return this.stray('newline', '\\n');
  }

  private stray(what: string, sequence: string): SqlError {
    const csv = this.format.format === 'csv';
    const error = new SqlError('22P04', `${csv ? 'unquoted' : 'literal'} ${what} found in data`, {
      hint: csv ? `Use quoted CSV field to represent ${what}.` : `Use "${sequence}" to represent ${what}.`,
    });
    return this.taker.failed(error, this.line, null);
  }
}

/** How the first line ends; null where that is not to be seen yet. */
function eolOf(bytes: Buffer, final: boolean): '\n' | '\r' | '\r\n' | null {
  const lf = bytes.indexOf(LF);
  const cr = bytes.indexOf(CR);
  if (cr < 0 || (lf >= 0 && lf < cr)) return lf < 0 ? null : '\n';
  if (cr + 1 === bytes.length && !final) return null;
  return bytes[cr + 1] === LF ? '\r\n' : '\r';
}

function nextEnd(text: string, end: number, from: number): number {
  return text.indexOf(String.fromCharCode(end), from);
}

/** An odd number of backslashes stands before this place. */
function isEscaped(text: string, from: number, place: number): boolean {
  let count = 0;
  for (let i = place - 1; i >= from && text[i] === '\\'; i--) count++;
  return count % 2 === 1;
}

function splitEscaped(line: string, delimiter: string): string[] {
  const fields: string[] = [];
  let start = 0;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '\\') i++;
    else if (line[i] === delimiter) {
      fields.push(line.slice(start, i));
      start = i + 1;
    }
  }
  fields.push(line.slice(start));
  return fields;
}

const LETTERS: Readonly<Record<string, string>> = {b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v'};

/** `\b \f \n \r \t \v`, bytes by octal or hexadecimal digits; any other character stands for itself. Errors: 22021. */
function unescape(field: string): string {
  let bytes = false;
  const text = field.replace(/\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|([^]))/gu, (_all, octal, hex, letter) => {
    if (letter !== undefined) return LETTERS[letter as string] ?? (letter as string);
    const code = octal === undefined ? parseInt(hex as string, 16) : parseInt(octal as string, 8) & 0xff;
    if (code === 0 || code > 127) bytes = true;
    return String.fromCharCode(code);
  });
  if (!bytes) return text;
  // A byte by its number may be part of a character.
  const parts: Buffer[] = [];
  for (const [piece] of field.matchAll(/\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2})|\\?[^]/gu)) {
    const number = /^\\(?:([0-7]+)|x([0-9A-Fa-f]+))$/.exec(piece);
    if (number) parts.push(Buffer.from([number[1] ? parseInt(number[1], 8) & 0xff : parseInt(number[2], 16)]));
    else
      parts.push(
        Buffer.from(piece.length > 1 && piece[0] === '\\' ? (LETTERS[piece.slice(1)] ?? piece.slice(1)) : piece),
      );
  }
  return decodeUtf8(Buffer.concat(parts));
}
