import {BIGINT, TEXT} from '../../types/sql-type.ts';
import {owns} from '../rights.ts';
import {maySeeErrorRows} from '../seen-rows.ts';
import {objectName} from './object-name.ts';
import {systemRelation} from './system-relation.ts';

export const millraceViewErrors = systemRelation({
  oid: 15002,
  schema: 'millrace',
  name: 'view_errors',
  relkind: 'v',
  columns: {view: TEXT, code: TEXT, message: TEXT, row: TEXT, count: BIGINT},
  *rows(snapshot) {
    for (const error of snapshot.status.viewErrors()) {
      const {code, message, row, weight} = error;
      // The row is one of what the view reads, and the message tells values of it.
      const view = snapshot.catalog.byOid(error.view);
      if (!view || !owns(snapshot.catalog, view, snapshot.session.role)) continue;
      const seen = view.kind !== 'materialized view' || maySeeErrorRows(snapshot.catalog, view, snapshot.session.role);
      yield {view: objectName(snapshot, error.view), code, message, row: seen ? row : null, count: weight};
    }
  },
});
