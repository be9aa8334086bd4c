import type {LookedUp, ResultColumn, Session} from '../session/api.ts';
import type {Channel} from './channel.ts';
import {BackendWriter} from './codec/backend-writer.ts';
import {bindMessage} from './codec/decode.ts';
import type {Format} from './codec/protocol.ts';
import {encodeRow} from './encode-rows.ts';
import {bindValues, resultFormats} from './parameters.ts';
import {describeColumns} from './results.ts';

const BIND = 'B'.charCodeAt(0);
const QUERY = 'Q'.charCodeAt(0);

/** What follows the Bind of a driver that wants all rows of the unnamed portal: Execute and Sync, Describe before them or not. */
const EXECUTE_SYNC = Buffer.from('E\0\0\0\x09\0\0\0\0\0S\0\0\0\x04', 'latin1');
const DESCRIBE_EXECUTE_SYNC = Buffer.concat([Buffer.from('D\0\0\0\x06P\0', 'latin1'), EXECUTE_SYNC]);

type Description = {readonly asked: readonly Format[]; readonly formats: readonly Format[]; readonly message: Buffer};

/**
 * Lookups whose messages come together: answered in one go, with nothing to wait for. Whatever is not as plain as that, or fails,
 * goes its ordinary way, as if it had not been looked at.
 */
export class QuickLookups {
  private readonly channel: Channel;
  private readonly session: Session;
  private readonly readyForQuery: () => void;
  /** RowDescription, as it was written the last time. */
  private readonly descriptions = new WeakMap<readonly ResultColumn[], Description>();

  constructor(channel: Channel, session: Session, readyForQuery: () => void) {
    this.channel = channel;
    this.session = session;
    this.readyForQuery = readyForQuery;
  }

  /** Answers the messages up to the next Sync, or the next simple query. False: nothing has been read or done. */
  answer(): boolean {
    const {writer, frames} = this.channel;
    const code = frames.nextCode();
    if (code !== BIND && code !== QUERY) return false;
    const before = writer.length;
    try {
      if (!(code === BIND ? this.answerBind() : this.answerText())) return false;
    } catch {
      writer.bytes.length = before;
      return false;
    }
    this.readyForQuery();
    return true;
  }

  private answerBind(): boolean {
    const {session} = this;
    const {frames, writer} = this.channel;
    const body = frames.peekBody(BIND);
    if (!body) return false;
    const isDescribed = frames.follows(body, DESCRIBE_EXECUTE_SYNC);
    if (!isDescribed && !frames.follows(body, EXECUTE_SYNC)) return false;
    const bind = bindMessage(body);
    if (bind.portal !== '' || body.remaining > 0) return false;
    const found = session.lookUp(bind.statement, ({parameterTypes}) =>
      bindValues(bind, parameterTypes, session.formatting, writer.bytes.codec),
    );
    if (!found) return false;
    writer.bindComplete();
    this.writeResult(found, bind.resultFormats, isDescribed);
    frames.pass(body, isDescribed ? DESCRIBE_EXECUTE_SYNC.length : EXECUTE_SYNC.length);
    return true;
  }

  private answerText(): boolean {
    const {frames} = this.channel;
    const body = frames.peekBody(QUERY);
    if (!body) return false;
    const sql = body.cstring();
    const found = body.remaining === 0 ? this.session.lookUpText(sql) : null;
    if (!found) return false;
    this.writeResult(found, [], true);
    frames.pass(body);
    return true;
  }

  private writeResult({columns, row}: LookedUp, asked: readonly Format[], isDescribed: boolean): void {
    const {writer} = this.channel;
    const {formats, message} = this.describe(columns, asked);
    if (isDescribed) writer.bytes.bytes(message);
    if (row) encodeRow(writer, row, columns, formats, this.session.formatting);
    writer.commandComplete(row ? 'SELECT 1' : 'SELECT 0');
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
