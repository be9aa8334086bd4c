import type {CalledFunction, CallResult, Session} from '../session/api.ts';
import {decodeText} from '../types/io/byte-reader.ts';
import {ByteWriter} from '../types/io/byte-writer.ts';
import {formatText, parseText, readBinary, writeBinary} from '../types/io/registry.ts';
import type {TextCodec} from '../types/io/text-codec.ts';
import type {Datum} from '../types/datum.ts';
import {SqlError} from '../types/sql-error.ts';
import {baseOf} from '../types/sql-type.ts';
import type {BackendWriter} from './codec/backend-writer.ts';
import type {FunctionCallMessage} from './codec/frontend-messages.ts';

const TEXT = 0;
const BINARY = 1;

/** FunctionCall (manual 55.2.5): one function, by OID. Errors: 08P01, 22023, 22P03, and those of the function. */
export async function callFunction(
  message: FunctionCallMessage,
  session: Session,
  writer: BackendWriter,
  codec: TextCodec | null,
): Promise<void> {
  const result = await session.callFunction(message.oid, called => argumentsOf(message, called, session, codec));
  writer.functionCallResponse(resultBytes(result, message.resultFormat, session, writer.bytes.codec));
}

function argumentsOf(
  message: FunctionCallMessage,
  called: CalledFunction,
  session: Session,
  codec: TextCodec | null,
): Datum[] {
  const {formats, values} = message;
  if (values.length !== called.typeCount) {
    throw new SqlError(
      '08P01',
      `function call message contains ${values.length} arguments but function requires ${called.typeCount}`,
    );
  }
  if (formats.length > 1 && formats.length !== values.length) {
    throw new SqlError(
      '08P01',
      `function call message contains ${formats.length} argument formats but ${values.length} arguments`,
    );
  }
  return values.map((bytes, i) => {
    const format = formats.length > 1 ? formats[i] : (formats[0] ?? TEXT);
    if (format !== TEXT && format !== BINARY) throw unsupportedFormat(format);
    const type = called.typeOf(i);
    if (bytes === null) return null;
    return format === TEXT
      ? parseText(type, decodeText(bytes, codec), session.formatting)
      : binaryArgument(type, bytes, i + 1, codec);
  });
}

function binaryArgument(
  type: Parameters<typeof readBinary>[0],
  bytes: Uint8Array,
  number: number,
  codec: TextCodec | null,
): Datum {
  try {
    return readBinary(type, bytes, codec);
  } catch (error) {
    if (!(error instanceof SqlError) || error.message !== 'incorrect binary data format') throw error;
    throw new SqlError('22P03', `incorrect binary data format in function argument ${number}`);
  }
}

/** null: NULL, which has no bytes. */
function resultBytes(
  {type, value}: CallResult,
  format: number,
  {formatting}: Session,
  codec: TextCodec | null,
): Uint8Array | null {
  if (value === null) return null;
  if (format !== TEXT && format !== BINARY) throw unsupportedFormat(format);
  const bytes = new ByteWriter();
  bytes.codec = codec;
  if (format === TEXT) bytes.text(formatText(type, value, formatting));
  else writeBinary(bytes, baseOf(type), value);
  return bytes.written();
}

function unsupportedFormat(code: number): SqlError {
  return new SqlError('22023', `unsupported format code: ${code}`);
}
