import type {Catalog} from '../catalog/catalog.ts';
import {SqlError} from '../types/sql-error.ts';
import type {Identity} from './identity.ts';
import type {Settings} from './settings.ts';
import {parseStartupOptions} from './startup-options.ts';

/** ALTER ROLE … SET; what is not good any more is told and left. */
export function applyRoleSettings(settings: Settings, {roleBook}: Catalog, {authenticated}: Identity): SqlError[] {
  const warnings: SqlError[] = [];
  for (const [name, value] of roleBook.settingsOf(authenticated)) {
    try {
      settings.setDefault(name, value, 'role');
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      warnings.push(error);
    }
  }
  return warnings;
}

/**
 * What the client has asked for at its start; what has a parameter of its own counts more than what stands in `options`.
 * Errors: those of the settings, which end the connection.
 */
export function applyStartupParameters(settings: Settings, parameters: ReadonlyMap<string, string>): void {
  try {
    for (const [name, value] of parseStartupOptions(parameters.get('options') ?? '')) settings.setDefault(name, value);
    for (const [name, value] of parameters) if (name !== 'options') settings.setDefault(name, value);
  } catch (error) {
    throw error instanceof SqlError ? error.with({severity: 'FATAL'}) : error;
  }
}
