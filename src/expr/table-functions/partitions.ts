import {column} from '../../types/schema.ts';
import {BOOLEAN, INTEGER, REGCLASS} from '../../types/sql-type.ts';
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
  tableFunction(
    'pg_partition_tree',
    [REGCLASS],
    () => [
      column('relid', REGCLASS),
      column('parentrelid', REGCLASS),
      column('isleaf', BOOLEAN),
      column('level', INTEGER),
    ],
    'the partitions of a table, with itself',
    () => [],
  ),
];
