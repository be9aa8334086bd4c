import type {Catalog} from '../catalog.ts';
import type {SourceObject} from '../object.ts';

// A source is shown as a foreign table; its connector stands as the foreign server, so that \d names it.

export const WRAPPER_OID = 15200n;
const FIRST_SERVER_OID = 15201n;

/** One foreign server a connector in use. */
export function connectorServers(catalog: Catalog): ReadonlyMap<string, bigint> {
  const names = new Set(catalog.ofKind('source').map(source => source.connector));
  return new Map([...names].sort().map((name, i) => [name, FIRST_SERVER_OID + BigInt(i)]));
}

/** 'name=value', as pg_foreign_table.ftoptions holds them. */
export function optionTexts(source: SourceObject): string[] {
  const options = Object.entries(source.options).map(([name, value]) => `${name}=${value}`);
  if (source.generator) options.unshift(`generator=${source.generator}`);
  if (source.format) options.push(`format=${source.format.format}`, `encode=${source.format.encode}`);
  return options;
}
