import {ByteWriter} from '../../types/io/byte-writer.ts';
import type {SqlErrorFields} from '../../types/sql-error.ts';
import {type Format, PROTOCOL_MAJOR} from './protocol.ts';

export type RowDescriptionColumn = {
  readonly name: string;
  readonly tableOid: number;
  readonly attributeNumber: number;
  readonly typeOid: number;
  /** Bytes, -1 = varies. */
  readonly typeLength: number;
  readonly typmod: number;
  readonly format: Format;
};

/** Fields of ErrorResponse and NoticeResponse. */
export type Report = Omit<SqlErrorFields, 'severity'> & {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
};

const code = (letter: string): number => letter.charCodeAt(0);

const LENGTH_BYTES = 4;
const SMALL_BYTES = 1024;
const LARGE_BYTES = 16 * 1024;

/** Appends whole backend messages to a growing buffer; `take` hands over what has gathered. */
export class BackendWriter {
  readonly bytes = new ByteWriter();
  /** Where the message begins that is being written; -1: none is. */
  private openAt = -1;

  /** Bytes gathered. */
  get length(): number {
    return this.bytes.length;
  }

  /** In the middle of a large result the next piece will be as large as this one. */
  take(): Buffer {
    return this.bytes.take(this.length > LARGE_BYTES ? this.bytes.buffer.length : SMALL_BYTES);
  }

  /** Its buffer is none that should not be kept by a client who is silent. */
  get isSmall(): boolean {
    return this.bytes.buffer.length <= SMALL_BYTES;
  }

  /** Forgets what has gathered; its bytes will be written over. */
  clear(): void {
    this.bytes.length = 0;
  }

  /** Begins a message; `end` with what this returns sets its length. */
  begin(type: number): number {
    this.openAt = this.bytes.length;
    this.bytes.int8(type);
    const start = this.bytes.length;
    this.bytes.int32(0);
    return start;
  }

  end(start: number): void {
    this.bytes.putInt32(start, this.bytes.length - start);
    this.openAt = -1;
  }

  /** Takes a message back that could not be written to its end. */
  abandon(): void {
    if (this.openAt >= 0) this.bytes.length = this.openAt;
    this.openAt = -1;
  }

  private empty(type: string): void {
    this.bytes.int8(code(type));
    this.bytes.int32(LENGTH_BYTES);
  }

  authenticationOk(): void {
    this.authentication(0);
  }

  authenticationCleartextPassword(): void {
    this.authentication(3);
  }

  authenticationSasl(mechanisms: readonly string[]): void {
    this.authentication(10, () => {
      for (const mechanism of mechanisms) this.bytes.cstring(mechanism);
      this.bytes.int8(0);
    });
  }

  authenticationSaslContinue(data: string): void {
    this.authentication(11, () => this.bytes.utf8(data));
  }

  authenticationSaslFinal(data: string): void {
    this.authentication(12, () => this.bytes.utf8(data));
  }

  private authentication(kind: number, body = (): void => {}): void {
    const start = this.begin(code('R'));
    this.bytes.int32(kind);
    body();
    this.end(start);
  }

  /** The client asked for a newer minor version or options that are not known here. */
  negotiateProtocolVersion(minor: number, unknownOptions: readonly string[]): void {
    const start = this.begin(code('v'));
    // The manual says the minor version; servers before 18 and all clients mean both numbers.
    this.bytes.int32((PROTOCOL_MAJOR << 16) | minor);
    this.bytes.int32(unknownOptions.length);
    for (const option of unknownOptions) this.bytes.cstring(option);
    this.end(start);
  }

  parameterStatus(name: string, value: string): void {
    const start = this.begin(code('S'));
    this.bytes.cstring(name);
    this.bytes.cstring(value);
    this.end(start);
  }

  backendKeyData(processId: number, secretKey: Uint8Array): void {
    const start = this.begin(code('K'));
    this.bytes.int32(processId);
    this.bytes.bytes(secretKey);
    this.end(start);
  }

  readyForQuery(status: 'I' | 'T' | 'E'): void {
    const start = this.begin(code('Z'));
    this.bytes.int8(code(status));
    this.end(start);
  }

  parseComplete(): void {
    this.empty('1');
  }

  bindComplete(): void {
    this.empty('2');
  }

  closeComplete(): void {
    this.empty('3');
  }

  noData(): void {
    this.empty('n');
  }

  portalSuspended(): void {
    this.empty('s');
  }

  emptyQueryResponse(): void {
    this.empty('I');
  }

  commandComplete(tag: string): void {
    const start = this.begin(code('C'));
    this.bytes.cstring(tag);
    this.end(start);
  }

  /** null: NULL. */
  functionCallResponse(value: Uint8Array | null): void {
    const start = this.begin(code('V'));
    this.bytes.int32(value ? value.length : -1);
    if (value) this.bytes.bytes(value);
    this.end(start);
  }

  /** CopyInResponse or CopyOutResponse: all columns are in the same format. */
  copyResponse(direction: 'in' | 'out', format: Format, width: number): void {
    const start = this.begin(code(direction === 'in' ? 'G' : 'H'));
    const number = format === 'binary' ? 1 : 0;
    this.bytes.int8(number);
    this.bytes.int16(width);
    for (let i = 0; i < width; i++) this.bytes.int16(number);
    this.end(start);
  }

  copyDone(): void {
    this.empty('c');
  }

  parameterDescription(typeOids: readonly number[]): void {
    const start = this.begin(code('t'));
    this.bytes.int16(typeOids.length);
    for (const oid of typeOids) this.bytes.int32(oid);
    this.end(start);
  }

  rowDescription(columns: readonly RowDescriptionColumn[]): void {
    const start = this.begin(code('T'));
    this.bytes.int16(columns.length);
    for (const column of columns) {
      this.bytes.cstring(column.name);
      this.bytes.int32(column.tableOid);
      this.bytes.int16(column.attributeNumber);
      this.bytes.int32(column.typeOid);
      this.bytes.int16(column.typeLength);
      this.bytes.int32(column.typmod);
      this.bytes.int16(column.format === 'binary' ? 1 : 0);
    }
    this.end(start);
  }

  errorResponse(report: Report): void {
    this.report('E', report);
  }

  notificationResponse(processId: number, channel: string, payload: string): void {
    const start = this.begin(code('A'));
    this.bytes.int32(processId);
    this.bytes.cstring(channel);
    this.bytes.cstring(payload);
    this.end(start);
  }

  noticeResponse(report: Report): void {
    this.report('N', report);
  }

  private report(type: 'E' | 'N', report: Report): void {
    const start = this.begin(code(type));
    const field = (letter: string, value: string | number | undefined): void => {
      if (value === undefined) return;
      this.bytes.int8(code(letter));
      this.bytes.cstring(String(value));
    };
    field('S', report.severity);
    field('V', report.severity);
    field('C', report.code);
    field('M', report.message);
    field('D', report.detail);
    field('H', report.hint);
    field('P', report.position);
    field('W', report.where);
    field('s', report.schema);
    field('t', report.table);
    field('c', report.column);
    field('d', report.datatype);
    field('n', report.constraint);
    field('R', report.routine);
    this.bytes.int8(0);
    this.end(start);
  }
}
