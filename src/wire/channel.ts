import type {TextCodec} from '../types/io/text-codec.ts';
import {SqlError} from '../types/sql-error.ts';
import {BackendWriter} from './codec/backend-writer.ts';
import {type Frame, FrameReader} from './codec/frame-reader.ts';
import type {ConnectionLimits} from './limits.ts';
import {reportOf} from './report.ts';
import type {Transport} from './transport.ts';
import {turn} from './turns.ts';

/**
 * A client's two streams: messages that it sent, cut out of what has come, and messages for it, gathered before they go.
 * Output leaves in pieces of `flushBytes`, the next when the client has taken the one before; and a client that does not
 * read is not read from. So neither side of a connection ever holds more than a piece and a chunk.
 */
export class Channel {
  readonly transport: Transport;
  readonly frames: FrameReader;
  readonly writer = new BackendWriter();
  private readonly limits: ConnectionLimits;
  private over = false;
  private flushScheduled = false;
  /** Since the client had last read all. */
  private unaskedBytes = 0;
  /** Called when more has come, or nothing will: an exchange waits for the client's next message. */
  private wakeReader: (() => void) | null = null;

  constructor(transport: Transport, limits: ConnectionLimits) {
    this.transport = transport;
    this.limits = limits;
    this.frames = new FrameReader(limits.maxMessageBytes);
  }

  /** Of values in portals: as much as one message may bring. */
  get maxHeldBytes(): number {
    return this.limits.maxMessageBytes;
  }

  get flushBytes(): number {
    return this.limits.flushBytes;
  }

  /** What the client's texts are converted by, to and fro; null: UTF-8. */
  get codec(): TextCodec | null {
    return this.writer.bytes.codec;
  }

  set codec(codec: TextCodec | null) {
    this.writer.bytes.codec = codec;
    this.frames.codec = codec;
  }

  /** Nothing is read or written any more. */
  get closed(): boolean {
    return this.over;
  }

  /** Bytes came while an earlier message is being answered. */
  held(): void {
    this.wakeReader?.();
    if (this.frames.bufferedBytes > this.limits.maxUnreadBytes) this.transport.pause();
  }

  /** The client's next message, which what runs asks for; `pausing`: once, when it is not there yet. Errors: 57P01 the client has gone. */
  async awaitFrame(pausing: () => Promise<void> = async () => {}): Promise<Frame> {
    for (let paused = false; ;) {
      this.checkOpen();
      const frame = this.frames.next();
      if (frame) return frame;
      if (!paused) {
        paused = true;
        await pausing();
        continue;
      }
      this.flush();
      const more = new Promise<void>(resolve => (this.wakeReader = resolve));
      this.transport.resume();
      await more;
      this.wakeReader = null;
    }
  }

  /** Errors: 57P01. */
  checkOpen(): void {
    if (this.over) throw new SqlError('57P01', 'the client has gone');
  }

  /** False: the client reads slowly. Nothing is written any more once the channel is closed. */
  flush(): boolean {
    if (this.writer.length === 0) return true;
    const {writer, transport} = this;
    if (this.over) {
      writer.clear();
      return true;
    }
    const goesOn = transport.write(writer.bytes.written());
    // What the kernel has taken already need not be kept: most answers are small, and the next can take their place.
    if (transport.unsentBytes === 0 && writer.isSmall) writer.clear();
    else writer.take();
    return goesOn;
  }

  /** Flushes, and waits until the client has taken nearly all. */
  async drain(): Promise<void> {
    if (!this.flush()) await this.transport.drained();
  }

  /** Drains when enough has gathered, and lets others have their turn. */
  async relieve(): Promise<void> {
    if (this.writer.length < this.limits.flushBytes) return;
    await this.drain();
    await turn();
  }

  /** ErrorResponse. What the client's encoding has no words for, it is told of instead. */
  tell(error: SqlError): void {
    const {writer} = this;
    writer.abandon();
    try {
      writer.errorResponse(reportOf(error));
    } catch (failure) {
      if (!(failure instanceof SqlError)) throw failure;
      writer.abandon();
      writer.errorResponse(reportOf(failure.with({severity: error.fields.severity})));
    }
  }

  /**
   * Writes what is no answer (notifications, notices): a client that does not read it is not waited for. false: too much of
   * that is kept for it already. Errors: 22P05.
   */
  writeUnasked(write: (writer: BackendWriter) => void): boolean {
    const before = this.writer.length;
    try {
      write(this.writer);
    } catch (error) {
      this.writer.bytes.length = before;
      throw error;
    }
    if (before === 0 && this.transport.unsentBytes === 0) this.unaskedBytes = 0;
    this.unaskedBytes += this.writer.length - before;
    this.scheduleFlush();
    return this.unaskedBytes <= this.limits.maxUnaskedBytes;
  }

  /** Flushes once the event loop turns; only whole messages are in the writer whenever that is. */
  scheduleFlush(): void {
    if (this.flushScheduled) return;
    this.flushScheduled = true;
    setImmediate(() => {
      this.flushScheduled = false;
      this.flush();
    });
  }

  /** Sends what has gathered, then hangs up. */
  end(): void {
    this.flush();
    this.over = true;
    this.transport.end();
    this.wakeReader?.();
  }

  /** The other side is gone. */
  lost(): void {
    this.over = true;
    this.wakeReader?.();
  }
}
