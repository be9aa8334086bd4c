import {lookup} from 'node:dns/promises';
import type {Catalog} from '../catalog/catalog.ts';
import {BOOTSTRAP_ROLE_OID} from '../catalog/role.ts';
import type {MillraceDatabase} from '../session/database.ts';
import {makeVerifier, printVerifier} from '../session/scram-verifier.ts';
import {HbaError, type HbaRule, isLoopback, LOOPBACK_RULES, parseHba, PASSWORD_RULES} from '../wire/auth/hba.ts';
import type {WireSecurity} from '../wire/server.ts';
import type {TlsFiles} from '../wire/tls-acceptor.ts';
import {ServerStartError} from './start-error.ts';
import {readFile} from './start-files.ts';

export type SecurityOptions = {
  /** PEM files; the certificate and the key come together. */
  readonly tlsCertificate?: string;
  readonly tlsKey?: string;
  readonly tlsClientCa?: string;
  /** In the format of pg_hba.conf. */
  readonly hbaFile?: string;
};

/** Reads the files; called at start and again at each reload. Errors: ServerStartError says which file, and why. */
export async function readSecurity(options: SecurityOptions, host: string): Promise<WireSecurity> {
  return {tls: readTls(options), rules: await readRules(options, host)};
}

/** Nobody gets in by chance: a server that others can reach needs rules, or passwords. Errors: ServerStartError. */
export async function checkNotOpen(options: SecurityOptions, host: string, catalog: Catalog): Promise<void> {
  if (options.hbaFile !== undefined || (await listensOnLoopback(host))) return;
  if (catalog.roles.some(role => role.login && role.password !== null)) return;
  throw new ServerStartError(
    `refusing to listen on ${host}: no role has a password. Give the first one with --initial-password-file, ` +
      'or say who may come in with --hba-file (docs/security.md)',
  );
}

/** The password of the first superuser, unless it has one. Errors: ServerStartError. */
export async function setInitialPassword(database: MillraceDatabase, password: string): Promise<void> {
  const role = database.catalog.roleBook.ofOid(BOOTSTRAP_ROLE_OID);
  if (!role || role.password !== null) return;
  if (password === '') throw new ServerStartError('the initial password is empty');
  const verifier = printVerifier(await makeVerifier(password));
  await database.editCatalog(fork => {
    fork.roleBook = fork.roleBook.withChanged({...role, password: verifier});
    return {specs: new Map(), notices: [], tag: 'ALTER ROLE'};
  });
}

function readTls({tlsCertificate, tlsKey, tlsClientCa}: SecurityOptions): TlsFiles | null {
  if (tlsCertificate === undefined || tlsKey === undefined) {
    if (tlsCertificate ?? tlsKey ?? tlsClientCa) {
      throw new ServerStartError('TLS needs both --tls-cert and --tls-key');
    }
    return null;
  }
  return {
    certificate: readFile(tlsCertificate),
    key: readFile(tlsKey),
    clientCa: tlsClientCa === undefined ? null : readFile(tlsClientCa),
  };
}

async function readRules(
  {hbaFile, tlsCertificate, tlsClientCa}: SecurityOptions,
  host: string,
): Promise<readonly HbaRule[]> {
  if (hbaFile === undefined) return (await listensOnLoopback(host)) ? LOOPBACK_RULES : PASSWORD_RULES;
  try {
    const rules = parseHba(readFile(hbaFile).toString('utf8'));
    checkRules(rules, tlsCertificate !== undefined, tlsClientCa !== undefined);
    return rules;
  } catch (error) {
    if (error instanceof HbaError) throw new ServerStartError(`${hbaFile}: ${error.message}`);
    throw error;
  }
}

/** As Postgres: what can never be fulfilled is a mistake. */
function checkRules(rules: readonly HbaRule[], hasTls: boolean, hasClientCa: boolean): void {
  if (rules.length === 0) throw new HbaError('there is no rule in it, so nobody could come in');
  for (const {line, connection, clientCertificate} of rules) {
    if (connection === 'hostssl' && !hasTls) throw new HbaError(`line ${line}: hostssl needs --tls-cert and --tls-key`);
    if (clientCertificate !== 'none' && !hasClientCa) {
      throw new HbaError(`line ${line}: client certificates need --tls-client-ca`);
    }
  }
}

/** All addresses that the name stands for are this machine's own. */
async function listensOnLoopback(host: string): Promise<boolean> {
  try {
    const addresses = await lookup(host, {all: true});
    return addresses.length > 0 && addresses.every(({address}) => isLoopback(address));
  } catch {
    // Listening will fail, and say why.
    return false;
  }
}
