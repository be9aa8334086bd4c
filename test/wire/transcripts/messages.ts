/** Frontend messages as bytes, each the letter of the manual's chapter 55.7; any mistake can be written too. */

export function message(type: string, ...body: readonly (string | Buffer | number)[]): Buffer {
  const bytes = Buffer.concat(body.map(part => (typeof part === 'number' ? int16(part) : toBytes(part))));
  const header = Buffer.alloc(5);
  header.write(type, 'latin1');
  header.writeInt32BE(bytes.length + 4, 1);
  return Buffer.concat([type === '' ? header.subarray(1) : header, bytes]);
}

function toBytes(part: string | Buffer): Buffer {
  return typeof part === 'string' ? Buffer.from(`${part}\0`) : part;
}

export function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value | 0);
  return bytes;
}

export type Value = string | Buffer | null;

export const Q = (sql: string): Buffer => message('Q', sql);

export const P = (sql: string, name = '', types: readonly number[] = []): Buffer =>
  message('P', name, sql, types.length, ...types.map(int32));

/** FunctionCall; formats are numbers, so that there may be others than 0 and 1. */
export function F(
  oid: number,
  values: readonly Value[],
  {formats = [], result = 0}: {formats?: readonly number[]; result?: number} = {},
): Buffer {
  return message('F', int32(oid), formats.length, ...formats, values.length, ...sized(values), result);
}

export function B(
  values: readonly Value[] = [],
  {
    portal = '',
    statement = '',
    formats = [],
    results = [],
  }: {portal?: string; statement?: string; formats?: readonly number[]; results?: readonly number[]} = {},
): Buffer {
  const written = sized(values);
  return message(
    'B',
    portal,
    statement,
    formats.length,
    ...formats,
    values.length,
    ...written,
    results.length,
    ...results,
  );
}

export const D = (what: 'S' | 'P', name = ''): Buffer => message('D', Buffer.from(what), name);
export const E = (portal = '', rows = 0): Buffer => message('E', portal, int32(rows));
export const C = (what: 'S' | 'P', name = ''): Buffer => message('C', Buffer.from(what), name);
export const H = message('H');
export const S = message('S');
export const X = message('X');
export const copyData = (text: string | Buffer): Buffer => message('d', Buffer.from(text));
export const copyDone = message('c');
export const copyFail = (reason: string): Buffer => message('f', reason);

/** A first packet. */
export function startup(parameters: Readonly<Record<string, string>>, version = 0x30000): Buffer {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => [name, value]);
  return message('', int32(version), ...pairs, Buffer.from([0]));
}

/** Parse, Bind, Describe, Execute of the unnamed ones. */
export function run(sql: string, values: readonly Value[] = [], rows = 0): Buffer {
  return Buffer.concat([P(sql), B(values), D('P'), E('', rows)]);
}

/** Each value with its length before it. */
function sized(values: readonly Value[]): Buffer[] {
  return values.flatMap(value => {
    if (value === null) return [int32(-1)];
    const bytes = Buffer.from(value);
    return [int32(bytes.length), bytes];
  });
}
