import {readFileSync} from 'node:fs';
import {connect as connectTls} from 'node:tls';
import pg from 'pg';
import {serialize} from 'pg-protocol';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {makeVerifier, printVerifier} from '../../src/session/scram-verifier.ts';
import {parseHba} from '../../src/wire/auth/hba.ts';
import {certificateHash} from '../../src/wire/auth/certificate-hash.ts';
import {DEFAULT_LIMITS} from '../../src/wire/limits.ts';
import {startWireServer, type WireSecurity, type WireServer} from '../../src/wire/server.ts';
import type {TlsFiles} from '../../src/wire/tls-acceptor.ts';
import {FakeDatabase, rowsOf} from './fake-database.ts';
import {WireClient} from './wire-client.ts';
import {INTEGER} from '../../src/types/sql-type.ts';

const file = (name: string): Buffer => readFileSync(new URL(`certificates/${name}`, import.meta.url));
const tls: TlsFiles = {certificate: file('server.crt'), key: file('server.key'), clientCa: file('ca.crt')};
const SSL_REQUEST = serialize.requestSsl();

let database: FakeDatabase;
let server: WireServer;
const clients: pg.Client[] = [];

beforeEach(() => {
  database = new FakeDatabase();
  database.define('one', {columns: [['n', INTEGER]], chunks: rowsOf([1])});
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.end().catch(() => {});
  await server.close();
});

async function serve(rules: string, encryption: TlsFiles | null = null, limits = DEFAULT_LIMITS): Promise<void> {
  const log = {warn() {}, info() {}, debug() {}};
  const security: WireSecurity = {tls: encryption, rules: parseHba(rules)};
  server = await startWireServer({host: '127.0.0.1', port: 0, database, log, security, limits});
  database.passwords.set('ada', printVerifier(await makeVerifier('engine')));
}

/** 'in', or why not. */
async function login(options: pg.ClientConfig & {enableChannelBinding?: boolean} = {}): Promise<string> {
  const client = new pg.Client({host: '127.0.0.1', port: server.port, user: 'ada', password: 'engine', ...options});
  client.on('error', () => {});
  try {
    await client.connect();
    clients.push(client);
    await client.query('one');
    return 'in';
  } catch (error) {
    const {code, message} = error as pg.DatabaseError;
    return `${code} ${message}`;
  }
}

const ssl = {ca: file('ca.crt'), checkServerIdentity: () => undefined};
const WRONG = '28P01 password authentication failed for user "ada"';

describe('passwords', () => {
  it.each(['scram-sha-256', 'md5', 'password'])('%s', async method => {
    await serve(`host all all all ${method}`);
    expect(await login()).toBe('in');
    expect(await login({password: 'Engine'})).toBe(WRONG);
    expect(await login({user: 'bob'})).toBe(WRONG.replace('ada', 'bob'));
    database.passwords.delete('ada');
    expect(await login()).toBe(WRONG);
  });

  it('are bound to the channel under TLS', async () => {
    await serve('hostssl all all all scram-sha-256', tls);
    expect(await login({ssl, enableChannelBinding: true})).toBe('in');
    expect(await login({ssl})).toBe('in');
    expect(await login({ssl, password: 'x', enableChannelBinding: true})).toBe(WRONG);
    expect(await login()).toBe(
      '28000 no pg_hba.conf entry for host "127.0.0.1", user "ada", database "ada", no encryption',
    );
  });

  it('are guessed ten times, and then no more', async () => {
    await serve('host all all all scram-sha-256');
    for (let i = 0; i < 10; i++) expect(await login({password: `${i}`})).toBe(WRONG);
    expect(await login()).toBe('28000 too many failed logins from address "127.0.0.1"');
  });

  it('are guessed no faster over many connections at a time', async () => {
    await serve('host all all all scram-sha-256');
    const answers = await Promise.all(Array.from({length: 30}, (_, i) => login({password: `${i}`})));
    expect(answers.filter(answer => answer === WRONG).length).toBeLessThanOrEqual(11);
  });

  it('are not looked at where a rule rejects', async () => {
    await serve('host all ada all reject\nhost all all all trust');
    expect(await login()).toMatch(/^28000 pg_hba.conf rejects connection for host "127.0.0.1", user "ada"/);
    expect(await login({user: 'bob'})).toBe('in');
  });
});

describe('client certificates', () => {
  const certificate = {cert: file('client.crt'), key: file('client.key')};

  it('let in whom they name', async () => {
    await serve('hostssl all all all cert', tls);
    expect(await login({ssl: {...ssl, ...certificate}})).toBe('in');
    expect(await login({ssl: {...ssl, ...certificate}, user: 'bob'})).toBe(
      '28000 certificate authentication failed for user "bob"',
    );
    expect(await login({ssl})).toBe('28000 connection requires a valid client certificate');
    const stranger = {cert: file('stranger.crt'), key: file('stranger.key')};
    expect(await login({ssl: {...ssl, ...stranger}})).toBe('28000 the client certificate is not valid');
  });

  it('may be asked for besides a password', async () => {
    await serve('hostssl all all all scram-sha-256 clientcert=verify-ca', tls);
    expect(await login({ssl: {...ssl, ...certificate}})).toBe('in');
    expect(await login({ssl: {...ssl, ...certificate}, password: 'x'})).toBe(WRONG);
    expect(await login({ssl})).toBe('28000 connection requires a valid client certificate');
  });
});

describe('TLS', () => {
  it.each(['TLSv1.2', 'TLSv1.3'] as const)('%s', async version => {
    await serve('hostssl all all all trust', tls);
    expect(await login({ssl: {...ssl, minVersion: version, maxVersion: version}})).toBe('in');
  });

  it('is not older', async () => {
    await serve('host all all all trust', tls);
    expect(await login({ssl: {...ssl, minVersion: 'TLSv1', maxVersion: 'TLSv1.1'}})).not.toBe('in');
    expect(await login({ssl})).toBe('in');
  });

  it('takes new certificates for those who come after', async () => {
    await serve('host all all all trust', tls);
    const shown = async (): Promise<string> => {
      const raw = await WireClient.open(server.port);
      expect(await raw.refusalOf(SSL_REQUEST)).toBe('S');
      raw.socket.removeAllListeners('data');
      return new Promise(resolve => {
        const secure = connectTls({socket: raw.socket, ...ssl}, () => {
          resolve(secure.getPeerX509Certificate()!.fingerprint256);
          secure.destroy();
        });
      });
    };
    const before = await shown();
    server.renew({
      rules: parseHba('host all all all trust'),
      tls: {...tls, certificate: file('server-2.crt'), key: file('server-2.key')},
    });
    expect(await shown()).not.toBe(before);
    expect(() => server.renew({rules: [], tls: {...tls, key: file('client.key')}})).toThrow();
    expect(await login({ssl, enableChannelBinding: true})).toBe('in');
  });

  it('is refused where there is none, and with anything slipped in before it', async () => {
    await serve('host all all all trust', tls);
    const raw = await WireClient.open(server.port);
    raw.send(SSL_REQUEST, serialize.startup({user: 'mallory'}));
    await raw.closed();
    expect(raw.messages[0]).toMatchObject({code: '08P01', message: 'received unencrypted data after SSL request'});
  });
});

describe('a stranger', () => {
  it('that says nothing is hung up on', async () => {
    await serve('host all all all scram-sha-256', null, {...DEFAULT_LIMITS, authenticationTimeoutMs: 200});
    const silent = await WireClient.open(server.port);
    const halfway = await WireClient.open(server.port);
    halfway.send(serialize.startup({user: 'ada'}));
    await Promise.all([silent.closed(), halfway.closed()]);
    expect(halfway.names()).toEqual(['authenticationSASL']);
    expect(await login()).toBe('in');
  });

  it('keeps nobody out, however many they are', async () => {
    await serve('host all all all trust', null, {...DEFAULT_LIMITS, maxStrangers: 20});
    const silent: WireClient[] = [];
    for (let i = 0; i < 30; i++) silent.push(await WireClient.open(server.port));
    expect(await login()).toBe('in');
    await Promise.all(silent.slice(0, 10).map(client => client.closed()));
    expect(silent.filter(client => client.ended).length).toBeLessThanOrEqual(11);
    for (const client of silent) client.close();
  });

  it('cannot make the server wait for a large message', async () => {
    await serve('host all all all scram-sha-256');
    const raw = await WireClient.open(server.port);
    raw.send(serialize.startup({user: 'ada'}));
    await raw.until(() => raw.names().includes('authenticationSASL'));
    raw.send(Buffer.from('7000020000', 'hex'));
    await raw.closed();
    expect(raw.messages.at(-1)).toMatchObject({code: '08P01', message: 'invalid message length'});
  });

  it.each([
    ['a query', serialize.query('one'), 'expected password response, got message type 81'],
    [
      'an unknown mechanism',
      serialize.sendSASLInitialResponseMessage('PLAIN', 'x'),
      'client selected an invalid SASL authentication mechanism',
    ],
    ['no SCRAM', serialize.sendSASLInitialResponseMessage('SCRAM-SHA-256', 'x'), 'malformed SCRAM message'],
    [
      'PLUS without TLS',
      serialize.sendSASLInitialResponseMessage('SCRAM-SHA-256-PLUS', 'x'),
      'client selected an invalid SASL authentication mechanism',
    ],
  ])('that answers with %s is refused', async (_what, bytes, message) => {
    await serve('host all all all scram-sha-256');
    const raw = await WireClient.open(server.port);
    raw.send(serialize.startup({user: 'ada'}));
    await raw.until(() => raw.names().includes('authenticationSASL'));
    raw.send(bytes);
    await raw.closed();
    expect(raw.messages.at(-1)).toMatchObject({severity: 'FATAL', code: '08P01', message});
  });
});

describe('the hash of a certificate', () => {
  it('is by the hash of its signature', () => {
    const der = (name: string): Buffer =>
      Buffer.from(
        file(name)
          .toString()
          .replace(/-----[^-]+-----|\s/g, ''),
        'base64',
      );
    expect(certificateHash(der('server.crt')).length).toBe(32);
    expect(certificateHash(der('server-2.crt')).length).toBe(48);
  });
});
