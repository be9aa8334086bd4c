import {SqlError} from '../types/sql-error.ts';
import {blackhole} from './blackhole/index.ts';
import type {Connector} from './connector.ts';
import {file} from './file/index.ts';
import {kafka} from './kafka/index.ts';
import {loadGenerator} from './loadgen/index.ts';

/** Every connector. Adding one touches this list alone. */
const CONNECTORS: readonly Connector[] = [kafka, file, loadGenerator, blackhole];

/** Errors: 22023 for a name that is none. */
export function connectorNamed(name: string): Connector {
  const connector = CONNECTORS.find(entry => entry.name === name.toLowerCase());
  if (connector) return connector;
  throw new SqlError('22023', `unknown connector "${name}"`, {
    hint: `Connectors are: ${CONNECTORS.map(entry => entry.name).join(', ')}.`,
  });
}
