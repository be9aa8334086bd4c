import type {Execution, ResultColumn, Session} from '../session/api.ts';
import {lengthOf, oidOf} from '../types/catalog-oids.ts';
import {baseOf} from '../types/sql-type.ts';
import {typmodOf} from '../types/typmod.ts';
import type {Channel} from './channel.ts';
import type {RowDescriptionColumn} from './codec/backend-writer.ts';
import type {Format} from './codec/protocol.ts';
import {encodeRows} from './encode-rows.ts';

export function textFormats(columns: readonly ResultColumn[] | null, binary = false): Format[] {
  return (columns ?? []).map(() => (binary ? 'binary' : 'text'));
}

export function describeColumns(columns: readonly ResultColumn[], formats: readonly Format[]): RowDescriptionColumn[] {
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

/** Sends rows up to `maxRows` (0 = all). `finished` is false where the limit was reached, and the portal stays open. */
export async function sendRows(
  channel: Channel,
  session: Session,
  execution: Execution,
  formats: readonly Format[],
  maxRows: number,
): Promise<{finished: boolean; rows: number}> {
  const columns = execution.columns ?? [];
  let sent = 0;
  for (;;) {
    const chunk = await execution.next(maxRows === 0 ? 0 : maxRows - sent);
    if (chunk === null) return {finished: true, rows: sent};
    try {
      channel.checkOpen();
      const rows = encodeRows(channel.writer, chunk, columns, formats, session.formatting, channel.flushBytes);
      let step = rows.next();
      while (!step.done) {
        await channel.relieve();
        channel.checkOpen();
        step = rows.next();
      }
      sent += step.value;
    } finally {
      if (chunk.kind === 'batch') chunk.release();
    }
    if (maxRows > 0 && sent >= maxRows) return {finished: false, rows: sent};
    // What has come is not held back while the next chunk is being made.
    channel.scheduleFlush();
    await channel.relieve();
  }
}

export function complete(channel: Channel, tag: string): void {
  if (tag === '') channel.writer.emptyQueryResponse();
  else channel.writer.commandComplete(tag);
}
