import type {Datum} from '../../types/datum.ts';
import {readBinary} from '../../types/io/registry.ts';
import type {TextCodec} from '../../types/io/text-codec.ts';
import type {Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {applyTypmod} from '../../types/typmod.ts';
import type {RowCollector} from './row-collector.ts';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const HEADER_BYTES = SIGNATURE.length + 8;
const SHORT_BYTES = 64 * 1024;
/** Bits of the header's flags that a reader must know; this one was for OIDs, which are no more. */
const OIDS = 1 << 16;

/** Cuts the binary format of COPY into rows. */
export class BinaryRows {
  private readonly schema: Schema;
  private readonly rows: RowCollector;
  private readonly codec: TextCodec | null;
  private chunks: Buffer[] = [];
  private gathered = 0;
  private wanted = 0;
  private started = false;
  private ended = false;
  private row = 0;

  constructor(schema: Schema, rows: RowCollector, codec: TextCodec | null) {
    this.schema = schema;
    this.rows = rows;
    this.codec = codec;
  }

  /** The number of the row that would come next. */
  get next(): number {
    return this.row + 1;
  }

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    if (this.ended) throw new SqlError('22P04', 'received copy data after EOF marker');
    this.chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    this.gathered += chunk.length;
    if (this.gathered >= this.wanted) this.read();
  }

  /** Reads the rows that have come whole. One that is long is left to `push`. */
  pause(): void {
    if (!this.ended && this.gathered > 0 && this.gathered < SHORT_BYTES) this.read();
  }

  end(): void {
    this.read();
    if (!this.started) throw new SqlError('22P04', 'COPY file signature not recognized');
    if (!this.ended && this.gathered > 0) throw unexpectedEnd(this.rows, this.row);
  }

  private read(): void {
    const bytes = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks, this.gathered);
    let at = this.started ? 0 : this.readHeader(bytes);
    while (this.started && !this.ended) {
      const next = this.readRow(bytes, at);
      if (next === null) break;
      at = next;
    }
    if (this.ended && at < bytes.length) throw new SqlError('22P04', 'received copy data after EOF marker');
    this.gathered = bytes.length - at;
    this.chunks = this.gathered === 0 ? [] : [Buffer.from(bytes.subarray(at))];
    this.wanted = 2 * this.gathered;
  }

  private readHeader(bytes: Buffer): number {
    const seen = Math.min(bytes.length, SIGNATURE.length);
    if (!bytes.subarray(0, seen).equals(SIGNATURE.subarray(0, seen))) {
      throw new SqlError('22P04', 'COPY file signature not recognized');
    }
    if (bytes.length < HEADER_BYTES) return 0;
    const flags = bytes.readInt32BE(SIGNATURE.length);
    if (flags & OIDS) throw new SqlError('22P04', 'invalid COPY file header (WITH OIDS)');
    if ((flags & ~OIDS) >>> 16) throw new SqlError('22P04', 'unrecognized critical flags in COPY file header');
    const extension = bytes.readInt32BE(SIGNATURE.length + 4);
    if (extension < 0) throw new SqlError('22P04', 'invalid COPY file header (missing length)');
    if (bytes.length < HEADER_BYTES + extension) return 0;
    this.started = true;
    return HEADER_BYTES + extension;
  }

  /** Where the next row begins; null: this one is not whole yet. */
  private readRow(bytes: Buffer, from: number): number | null {
    if (bytes.length < from + 2) return null;
    const count = bytes.readInt16BE(from);
    let at = from + 2;
    if (count === -1) {
      this.ended = true;
      return at;
    }
    const {schema} = this;
    if (count !== schema.length) {
      const message = `row field count is ${count}, expected ${schema.length}`;
      throw this.rows.failed(new SqlError('22P04', message), this.row + 1, null);
    }
    const values: Datum[] = [];
    for (const {name, type} of schema) {
      if (bytes.length < at + 4) return null;
      const length = bytes.readInt32BE(at);
      at += 4;
      if (length < -1) throw this.rows.failed(new SqlError('22P04', 'invalid field size'), this.row + 1, null);
      if (length < 0) {
        values.push(null);
        continue;
      }
      if (bytes.length < at + length) return null;
      try {
        values.push(applyTypmod(type, readBinary(type, bytes.subarray(at, at + length), this.codec), 'implicit'));
      } catch (error) {
        if (!(error instanceof SqlError)) throw error;
        throw error.with({where: `${this.rows.failed(error, this.row + 1, null).fields.where!}, column ${name}`});
      }
      at += length;
    }
    this.row++;
    this.rows.takeValues(values, this.row);
    return at;
  }
}

function unexpectedEnd(rows: RowCollector, row: number): SqlError {
  return rows.failed(new SqlError('22P04', 'unexpected EOF in COPY data'), row + 1, null);
}
