import {createHash, createHmac, pbkdf2, randomBytes} from 'node:crypto';
import {promisify} from 'node:util';

/** What is kept of a password (RFC 5803): enough to check it, not enough to log in elsewhere with it. */
export type Verifier = {
  readonly iterations: number;
  readonly salt: Buffer;
  readonly storedKey: Buffer;
  readonly serverKey: Buffer;
};

/** As Postgres: the cost of a guess, and of a login. */
export const SCRAM_ITERATIONS = 4096;
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const VERIFIER = /^SCRAM-SHA-256\$(\d{1,9}):([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]{44}):([A-Za-z0-9+/=]{44})$/;

const derive = promisify(pbkdf2);

/** Of a password in the clear. Takes milliseconds, on another thread. */
export async function makeVerifier(password: string, salt: Buffer = randomBytes(SALT_BYTES)): Promise<Verifier> {
  const salted = await derive(prepared(password), salt, SCRAM_ITERATIONS, KEY_BYTES, 'sha256');
  return verifierOf(salted, salt, SCRAM_ITERATIONS);
}

/** The verifier that this password would have: it is the right one where the stored keys are the same. */
export async function verifierLike(password: string, {salt, iterations}: Verifier): Promise<Verifier> {
  return verifierOf(await derive(prepared(password), salt, iterations, KEY_BYTES, 'sha256'), salt, iterations);
}

function verifierOf(salted: Buffer, salt: Buffer, iterations: number): Verifier {
  const key = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const storedKey = createHash('sha256').update(key('Client Key')).digest();
  return {iterations, salt, storedKey, serverKey: key('Server Key')};
}

/** `SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>`, as pg_authid shows it. */
export function printVerifier({iterations, salt, storedKey, serverKey}: Verifier): string {
  const text = (bytes: Buffer): string => bytes.toString('base64');
  return `SCRAM-SHA-256$${iterations}:${text(salt)}$${text(storedKey)}:${text(serverKey)}`;
}

/** null: it is not of this form, and so a password in the clear. */
export function parseVerifier(text: string): Verifier | null {
  const match = VERIFIER.exec(text);
  if (!match || Number(match[1]) === 0) return null;
  const [salt, storedKey, serverKey] = match.slice(2).map(base64 => Buffer.from(base64, 'base64'));
  if (storedKey.length !== KEY_BYTES || serverKey.length !== KEY_BYTES) return null;
  return {iterations: Number(match[1]), salt, storedKey, serverKey};
}

// SASLprep (RFC 4013): what is typed differently and looks the same is the same password.
const SPACES = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/g;
const MAPPED_TO_NOTHING = /[\u00ad\u034f\u1806\u180b-\u180d\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]/g;
const PROHIBITED =
  /[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u0340\u0341\u06dd\u070f\u180e\u200e\u200f\u2028-\u202e\u2061-\u2063\u206a-\u206f\ufff9-\ufffd\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]|[\u2ff0-\u2ffb]/u;

/** A password that SASLprep refuses is taken as it is, by Postgres and libpq both. */
function prepared(password: string): string {
  const text = password.replace(SPACES, ' ').replace(MAPPED_TO_NOTHING, '').normalize('NFKC');
  return text === '' || PROHIBITED.test(text) ? password : text;
}
