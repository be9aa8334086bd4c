import type {ConnectOptions, Database} from '../../session/api.ts';
import {parseVerifier, type Verifier} from '../../session/scram-verifier.ts';
import {ByteReader} from '../../types/io/byte-reader.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Channel} from '../channel.ts';
import {decodeMessage} from '../codec/decode.ts';
import type {Entrance} from '../entrance.ts';
import {findRule, type HbaRule, plainAddress} from './hba.ts';
import {type ChannelBinding, isPassword, mockVerifier, SCRAM, SCRAM_PLUS, ScramExchange} from './scram.ts';
import type {LoginThrottle} from './throttle.ts';

const PASSWORD_MESSAGE = 'p'.charCodeAt(0);

/** Lets the client show who it is, as the first rule that fits it asks. Errors, all FATAL: 28000, 28P01, 08P01. */
export async function authenticate(channel: Channel, entrance: Entrance, options: ConnectOptions): Promise<void> {
  const {user} = options;
  const {database, throttle} = entrance;
  const ip = plainAddress(channel.transport.remoteIp);
  const rule = ruleFor(channel, entrance, options, ip);
  checkCertificate(channel, rule, user);
  if (rule.method === 'trust' || rule.method === 'cert') return;

  checkThrottle(throttle, ip);
  const isRight =
    rule.method === 'password' ? await askPassword(channel, database, user) : await askScram(channel, database, user);
  // Asked again: others of this address may have failed while this one was at it.
  checkThrottle(throttle, ip);
  if (isRight()) return;
  throttle.failed(ip);
  const refused = fatal('28P01', `password authentication failed for user "${user}"`);
  database.auditLogin?.(options, 0, refused);
  throw refused;
}

function ruleFor(channel: Channel, {rules, database}: Entrance, options: ConnectOptions, ip: string): HbaRule {
  const encrypted = channel.transport.encryption !== null;
  const rule = findRule(rules, {
    ip,
    encrypted,
    user: options.user,
    database: options.database,
    isMember: role => database.isMember(options.user, role),
  });
  const who = `host "${ip}", user "${options.user}", database "${options.database}", ${
    encrypted ? 'SSL encryption' : 'no encryption'
  }`;
  if (!rule) throw fatal('28000', `no pg_hba.conf entry for ${who}`);
  if (rule.method === 'reject') throw fatal('28000', `pg_hba.conf rejects connection for ${who}`);
  return rule;
}

function checkCertificate(channel: Channel, {clientCertificate}: HbaRule, user: string): void {
  if (clientCertificate === 'none') return;
  const name = channel.transport.encryption?.clientName ?? null;
  if (name === null) throw fatal('28000', 'connection requires a valid client certificate');
  if (clientCertificate === 'verify-full' && name !== user) {
    throw fatal('28000', `certificate authentication failed for user "${user}"`);
  }
}

function checkThrottle(throttle: LoginThrottle, ip: string): void {
  const seconds = throttle.wait(ip);
  if (seconds === 0) return;
  throw new SqlError('28000', `too many failed logins from address "${ip}"`, {
    severity: 'FATAL',
    hint: `Try again in ${seconds} s.`,
  });
}

/** Whether the client has shown the password; it is asked for only when the client may still be believed. */
type Answer = () => boolean;

async function askPassword(channel: Channel, database: Database, user: string): Promise<Answer> {
  channel.writer.authenticationCleartextPassword();
  const password = new ByteReader(await passwordMessage(channel)).cstring();
  if (password === '') throw fatal('28P01', 'empty password returned by client');
  const right = await isPassword(password, verifierOf(database, user));
  return () => right;
}

async function askScram(channel: Channel, database: Database, user: string): Promise<Answer> {
  const {writer, transport} = channel;
  const {encryption} = transport;
  const binding: ChannelBinding | null = encryption && {type: 'tls-server-end-point', data: encryption.endPoint};
  const mechanisms = binding ? [SCRAM_PLUS, SCRAM] : [SCRAM];
  writer.authenticationSasl(mechanisms);

  const initial = new ByteReader(await passwordMessage(channel));
  const mechanism = initial.cstring();
  if (!mechanisms.includes(mechanism)) throw fatal('08P01', 'client selected an invalid SASL authentication mechanism');
  const exchange = new ScramExchange(mechanism, verifierOf(database, user), binding);
  const length = initial.int32();
  // -1: the client waits for an empty challenge first, which it need not.
  if (length < 0) writer.authenticationSaslContinue('');
  const first = length < 0 ? await passwordMessage(channel) : initial.slice(length);
  writer.authenticationSaslContinue(failing(() => exchange.first(asciiOf(first))));

  const final = asciiOf(await passwordMessage(channel));
  return () => {
    const signature = failing(() => exchange.final(final));
    if (signature === null) return false;
    writer.authenticationSaslFinal(signature);
    return true;
  };
}

/** Nobody hears from outside which users there are: one without a password fails as a wrong password does. */
function verifierOf(database: Database, user: string): Verifier {
  const stored = database.passwordOf(user);
  return (stored !== null && parseVerifier(stored)) || mockVerifier(user);
}

async function passwordMessage(channel: Channel): Promise<Uint8Array> {
  const frame = await channel.awaitFrame();
  if (frame.code !== PASSWORD_MESSAGE) {
    throw fatal('08P01', `expected password response, got message type ${frame.code}`);
  }
  const message = decodeMessage(frame);
  return message.type === 'password' ? message.payload : new Uint8Array();
}

function asciiOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function failing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof SqlError ? error.with({severity: 'FATAL'}) : error;
  }
}

function fatal(code: string, message: string): SqlError {
  return new SqlError(code, message, {severity: 'FATAL'});
}
