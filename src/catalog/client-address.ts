import type {Datum} from '../types/datum.ts';
import {parseText} from '../types/io/registry.ts';
import {INET} from '../types/sql-type.ts';

/** '::1:50123', '127.0.0.1:50123'; an IPv4 address may come in IPv6's clothes. */
export function addressOf(client: string | undefined): Datum {
  const text = client?.replace(/:[^:]*$/, '').replace(/^::ffff:/, '') ?? '';
  return text === '' || !/[.:]/.test(text) ? null : parseText(INET, text);
}

export function portOf(client: string | undefined): number | null {
  const port = /:(\d+)$/.exec(client ?? '')?.[1];
  return port === undefined ? null : Number(port);
}
