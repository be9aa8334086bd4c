import {codecOf} from '../expr/text/client-codec.ts';
import type {CopyIn, CopyOut, Execution, Session} from '../session/api.ts';
import {SqlError} from '../types/sql-error.ts';
import type {Channel} from './channel.ts';
import {decodeMessage} from './codec/decode.ts';
import {CopyWriter} from './copy-writer.ts';
import {toSqlError} from './report.ts';

/** COPY … FROM STDIN: takes the client's data up to its CopyDone (manual 55.2.6). Errors: those of the data, 57014. */
export async function receiveCopy(channel: Channel, copy: CopyIn): Promise<void> {
  channel.writer.copyResponse('in', copy.binary ? 'binary' : 'text', copy.width);
  for (;;) {
    const frame = await channel.awaitFrame(() => copy.pause());
    const message = decodeMessage(frame);
    switch (message.type) {
      case 'copy-data':
        await copy.write(message.data);
        break;
      case 'copy-done':
        return copy.end();
      case 'copy-fail':
        return copy.fail(new SqlError('57014', `COPY from stdin failed: ${message.message}`));
      case 'flush':
      case 'sync':
        // Sent along with Execute, before the client knew that data are asked for.
        break;
      case 'terminate':
        channel.end();
        throw new SqlError('57P01', 'the client has gone');
      default:
        throw await outOfStep(channel, copy, frame.code);
    }
  }
}

/** The client has not understood that data are asked for; what it sends cannot be told from data any more. */
async function outOfStep(channel: Channel, copy: CopyIn, code: number): Promise<SqlError> {
  const type = `0x${code.toString(16).toUpperCase().padStart(2, '0')}`;
  const reason = new SqlError('08P01', `unexpected message type ${type} during COPY from stdin`);
  const told = await copy.fail(reason).catch((error: unknown) => toSqlError(error));
  channel.tell(told);
  return new SqlError('08P01', 'terminating connection because protocol synchronization was lost', {
    severity: 'FATAL',
  });
}

/** COPY … TO STDOUT: the rows, each a CopyData message. */
export async function sendCopy(channel: Channel, session: Session, execution: Execution, copy: CopyOut): Promise<void> {
  const {encoding} = copy.format;
  const codec = encoding === null ? channel.codec : codecOf(encoding);
  const out = new CopyWriter(channel.writer, copy, session.formatting, codec);
  channel.writer.copyResponse('out', copy.format.format === 'binary' ? 'binary' : 'text', copy.columns.length);
  out.begin();
  for (let chunk = await execution.next(0); chunk !== null; chunk = await execution.next(0)) {
    try {
      for (const _piece of out.rows(chunk, channel.flushBytes)) {
        await channel.relieve();
        channel.checkOpen();
      }
    } finally {
      if (chunk.kind === 'batch') chunk.release();
    }
    channel.scheduleFlush();
    await channel.relieve();
  }
  out.end();
  channel.writer.copyDone();
}
