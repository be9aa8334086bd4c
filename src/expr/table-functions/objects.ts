import type {Datum} from '../../types/datum.ts';
import {column, type Schema} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {arrayOf, BIGINT, BOOLEAN, INTEGER, OID, type SqlType, TEXT} from '../../types/sql-type.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {tableFunction} from './define.ts';

/** One row about an object of the catalog, which the session makes. */
export const objectFunctions: readonly TableFunctionRow[] = [
  asked(
    'pg_identify_object',
    [OID, OID, INTEGER],
    ['type', 'schema', 'name', 'identity'].map(name => column(name, TEXT)),
    'what names an object for ever',
  ),
  asked(
    'pg_identify_object_as_address',
    [OID, OID, INTEGER],
    [column('type', TEXT), column('object_names', arrayOf(TEXT)), column('object_args', arrayOf(TEXT))],
    'what names an object for ever, as pg_get_object_address takes it',
  ),
  asked(
    'pg_get_object_address',
    [TEXT, arrayOf(TEXT), arrayOf(TEXT)],
    [column('classid', OID), column('objid', OID), column('objsubid', INTEGER)],
    'the object that words name',
  ),
  asked(
    'pg_sequence_parameters',
    [OID],
    [
      ...['start_value', 'minimum_value', 'maximum_value', 'increment'].map(name => column(name, BIGINT)),
      column('cycle_option', BOOLEAN),
      column('cache_size', BIGINT),
      column('data_type', OID),
    ],
    'what a sequence was made with',
  ),
];

function asked(name: string, args: readonly SqlType[], columns: Schema, says: string): TableFunctionRow {
  return tableFunction(
    name,
    args,
    () => columns,
    says,
    (given, {system}) => {
      if (!system) throw new SqlError('0A000', `${name}() is not supported in this place`);
      return [system(name, [...(given as readonly Datum[])]) as unknown as readonly Datum[]];
    },
  );
}
