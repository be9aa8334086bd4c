import {type TypeIo, invalidSyntax} from './type-io.ts';

export const uuidIo: TypeIo = {
  parse: parseUuid,
  format: value => value as string,
  read: reader => formatUuid(reader.slice(16)),
  write: (writer, value) => writer.bytes(uuidBytes(value as string)),
};

/** Hyphens may stand after any four digits, braces around the whole. */
function parseUuid(text: string): string {
  const bare = /^\{([^{}]*)\}$/.exec(text)?.[1] ?? text;
  if (!/^(?:[0-9a-f]{4}-?){7}[0-9a-f]{4}$/i.test(bare)) throw invalidSyntax('uuid', text);
  return hyphenate(bare.replaceAll('-', '').toLowerCase());
}

function formatUuid(bytes: Uint8Array): string {
  return hyphenate(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex'));
}

/** The 16 bytes of a uuid in its canonical text. */
export function uuidBytes(uuid: string): Uint8Array {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function hyphenate(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
