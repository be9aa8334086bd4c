import type {ConnectOptions} from '../session/api.ts';
import {SqlError} from '../types/sql-error.ts';
import type {StartupPacket} from './codec/frontend-messages.ts';
import {PROTOCOL_MAJOR, PROTOCOL_MINOR} from './codec/protocol.ts';

export type Startup = Extract<StartupPacket, {type: 'startup'}>;

/** Who wants which database. Errors (all FATAL): 0A000 another protocol, 28000 no user. */
export function connectOptions(startup: Startup, remoteAddress: string): ConnectOptions {
  if (startup.major !== PROTOCOL_MAJOR) throw unsupportedProtocol(startup.major, startup.minor);
  const parameters = new Map(startup.parameters);
  const user = parameters.get('user');
  if (!user) throw fatal('28000', 'no PostgreSQL user name specified in startup packet');
  const replication = parameters.get('replication') ?? 'false';
  if (!/^(?:false|off|no|0)$/i.test(replication)) throw fatal('0A000', 'replication connections are not supported');
  const database = parameters.get('database') || user;
  for (const name of ['user', 'database', 'replication', ...protocolOptions(startup)]) parameters.delete(name);
  return {user, database, parameters, remoteAddress};
}

export function unsupportedProtocol(major: number, minor: number): SqlError {
  const supported = `3.0 to ${PROTOCOL_MAJOR}.${PROTOCOL_MINOR}`;
  return fatal('0A000', `unsupported frontend protocol ${major}.${minor}: server supports ${supported}`);
}

/** Names of protocol extensions asked for; none is known. */
export function protocolOptions(startup: Startup): string[] {
  return [...startup.parameters.keys()].filter(name => name.startsWith('_pq_.'));
}

function fatal(code: string, message: string): SqlError {
  return new SqlError(code, message, {severity: 'FATAL'});
}
