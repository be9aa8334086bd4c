import {catalogTypeByName} from '../../types/catalog-oids.ts';
import {type SqlType, arrayOf} from '../../types/sql-type.ts';
import {postgresColumns} from './postgres-columns.ts';
import {systemRelation, type SystemRelation} from './system-relation.ts';
import type {SystemRows} from './system-row.ts';

/** A relation with the columns that PostgreSQL has; without rows, one for a feature that does not exist here. */
export function recordedRelation(name: string, rows: SystemRows = () => []): SystemRelation {
  const [relkind, oid, columns] = postgresColumns[name];
  const [schema, table] = name.split('.');
  const named = columns.split(', ').map(column => column.split(' ') as [name: string, type: string]);
  return systemRelation({
    oid,
    schema,
    name: table,
    relkind,
    columns: Object.fromEntries(named.map(([column, type]) => [column, typeNamed(type)])),
    rows,
  });
}

/** pg_type's name: int4, and _int4 for an array. */
function typeNamed(name: string): SqlType {
  if (name.startsWith('_')) return arrayOf(typeNamed(name.slice(1)));
  return {kind: catalogTypeByName(name)!.kind};
}
