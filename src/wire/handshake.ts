import type {Database, Session} from '../session/api.ts';
import type {Channel} from './channel.ts';
import {decodeStartup} from './codec/decode.ts';
import type {Frame} from './codec/frame-reader.ts';
import {connectOptions, protocolOptions, type Startup} from './startup.ts';

/**
 * Answers a packet of the time before there is a session (manual 55.2.1). undefined: the client goes on with another;
 * null: that was all it wanted. Errors: FATAL why it gets no session.
 */
export async function shakeHands(
  channel: Channel,
  database: Database,
  frame: Frame,
): Promise<Session | null | undefined> {
  const packet = decodeStartup(frame);
  switch (packet.type) {
    case 'ssl-request':
    case 'gssenc-request':
      // No encryption here: the client goes on in the clear, or leaves.
      channel.transport.write(Buffer.from('N'));
      return undefined;
    case 'cancel-request':
      database.cancel(packet.processId, packet.secretKey);
      return null;
    case 'startup':
      return connect(channel, database, packet);
  }
}

async function connect(channel: Channel, database: Database, startup: Startup): Promise<Session> {
  const session = await database.connect(connectOptions(startup, channel.transport.remoteAddress));
  channel.frames.endStartup();
  const unknownOptions = protocolOptions(startup);
  if (startup.minor > 0 || unknownOptions.length > 0) channel.writer.negotiateProtocolVersion(0, unknownOptions);
  channel.writer.authenticationOk();
  return session;
}
