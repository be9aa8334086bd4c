import type {MaterializedViewObject, ViewObject} from '../object.ts';
import {viewDefinition} from '../view-definition.ts';
import {ruleOid} from './derived-oids.ts';
import {recordedRelation} from './recorded-relation.ts';
import type {SystemSnapshot} from './snapshot.ts';

// Views are rules on SELECT to Postgres, which are what depends on their relations.

export function viewsWithRules({catalog}: SystemSnapshot): (ViewObject | MaterializedViewObject)[] {
  return [...catalog.ofKind('view'), ...catalog.ofKind('materialized view')];
}

export const pgRewrite = recordedRelation('pg_catalog.pg_rewrite', function* (snapshot) {
  for (const view of viewsWithRules(snapshot)) {
    yield {
      oid: ruleOid(view.oid),
      rulename: '_RETURN',
      ev_class: BigInt(view.oid),
      ev_type: '1',
      ev_enabled: 'O',
      is_instead: true,
      ev_qual: '<>',
      ev_action: viewDefinition(snapshot, view, false, 0),
    };
  }
});
