import type {CopyIn, CopyOut, Execution, ResultColumn, Session} from '../session/api.ts';
import {oidOf} from '../types/catalog-oids.ts';
import {SqlError} from '../types/sql-error.ts';
import type {Channel} from './channel.ts';
import {decodeMessage} from './codec/decode.ts';
import type {Frame} from './codec/frame-reader.ts';
import type {BindMessage, FrontendMessage, Target} from './codec/frontend-messages.ts';
import type {Format} from './codec/protocol.ts';
import {receiveCopy, sendCopy} from './copy-exchange.ts';
import {callFunction} from './function-call.ts';
import {ParameterStatuses} from './parameter-statuses.ts';
import {bindValues, declaredTypes, resultFormats} from './parameters.ts';
import {QuickLookups} from './quick-lookup.ts';
import {isFatal, toSqlError} from './report.ts';
import {complete, describeColumns, sendRows, textFormats} from './results.ts';

const SYNC = 'S'.charCodeAt(0);
const QUERY = 'Q'.charCodeAt(0);
const FUNCTION_CALL = 'F'.charCodeAt(0);
const TERMINATE = 'X'.charCodeAt(0);

/** What a client and its session say to each other once it is connected: one message in, its answers out (manual 55.2). */
export class Conversation {
  private readonly channel: Channel;
  private readonly session: Session;
  private readonly internalError: (error: unknown) => void;
  readonly statuses = new ParameterStatuses();
  private readonly quickLookups: QuickLookups;
  /** What Bind has given, by portal. */
  private readonly portals = new Map<string, {readonly formats: readonly Format[]; readonly bytes: number}>();
  /** What an Execute has run before. */
  private readonly begun = new WeakSet<Execution>();
  /** After an error in the extended protocol everything up to Sync is ignored. */
  private skipping = false;

  constructor(channel: Channel, session: Session, internalError: (error: unknown) => void) {
    this.channel = channel;
    this.session = session;
    this.internalError = internalError;
    this.quickLookups = new QuickLookups(channel, session, () => this.readyForQuery());
  }

  /** Answers what comes next if it is so plain that there is nothing to wait for. False: nothing has been read or done. */
  answerAtOnce(): boolean {
    return !this.skipping && this.quickLookups.answer();
  }

  /** Answers one message. Errors: what ends the connection. */
  async answer(frame: Frame): Promise<void> {
    if (this.skipping && frame.code !== SYNC && frame.code !== TERMINATE) return;
    try {
      await this.dispatch(decodeMessage(frame));
    } catch (error) {
      if (this.channel.closed) return;
      await this.failed(error, frame.code);
    }
  }

  /** Tells of settings that have changed too: here and nowhere else, as Postgres does. */
  readyForQuery(): void {
    this.statuses.report(this.channel.writer);
    this.channel.writer.readyForQuery(this.session.transactionStatus);
  }

  private async failed(error: unknown, code: number): Promise<void> {
    const known = toSqlError(error);
    if (!(error instanceof SqlError)) this.internalError(error);
    if (isFatal(known)) throw known;
    this.channel.tell(known);
    if (code === SYNC) {
      this.readyForQuery();
      return;
    }
    await this.session.fail(known);
    if (code === QUERY || code === FUNCTION_CALL) this.readyForQuery();
    else this.skipping = true;
  }

  private async dispatch(message: FrontendMessage): Promise<void> {
    const {session, channel} = this;
    switch (message.type) {
      case 'query':
        return this.simpleQuery(message.sql);
      case 'parse':
        await session.parse(message.name, message.sql, declaredTypes(message.parameterTypes));
        channel.writer.parseComplete();
        return;
      case 'bind':
        return this.bind(message);
      case 'describe':
        return this.describe(message.target, message.name);
      case 'execute':
        return this.execute(message.portal, message.maxRows);
      case 'close':
        return this.close(message.target, message.name);
      case 'flush':
        channel.flush();
        return;
      case 'sync':
        return this.sync();
      case 'terminate':
        channel.end();
        return;
      case 'copy-data':
      case 'copy-done':
      case 'copy-fail':
        // Left over from a COPY that was refused: ignored, as Postgres does.
        return;
      case 'function-call':
        await callFunction(message, session, channel.writer, channel.codec);
        this.readyForQuery();
        return;
      case 'password':
        throw new SqlError('08P01', 'unexpected password message', {severity: 'FATAL'});
    }
  }

  private async simpleQuery(sql: string): Promise<void> {
    const {session, channel} = this;
    this.portals.delete('');
    for await (const execution of session.simpleQuery(sql)) {
      if (execution.copy) {
        await this.copy(execution, execution.copy);
        continue;
      }
      const formats = textFormats(execution.columns, execution.binary);
      if (execution.columns) channel.writer.rowDescription(describeColumns(execution.columns, formats));
      await sendRows(channel, session, execution, formats, 0);
      complete(channel, execution.tag);
      await channel.relieve();
    }
    this.readyForQuery();
  }

  private async sync(): Promise<void> {
    this.skipping = false;
    await this.session.sync();
    if (this.session.transactionStatus === 'I') this.portals.clear();
    this.readyForQuery();
  }

  private async bind(message: BindMessage): Promise<void> {
    const {session} = this;
    const {parameterTypes, columns} = await session.beginBind(
      message.portal,
      message.statement,
      message.parameters.length,
      message.parameterFormats.length,
    );
    this.portals.delete(message.portal);
    const values = bindValues(message, parameterTypes, session.formatting, this.channel.codec);
    if (columns) resultFormats(message.resultFormats, columns.length);
    const portal = {formats: message.resultFormats, bytes: sizeOf(message)};
    const held = [...this.portals.values()].reduce((sum, {bytes}) => sum + bytes, 0);
    if (held > 0 && held + portal.bytes > this.channel.maxHeldBytes) {
      throw new SqlError('53200', 'out of memory', {detail: 'The portals of this session hold too many values.'});
    }
    await session.bind(message.portal, message.statement, values);
    this.portals.set(message.portal, portal);
    this.channel.writer.bindComplete();
  }

  private async describe(target: Target, name: string): Promise<void> {
    if (target === 'statement') {
      const {parameterTypes, columns} = await this.session.describeStatement(name);
      this.channel.writer.parameterDescription(parameterTypes.map(oidOf));
      this.rowDescription(columns, textFormats(columns));
    } else {
      const {columns} = await this.session.describePortal(name);
      this.rowDescription(columns, this.formatsOf(name, columns));
    }
  }

  private rowDescription(columns: readonly ResultColumn[] | null, formats: readonly Format[]): void {
    if (columns) this.channel.writer.rowDescription(describeColumns(columns, formats));
    else this.channel.writer.noData();
  }

  private formatsOf(portal: string, columns: readonly ResultColumn[] | null): readonly Format[] {
    return columns ? resultFormats(this.portals.get(portal)?.formats ?? [], columns.length) : [];
  }

  private async execute(portal: string, maxRows: number): Promise<void> {
    const {channel, session} = this;
    // Most drivers send Sync right behind: then this statement is the whole of its transaction.
    const alone = channel.frames.nextCode() === SYNC;
    const execution = await session.execute(portal, alone);
    if (execution.copy) return this.copy(execution, execution.copy);
    const formats = execution.columns ? this.formatsOf(portal, execution.columns) : [];
    const {finished, rows} = await sendRows(channel, session, execution, formats, maxRows);
    const isFirst = !this.begun.has(execution);
    this.begun.add(execution);
    if (!finished) channel.writer.portalSuspended();
    // Of a portal that goes on, or is at its end already, the tag counts the rows of this Execute alone.
    else complete(channel, isFirst ? execution.tag : execution.tag.replace(/\d+$/, String(rows)));
  }

  private close(target: Target, name: string): void {
    if (target === 'statement') {
      this.session.closeStatement(name);
    } else {
      this.session.closePortal(name);
      this.portals.delete(name);
    }
    this.channel.writer.closeComplete();
  }

  private async copy(execution: Execution, copy: CopyIn | CopyOut): Promise<void> {
    const {channel, session} = this;
    if (copy.direction === 'in') await receiveCopy(channel, copy);
    else await sendCopy(channel, session, execution, copy);
    // Says that it has been read to its end.
    await execution.next(0);
    complete(channel, execution.tag);
    await channel.relieve();
  }
}

/** Bytes of the parameters. */
function sizeOf({parameters}: BindMessage): number {
  return parameters.reduce((sum, value) => sum + (value?.length ?? 0), 0);
}
