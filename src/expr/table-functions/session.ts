import {column} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {parseSnapshot} from '../../types/io/snapshot.ts';
import {arrayOf, BIGINT, BOOLEAN, INTEGER, INTERVAL, NAME, TEXT} from '../../types/sql-type.ts';
import type {Schema} from '../../types/schema.ts';
import type {Datum} from '../../types/datum.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {tableFunction} from './define.ts';

const offset = [column('abbrev', TEXT), column('utc_offset', INTERVAL), column('is_dst', BOOLEAN)];

const setting = [
  ...'name setting unit category short_desc extra_desc context vartype source min_val max_val'
    .split(' ')
    .map(name => column(name, TEXT)),
  column('enumvals', arrayOf(TEXT)),
  ...'boot_val reset_val sourcefile'.split(' ').map(name => column(name, TEXT)),
  column('sourceline', INTEGER),
  column('pending_restart', BOOLEAN),
];

/** Rows about the server and the session, which the session makes. */
export const sessionFunctions: readonly TableFunctionRow[] = [
  ...(['pg_snapshot', 'txid_snapshot'] as const).map(kind =>
    tableFunction(
      `${kind}_xip`,
      [{kind}],
      () => [column(`${kind}_xip`, kind === 'pg_snapshot' ? {kind: 'xid8'} : BIGINT)],
      'the transactions that were running',
      ([text]: readonly [string]) => parseSnapshot(text).running.map(number => [number]),
    ),
  ),
  asked('pg_timezone_names', [column('name', TEXT), ...offset], 'the time zones, as they are now'),
  asked('pg_timezone_abbrevs', offset, 'abbreviations of time zones'),
  asked(
    'pg_available_extensions',
    [column('name', NAME), column('default_version', TEXT), column('comment', TEXT)],
    'extensions that can be created: none',
  ),
  asked(
    'pg_available_extension_versions',
    [
      column('name', NAME),
      column('version', TEXT),
      column('superuser', BOOLEAN),
      column('trusted', BOOLEAN),
      column('relocatable', BOOLEAN),
      column('schema', NAME),
      column('requires', arrayOf(NAME)),
      column('comment', TEXT),
    ],
    'versions of extensions that can be created: none',
  ),
  asked('pg_show_all_settings', setting, 'the parameters, as pg_settings shows them'),
  asked('pg_listening_channels', [column('pg_listening_channels', TEXT)], 'channels that the session listens to'),
];

function asked(name: string, columns: Schema, says: string): TableFunctionRow {
  return tableFunction(
    name,
    [],
    () => columns,
    says,
    (_, {system}) => {
      if (!system) throw new SqlError('0A000', `${name}() is not supported in this place`);
      return system(name, []) as unknown as readonly (readonly Datum[])[];
    },
  );
}
