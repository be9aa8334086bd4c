import type {Batch} from '../columnar/batch.ts';
import type {ResultChunk, ResultColumn} from '../session/api.ts';
import type {FormatSettings} from '../types/io/format-settings.ts';
import type {Datum} from '../types/datum.ts';
import type {BackendWriter} from './codec/backend-writer.ts';
import type {Format} from './codec/protocol.ts';
import {columnEncoder, writeDatum} from './column-encoder.ts';

const DATA_ROW = 'D'.charCodeAt(0);

/**
 * Appends a chunk's rows as DataRow messages, each as often as its weight says. Yields whenever the writer holds
 * `flushBytes` or more, so that a large chunk never gathers whole; returns the number of rows.
 */
export function* encodeRows(
  writer: BackendWriter,
  chunk: ResultChunk,
  columns: readonly ResultColumn[],
  formats: readonly Format[],
  settings: FormatSettings,
  flushBytes: number,
): Generator<void, number> {
  if (chunk.kind === 'batch') return yield* encodeBatch(writer, chunk.batch, formats, settings, flushBytes);
  for (const row of chunk.rows) {
    encodeRow(writer, row, columns, formats, settings);
    if (writer.length >= flushBytes) yield;
  }
  return chunk.rows.length;
}

/** One DataRow, of a row that never was in columns. Errors: of a value that cannot be encoded; then nothing has been written. */
export function encodeRow(
  writer: BackendWriter,
  row: readonly Datum[],
  columns: readonly ResultColumn[],
  formats: readonly Format[],
  settings: FormatSettings,
): void {
  writeRow(writer, columns.length, i => writeDatum(writer.bytes, columns[i].type, formats[i], settings, row[i]));
}

/** One DataRow. A value that cannot be encoded takes the half-written message back. */
function writeRow(writer: BackendWriter, width: number, writeValue: (column: number) => void): void {
  const {bytes} = writer;
  const messageAt = bytes.length;
  try {
    const start = writer.begin(DATA_ROW);
    bytes.int16(width);
    for (let column = 0; column < width; column++) writeValue(column);
    writer.end(start);
  } catch (error) {
    bytes.length = messageAt;
    throw error;
  }
}

function* encodeBatch(
  writer: BackendWriter,
  batch: Batch,
  formats: readonly Format[],
  settings: FormatSettings,
  flushBytes: number,
): Generator<void, number> {
  const {memory, selected} = batch;
  const {bytes} = writer;
  const encoders = batch.columns.map((vector, i) => columnEncoder(bytes, memory, vector, formats[i], settings));
  const width = encoders.length;
  const rows = memory.u32;
  const selection = batch.selection >>> 2;
  const weights = memory.i64;
  const weightAt = batch.weights >>> 3;
  let count = 0;

  for (let i = 0; i < selected; i++) {
    const row = selection === 0 ? i : rows[selection + i];
    const messageAt = bytes.length;
    writeRow(writer, width, c => encoders[c](row));
    count++;
    const weight = weightAt === 0 ? 1 : Number(weights[weightAt + row]);
    if (weight > 1) {
      // The same bytes again; a copy, since the buffer may be handed over in between.
      const message = Buffer.from(bytes.buffer.subarray(messageAt, bytes.length));
      for (let repeat = 1; repeat < weight; repeat++) {
        if (writer.length >= flushBytes) yield;
        bytes.bytes(message);
        count++;
      }
    }
    if (writer.length >= flushBytes) yield;
  }
  return count;
}
