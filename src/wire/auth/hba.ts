import {BlockList, isIP} from 'node:net';
import {networkInterfaces} from 'node:os';

/** How a client shows who it is. */
type AuthMethod = 'trust' | 'reject' | 'scram-sha-256' | 'password' | 'cert';

export type HbaRule = {
  readonly line: number;
  readonly connection: 'host' | 'hostssl' | 'hostnossl';
  readonly databases: readonly HbaName[];
  readonly users: readonly HbaName[];
  readonly address: (ip: string) => boolean;
  readonly method: AuthMethod;
  /** The certificate that the client has to show besides; verify-full: its common name is the user's. */
  readonly clientCertificate: 'none' | 'verify-ca' | 'verify-full';
};

/** A name as the file has it: quoted, no word has a meaning of its own. */
type HbaName = {readonly text: string; readonly quoted: boolean};

export type HbaRequest = {
  readonly ip: string;
  readonly encrypted: boolean;
  readonly database: string;
  readonly user: string;
  /** `role` is `user`, or one that it is a member of. */
  readonly isMember: (role: string) => boolean;
};

/** The file cannot be used: says why, and in which line. */
export class HbaError extends Error {}

const CONNECTIONS = ['host', 'hostssl', 'hostnossl'] as const;
const METHODS: Readonly<Record<string, AuthMethod>> = {
  trust: 'trust',
  reject: 'reject',
  'scram-sha-256': 'scram-sha-256',
  // As in Postgres: what is stored is a SCRAM verifier, so that is what is asked for.
  md5: 'scram-sha-256',
  password: 'password',
  cert: 'cert',
};
const FOREIGN_METHODS = ['gss', 'sspi', 'ident', 'peer', 'ldap', 'radius', 'pam', 'bsd'];

/** The rules of a file in the format of pg_hba.conf (manual 21.1). Errors: HbaError. */
export function parseHba(text: string): HbaRule[] {
  const rules: HbaRule[] = [];
  for (const {line, fields} of readLines(text)) {
    const rule = parseRule(line, fields);
    if (rule) rules.push(rule);
  }
  return rules;
}

/** The first rule that fits, as in Postgres; null: nobody said that this may be. */
export function findRule(rules: readonly HbaRule[], request: HbaRequest): HbaRule | null {
  return (
    rules.find(
      rule =>
        (rule.connection === 'host' || (rule.connection === 'hostssl') === request.encrypted) &&
        rule.address(request.ip) &&
        rule.databases.some(name => isDatabase(name, request)) &&
        rule.users.some(name => isUser(name, request)),
    ) ?? null
  );
}

function isDatabase({text, quoted}: HbaName, {database, user, isMember}: HbaRequest): boolean {
  if (!quoted) {
    if (text === 'all') return true;
    if (text === 'sameuser') return database === user;
    if (text === 'samerole' || text === 'samegroup') return isMember(database);
    if (text === 'replication') return false;
  }
  return text === database;
}

function isUser({text, quoted}: HbaName, {user, isMember}: HbaRequest): boolean {
  if (!quoted && text === 'all') return true;
  if (text.startsWith('+')) return isMember(text.slice(1));
  return text === user;
}

// Reading

type Token = HbaName;
type Line = {readonly line: number; readonly fields: readonly (readonly Token[])[]};

/** Fields of lists of words; a backslash at the end joins lines, # begins a comment. */
function* readLines(text: string): Generator<Line> {
  let line = 0;
  let pending = '';
  let first = 0;
  for (const raw of text.split(/\r?\n/)) {
    line++;
    if (pending === '') first = line;
    if (raw.endsWith('\\')) {
      pending += raw.slice(0, -1);
      continue;
    }
    const fields = readFields(pending + raw, first);
    pending = '';
    if (fields.length > 0) yield {line: first, fields};
  }
}

function readFields(text: string, line: number): Token[][] {
  const fields: Token[][] = [];
  let inList = false;
  const words = /\s*(?:(#.*)|(,)|"((?:[^"]|"")*)"|([^\s,"#]+)|(\S))/gy;
  for (const [whole, comment, comma, quoted, word, wrong] of text.matchAll(words)) {
    if (comment !== undefined) break;
    if (wrong !== undefined) throw new HbaError(`line ${line}: a quoted name has no end`);
    if (comma !== undefined) {
      inList = true;
      continue;
    }
    const token = {text: (quoted ?? word).replaceAll('""', '"'), quoted: quoted !== undefined};
    // `options "a b"` are two fields, `a=b"c"` is none of ours.
    if (inList && fields.length > 0) fields[fields.length - 1].push(token);
    else if (whole !== '') fields.push([token]);
    inList = false;
  }
  return fields;
}

function parseRule(line: number, fields: readonly (readonly Token[])[]): HbaRule | null {
  const fail = (what: string): never => {
    throw new HbaError(`line ${line}: ${what}`);
  };
  const word = (at: number, what: string): string => {
    const field = fields[at];
    if (!field) return fail(`end-of-line before ${what}`);
    if (field.length > 1) return fail(`multiple values specified for ${what}`);
    return field[0].text;
  };
  const type = word(0, 'connection type');
  // Connections of the machine itself that are no TCP; there is no listener for them.
  if (type === 'local') return null;
  if (type === 'hostgssenc' || type === 'hostnogssenc') fail(`${type} is not supported: there is no GSSAPI`);
  const connection = CONNECTIONS.find(known => known === type) ?? fail(`invalid connection type "${type}"`);
  const databases = fields[1] ?? fail('end-of-line before database specification');
  const users = fields[2] ?? fail('end-of-line before role specification');
  for (const {text, quoted} of [...databases, ...users]) {
    if (!quoted && text.startsWith('@')) fail(`names out of a file (${text}) are not supported`);
  }
  let next = 3;
  const addressText = word(next++, 'IP address specification');
  let mask: string | null = null;
  if (isIP(addressText) > 0) {
    mask = word(next++, 'netmask specification');
    if (isIP(mask) !== isIP(addressText)) fail(`invalid IP mask "${mask}"`);
  }
  const address = addressTest(addressText, mask) ?? fail(`invalid IP address "${addressText}"`);
  const methodText = word(next++, 'authentication method');
  if (FOREIGN_METHODS.includes(methodText)) fail(`authentication method "${methodText}" is not supported`);
  const method = METHODS[methodText] ?? fail(`invalid authentication method "${methodText}"`);
  let clientCertificate: HbaRule['clientCertificate'] = method === 'cert' ? 'verify-full' : 'none';
  for (const field of fields.slice(next)) {
    const [name, value] = field
      .map(token => token.text)
      .join(',')
      .split('=', 2);
    if (name !== 'clientcert') fail(`unrecognized authentication option name: "${name}"`);
    if (value !== 'verify-ca' && value !== 'verify-full') fail(`invalid value for clientcert: "${value}"`);
    if (method === 'cert' && value !== 'verify-full') {
      fail('clientcert only accepts "verify-full" when using "cert" authentication');
    }
    clientCertificate = value as 'verify-ca' | 'verify-full';
  }
  if (clientCertificate !== 'none' && connection !== 'hostssl') {
    fail(
      method === 'cert'
        ? 'cert authentication is only supported on hostssl connections'
        : 'clientcert can only be configured for "hostssl" rows',
    );
  }
  return {line, connection, databases, users, address, method, clientCertificate};
}

// Addresses

function addressTest(text: string, mask: string | null): HbaRule['address'] | null {
  if (text === 'all') return () => true;
  if (text === 'samehost') return ip => networksOf(ownAddresses('host')).check(ip);
  if (text === 'samenet') return ip => networksOf(ownAddresses('net')).check(ip);
  const [address, prefixText] = text.split('/');
  const version = isIP(address);
  if (version === 0) return null;
  const prefix = mask === null ? decimal(prefixText) : prefixOf(mask);
  if (!(prefix >= 0 && prefix <= (version === 4 ? 32 : 128))) return null;
  const networks = networksOf([[address, prefix]]);
  return ip => networks.check(ip);
}

type Network = readonly [address: string, prefix: number];

function networksOf(networks: readonly Network[]): {check(ip: string): boolean} {
  const list = new BlockList();
  for (const [address, prefix] of networks) list.addSubnet(address, prefix, isIP(address) === 4 ? 'ipv4' : 'ipv6');
  return {check: ip => isIP(ip) > 0 && list.check(ip, isIP(ip) === 4 ? 'ipv4' : 'ipv6')};
}

/** As they are now: interfaces come and go. */
function ownAddresses(what: 'host' | 'net'): Network[] {
  const interfaces = Object.values(networkInterfaces()).flatMap(list => list ?? []);
  return interfaces.map(({address, family, cidr}) => {
    const whole = family === 'IPv4' ? 32 : 128;
    return [address, what === 'host' ? whole : Number(cidr?.split('/')[1] ?? whole)];
  });
}

function decimal(text: string | undefined): number {
  return text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : NaN;
}

/** Leading ones of a netmask; NaN if ones come after zeros. */
function prefixOf(mask: string): number {
  if (isIP(mask) === 6) {
    const prefixes = Array.from({length: 129}, (_, prefix) => prefix);
    return prefixes.find(prefix => ipv6Mask(prefix) === ipv6Text(mask)) ?? NaN;
  }
  const bits = mask
    .split('.')
    .map(part => Number(part).toString(2).padStart(8, '0'))
    .join('');
  return /^1*0*$/.test(bits) ? bits.lastIndexOf('1') + 1 : NaN;
}

function ipv6Mask(prefix: number): string {
  const bits = '1'.repeat(prefix).padEnd(128, '0');
  const groups = bits.match(/.{16}/g)!.map(group => parseInt(group, 2).toString(16));
  return ipv6Text(groups.join(':'));
}

/** One spelling of each. */
function ipv6Text(address: string): string {
  return new URL(`http://[${address}]`).hostname;
}

const loopback = networksOf([
  ['127.0.0.0', 8],
  ['::1', 128],
]);

const ANY: readonly HbaName[] = [{text: 'all', quoted: false}];

/** Without a file, where the server listens on loopback alone: whoever is on this machine is trusted. */
export const LOOPBACK_RULES: readonly HbaRule[] = [ruleForAll(isLoopback, 'trust')];
/** Without a file, anywhere else: passwords. */
export const PASSWORD_RULES: readonly HbaRule[] = [ruleForAll(() => true, 'scram-sha-256')];

function ruleForAll(address: HbaRule['address'], method: AuthMethod): HbaRule {
  return {line: 0, connection: 'host', databases: ANY, users: ANY, address, method, clientCertificate: 'none'};
}

/** ::ffff:10.0.0.1, as a socket that listens on both says, is 10.0.0.1. */
export function plainAddress(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}

export function isLoopback(ip: string): boolean {
  return loopback.check(plainAddress(ip));
}
