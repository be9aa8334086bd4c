import {arrayOf, BIGINT, BOOLEAN, REGTYPE, TEXT, TIMESTAMPTZ} from '../../types/sql-type.ts';
import {systemRelation} from './system-relation.ts';

export const pgPreparedStatements = systemRelation({
  oid: 12095,
  schema: 'pg_catalog',
  name: 'pg_prepared_statements',
  relkind: 'v',
  columns: {
    name: TEXT,
    statement: TEXT,
    prepare_time: TIMESTAMPTZ,
    parameter_types: arrayOf(REGTYPE),
    from_sql: BOOLEAN,
    generic_plans: BIGINT,
    custom_plans: BIGINT,
  },
  *rows(snapshot) {
    for (const {name, statement, prepared, parameterTypes, fromSql} of snapshot.session.prepared ?? []) {
      yield {
        name,
        statement,
        prepare_time: prepared,
        parameter_types: parameterTypes,
        from_sql: fromSql,
        // All plans are generic here; how often each was used is not counted.
        generic_plans: 0n,
        custom_plans: 0n,
      };
    }
  },
});
