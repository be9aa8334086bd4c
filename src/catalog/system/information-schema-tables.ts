import {NAME, VARCHAR} from '../../types/sql-type.ts';
import {INSERTS, Updatability, yesOrNo} from '../updatability.ts';
import {listedRelations} from './relation-rows.ts';
import {isTemporary} from '../temporary.ts';
import {Sight} from './sight.ts';
import {systemRelation} from './system-relation.ts';

const tableTypes = {r: 'BASE TABLE', v: 'VIEW', f: 'FOREIGN'} as const;

export const informationSchemaTables = systemRelation({
  oid: 13425,
  schema: 'information_schema',
  name: 'tables',
  relkind: 'v',
  columns: {
    table_catalog: NAME,
    table_schema: NAME,
    table_name: NAME,
    table_type: VARCHAR,
    self_referencing_column_name: NAME,
    reference_generation: VARCHAR,
    user_defined_type_catalog: NAME,
    user_defined_type_schema: NAME,
    user_defined_type_name: NAME,
    is_insertable_into: VARCHAR,
    is_typed: VARCHAR,
    commit_action: VARCHAR,
  },
  *rows(snapshot) {
    const updatability = new Updatability(snapshot);
    const sight = new Sight(snapshot);
    for (const {relation, relkind} of listedRelations(snapshot)) {
      // The standard has no word for them, and Postgres leaves materialized views out here.
      if (relkind === 'm' || relkind === 'S' || !sight.relation(relation)) continue;
      const temporary = relation.kind !== 'system' && isTemporary(relation);
      yield {
        table_catalog: snapshot.catalog.database,
        table_schema: relation.schema,
        table_name: relation.name,
        table_type: temporary && relation.kind === 'table' ? 'LOCAL TEMPORARY' : tableTypes[relkind],
        is_insertable_into: yesOrNo((updatability.of(relation.oid) & INSERTS) !== 0),
        is_typed: 'NO',
        commit_action: temporary && relation.kind === 'table' ? 'PRESERVE' : null,
      };
    }
  },
});
