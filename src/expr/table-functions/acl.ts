import type {Datum} from '../../types/datum.ts';
import {column} from '../../types/schema.ts';
import {SqlError} from '../../types/sql-error.ts';
import {BOOLEAN, OID, TEXT, arrayOf} from '../../types/sql-type.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {tableFunction} from './define.ts';

/** Lists of rights, as the catalogs keep them, taken apart: the names in them are looked up. */
export const aclFunctions: readonly TableFunctionRow[] = [
  tableFunction(
    'aclexplode',
    [arrayOf({kind: 'aclitem'})],
    () => [
      column('grantor', OID),
      column('grantee', OID),
      column('privilege_type', TEXT),
      column('is_grantable', BOOLEAN),
    ],
    'the privileges of a list of rights, a row each',
    ([items]: readonly [readonly Datum[]], {system}) => {
      if (!system) throw new SqlError('0A000', 'aclexplode() is not supported in this place');
      return system('aclexplode', [items]) as unknown as readonly (readonly Datum[])[];
    },
  ),
];
