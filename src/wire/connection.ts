import {codecOf} from '../expr/text/client-codec.ts';
import type {Session} from '../session/api.ts';
import {SqlError} from '../types/sql-error.ts';
import {Channel} from './channel.ts';
import type {BackendWriter} from './codec/backend-writer.ts';
import type {Frame} from './codec/frame-reader.ts';
import {Conversation} from './conversation.ts';
import type {Entrance} from './entrance.ts';
import {shakeHands} from './handshake.ts';
import {DEFAULT_LIMITS} from './limits.ts';
import {reportOfNotice, toSqlError} from './report.ts';
import type {Transport} from './transport.ts';

export type ConnectionLog = {
  warn(message: string): void;
  info(message: string): void;
  debug(message: string): void;
};

/** One client, from its first packet to its last (manual 55.2): reads its messages in order, one after the other. */
export class Connection {
  private readonly channel: Channel;
  private readonly entrance: () => Entrance;
  private readonly log: ConnectionLog;
  private readonly started: () => void;
  private session: Session | null = null;
  private conversation: Conversation | null = null;
  private reading = false;

  /** `entrance`: as it is when the client comes; `started`: it has a session. */
  constructor(
    transport: Transport,
    entrance: () => Entrance,
    log: ConnectionLog,
    limits = DEFAULT_LIMITS,
    started = (): void => {},
  ) {
    this.channel = new Channel(transport, limits);
    this.entrance = entrance;
    this.log = log;
    this.started = started;
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
    if (this.answerAtOnce()) return;
    this.reading = true;
    void this.readMessages().finally(() => (this.reading = false));
  }

  /** Lookups, which come again and again, cost no promise. False: there is more to read, or to write. */
  private answerAtOnce(): boolean {
    const {channel, conversation} = this;
    if (!conversation || channel.transport.unsentBytes > 0 || !conversation.answerAtOnce()) return false;
    if (channel.frames.bufferedBytes > 0) return false;
    channel.flush();
    return true;
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
        if (this.conversation?.answerAtOnce()) {
          await channel.relieve();
          continue;
        }
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
    const session = await shakeHands(channel, this.entrance(), frame);
    if (session === null) {
      channel.end();
      return;
    }
    if (channel.closed) {
      await session.close();
      return;
    }
    this.started();
    this.session = session;
    this.conversation = new Conversation(channel, session, error => this.logInternal(error));
    this.listenTo(session, this.conversation);
    this.conversation.statuses.report(channel.writer);
    channel.writer.backendKeyData(session.processId, session.secretKey);
    this.conversation.readyForQuery();
  }

  private listenTo(session: Session, conversation: Conversation): void {
    session.listen({
      parameterStatus: (name, value) => {
        if (name === 'client_encoding') this.channel.codec = codecOf(value);
        conversation.statuses.set(name, value);
      },
      notification: ({processId, channel, payload}) =>
        this.orHangUp(() => this.unasked(writer => writer.notificationResponse(processId, channel, payload))),
      notice: notice => this.unasked(writer => writer.noticeResponse(reportOfNotice(notice))),
      terminate: error => this.terminate(error),
    });
  }

  private unasked(write: (writer: BackendWriter) => void): void {
    if (this.channel.closed || this.channel.writeUnasked(write)) return;
    this.log.info(`${this.channel.transport.remoteAddress}: hung up on: it does not read its messages`);
    this.channel.transport.destroy();
  }

  /** What comes from others and is in no encoding of this client's ends the connection, as it does in Postgres. */
  private orHangUp(tell: () => void): void {
    try {
      tell();
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      this.terminate(error);
    }
  }

  private hangUp(error: SqlError): void {
    this.log.debug(`${this.channel.transport.remoteAddress}: ${error.code} ${error.message}`);
    this.channel.tell(error);
    this.channel.end();
    void this.disconnected();
  }

  private logInternal(error: unknown): void {
    this.log.warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
