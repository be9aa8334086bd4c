import {OID, TEXT} from '../../types/sql-type.ts';
import {sharedComments} from '../comments.ts';
import {systemRelation} from './system-relation.ts';

export const pgShdescription = systemRelation({
  oid: 2396,
  schema: 'pg_catalog',
  name: 'pg_shdescription',
  columns: {
    objoid: OID,
    classoid: OID,
    description: TEXT,
  },
  rows: ({catalog}) => sharedComments(catalog),
});
