/** Backend messages as text, one a line, so that what two servers say can be compared. */

type Reader = {readonly bytes: Buffer; at: number};

function int16(reader: Reader): number {
  const value = reader.bytes.readInt16BE(reader.at);
  reader.at += 2;
  return value;
}

function int32(reader: Reader): number {
  const value = reader.bytes.readInt32BE(reader.at);
  reader.at += 4;
  return value;
}

function cstring(reader: Reader): string {
  const end = reader.bytes.indexOf(0, reader.at);
  const text = reader.bytes.toString('utf8', reader.at, end);
  reader.at = end + 1;
  return text;
}

/** Of a user's object; OIDs are each server's own. */
function oid(value: number): string {
  return value >= 16384 ? 'own' : String(value);
}

function value(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return /[\x00-\x08\x0e-\x1f\ufffd]/.test(text) ? `x${bytes.toString('hex')}` : JSON.stringify(text);
}

function dataRow(reader: Reader): string {
  const columns = Array.from({length: int16(reader)}, () => {
    const length = int32(reader);
    if (length < 0) return 'NULL';
    const bytes = reader.bytes.subarray(reader.at, reader.at + length);
    reader.at += length;
    return value(bytes);
  });
  return columns.join(' ');
}

function rowDescription(reader: Reader): string {
  const columns = Array.from({length: int16(reader)}, () => {
    const name = cstring(reader);
    const table = oid(int32(reader));
    const attribute = int16(reader);
    const type = oid(int32(reader));
    return `${name}(table ${table}.${attribute} type ${type} size ${int16(reader)} typmod ${int32(reader)} format ${int16(reader)})`;
  });
  return columns.join(' ');
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  D: 'detail',
  H: 'hint',
  P: 'position',
  p: 'internal position',
  q: 'internal query',
  W: 'where',
  s: 'schema',
  t: 'table',
  c: 'column',
  d: 'type',
  n: 'constraint',
};

function report(reader: Reader): string {
  const fields = new Map<string, string>();
  while (reader.bytes[reader.at] !== 0) {
    const letter = String.fromCharCode(reader.bytes[reader.at++]);
    fields.set(letter, cstring(reader));
  }
  const rest = Object.entries(FIELD_NAMES).flatMap(([letter, name]) =>
    fields.has(letter) ? [` | ${name}: ${fields.get(letter)}`] : [],
  );
  return `${fields.get('S')} ${fields.get('C')} ${fields.get('M')}${rest.join('')}`;
}

function authentication(reader: Reader): string {
  const kind = int32(reader);
  if (kind === 0) return 'Ok';
  return kind === 10
    ? `SASL ${reader.bytes.toString('latin1', reader.at).split('\0').filter(Boolean).join(' ')}`
    : String(kind);
}

const decoders: Readonly<Record<string, readonly [name: string, body: (reader: Reader) => string]>> = {
  R: ['Authentication', authentication],
  S: ['ParameterStatus', reader => `${cstring(reader)} = ${cstring(reader)}`],
  K: ['BackendKeyData', ({bytes}) => `${bytes.length - 4} bytes`],
  v: [
    'NegotiateProtocolVersion',
    reader => `${int32(reader)} ${Array.from({length: int32(reader)}, () => cstring(reader)).join(' ')}`,
  ],
  Z: ['ReadyForQuery', reader => String.fromCharCode(reader.bytes[0])],
  T: ['RowDescription', rowDescription],
  t: ['ParameterDescription', reader => Array.from({length: int16(reader)}, () => oid(int32(reader))).join(' ')],
  D: ['DataRow', dataRow],
  C: ['CommandComplete', cstring],
  E: ['ErrorResponse', report],
  N: ['NoticeResponse', report],
  A: ['NotificationResponse', reader => `${(int32(reader), cstring(reader))} ${cstring(reader)}`],
  1: ['ParseComplete', () => ''],
  2: ['BindComplete', () => ''],
  3: ['CloseComplete', () => ''],
  n: ['NoData', () => ''],
  s: ['PortalSuspended', () => ''],
  I: ['EmptyQueryResponse', () => ''],
  G: ['CopyInResponse', copyResponse],
  H: ['CopyOutResponse', copyResponse],
  d: ['CopyData', ({bytes}) => value(bytes)],
  c: ['CopyDone', () => ''],
  V: [
    'FunctionCallResponse',
    reader => {
      const length = int32(reader);
      return length < 0 ? 'NULL' : value(reader.bytes.subarray(reader.at));
    },
  ],
};

function copyResponse(reader: Reader): string {
  const overall = reader.bytes[reader.at++];
  return `${overall} ${Array.from({length: int16(reader)}, () => int16(reader)).join(' ')}`;
}

/** One message without its length. */
export function printReply(code: string, body: Buffer): string {
  const decoder = decoders[code];
  if (!decoder) return `unknown message ${code} ${body.toString('hex')}`;
  return `${decoder[0]} ${decoder[1]({bytes: body, at: 0})}`.trimEnd();
}
