import type {CopyIn, CopyOut, Database, Execution, ResultColumn, Session} from '../session/api.ts';
import {lengthOf, oidOf} from '../types/catalog-oids.ts';
import {SqlError} from '../types/sql-error.ts';
import {baseOf} from '../types/sql-type.ts';
import {typmodOf} from '../types/typmod.ts';
import {BackendWriter, type RowDescriptionColumn} from './codec/backend-writer.ts';
import {decodeMessage, decodeStartup} from './codec/decode.ts';
import {type Frame, FrameReader} from './codec/frame-reader.ts';
import type {BindMessage, FrontendMessage, Target} from './codec/frontend-messages.ts';
import type {Format} from './codec/protocol.ts';
import {CopyWriter} from './copy-writer.ts';
import {encodeRows} from './encode-rows.ts';
import {bindValues, declaredTypes, resultFormats} from './parameters.ts';
import {isFatal, reportOf, reportOfNotice, toSqlError} from './report.ts';
import {type Startup, connectOptions, protocolOptions} from './startup.ts';
import type {Transport} from './transport.ts';

export type ConnectionLimits = {
  /** Longest message a client may send. */
  readonly maxMessageBytes: number;
  /** Bytes gathered before they are handed to the socket. */
  readonly flushBytes: number;
  /** Unread input beyond which the client is not read any further. */
  readonly maxUnreadBytes: number;
};

export const DEFAULT_LIMITS: ConnectionLimits = {
  maxMessageBytes: 256 * 1024 * 1024,
  flushBytes: 64 * 1024,
  maxUnreadBytes: 1024 * 1024,
};

export type ConnectionLog = {warn(message: string): void; debug(message: string): void};

const SYNC = 'S'.charCodeAt(0);
const QUERY = 'Q'.charCodeAt(0);
const FUNCTION_CALL = 'F'.charCodeAt(0);
const TERMINATE = 'X'.charCodeAt(0);

/**
 * One client, from its first packet to its last (manual 55.2): reads messages in order, runs them on its session and
 * writes the answers. Output leaves in pieces of `flushBytes`; the next piece of a result is made only when the client
 * has taken the one before, so a slow reader costs one chunk and one piece, whatever the size of the result.
 */
export class Connection {
  private readonly transport: Transport;
  private readonly database: Database;
  private readonly log: ConnectionLog;
  private readonly limits: ConnectionLimits;
  private readonly frames: FrameReader;
  private readonly writer = new BackendWriter();
  private session: Session | undefined;
  /** Result formats as Bind gave them, by portal. */
  private readonly portalFormats = new Map<string, readonly Format[]>();
  private started = false;
  /** After an error in the extended protocol everything up to Sync is ignored. */
  private skipping = false;
  private running = false;
  private closing = false;
  private flushScheduled = false;
  /** Called when more has come, or nothing will: a COPY waits for its data. */
  private wakeReader = (): void => {};

  constructor(transport: Transport, database: Database, log: ConnectionLog, limits = DEFAULT_LIMITS) {
    this.transport = transport;
    this.database = database;
    this.log = log;
    this.limits = limits;
    this.frames = new FrameReader(limits.maxMessageBytes);
  }

  /** A session was established. */
  get isStarted(): boolean {
    return this.started;
  }

  /** Bytes came from the client. */
  received(chunk: Buffer): void {
    if (this.closing) return;
    this.frames.push(chunk);
    if (this.running) {
      this.wakeReader();
      if (this.frames.bufferedBytes > this.limits.maxUnreadBytes) this.transport.pause();
      return;
    }
    this.running = true;
    void this.readMessages().finally(() => (this.running = false));
  }

  /** The client is gone: what it runs is cancelled. */
  async disconnected(): Promise<void> {
    this.closing = true;
    this.wakeReader();
    const session = this.session;
    this.session = undefined;
    try {
      await session?.close();
    } catch (error) {
      this.log.warn(`closing a session failed: ${toSqlError(error).message}`);
    }
  }

  /** Tells the client why, and hangs up: 57P01 at shutdown. */
  terminate(error: SqlError): void {
    if (this.closing) return;
    this.hangUp(error.with({severity: 'FATAL'}));
  }

  private async readMessages(): Promise<void> {
    try {
      while (!this.closing) {
        const frame = this.frames.next();
        if (frame === null) break;
        if (this.started) await this.handleFrame(frame);
        else await this.start(frame);
      }
      this.flush();
      this.transport.resume();
    } catch (error) {
      this.fatal(error);
    }
  }

  private fatal(error: unknown): void {
    const known = toSqlError(error);
    if (!(error instanceof SqlError)) this.logInternal(error);
    this.hangUp(known.with({severity: 'FATAL'}));
  }

  private hangUp(error: SqlError): void {
    this.log.debug(`${this.transport.remoteAddress}: ${error.code} ${error.message}`);
    this.writer.errorResponse(reportOf(error));
    this.finish();
  }

  private finish(): void {
    this.flush();
    this.closing = true;
    this.transport.end();
    void this.disconnected();
  }

  private logInternal(error: unknown): void {
    this.log.warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  // Start

  private async start(frame: Frame): Promise<void> {
    const packet = decodeStartup(frame);
    switch (packet.type) {
      case 'ssl-request':
      case 'gssenc-request':
        // No encryption here: the client goes on in the clear, or leaves.
        this.transport.write(Buffer.from('N'));
        return;
      case 'cancel-request':
        this.database.cancel(packet.processId, packet.secretKey);
        this.closing = true;
        this.transport.end();
        return;
      case 'startup':
        return this.connect(packet);
    }
  }

  private async connect(startup: Startup): Promise<void> {
    const options = connectOptions(startup, this.transport.remoteAddress);
    const session = await this.database.connect(options);
    if (this.closing) {
      await session.close();
      return;
    }
    this.session = session;
    this.frames.endStartup();
    this.started = true;
    const unknownOptions = protocolOptions(startup);
    if (startup.minor > 0 || unknownOptions.length > 0) this.writer.negotiateProtocolVersion(0, unknownOptions);
    this.writer.authenticationOk();
    session.listen({
      parameterStatus: (name, value) => {
        this.writer.parameterStatus(name, value);
        this.scheduleFlush();
      },
      notification: ({processId, channel, payload}) => {
        this.writer.notificationResponse(processId, channel, payload);
        this.scheduleFlush();
      },
      notice: notice => {
        this.writer.noticeResponse(reportOfNotice(notice));
        this.scheduleFlush();
      },
      terminate: error => this.terminate(error),
    });
    this.writer.backendKeyData(session.processId, session.secretKey);
    this.readyForQuery(session);
  }

  // Messages

  private async handleFrame(frame: Frame): Promise<void> {
    if (this.skipping && frame.code !== SYNC && frame.code !== TERMINATE) return;
    const session = this.session!;
    try {
      await this.dispatch(decodeMessage(frame), session);
    } catch (error) {
      if (this.closing) return;
      await this.failed(error, frame.code, session);
    }
  }

  private async failed(error: unknown, code: number, session: Session): Promise<void> {
    const known = toSqlError(error);
    if (!(error instanceof SqlError)) this.logInternal(error);
    if (isFatal(known)) throw known;
    this.writer.errorResponse(reportOf(known));
    if (code === SYNC) {
      this.readyForQuery(session);
      return;
    }
    session.fail(known);
    if (code === QUERY || code === FUNCTION_CALL) this.readyForQuery(session);
    else this.skipping = true;
  }

  private async dispatch(message: FrontendMessage, session: Session): Promise<void> {
    switch (message.type) {
      case 'query':
        return this.simpleQuery(message.sql, session);
      case 'parse':
        await session.parse(message.name, message.sql, declaredTypes(message.parameterTypes));
        this.writer.parseComplete();
        return;
      case 'bind':
        return this.bind(message, session);
      case 'describe':
        return this.describe(message.target, message.name, session);
      case 'execute':
        return this.execute(message.portal, message.maxRows, session);
      case 'close':
        return this.close(message.target, message.name, session);
      case 'flush':
        this.flush();
        return;
      case 'sync':
        return this.sync(session);
      case 'terminate':
        return this.finish();
      case 'copy-data':
      case 'copy-done':
      case 'copy-fail':
        // Left over from a COPY that was refused: ignored, as Postgres does.
        return;
      case 'function-call':
        throw new SqlError('0A000', 'fastpath function calls are not supported');
      case 'password':
        throw new SqlError('08P01', 'unexpected password message', {severity: 'FATAL'});
    }
  }

  private async simpleQuery(sql: string, session: Session): Promise<void> {
    this.portalFormats.delete('');
    for await (const execution of session.simpleQuery(sql)) {
      if (execution.copy) {
        await this.copy(execution, execution.copy);
        continue;
      }
      const formats = textFormats(execution.columns, execution.binary);
      if (execution.columns) this.writer.rowDescription(describeColumns(execution.columns, formats));
      await this.sendRows(execution, formats, 0);
      this.complete(execution);
      await this.relieve();
    }
    this.readyForQuery(session);
  }

  private async sync(session: Session): Promise<void> {
    this.skipping = false;
    await session.sync();
    if (session.transactionStatus === 'I') this.portalFormats.clear();
    this.readyForQuery(session);
  }

  private async bind(message: BindMessage, session: Session): Promise<void> {
    const {parameterTypes, columns} = await session.describeStatement(message.statement);
    const values = bindValues(message, parameterTypes, session.formatting);
    if (columns) resultFormats(message.resultFormats, columns.length);
    await session.bind(message.portal, message.statement, values);
    this.portalFormats.set(message.portal, message.resultFormats);
    this.writer.bindComplete();
  }

  private async describe(target: Target, name: string, session: Session): Promise<void> {
    if (target === 'statement') {
      const {parameterTypes, columns} = await session.describeStatement(name);
      this.writer.parameterDescription(parameterTypes.map(oidOf));
      this.rowDescription(columns, textFormats(columns));
    } else {
      const {columns} = await session.describePortal(name);
      this.rowDescription(columns, this.formatsOf(name, columns));
    }
  }

  private rowDescription(columns: readonly ResultColumn[] | null, formats: readonly Format[]): void {
    if (columns) this.writer.rowDescription(describeColumns(columns, formats));
    else this.writer.noData();
  }

  private formatsOf(portal: string, columns: readonly ResultColumn[] | null): readonly Format[] {
    return resultFormats(this.portalFormats.get(portal) ?? [], columns?.length ?? 0);
  }

  private async execute(portal: string, maxRows: number, session: Session): Promise<void> {
    // Most drivers send Sync right behind: then this statement is the whole of its transaction.
    const alone = this.frames.nextCode() === SYNC;
    const execution = await session.execute(portal, alone);
    if (execution.copy) return this.copy(execution, execution.copy);
    const formats = execution.columns ? this.formatsOf(portal, execution.columns) : [];
    const finished = await this.sendRows(execution, formats, maxRows);
    if (finished) this.complete(execution);
    else this.writer.portalSuspended();
  }

  private close(target: Target, name: string, session: Session): void {
    if (target === 'statement') {
      session.closeStatement(name);
    } else {
      session.closePortal(name);
      this.portalFormats.delete(name);
    }
    this.writer.closeComplete();
  }

  // COPY

  private async copy(execution: Execution, copy: CopyIn | CopyOut): Promise<void> {
    if (copy.direction === 'in') await this.receiveCopy(copy);
    else await this.sendCopy(execution, copy);
    // Says that it has been read to its end.
    await execution.next(0);
    this.complete(execution);
    await this.relieve();
  }

  private async receiveCopy(copy: CopyIn): Promise<void> {
    this.writer.copyResponse('in', copy.binary ? 'binary' : 'text', copy.width);
    for (;;) {
      const message = decodeMessage(await this.awaitFrame());
      switch (message.type) {
        case 'copy-data':
          await copy.write(message.data);
          break;
        case 'copy-done':
          return copy.end();
        case 'copy-fail':
          return copy.fail(message.message);
        case 'flush':
        case 'sync':
          // Sent along with Execute, before the client knew that data are asked for.
          break;
        case 'terminate':
          this.finish();
          throw new SqlError('57P01', 'the client has gone');
        default:
          throw new SqlError('08P01', `unexpected message type "${message.type}" during COPY from stdin`);
      }
    }
  }

  /** The client's next message, which the statement that runs asks for. */
  private async awaitFrame(): Promise<Frame> {
    for (;;) {
      if (this.closing) throw new SqlError('57P01', 'the client has gone');
      const frame = this.frames.next();
      if (frame) return frame;
      this.flush();
      const more = new Promise<void>(resolve => (this.wakeReader = resolve));
      this.transport.resume();
      await more;
    }
  }

  private async sendCopy(execution: Execution, copy: CopyOut): Promise<void> {
    const out = new CopyWriter(this.writer, copy, this.formatting());
    this.writer.copyResponse('out', copy.format.format === 'binary' ? 'binary' : 'text', copy.columns.length);
    out.begin();
    for (let chunk = await execution.next(0); chunk !== null; chunk = await execution.next(0)) {
      try {
        for (const _piece of out.rows(chunk, this.limits.flushBytes)) {
          await this.relieve();
          if (this.closing) throw new SqlError('57P01', 'the client has gone');
        }
      } finally {
        if (chunk.kind === 'batch') chunk.release();
      }
      this.scheduleFlush();
      await this.relieve();
    }
    out.end();
    this.writer.copyDone();
  }

  // Results

  /** Sends rows up to `maxRows` (0 = all). False: the limit was reached, and the portal stays open. */
  private async sendRows(execution: Execution, formats: readonly Format[], maxRows: number): Promise<boolean> {
    const columns = execution.columns ?? [];
    let left = maxRows;
    for (;;) {
      const chunk = await execution.next(left);
      if (chunk === null) return true;
      try {
        const rows = encodeRows(this.writer, chunk, columns, formats, this.formatting(), this.limits.flushBytes);
        let step = rows.next();
        while (!step.done) {
          await this.relieve();
          if (this.closing) throw new SqlError('57P01', 'the client has gone');
          step = rows.next();
        }
        left -= step.value;
      } finally {
        if (chunk.kind === 'batch') chunk.release();
      }
      if (maxRows > 0 && left <= 0) return false;
      // What has come is not held back while the next chunk is being made.
      this.scheduleFlush();
      await this.relieve();
    }
  }

  private formatting(): Session['formatting'] {
    if (!this.session) throw new SqlError('57P01', 'the client has gone');
    return this.session.formatting;
  }

  private complete(execution: Execution): void {
    if (execution.tag === '') this.writer.emptyQueryResponse();
    else this.writer.commandComplete(execution.tag);
  }

  private readyForQuery(session: Session): void {
    this.writer.readyForQuery(session.transactionStatus);
  }

  // Output

  /** False: the client reads slowly. Nothing is written any more once the connection is closing. */
  private flush(): boolean {
    if (this.writer.length === 0) return true;
    const bytes = this.writer.take();
    return this.closing || this.transport.write(bytes);
  }

  /** Flushes when enough has gathered, and waits until the client has taken it. */
  private async relieve(): Promise<void> {
    if (this.writer.length < this.limits.flushBytes) return;
    if (!this.flush()) await this.transport.drained();
  }

  /** Flushes once the event loop turns; only whole messages are in the writer whenever that is. */
  private scheduleFlush(): void {
    if (this.flushScheduled) return;
    this.flushScheduled = true;
    setImmediate(() => {
      this.flushScheduled = false;
      this.flush();
    });
  }
}

function textFormats(columns: readonly ResultColumn[] | null, binary = false): Format[] {
  return (columns ?? []).map(() => (binary ? 'binary' : 'text'));
}

function describeColumns(columns: readonly ResultColumn[], formats: readonly Format[]): RowDescriptionColumn[] {
  return columns.map(({name, type, tableOid, attributeNumber}, i) => ({
    name,
    tableOid,
    attributeNumber,
    // A domain is told as what it is over.
    typeOid: oidOf(baseOf(type)),
    typeLength: lengthOf(type),
    typmod: typmodOf(baseOf(type)),
    format: formats[i],
  }));
}
