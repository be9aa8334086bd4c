import {NAME, VARCHAR} from '../../types/sql-type.ts';
import {viewDefinition} from '../view-definition.ts';
import {DELETES, INSERTS, UPDATES, Updatability, yesOrNo} from '../updatability.ts';
import {userRelations} from './relation-rows.ts';
import {Sight} from './sight.ts';
import {systemRelation} from './system-relation.ts';
import {systemViews} from './system-views.ts';

const CHANGES = UPDATES | DELETES;

const noTriggers = {is_trigger_updatable: 'NO', is_trigger_deletable: 'NO', is_trigger_insertable_into: 'NO'};

export const informationSchemaViews = systemRelation({
  oid: 13483,
  schema: 'information_schema',
  name: 'views',
  relkind: 'v',
  columns: {
    table_catalog: NAME,
    table_schema: NAME,
    table_name: NAME,
    view_definition: VARCHAR,
    check_option: VARCHAR,
    is_updatable: VARCHAR,
    is_insertable_into: VARCHAR,
    is_trigger_updatable: VARCHAR,
    is_trigger_deletable: VARCHAR,
    is_trigger_insertable_into: VARCHAR,
  },
  *rows(snapshot) {
    const updatability = new Updatability(snapshot);
    const sight = new Sight(snapshot);
    for (const {relation} of userRelations(snapshot)) {
      if (relation.kind !== 'view' || !sight.relation(relation)) continue;
      const can = updatability.of(relation.oid);
      yield {
        ...noTriggers,
        table_catalog: snapshot.catalog.database,
        table_schema: relation.schema,
        table_name: relation.name,
        view_definition: sight.owns(relation) ? viewDefinition(snapshot, relation) : null,
        check_option: (relation.options?.['check_option'] ?? 'none').toUpperCase(),
        is_updatable: yesOrNo((can & CHANGES) === CHANGES),
        is_insertable_into: yesOrNo((can & INSERTS) !== 0),
      };
    }
    for (const view of systemViews(snapshot)) {
      if (!sight.relation(view)) continue;
      yield {
        ...noTriggers,
        table_catalog: snapshot.catalog.database,
        table_schema: view.schema,
        table_name: view.name,
        view_definition: null,
        check_option: 'NONE',
        is_updatable: 'NO',
        is_insertable_into: 'NO',
      };
    }
  },
});
