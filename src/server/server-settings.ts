import {resolve} from 'node:path';
import type {ServerOptions} from './server.ts';

/** Parameters that the command line has decided, by lower-case name. */
export function serverSettings({host, port, dataDirectory, security}: ServerOptions): ReadonlyMap<string, string> {
  const {tlsCertificate, tlsKey, tlsClientCa, hbaFile} = security;
  const files: readonly (readonly [string, string | undefined])[] = [
    ['data_directory', dataDirectory],
    ['hba_file', hbaFile],
    ['ssl_ca_file', tlsClientCa],
    ['ssl_cert_file', tlsCertificate],
    ['ssl_key_file', tlsKey],
  ];
  return new Map([
    ['listen_addresses', host],
    ['port', String(port)],
    ['ssl', tlsCertificate === undefined ? 'off' : 'on'],
    ...files.flatMap(([name, path]) => (path === undefined ? [] : [[name, resolve(path)] as const])),
  ]);
}
