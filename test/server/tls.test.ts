import {spawn} from 'node:child_process';
import {copyFileSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TLSSocket} from 'node:tls';
import pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {eventually, TestServer} from '../support/server.ts';

const certificates = new URL('../wire/certificates/', import.meta.url).pathname;

describe('a server with TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-tls-'));
  const [cert, key] = [join(folder, 'server.crt'), join(folder, 'server.key')];
  const ca = join(certificates, 'ca.crt');
  let server: TestServer;

  function install(name: string): void {
    copyFileSync(join(certificates, `${name}.crt`), cert);
    copyFileSync(join(certificates, `${name}.key`), key);
  }

  beforeAll(async () => {
    install('server');
    server = await TestServer.start('--tls-cert', cert, '--tls-key', key, '--tls-client-ca', ca);
  });

  afterAll(async () => {
    await server.dispose();
    rmSync(folder, {recursive: true, force: true});
  });

  async function secure(more: object = {}): Promise<pg.Client> {
    const ssl = {ca: readFileSync(ca), servername: 'localhost', ...more};
    const client = new pg.Client({connectionString: server.url, ssl});
    client.on('error', () => {});
    await client.connect();
    return client;
  }

  function fingerprint(client: pg.Client): string {
    const {stream} = (client as unknown as {connection: {stream: TLSSocket}}).connection;
    return stream.getPeerCertificate().fingerprint256;
  }

  test('takes a new certificate at SIGHUP, and leaves connections that stand alone', async () => {
    const old = await secure();
    const before = fingerprint(old);
    install('server-2');
    process.kill(server.pid, 'SIGHUP');
    await eventually(
      async () => {
        const client = await secure();
        const now = fingerprint(client);
        await client.end();
        return now === before ? null : now;
      },
      10_000,
      'the certificate is the old one',
    );
    expect((await old.query('SELECT 1 AS one')).rows).toEqual([{one: 1}]);
    await old.end();
  });

  test('keeps what it has where the new files do not fit', async () => {
    const client = await secure();
    const before = fingerprint(client);
    copyFileSync(join(certificates, 'client.key'), key);
    process.kill(server.pid, 'SIGHUP');
    await eventually(async () => (/key|certificate/i.test(server.stderr) ? true : null), 10_000, 'nothing was logged');
    const another = await secure();
    expect(fingerprint(another)).toBe(before);
    await another.end();
    await client.end();
  });

  test('tells of it in pg_stat_ssl', async () => {
    const plain = await server.connect();
    const shown = await secure({
      cert: readFileSync(join(certificates, 'client.crt')),
      key: readFileSync(join(certificates, 'client.key')),
    });
    const {rows} = await shown.query(`
      SELECT pid = pg_backend_pid() AS own, ssl, version LIKE 'TLSv1._' AS version, cipher <> '' AS cipher, bits >= 128 AS bits,
             client_dn, client_serial > 0 AS serial, issuer_dn
      FROM pg_stat_ssl ORDER BY own`);
    expect(rows).toEqual([
      {own: false, ssl: false, version: null, cipher: null, bits: null, client_dn: null, serial: null, issuer_dn: null},
      {
        own: true,
        ssl: true,
        version: true,
        cipher: true,
        bits: true,
        client_dn: '/CN=ada',
        serial: true,
        issuer_dn: '/CN=Millrace test CA',
      },
    ]);
    await shown.end();
    await plain.end();
  });
});

test('a server does not start open on another address than loopback', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-open-'));
  const args = ['bin/millrace', 'start', '--port', '0', '--http-port', '0', '--data-dir', folder, '--host', '0.0.0.0'];
  const env = {...process.env};
  delete env['MILLRACE_INITIAL_PASSWORD'];
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'pipe'], env});
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise(resolve => child.once('exit', resolve));
  rmSync(folder, {recursive: true, force: true});
  expect(code).not.toBe(0);
  expect(said).not.toContain('ready');
  expect(said).toMatch(/password/);
});

describe('sessions are ended and cancelled', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.dispose());

  test('over the rows of pg_stat_activity', async () => {
    const admin = await server.connect();
    const others = await Promise.all([1, 2, 3].map(() => server.connect()));
    await others[0].query("SET application_name = 'spared'");
    const ended = others.slice(1).map(client => new Promise(resolve => client.once('end', () => resolve('ended'))));
    const {rows} = await admin.query(`
      SELECT pid > 0 AS found, pg_terminate_backend(pid) AS done FROM pg_stat_activity
      WHERE pid <> pg_backend_pid() AND application_name <> 'spared' ORDER BY pid`);
    expect(rows).toEqual([
      {found: true, done: true},
      {found: true, done: true},
    ]);
    expect(await Promise.all(ended)).toEqual(['ended', 'ended']);
    const sleeping = others[0].query('SELECT pg_sleep(600)').catch((error: pg.DatabaseError) => error.code);
    const active =
      "FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%sleep(600)' AND pid <> pg_backend_pid()";
    await eventually(
      async () => ((await admin.query(`SELECT 1 ${active}`)).rows.length > 0 ? true : null),
      10_000,
      'it does not sleep',
    );
    expect((await admin.query(`SELECT pg_cancel_backend(pid) AS done ${active}`)).rows).toEqual([{done: true}]);
    expect(await sleeping).toBe('57014');
    const told = await admin.query(
      "SELECT set_config('work_mem', n || 'MB', false) AS set FROM generate_series(1, 3) AS n",
    );
    expect(told.rows).toEqual([{set: '1MB'}, {set: '2MB'}, {set: '3MB'}]);
    expect((await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE false')).rows).toEqual([]);
  });
});
