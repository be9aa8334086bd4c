import type {Session} from '../session/api.ts';
import {SqlError} from '../types/sql-error.ts';
import {authenticate} from './auth/authenticate.ts';
import type {Channel} from './channel.ts';
import {decodeStartup} from './codec/decode.ts';
import type {Frame} from './codec/frame-reader.ts';
import {LONG_KEY_BYTES, LONG_KEY_MINOR, PROTOCOL_MINOR} from './codec/protocol.ts';
import type {Entrance} from './entrance.ts';
import type {Encryption} from './transport.ts';
import {connectOptions, protocolOptions, type Startup, unsupportedProtocol} from './startup.ts';

const YES = Buffer.from('S');
const NO = Buffer.from('N');

/**
 * From a client's first packet to its session (manual 55.2.1). null: it only wanted to cancel a statement.
 * Errors: FATAL why it gets no session.
 */
export async function shakeHands(channel: Channel, entrance: Entrance, first: Frame): Promise<Session | null> {
  const asked = {ssl: false, gss: false};
  for (let frame = first; ; frame = await channel.awaitFrame()) {
    const packet = decodeStartup(frame);
    switch (packet.type) {
      case 'ssl-request':
        // As Postgres: who asks twice means a version of the protocol.
        if (asked.ssl) throw unsupportedProtocol(1234, 5679);
        asked.ssl = true;
        await answerSslRequest(channel, entrance);
        break;
      case 'gssenc-request':
        if (asked.gss) throw unsupportedProtocol(1234, 5680);
        asked.gss = true;
        channel.transport.write(NO);
        break;
      case 'cancel-request':
        entrance.database.cancel(packet.processId, packet.secretKey);
        return null;
      case 'startup':
        return connect(channel, entrance, packet);
    }
  }
}

async function answerSslRequest(channel: Channel, {tls}: Entrance): Promise<void> {
  const {transport} = channel;
  if (!tls || transport.encryption) {
    // The client goes on in the clear, or leaves.
    transport.write(NO);
    return;
  }
  // What somebody has put in front of the encrypted part would count as the client's.
  if (channel.frames.bufferedBytes > 0) {
    throw new SqlError('08P01', 'received unencrypted data after SSL request', {
      detail: 'This could be either a client-software bug or evidence of an attempted man-in-the-middle attack.',
    });
  }
  await transport.encrypt(YES, tls);
  const reason = (transport.encryption as Encryption | null)?.clientError;
  if (reason) throw new SqlError('28000', 'the client certificate is not valid', {detail: `${reason}.`});
}

async function connect(channel: Channel, entrance: Entrance, startup: Startup): Promise<Session> {
  const {transport, writer, frames} = channel;
  const options = connectOptions(startup, transport.remoteAddress);
  frames.endStartup();
  const unknownOptions = protocolOptions(startup);
  const minor = Math.min(startup.minor, PROTOCOL_MINOR);
  if (startup.minor > minor || unknownOptions.length > 0) writer.negotiateProtocolVersion(minor, unknownOptions);
  await authenticate(channel, entrance, options);
  frames.endAuthentication();
  writer.authenticationOk();
  return entrance.database.connect({
    ...options,
    tls: transport.encryption?.status,
    secretKeyBytes: minor >= LONG_KEY_MINOR ? LONG_KEY_BYTES : undefined,
  });
}
