import {column} from '../../types/schema.ts';
import {REGCLASS} from '../../types/sql-type.ts';
import type {TableFunctionRow} from '../table-functions.ts';
import {tableFunction} from './define.ts';

/** No table is part of another: what psql asks before it shows foreign keys has one answer. */
export const partitionFunctions: readonly TableFunctionRow[] = [
  tableFunction(
    'pg_partition_ancestors',
    [REGCLASS],
    () => [column('relid', REGCLASS)],
    'the tables that a partition belongs to',
    () => [],
  ),
];
