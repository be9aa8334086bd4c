import type {ByteReader} from '../../types/io/byte-reader.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Frame} from './frame-reader.ts';
import type {
  BindMessage,
  FrontendMessage,
  FunctionCallMessage,
  ParseMessage,
  StartupPacket,
  Target,
} from './frontend-messages.ts';
import {CANCEL_REQUEST, type Format, GSSENC_REQUEST, SSL_REQUEST, protocolViolation} from './protocol.ts';

/** The first packet. Errors: 08P01 FATAL. */
export function decodeStartup(frame: Frame): StartupPacket {
  try {
    return strictly(frame, startupPacket);
  } catch (error) {
    throw error instanceof SqlError ? error.with({severity: 'FATAL'}) : error;
  }
}

function startupPacket(body: ByteReader): StartupPacket {
  const code = body.int32();
  switch (code) {
    case SSL_REQUEST:
      return {type: 'ssl-request'};
    case GSSENC_REQUEST:
      return {type: 'gssenc-request'};
    case CANCEL_REQUEST:
      return {type: 'cancel-request', processId: body.int32(), secretKey: body.rest()};
    default:
      return {type: 'startup', major: code >>> 16, minor: code & 0xffff, parameters: startupParameters(body)};
  }
}

/** Names and values up to an empty name. */
function startupParameters(body: ByteReader): Map<string, string> {
  const parameters = new Map<string, string>();
  // A packet of another major version may have any body; it is refused by its version.
  if (body.remaining === 0) return parameters;
  for (;;) {
    const name = body.cstring();
    if (name === '') break;
    parameters.set(name, body.cstring());
  }
  return parameters;
}

const bodies: Readonly<Record<string, (body: ByteReader) => FrontendMessage>> = {
  Q: body => ({type: 'query', sql: body.cstring()}),
  P: parseMessage,
  B: bindMessage,
  D: body => ({type: 'describe', target: target(body, 'DESCRIBE'), name: body.cstring()}),
  E: body => ({type: 'execute', portal: body.cstring(), maxRows: Math.max(0, body.int32())}),
  C: body => ({type: 'close', target: target(body, 'CLOSE'), name: body.cstring()}),
  H: () => ({type: 'flush'}),
  S: () => ({type: 'sync'}),
  X: () => ({type: 'terminate'}),
  F: functionCallMessage,
  d: body => ({type: 'copy-data', data: body.rest()}),
  c: () => ({type: 'copy-done'}),
  f: body => ({type: 'copy-fail', message: body.cstring()}),
  p: body => ({type: 'password', payload: body.rest()}),
};

/** Errors: 08P01 for a body that does not fit its type, 22021 and 22P05 for text that is not in the client's encoding; FATAL for an unknown type. */
export function decodeMessage(frame: Frame): FrontendMessage {
  const decode = bodies[String.fromCharCode(frame.code)];
  if (!decode) throw protocolViolation(`invalid frontend message type ${frame.code}`);
  return strictly(frame, decode);
}

function strictly<T>({body}: Frame, decode: (body: ByteReader) => T): T {
  const message = decode(body);
  if (body.remaining > 0) throw new SqlError('08P01', 'invalid message format');
  return message;
}

function target(body: ByteReader, what: string): Target {
  if (body.remaining === 0) throw new SqlError('08P01', 'no data left in message');
  const letter = body.uint8();
  if (letter === 0x53) return 'statement';
  if (letter === 0x50) return 'portal';
  throw new SqlError('08P01', `invalid ${what} message subtype ${letter}`);
}

function parseMessage(body: ByteReader): ParseMessage {
  const name = body.cstring();
  const sql = body.cstring();
  const parameterTypes = counted(body, 4, () => body.uint32());
  return {type: 'parse', name, sql, parameterTypes};
}

export function bindMessage(body: ByteReader): BindMessage {
  const portal = body.cstring();
  const statement = body.cstring();
  const parameterFormats = counted(body, 2, () => format(body));
  const parameters = counted(body, 4, () => parameter(body));
  const resultFormats = counted(body, 2, () => format(body));
  return {type: 'bind', portal, statement, parameterFormats, parameters, resultFormats};
}

function functionCallMessage(body: ByteReader): FunctionCallMessage {
  const oid = body.uint32();
  const formats = counted(body, 2, () => body.int16());
  const values = counted(body, 4, () => argument(body));
  return {type: 'function-call', oid, formats, values, resultFormat: body.int16()};
}

function argument(body: ByteReader): Uint8Array | null {
  const length = body.int32();
  if (length < -1) throw new SqlError('08P01', `invalid argument size ${length} in function call message`);
  return length === -1 ? null : body.slice(length);
}

/** An int16 count and as many items, each of which takes `itemBytes` at least. */
function counted<T>(body: ByteReader, itemBytes: number, item: () => T): T[] {
  const count = body.uint16();
  if (count * itemBytes > body.remaining) throw new SqlError('08P01', 'insufficient data left in message');
  const items: T[] = [];
  for (let i = 0; i < count; i++) items.push(item());
  return items;
}

function format(body: ByteReader): Format {
  const code = body.int16();
  if (code === 0) return 'text';
  if (code === 1) return 'binary';
  throw new SqlError('22023', `unsupported format code: ${code}`);
}

function parameter(body: ByteReader): Uint8Array | null {
  const length = body.int32();
  if (length === -1) return null;
  return body.slice(length);
}
