import {readFileSync} from 'node:fs';

/** What one client sent over one connection: its first packet, and its messages, each with its type and length. */
export type Session = {
  readonly client: string;
  readonly first: readonly Buffer[];
  readonly messages: readonly Buffer[];
};

/** Recorded by scripts/wire-recordings.mjs. */
export function recordedSessions(): Session[] {
  const path = new URL('recordings.json', import.meta.url);
  const recordings = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string[]>;
  return Object.entries(recordings).flatMap(([client, sessions]) =>
    sessions.map(base64 => cut(client, Buffer.from(base64, 'base64'))),
  );
}

/** Packets without a type come first: requests of eight bytes, then the startup packet. */
function cut(client: string, bytes: Buffer): Session {
  const first: Buffer[] = [];
  const messages: Buffer[] = [];
  let at = 0;
  for (let isRequest = true; isRequest && at < bytes.length;) {
    const length = bytes.readInt32BE(at);
    isRequest = length === 8;
    first.push(bytes.subarray(at, (at += length)));
  }
  while (at < bytes.length) messages.push(bytes.subarray(at, (at += 1 + bytes.readInt32BE(at + 1))));
  return {client, first, messages};
}
