import type {Database, Session} from '../session/api.ts';
import {SqlError} from '../types/sql-error.ts';
import {Channel} from './channel.ts';
import type {Frame} from './codec/frame-reader.ts';
import {Conversation} from './conversation.ts';
import {shakeHands} from './handshake.ts';
import {DEFAULT_LIMITS} from './limits.ts';
import {reportOf, reportOfNotice, toSqlError} from './report.ts';
import type {Transport} from './transport.ts';

export type ConnectionLog = {warn(message: string): void; debug(message: string): void};

/** One client, from its first packet to its last (manual 55.2): reads its messages in order, one after the other. */
export class Connection {
  private readonly channel: Channel;
  private readonly database: Database;
  private readonly log: ConnectionLog;
  private session: Session | null = null;
  private conversation: Conversation | null = null;
  private reading = false;

  constructor(transport: Transport, database: Database, log: ConnectionLog, limits = DEFAULT_LIMITS) {
    this.channel = new Channel(transport, limits);
    this.database = database;
    this.log = log;
  }

  /** A session was established. */
  get isStarted(): boolean {
    return this.conversation !== null;
  }

  /** Bytes came from the client. */
  received(chunk: Buffer): void {
    const {channel} = this;
    if (channel.closed) return;
    channel.frames.push(chunk);
    if (this.reading) {
      channel.held();
      return;
    }
    this.reading = true;
    void this.readMessages().finally(() => (this.reading = false));
  }

  /** The client is gone: what it runs is cancelled. */
  async disconnected(): Promise<void> {
    this.channel.lost();
    const {session} = this;
    this.session = null;
    try {
      await session?.close();
    } catch (error) {
      this.log.warn(`closing a session failed: ${toSqlError(error).message}`);
    }
  }

  /** Tells the client why, and hangs up: 57P01 at shutdown. */
  terminate(error: SqlError): void {
    if (!this.channel.closed) this.hangUp(error.with({severity: 'FATAL'}));
  }

  private async readMessages(): Promise<void> {
    const {channel} = this;
    try {
      while (!channel.closed) {
        const frame = channel.frames.next();
        if (frame === null) {
          if (channel.writer.length === 0) break;
          // More may come while a slow reader takes its answers.
          await channel.drain();
          continue;
        }
        if (this.conversation) await this.conversation.answer(frame);
        else await this.start(frame);
        if (channel.closed) void this.disconnected();
        // Who sends and does not read is not answered any further.
        else await channel.relieve();
      }
      channel.transport.resume();
    } catch (error) {
      if (!(error instanceof SqlError)) this.logInternal(error);
      if (!channel.closed) this.hangUp(toSqlError(error).with({severity: 'FATAL'}));
    }
  }

  private async start(frame: Frame): Promise<void> {
    const {channel} = this;
    const session = await shakeHands(channel, this.database, frame);
    if (session === undefined) return;
    if (session === null) {
      channel.end();
      return;
    }
    if (channel.closed) {
      await session.close();
      return;
    }
    this.session = session;
    this.conversation = new Conversation(channel, session, error => this.logInternal(error));
    this.listenTo(session);
    channel.writer.backendKeyData(session.processId, session.secretKey);
    this.conversation.readyForQuery();
  }

  private listenTo(session: Session): void {
    const {channel} = this;
    session.listen({
      parameterStatus: (name, value) => {
        channel.writer.parameterStatus(name, value);
        channel.scheduleFlush();
      },
      notification: ({processId, channel: name, payload}) => {
        channel.writer.notificationResponse(processId, name, payload);
        channel.scheduleFlush();
      },
      notice: notice => {
        channel.writer.noticeResponse(reportOfNotice(notice));
        channel.scheduleFlush();
      },
      terminate: error => this.terminate(error),
    });
  }

  private hangUp(error: SqlError): void {
    this.log.debug(`${this.channel.transport.remoteAddress}: ${error.code} ${error.message}`);
    this.channel.writer.errorResponse(reportOf(error));
    this.channel.end();
    void this.disconnected();
  }

  private logInternal(error: unknown): void {
    this.log.warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
