import type {LookedUp, ResultColumn, Session} from '../session/api.ts';
import type {Channel} from './channel.ts';
import {BackendWriter} from './codec/backend-writer.ts';
import type {BindMessage} from './codec/frontend-messages.ts';
import type {Format} from './codec/protocol.ts';
import {encodeRows} from './encode-rows.ts';
import {bindValues, resultFormats} from './parameters.ts';
import {describeColumns} from './results.ts';

/** What follows the Bind of a driver that wants all rows of the unnamed portal: Execute and Sync, Describe before them or not. */
const EXECUTE_SYNC = Buffer.from('E\0\0\0\x09\0\0\0\0\0S\0\0\0\x04', 'latin1');
const DESCRIBE_EXECUTE_SYNC = Buffer.concat([Buffer.from('D\0\0\0\x06P\0', 'latin1'), EXECUTE_SYNC]);

type Description = {readonly asked: readonly Format[]; readonly formats: readonly Format[]; readonly message: Buffer};

/**
 * Lookups by prepared statements, whose messages come together: answered in one go, with nothing to wait for. Whatever is not as
 * plain as that goes its ordinary way.
 */
export class QuickLookups {
  private readonly channel: Channel;
  private readonly session: Session;
  /** RowDescription, as it was written the last time. */
  private readonly descriptions = new WeakMap<readonly ResultColumn[], Description>();

  constructor(channel: Channel, session: Session) {
    this.channel = channel;
    this.session = session;
  }

  /** False: nothing has been done, or read but the Bind. Errors: those of Bind. */
  answer(bind: BindMessage): boolean {
    const {session} = this;
    const {frames, writer} = this.channel;
    if (bind.portal !== '') return false;
    const isDescribed = frames.isNext(DESCRIBE_EXECUTE_SYNC);
    if (!isDescribed && !frames.isNext(EXECUTE_SYNC)) return false;
    const found = session.lookUp(bind.statement, ({parameterTypes, columns}) => {
      const values = bindValues(bind, parameterTypes, session.formatting);
      this.describe(columns!, bind.resultFormats);
      return values;
    });
    if (!found) return false;
    const before = writer.length;
    writer.bindComplete();
    if (!this.writeRow(found, bind.resultFormats, isDescribed)) {
      writer.bytes.length = before;
      return false;
    }
    frames.skip(isDescribed ? DESCRIBE_EXECUTE_SYNC.length : EXECUTE_SYNC.length);
    writer.readyForQuery(session.transactionStatus);
    return true;
  }

  /** A simple query, but for ReadyForQuery. False: nothing has been done. */
  answerText(sql: string): boolean {
    const found = this.session.lookUpText(sql);
    return found !== null && this.writeRow(found, [], true);
  }

  /** False: nothing has been written, since a value cannot be; the ordinary way says so in its place. */
  private writeRow({columns, row}: LookedUp, asked: readonly Format[], isDescribed: boolean): boolean {
    const {writer, flushBytes} = this.channel;
    const {formats, message} = this.describe(columns, asked);
    const rows = row ? [row] : [];
    const before = writer.length;
    if (isDescribed) writer.bytes.bytes(message);
    const encoding = encodeRows(writer, {kind: 'rows', rows}, columns, formats, this.session.formatting, flushBytes);
    try {
      while (!encoding.next().done);
    } catch {
      writer.bytes.length = before;
      return false;
    }
    writer.commandComplete(row ? 'SELECT 1' : 'SELECT 0');
    return true;
  }

  /** Errors: 08P01. */
  private describe(columns: readonly ResultColumn[], asked: readonly Format[]): Description {
    const known = this.descriptions.get(columns);
    if (known && sameFormats(known.asked, asked)) return known;
    const formats = resultFormats(asked, columns.length);
    const writer = new BackendWriter();
    writer.rowDescription(describeColumns(columns, formats));
    const description = {asked, formats, message: writer.take()};
    this.descriptions.set(columns, description);
    return description;
  }
}

function sameFormats(a: readonly Format[], b: readonly Format[]): boolean {
  return a.length === b.length && a.every((format, i) => format === b[i]);
}
