import {createHash, createHmac, randomBytes, timingSafeEqual} from 'node:crypto';
import {SCRAM_ITERATIONS, type Verifier, verifierLike} from '../../session/scram-verifier.ts';
import {SqlError} from '../../types/sql-error.ts';

export const SCRAM = 'SCRAM-SHA-256';
export const SCRAM_PLUS = 'SCRAM-SHA-256-PLUS';

/** What the client's channel is bound to; null where there is no TLS. */
export type ChannelBinding = {readonly type: 'tls-server-end-point'; readonly data: Buffer};

const NONCE_BYTES = 18;
const KEY_BYTES = 32;

const mockSecret = randomBytes(KEY_BYTES);

/** For a user who has no password, or is none: the exchange looks like any other, the same salt each time, and fails. */
export function mockVerifier(user: string): Verifier {
  const salt = createHmac('sha256', mockSecret).update(user).digest().subarray(0, 16);
  return {iterations: SCRAM_ITERATIONS, salt, storedKey: randomBytes(KEY_BYTES), serverKey: randomBytes(KEY_BYTES)};
}

/** The password, which came in the clear, is the verifier's. */
export async function isPassword(password: string, verifier: Verifier): Promise<boolean> {
  return timingSafeEqual((await verifierLike(password, verifier)).storedKey, verifier.storedKey);
}

/** The server's side of one exchange (RFC 5802, RFC 7677): `first`, then `final`, which says whether the proof is right. */
export class ScramExchange {
  private readonly verifier: Verifier;
  private readonly binding: ChannelBinding | null;
  private readonly mechanism: string;
  private gs2Header = '';
  private nonce = '';
  private clientFirstBare = '';
  private serverFirst = '';

  /** `binding`: what the channel could be bound to, whether or not the client chose the mechanism that does. */
  constructor(mechanism: string, verifier: Verifier, binding: ChannelBinding | null) {
    this.mechanism = mechanism;
    this.verifier = verifier;
    this.binding = binding;
  }

  /** Takes client-first-message, gives server-first-message. Errors: 08P01, 0A000, 28000. */
  first(message: string, serverNonce: string = randomBytes(NONCE_BYTES).toString('base64')): string {
    const match = /^(n|y|p=([A-Za-z0-9.-]+)),(a=[^,]*)?,((m=[^,]*,)?n=[^,]*,r=([\x21-\x2b\x2d-\x7e]+)(?:,.*)?)$/s.exec(
      message,
    );
    if (!match) throw malformed('The message is not a client-first-message.');
    const [, flag, bindingType, authorization, bare, extension, clientNonce] = match;
    this.checkBindingFlag(flag, bindingType);
    if (authorization) throw new SqlError('0A000', 'client uses authorization identity, but it is not supported');
    if (extension) throw new SqlError('0A000', 'client requires an unsupported SCRAM extension');
    this.gs2Header = `${flag},,`;
    this.clientFirstBare = bare;
    this.nonce = clientNonce + serverNonce;
    const {salt, iterations} = this.verifier;
    this.serverFirst = `r=${this.nonce},s=${salt.toString('base64')},i=${iterations}`;
    return this.serverFirst;
  }

  /** Takes client-final-message, gives server-final-message; null: the password is wrong. Errors: 08P01, 28000. */
  final(message: string): string | null {
    const match = /^(c=([A-Za-z0-9+/=]+),r=([\x21-\x2b\x2d-\x7e]+)(?:,.*)?),p=([A-Za-z0-9+/=]+)$/s.exec(message);
    if (!match) throw malformed('The message is not a client-final-message.');
    const [, withoutProof, bound, nonce, proofText] = match;
    this.checkBinding(bound);
    if (nonce !== this.nonce) {
      throw new SqlError('08P01', 'invalid SCRAM response', {detail: 'Nonce does not match.'});
    }
    const proof = Buffer.from(proofText, 'base64');
    if (proof.length !== KEY_BYTES) throw malformed('Malformed proof in client-final-message.');
    const {storedKey, serverKey} = this.verifier;
    const authMessage = `${this.clientFirstBare},${this.serverFirst},${withoutProof}`;
    const signature = hmac(storedKey, authMessage);
    const clientKey = Buffer.from(proof.map((byte, i) => byte ^ signature[i]));
    if (!timingSafeEqual(sha256(clientKey), storedKey)) return null;
    return `v=${hmac(serverKey, authMessage).toString('base64')}`;
  }

  /** The client's wish and the mechanism must agree, or somebody in between has changed the list of mechanisms. */
  private checkBindingFlag(flag: string, type: string | undefined): void {
    const plus = this.mechanism === SCRAM_PLUS;
    if (type === undefined && plus) {
      throw malformed(
        'The client selected SCRAM-SHA-256-PLUS, but the SCRAM message does not include channel binding data.',
      );
    }
    if (type !== undefined && !plus) {
      throw malformed(
        'The client selected SCRAM-SHA-256 without channel binding, but the SCRAM message includes channel binding data.',
      );
    }
    if (flag === 'y' && this.binding) {
      throw new SqlError('28000', 'SCRAM channel binding negotiation error', {
        detail:
          'The client supports SCRAM channel binding but thinks the server does not.  However, this server does support channel binding.',
      });
    }
    if (type !== undefined && type !== this.binding?.type) {
      throw new SqlError('08P01', `unsupported SCRAM channel-binding type "${type}"`);
    }
  }

  private checkBinding(bound: string): void {
    const header = Buffer.from(this.gs2Header);
    const plus = this.mechanism === SCRAM_PLUS;
    const expected = (plus ? Buffer.concat([header, this.binding!.data]) : header).toString('base64');
    if (bound === expected) return;
    if (plus) throw new SqlError('28000', 'SCRAM channel binding check failed');
    throw new SqlError('08P01', 'unexpected SCRAM channel-binding attribute in client-final-message');
  }
}

function malformed(detail: string): SqlError {
  return new SqlError('08P01', 'malformed SCRAM message', {detail});
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
