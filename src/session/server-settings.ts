import type {SettingDefinition} from './setting-definitions.ts';

// What the command line decides, or nobody: shown, never set.

function shown(name: string, initial: string, description: string): SettingDefinition {
  return {name, initial, description, readOnly: true, context: 'postmaster'};
}

export const SERVER_SETTINGS: readonly SettingDefinition[] = [
  shown('authentication_timeout', '1min', 'Sets the maximum allowed time to complete client authentication.'),
  shown('listen_addresses', 'localhost', 'Sets the host name or IP address(es) to listen to.'),
  shown('max_connections', '1000', 'Sets the maximum number of concurrent connections.'),
  shown('ssl', 'off', 'Enables SSL connections.'),
  shown('superuser_reserved_connections', '3', 'Sets the number of connection slots reserved for superusers.'),
];
